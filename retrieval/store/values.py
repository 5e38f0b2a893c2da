"""What a store takes and gives: values, whatever keeps them.

Arrays of one kind have one row a sentence or one row a token; their names are here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from retrieval.arrays import AnyArray, CodeArray, FloatArray, HalfArray, IdArray, IntArray
from retrieval.domain import Document, Sentence
from retrieval.structure import Role

__all__ = [
    "ANSWER",
    "BEFORE",
    "INTRODUCED_BY",
    "NO_VARIANTS",
    "QUOTABLE",
    "ROLE",
    "SCALES",
    "VALUES",
    "Features",
    "IndexSpec",
    "SentencePlace",
    "Shortlist",
    "StoredContent",
    "StoredDocument",
    "TokenVectors",
    "introduced_by",
    "languages_of",
    "no_features",
]

BEFORE = "before"
"""Per sentence, int32: how many sentences of its context stand before it."""
QUOTABLE = "quotable"
"""Per sentence, bool: False for what is no hit unless there is nothing else."""
ROLE = "role"
"""Per sentence, int8: what it is, as the place of its `retrieval.structure.Role`."""
ANSWER = "answer"
"""Per sentence, int32: how many sentences further on what it asks or announces is said; 0: it says
it itself."""
INTRODUCED_BY = "introduced"
"""Per sentence, int32 [w]: how far off those sentences are that it needs to be understood, below 0
since they stand before it; the rest is 0."""
VALUES = "values"
"""Per token, uint16 [⌈w / 3⌉]: see `retrieval.store.token_codes`."""
SCALES = "scales"
"""Per token, float16."""

NO_VARIANTS: Mapping[str, Sequence[str]] = MappingProxyType({})
"""Of terms that are the same in every language of an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSpec:
    """What decides the numbers of an index besides its documents."""

    model: str
    """The encoder as its user named it."""
    fingerprint: str
    """The encoder's."""
    dimension: int
    recipe: str
    """Version of what is computed of each sentence."""
    splitter: str
    """Versions of what cuts documents into sentences."""
    cutters: str = ""
    """What cuts text without blanks into words, by language and version; see `word_cutters`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document without its text."""

    id: int
    path: str
    title: str
    author: str | None
    sha256: str
    """Of its file as it was read, hexadecimal."""
    characters: int
    rows: range
    """Ids of its sentences."""
    part: str | None = None
    collection: str = ""
    reader: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many sentences it has."""
        return len(self.rows)

    @property
    def file(self) -> str:
        """The path of the file it was read from."""
        return self.path if self.part is None else self.path.removesuffix(f"#{self.part}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is stored of n sentences in a row, usually a document's.

    All documents of an index have the same arrays, with equal dtypes and widths.
    """

    vectors: FloatArray
    """float32 [n, d], unit length, each number one of half precision: what nearest neighbours are
    found by."""
    per_sentence: Mapping[str, AnyArray] = field(default_factory=dict)
    """Further arrays by name, each [n, …]."""
    token_counts: IntArray | None = None
    """int32 [n]: how many tokens each sentence has; None: 0."""
    per_token: Mapping[str, AnyArray] = field(default_factory=dict)
    """Arrays by name, each [sum of token_counts, …]."""

    def __post_init__(self) -> None:
        n = len(self.vectors)
        counts = self.token_counts
        tokens = 0 if counts is None else int(counts.sum())
        wrong = [name for name, rows in self.per_sentence.items() if len(rows) != n]
        wrong += [name for name, rows in self.per_token.items() if len(rows) != tokens]
        if wrong or (counts is not None and len(counts) != n):
            raise ValueError(f"out of step with {n} sentences: {wrong or 'token_counts'}")

    def __len__(self) -> int:
        return len(self.vectors)

    def take(self, first: int, stop: int) -> "Features":
        """Return what is stored of the sentences from ``first`` up to ``stop``."""
        counts = np.zeros(len(self), np.int32) if self.token_counts is None else self.token_counts
        begin, end = int(counts[:first].sum()), int(counts[:stop].sum())
        return Features(
            vectors=self.vectors[first:stop],
            per_sentence={name: rows[first:stop] for name, rows in self.per_sentence.items()},
            token_counts=counts[first:stop],
            per_token={name: rows[begin:end] for name, rows in self.per_token.items()},
        )


def languages_of(documents: Iterable[StoredDocument]) -> tuple[str, ...]:
    """Return the languages of documents, the one that most sentences are in first."""
    counts: Counter[str] = Counter()
    for one in documents:
        counts[one.language] += one.size
    return tuple(sorted((code for code in counts if code), key=lambda code: (-counts[code], code)))


def introduced_by(features: Sequence[Features]) -> list[list[int]]:
    """Return the positions of what introduces each sentence of a document, by all its features."""
    found: list[list[int]] = []
    for part in features:
        rows = part.per_sentence.get(INTRODUCED_BY)
        for distances in rows.tolist() if rows is not None else [[]] * len(part):
            found.append([len(found) + distance for distance in distances if distance])
    return found


def no_features(dimension: int) -> Features:
    """Return the features of no sentences, with the arrays that every index has."""
    return Features(
        vectors=np.empty((0, dimension), np.float32),
        per_sentence={BEFORE: np.empty(0, np.int32), QUOTABLE: np.empty(0, np.bool_)},
        token_counts=np.empty(0, np.int32),
        per_token={VALUES: np.empty((0, 1), np.uint16), SCALES: np.empty(0, np.float16)},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredContent:
    """Everything that is stored of a document."""

    document: Document
    sentences: tuple[Sentence, ...]
    features: Features


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """m sentences that may answer, with what was seen of each at the first look."""

    ids: IdArray
    """int64 [m], each once."""
    dense: FloatArray
    """float32 [m]: cosine of the question's and the sentence's vector."""
    lexical: FloatArray
    """float32 [m]: share of the question's words, by BM25, that the sentence and its neighbours
    have; from 0 up to below 1."""
    contexts: IdArray
    """int64 [m]: the first sentence of the context that each was read in."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenVectors:
    """The token vectors of m sentences, as `retrieval.store.token_codes` makes them."""

    values: CodeArray
    """uint16 [T, ⌈w / 3⌉]."""
    scales: HalfArray
    """float16 [T]."""
    offsets: IdArray
    """int64 [m + 1]: the tokens of sentence i are the rows offsets[i]:offsets[i + 1]."""


class SentencePlace(NamedTuple):
    """Where a sentence stands; a tuple, because an answer looks at dozens of them."""

    id: int
    document: int
    """The document's id."""
    block: int
    """Position of its block in the document."""
    start: int
    """Characters of the document's text: from start up to end."""
    end: int
    first_line: int
    last_line: int
    block_ids: range
    """The sentences of its block, itself included."""
    role: Role = Role.STATEMENT
    answer: int | None = None
    """The sentence that says what this one asks or announces; None: itself."""
    introduced_by: tuple[int, ...] = ()
    """The sentences that it needs to be understood, in order."""
