"""What `retrieval.structure` says of the sentences of a small text."""

from textwrap import dedent

from retrieval.reading import read_file
from retrieval.structure import structure_of
from retrieval.text.sentences.split import split_sentences

__all__ = ["answers", "found", "introduced", "roles"]


def found(text, name="a.md"):
    """Return each sentence with its unit."""
    text = dedent(text)
    (document,) = read_file(text.encode(), name).documents
    sentences = split_sentences(document)
    units = structure_of(document, sentences)
    return [(text[s.start : s.end], u) for s, u in zip(sentences, units, strict=True)]


def answers(text, name="a.md"):
    """Map what leads on to what answers."""
    units = found(text, name)
    return {words: units[unit.answer][0] for words, unit in units if units[unit.answer][0] != words}


def introduced(text, name="a.md"):
    """Map each sentence to what introduces it."""
    units = found(text, name)
    return {words: [units[place][0] for place in unit.introduced_by] for words, unit in units}


def roles(text, name="a.md"):
    return {words: unit.role for words, unit in found(text, name)}
