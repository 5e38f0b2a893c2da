"""Which segments a new one takes in, so that they stay few and a change stays small.

After the logarithmic method (Bentley & Saxe 1980): a new segment takes in the smaller ones while
they are at most twice as large as all that it has taken in so far. So each was, when it was made,
less than half of any that was there and stayed: there are about log₂ of the number of sentences at
most. And a sentence that is written anew is so in a segment half as large again, which can't happen
to it often.
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["LARGEST", "SMALLEST", "SegmentSize", "taken_in"]

SMALLEST = 512
"""Sentences: smaller segments are always taken in, which costs less than to look at them."""
LARGEST = 250_000
"""Sentences: what is larger is not taken in, so that a merge stays bounded, in time and memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentSize:
    """How many sentences a segment has."""

    alive: int
    """Of documents that are in the index."""
    dead: int
    """Of documents that are deleted, but still in the files."""


def taken_in(
    sizes: Sequence[SegmentSize], new: int, *, smallest: int = SMALLEST, largest: int = LARGEST
) -> tuple[int, ...]:
    """Return the positions of the segments whose living documents are to be written anew.

    Args:
        sizes: Those of the segments, each with something alive.
        new: How many sentences the new segment has of its own.
        smallest: See `SMALLEST`.
        largest: See `LARGEST`.
    """
    chosen = [place for place, size in enumerate(sizes) if size.dead > size.alive]
    total = new + sum(sizes[place].alive for place in chosen)
    rest = (place for place in range(len(sizes)) if place not in chosen)
    for place in sorted(rest, key=lambda place: sizes[place].alive):
        alive = sizes[place].alive
        if alive > min(max(2 * total, smallest), largest):
            break
        chosen.append(place)
        total += alive
    # One that is written anew by itself, without anything that can be left out, gains nothing.
    if not new and len(chosen) == 1 and not sizes[chosen[0]].dead:
        return ()
    return tuple(sorted(chosen))
