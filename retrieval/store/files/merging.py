"""Which segments a new one takes in, so that they stay few and a change stays small.

After the logarithmic method (Bentley & Saxe 1980): a new segment takes in the smaller ones while
they are at most twice as large as all that it has taken in so far. So each was, when it was made,
less than half of any that was there and stayed: there are about log₂ of the number of sentences at
most. And a sentence that is written anew is so in a segment half as large again, which can't happen
to it often.

A change doesn't wait for a large merge: what it takes in is bounded by what it brings, or by what a
second or two suffice for. An index that grows by small changes only has a segment for every some
thousand sentences, beside those few; the next large build takes these in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["AT_ONCE", "LARGEST", "SMALLEST", "SegmentSize", "taken_in"]

SMALLEST = 512
"""Sentences: smaller segments are always taken in, which costs less than to look at them."""
LARGEST = 250_000
"""Sentences: what is larger is not taken in, so that a merge stays bounded, in time and memory."""
AT_ONCE = 16_384
"""Sentences that a change takes in at most, unless it brings half as many itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentSize:
    """How many sentences a segment has."""

    alive: int
    """Of documents that are in the index."""
    dead: int
    """Of documents that are deleted, but still in the files."""


def taken_in(
    sizes: Sequence[SegmentSize],
    new: int,
    *,
    smallest: int = SMALLEST,
    largest: int = LARGEST,
    at_once: int = AT_ONCE,
) -> tuple[int, ...]:
    """Return the positions of the segments whose living documents are to be written anew.

    Args:
        sizes: Those of the segments, each with something alive.
        new: How many sentences the new segment has of its own.
        smallest: See `SMALLEST`.
        largest: See `LARGEST`.
        at_once: See `AT_ONCE`.
    """
    bound = new + max(2 * new, at_once)
    chosen, total = [], new
    by_size = sorted(range(len(sizes)), key=lambda place: sizes[place].alive)
    for dead in (True, False):
        for place in by_size:
            size = sizes[place]
            if (size.dead > size.alive) != dead:
                continue
            small_enough = dead or size.alive <= min(max(2 * total, smallest), largest)
            if not small_enough or total + size.alive > bound:
                break
            chosen.append(place)
            total += size.alive
    # One that is written anew by itself, without anything that can be left out, gains nothing.
    if not new and len(chosen) == 1 and not sizes[chosen[0]].dead:
        return ()
    return tuple(sorted(chosen))
