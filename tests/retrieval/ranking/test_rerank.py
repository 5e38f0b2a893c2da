"""The optional reranker, with a random cross-encoder of two small layers."""

import warnings

import numpy as np
import pytest

from retrieval.errors import ModelUnavailableError
from retrieval.ranking import rerank
from retrieval.ranking.rerank import open_reranker, reorder

SENTENCES = ["Israel sold drones.", "The museum opens on Monday.", "Turkey sold drones."]
QUESTION = "Who sold drones?"


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory):
    def make(labels=1):
        with warnings.catch_warnings():
            # What importing torch and friends warns of is not what these tests are about.
            warnings.simplefilter("ignore")
            import torch
            from transformers import (
                BertConfig,
                BertForSequenceClassification,
                BertTokenizerFast,
            )

        torch.manual_seed(0)
        folder = tmp_path_factory.mktemp("reranker")
        letters = [chr(c) for c in range(ord("a"), ord("z") + 1)]
        vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "?"]
        vocabulary += letters + [f"##{letter}" for letter in letters]
        (folder / "vocab.txt").write_text("\n".join(vocabulary))
        BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=64).save_pretrained(folder)
        config = BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
            initializer_range=0.5,
            num_labels=labels,
        )
        BertForSequenceClassification(config).save_pretrained(folder)
        return folder

    return make


class Longest:
    """Prefers long sentences, so that the right order can be seen by eye."""

    name = "longest"

    def scores(self, question, sentences):
        return np.array([len(sentence) for sentence in sentences], np.float32)


def test_only_the_first_sentences_change_places():
    assert reorder([7, 3, 9, 4, 1], ["ab", "abcd", "abc"], "q", Longest()) == (3, 9, 7, 4, 1)


def test_equal_scores_keep_their_order_and_nothing_stays_nothing():
    assert reorder([5, 2, 8], ["aa", "bb", "cc"], "q", Longest()) == (5, 2, 8)
    assert reorder([], [], "q", Longest()) == ()


def test_scores_are_the_cross_encoders(cross_encoder):
    folder = cross_encoder()
    reranker = open_reranker(str(folder), threads=1)
    scores = reranker.scores(QUESTION, SENTENCES)
    from sentence_transformers import CrossEncoder

    expected = CrossEncoder(str(folder), device="cpu").predict([(QUESTION, s) for s in SENTENCES])
    np.testing.assert_allclose(scores, expected, atol=1e-6)
    assert len(set(scores.tolist())) == 3
    assert reranker.scores(QUESTION, []).shape == (0,)
    order = reorder([0, 1, 2], SENTENCES, QUESTION, reranker)
    assert list(order) == sorted(range(3), key=lambda i: -expected[i])


def test_a_gpu_that_fails_is_told_and_the_processors_go_on(cross_encoder, monkeypatch, caplog):
    monkeypatch.setattr(rerank, "find_device", lambda _device: "cpu:0")
    folder = cross_encoder()
    expected = open_reranker(str(folder)).scores(QUESTION, SENTENCES)
    reranker = open_reranker(str(folder), device="auto")
    whole = reranker._model.predict

    def fails(pairs, *, device, **options):
        if device != "cpu":
            raise RuntimeError("CUDA out of memory. Tried to allocate 2 GiB.")
        return whole(pairs, device=device, **options)

    monkeypatch.setattr(reranker._model, "predict", fails)
    for _ in range(2):
        np.testing.assert_allclose(reranker.scores(QUESTION, SENTENCES), expected, atol=1e-6)
    # Not what the library says when it opens a model.
    told = [one.message for one in caplog.records if one.name.startswith("retrieval.")]
    assert len(told) == 1
    assert "CUDA out of memory" in told[0]


def test_a_gpu_that_is_not_there_is_one_sentence(cross_encoder, monkeypatch, worded):
    monkeypatch.setattr("retrieval.encoder.device._DRIVERS", ())
    with pytest.raises(ModelUnavailableError, check=worded("VERBATIM_DEVICE")):
        open_reranker(str(cross_encoder()), device="cuda:1")


def test_a_model_with_several_scores_is_refused(cross_encoder, worded):
    with pytest.raises(ModelUnavailableError, check=worded(r"3 scores .* VERBATIM_RERANKER")):
        open_reranker(str(cross_encoder(labels=3)))


def test_a_folder_that_is_not_there_says_so(worded):
    with pytest.raises(
        ModelUnavailableError, check=worded(r"no reranker folder .*VERBATIM_RERANKER")
    ):
        open_reranker("./nothing")


def test_a_folder_of_something_else_is_one_sentence(tmp_path, worded):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelUnavailableError, check=worded("VERBATIM_RERANKER")) as caught:
        open_reranker(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_name_that_cannot_be_fetched_names_the_setting(worded):
    # Tests run with the hub switched off.
    with pytest.raises(ModelUnavailableError, check=worded("VERBATIM_RERANKER")):
        open_reranker("no-such-owner/no-such-reranker")
