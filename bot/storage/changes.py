"""Who has changed the documents or gone back to a state of the index, as rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from bot.storage.forgetting import Forgetting

__all__ = ["Changes"]


class Changes(Forgetting):
    """Remembers who did it, for as long as the state is kept or until they want to be forgotten.

    What was done, and when, is kept with the index itself, which tells of nobody.
    """

    async def note_change(self, build: str, person: int, *, kept: Collection[str]) -> None:
        """Remember who has brought a state about, or gone back to it.

        Args:
            build: the state's id.
            person: who.
            kept: the states that there are; what is known of others is deleted.
        """
        rows = await self._all("SELECT DISTINCT build FROM changes")
        for gone in {str(row["build"]) for row in rows} - {build, *kept}:
            await self._run("DELETE FROM changes WHERE build = ?", gone)
            await self._make_due()
        now = datetime.now(UTC).timestamp()
        await self._run(
            "INSERT INTO changes VALUES (?, ?, ?)"
            " ON CONFLICT (build, person) DO UPDATE SET changed_at = excluded.changed_at",
            build,
            person,
            now,
        )

    async def changed_by(self) -> Mapping[str, tuple[int, ...]]:
        """Return who is remembered for each state, in the order of what they did."""
        rows = await self._all("SELECT build, person FROM changes ORDER BY changed_at")
        people: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            people[row["build"]].append(row["person"])
        return {build: tuple(those) for build, those in people.items()}
