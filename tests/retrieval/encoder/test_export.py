"""An export gives sentence-transformers' own vectors, and only a whole one is ever used."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import exported
from retrieval.encoder.exported import DESCRIPTION, GRAPH, TOKENIZER, WEIGHTS
from retrieval.encoder.load import open_encoder

TEXTS = [
    "",
    "x",
    "Who supplies Azerbaijan's drones?",
    "Israel sold drones, and Turkey sold drones.",
    "the museum opens on monday " * 9,
    "数字 é [SEP] zebra",
]
PROMPTS = {"query": "query: ", "document": "passage: "}


def unit(rows):
    rows = np.asarray(rows, np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def check_vectors(encoder, model):
    expected = model.encode_query(TEXTS), model.encode_document(TEXTS)
    got = encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)
    for theirs, ours in zip(expected, got, strict=True):
        np.testing.assert_allclose(ours.vectors, unit(theirs), atol=1e-5)
    assert encoder.dimension == model.get_embedding_dimension()
    return got


def test_vectors_are_those_of_sentence_transformers(tiny, torch_loaded):
    questions, passages = check_vectors(tiny.encoder, torch_loaded(tiny.model))
    # A prompt that is lost on both sides would go unseen above.
    assert np.abs(questions.vectors[2] - passages.vectors[2]).max() > 1e-3


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [
        {"pooling": "mean"},
        {"pooling": "max"},
        {"pooling": "mean_sqrt_len_tokens"},
        {"pooling": "weightedmean"},
        {"pooling": "lasttoken"},
        {"pooling": ("cls", "mean")},
        {"pooling": "mean", "include_prompt": False, "prompts": PROMPTS},
        {"pooling": "cls", "include_prompt": False, "prompts": PROMPTS},
    ],
    ids=str,
)
def test_every_pooling_is_the_models_own(options, tiny_model, export, torch_loaded, tmp_path):
    folder = tiny_model(**options)
    check_vectors(export(folder, tmp_path / "cache"), torch_loaded(folder))


def test_tokens_are_the_texts_own_without_prompt_and_special_ones(tiny, torch_loaded):
    text = "Israel sold  drones"
    encoded = tiny.encoder.encode_queries([text, ""], hidden=True)
    assert [text[a:b] for a, b in encoded.token_spans[0]] == ["Israel", "sold", "drones"]
    states = torch_loaded(tiny.model).encode_query(text, output_value="token_embeddings").numpy()
    # [CLS] query : israel sold drones [SEP]
    np.testing.assert_allclose(encoded.hidden[0], states[3:6], atol=1e-5)
    np.testing.assert_allclose(encoded.tokens[0], unit(states[3:6]), atol=1e-5)
    assert encoded.tokens[1].shape == (0, 16)
    assert encoded.token_spans[1].shape == (0, 2)


def test_a_text_is_cut_where_the_model_cuts_it(tiny):
    encoded = tiny.encoder.encode_queries(["the museum opens on monday the a of and x x"])
    # Twelve tokens are [CLS] query : the museum opens on monday the a of [SEP].
    assert encoded.token_spans[0].tolist()[-1] == [33, 35]
    assert len(encoded.tokens[0]) == 8


def shorten(path):
    os.truncate(path, path.stat().st_size // 2)


def flip_a_byte(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def flip_a_bit_unseen(path):
    """As a disk does it: neither the size nor the time of the file tells."""
    status = path.stat()
    content = bytearray(path.read_bytes())
    content[-100] ^= 0x01
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("name", [GRAPH, WEIGHTS, TOKENIZER, DESCRIPTION])
@pytest.mark.parametrize("damage", [shorten, flip_a_byte, flip_a_bit_unseen, Path.unlink])
def test_damage_to_any_file_is_seen(own_tiny, name, damage):
    folder = own_tiny.folder
    assert exported.read(folder) is not None
    damage(folder / name)
    assert exported.read(folder) is None


def test_a_description_that_says_something_else_is_damage(own_tiny):
    """It decides what the graph is given, as much as the files that it describes."""
    path = own_tiny.folder / DESCRIPTION
    text = path.read_text()
    for before, after in (("query: ", "quary: "), ('"pad_id": 0', '"pad_id": 1')):
        assert before in text
        path.write_text(text.replace(before, after))
        assert exported.read(own_tiny.folder) is None


def test_an_export_is_on_disk_before_it_is_in_its_place(tiny, export, tmp_path, monkeypatch):
    synced, real = [], os.fsync

    def fsync(descriptor):
        synced.append(os.fstat(descriptor).st_ino)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    folder = export(tiny.model, tmp_path / "cache").export.folder
    whole = [path.stat().st_ino for path in (*folder.iterdir(), folder, folder.parent)]
    assert set(whole) <= set(synced)
    assert synced[-1] == whole[-1]


@pytest.mark.slow
def test_a_damaged_export_is_made_again(own_tiny, export):
    before = own_tiny.encoder.encode_queries(TEXTS).vectors
    flip_a_byte(own_tiny.folder / WEIGHTS)
    export(own_tiny.model, own_tiny.cache)
    again = open_encoder(str(own_tiny.model), cache=own_tiny.cache)
    np.testing.assert_allclose(again.encode_queries(TEXTS).vectors, before, atol=1e-6)
    assert [p.name for p in own_tiny.folder.parent.iterdir() if "partial" in p.name] == []


def test_a_copied_cache_is_whole_although_its_times_differ(own_tiny):
    folder = own_tiny.folder
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    assert exported.read(folder) is not None


def test_a_shared_cache_can_be_read_by_others(tiny):
    folder = tiny.folder
    umask = os.umask(0)
    os.umask(umask)
    assert folder.stat().st_mode & 0o777 == 0o777 & ~umask
    assert {p.stat().st_mode & 0o777 for p in folder.iterdir()} == {0o666 & ~umask}


def test_an_export_that_is_whole_is_not_made_twice(tiny, export):
    before = (tiny.folder / GRAPH).stat().st_ino
    export(tiny.model, tiny.cache)
    assert (tiny.folder / GRAPH).stat().st_ino == before


@pytest.mark.slow
def test_exports_at_the_same_time_end_in_one(tiny, tmp_path):
    cache = tmp_path / "cache"
    command = [sys.executable, "-P", "-m", "retrieval.encoder.export", str(tiny.model)]
    command += ["--name", "tiny", "--cache"]
    with ThreadPoolExecutor() as pool:
        runs = [
            pool.submit(
                subprocess.run, [*command, str(cache)], capture_output=True, text=True, check=True
            )
            for _ in range(2)
        ]
    for run in runs:
        assert run.result().stdout.endswith('{"outcome": "exported"}\n')
    whole = [p for p in (cache / "encoders").iterdir() if p.is_dir()]
    assert len(whole) == 1
    assert exported.read(whole[0]) is not None


@pytest.mark.slow
def test_a_graph_with_other_vectors_is_refused(tiny_model, export, torch_loaded, tmp_path):
    encoder = export(tiny_model(seed=0), tmp_path / "cache")
    from retrieval.encoder.agreement import ExportError, largest_difference
    from retrieval.encoder.graph import Graph

    other = torch_loaded(tiny_model(seed=1))
    graph = Graph(other, list(encoder.export.inputs), None)
    with pytest.raises(ExportError, match="gives other vectors"):
        largest_difference(other, encoder.export, graph)
