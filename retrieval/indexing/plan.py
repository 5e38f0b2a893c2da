"""What a build has to do: the documents as they are now against those of the last build."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from retrieval.domain import Document, Sentence, Skipped
from retrieval.errors import DocumentError, SeedsError
from retrieval.indexing.progress import Progress, Stage
from retrieval.reading import SUFFIXES, discover, load, read_file
from retrieval.store.files.database import StoredDocument
from retrieval.store.files.previous import Previous
from retrieval.text.sentences.split import split_sentences

__all__ = ["Entry", "Fresh", "Plan", "compare", "tools"]

_TOOLS = ("verbatim", "sentencex", "markdown-it-py", "charset-normalizer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A document whose sentences must be embedded."""

    document: Document
    sentences: tuple[Sentence, ...]
    sha256: str

    @property
    def path(self) -> str:
        """Its name."""
        return self.document.path

    @property
    def size(self) -> int:
        """How many sentences it has."""
        return len(self.sentences)


Entry: TypeAlias = Fresh | StoredDocument
"""A document of the new index: embedded anew, or copied from the last build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The documents of the new index, and how they differ from the last one's."""

    entries: tuple[Entry, ...]
    """Sorted by path, as are the names below."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[Skipped, ...]

    def same_as(self, previous: Previous) -> bool:
        """Tell whether the new index would be the last one over again."""
        return all(isinstance(entry, StoredDocument) for entry in self.entries) and {
            entry.path for entry in self.entries
        } == set(previous.documents)


def compare(seeds: Path, previous: Previous | None, tell: Progress, *, max_bytes: int) -> Plan:
    """Read the folder as far as it has changed.

    Raises:
        SeedsError: The folder can't be read, or nothing in it can be indexed.
    """
    found = discover(seeds)
    known = previous.documents if previous else {}
    reusable = previous is not None and previous.reusable
    entries: list[Entry] = []
    skipped = list(found.skipped)
    for done, file in enumerate(found.files):
        tell(Stage.READING, done, len(found.files))
        path = file.relative_to(seeds).as_posix()
        try:
            data = load(file, limit=max_bytes)
            sha256 = hashlib.sha256(data).hexdigest()
            old = known.get(path)
            if reusable and old is not None and old.sha256 == sha256:
                entries.append(old)
            else:
                entries.extend(_read(data, path, sha256))
        except DocumentError as error:
            skipped.append(Skipped(path=path, reason=str(error)))
    tell(Stage.READING, len(found.files), len(found.files))
    if not entries:
        raise _nothing(seeds, skipped)
    hashes = {entry.path: entry.sha256 for entry in entries}
    lost = {file.path for file in skipped}
    return Plan(
        entries=tuple(sorted(entries, key=lambda entry: entry.path)),
        added=_sorted(path for path in hashes if path not in known),
        changed=_sorted(p for p, h in hashes.items() if p in known and known[p].sha256 != h),
        removed=_sorted(path for path in known if path not in hashes and path not in lost),
        unchanged=_sorted(p for p, h in hashes.items() if p in known and known[p].sha256 == h),
        skipped=tuple(sorted(skipped, key=lambda file: file.path)),
    )


def tools() -> str:
    """Name the versions of everything that may read or split a document differently some day."""
    return " ".join(f"{name} {version(name)}" for name in _TOOLS)


def _read(data: bytes, path: str, sha256: str) -> list[Fresh]:
    fresh = [
        Fresh(document=document, sentences=sentences, sha256=sha256)
        for document in read_file(data, path).documents
        if (sentences := tuple(split_sentences(document)))
    ]
    if not fresh:
        raise DocumentError("The file holds no sentences.")
    return fresh


def _sorted(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))


def _nothing(seeds: Path, skipped: Sequence[Skipped]) -> SeedsError:
    why = "it is empty"
    if skipped:
        first = skipped[0]
        reason = first.reason.rstrip(".")
        why = f"{len(skipped)} skipped, the first of them {first.path}: {reason}"
    return SeedsError(
        f"Nothing in {seeds} can be indexed ({why}); put documents there that end in "
        f"{' or '.join(SUFFIXES)}."
    )
