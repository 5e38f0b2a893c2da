"""A head is trained for a small model, and taken from where it was written."""

import json
import shutil
import warnings

import pytest
from late import Late

from retrieval.encoder.head import read_head
from retrieval.encoder.heads import find_head, place_for_head
from retrieval.encoder.models import compute_fingerprint
from retrieval.errors import ModelUnavailableError

train_head = Late("retrieval.training.train_head")

PAIRS = [
    ("wer öffnet das museum", "das museum öffnet frau albers"),
    ("wann beginnt der kurs", "der kurs beginnt am montag"),
    ("où est la gare", "la gare est au nord"),
    ("who mends the roof", "a mason mends the roof"),
]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A random BERT of two layers and 16 numbers, as a folder of Sentence Transformers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import torch
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.base.modules import Transformer
        from sentence_transformers.sentence_transformer.modules import Pooling
        from transformers import BertConfig, BertModel, BertTokenizerFast

        torch.manual_seed(0)
        home = tmp_path_factory.mktemp("models")
        base = home / "base"
        base.mkdir()
        letters = [chr(one) for one in range(ord("a"), ord("z") + 1)]
        special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
        vocabulary = [*special, *letters, *(f"##{one}" for one in letters)]
        (base / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
        BertTokenizerFast(str(base / "vocab.txt"), model_max_length=64).save_pretrained(base)
        config = BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
        )
        BertModel(config).save_pretrained(base)
        made = SentenceTransformer(
            modules=[Transformer(str(base)), Pooling(16, pooling_mode="mean")], device="cpu"
        )
        made.save(str(home / "tiny"), create_model_card=False)
    return home / "tiny"


@pytest.fixture
def trained(model, tmp_path):
    """The model's copy in a folder of its own, with a head beside it."""
    folder = tmp_path / "models" / "mine"
    shutil.copytree(model, folder)
    pairs = tmp_path / "pairs.jsonl"
    lines = [json.dumps({"question": asked, "sentence": said}) for asked, said in PAIRS]
    pairs.write_text("\n".join(lines), encoding="utf-8")
    cache = tmp_path / "cache"
    plan = ["--steps", "2", "--orders", "1", "--threads", "1"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert (
            train_head.main([str(pairs), "--model", str(folder), "--cache", str(cache), *plan]) == 0
        )
    return folder, cache


def test_a_head_is_written_beside_the_model_and_found_there(trained):
    folder, cache = trained
    fingerprint = compute_fingerprint(folder)
    found = find_head(fingerprint, folder, cache=cache)
    assert found == read_head(folder.parent / "heads" / "mine.npz")
    assert found.model == fingerprint
    arrays = found.arrays()
    # No more numbers than the model has, and the layer by its own names.
    assert arrays["projection.weight"].shape == (16, 16)
    assert any(name.startswith("layer.attention") for name in arrays)
    assert find_head(fingerprint, folder, cache=cache, head=None) is None


def test_the_head_of_a_hub_model_is_found_in_the_cache(trained, tmp_path):
    folder, cache = trained
    fingerprint = compute_fingerprint(folder)
    place = place_for_head(fingerprint, folder, cache=cache, is_own=False)
    place.parent.mkdir(parents=True)
    (folder.parent / "heads" / "mine.npz").rename(place)
    elsewhere = tmp_path / "hub" / "snapshot"
    found = find_head(fingerprint, elsewhere, cache=cache)
    assert found is not None
    assert found.file == place


def test_heads_of_other_models_are_passed_over_and_what_is_none_is_named(trained):
    folder, cache = trained
    assert find_head("another", folder, cache=cache) is None
    stray = folder.parent / "heads" / "a.npz"
    stray.write_bytes(b"no archive")
    with pytest.raises(ModelUnavailableError, match=r"a\.npz.*train it again"):
        find_head("another", folder, cache=cache)


@pytest.mark.slow
def test_the_model_answers_with_its_head(trained):
    from retrieval.encoder.export import export_model
    from retrieval.encoder.load import open_encoder

    folder, cache = trained
    head = find_head(compute_fingerprint(folder), folder, cache=cache)
    with warnings.catch_warnings():
        # In this process, which has torch already; a start does it in one of its own.
        warnings.simplefilter("ignore")
        export_model(folder, name=str(folder), cache=cache, head_file=head.file)
    encoder = open_encoder(str(folder), cache=cache)
    assert encoder.fingerprint == head.fingerprint() != compute_fingerprint(folder)
    # A head weighs the tokens; without one all count alike.
    (weights,) = encoder.encode_queries(["wer öffnet das museum"]).weights
    assert len(weights) > 3
    assert (weights > 0).all()


@pytest.mark.parametrize(
    ("content", "says"),
    [("", "has no pairs"), ('{"question": "a"}', "sentence"), ("no json", "No head was made")],
)
def test_what_is_no_file_of_pairs_is_refused_in_a_sentence(content, says, model, tmp_path, capsys):
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(content, encoding="utf-8")
    cache = ["--cache", str(tmp_path / "c"), "--threads", "1"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert train_head.main([str(pairs), "--model", str(model), *cache]) == 2
    assert says in capsys.readouterr().err
