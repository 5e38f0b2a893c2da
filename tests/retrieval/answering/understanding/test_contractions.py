import pytest

from retrieval.answering.understanding.contractions import with_apostrophes


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("what if i dont pay", "what if i don't pay"),
        ("Cant open the gate", "Can't open the gate"),
        ("im late, whats the fee", "I'm late, what's the fee"),
        ("why wont it start?", "why won't it start?"),
        ("isnt there a bus", "isn't there a bus"),
        # Words of their own, abbreviations and what is no prose stay as they are.
        ("its price, ill or well", "its price, ill or well"),
        ("what is IM", "what is IM"),
        ("where is dont.py", "where is dont.py"),
        ("what does --dont-ask do", "what does --dont-ask do"),
        ("I don't know", "I don't know"),
    ],
)
def test_apostrophes_that_were_left_out_are_put_in(typed, whole):
    assert with_apostrophes(typed) == whole
