"""The tables of the database."""

__all__ = ["APPLICATION_ID", "DATABASE", "READABLE", "SCHEMA", "SCHEMA_VERSION"]

DATABASE = "corpus.sqlite3"
"""Its name in a build."""

APPLICATION_ID = 0x56524254
"""Says "Verbatim" in the file's header (SQLite's ``application_id``)."""

SCHEMA_VERSION = 5

READABLE = (4, SCHEMA_VERSION)
"""In version 4 no document had a language."""

SCHEMA = """
CREATE TABLE documents (
    id             INTEGER PRIMARY KEY,
    path           TEXT NOT NULL UNIQUE,
    title          TEXT NOT NULL,
    author         TEXT,
    sha256         TEXT NOT NULL,     -- of the file as it was read
    characters     INTEGER NOT NULL,
    text           TEXT NOT NULL,
    first_sentence INTEGER NOT NULL,  -- the document's sentences are one run of ids
    sentences      INTEGER NOT NULL,
    part           TEXT,              -- its own name where its file holds several documents
    collection     TEXT NOT NULL,
    reader         TEXT NOT NULL,     -- the name and versions of what read it
    warnings       TEXT NOT NULL,     -- JSON list: what its owner should know of how it was read
    language       TEXT NOT NULL      -- ISO 639-1 code; empty: it doesn't tell
) STRICT;
CREATE TABLE blocks (
    document INTEGER NOT NULL,
    position INTEGER NOT NULL,
    first    INTEGER NOT NULL,        -- characters of the document's text: first up to stop
    stop     INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    headings TEXT NOT NULL,           -- JSON list, outermost first
    locator  TEXT,                    -- JSON; NULL: its lines say where it stands
    details  TEXT,                    -- JSON object: what else its format tells; NULL: nothing
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sentences (
    id         INTEGER PRIMARY KEY,   -- row of its vectors
    document   INTEGER NOT NULL,
    block      INTEGER NOT NULL,
    first      INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    last_line  INTEGER NOT NULL
) STRICT;
"""
