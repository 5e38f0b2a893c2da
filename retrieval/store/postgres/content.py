"""What is stored of a document, as the values of its row and back."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from retrieval.arrays import AnyArray, IntArray
from retrieval.domain import Block, Document, Sentence
from retrieval.store.postgres.arrays import pack, unpack
from retrieval.store.values import Features, StoredDocument

__all__ = [
    "Layout",
    "blocks_from",
    "checksum",
    "dump_blocks",
    "dump_details",
    "dump_layout",
    "layout_from",
    "rows_checksum",
    "sentences_from",
    "stored_document",
    "text_from",
    "text_to",
]

_PLACES = "places"
"""Of a layout, int32 [n, 5]: block, start, end, first line, last line of each sentence."""
_SENTENCE = "sentence."
_BLOCKS = TypeAdapter(tuple[Block, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a document's n sentences stand, and what else is stored of each."""

    places: IntArray
    per_sentence: Mapping[str, AnyArray]
    token_counts: IntArray


def text_to(text: str) -> bytes:
    """Return a text as it is stored."""
    return text.encode("utf-8", "surrogatepass")


def text_from(stored: bytes) -> str:
    """Return a stored text."""
    return stored.decode("utf-8", "surrogatepass")


def dump_blocks(document: Document) -> bytes:
    """Return the blocks of a document as JSON."""
    return _BLOCKS.dump_json(document.blocks)


def blocks_from(stored: bytes) -> tuple[Block, ...]:
    """Return blocks from JSON.

    Raises:
        ValueError: They aren't any.
    """
    return _BLOCKS.validate_json(stored)


def dump_layout(sentences: Sequence[Sentence], features: Features) -> bytes:
    """Return where sentences stand and what is stored of each but its vectors."""
    rows = [(s.block, s.start, s.end, s.first_line, s.last_line) for s in sentences]
    named = {f"{_SENTENCE}{name}": rows for name, rows in features.per_sentence.items()}
    counts = features.token_counts
    return pack(
        {
            _PLACES: np.array(rows, dtype=np.int32).reshape(-1, 5),
            "tokens": np.zeros(len(rows), np.int32) if counts is None else counts,
            **named,
        }
    )


def layout_from(stored: bytes) -> Layout:
    """Return what `dump_layout` has made.

    Raises:
        ValueError: It is something else.
    """
    arrays = unpack(stored)
    try:
        return Layout(
            places=arrays.pop(_PLACES),
            token_counts=arrays.pop("tokens"),
            per_sentence={name.removeprefix(_SENTENCE): rows for name, rows in arrays.items()},
        )
    except KeyError as error:
        raise ValueError(f"no {error}") from error


def sentences_from(layout: Layout) -> tuple[Sentence, ...]:
    """Return the sentences of a layout."""
    return tuple(
        Sentence(start=start, end=end, first_line=first, last_line=last, block=block)
        for block, start, end, first, last in layout.places.tolist()
    )


def dump_details(document: Document, sha256: str) -> str:
    """Return what is known of a document without reading it, as JSON."""
    return json.dumps(
        {
            "title": document.title,
            "author": document.author,
            "sha256": sha256,
            "characters": len(document.text),
            "part": document.part,
            "reader": document.reader,
            "language": document.language,
            "warnings": document.warnings,
        }
    )


def stored_document(
    number: int, first: int, path: str, collection: str, sentences: int, details: Mapping[str, Any]
) -> StoredDocument:
    """Return a document of an index.

    Args:
        number: Its id there.
        first: The id of its first sentence.
        path: Its own.
        collection: Its own.
        sentences: How many it has.
        details: As `dump_details` has written them.
    """
    return StoredDocument(
        id=number,
        path=path,
        collection=collection,
        rows=range(first, first + sentences),
        title=details["title"],
        author=details["author"],
        sha256=details["sha256"],
        characters=details["characters"],
        part=details["part"],
        reader=details["reader"],
        language=details.get("language", ""),
        warnings=tuple(details["warnings"]),
    )


def checksum(text: bytes, blocks: bytes, layout: bytes, counted: bytes) -> bytes:
    """Hash what is quoted, what says where, and what is counted; the server computes the same."""
    return hashlib.sha256(text + blocks + layout + counted).digest()


def rows_checksum(features: Features) -> bytes:
    """Hash the vectors and the tokens of a document's sentences."""
    digest = hashlib.sha256(np.ascontiguousarray(features.vectors, np.float32).tobytes())
    for name in sorted(features.per_token):
        digest.update(np.ascontiguousarray(features.per_token[name]).tobytes())
    return digest.digest()
