"""Make the list of words that WordNet gives for one another, or as forms of one another.

    python -P -m retrieval.training.thesaurus DICT --words FILE --out FILE

DICT is the folder of a WordNet 3 database (Fellbaum 1998): ``index.sense`` and ``data.noun``,
``data.verb``, ``data.adj``, ``data.adv``. The words are those of ``--words``, one a line.

Two words are taken that share a synset, or whose senses are derived from one another ("supervise",
"supervisor"). A word has many senses, and most synonyms hold for one of them: it has to be the one
in which either of the two is used mostly, by WordNet's counts of its tagged texts, and the two have
to be near each other for the default encoder. Words that WordNet marks as slurs or obscene are left
out.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np

from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.text.words import stem_all

__all__ = ["Sense", "derived", "main", "same_sense", "senses"]

_WORD = re.compile(r"[a-z]{3,}")
_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a", "s": "a"}
_FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_USAGE, _DERIVED = ";u", "+"
_MOSTLY = 0.5
"""Share of its uses that one of two words has in the sense they share."""
_NEAR = 0.4
"""Cosine of the two; of words used in hardly any other sense, less will do."""
_SINGLE, _NEAR_SINGLE = 0.8, 0.3
_BATCH = 2_000
_HEAD = """\
# Words that may stand for one another: a word, after it such as come later in the alphabet, and
# behind a bar those that it is derived from or that are derived from it. Made by
# `python -P -m retrieval.training.thesaurus` of WordNet 3.1.
#
"""

Synset = tuple[str, str]
"""Part of speech and offset."""
Pair = tuple[str, str]
"""Two words, in the order of the alphabet."""


class Sense(NamedTuple):
    """A word in one of its meanings."""

    word: str
    synset: Synset
    share: float
    """Of its uses, how many are in this sense."""


def senses(lines: Iterable[str], words: frozenset[str]) -> list[Sense]:
    """Read ``index.sense``: a key, an offset, the number of the sense and its count a line."""
    found: dict[str, dict[Synset, float]] = defaultdict(dict)
    for line in lines:
        key, offset, number, count = line.split()
        word, kind = key.split("%")
        if word in words and _WORD.fullmatch(word):
            # What was never tagged is ordered by how frequent it was thought to be.
            found[word][_POS[kind[0]], offset] = int(count) + 0.5 / int(number)
    return [
        Sense(word, synset, uses / sum(own.values()))
        for word, own in found.items()
        for synset, uses in own.items()
    ]


def same_sense(known: Iterable[Sense]) -> dict[Pair, float]:
    """Return pairs of words that share a sense, and in how much of its uses one is used so."""
    by_synset: dict[Synset, list[Sense]] = defaultdict(list)
    for one in known:
        by_synset[one.synset].append(one)
    found: dict[Pair, float] = defaultdict(float)
    for group in by_synset.values():
        for one, other in combinations(sorted(group), 2):
            pair = one.word, other.word
            found[pair] = max(found[pair], one.share, other.share)
    return dict(found)


def derived(
    known: Iterable[Sense], links: Iterable[tuple[tuple[Synset, str], tuple[Synset, str]]]
) -> dict[Pair, float]:
    """Return pairs of words of which one is derived from the other, and how much both are used so.

    Args:
        known: The senses of all words.
        links: Pairs of words in a sense.
    """
    shares = {(one.synset, one.word): one.share for one in known}
    found: dict[Pair, float] = defaultdict(float)
    for left, right in links:
        if left in shares and right in shares:
            first, second = sorted((left[1], right[1]))
            found[first, second] = max(found[first, second], min(shares[left], shares[right]))
    return dict(found)


def main() -> None:
    """Read the database, choose, and write the list."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("dict", type=Path)
    arguments.add_argument("--words", type=Path, required=True)
    arguments.add_argument("--licence", type=Path, required=True)
    arguments.add_argument("--cache", type=Path, default=Path("models"))
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    lines = given.words.read_text(encoding="utf-8").splitlines()
    words = frozenset(line for line in lines if not line.startswith("#"))
    with (given.dict / "index.sense").open(encoding="utf-8") as file:
        known = senses(file, words)
    links, barred = _relations(given.dict)
    known = [one for one in known if one.synset not in barred]
    synonyms, forms = map(_mostly, (same_sense(known), derived(known, links)))
    near = _cosines({**synonyms, **forms}, given.cache)
    chosen: dict[str, list[str]] = defaultdict(list)
    behind: dict[str, list[str]] = defaultdict(list)
    for pairs, kept in ((synonyms, chosen), (forms, behind)):
        for (one, other), share in sorted(pairs.items()):
            is_known = kept is behind and other in chosen[one]
            if near[one, other] >= (_NEAR_SINGLE if share >= _SINGLE else _NEAR) and not is_known:
                kept[one].append(other)
    licence = given.licence.read_text(encoding="utf-8").rstrip().splitlines()
    notice = "".join(f"# {line}".rstrip() + "\n" for line in licence)
    body = "".join(
        " ".join((word, *chosen[word], *("|", *behind[word]) * bool(behind[word]))) + "\n"
        for word in sorted({*chosen, *behind})
        if chosen[word] or behind[word]
    )
    given.out.write_text(_HEAD + notice + body, encoding="utf-8")


