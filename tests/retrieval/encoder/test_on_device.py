"""Passages on torch, as on a GPU, but here on its processors: the numbers are the export's."""

import warnings

import numpy as np
import pytest

from retrieval.encoder.head import SHIPPED_HEAD, read_head
from retrieval.encoder.models import DEFAULT_MODEL, ModelSource, resolve_model
from retrieval.encoder.on_device import DeviceEncoder
from retrieval.errors import ModelUnavailableError
from retrieval.indexing.build import build_index
from retrieval.store.files.index_store import FileIndexStore

TEXTS = [
    "",
    "Who supplies Azerbaijan's  drones?",
    "the museum opens on monday " * 9,
    "数字 é [SEP]",
    *(f"israel sold {'the ' * n}drones" for n in range(30)),
]


def on_torch(encoder, source, head=None):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from retrieval.encoder.torch_graph import TorchGraph

        return TorchGraph(source, encoder.export, head, device="cpu")


@pytest.fixture(scope="module")
def graph(encoder, encoder_cache):
    source = resolve_model(DEFAULT_MODEL, cache=encoder_cache)
    return on_torch(encoder, source, read_head(SHIPPED_HEAD))


def assert_same(one, other, tolerance=1e-4):
    np.testing.assert_allclose(one.vectors, other.vectors, atol=tolerance)
    for name in ("tokens", "hidden", "weights", "token_ids", "token_spans"):
        ours, theirs = getattr(one, name), getattr(other, name)
        assert len(ours) == len(theirs)
        for mine, its in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(mine, its, atol=tolerance)


def test_the_packaged_model_with_its_head_gives_the_exports_numbers(encoder, graph):
    there = encoder.encode_passages_on(graph, TEXTS, hidden=True, tokens_per_run=100)
    assert_same(there, encoder.encode_passages(TEXTS, hidden=True))


def test_a_model_with_its_own_pooling_and_prompts_does_too(tiny):
    other = on_torch(tiny.encoder, ModelSource(name="tiny", folder=tiny.model))
    there = tiny.encoder.encode_passages_on(other, TEXTS, hidden=True, tokens_per_run=1000)
    assert_same(there, tiny.encoder.encode_passages(TEXTS, hidden=True))


@pytest.mark.slow
@pytest.mark.parametrize("pooling", ["mean", "lasttoken"])
def test_a_prompt_that_is_not_pooled_is_not(tiny_model, export, tmp_path, pooling):
    folder = tiny_model(pooling=pooling, prompts={"document": "passage: "}, include_prompt=False)
    encoder = export(folder, tmp_path)
    other = on_torch(encoder, ModelSource(name="tiny", folder=folder))
    there = encoder.encode_passages_on(other, TEXTS, hidden=True, tokens_per_run=1000)
    assert_same(there, encoder.encode_passages(TEXTS, hidden=True))


def test_what_does_not_fit_is_run_in_halves_and_remembered(encoder, graph, monkeypatch):
    import torch

    whole, room, sizes = graph._run, 128, []

    def run(outputs, feeds):
        sizes.append(feeds["input_ids"].size)
        if sizes[-1] > room:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB")
        return whole(outputs, feeds)

    monkeypatch.setattr(graph, "_run", run)
    monkeypatch.setattr(graph, "tokens_per_run", 16_384)
    there = encoder.encode_passages_on(
        graph, TEXTS, hidden=True, tokens_per_run=graph.tokens_per_run
    )
    assert_same(there, encoder.encode_passages(TEXTS, hidden=True))
    assert sizes[0] > 1000
    assert graph.tokens_per_run == 512


class Said:
    def __init__(self, encoder, graph, *, first=0):
        self.opened = 0
        self.told, self.warned = [], []

        def open_graph():
            self.opened += 1
            if isinstance(graph, Exception):
                raise graph
            return graph

        self.encoder = DeviceEncoder(
            encoder, open_graph, first=first, tell=self.told.append, warn=self.warned.append
        )


def test_a_few_passages_are_left_to_the_processors(encoder, graph):
    said = Said(encoder, graph, first=3)
    said.encoder.encode_passages(TEXTS[:3])
    assert (said.opened, said.told) == (0, [])
    for _ in range(2):
        assert_same(said.encoder.encode_passages(TEXTS), encoder.encode_passages(TEXTS))
    assert (said.opened, said.told, said.warned) == (1, ["Embedding on the GPU (cpu) …"], [])


def test_where_there_is_no_device_nothing_is_said(encoder):
    said = Said(encoder, None)
    for _ in range(2):
        assert_same(said.encoder.encode_passages(TEXTS), encoder.encode_passages(TEXTS))
    assert (said.opened, said.told, said.warned) == (1, [], [])


