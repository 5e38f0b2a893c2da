"""Everything that is stored of a document, read back."""

from typing import Any

import numpy as np

from retrieval.domain import Document
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.postgres.build import Build
from retrieval.store.postgres.connection import Connection
from retrieval.store.postgres.content import (
    blocks_from,
    checksum,
    layout_from,
    rows_checksum,
    sentences_from,
    text_from,
)
from retrieval.store.values import SCALES, VALUES, Features, StoredContent, StoredDocument

__all__ = ["read_content"]

_DOCUMENT = """
SELECT text, blocks, layout, counted, checksum, rows_checksum, first_row
FROM documents WHERE id = %s"""
_ROWS = """
SELECT s.vector, t.scales, t.values FROM sentences s JOIN tokens t USING (id)
WHERE s.id >= %s AND s.id < %s ORDER BY s.id"""


def read_content(connection: Connection, build: Build, stored: StoredDocument) -> StoredContent:
    """Read a document of a build.

    Raises:
        IndexDamagedError: It is not what was written.
    """
    damaged = IndexDamagedError(
        f"What the index in {build.server} has of {stored.path} is damaged", REBUILD_INDEX
    )
    number = int(build.numbers[stored.id])
    row = connection.execute(_DOCUMENT, [number], binary=True).fetchone()
    if row is None:
        raise damaged
    text, blocks, layout_bytes, counted, expected, expected_rows, first = row
    if checksum(text, blocks, layout_bytes, counted) != expected:
        raise damaged
    layout = layout_from(layout_bytes)
    rows = connection.execute(_ROWS, [first, first + stored.size], binary=True).fetchall()
    if len(rows) != stored.size:
        raise damaged
    scales = np.frombuffer(b"".join(scales for _, scales, _ in rows), np.float16)
    values = np.frombuffer(b"".join(values for _, _, values in rows), np.uint16)
    if len(scales) != layout.token_counts.sum() or (len(scales) and len(values) % len(scales)):
        raise damaged
    features = Features(
        vectors=_vectors(rows, build.spec.dimension),
        per_sentence=layout.per_sentence,
        token_counts=layout.token_counts,
        per_token={
            VALUES: values.reshape(len(scales), len(values) // len(scales) if len(scales) else 1),
            SCALES: scales,
        },
    )
    if rows_checksum(features) != expected_rows:
        raise damaged
    document = Document(
        path=stored.path,
        title=stored.title,
        author=stored.author,
        text=text_from(text),
        blocks=blocks_from(blocks),
        part=stored.part,
        collection=stored.collection,
        reader=stored.reader,
        language=stored.language,
        warnings=stored.warnings,
    )
    return StoredContent(document=document, sentences=sentences_from(layout), features=features)


def _vectors(rows: list[Any], dimension: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    made = np.empty((len(rows), dimension), np.float32)
    for at, (vector, _, _) in enumerate(rows):
        made[at] = vector.to_numpy()
    return made
