"""What a build does and does not do again."""

import os
import re
import shutil
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answering.searcher import open_index
from retrieval.domain import Block, BlockKind, Skipped
from retrieval.errors import ModelUnavailableError, SeedsError
from retrieval.indexing import plan
from retrieval.indexing.build import build_index
from retrieval.reading import read_file
from retrieval.reading.sentences import read_sentences
from retrieval.store.files.current import current_build
from retrieval.store.interface import Features
from retrieval.testing import HashEncoder
from retrieval.text.search_terms import search_terms
from retrieval.text.sentences.split import split_sentences

ROME = "Rome\n\nThe Colosseum was completed in 80 AD. It held fifty thousand people.\n"
WHALES = "Whales\n\nBlue whales eat krill. They sing at fourteen hertz.\n"
CHESS = "Chess\n\nA game is won by checkmate. Bishops move diagonally.\n"


def meaning(index, encoder):
    """Everything an index holds, without its id and date."""
    with open_index(index, encoder, verify=True) as searcher:
        reader = searcher._reader
        features = reader._features
        return {
            "documents": [
                (d, searcher.text(d.path), reader._blocks(n))
                for n, d in enumerate(searcher.documents())
            ],
            "places": reader._places.tolist(),
            "vectors": features.vectors.vectors(range(len(features.vectors))).tolist(),
            "tokens": features.token_offsets.tolist(),
            "arrays": {
                name: np.asarray(rows).tolist()
                for table in (features.per_sentence, features.per_token)
                for name, rows in table.items()
            },
            "lexical": [
                reader._lexical.scores(search_terms(question)).tolist()
                for question in ("whales eat", "the bishops", "people in 80 AD")
            ],
        }


def test_a_build_reports_what_it_did(seeds, write, index, counting_encoder):
    write({"rome.txt": ROME, "sea/whales.md": "# " + WHALES, "chess.txt": CHESS, "logo.png": "x"})
    first = build_index(seeds, index, counting_encoder)
    assert first.added == ("chess.txt", "rome.txt", "sea/whales.md")
    assert first.changed == first.removed == first.unchanged == ()
    assert [file.path for file in first.skipped] == ["logo.png"]
    assert first.documents == 3
    assert first.sentences == first.embedded == 9
    for words in ("fifty thousand", "krill", "checkmate"):
        assert any(words in passage for passage in counting_encoder.passages)
    assert first.build_id == current_build(index)
    assert first.seconds > 0

    write({"rome.txt": ROME + "\nIt burned twice.\n", "go.txt": "Go\n\nStones surround stones.\n"})
    (seeds / "chess.txt").unlink()
    counting_encoder.passages.clear()
    second = build_index(seeds, index, counting_encoder)
    assert second.added == ("go.txt",)
    assert second.changed == ("rome.txt",)
    assert second.removed == ("chess.txt",)
    assert second.unchanged == ("sea/whales.md",)
    assert second.documents == 3
    assert second.embedded == 6
    for words in ("burned twice", "Stones"):
        assert any(words in passage for passage in counting_encoder.passages)
    assert not any("krill" in passage for passage in counting_encoder.passages)
    assert second.build_id == current_build(index) != first.build_id


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


def test_an_incremental_build_is_what_a_fresh_one_would_be(seeds, write, tmp_path):
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


@settings(max_examples=6)
@given(st.lists(st.dictionaries(NAMES, TEXTS, min_size=1), min_size=2, max_size=4))
def test_any_history_of_changes_ends_in_what_a_fresh_build_makes(tmp_path_factory, history):
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
        assert report.documents == len(state)
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


def test_a_damaged_index_is_built_anew(seeds, write, index, counting_encoder):
    write({"rome.txt": ROME})
    first = build_index(seeds, index, counting_encoder)
    vectors = index / "builds" / first.build_id / "vectors.faiss"
    vectors.write_bytes(vectors.read_bytes()[:-1] + b"?")
    report = build_index(seeds, index, counting_encoder)
    assert report.embedded == report.sentences == 3
    with open_index(index, counting_encoder, verify=True) as searcher:
        assert searcher.info.build_id == report.build_id != first.build_id


