"""Which unanswered questions moderators have answered with a document, as rows."""

from collections.abc import Iterable

from bot.storage.counting import Counting

__all__ = ["Taught"]


class Taught(Counting):
    """Remembers it of each question, so that whoever asked is told once.

    It is a mark on the answer, and goes with it.
    """

    async def teach(self, answers: Iterable[str]) -> tuple[str, ...]:
        """Mark unanswered questions; returns those that were not marked before."""
        marked = []
        for answer_id in answers:
            changed = await self._run(
                "UPDATE answers SET taught = TRUE WHERE id = ? AND NOT taught AND NOT answered",
                answer_id,
            )
            marked += [answer_id] if changed else []
        return tuple(marked)
