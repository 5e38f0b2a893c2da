"""The interactive session: what each line a person types does, apart from how it is read."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.text import Text

from bot.app.counting import counted
from bot.app.freshness import Freshness
from bot.app.outcome import Answered
from bot.app.widening import CHANGED, widen
from bot.localisation.words import ENGLISH, Phrase, Words
from bot.rendering.citations import name_of
from bot.rendering.errors import for_whoever_asks
from bot.rendering.languages import how_far
from bot.storage.records import AnswerRecord
from bot.terminal.console import TerminalConsole
from bot.terminal.door import TerminalDoor
from bot.terminal.numbered import render_excerpt
from bot.terminal.passage import render_passage
from bot.terminal.plain import printable
from bot.terminal.progress import progress_on
from bot.terminal.rebuilt import render_rebuilt
from bot.terminal.render import (
    render_answer,
    render_changed,
    render_empty,
    render_report,
    render_sources,
    render_status,
    render_suggestions,
)
from bot.terminal.styles import STATEMENT, TROUBLE
from bot.terminal.welcome import render_welcome
from retrieval.answering.searcher import Searcher
from retrieval.domain import Answer, BuildReport, Passage
from retrieval.errors import VerbatimError
from retrieval.indexing.progress import Progress
from retrieval.text.escapes import without_escapes

__all__ = ["COMMANDS", "Command", "Session"]

MORE_AT_ONCE = 3
MOST_AROUND = 1000
"""Sentences that ``/context`` shows on each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command as /help lists it."""

    name: str
    argument: str
    summary: Phrase


COMMANDS = (
    Command(name="/help", argument="", summary=Phrase("help-help")),
    Command(name="/sources", argument="", summary=Phrase("help-sources")),
    Command(name="/more", argument="", summary=Phrase("help-more")),
    Command(name="/context", argument="N", summary=Phrase("help-context")),
    Command(name="/open", argument="N", summary=Phrase("help-open")),
    Command(name="/fresh", argument="", summary=Phrase("help-fresh")),
    Command(name="/new", argument="", summary=Phrase("help-new")),
    Command(name="/rebuild", argument="", summary=Phrase("help-rebuild")),
    Command(name="/status", argument="", summary=Phrase("help-status")),
    Command(name="/quit", argument="", summary=Phrase("help-quit")),
)


class _UsageError(Exception):
    """The line can't be done; the message tells the person what can."""


