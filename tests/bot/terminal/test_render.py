import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.terminal.console import TerminalConsole
from bot.terminal.numbered import render_excerpt
from bot.terminal.render import (
    render_answer,
    render_report,
    render_sources,
    render_status,
    render_suggestions,
)
from bot.terminal.welcome import render_welcome
from retrieval.domain import (
    Answer,
    BuildReport,
    Choice,
    Citation,
    Confidence,
    DocumentInfo,
    IndexInfo,
    Level,
    Part,
    Passage,
    Pinned,
    Skipped,
    SmallTalk,
    Span,
    Warned,
)
from retrieval.locators import Page

TEXT = "Title\n\nFirst one. The [bold]second[/bold] one. Third.\nLast line.\n"
START, END = TEXT.index("First"), TEXT.index("Third.") + len("Third.")
SPAN = Span(start=TEXT.index("The ["), end=TEXT.index(" Third."))
CITATION = Citation(path="a/b.md", title="Title", headings=("Part",), first_line=3, last_line=3)
PASSAGE = Passage(
    citation=CITATION, text=TEXT[START:END], start=START, end=END, highlights=(SPAN,), score=1.0
)


def answer(**changes) -> Answer:
    values = {
        "question": "which?",
        "answered": True,
        "confidence": Confidence(probability=0.9, level=Level.HIGH),
        "passages": (PASSAGE,),
        "more": (),
        "build_id": "b",
    }
    return Answer(**(values | changes))


def shown(what, *, terminal: bool = False, width: int = 60) -> str:
    out = io.StringIO()
    console = TerminalConsole(
        file=out,
        force_terminal=terminal,
        color_system="standard" if terminal else None,
        width=width,
    )
    console.show(what)
    return out.getvalue()


def test_in_a_pipe_the_answering_sentence_stands_between_stars_and_markup_is_literal():
    assert shown(render_answer(answer(), marks=True)) == (
        "High confidence\n"
        "\n"
        "[1] Title › Part › line 3\n"
        "    First one. **The [bold]second[/bold] one.** Third.\n"
        "    a/b.md\n"
        "\n"
    )


def test_on_a_terminal_the_answering_sentence_is_bold_and_the_rest_is_not():
    output = shown(render_answer(answer()), terminal=True)
    assert "    First one. \x1b[1m" in output
    assert "\x1b[1mThe [bold]second[/bold] one.\x1b[0m" in output


def test_no_answer_is_said_plainly_and_the_passages_are_called_not_an_answer():
    low = Confidence(probability=0.1, level=Level.LOW)
    output = shown(render_answer(answer(answered=False, confidence=low), marks=True))
    assert output.startswith("The documents don't answer this.\n")
    assert "Nearest passages (not an answer):\n[1] Title › Part › line 3\n" in output
    assert "confidence" not in output


def test_what_is_perhaps_an_answer_is_called_so_and_marked_as_one():
    low = Confidence(probability=0.2, level=Level.LOW)
    output = shown(render_answer(answer(perhaps=True, confidence=low), marks=True))
    assert output.startswith("This may be it:\nLow confidence\n")
    assert "**The [bold]second[/bold] one.**" in output


def test_what_the_conversation_changed_and_offers_is_shown():
    output = shown(
        render_answer(
            answer(
                understood_as="which? (colour)",
                choices=(Choice(label="The red one", question="which red?"),),
            ),
            marks=True,
        )
    )
    assert output.startswith(
        "Understood as: which? (colour)\n\nWhich one do you mean?\n  1  The red one\n"
    )
    assert shown(render_suggestions(("What is blue?",))) == (
        "You could ask next:\n  • What is blue?\n\n"
    )


def test_small_talk_gets_one_friendly_line():
    thanked = answer(answered=False, passages=(), small_talk=SmallTalk.THANKS)
    assert shown(render_answer(thanked, marks=True)) == "You're welcome!\n\n"


def test_what_can_be_asked_is_told_with_titles_and_questions():
    able = answer(
        answered=False,
        passages=(),
        small_talk=SmallTalk.ABILITIES,
        titles=("Rome", "Whales"),
        suggestions=("What do whales eat?",),
    )
    output = shown(render_answer(able, marks=True))
    assert "Among them: Rome · Whales." in output
    assert "What do whales eat?" in shown(render_suggestions(able.suggestions))


def test_a_part_that_the_documents_dont_answer_is_named():
    parts = (Part(question="which?", answered=True), Part(question="why?", answered=False))
    output = shown(render_answer(answer(parts=parts), marks=True))
    assert output.endswith("\n\nThe documents don't answer: why?\n\n")
    assert "don't answer" not in shown(render_answer(answer(parts=parts[:1]), marks=True))


def test_the_same_fact_elsewhere_is_named():
    other = Citation(path="c.txt", title="Other", headings=(), first_line=1, last_line=2)
    passage = Passage(
        citation=CITATION,
        text=PASSAGE.text,
        start=START,
        end=END,
        highlights=(SPAN,),
        score=1.0,
        also_in=(other,),
    )
    assert "    also in Other › lines 1–2\n" in shown(
        render_answer(answer(passages=(passage,)), marks=True)
    )


def test_an_opened_document_is_numbered_and_marked_where_the_passage_stands():
    assert shown(render_excerpt(TEXT, PASSAGE, marks=True, around=1)) == (
        "2   \n3 ▌ First one. **The [bold]second[/bold] one.** Third.\n4   Last line.\n"
    )


