"""What a build does again, and what it does not."""

import os
import shutil
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.answering.searcher import open_index
from retrieval.domain import EVERYTHING
from retrieval.indexing import plan
from retrieval.indexing.build import build_index
from retrieval.indexing.spec import spec_for
from retrieval.reading.registry import is_own_file
from retrieval.reading.sentences import read_sentences
from retrieval.store import open_store
from retrieval.store.files import merging as policy
from retrieval.testing import HashEncoder
from retrieval.text.search_terms import search_terms

ROME = "Rome\n\nThe Colosseum was completed in 80 AD. It held fifty thousand people.\n"
WHALES = "Whales\n\nBlue whales eat krill. They sing at fourteen hertz.\n"
CHESS = "Chess\n\nA game is won by checkmate. Bishops move diagonally.\n"
NAMES = st.sampled_from(["a.txt", "b.txt", "deep/c.txt", "d.md"])
TEXTS = st.sampled_from(
    [
        ROME,
        WHALES,
        CHESS,
        "One line",
        "# Head\n\n- One item. Two sentences.\n- Another item.\n",
        "Long\n\n" + "\n\n".join(f"Block {n} says so. And more of it." for n in range(140)),
    ]
)
SYNONYMS = st.dictionaries(
    st.sampled_from(["synonyms.txt", "deep/synonyms.txt"]),
    st.sampled_from(["whale = cetacean\n", "bishop = elder, priest\n"]),
)
STATES = st.builds(
    lambda documents, synonyms: documents | synonyms,
    st.dictionaries(NAMES, TEXTS, min_size=1),
    SYNONYMS,
)
SPEECH = "Speech\n\n" + "\n\n".join(
    f"Paragraph {n} speaks of matter {n} at such a length that it is read by itself. " * 8
    for n in range(6)
)


def meaning(index, encoder):
    """Everything an index holds, without its id and date, by the ids that everybody sees."""
    with open_index(index, encoder, verify=True) as searcher:
        reader = searcher._reader
        n = reader.info.sentences
        ids = np.arange(n)
        tokens = reader.tokens(ids)
        questions = [
            (encoder.encode_queries([question]).vectors[0], search_terms(question))
            for question in ("whales eat", "the bishops", "people in 80 AD")
        ]
        found = [
            by(reader, vector, terms)
            for vector, terms in questions
            for by in (
                lambda reader, vector, terms: reader.evidence(ids, vector, terms),
                lambda reader, *asked: reader.shortlist(*asked, scope=EVERYTHING, k=7),
            )
        ]
        return {
            "documents": [
                (one, searcher.text(one.path), reader._blocks(number))
                for number, one in enumerate(searcher.documents())
            ],
            "places": reader.places(range(n)),
            "introductions": reader.introductions(ids).tolist(),
            "tokens": [each.tolist() for each in (tokens.values, tokens.scales, tokens.offsets)],
            "found": [
                [each.tolist() for each in (one.ids, one.dense, one.lexical, one.contexts)]
                for one in found
            ],
            "rarity": reader.rarity(["whale", "bishop", "unheard"]).tolist(),
            "stored": stored(index, encoder),
        }


def stored(index, encoder):
    """What the next build would copy."""
    with open_store(index).begin(spec_for(encoder)) as writer:
        return [
            (
                content.features.vectors.tolist(),
                {name: rows.tolist() for name, rows in content.features.per_sentence.items()},
                {name: rows.tolist() for name, rows in content.features.per_token.items()},
            )
            for _, content in sorted(
                (path, writer.stored(one))
                for path, one in writer.previous.documents.items()
                # What has no sentences has no rows, in whichever columns its segment has.
                if one.size
            )
        ]


@pytest.fixture(params=["merged", "apart", "as it comes", "in pieces"])
def merging(request, monkeypatch):
    """Let all segments be merged always, never, or as the policy says of larger ones.

    Or let a build begin another segment after every few sentences.
    """
    limits = {
        "merged": (512, 250_000),
        "apart": (0, 0),
        "as it comes": (0, 250_000),
        "in pieces": (0, 250_000),
    }
    if request.param == "in pieces":
        monkeypatch.setattr("retrieval.store.files.writer.SEGMENT", 3)
    smallest, largest = limits[request.param]

    def taken_in(sizes, new):
        return policy.taken_in(sizes, new, smallest=smallest, largest=largest)

    monkeypatch.setattr("retrieval.store.files.writer.taken_in", taken_in)
    return request.param