class Session:
    """One person's conversation with one index.

    A line is a question, a command that starts with ``/``, or the number of an offered choice.
    """

    def __init__(
        self,
        *,
        console: TerminalConsole,
        open_searcher: Callable[[], Searcher],
        build: Callable[[Progress], BuildReport],
        freshness: Freshness,
        conversation_turns: int,
        conversation_minutes: float,
        words: Words = ENGLISH,
    ) -> None:
        """Open the index, so that a missing one is said before the first question."""
        self._console = console
        self._words = words
        self._open_searcher = open_searcher
        self._build = build
        self._freshness = freshness
        self._searcher = open_searcher()
        self._door = TerminalDoor(
            lambda: self._searcher,
            name="repl",
            turns=conversation_turns,
            minutes=conversation_minutes,
            words=words,
        )
        self._last: Answered | None = None
        self._shown: list[Passage] = []
        self._commands: dict[str, Callable[[str], None]] = {
            "/help": self._help,
            "/sources": self._sources,
            "/more": self._more,
            "/context": self._context,
            "/open": self._open,
            "/fresh": self._fresh,
            "/new": self._new,
            "/rebuild": self._rebuild,
            "/status": self._status,
        }

    def close(self) -> None:
        """Let go of the index."""
        self._searcher.close()

    def welcome(self) -> None:
        """Say what is indexed, what may be asked and whether documents have changed since."""
        questions = self._searcher.first_questions()
        self._console.show(render_welcome(self._searcher.documents(), questions, self._words))
        self._tell_changed()
        self._console.show("")

    def echo(self, line: str) -> None:
        """Show a line that was not typed where its answer appears."""
        self._console.show(Text(printable(without_escapes(line)), style=STATEMENT))

    def run_line(self, line: str) -> bool:
        """Do what the line says; False when the person wants to leave."""
        line = " ".join(without_escapes(line).split())
        if not line:
            return True
        name, _, argument = line.partition(" ")
        if name in {"/quit", "/exit"}:
            return False
        try:
            if line.startswith("/"):
                self._command(name, argument.strip())
            elif line.isdecimal() and self._last is not None and self._last_answer().choices:
                self._choose(int(line))
            else:
                self._ask(line)
        except (_UsageError, VerbatimError) as error:
            said = str(error)
            if isinstance(error, VerbatimError):
                said = for_whoever_asks(error, self._words)
            sign = "" if self._console.marks else "✗ "
            self._console.show(Text.assemble((sign, TROUBLE), said))
        return True

    def _command(self, name: str, argument: str) -> None:
        if name not in self._commands:
            raise _UsageError(self._words.say("no-command", name=name))
        self._commands[name](argument)

    def _ask(self, question: str, *, follows: str | None = None, fresh: bool = False) -> None:
        answered = self._door.ask(question, follows=follows, fresh=fresh)
        answer = answered.record.answer
        self._last = answered
        self._shown = list(answer.passages)
        if not answer.answered and answer.small_talk is None and not self._searcher.info.sentences:
            self._console.show(render_empty(self._freshness.seeds, self._words))
            return
        self._console.show(render_answer(answer, self._words, marks=self._console.marks))
        if answer.more:
            self._console.note(self._words.say("more-has-passages"))
        suggestions = self._door.suggest(answered)
        if suggestions:
            self._console.show(render_suggestions(suggestions, self._words))

    def _choose(self, number: int) -> None:
        choices = self._last_answer().choices
        if not 1 <= number <= len(choices):
            raise _UsageError(self._words.say("choose-number", most=len(choices)))
        self._ask(choices[number - 1].question, follows=self._last_record().id)

    def _last_record(self) -> AnswerRecord:
        if self._last is None:
            raise _UsageError(self._words.say("ask-first"))
        return self._last.record

    def _last_answer(self) -> Answer:
        return self._last_record().answer

    def _passage(self, argument: str) -> tuple[int, Passage]:
        self._last_answer()
        number = self._number(argument, "1")
        if not 1 <= number <= len(self._shown):
            shown = len(self._shown)
            raise _UsageError(self._words.say("no-passage", number=str(number), shown=shown))
        return number, self._shown[number - 1]

    def _number(self, argument: str, default: str) -> int:
        value = argument or default
        if not value.isdecimal():
            raise _UsageError(self._words.say("no-number", text=repr(argument)))
        return int(value)

    def _help(self, _argument: str) -> None:
        self._console.note(self._words.say("help-type"))
        for command in COMMANDS:
            typed = f"  {command.name} {command.argument}".ljust(16)
            self._console.show(f"{typed}{self._words.of(command.summary)}")
        languages = self._words.say("terminal-languages", languages=how_far(self._words))
        self._console.note(languages)

    def _sources(self, _argument: str) -> None:
        self._console.show(render_sources(self._searcher.documents(), self._words))

    def _more(self, _argument: str) -> None:
        answer = self._last_answer()
        seen = len(self._shown) - len(answer.passages)
        batch = answer.more[seen : seen + MORE_AT_ONCE]
        if not batch:
            raise _UsageError(self._words.say("no-further-passages"))
        for passage in batch:
            self._shown.append(passage)
            self._show_passage(passage, len(self._shown))

    def _show_passage(self, passage: Passage, number: int) -> None:
        answers = self._last_answer().answered
        shown = render_passage(
            passage, number, self._words, marks=self._console.marks, answers=answers
        )
        self._console.show(shown)

    def _context(self, argument: str) -> None:
        self._last_answer()
        sentences = self._number(argument, "3")
        if not self._shown:
            raise _UsageError(self._words.say("no-passage-to-widen"))
        for number, passage in enumerate(self._shown, start=1):
            wider = widen(self._searcher, passage, min(sentences, MOST_AROUND))
            if wider is None:
                raise _UsageError(self._words.of(CHANGED))
            self._show_passage(wider, number)

    def _open(self, argument: str) -> None:
        _, passage = self._passage(argument)
        text = self._searcher.text(passage.citation.path)
        excerpt = render_excerpt(
            text, passage, marks=self._console.marks, answers=self._last_answer().answered
        )
        cited = f"{name_of(passage.citation, self._words)}\n{passage.citation.path}\n"
        self._console.show(Text(cited, no_wrap=True, overflow="ignore"))
        self._console.show(excerpt)

    def _fresh(self, _argument: str) -> None:
        self._ask(self._last_answer().question, fresh=True)

    def _new(self, _argument: str) -> None:
        self._door.forget()
        self._last = None
        self._shown = []
        self._console.note(self._words.say("conversation-forgotten"))

    def _rebuild(self, _argument: str) -> None:
        with progress_on(self._console, self._words) as progress:
            report = self._build(progress)
        old = self._searcher
        self._searcher = self._open_searcher()
        old.close()
        # In English as `verbatim index` says it, which speaks English alone.
        told = (
            render_report(report) if self._words == ENGLISH else render_rebuilt(report, self._words)
        )
        self._console.show(told)

    def _status(self, _argument: str) -> None:
        info = counted(self._searcher.info, self._searcher.documents())
        self._console.show(render_status(info, self._words))
        self._tell_changed()

    def _tell_changed(self) -> None:
        """Say that documents have changed since they were indexed, if they have."""
        changed = self._freshness.changed(self._searcher.info, self._searcher.documents())
        if changed:
            remedy = self._words.say("run-index-or-rebuild")
            self._console.show(
                render_changed(changed, self._freshness.seeds, self._words, remedy=remedy)
            )