def test_progress_counts_every_stage_to_its_end(seeds, write, index):
    write({f"{n}.txt": ROME for n in range(7)})
    write({"long.txt": "\n\n".join("One. Two. Three. Four. Five." for _ in range(150))})
    told = []
    build_index(
        seeds,
        index,
        HashEncoder(),
        progress=lambda stage, done, total: told.append((str(stage), done, total)),
    )
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages == ["reading", "embedding", "writing"]
    for stage in stages:
        steps = [(done, total) for name, done, total in told if name == stage]
        assert steps == sorted(steps)
        assert steps[0][0] == 0
        assert steps[-1][0] == steps[-1][1] > 0
        assert len({total for _, total in steps}) == 1
    embedding = [done for name, done, _ in told if name == "embedding"]
    assert len(embedding) > 3  # a long document is embedded in several parts


def test_a_long_document_is_embedded_some_contexts_at_a_time(seeds, write, index, monkeypatch):
    from retrieval.indexing import build

    write({"long.txt": "\n\n".join(f"Block {n}. Two. Three. Four. Five." for n in range(200))})
    real, batches = build.extract, []
    monkeypatch.setattr(
        build, "extract", lambda batch, encoder: (batches.append(batch), real(batch, encoder))[1]
    )
    report = build_index(seeds, index, HashEncoder())
    sizes = [sum(len(context.spans) for context in batch) for batch in batches]
    assert len(sizes) > 2
    assert all(256 <= size < 256 + 50 for size in sizes[:-1])
    assert sum(sizes) == report.sentences == report.embedded == 1000


SPEECH = "Speech\n\n" + "\n\n".join(
    f"Paragraph {n} speaks of matter {n} at such a length that it is read by itself. " * 8
    for n in range(6)
)


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

    def read(data, path):
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

    def reading(data, path):
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


@pytest.mark.parametrize("files", [{}, {"a.png": "x", "b.txt": "  \n"}])
def test_nothing_to_index_keeps_the_old_index(seeds, write, index, files):
    encoder = HashEncoder()
    write({"rome.txt": ROME})
    first = build_index(seeds, index, encoder)
    (seeds / "rome.txt").unlink()
    write(files)
    with pytest.raises(SeedsError) as caught:
        build_index(seeds, index, encoder)
    assert re.fullmatch(r"Nothing in .* can be indexed \(.*\); put .* \.txt.*\.", str(caught.value))
    with open_index(index, encoder) as searcher:
        assert searcher.info.build_id == first.build_id


def test_a_missing_folder_is_named(tmp_path, index):
    with pytest.raises(SeedsError, match="nowhere"):
        build_index(tmp_path / "nowhere", index, HashEncoder())


def test_a_document_that_can_no_longer_be_read_leaves_the_index(seeds, write, index):
    encoder = HashEncoder()
    write({"rome.txt": ROME, "chess.txt": CHESS})
    build_index(seeds, index, encoder)
    (seeds / "chess.txt").write_text("")
    report = build_index(seeds, index, encoder)
    assert report.skipped == (Skipped(path="chess.txt", reason="The file is empty."),)
    assert (report.removed, report.unchanged) == ((), ("rome.txt",))
    with open_index(index, encoder) as searcher:
        assert [d.path for d in searcher.documents()] == ["rome.txt"]


class BrokenEncoder(HashEncoder):
    def encode_passages(self, texts, *, hidden=False):
        encoded = super().encode_passages(texts, hidden=hidden)
        encoded.vectors[-1, 0] = np.nan
        return encoded


