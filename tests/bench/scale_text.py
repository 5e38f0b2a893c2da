"""As many documents as are wanted of real text: copies of a few, each edited by a seed."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["grow"]

SEED = 15
EDITED = 10
"""Every so many words of a copy one is another."""
PARAGRAPHS = 7
"""In a document: some thirty sentences."""
FOLDER = 500
"""Documents in one."""


def grow(source: Path, target: Path, sentences: int) -> int:
    """Write as many documents as hold some number of sentences, and return how many.

    Args:
        source: A folder of text documents.
        target: An empty folder.
        sentences: About how many are wanted.
    """
    originals = [path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.txt"))]
    words = sorted({word for text in originals for word in text.split() if word.isalpha()})
    pieces = list(_pieces(originals))
    sizes = [text.count(". ") + text.count("\n\n") for text in pieces]
    written = number = 0
    while written < sentences:
        at = number % len(pieces)
        chosen = random.Random(f"{SEED} {number}")
        text = pieces[at] if number < len(pieces) else _edited(pieces[at], words, chosen)
        folder = target / f"{number // FOLDER:04}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
        written += sizes[at]
        number += 1
    return number


def _pieces(texts: Sequence[str]) -> Iterator[str]:
    """Cut long articles into documents of some thirty sentences, each with its title."""
    for text in texts:
        title, *paragraphs = [part for part in text.split("\n\n") if part.strip()]
        for first in range(0, len(paragraphs), PARAGRAPHS):
            part = paragraphs[first : first + PARAGRAPHS]
            yield "\n\n".join([f"{title.strip()} {first // PARAGRAPHS + 1}", *part]) + "\n"


def _edited(text: str, words: Sequence[str], chosen: random.Random) -> str:
    lines = []
    for line in text.split("\n"):
        cut = line.split(" ")
        for place, word in enumerate(cut):
            if word.isalpha() and chosen.randrange(EDITED) == 0:
                cut[place] = chosen.choice(words)
        lines.append(" ".join(cut))
    return "\n".join(lines)
