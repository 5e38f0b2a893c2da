"""What is counted for those who want to see how it goes: numbers by day and server, nobody's."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.storage.changes import Changes
from bot.storage.counts import Count, Counted, bucket_of, day_of
from bot.storage.records import SHARED, AnswerRecord

__all__ = ["KEPT_DAYS", "Counting"]

KEPT_DAYS = 400
"""A year, and the weeks to compare it with."""


class Counting(Changes):
    """Counts answers, votes and closed gaps.

    A count has neither text nor ids but the server's, and so outlives the answers that it is of; it
    goes with its server, and when it is old.
    """

    async def count_answer(self, record: AnswerRecord) -> None:
        """Count an answer and how long it took; small talk and what is shared are no questions."""
        if record.answer.small_talk is not None or record.conversation.endswith(SHARED):
            return
        day, server = day_of(record.asked_at), record.place.server
        await self._add(day, server, Counted(record.answer.state.value))
        await self._add(day, server, bucket_of(record.seconds))

    async def count_vote(self, answer_id: str, voter: int, vote: int) -> None:
        """Count a vote that is about to be recorded; of somebody's two the latter counts."""
        rows = await self._all("SELECT server FROM answers WHERE id = ?", answer_id)
        if not rows:
            return
        await self.uncount_vote(answer_id, voter)
        await self._add(day_of(datetime.now(UTC)), rows[0]["server"], _vote(vote))

    async def uncount_vote(self, answer_id: str, voter: int) -> None:
        """Count a vote no more that is about to be replaced or taken back."""
        before = await self._all(
            "SELECT server, vote, voted_at FROM votes JOIN answers ON answers.id = votes.answer"
            " WHERE votes.answer = ? AND voter = ?",
            answer_id,
            voter,
        )
        for row in before:
            day = day_of(datetime.fromtimestamp(row["voted_at"], UTC))
            await self._add(day, row["server"], _vote(row["vote"]), -1)

    async def close_gaps(self, answers: Sequence[str]) -> int:
        """Count unanswered questions that the documents answer now, each once; returns how many."""
        closed = 0
        for answer_id in answers:
            rows = await self._all("SELECT server FROM answers WHERE id = ?", answer_id)
            changed = await self._run(
                "UPDATE answers SET closed = TRUE WHERE id = ? AND NOT closed AND NOT answered",
                answer_id,
            )
            if rows and changed:
                closed += 1
                await self._add(day_of(datetime.now(UTC)), rows[0]["server"], Counted.CLOSED)
        return closed

    async def counts(self, server: int | None) -> tuple[Count, ...]:
        """Return what was counted in a server, or everywhere where it is none; by day."""
        where = "" if server is None else " WHERE server = ?"
        rows = await self._all(
            f"SELECT day, name, sum(number) AS number FROM counts{where}"  # noqa: S608
            " GROUP BY day, name ORDER BY day",
            *(() if server is None else (server,)),
        )
        return tuple(
            Count(day=row["day"], name=row["name"], number=max(int(row["number"]), 0))
            for row in rows
        )

    async def forget_server(self, server: int) -> int:
        """Delete everything that was asked in a server; returns how many answers that were."""
        await self._run("DELETE FROM counts WHERE server = ?", server)
        return await super().forget_server(server)

    async def prune(self, *, older_than: timedelta) -> int:
        """Delete old answers, and counts that are older still; returns how many answers."""
        oldest = day_of(datetime.now(UTC)) - KEPT_DAYS
        await self._run("DELETE FROM counts WHERE day < ?", oldest)
        return await super().prune(older_than=older_than)

    async def _add(self, day: int, server: int | None, name: str, number: int = 1) -> None:
        await self._run(
            "INSERT INTO counts VALUES (?, ?, ?, ?)"
            " ON CONFLICT (day, server, name)"
            " DO UPDATE SET number = counts.number + excluded.number",
            day,
            server or 0,
            name,
            number,
        )


def _vote(vote: int) -> Counted:
    return Counted.UP if vote > 0 else Counted.DOWN
