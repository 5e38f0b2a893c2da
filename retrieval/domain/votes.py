"""What people think of a passage as an answer to a question."""

from dataclasses import dataclass

__all__ = ["Vote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One person's opinion of what was shown first for a question."""

    question: str
    """As it was understood."""
    path: str
    """The document of the passage."""
    sentences: tuple[str, ...]
    """Those that answered, as they stood in its text; what has changed since is no longer meant."""
    voter: int
    """Tells one person from another, and nothing else."""
    helpful: bool
    is_decisive: bool = False
    """Whether it is of somebody whose opinion decides, whatever others think."""
