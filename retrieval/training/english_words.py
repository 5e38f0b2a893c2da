"""Make the list of common English words that slips are told from.

    python -P -m retrieval.training.english_words FREQUENCIES VOCABULARY --out FILE

FREQUENCIES is the frequency dictionary of SymSpell, a word and a count a line, as the package
symspellpy has it (``frequency_dictionary_en_82_765.txt``; MIT licence; made from Google Books
Ngrams, CC BY 3.0, and SCOWL); VOCABULARY is a word-piece vocabulary, a piece a line, as the
packaged model has it (``vocab.txt``, BERT's uncased one; Apache License 2.0).
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = ["common_words", "main"]

_LEAST = 60_000
"""Uses from which on a word is common: of rarer ones many are slips themselves."""
_WORD = re.compile(r"[a-z]{3,}")
_HEAD = """\
# Common English words and names, a word a line: what is no slip of the keyboard though the
# documents don't use it. The 82,765 words of SymSpell's frequency dictionary (MIT licence; made
# from Google Books Ngrams, CC BY 3.0, and SCOWL) that it counts 60,000 times at least, and the
# whole words of BERT's uncased vocabulary (Apache License 2.0). Made by
# `python -P -m retrieval.training.english_words`.
"""


def common_words(frequencies: Iterable[str], vocabulary: Iterable[str]) -> list[str]:
    """Return the common words of three letters at least, sorted.

    Args:
        frequencies: Lines of a word and its count.
        vocabulary: Lines of a word piece; those that go on with a word begin with ``##``.
    """
    counted = (line.split() for line in frequencies if line.strip())
    common = {word for word, count in counted if int(count) >= _LEAST}
    common.update(line.strip() for line in vocabulary)
    return sorted(filter(_WORD.fullmatch, common))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read both lists and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("frequencies", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    words = common_words(
        options.frequencies.read_text(encoding="utf-8-sig").splitlines(),
        options.vocabulary.read_text(encoding="utf-8").splitlines(),
    )
    options.out.write_text(_HEAD + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
