import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.training.pairs import passages, read_pairs


def test_a_sentence_with_two_questions_is_kept_once(tmp_path):
    file = tmp_path / "pairs.jsonl"
    rows = [("who?", "rollo."), ("when?", "in 911."), ("which viking?", "rollo.")]
    file.write_text("\n".join(json.dumps({"question": q, "sentence": s}) for q, s in rows))
    pairs = read_pairs(file)
    assert pairs.questions == ("who?", "when?", "which viking?")
    assert pairs.sentences == ("rollo.", "in 911.")
    assert pairs.answers == (0, 1, 0)


def test_a_line_of_another_kind_is_refused(tmp_path):
    file = tmp_path / "pairs.jsonl"
    file.write_text('{"question": "who?"}\n')
    with pytest.raises(KeyError):
        read_pairs(file)


@given(st.lists(st.integers(0, 300), max_size=60), st.integers(0, 1000))
def test_passages_hold_every_sentence_once_and_no_more_than_fits(lengths, seed):
    rng = np.random.default_rng(seed)
    found = list(passages(lengths, longest=254, most=6, rng=rng))
    assert [i for run in found for i in run] == list(range(len(lengths)))
    for run in found:
        assert 1 <= len(run) <= 6
        assert len(run) == 1 or sum(lengths[i] for i in run) <= 254
