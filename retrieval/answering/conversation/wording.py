"""What the wording of a question shows of whether it needs its conversation."""

from dataclasses import dataclass

__all__ = ["MOST_NAMES", "Wording"]

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """What the wording of a question shows, in the order of `WEIGHTS`."""

    anaphor: bool
    """It has a third-person pronoun."""
    pointer: bool
    """It has a demonstrative."""
    opener: bool
    """Its first word carries a conversation on."""
    continuer: bool
    """It asks for something else or more."""
    content: float
    """ln(1 + number of content words)."""
    names: int
    """Capitalised content words after the first word; three at most."""
    shared: float
    """The part of its content words that the conversation has used, from 0 to 1."""
    bare: bool
    """It has one content word at most."""