def test_nothing_changed_writes_nothing(seeds, write, index, counting_encoder):
    write({"rome.txt": ROME})
    first = build_index(seeds, index, counting_encoder)
    counting_encoder.passages.clear()
    (seeds / "rome.txt").touch()
    second = build_index(seeds, index, counting_encoder)
    assert second.build_id == first.build_id
    assert second.unchanged == ("rome.txt",)
    assert (second.embedded, counting_encoder.passages) == (0, [])
    assert len(list((index / "builds").iterdir())) == 1


def test_an_incremental_build_is_what_a_fresh_one_would_be(seeds, write, tmp_path, merging):
    encoder = HashEncoder()
    grown, fresh = tmp_path / "grown", tmp_path / "fresh"
    write({"m.txt": ROME, "b.txt": WHALES, "x.txt": CHESS})
    build_index(seeds, grown, encoder)
    write({"a.txt": "First\n\nIt sorts before the rest.\n", "m.txt": ROME.replace("80", "81")})
    (seeds / "x.txt").rename(seeds / "c.txt")
    build_index(seeds, grown, encoder)
    write({"n.txt": "New\n\nIt sorts between.\n"})
    (seeds / "a.txt").unlink()
    report = build_index(seeds, grown, encoder)
    assert report.embedded == 2

    build_index(seeds, fresh, encoder)
    assert meaning(grown, encoder) == meaning(fresh, encoder)


def test_of_sentences_that_are_equally_near_the_same_come_whatever_came_first(
    seeds, write, tmp_path, merging
):
    encoder = HashEncoder(dimension=64)
    long = "Long\n\n" + "\n\n".join(f"Block {n} says so. And more of it." for n in range(140))
    write({"a.txt": long})
    build_index(seeds, tmp_path / "grown", encoder)
    write({"b.txt": long})
    build_index(seeds, tmp_path / "grown", encoder)
    build_index(seeds, tmp_path / "fresh", encoder)
    assert meaning(tmp_path / "grown", encoder) == meaning(tmp_path / "fresh", encoder)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STATES, min_size=2, max_size=4))
def test_any_history_of_changes_ends_in_what_a_fresh_build_makes(
    tmp_path_factory, merging, history
):
    folder, encoder = tmp_path_factory.mktemp("history"), HashEncoder(dimension=64)
    seeds = folder / "seeds"
    before = {}
    for state in history:
        shutil.rmtree(seeds, ignore_errors=True)
        for name, text in state.items():
            (seeds / name).parent.mkdir(parents=True, exist_ok=True)
            (seeds / name).write_text(text)
        report = build_index(seeds, folder / "grown", encoder)
        assert set(report.added) == set(state) - set(before)
        assert set(report.removed) == set(before) - set(state)
        both = set(state) & set(before)
        assert set(report.changed) == {name for name in both if state[name] != before[name]}
        assert set(report.unchanged) == both - set(report.changed)
        assert report.documents == sum(not is_own_file(name) for name in state)
        before = state
    build_index(seeds, folder / "fresh", encoder)
    assert meaning(folder / "grown", encoder) == meaning(folder / "fresh", encoder)


def test_equal_content_under_another_name_is_another_document(seeds, write, index):
    encoder = HashEncoder()
    write({"a.txt": ROME, "b.txt": ROME})
    report = build_index(seeds, index, encoder)
    assert report.documents == 2
    (seeds / "a.txt").rename(seeds / "c.txt")
    report = build_index(seeds, index, encoder)
    assert (report.added, report.removed, report.unchanged) == (("c.txt",), ("a.txt",), ("b.txt",))
    with open_index(index, encoder) as searcher:
        assert [d.path for d in searcher.documents()] == ["b.txt", "c.txt"]


@pytest.mark.parametrize("what", ["model", "dimension", "recipe"])
def test_another_model_or_recipe_embeds_all_anew(seeds, write, index, monkeypatch, what):
    write({"rome.txt": ROME, "chess.txt": CHESS})
    build_index(seeds, index, HashEncoder())
    encoder = HashEncoder()
    if what == "model":
        encoder = HashEncoder(name="other")
    elif what == "dimension":
        encoder = HashEncoder(dimension=128)
    else:
        monkeypatch.setattr("retrieval.indexing.spec.RECIPE", "another")
    report = build_index(seeds, index, encoder)
    assert report.unchanged == ("chess.txt", "rome.txt")
    assert report.embedded == report.sentences == 6
    with open_index(index, encoder) as searcher:
        assert searcher.info.fingerprint == encoder.fingerprint
    assert build_index(seeds, index, encoder).embedded == 0


