"""Whether a build is what was written."""

from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.postgres.build import Build
from retrieval.store.postgres.connection import Connection
from retrieval.store.postgres.contents import read_content

__all__ = ["check_build", "damaged_documents"]

_DAMAGED = """
SELECT d.id FROM members m JOIN documents d ON d.id = m.document
WHERE m.build = %s AND (
    sha256(d.text || d.blocks || d.layout || d.counted) <> d.checksum
    OR d.sentences <> (SELECT count(*) FROM sentences s WHERE s.document = d.id)
    OR d.sentences <> (SELECT count(*) FROM tokens t
        WHERE t.id >= d.first_row AND t.id < d.first_row + d.sentences)
    OR d.sentences > 0 AND NOT EXISTS (SELECT FROM postings p WHERE p.document = d.id)
)"""


def check_build(connection: Connection, build: Build) -> None:
    """Read all of a build and compare it with its checksums.

    Raises:
        IndexDamagedError: Something is missing or not what was written.
    """
    damaged = damaged_documents(connection, build)
    if damaged:
        at = build.numbers.tolist().index(min(damaged))
        raise IndexDamagedError(
            f"What the index in {build.server} has of {build.documents[at].path} is damaged",
            REBUILD_INDEX,
        )
    for document in build.documents:
        read_content(connection, build, document)


def damaged_documents(connection: Connection, build: Build) -> frozenset[int]:
    """Let the server say which documents, by their numbers, lack something or were changed.

    It reads what is quoted and where it stands; of vectors and tokens it only counts the rows.
    """
    rows = connection.execute(_DAMAGED, [build.corpus.build]).fetchall()
    return frozenset(int(number) for (number,) in rows)
