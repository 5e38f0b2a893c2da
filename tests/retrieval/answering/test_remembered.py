from retrieval.answering.remembered import Remembered


def test_what_was_known_lately_is_recalled_and_what_was_long_ago_forgotten():
    texts = Remembered(None).texts
    for row in range(10_001):
        texts.keep(row, f"sentence {row}")
    # The first ten thousand are the older generation.
    assert texts.get(10_000) == "sentence 10000"
    assert texts.get(4) is None
    assert texts.recall(4) == "sentence 4"
    # Looked at, it is among the newer ones.
    assert texts.get(4) == "sentence 4"
    for row in range(20_000, 30_000):
        texts.keep(row, "")
    assert texts.get(5) is None
    assert texts.recall(5) is None
