"""What to say of a failure, at the terminal and in Discord.

An error says what is the matter; here it is said what can be done about it, by whom. Whoever sits
at the terminal runs Verbatim, and is told commands and settings. In Discord an administrator can
build the index, whoever runs the bot can do all that the terminal's user can, and everybody else
is told no more than helps them.
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

from bot.errors import AnswersAwayError, Busy, LibraryError, TooSlow
from bot.localisation.words import ENGLISH, Phrase, Words
from config.places import name_of
from retrieval.errors import (
    IndexDamagedError,
    IndexNotFoundError,
    IndexOutdatedError,
    ModelUnavailableError,
    StoreUnavailableError,
    UnknownDocumentError,
    VerbatimError,
)
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["SOMETHING_WRONG", "for_discord", "for_terminal", "for_whoever_asks"]

SOMETHING_WRONG = Phrase("something-wrong")
_NO_DOCUMENT = Phrase("document-gone")
_UNAVAILABLE = Phrase("unreachable")
_ASK_THE_OWNER = "whoever runs me has to look after it"
_FORGETFUL = Phrase("memory-unreachable")
_FOR_ASKERS = {
    UnknownDocumentError: _NO_DOCUMENT,
    StoreUnavailableError: _UNAVAILABLE,
    AnswersAwayError: _FORGETFUL,
}
_AT_TERMINAL = {
    IndexNotFoundError: Phrase("terminal-no-index"),
    IndexOutdatedError: Phrase("terminal-index-outdated"),
    IndexDamagedError: Phrase("terminal-index-damaged"),
    ModelUnavailableError: Phrase("terminal-no-model"),
}
# Errors whose own words are for whoever asked; the others name files and settings of the owner.
_FOR_EVERYONE = (Busy, LibraryError, TooSlow)


def for_terminal(error: VerbatimError) -> str:
    """Say in one sentence what is the matter and which command or setting mends it."""
    named: set[str] = set()
    alternatives: list[str] = []
    afterwards: list[str] = []
    for remedy in error.remedies:
        words = _at_terminal(remedy, named_before=remedy.about in named)
        named.add(remedy.about)
        (afterwards if _comes_after(remedy) else alternatives).append(words)
    return _sentence(error.what, alternatives, afterwards)


def for_whoever_asks(error: VerbatimError, words: Words) -> str:
    """Say what keeps a question at the terminal from being answered, in the asker's language.

    What exactly is the matter, and what mends it, follows in English, as logs and manuals have it.
    """
    exactly = for_terminal(error)
    if words == ENGLISH:
        return exactly
    phrase = next((said for kind, said in _AT_TERMINAL.items() if isinstance(error, kind)), None)
    return exactly if phrase is None else f"{words.of(phrase)} ({exactly})"


def for_discord(
    error: VerbatimError, *, administrator: bool, owner: bool = False, words: Words = ENGLISH
) -> str:
    """Say in one sentence what is the matter; plain text, for the caller to escape.

    Args:
        error: What happened.
        administrator: Whether the reader may build the index.
        owner: Whether the reader runs the bot, and so can change its settings and its machine.
        words: The reader's; what is the matter with an index is for administrators, in English.
    """
    if isinstance(error, _FOR_EVERYONE):
        return words.of_error(error)
    if not (administrator or owner):
        return words.of(_FOR_ASKERS.get(type(error), SOMETHING_WRONG))
    named: set[str] = set()
    alternatives: list[str] = []
    afterwards: list[str] = []
    withheld = False
    for remedy in error.remedies:
        said = _in_discord(remedy)
        if said is None and not owner:
            withheld = True
            continue
        said = said or _at_terminal(remedy, named_before=remedy.about in named)
        named.add(remedy.about)
        (afterwards if _comes_after(remedy) else alternatives).append(said)
    if withheld and not alternatives:
        alternatives = [_ASK_THE_OWNER]
    return _sentence(error.what, alternatives, afterwards)


def _at_terminal(remedy: Remedy, *, named_before: bool) -> str:
    """Say what to do; ``named_before``: what it is about was named by the remedy before it."""
    about, to = remedy.about, remedy.to
    setting = "it" if named_before else name_of(about)
    match remedy.kind:
        case RemedyKind.BUILD_INDEX:
            return "run `verbatim index` to make one"
        case RemedyKind.REBUILD_INDEX:
            return "run `verbatim index` to build the index anew"
        case RemedyKind.BUILD_AFTER_OTHER:
            return "run `verbatim index` again when it has ended"
        case RemedyKind.THEN_BUILD_AGAIN:
            return "then run `verbatim index` again"
        case RemedyKind.THEN_TRY_AGAIN:
            return "then try again"
        case RemedyKind.START_AGAIN:
            return "start it again"
        case RemedyKind.NAME_DOCUMENT:
            return f"did you mean {about}?"
        case RemedyKind.LIST_DOCUMENTS:
            return "`verbatim status` lists them all"
        case RemedyKind.LIST_STATES:
            return "`verbatim status` lists those that are kept"
        case RemedyKind.TRY_LATER:
            return "try again when it has ended"
        case RemedyKind.SET:
            return f"set {setting} to {to}"
        case RemedyKind.CORRECT:
            return f"correct {setting}"
        case RemedyKind.CORRECT_ALL:
            return f"correct them ({about.removesuffix('.')})"
        case RemedyKind.LEAVE_OUT:
            return f"leave {setting} out to {to}"
        case RemedyKind.MEND_MODEL:
            return "mend its files"
        case RemedyKind.INSTALL_AGAIN:
            return "install Verbatim again"
        case RemedyKind.INSTALL_PACKAGE:
            return f"install it again with pip install --force-reinstall --no-deps '{about}'"
        case RemedyKind.INSTALL_EXTRA:
            return f"install it with pip install 'verbatim[{about}]'"
        case RemedyKind.CONNECT:
            return "connect this machine"
        case RemedyKind.MAKE_ROOM:
            return "make room"
        case RemedyKind.GRANT_READ:
            return "give the user that runs Verbatim the right to read it"
        case RemedyKind.GRANT_WRITE:
            return "give the user that runs Verbatim the right to write there"
        case RemedyKind.CALIBRATE_AGAIN:
            return "run 'verbatim calibrate' again"
        case RemedyKind.REMOVE_CALIBRATION:
            return "remove the file to use the shipped confidence"
        case RemedyKind.TRY_AGAIN:
            return "try again in a moment"
        case RemedyKind.START_SERVER:
            return "start it"
        case RemedyKind.INSTALL_PGVECTOR:
            return "install pgvector on its server"
        case RemedyKind.RUN_SQL:
            return f"let {to} run {about}"
        case RemedyKind.UPDATE:
            return "install that version"
        case _:
            assert_never(remedy.kind)


def _in_discord(remedy: Remedy) -> str | None:
    """Say what an administrator can do in Discord; None: it is done where the bot runs."""
    match remedy.kind:
        case RemedyKind.BUILD_INDEX | RemedyKind.REBUILD_INDEX:
            return "run `/docs rebuild`"
        case RemedyKind.BUILD_AFTER_OTHER:
            return "run `/docs rebuild` again when it has ended"
        case RemedyKind.THEN_BUILD_AGAIN:
            return "then run `/docs rebuild` again"
        case RemedyKind.LIST_DOCUMENTS:
            return "`/sources` lists them all"
        case RemedyKind.LIST_STATES:
            return "`/docs history` lists those that are kept"
        case (
            RemedyKind.START_AGAIN
            | RemedyKind.NAME_DOCUMENT
            | RemedyKind.TRY_AGAIN
            | RemedyKind.TRY_LATER
            | RemedyKind.THEN_TRY_AGAIN
        ):
            return _at_terminal(remedy, named_before=False)
        case _:
            return None


def _comes_after(remedy: Remedy) -> bool:
    return remedy.kind in (RemedyKind.THEN_BUILD_AGAIN, RemedyKind.THEN_TRY_AGAIN)


def _sentence(what: str, alternatives: Sequence[str], afterwards: Iterable[str]) -> str:
    *most, last = alternatives or ("",)
    mended = f"{', '.join(most)}, or {last}" if most else last
    sentence = "; ".join(part for part in (what, mended, *afterwards) if part)
    return sentence if sentence.endswith(("?", "。")) else f"{sentence}."
