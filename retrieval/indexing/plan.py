"""What a build has to do: the documents as they are now against those of the last build."""

import hashlib
import pickle
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from retrieval.domain import Document, Sentence, Skipped, Warned
from retrieval.errors import DocumentError, DocumentHiddenError, SeedsError
from retrieval.indexing.progress import Progress, Stage
from retrieval.reading import KNOWN, discover, version_of
from retrieval.reading.apart import read_apart
from retrieval.reading.load import load
from retrieval.store.interface import PublishedIndex
from retrieval.store.values import IndexSpec, StoredDocument

__all__ = ["Entry", "Fresh", "Plan", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A document that was read now.

    All of a first build are held until they are written: so they are packed, in a fifth of the
    memory.
    """

    path: str
    """Its name."""
    size: int
    """How many sentences it has."""
    sha256: str
    """Of its file."""
    reader: str
    """What read it."""
    warnings: tuple[str, ...]
    packed: bytes

    @classmethod
    def pack(cls, document: Document, sentences: tuple[Sentence, ...], sha256: str) -> "Fresh":
        """Pack a document."""
        return cls(
            path=document.path,
            size=len(sentences),
            sha256=sha256,
            reader=document.reader,
            warnings=document.warnings,
            packed=zlib.compress(pickle.dumps((document, sentences)), 1),
        )

    def is_written(self, unfinished: StoredDocument | None) -> bool:
        """Tell whether this is what a killed build has written of it."""
        return unfinished is not None and (self.sha256, self.reader, self.size) == (
            unfinished.sha256,
            unfinished.reader,
            unfinished.size,
        )

    def unpack(self) -> tuple[Document, tuple[Sentence, ...]]:
        """Return the document and its sentences."""
        unpacked = zlib.decompress(self.packed)
        document, sentences = pickle.loads(unpacked)  # noqa: S301 (it never leaves this process)
        return document, sentences


_NAMED = 3
"""Files that are named where there is nothing to index."""

Entry: TypeAlias = Fresh | StoredDocument
"""A document of the new index: read now, or kept from the last build."""


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
    warnings: tuple[Warned, ...]

    def same_as(self, previous: PublishedIndex) -> bool:
        """Tell whether the new index would be the last one over again."""
        return all(isinstance(entry, StoredDocument) for entry in self.entries) and {
            entry.path for entry in self.entries
        } == set(previous.documents)


def compare(
    seeds: Path,
    previous: PublishedIndex | None,
    spec: IndexSpec,
    tell: Progress,
    *,
    max_bytes: int,
    language: str = "",
) -> Plan:
    """Read the folder as far as it has changed, each file once.

    A file is read again when its bytes have changed, or what reads such files has, or what splits
    documents or tells their language, which need not change a sentence. Of what is there and can't
    be looked at now (a folder that may not be opened, a disk that fails) the last index's documents
    stay.

    Raises:
        SeedsError: The folder can't be read, or nothing in it can be indexed and nothing was taken
            out of it.
    """
    found = discover(seeds)
    known = previous.documents if previous else {}
    kept = _by_file(known) if previous is not None and previous.spec == spec else {}
    entries: list[Entry] = []
    skipped = list(found.skipped)
    warnings: list[Warned] = []
    for done, file in enumerate(found.files):
        tell(Stage.READING, done, len(found.files))
        path = file.relative_to(seeds).as_posix()
        try:
            data = load(file, limit=max_bytes)
            sha256 = hashlib.sha256(data).hexdigest()
            old = kept.get(path)
            if old and {(one.sha256, one.reader) for one in old} == {(sha256, version_of(path))}:
                entries += old
                warnings += _warnings(path, [one.warnings for one in old])
                continue
            fresh = [
                Fresh.pack(one.document, one.sentences, sha256)
                for one in read_apart(data, path, language=language)
            ]
            entries += fresh
            warnings += _warnings(path, [one.warnings for one in fresh])
        except DocumentError as error:
            hidden = isinstance(error, DocumentHiddenError)
            skipped.append(Skipped(path=path, reason=str(error), hidden=hidden))
    tell(Stage.READING, len(found.files), len(found.files))
    for place, skip in enumerate(skipped):
        old = _hidden_by(skip, kept)
        if old:
            entries += old
            skipped[place] = replace(skip, reason=f"{skip.reason} What the index has of it stays.")
    hashes = {entry.path: entry.sha256 for entry in entries}
    lost = {file.path for file in skipped}
    removed = _sorted(p for p, d in known.items() if p not in hashes and d.file not in lost)
    # Where the last document was taken away, what it said must not be answered any more.
    if not any(entry.size for entry in entries) and not removed:
        raise _nothing(seeds, skipped, [entry.path for entry in entries])
    return Plan(
        entries=tuple(sorted(entries, key=lambda entry: entry.path)),
        added=_sorted(path for path in hashes if path not in known),
        changed=_sorted(p for p, h in hashes.items() if p in known and known[p].sha256 != h),
        removed=removed,
        unchanged=_sorted(p for p, h in hashes.items() if p in known and known[p].sha256 == h),
        skipped=tuple(sorted(skipped, key=lambda file: file.path)),
        warnings=tuple(sorted(warnings, key=lambda file: file.path)),
    )


def _hidden_by(skip: Skipped, kept: Mapping[str, Sequence[StoredDocument]]) -> list[StoredDocument]:
    """Return the documents of a file, or below a folder, that can't be looked at now."""
    if not skip.hidden:
        return []
    return [
        document
        for file, documents in kept.items()
        if f"{file}/".startswith(f"{skip.path}/")
        for document in documents
    ]


def _warnings(path: str, told: Sequence[tuple[str, ...]]) -> list[Warned]:
    return [Warned(path=path, text=text) for texts in told for text in texts]


def _by_file(documents: Mapping[str, StoredDocument]) -> dict[str, list[StoredDocument]]:
    files = defaultdict(list)
    for document in documents.values():
        files[document.file].append(document)
    return files


def _sorted(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))


def _nothing(seeds: Path, skipped: Sequence[Skipped], read: Sequence[str]) -> SeedsError:
    why = "it is empty"
    if read:
        why = f"there is no text to answer with in {', '.join(sorted(read)[:_NAMED])}"
    if skipped:
        first = skipped[0]
        reason = first.reason.rstrip(".")
        why = f"{len(skipped)} skipped, the first of them {first.path}: {reason}"
    return SeedsError(
        f"Nothing in {seeds} can be indexed ({why}); put documents there that can be read: {KNOWN}."
    )
