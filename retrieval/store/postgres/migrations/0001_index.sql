-- Documents with all that is stored of them. A row is never changed: a document that changes gets a
-- new one, and the builds before keep theirs.
CREATE TABLE documents (
    id            bigint PRIMARY KEY,
    path          text NOT NULL,
    collection    text NOT NULL,
    details       json NOT NULL,      -- the rest of what is known without reading it
    first_row     bigint NOT NULL,    -- its sentences are one run of rows
    sentences     integer NOT NULL,
    hits          integer NOT NULL,   -- how many of them may be found
    words         bigint NOT NULL,    -- of all its sentences with their neighbours
    text          bytea NOT NULL,     -- UTF-8: a text of PostgreSQL can't hold the character 0
    blocks        bytea NOT NULL,     -- JSON
    layout        bytea NOT NULL,     -- where each sentence stands, what it is: named arrays
    checksum      bytea NOT NULL,     -- SHA-256 of text, blocks and layout, one after the other
    rows_checksum bytea NOT NULL      -- SHA-256 of the vectors and tokens of its sentences
);

CREATE TABLE sentences (
    id       bigint PRIMARY KEY,
    document bigint NOT NULL,
    is_hit   boolean NOT NULL,        -- false: no hit unless there is nothing else
    vector   vector NOT NULL
);
CREATE INDEX sentences_document ON sentences (document);

-- Token vectors in a table of their own, in its rows: 3 kB that only what is looked at closely needs.
CREATE TABLE tokens (
    id     bigint PRIMARY KEY,
    scales bytea NOT NULL,
    values bytea NOT NULL
) WITH (toast_tuple_target = 8160);
ALTER TABLE tokens ALTER COLUMN scales SET STORAGE EXTERNAL, ALTER COLUMN values SET STORAGE EXTERNAL;

-- Which sentences of a document use a term, how often, and how many words they have.
CREATE TABLE postings (
    term     bigint NOT NULL,         -- a hash of it
    document bigint NOT NULL,
    is_hit   boolean NOT NULL,
    used     integer NOT NULL,        -- how many sentences that are
    places   integer[] NOT NULL,      -- counted from the document's first one
    times    integer[] NOT NULL,
    lengths  integer[] NOT NULL,
    PRIMARY KEY (term, document, is_hit)
);
CREATE INDEX postings_document ON postings (document);

CREATE TABLE builds (
    number      bigint PRIMARY KEY,
    id          text NOT NULL UNIQUE,
    built_at    timestamptz NOT NULL,
    spec        json NOT NULL,
    documents   integer NOT NULL,
    sentences   bigint NOT NULL,
    words       bigint NOT NULL,
    size_bytes  bigint NOT NULL,
    origin      json NOT NULL,        -- a JSON text: what published it
    dropped_at  timestamptz           -- since when it can't be gone back to; deleted later on
);

CREATE TABLE members (
    build    bigint NOT NULL REFERENCES builds ON DELETE CASCADE,
    document bigint NOT NULL REFERENCES documents,
    position integer NOT NULL,
    PRIMARY KEY (build, document)
);
CREATE INDEX members_document ON members (document);

-- One row: which build answers, and the next free numbers, none of which is ever used again.
CREATE TABLE state (
    only_one      boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    build         bigint REFERENCES builds,
    gone_back_at  timestamptz,        -- when somebody went back to it; NULL: it is the newest
    gone_back_by  json,
    next_build    bigint NOT NULL DEFAULT 1,
    next_document bigint NOT NULL DEFAULT 1,
    next_row      bigint NOT NULL DEFAULT 0
);
INSERT INTO state DEFAULT VALUES;