def _mostly(pairs: Mapping[Pair, float]) -> dict[Pair, float]:
    """Leave out what holds for a minor sense of both, and what is the same to a stemmer."""
    stems = stem_all({word for pair in pairs for word in pair})
    return {
        pair: share
        for pair, share in pairs.items()
        if share >= _MOSTLY and stems[pair[0]] != stems[pair[1]]
    }


def _relations(
    folder: Path,
) -> tuple[list[tuple[tuple[Synset, str], tuple[Synset, str]]], frozenset[Synset]]:
    """Read from the data files which words are derived from which, and which synsets are marked."""
    members: dict[Synset, list[str]] = {}
    pointers: list[tuple[Synset, str, Synset, str]] = []
    for name, part in _FILES.items():
        with (folder / f"data.{name}").open(encoding="utf-8") as file:
            for line in file:
                if not line.startswith(" "):
                    own = (part, line.split(maxsplit=1)[0])
                    members[own], found = _parsed(line)
                    pointers += [(own, *one) for one in found]
    barred = frozenset(own for own, kind, _, _ in pointers if kind == _USAGE)
    links = []
    for own, kind, target, places in pointers:
        source, aim = bytes.fromhex(places)
        if kind == _DERIVED and source and aim:
            links.append(((own, members[own][source - 1]), (target, members[target][aim - 1])))
    return links, barred


def _parsed(line: str) -> tuple[list[str], Iterator[tuple[str, Synset, str]]]:
    """Read the words of a synset, and its pointers: kind, target, and which words they join."""
    fields = line.split(" | ")[0].split()
    count = int(fields[3], 16)
    words = [word.partition("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2]]
    rest = fields[5 + 2 * count :]
    number = int(fields[4 + 2 * count])
    quadruples = (rest[4 * n : 4 * n + 4] for n in range(number))
    return words, (
        (kind, (_POS.get(part, part), offset), places) for kind, offset, part, places in quadruples
    )


def _cosines(shared: Mapping[tuple[str, str], float], cache: Path) -> dict[tuple[str, str], float]:
    words = sorted({word for pair in shared for word in pair})
    encoder = open_encoder(DEFAULT_MODEL, cache=cache)
    parts = [words[start : start + _BATCH] for start in range(0, len(words), _BATCH)]
    vectors = np.concatenate([encoder.encode_passages(part).vectors for part in parts])
    row = {word: number for number, word in enumerate(words)}
    return {pair: float(vectors[row[pair[0]]] @ vectors[row[pair[1]]]) for pair in shared}


if __name__ == "__main__":
    main()
