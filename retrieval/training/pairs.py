"""Questions with the sentences that answer them, and passages made of those sentences."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

__all__ = ["Pairs", "passages", "read_pairs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Questions and sentences; neighbours come from the same article, in order."""

    questions: tuple[str, ...]
    answers: tuple[int, ...]
    """For each question, the position of its sentence in ``sentences``."""
    sentences: tuple[str, ...]
    """Each once, in the order of their first question."""


def read_pairs(file: Path, *, most: int | None = None) -> Pairs:
    """Read a file with a JSON object ``{"question": …, "sentence": …}`` a line.

    Args:
        file: In UTF-8.
        most: So many of its lines; None: all.

    Raises:
        OSError: It can't be read.
        ValueError, KeyError: A line is something else, or there is none.
    """
    places: dict[str, int] = {}
    questions, answers = [], []
    for line in file.read_text(encoding="utf-8").splitlines()[:most]:
        pair = json.loads(line)
        questions.append(str(pair["question"]))
        answers.append(places.setdefault(str(pair["sentence"]), len(places)))
    if not questions:
        raise ValueError(f"{file} has no pairs")
    return Pairs(questions=tuple(questions), answers=tuple(answers), sentences=tuple(places))


def passages(
    lengths: Sequence[int], *, longest: int, most: int, rng: np.random.Generator
) -> Iterator[range]:
    """Cut a row of sentences into runs, like the contexts in which documents are read.

    Args:
        lengths: Tokens of each sentence.
        longest: Tokens a run may have, unless a single sentence has more.
        most: Sentences a run may have; how many it has is drawn from 1 to this.
        rng: What draws.
    """
    first = 0
    while first < len(lengths):
        wanted = int(rng.integers(1, most + 1))
        stop = first + 1
        tokens = lengths[first]
        while stop < len(lengths) and stop - first < wanted and tokens + lengths[stop] <= longest:
            tokens += lengths[stop]
            stop += 1
        yield range(first, stop)
        first = stop