def test_an_opened_document_counts_every_kind_of_line_end_once():
    text = "a\r\nb\rc\nd"
    span = Span(start=text.index("c"), end=text.index("c") + 1)
    citation = Citation(path="x", title="x", headings=(), first_line=3, last_line=3)
    passage = Passage(
        citation=citation, text="c", start=span.start, end=span.end, highlights=(span,), score=0
    )
    assert shown(render_excerpt(text, passage, marks=True)) == (
        " 1   a\n 2   b\n 3 ▌ **c**\n 4   d\n"
    )


def test_in_a_pipe_only_what_answers_stands_between_marks():
    text = "- **Fee:** 3 euros\n- **Limit:** two\n- f(**options)\n"
    citation = replace(PASSAGE.citation, first_line=1, last_line=1)
    passage = replace(
        PASSAGE, citation=citation, start=0, end=18, highlights=(Span(start=2, end=18),)
    )
    assert shown(render_excerpt(text, passage, marks=True)) == (
        " 1 ▌ - **Fee: 3 euros**\n 2   - Limit: two\n 3   - f(**options)\n"
    )


def test_a_build_report_names_every_change():
    report = BuildReport(
        build_id="b",
        added=("new.md",),
        changed=("old.md",),
        removed=("gone.md",),
        unchanged=("same.md",),
        skipped=(Skipped(path="bad.txt", reason="it is empty"),),
        warnings=(Warned(path="odd.txt", text="Its encoding is a guess."),),
        documents=3,
        sentences=1200,
        embedded=7,
        seconds=1.25,
    )
    assert shown(render_report(report)) == (
        "+ added    new.md\n"
        "~ changed  old.md\n"
        "- removed  gone.md\n"
        "! skipped  bad.txt: it is empty\n"
        "? doubtful odd.txt: Its encoding is a guess.\n"
        "3 documents, 1 unchanged; 1,200 sentences, 7 embedded now, in 1.2 s.\n"
    )


def test_a_report_of_an_empty_index_says_so():
    report = BuildReport(
        build_id="b",
        added=(),
        changed=(),
        removed=("gone.md",),
        unchanged=(),
        skipped=(),
        documents=0,
        sentences=0,
        embedded=0,
        seconds=0.1,
    )
    assert (
        shown(render_report(report), width=120)
        .splitlines()[-1]
        .startswith("The last document is gone, so the index is empty now")
    )


@pytest.mark.parametrize("title", ["[red]Title[/red]", "Ti\x1b[31mtle"])
def test_sources_show_titles_literally(title):
    info = DocumentInfo(
        path="a.md", title=title, author=None, sentences=3, characters=10, sha256="0"
    )
    output = shown(render_sources([info]))
    assert title.replace("\x1b", "␛") in output


RULES = DocumentInfo(
    path="synonyms.txt", title="Synonyms", author=None, sentences=0, characters=9, sha256="0"
)


def test_what_is_never_quoted_is_listed_as_that_and_not_offered():
    output = shown(render_sources([RULES]))
    assert "synonyms.txt · never quoted" in output
    welcome = shown(render_welcome([RULES], []))
    assert "0 documents" in welcome
    assert "Synonyms" not in welcome


LONG = "handbooks/2024/operations/" + "emergency-procedures-and-" * 5 + "evacuation.markdown"
"""Longer than the widest terminal below."""


def plain(what, *, terminal: bool, width: int) -> list[str]:
    """The lines that a terminal or a pipe gets, without their colours."""
    return re.sub(r"\x1b\[[\d;]*m", "", shown(what, terminal=terminal, width=width)).splitlines()


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_paths_are_whole_however_narrow_the_terminal(width, terminal):
    documents = [
        DocumentInfo(
            path=path, title="A title " * 12, author=None, sentences=count, characters=9, sha256="0"
        )
        for path, count in ((LONG, 1234), ("a.md", 1))
    ]
    lines = plain(render_sources(documents), terminal=terminal, width=width)
    assert f"   {LONG} · 1,234 sentences" in lines
    assert "   a.md · 1 sentence" in lines
    info = IndexInfo(
        build_id="20260101T000000-00000000",
        built_at=datetime(2026, 1, 1, tzinfo=UTC),
        documents=2,
        sentences=1235,
        model=f"/{LONG}",
        fingerprint="f",
        dimension=384,
        size_bytes=1_500_000,
    )
    lines = plain(render_status(info), terminal=terminal, width=width)
    assert f"Model      /{LONG} (384 dimensions)" in lines
    assert "Size       1.5 MB" in lines
    assert not any(line.startswith("Segments") for line in lines)
    lines = plain(
        render_status(replace(info, segments=("exact", "PQ192x4", "exact"))),
        terminal=terminal,
        width=width,
    )
    assert "Segments   3 (vectors: 2 exact, 1 PQ192x4)" in lines
    cited = answer(passages=(replace(PASSAGE, citation=replace(CITATION, path=LONG)),))
    lines = plain(render_answer(cited, marks=not terminal), terminal=terminal, width=width)
    assert f"    {LONG}" in lines


def test_lines_of_a_text_that_was_extracted_have_no_numbers():
    citation = replace(PASSAGE.citation, locator=Page(number=2))
    excerpt = shown(render_excerpt(TEXT, replace(PASSAGE, citation=citation), marks=True, around=1))
    plain = shown(render_excerpt(TEXT, PASSAGE, marks=True, around=1))
    assert re.sub(r"(?m)^ *\d+ ", "", plain) == excerpt


def test_what_is_pinned_says_to_which_question():
    pinned = replace(PASSAGE, pinned=Pinned(question="Wh\x1bich?", path="pinned.md"))
    output = shown(render_answer(answer(passages=(pinned,))))
    assert "    pinned to “Wh␛ich?”" in output


def test_what_people_marked_unhelpful_says_by_how_many():
    output = shown(render_answer(answer(passages=(replace(PASSAGE, unhelpful=2),))))
    assert "    marked unhelpful by 2" in output
