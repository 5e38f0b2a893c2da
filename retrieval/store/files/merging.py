"""Which segments a new one takes in, so that they stay few and a change stays small.

After the logarithmic method (Bentley & Saxe 1980): a new segment takes in the smaller ones while
they are at most twice as large as all that it has taken in so far. So each was, when it was made,
less than half of any that was there and stayed: there are about log₂ of the number of sentences at
most. And a sentence that is written anew is so in a segment half as large again, which can't happen
to it often.

A change doesn't wait for a large merge: what it takes in is bounded by what it brings, or by what
half a second suffices for. The rest is merged behind, after it is published (`worth_merging`), by
the same rule: where nobody does that, an index that grows by small changes only has a segment for
every some thousand sentences, and the next large build takes these in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = [
    "AT_ONCE",
    "AT_ONCE_OF_MANY",
    "BEHIND",
    "LARGEST",
    "MANY",
    "SMALLEST",
    "SegmentSize",
    "taken_in",
    "worth_merging",
]

SMALLEST = 512
"""Sentences: smaller segments are always taken in, which costs less than to look at them."""
LARGEST = 250_000
"""Sentences: what is larger is not taken in, so that a merge stays bounded, in time and memory."""
AT_ONCE = 4_096
"""Sentences that a change takes in at most, unless it brings half as many itself."""
AT_ONCE_OF_MANY = 16_384
"""The same where there are many segments, since nobody merges them behind."""
MANY = 24
"""Segments."""
BEHIND = 100_000
"""Sentences that a merge writes at most that nobody waits for; it ends when somebody does."""


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
    at_once: int | None = None,
) -> tuple[int, ...]:
    """Return the positions of the segments whose living documents are to be written anew.

    Args:
        sizes: Those of the segments, each with something alive.
        new: How many sentences the new segment has of its own.
        smallest: See `SMALLEST`.
        largest: See `LARGEST`.
        at_once: See `AT_ONCE`, which it is unless there are many segments.
    """
    if at_once is None:
        at_once = AT_ONCE_OF_MANY if len(sizes) > MANY else AT_ONCE
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


def worth_merging(
    sizes: Sequence[SegmentSize],
    *,
    smallest: int = SMALLEST,
    largest: int = LARGEST,
    at_once: int = BEHIND,
) -> tuple[int, ...]:
    """Return the positions of segments that are to be written as one; none where they are few.

    Afterwards, when it says none, each is larger than twice all smaller ones together, but for what
    is too large to be merged at once.

    Args:
        sizes: Those of the segments.
        smallest: See `SMALLEST`.
        largest: See `LARGEST`.
        at_once: See `BEHIND`.
    """
    by_size = sorted(range(len(sizes)), key=lambda place: sizes[place].alive)
    for first in range(len(by_size)):
        chosen: list[int] = []
        total = 0
        for place in by_size[first:]:
            alive = sizes[place].alive
            if chosen and alive > min(max(2 * total, smallest), largest):
                break
            if total + alive > at_once:
                break
            chosen.append(place)
            total += alive
        if len(chosen) > 1:
            return tuple(sorted(chosen))
    mostly_dead = (place for place in by_size if sizes[place].dead > sizes[place].alive)
    return tuple(place for place in mostly_dead if sizes[place].alive <= at_once)[:1]
