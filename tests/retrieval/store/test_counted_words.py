"""The best texts are found without looking at all, and are those that looking at all would find."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.store.counted_words import CountedWords

WORDS = [f"w{n}" for n in range(7)]


class Counted:
    """The words of a segment, as a list of texts that say how often they use each."""

    def __init__(self, texts):
        self._texts = texts
        self.lengths = np.array([sum(text.values()) for text in texts], np.int32)

    def postings(self, word):
        rows = [(row, text[word]) for row, text in enumerate(self._texts) if word in text]
        return (
            np.array([row for row, _ in rows], np.int32),
            np.array([times for _, times in rows], np.uint16),
        )

    def users(self, word):
        return len(self.postings(word)[0])


@st.composite
def segments(draw):
    """Some segments of common and rare words, with which texts count and which may be found."""
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    shares = random.choice([0.02, 0.1, 0.4, 0.9], len(WORDS))
    made = []
    for size in draw(st.lists(st.integers(0, 60), min_size=1, max_size=3)):
        texts = [
            {
                word: int(random.integers(1, 4))
                for word, share in zip(WORDS, shares, strict=True)
                if random.random() < share
            }
            for _ in range(size)
        ]
        inside = random.random(size) < draw(st.sampled_from([0.5, 1.0]))
        made.append((texts, inside, inside & (random.random(size) < 0.8)))
    return made


def by_definition(made, asked, variants):
    """BM25 of each text, looking at all of them."""
    texts = [
        text
        for all_of_it, inside, _ in made
        for text, own in zip(all_of_it, inside, strict=True)
        if own
    ]
    size, length = len(texts), sum(sum(text.values()) for text in texts) / max(len(texts), 1)
    writings = {word: {word, *variants.get(word, ())} for word in asked}

    def weight(word):
        used = min(sum(one in text for one in writings[word] for text in texts), size)
        return math.log1p((size - used + 0.5) / (used + 0.5))

    def score(text):
        found = 0
        for word in asked:
            times = sum(text.get(one, 0) for one in writings[word])
            bound = 0.9 * (0.6 + 0.4 * sum(text.values()) / max(length, 1e-12))
            found += weight(word) * times / (times + bound) if times else 0
        return found / sum(map(weight, asked))

    return [
        np.array([score(text) if own else 0 for text, own in zip(all_of_it, inside, strict=True)])
        for all_of_it, inside, _ in made
    ]


@given(
    made=segments(),
    asked=st.sets(st.sampled_from([*WORDS, "unused"]), min_size=1),
    count=st.integers(0, 12),
    spread=st.booleans(),
)
def test_the_best_are_those_of_looking_at_all(made, asked, count, spread):
    variants = {"w0": ["w6"]} if spread else {}
    words = CountedWords(
        [Counted(texts) for texts, _, _ in made],
        [None if inside.all() else inside for _, inside, _ in made],
    ).ask(sorted(asked), variants=variants)
    expected = by_definition(made, sorted(asked), variants)
    every = np.concatenate(expected)
    rows = np.arange(len(every))
    mask = np.concatenate([one for _, _, one in made])
    assert np.allclose(words.scores(rows), every, atol=1e-6)
    assert np.array_equal(words.scores(rows[::-1]), words.scores(rows)[::-1])
    for _ in range(2):  # Nothing of a question is left for the next.
        found, scores = words.best([one for _, _, one in made], count)
    assert mask[found].all()
    assert len(set(found.tolist())) == len(found)
    # The same to the last bit, whichever way they were come by.
    assert np.array_equal(scores, words.scores(found))
    wanted = sorted((float(score) for score in every[mask] if score > 0), reverse=True)[:count]
    if wanted:
        assert set(np.flatnonzero(mask & (every > wanted[-1] + 1e-6)).tolist()) <= set(
            found.tolist()
        )
        assert len(found) >= len(wanted)
    else:
        assert not len(found)


class Stored(Counted):
    """The same, where what is asked for is a part of what is stored."""

    def postings(self, word):
        texts, counts = super().postings(word)
        return texts[:], counts[:]


def test_a_word_counts_the_same_when_it_is_asked_for_again_with_and_without_variants():
    texts = [{"w0": 1}, {"w1": 2}, {"w0": 3, "w1": 1}, {"w2": 1}]
    words, rows = CountedWords([Stored(texts)], [None]), np.arange(len(texts))
    asked = [({}, ["w0"]), ({"w0": ["w1"]}, ["w0"]), ({}, ["w0", "w2"]), ({}, ["w0"])]
    for variants, terms in asked:
        fresh = CountedWords([Counted(texts)], [None]).ask(terms, variants=variants)
        again = words.ask(terms, variants=variants)
        np.testing.assert_array_equal(again.scores(rows), fresh.scores(rows))


def test_what_was_copied_to_be_looked_at_is_not_kept():
    texts = [{"w0": 1}, {"w0": 2}]
    stored, copied = CountedWords([Stored(texts)], [None]), CountedWords([Counted(texts)], [None])
    for words in (stored, copied):
        words.ask(["w0"])
    assert list(stored._columns) == ["w0"]
    assert not copied._columns