class Broken:
    """A device that computes, but otherwise, or not for long."""

    name = "cuda:7, Broken"
    tokens_per_run = 10_000

    def __init__(self, graph, *, error=0.0, runs=1000):
        self.graph, self.error, self.runs = graph, error, runs

    def run(self, outputs, feeds):
        self.runs -= 1
        if self.runs < 0:
            raise RuntimeError("CUDA error: an illegal memory access was encountered.\nCompile …")
        return [array + self.error for array in self.graph.run(outputs, feeds)]


@pytest.mark.parametrize("error", [0.01, float("nan")])
def test_a_device_that_computes_otherwise_is_not_used(encoder, graph, error):
    said = Said(encoder, Broken(graph, error=error))
    for _ in range(2):
        assert_same(said.encoder.encode_passages(TEXTS), encoder.encode_passages(TEXTS))
    assert said.told == []
    assert said.warned == [
        "The GPU can't be used, so the processors go on: its vectors are not those of the"
        " processors."
    ]


def test_a_device_that_fails_on_the_way_is_told_once_and_nothing_is_lost(encoder, graph):
    said = Said(encoder, Broken(graph, runs=2))
    for _ in range(3):
        assert_same(said.encoder.encode_passages(TEXTS), encoder.encode_passages(TEXTS))
    assert said.told == ["Embedding on the GPU (cuda:7, Broken) …"]
    assert said.warned == [
        "The GPU can't be used, so the processors go on: CUDA error: an illegal memory access was"
        " encountered."
    ]


def test_one_that_cannot_be_opened_is_told_once(encoder):
    said = Said(encoder, OSError("libcudnn.so.9: cannot open shared object file"))
    for _ in range(2):
        said.encoder.encode_passages(TEXTS)
    assert said.opened == 1
    assert len(said.warned) == 1
    assert "libcudnn" in said.warned[0]


def test_one_that_was_asked_for_by_name_must_be_there(encoder):
    said = Said(encoder, ModelUnavailableError("There is no cuda:7 here"))
    with pytest.raises(ModelUnavailableError, match="cuda:7"):
        said.encoder.encode_passages(TEXTS)
    assert said.warned == []


def test_an_index_does_not_depend_on_where_it_was_made(encoder, graph, tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number in range(4):
        lines = (f"Ferry {number} leaves pier {n} at {n + number}:15, in fog." for n in range(9))
        (seeds / f"{number}.md").write_text("# Ferries\n\n" + "\n\n".join(lines))
    said = Said(encoder, graph)
    features = []
    for name, own in (("here", encoder), ("there", said.encoder)):
        build_index(seeds, tmp_path / name, own)
        with FileIndexStore(tmp_path / name).begin(
            build_spec(own), timeout=0, waiting=lambda: None, origin=""
        ) as writer:
            known = writer.previous.documents
            features.append([writer.stored(known[path]).features for path in sorted(known)])
    assert said.told
    for mine, its in zip(*features, strict=True):
        np.testing.assert_allclose(mine.vectors, its.vectors, atol=1e-3)
        np.testing.assert_array_equal(mine.token_counts, its.token_counts)
    # The one goes on where the other has begun, and embeds the heading and the sentence.
    (seeds / "0.md").write_text("# Ferries\n\nNo ferry leaves in fog.\n")
    report = build_index(seeds, tmp_path / "here", said.encoder)
    assert report.embedded == 2


def build_spec(encoder):
    from retrieval.indexing.spec import spec_for

    return spec_for(encoder)


def test_a_model_without_an_export_goes_on_with_the_processors(
    graphless_model, torch_loaded, monkeypatch
):
    from retrieval.encoder import sentence_transformer

    monkeypatch.setattr(sentence_transformer, "find_device", lambda _device: "cpu:0")
    told, warned = [], []
    encoder = sentence_transformer.SentenceTransformerEncoder(
        ModelSource(name="static", folder=graphless_model),
        fingerprint="f",
        device="auto",
        tell=told.append,
        warn=warned.append,
    )
    assert told == ["Embedding on the GPU (cpu:0) …"]
    texts = ["who sold drones", "the museum opens"]
    expected = torch_loaded(graphless_model).encode(texts, normalize_embeddings=True)
    np.testing.assert_allclose(encoder.encode_passages(texts).vectors, expected, atol=1e-6)
    whole, calls = encoder._model.encode_document, []

    def fails_first(*given, **options):
        calls.append(given)
        if len(calls) == 1:
            raise RuntimeError("CUDA out of memory")
        return whole(*given, **options)

    monkeypatch.setattr(encoder._model, "encode_document", fails_first)
    for _ in range(2):
        np.testing.assert_allclose(encoder.encode_passages(texts).vectors, expected, atol=1e-6)
    assert warned == ["The GPU can't be used, so the processors go on: CUDA out of memory."]