def test_a_model_that_gives_no_numbers_is_named(seeds, write, index, worded):
    write({"rome.txt": ROME})
    with pytest.raises(ModelUnavailableError, check=worded(r"broken.*not numbers.*VERBATIM_MODEL")):
        build_index(seeds, index, BrokenEncoder(name="broken"))
    assert list((index / "builds").iterdir()) == []


def test_features_out_of_step_are_never_published(seeds, write, index, monkeypatch):
    from retrieval.indexing import build

    write({"rome.txt": ROME})
    first = build_index(seeds, index, HashEncoder())
    write({"chess.txt": CHESS})
    real = build.extract

    def one_row_too_few(contexts, encoder):
        return [
            Features(
                vectors=features.vectors[1:],
                per_sentence={name: rows[1:] for name, rows in features.per_sentence.items()},
                token_counts=np.zeros(len(features.vectors) - 1, np.int32),
                per_token={name: rows[:0] for name, rows in features.per_token.items()},
            )
            for features in real(contexts, encoder)
        ]

    monkeypatch.setattr(build, "extract", one_row_too_few)
    with pytest.raises(ValueError, match=r"chess\.txt: features are out of step"):
        build_index(seeds, index, HashEncoder())
    assert current_build(index) == first.build_id
    assert [path.name for path in (index / "builds").iterdir()] == [first.build_id]


class InterruptedEncoder(HashEncoder):
    def encode_passages(self, texts, *, hidden=False):
        raise KeyboardInterrupt


def test_an_interrupted_build_leaves_nothing_behind(seeds, write, index):
    write({"rome.txt": ROME})
    first = build_index(seeds, index, HashEncoder())
    write({"chess.txt": CHESS})
    with pytest.raises(KeyboardInterrupt):
        build_index(seeds, index, InterruptedEncoder())
    assert [path.name for path in (index / "builds").iterdir()] == [first.build_id]
    build_index(seeds, index, HashEncoder(), wait=False)


def test_what_is_doubtful_of_a_file_is_said_by_every_build(seeds, write, index):
    write({"odd.md": "---\ntitle: [unclosed\n---\n\nA sentence stands here.\n"})
    first = build_index(seeds, index, HashEncoder())
    assert [one.path for one in first.warnings] == ["odd.md"]
    second = build_index(seeds, index, HashEncoder())
    assert second.build_id == first.build_id
    assert second.warnings == first.warnings
    write({"rome.txt": ROME})
    assert build_index(seeds, index, HashEncoder()).warnings == first.warnings


def by_paragraphs(data, path, *, reader=None):
    """Read every paragraph of a file as a document of its own."""
    made = read_file(data, path)
    (whole,) = made.documents
    documents = []
    for number, text in enumerate(data.decode().split("\n\n"), start=1):
        block = Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH)
        name = f"{path}#{number}"
        documents.append(replace(whole, path=name, part=str(number), text=text, blocks=(block,)))
    return replace(made, documents=tuple(documents))


def test_of_a_file_of_several_documents_each_is_one(seeds, write, index, monkeypatch):
    write({"many.txt": "Whales eat krill.\n\n...\n\nThe fire burned for six days."})
    monkeypatch.setattr("retrieval.reading.sentences.read_file", by_paragraphs)
    monkeypatch.setattr(plan, "read_apart", read_sentences)
    monkeypatch.setattr(
        "retrieval.reading.sentences.split_sentences",
        lambda one: () if one.part == "2" else split_sentences(one),
    )
    first = build_index(seeds, index, HashEncoder())
    assert first.added == ("many.txt#1", "many.txt#3")
    assert [one.text for one in first.warnings] == [
        "Its part 2 holds no sentences and was left out."
    ]
    assert build_index(seeds, index, HashEncoder()).build_id == first.build_id
    with open_index(index, HashEncoder()) as searcher:
        assert searcher.text("many.txt#3") == "The fire burned for six days."
        both = searcher.rank("What do whales eat?", document="many.txt", limit=9)
        assert {hit.path for hit in both.hits} == {"many.txt#1", "many.txt#3"}
