"""Make the table of how many texts use a common English word.

    python -m retrieval.training.english_shares FREQUENCIES --out FILE

FREQUENCIES is the frequency dictionary of SymSpell, a word and a count a line, as the package
symspellpy has it (``frequency_dictionary_en_82_765.txt``; MIT licence; made from Google Books
Ngrams, CC BY 3.0, and SCOWL).
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from retrieval.text.search_terms import search_terms

__all__ = ["main", "shares"]

_WORDS = 60
"""Words of a text as it is searched: a sentence with its neighbours."""
_LEAST = 0.001
_HEAD = """\
# Of a thousand English texts of sixty words, the share that uses a term, a stem and its share a
# line: counted in SymSpell's frequency dictionary (MIT licence; made from Google Books Ngrams,
# CC BY 3.0, and SCOWL). Made by `python -m retrieval.training.english_shares`.
"""


def shares(frequencies: Iterable[str]) -> dict[str, float]:
    """Return the share of texts that use each common term, the commonest first.

    As if each word of a text were drawn by itself, which makes words that come in clusters look
    somewhat commoner than they are.

    Args:
        frequencies: Lines of a word and its count.
    """
    counts: Counter[str] = Counter()
    total = 0
    for line in frequencies:
        if not line.strip():
            continue
        word, count = line.split()
        total += int(count)
        counts.update({term: int(count) for term in search_terms(word)[:1]})
    found = ((term, 1 - (1 - count / total) ** _WORDS) for term, count in counts.most_common())
    return {term: share for term, share in found if share >= _LEAST}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the list and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("frequencies", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    found = shares(options.frequencies.read_text(encoding="utf-8-sig").splitlines())
    lines = (f"{term} {share:.3f}\n" for term, share in found.items())
    options.out.write_text(_HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
