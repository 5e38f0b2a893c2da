"""Documents of a few sentences with vectors and tokens that can be read by eye."""

import numpy as np

from retrieval.domain import Block, BlockKind, Document, Sentence
from retrieval.locators import Page
from retrieval.store.token_codes import compress
from retrieval.store.values import BEFORE, QUOTABLE, SCALES, VALUES, Features, IndexSpec

EAST, NORTH, UP = np.eye(3, dtype=np.float32)
SPEC = IndexSpec(model="eye", fingerprint="f", dimension=3, recipe="1", splitter="1")


def unit(*numbers):
    """Return numbers of half precision, as the recipe rounds them."""
    vector = np.array(numbers, dtype=np.float32)
    return (vector / np.linalg.norm(vector)).astype(np.float16).astype(np.float32)


def document(path, lines, *, collection="", part=None, author=None, language=""):
    """Make a document: a title, then a paragraph of one sentence a line."""
    title, *sentences = lines
    text = "\n".join([title, *sentences])
    heading = Block(start=0, end=len(title), kind=BlockKind.TITLE)
    paragraph = Block(
        start=len(title) + 1,
        end=len(text),
        kind=BlockKind.PARAGRAPH,
        headings=(title,),
        locator=Page(number=2),
    )
    return Document(
        path=path,
        title=title,
        author=author,
        text=text,
        blocks=(heading, paragraph) if sentences else (heading,),
        collection=collection,
        part=part,
        reader="lines 1",
        language=language,
    )


def sentences_of(made):
    """Every line is a sentence."""
    found, start = [], 0
    for number, line in enumerate(made.text.split("\n"), start=1):
        found.append(
            Sentence(
                start=start,
                end=start + len(line),
                first_line=number,
                last_line=number,
                block=min(number - 1, 1),
            )
        )
        start += len(line) + 1
    return tuple(found)


def features(vectors, *, first_is_title=True):
    """Give each sentence its vector, and that vector once a word as its tokens."""
    rows = np.stack(vectors)
    counts = np.arange(len(rows)) % 3  # Some sentences have no tokens.
    tokens = [np.repeat(row[np.newaxis], n, axis=0) for row, n in zip(rows, counts, strict=True)]
    values, scales = compress(tokens)
    return Features(
        vectors=rows,
        per_sentence={
            BEFORE: np.arange(len(rows), dtype=np.int32),
            QUOTABLE: np.arange(len(rows)) > (0 if first_is_title else -1),
        },
        token_counts=counts.astype(np.int32),
        per_token={VALUES: values, SCALES: scales},
    )


def publish(store, documents, spec=SPEC):
    """Publish documents with their vectors, sorted by path."""
    with store.begin(spec) as writer:
        for made, vectors in sorted(documents, key=lambda each: each[0].path):
            writer.add(made, sentences_of(made), [features(vectors)], sha256=f"of {made.path}")
        return writer.publish()


WHALES = document("whales.txt", ["Whales", "Blue whales eat krill.", "They sing in winter."])
ROME = document(
    "rome.txt",
    ["Rome", "The fire burned for six days.", "Whales were not seen.", "It was rebuilt."],
    collection="history",
    author="Tacitus",
)
BOTH = [
    (WHALES, [UP, EAST, unit(1, 1, 0)]),
    (ROME, [UP, NORTH, unit(0, 1, 1), unit(1, 0, 1)]),
]


def texts(reader, ids):
    """Return the words of sentences, by their ids."""
    return [reader.text(p.document, p.start, p.end) for p in reader.places(list(ids))]
