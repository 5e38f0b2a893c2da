"""A model of two small layers, trained for a moment."""

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from late import Late

from retrieval.training.pairs import Pairs

torch = Late("torch")
transformers = Late("transformers")
head_model = Late("retrieval.training.head_model")
losses = Late("retrieval.training.loss")
materials = Late("retrieval.training.material")
hidden = Late("retrieval.training.states")
train_head = Late("retrieval.training.train_head")

VOCABULARY = 60


class Tokenizer:
    """Every word is a number, which is its token."""

    cls_token_id, sep_token_id = 1, 2

    def __call__(self, texts, *, add_special_tokens):
        assert not add_special_tokens
        return {"input_ids": [[int(word) for word in text.split()] for text in texts]}

    def __len__(self):
        return VOCABULARY


class Model(list):
    """As much of a SentenceTransformer as training looks at."""

    tokenizer = Tokenizer()
    max_seq_length = 256


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=VOCABULARY,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        initializer_range=0.3,
    )
    return transformers.BertModel(config).eval()


@pytest.fixture(scope="module")
def material(network):
    rng = np.random.default_rng(0)
    sentences = [rng.integers(3, VOCABULARY, rng.integers(3, 9)) for _ in range(40)]
    pairs = Pairs(
        questions=tuple(" ".join(map(str, s[:2])) for s in sentences for _ in range(2)),
        answers=tuple(i for i in range(40) for _ in range(2)),
        sentences=tuple(" ".join(map(str, s)) for s in sentences),
    )
    model = Model([SimpleNamespace(auto_model=network)])
    return materials.prepare(model, pairs, rng=np.random.default_rng(1))


@pytest.fixture(scope="module")
def untrained(network, material):
    """The head that training begins with."""
    plan = train_head.TrainingPlan(width=8, steps=1, rate=0.0)
    return train_head.train(head_model.last_layer(network), material, plan)


def test_states_are_what_the_last_layer_is_given(network):
    sequences = [[1, 5, 6, 2], [1, 7, 2]]
    states = hidden.read_states(network, sequences)
    assert states.offsets.tolist() == [0, 4, 7]
    assert states.ids.tolist() == [1, 5, 6, 2, 1, 7, 2]
    values, mask = hidden.padded(states, [1, 0])
    assert mask.tolist() == [[True, True, True, False], [True] * 4]
    with torch.inference_mode():
        expected = network(input_ids=torch.tensor(sequences[1:]))[0][0]
        found = head_model.last_layer(network)(values[:1, :3])
    found = found[0] if isinstance(found, tuple) else found
    assert torch.allclose(found.squeeze(0), expected, atol=0.02)


def test_the_loss_by_hand():
    # Two sentences of one token each, east and north; the questions ask for east and for both.
    east, north = torch.eye(2)
    batch = losses.Batch(
        tokens=torch.stack([east, north]),
        spans=np.array([[0, 1], [1, 2]]),
        questions=torch.stack([east, east, north]),
        weights=torch.tensor([2.0, 1.0, 3.0]),
        question_of=np.array([0, 1, 1]),
    )
    loss, preferred = losses.contrast(batch, torch.tensor(2.0))
    # Scores: [1, 0] and [1/4, 3/4], times 2.
    expected = (math.log(1 + math.exp(-2)) + math.log(1 + math.exp(-1))) / 2
    assert loss.item() == pytest.approx(expected, rel=1e-5)
    assert preferred == 1


def test_the_longest_sentence_does_not_lend_its_tokens_to_the_others():
    tokens = torch.eye(4)
    batch = losses.Batch(
        tokens=tokens,
        spans=np.array([[0, 1], [1, 4]]),
        questions=torch.stack([tokens[0], tokens[3]]),
        weights=torch.ones(2),
        question_of=np.array([0, 1]),
    )
    loss, _ = losses.contrast(batch, torch.tensor(1.0))
    assert loss.item() == pytest.approx(math.log(1 + math.exp(-1)), rel=1e-5)


def test_rarity_by_hand():
    found = head_model.rarity([np.array([3, 3, 4]), np.array([4])], 6)
    assert found[3] == pytest.approx(math.log(1 + 2 / 2))
    assert found[4] == pytest.approx(math.log(1 + 2 / 3))
    assert found[5] == pytest.approx(math.log(1 + 2 / 1))


def test_training_learns_and_can_be_repeated(network, material, untrained):
    plan = train_head.TrainingPlan(width=8, steps=40, rate=5e-3, passages=8, run=4)
    after = train_head.train(head_model.last_layer(network), material, plan)
    few = replace(plan, steps=8)
    one, again = (train_head.train(head_model.last_layer(network), material, few) for _ in range(2))

    def loss(head):
        draws = np.random.default_rng(5)
        with torch.inference_mode():
            batches = [material.draw(head, passages=8, run=4, rng=draws) for _ in range(10)]
            return np.mean([losses.contrast(b, torch.tensor(20.0))[0].item() for b in batches])

    assert loss(after) < 0.9 * loss(untrained)
    assert torch.equal(one.projection.weight, again.projection.weight)
    # The model itself is as it was: the head trains a copy.
    assert not torch.equal(
        next(after.layer.parameters()), next(head_model.last_layer(network).parameters())
    )


def test_the_shipped_head_is_the_mean_of_heads_that_read_in_other_orders(network, material):
    plan = train_head.TrainingPlan(width=8, steps=3, passages=8, run=4, orders=2)
    one = train_head.train(head_model.last_layer(network), material, plan, order=0)
    other = train_head.train(head_model.last_layer(network), material, plan, order=1)
    mean = train_head.train_and_average(head_model.last_layer(network), material, plan)
    assert not torch.equal(one.projection.weight, other.projection.weight)
    assert torch.allclose(
        mean.projection.weight, (one.projection.weight + other.projection.weight) / 2
    )


def test_token_weights_start_at_the_rarity_of_tokens(material, untrained):
    rows = list(range(len(material.questions.offsets) - 1))
    with torch.inference_mode():
        weights = untrained.weights(untrained.states(material.questions, rows)).numpy()
    rarities = head_model.rarity(material.sentence_ids, VOCABULARY)[material.questions.ids]
    assert np.corrcoef(weights, rarities)[0, 1] > 0.3
    assert (weights > 0).all()
