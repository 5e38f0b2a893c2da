"""The terminal speaks the language of its locale."""

import io

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.localisation.words import words_in
from bot.terminal.console import TerminalConsole
from bot.terminal.progress import progress_on
from bot.terminal.prompt import CommandCompleter, prompt_in
from bot.terminal.quotation import render_quotation
from bot.terminal.reader import FailedError, failures_in, words_of_terminal
from bot.terminal.rebuilt import render_rebuilt
from retrieval.domain import BuildReport, Citation, Passage, Skipped
from retrieval.errors import IndexNotFoundError
from retrieval.indexing.progress import Stage
from retrieval.remedies import BUILD_INDEX


@pytest.mark.parametrize(("locale", "prompt"), [("de_AT.UTF-8", "frage › "), ("C", "ask › ")])
def test_it_is_taken_from_the_environment(monkeypatch, locale, prompt):
    for name in ("LANGUAGE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", locale)
    assert prompt_in(words_of_terminal()) == prompt


def test_commands_stay_as_they_are_and_are_explained_in_the_language():
    (found,) = CommandCompleter(words_in("fr")).get_completions(Document("/qu"), CompleteEvent())
    assert (found.text, found.display_meta_text) == ("/quit", "quitter (Ctrl-D aussi)")


def test_a_line_from_right_to_left_runs_its_own_way_on_a_terminal_and_is_exact_in_a_pipe():
    text = "The light.\n\nالضوء مضاء."
    passage = Passage(
        citation=Citation(path="a.md", title="T", headings=(), first_line=1, last_line=3),
        text=text,
        start=0,
        end=len(text),
        highlights=(),
        score=1.0,
        media_type="text/markdown",
    )

    def shown(**options):
        output = io.StringIO()
        console = TerminalConsole(file=output, width=60, **options)
        console.show(render_quotation(passage, marks=console.marks, answers=True))
        return output.getvalue()

    assert "\u2068الضوء مضاء.\u2069" in shown(force_terminal=True, color_system="standard")
    assert "\u2068" not in shown()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "There is no index in /srv yet; run `verbatim index` to make one."),
        (
            "de",
            "Es gibt noch keinen Index; `verbatim index` legt einen an. (There is no index in /srv"
            " yet; run `verbatim index` to make one.)",
        ),
    ],
)
def test_what_keeps_a_question_from_being_answered_is_said_in_the_language(language, said):
    with pytest.raises(FailedError) as failed, failures_in(words_in(language)):
        raise IndexNotFoundError("There is no index in /srv yet", BUILD_INDEX)
    assert str(failed.value) == said


def test_a_rebuild_is_told_in_the_language():
    report = BuildReport(
        build_id="b",
        added=("neu.txt",),
        changed=(),
        removed=("alt.txt",),
        unchanged=("a.txt", "b.txt"),
        skipped=(Skipped(path="c.pdf", reason="It is a scan."),),
        warnings=(),
        documents=3,
        sentences=1200,
        embedded=7,
        seconds=0.26,
        held=None,
        left=None,
    )
    output = io.StringIO()
    console = TerminalConsole(file=output, width=100)
    console.show(render_rebuilt(report, words_in("de")))
    with progress_on(console, words_in("de")) as progress:
        progress(Stage.READING, 0, 3)
    assert output.getvalue().splitlines() == [
        "+ neu.txt",
        "- alt.txt",
        "! c.pdf: It is a scan.",
        "Der Index ist auf dem neuesten Stand: 3 Dokumente, 2 unverändert, 1.200 Sätze, "
        "7 neu eingebettet in 0,3 s",
        "liest (3) …",
    ]
