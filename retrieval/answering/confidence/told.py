"""What the answer reader says of a question and a sentence."""

from dataclasses import dataclass

__all__ = ["NOTHING_TOLD", "Told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Log-odds that the sentence answers, as training left them: not calibrated.

    The two are learned of different questions and differ in what they take for an answer: an exam's
    are answered in their own words, those that people type seldom are.
    """

    exam: float
    """Learned of an encyclopaedia's exam questions."""
    typed: float
    """Learned of questions as people type them, to documents such as owners have."""


NOTHING_TOLD = Told(exam=0.0, typed=0.0)
