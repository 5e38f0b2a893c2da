"""Making a folder to begin in: settings, an example document, and nothing of anybody's replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from config.example import example_settings
from config.places import ENV_FILE
from config.settings import CoreSettings
from retrieval.errors import SeedsError
from retrieval.reading import discover

__all__ = ["EXAMPLE", "QUESTION", "Beginning", "begin_in"]

_PRIVATE = 0o600
"""The settings will hold a token."""
EXAMPLE = "about-this-folder.md"
QUESTION = "How do I add a document?"
_TEXT = """\
# About this folder

Verbatim answers questions with the exact sentences of the documents in this folder.

## Adding documents

To add a document, put its file into this folder and run `verbatim index`. Text, Markdown, PDF, web
pages, Word, spreadsheets and e-mails are read; `verbatim index` names every file that is skipped,
with the reason. While `verbatim run` or `verbatim index --watch` runs, changes are taken up a
second after the last one.

## Asking

`verbatim ask` asks one question, and `verbatim repl` opens a conversation in the terminal. To
answer on Discord, put the token of a bot into the settings and run `verbatim run`.

## This document

This document is an example. Delete it when you have put documents of your own here.
"""
_IGNORED = f"{ENV_FILE}\n.verbatim/\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What was made, and what was there already, by path."""

    made: tuple[Path, ...]
    kept: tuple[Path, ...]


def begin_in(folder: Path) -> Beginning:
    """Make a folder to work in, or complete one; no file that is there is touched.

    Raises:
        OSError: It can't be written.
    """
    seeds = folder / CoreSettings.model_fields["seeds"].default
    seeds.mkdir(parents=True, exist_ok=True)
    wanted: list[tuple[Path, str, int]] = [
        (folder / ENV_FILE, example_settings(), _PRIVATE),
        (folder / ".gitignore", _IGNORED, 0o644),
    ]
    made: list[Path] = []
    kept: list[Path] = []
    if _has_documents(seeds):
        kept.append(seeds)
    else:
        wanted.append((seeds / EXAMPLE, _TEXT, 0o644))
    for path, content, mode in wanted:
        (made if _make(path, content, mode) else kept).append(path)
    return Beginning(made=_sorted(made), kept=_sorted(kept))


def _make(path: Path, content: str, mode: int) -> bool:
    """Write a file that is not there yet; returns whether it wasn't."""
    try:
        # Exclusively: what somebody makes at the same time is theirs.
        with path.open("x", encoding="utf-8") as file:
            path.chmod(mode)
            file.write(content)
    except FileExistsError:
        return False
    return True


def _has_documents(seeds: Path) -> bool:
    try:
        found = discover(seeds)
    except SeedsError:
        return True  # Whatever is in there, it is not ours to add to.
    return bool(found.files or found.skipped)


def _sorted(paths: Sequence[Path]) -> tuple[Path, ...]:
    return tuple(sorted(paths))
