"""Which hits are right."""

from dataclasses import dataclass

from retrieval.evaluation.dataset import AnswerSpan
from retrieval.evaluation.judging import judge
from retrieval.evaluation.sources import CorpusFile

TEXT = "Normans\n\nRollo led them. They sailed.\n\nHarald did not."
SOURCES = {
    "a.txt": CorpusFile(path="a.txt", text=TEXT),
    "b.txt": CorpusFile(path="b.txt", text="Rollo again."),
}
ROLLO = AnswerSpan(document="a.txt", start=9, end=14)


@dataclass(frozen=True)
class Piece:
    path: str
    start: int
    end: int


def piece(part, path="a.txt"):
    start = SOURCES[path].text.index(part)
    return Piece(path, start, start + len(part))


def test_the_first_hit_is_right():
    found = judge([piece("Rollo led them."), piece("They sailed.")], [ROLLO], SOURCES)
    assert (found.rank, found.right, found.paragraph, found.document) == (1, True, True, True)


def test_a_neighbour_in_the_paragraph_is_the_right_paragraph_only():
    found = judge([piece("They sailed."), piece("Rollo led them.")], [ROLLO], SOURCES)
    assert (found.rank, found.right, found.paragraph, found.document) == (2, False, True, True)


def test_another_paragraph_is_the_right_document_only():
    found = judge([piece("Harald did not.")], [ROLLO], SOURCES)
    assert (found.rank, found.paragraph, found.document) == (None, False, True)


def test_the_same_offsets_in_another_document_are_wrong():
    found = judge([Piece("b.txt", 9, 12)], [ROLLO], SOURCES)
    assert (found.rank, found.paragraph, found.document) == (None, False, False)


def test_touching_by_white_space_is_not_enough():
    answer = AnswerSpan(document="a.txt", start=9, end=25)  # "Rollo led them. "
    assert judge([Piece("a.txt", 24, 37)], [answer], SOURCES).rank is None


def test_any_of_the_answers_will_do():
    other = AnswerSpan(document="b.txt", start=0, end=5)
    assert judge([piece("Rollo again.", "b.txt")], [ROLLO, other], SOURCES).right


def test_nothing_is_right_without_answers_or_hits():
    assert judge([piece("Rollo led them.")], [], SOURCES).rank is None
    found = judge([], [ROLLO], SOURCES)
    assert (found.rank, found.paragraph, found.document) == (None, False, False)
