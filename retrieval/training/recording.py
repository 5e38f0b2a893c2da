"""What a question was judged by, of all the searches that its answer took."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from retrieval.answering.confidence.judge import Judge, with_content
from retrieval.answering.confidence.reader import Reader as AnswerReader
from retrieval.answering.searcher import Searcher
from retrieval.answering.view import IndexView
from retrieval.domain import Confidence, Hit, Turn
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import Query
from retrieval.store.interface import IndexReader

__all__ = ["JudgedSearch", "RecordingJudge", "examined", "recording_searcher"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSearch:
    """One search, as it was judged."""

    question: str
    found: Candidates
    view: IndexView


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingJudge(Judge):
    """A judge that notes what it is shown, so that people's answers are learned from."""

    seen: list[JudgedSearch] = field(default_factory=list)

    def confidence(self, query: Query, found: Candidates, view: IndexView) -> Confidence:
        """Judge, and note what."""
        if len(found):
            self.seen.append(JudgedSearch(question=with_content(query), found=found, view=view))
        return Judge.confidence(self, query, found, view)

    def last(self, row: int) -> JudgedSearch | None:
        """Return what was last judged of the searches that found this sentence first.

        None where there was none: what is known without a search is not judged.
        """
        return next((one for one in reversed(self.seen) if int(one.found.rows[0]) == row), None)


def examined(
    question: str, history: Sequence[Turn], searcher: Searcher, judge: RecordingJudge
) -> tuple[JudgedSearch, Hit] | None:
    """Ask a question as a door does.

    Args:
        question: As it was typed.
        history: The earlier turns of its conversation.
        searcher: What is asked, with this judge.
        judge: Notes what is judged.

    Returns:
        What the answer was judged by, and the first hit; none where no search was judged.
    """
    judge.seen.clear()
    hits = searcher.rank(question, history=history, limit=1).hits
    judged = judge.last(hits[0].sentence_id) if hits else None
    return None if judged is None else (judged, hits[0])


def recording_searcher(
    reader: IndexReader, encoder: Encoder, heard: AnswerReader | None
) -> tuple[Searcher, RecordingJudge]:
    """Open an index with a judge that notes what it is shown.

    Args:
        reader: The index.
        encoder: The model that it was made with.
        heard: The answer reader; ``None``: none, for those who make one.
    """
    judge = replace(RecordingJudge.for_encoder(encoder.fingerprint), reader=heard)
    return Searcher(reader, encoder, judge), judge
