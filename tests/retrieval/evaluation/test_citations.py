"""An answer whose quotations are exact passes; every way of tampering with it is found."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.domain import (
    Answer,
    Block,
    BlockKind,
    Citation,
    Confidence,
    Level,
    Passage,
    Span,
)
from retrieval.evaluation.citations import citation_violations
from retrieval.evaluation.sources import CorpusFile
from retrieval.locators import Page

TEXT = "Title\n\nFirst one. Second\none. Third one.\n"
SOURCES = {
    "a.txt": CorpusFile(path="a.txt", text=TEXT),
    "b.txt": CorpusFile(path="b.txt", text="First one."),
}
SECOND = Span(start=18, end=29)


def citation(path="a.txt", first=3, last=4):
    return Citation(path=path, title="Title", headings=(), first_line=first, last_line=last)


PASSAGE = Passage(
    citation=citation(),
    text=TEXT[7:40],
    start=7,
    end=40,
    highlights=(SECOND,),
    score=1.0,
    also_in=(citation("b.txt", 1, 1),),
)


def answer(*passages, more=()):
    return Answer(
        question="?",
        answered=True,
        confidence=Confidence(probability=0.9, level=Level.HIGH),
        passages=passages,
        more=tuple(more),
        build_id="1",
    )


def test_the_fixture_quotes_what_it_says():
    assert TEXT[SECOND.start : SECOND.end] == "Second\none."


def test_exact_quotations_pass():
    assert citation_violations(answer(PASSAGE, more=[PASSAGE]), SOURCES) == ()
    assert citation_violations(answer(), SOURCES) == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"citation": citation("gone.txt")}, "gone.txt is cited and is not in the corpus"),
        ({"text": TEXT[7:40].replace("First", "Frist")}, "the passage is not what the file says"),
        ({"text": TEXT[7:40].replace("Second", "second")}, "the highlight is not what the file"),
        ({"start": 8}, "the highlight is not what the file says"),
        ({"highlights": ()}, "nothing is highlighted"),
        ({"highlights": (Span(start=5, end=17),)}, "the highlight is not inside its passage"),
        ({"highlights": (Span(start=18, end=41),)}, "the highlight is not inside its passage"),
        ({"highlights": (Span(start=18, end=18),)}, "the highlight is not inside its passage"),
        ({"highlights": (Span(start=17, end=18),)}, "the highlight is only white space"),
        (
            {"highlights": (SECOND, Span(start=18, end=29))},
            "the highlight overlaps the one before it",
        ),
        ({"citation": citation(first=4)}, "lines 4–4 are cited, and the highlights stand in 3–4"),
        ({"citation": citation(last=3)}, "lines 3–3 are cited, and the highlights stand in 3–4"),
        ({"also_in": (citation("gone.txt"),)}, "also in gone.txt, which is not in the corpus"),
        ({"also_in": (citation("b.txt", 1, 2),)}, "also in b.txt, lines 1–2 of 1"),
        ({"also_in": (citation("b.txt", 0, 1),)}, "also in b.txt, lines 0–1 of 1"),
    ],
)
def test_every_falsehood_is_named(changes, reason):
    found = citation_violations(answer(replace(PASSAGE, **changes)), SOURCES)
    assert any(reason in one for one in found), found


def test_a_page_that_is_not_where_the_quotation_stands_is_named():
    paged = {
        **SOURCES,
        "a.txt": CorpusFile(
            path="a.txt",
            text=TEXT,
            blocks=(
                Block(start=0, end=5, kind=BlockKind.TITLE, locator=Page(number=1)),
                Block(start=7, end=40, kind=BlockKind.PARAGRAPH, locator=Page(number=2)),
            ),
        ),
    }

    def found(page):
        cited = replace(PASSAGE.citation, locator=page)
        return citation_violations(answer(replace(PASSAGE, citation=cited)), paged)

    assert found(Page(number=2)) == ()
    assert "p. 3 is cited, and the highlights stand at p. 2" in found(Page(number=3))[0]
    assert "no place is cited" in found(None)[0]


def test_passages_kept_for_more_are_checked_too():
    wrong = replace(PASSAGE, text="x" * 33)
    assert citation_violations(answer(PASSAGE, more=[wrong]), SOURCES)


@given(st.text(min_size=1), st.data())
def test_a_quotation_cut_out_of_any_text_passes_and_a_changed_one_does_not(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    source = CorpusFile(path="a.txt", text=text)
    passage = Passage(
        citation=citation(first=source.line_of(start), last=source.line_of(end - 1)),
        text=text,
        start=0,
        end=len(text),
        highlights=(Span(start=start, end=end),),
        score=1.0,
    )
    found = citation_violations(answer(passage), {"a.txt": source})
    if text[start:end].strip():
        assert found == ()
    changed = text[:start] + chr(ord(text[start]) ^ 1) + text[start + 1 :]
    assert citation_violations(answer(replace(passage, text=changed)), {"a.txt": source})