def test_of_a_changed_document_only_the_contexts_that_changed_are_embedded(
    seeds, write, index, tmp_path, counting_encoder
):
    write({"speech.txt": SPEECH})
    first = build_index(seeds, index, counting_encoder)
    counting_encoder.passages.clear()
    write({"speech.txt": SPEECH.replace("matter 3 ", "another matter ")})
    report = build_index(seeds, index, counting_encoder)
    assert report.changed == ("speech.txt",)
    assert first.embedded == first.sentences == report.sentences
    assert report.embedded == 8
    spoken = [text for text in counting_encoder.passages if "Paragraph" in text]
    assert all("another matter" in text for text in spoken)
    build_index(seeds, tmp_path / "fresh", HashEncoder())
    assert meaning(index, HashEncoder()) == meaning(tmp_path / "fresh", HashEncoder())


def test_another_splitter_reads_all_again_and_embeds_what_is_cut_otherwise(
    seeds, write, index, monkeypatch, counting_encoder
):
    write({"rome.txt": ROME, "speech.txt": SPEECH})
    first = build_index(seeds, index, counting_encoder)
    counting_encoder.passages.clear()

    def read(data, path, *, language):
        """Cut Rome's last sentence off, as another version might."""
        (one,) = read_sentences(data, path)
        return (replace(one, sentences=one.sentences[:-1]) if path == "rome.txt" else one,)

    monkeypatch.setattr(plan, "read_apart", read)
    monkeypatch.setattr("retrieval.indexing.spec.splitter_version", lambda: "2")
    report = build_index(seeds, index, counting_encoder)
    assert report.build_id != first.build_id
    assert report.unchanged == ("rome.txt", "speech.txt")
    assert report.embedded == 2
    assert not any("matter" in text for text in counting_encoder.passages)
    assert build_index(seeds, index, counting_encoder).build_id == report.build_id


def test_another_version_of_a_reader_reads_its_own_documents_again(
    seeds, write, index, monkeypatch, counting_encoder
):
    write({"rome.txt": ROME, "whales.md": "# " + WHALES})
    first = build_index(seeds, index, counting_encoder)
    counting_encoder.passages.clear()
    read, version = [], plan.version_of

    def newer(path):
        return f"{version(path)} and newer" if path.endswith(".md") else version(path)

    def reading(data, path, *, language):
        read.append(path)
        (one,) = read_sentences(data, path)
        return (replace(one, document=replace(one.document, reader=newer(path))),)

    monkeypatch.setattr(plan, "version_of", newer)
    monkeypatch.setattr(plan, "read_apart", reading)
    report = build_index(seeds, index, counting_encoder)
    assert read == ["whales.md"]
    assert report.build_id != first.build_id
    assert (report.embedded, counting_encoder.passages) == (0, [])
    assert build_index(seeds, index, counting_encoder).build_id == report.build_id
    assert read == ["whales.md"]


def test_another_language_reads_all_again_and_embeds_nothing_that_is_cut_alike(
    seeds, write, index, counting_encoder
):
    write({"whales.txt": WHALES, "haus.md": "---\nlang: de\n---\n# Haus\n\nDie Häuser sind alt.\n"})

    def languages():
        with open_index(index, counting_encoder) as searcher:
            return {one.path: one.language for one in searcher.documents()}

    first = build_index(seeds, index, counting_encoder)
    assert languages() == {"whales.txt": "en", "haus.md": "de"}
    counting_encoder.passages.clear()
    second = build_index(seeds, index, counting_encoder, language="it")
    assert second.build_id != first.build_id
    assert languages() == {"whales.txt": "it", "haus.md": "de"}
    assert (second.embedded, counting_encoder.passages) == (0, [])
    third = build_index(seeds, index, counting_encoder, language="it")
    assert third.build_id == second.build_id


def test_another_version_of_verbatim_reads_nothing_again(
    seeds, write, index, monkeypatch, counting_encoder
):
    from importlib import metadata

    write({"rome.txt": ROME})
    first = build_index(seeds, index, counting_encoder)
    real = metadata.version
    monkeypatch.setattr(
        metadata, "version", lambda name: "99.0" if name == "verbatim" else real(name)
    )
    assert build_index(seeds, index, counting_encoder).build_id == first.build_id


def test_a_file_is_read_from_disk_once(seeds, write, index, monkeypatch):
    write({"rome.txt": ROME, "whales.md": "# " + WHALES})
    opened, real = [], os.open
    monkeypatch.setattr(
        os, "open", lambda path, *rest, **more: (opened.append(path), real(path, *rest, **more))[1]
    )
    build_index(seeds, index, HashEncoder())
    assert sorted(path for path in opened if str(path).startswith(str(seeds))) == [
        seeds / "rome.txt",
        seeds / "whales.md",
    ]
