from types import SimpleNamespace

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


def test_where_sentences_stand_is_asked_once_for_all_that_are_not_known():
    asked = []

    def places(ids):
        asked.append(list(ids))
        return tuple(SimpleNamespace(id=row) for row in ids)

    remembered = Remembered(SimpleNamespace(places=places))
    remembered.look_up([3, 5])
    remembered.look_up([5, 8, 3])
    assert [remembered.places[row].id for row in (3, 5, 8, 13)] == [3, 5, 8, 13]
    assert remembered.places[13].id == 13
    assert asked == [[3, 5], [8], [13]]
