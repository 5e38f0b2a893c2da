"""What people think of answers, as rows, and of which passage they think it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.storage.database import Row
from bot.storage.records import AnswerRecord
from bot.storage.taught import Taught
from retrieval.domain import Vote

__all__ = ["CastVote", "Voting", "voted_on"]

_MOST = 500
"""Votes of a server that count: the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote:
    """A vote, and where it was cast."""

    answer_id: str
    server: int
    channel: int
    vote: Vote


def voted_on(record: AnswerRecord) -> str | None:
    """Return what a vote on an answer is about, as it is stored; none: about no passage.

    That is the passage shown first: a vote on what doesn't answer is about no passage, and what is
    pinned is for whoever pinned it.
    """
    answer = record.answer
    if not answer.answered or not answer.passages or answer.passages[0].pinned is not None:
        return None
    first = answer.passages[0]
    about = {
        "question": answer.understood_as or answer.question,
        "path": first.citation.path,
        "sentences": [first.said(span) for span in first.highlights],
    }
    return json.dumps(about, ensure_ascii=False)


class Voting(Taught):
    """Records votes; what they are about goes with them."""

    async def vote(
        self,
        answer_id: str,
        voter: int,
        vote: int,
        reason: str = "",
        *,
        passage: str | None = None,
        decisive: bool = False,
    ) -> None:
        """Record what somebody thinks of an answer: 1 or -1; the latest opinion counts.

        Args:
            answer_id: The answer.
            voter: Who thinks so.
            vote: 1 or -1.
            reason: Why, if it is told.
            passage: What it is about, as `voted_on` says it.
            decisive: Whether the voter moderates where it was asked.
        """
        await self.count_vote(answer_id, voter, vote)
        await self._run(
            "INSERT INTO votes (answer, voter, vote, reason, voted_at, passage, decisive)"
            " SELECT id, ?, ?, ?, ?, ?, ? FROM answers WHERE id = ?"
            " ON CONFLICT (answer, voter) DO UPDATE SET vote = excluded.vote,"
            " reason = excluded.reason, voted_at = excluded.voted_at,"
            " passage = excluded.passage, decisive = excluded.decisive",
            voter,
            vote,
            reason,
            datetime.now(UTC).timestamp(),
            passage,
            decisive,
            answer_id,
        )

    async def vote_of(self, answer_id: str, voter: int) -> int | None:
        """Return what somebody has voted on an answer; None: nothing."""
        rows = await self._all(
            "SELECT vote FROM votes WHERE answer = ? AND voter = ?", answer_id, voter
        )
        return int(rows[0]["vote"]) if rows else None

    async def take_back(self, answer_id: str, voter: int) -> None:
        """Delete somebody's vote on an answer, and count it no more."""
        await self.uncount_vote(answer_id, voter)
        await self._run("DELETE FROM votes WHERE answer = ? AND voter = ?", answer_id, voter)

    async def cast_votes(self, server: int | None) -> tuple[CastVote, ...]:
        """Return the votes on passages of a server's public answers, the latest first.

        Of all servers where ``server`` is none.
        """
        where = "" if server is None else " AND server = ?"
        rows = await self._all(
            "SELECT answers.id, server, channel, voter, vote, decisive, passage"  # noqa: S608 - our own words
            " FROM votes JOIN answers ON answers.id = votes.answer"
            f" WHERE passage IS NOT NULL AND NOT private AND server IS NOT NULL{where}"
            " ORDER BY voted_at DESC LIMIT ?",
            *(() if server is None else (server,)),
            _MOST,
        )
        return tuple(map(_cast, rows))

    async def votes(self, server: int | None) -> tuple[Vote, ...]:
        """Return what people think of passages in a server, the latest first; nothing elsewhere.

        In a conversation of two there is nobody else, and what was answered privately is nobody
        else's affair.
        """
        if server is None:
            return ()
        return tuple(one.vote for one in await self.cast_votes(server))

    async def disregard(self, answers: Iterable[str]) -> int:
        """Let the votes against some answers say nothing of passages; returns how many those were.

        They stay what they are: complaints, with their reasons.
        """
        changed = 0
        for answer_id in answers:
            changed += await self._run(
                "UPDATE votes SET passage = NULL"
                " WHERE answer = ? AND vote < 0 AND passage IS NOT NULL",
                answer_id,
            )
        return changed


def _cast(row: Row) -> CastVote:
    about = json.loads(row["passage"])
    return CastVote(
        answer_id=row["id"],
        server=row["server"],
        channel=row["channel"],
        vote=Vote(
            question=about["question"],
            path=about["path"],
            sentences=tuple(about["sentences"]),
            voter=row["voter"],
            helpful=row["vote"] > 0,
            is_decisive=bool(row["decisive"]),
        ),
    )
