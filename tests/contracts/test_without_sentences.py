"""What every index store promises of documents that have a text and no sentences."""

from dataclasses import replace

import numpy as np
from corpus import BOTH, EAST, SPEC, features, sentences_of, texts

from retrieval.domain import EVERYTHING, Document, Scope

RULES = Document(
    path="a/rules.txt",
    title="Rules",
    author=None,
    text="whale = cetacean",
    blocks=(),
    collection="a",
    reader="rules 1",
    warnings=("Line 2 is left out.",),
)


def with_rules(store, documents, text=RULES.text):
    """Publish documents and, among them, one that has a text and no sentences."""
    with store.begin(SPEC) as writer:
        writer.add(replace(RULES, text=text), (), (), sha256=f"of {text}")
        for made, vectors in documents:
            writer.add(made, sentences_of(made), [features(vectors)], sha256=f"of {made.path}")
        return writer.publish()


def test_a_document_without_sentences_is_kept_and_never_found(store, opened):
    with_rules(store, BOTH)
    reader = opened()
    rules, rome, whales = reader.documents()
    assert (rules.path, rules.size, rules.warnings) == ("a/rules.txt", 0, RULES.warnings)
    assert reader.text(rules.id) == RULES.text
    assert [rome.size, whales.size] == [4, 3]
    found = reader.shortlist(EAST, ["whale", "cetacean"], scope=EVERYTHING, k=10)
    assert {reader.document(p.document).path for p in reader.places(found.ids.tolist())} == {
        "rome.txt",
        "whales.txt",
    }
    only = Scope(collections=frozenset({"a"}))
    assert len(reader.shortlist(EAST, ["whale"], scope=only, k=10)) == 0
    assert reader.rarity(["cetacean"], scope=only).tolist() == [1.0]
    assert list(reader.within(rules.id, 0, 5)) == []


def test_a_document_without_sentences_can_be_all_that_changes(store, opened):
    with_rules(store, BOTH)
    reader = opened()
    before = reader.shortlist(EAST, ["whale"], scope=EVERYTHING, k=10)
    said = texts(reader, before.ids)
    with store.begin(SPEC) as writer:
        for path in ("rome.txt", "whales.txt"):
            writer.keep(writer.previous.documents[path])
        writer.add(replace(RULES, text="orca = whale"), (), (), sha256="new")
        writer.publish()
    reader = opened()
    assert reader.text(reader.documents()[0].id) == "orca = whale"
    after = reader.shortlist(EAST, ["whale"], scope=EVERYTHING, k=10)
    assert texts(reader, after.ids) == said
    assert after.lexical.tolist() == before.lexical.tolist()
    _, rome, whales = reader.documents()
    tokens = reader.tokens(np.array([rome.rows[2], rome.rows[0], whales.rows[1]]))
    assert tokens.offsets.tolist() == [0, 2, 2, 3]
    # It is copied as it is, alone and beside others.
    with store.begin(SPEC) as writer:
        for document in writer.previous.documents.values():
            content = writer.stored(document)
            writer.add(
                content.document, content.sentences, [content.features], sha256=document.sha256
            )
        writer.publish()
    assert [one.path for one in opened().documents()] == ["a/rules.txt", "rome.txt", "whales.txt"]


def test_a_document_without_sentences_can_be_all_there_is(store, opened):
    with_rules(store, [])
    reader = opened()
    assert [one.path for one in reader.documents()] == ["a/rules.txt"]
    assert len(reader.shortlist(EAST, ["whale"], scope=EVERYTHING, k=10)) == 0
