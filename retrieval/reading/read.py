"""The documents of one file: read by the reader of its format, and given their names."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from retrieval.collection import collection_of
from retrieval.domain import Block, Document
from retrieval.errors import DocumentError
from retrieval.reading.protocol import Contents, Reader, Reading
from retrieval.reading.registry import provenance, required_reader
from retrieval.text.languages.detect import as_code, document_language, prose_of
from retrieval.text.printable import printable

__all__ = ["FileReading", "read_file", "title_from_name"]

# Longer ones are no names: they fill a card, a list and a terminal with nothing to tell.
_LONGEST_LABEL = 300
_LONGEST_PART = 100
_LONGEST_WORD = 100
_DEEPEST = 12
_MOST_WARNINGS = 20
_NO_WORDS = "The file holds no words."
_NO_LANGUAGE = (
    "Its front matter names the language {name!r}, which Verbatim doesn't know; write an ISO 639-1 "
    "code, as in lang: de."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """The documents of a file and what its owner should know of them."""

    documents: tuple[Document, ...]
    """At least one, each with a path of its own and, if it is searched, at least one block."""
    warnings: tuple[str, ...] = ()
    """One sentence each, none of which names the file."""
    is_searched: bool = True
    """False: it holds no sentences, and is kept for what it says of the others."""


def read_file(
    data: bytes,
    path: str,
    *,
    collection: str | None = None,
    reader: Reader | None = None,
    language: str = "",
) -> FileReading:
    """Read the bytes of a file whose POSIX path relative to the seeds folder is ``path``.

    ``reader`` is the one that the ending of the path names, and ``collection`` its first folder,
    unless another is given. ``language`` is the ISO 639-1 code of the one that documents are in
    which don't say theirs; empty: it is found.

    Raises:
        DocumentError: with the reason, in one sentence that doesn't name the file: it is blank,
            binary, damaged, or in an unknown encoding or format; or its reader failed on it.
    """
    reader = reader or required_reader(path)
    collection = collection_of(path) if collection is None else collection
    reading = _read(reader, data, path)
    documents = []
    warnings = list(reading.warnings)
    for contents, part in zip(reading.documents, _parts(reading.documents), strict=True):
        if contents.blocks or not reading.is_searched:
            documents.append(_document(contents, part, path, collection, reader, language))
            if contents.language and as_code(contents.language) is None:
                warnings.append(_NO_LANGUAGE.format(name=_cut(contents.language, 40)))
        elif len(reading.documents) > 1:
            warnings.append(f"Its part {part} holds no words and was left out.")
    if not documents:
        raise DocumentError(_NO_WORDS)
    return FileReading(
        documents=tuple(documents),
        warnings=_bounded(warnings),
        is_searched=reading.is_searched,
    )


def title_from_name(path: str) -> str:
    """Return a file's name as words: ``annual-report_2020.txt`` is "Annual report 2020"."""
    file = PurePosixPath(path)
    words = " ".join(file.stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] if words else file.name


def _read(reader: Reader, data: bytes, path: str) -> Reading:
    try:
        return reader.read(data, path)
    except DocumentError:
        raise
    except Exception as error:
        # A reader is mostly other people's code on a file that anybody may have made: whatever
        # it raises is this file's trouble, and the others are still read.
        raise DocumentError(
            f"The {reader.name} reader failed on it ({type(error).__name__}); "
            "it may be damaged, so save it again."
        ) from error


def _document(
    contents: Contents,
    part: str | None,
    path: str,
    collection: str,
    reader: Reader,
    language: str,
) -> Document:
    fallback = title_from_name(path)
    return Document(
        path=path if part is None else f"{path}#{part}",
        title=_label(contents.title) or (fallback if part is None else f"{fallback}: {part}"),
        author=_label(contents.author),
        text=contents.text,
        blocks=tuple(map(_block, contents.blocks)),
        part=part,
        collection=collection,
        reader=provenance(reader),
        language=as_code(contents.language)
        or language
        or document_language(prose_of(contents.text, contents.blocks)),
    )


def _parts(documents: tuple[Contents, ...]) -> list[str | None]:
    """Return a name for each document: on one line, printable, and no two the same."""
    if len(documents) == 1 and documents[0].part is None:
        return [None]
    named = [
        _cut(printable(" ".join((contents.part or "").split())), _LONGEST_PART) or str(number)
        for number, contents in enumerate(documents, 1)
    ]
    # A name that is there as it is keeps it, whatever the numbered ones before it come to.
    taken = set(named)
    seen: set[str] = set()
    counts: dict[str, int] = {}
    parts: list[str | None] = []
    for name in named:
        part = name
        while part in seen or (part != name and part in taken):
            counts[name] = counts.get(name, 1) + 1
            part = f"{name} ({counts[name]})"
        seen.add(part)
        parts.append(part)
    return parts


def _block(block: Block) -> Block:
    """Return a block whose words of its own are of bounded length: each stands in the index again.

    A heading of a megabyte would be stored with every paragraph below it.
    """
    headings = block.headings[:_DEEPEST]
    labels = (block.mark, block.language, block.speaker, block.admonition)
    if (
        headings == block.headings
        and all(len(words) <= _LONGEST_LABEL for words in headings)
        and all(len(words) <= _LONGEST_WORD for words in labels)
    ):
        return block
    mark, language, speaker, admonition = (_cut(words, _LONGEST_WORD) for words in labels)
    return replace(
        block,
        headings=tuple(_cut(words, _LONGEST_LABEL) for words in headings),
        mark=mark,
        language=language,
        speaker=speaker,
        admonition=admonition,
    )


def _bounded(warnings: list[str]) -> tuple[str, ...]:
    if len(warnings) > _MOST_WARNINGS:
        rest = len(warnings) - _MOST_WARNINGS
        warnings = [*warnings[:_MOST_WARNINGS], f"There are {rest} more such remarks on it."]
    return tuple(_cut(warning, _LONGEST_LABEL) for warning in warnings)


def _label(words: str | None) -> str | None:
    """Return a title or a name on one line, of bounded length, and fit to be stored."""
    if words is None:
        return None
    line = _cut(" ".join(words.split()), _LONGEST_LABEL)
    return line.encode("utf-8", "replace").decode("utf-8") or None


def _cut(line: str, longest: int) -> str:
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
