from retrieval.answering.several import join_answers, join_rankings
from retrieval.domain import (
    Answer,
    Citation,
    Confidence,
    Hit,
    Level,
    Part,
    Passage,
    Ranking,
    Span,
)

TEXT = "The game is 25 euros. It runs on Linux. The rest is silence."


def passage(start, end, mark, path="a.txt", line=1):
    return Passage(
        citation=Citation(path=path, title="A", headings=(), first_line=line, last_line=line),
        text=TEXT[start:end],
        start=start,
        end=end,
        highlights=(Span(start=mark[0], end=mark[1]),),
        score=0.5,
    )


def answer(question, probability, *passages, answered=True, more=()):
    return Answer(
        question=question,
        answered=answered,
        confidence=Confidence(probability=probability, level=Level.MEDIUM),
        passages=passages,
        more=more,
        build_id="b",
    )


def joined(*answers):
    return join_answers("both?", answers, {"a.txt": TEXT}.__getitem__)


def test_passages_of_one_place_become_one_with_both_highlights():
    both = joined(
        answer("price?", 0.9, passage(0, 39, (0, 21), line=1)),
        answer("platform?", 0.6, passage(22, 60, (22, 39), line=2)),
    )
    (one,) = both.passages
    assert one.text == TEXT[one.start : one.end] == TEXT
    assert one.highlights == (Span(start=0, end=21), Span(start=22, end=39))
    assert (one.citation.first_line, one.citation.last_line) == (1, 2)
    assert both.question == "both?"
    assert both.confidence.probability == 0.6
    assert both.parts == (
        Part(question="price?", answered=True),
        Part(question="platform?", answered=True),
    )


def test_a_part_without_an_answer_is_named_and_its_passages_left_out():
    both = joined(
        answer("price?", 0.9, passage(0, 21, (0, 21))),
        answer("owner?", 0.1, passage(40, 60, (40, 60)), answered=False),
    )
    assert both.answered
    assert [one.start for one in both.passages] == [0]
    assert [part.answered for part in both.parts] == [True, False]
    assert both.confidence.probability == 0.9


def test_three_passages_at_most_the_first_of_each_first():
    both = joined(
        answer("one?", 0.9, *(passage(0, 21, (0, 21), path=f"{name}.txt") for name in ("p", "q"))),
        answer("two?", 0.9, *(passage(0, 21, (0, 21), path=f"{name}.txt") for name in ("r", "s"))),
    )
    assert [one.citation.path for one in both.passages] == ["p.txt", "r.txt", "q.txt"]
    assert [one.citation.path for one in both.more] == ["s.txt"]


def test_rankings_are_joined_in_turn_each_sentence_once():
    def ranking(*ids):
        hits = tuple(Hit(sentence_id=i, path="a", start=0, end=1, score=0.1) for i in ids)
        return Ranking(hits=hits, confidence=Confidence(probability=0.5, level=Level.LOW))

    found = join_rankings([ranking(1, 2, 3), ranking(2, 4)])
    assert [hit.sentence_id for hit in found.hits] == [1, 2, 4, 3]


def test_what_answers_one_question_more_surely_is_no_answer_to_another():
    shown = passage(0, 39, (0, 21))
    both = joined(answer("what is the price?", 0.9, shown), answer("who owns it?", 0.4, shown))
    assert [part.answered for part in both.parts] == [True, False]
    assert both.answered
    for other in (
        answer("who owns the game?", 0.7, shown),  # It may be told all the same.
        answer("is it euros?", 0.4, shown),
        answer("what price?", 0.4, shown),
        answer("who owns it?", 0.4, passage(0, 39, (22, 39))),
    ):
        both = joined(answer("what is the price?", 0.9, shown), other)
        assert [part.answered for part in both.parts] == [True, True]
