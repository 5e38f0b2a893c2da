"""Where the answer reader is sure, against what the regressions make of all evidence.

A question in other words than the text's ("can i use my cell phone" to "Mobile phones may be used
in the day room") looks to every similarity as if it were about something else; and one that asks of
a thing what the text doesn't say ("how old is Minka" to "Minka gets half a tablet") has all its
words in the sentence. Sums of weights can't tell these two from the many that they resemble.
"""

from retrieval.answering.confidence.calibration import logit
from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.model import Parameters

__all__ = ["doubts", "heeding_reader"]

_LEAST_EXAM, _LEAST_TYPED, _LEAST_OF_BOTH = -1.0, 0.3, 0.5
"""What each number of the reader is at least, and both together, where it takes a sentence for an
answer."""
_DOUBTED = -1.0
"""What both numbers together are at most where it doubts that it is one."""
_SAID = 0.2
"""What a number of the reader weighs beside the log-odds of all evidence."""
_ASTRAY, _LEAST, _ENOUGH = 6.0, -2.65, -2.1
"""What a topic weighs that is told nowhere near; the sum below which a sentence is not shown, and
that from which on it is, if only perhaps: by the figures of folders that were held out."""
_STRANGER, _TOGETHER = 1.0, 0.15
"""What a name weighs that the document never has; and each two words that a page has together."""
_LOST, _LEAST_OF_FOLLOW_UP = 1.0, -2.5
"""The same for a badly met word of a follow-up."""
_NEAR = 0.31
"""Score of the ranking below which a sentence is about something else."""
_DAMPED = 0.9
"""How far below "perhaps" what is surely none comes."""


def doubts(evidence: Evidence) -> bool:
    """Tell whether the reader doubts that the first sentence answers."""
    return evidence.reader + evidence.typed < _DOUBTED


def heeding_reader(
    probability: float,
    evidence: Evidence,
    parameters: Parameters,
    *,
    says_value: bool = False,
    stands_alone: bool = True,
) -> float:
    """Correct a probability where the reader's numbers say otherwise.

    What both take for an answer is at least perhaps one. What they take for none is none, and the
    sooner the less likely it is by all evidence and the more of the question is told nowhere near;
    where that is little, it is perhaps one with less.

    Args:
        probability: What the regressions make of the evidence.
        evidence: For the first sentence.
        parameters: Where "perhaps" begins.
        says_value: A price, or since when something is, is asked for and said: most that were
            asked for in training were not, so that the reader hardly believes in one.
        stands_alone: The question is no follow-up.
    """
    if _takes_for_answer(evidence) and evidence.score >= _NEAR:
        return max(probability, parameters.perhaps)
    believed = logit(probability) + _SAID * (evidence.reader + evidence.typed)
    if stands_alone:
        believed -= _ASTRAY * evidence.astray + _STRANGER * evidence.stranger
        believed += _TOGETHER * evidence.together
        is_none, is_one = believed < _LEAST, believed >= _ENOUGH
    else:
        believed -= _LOST * evidence.worst
        is_none, is_one = believed < _LEAST_OF_FOLLOW_UP, False
    if is_none and not says_value:
        # In their order, below what is shown.
        return min(probability, _DAMPED * parameters.perhaps * (1 + probability) / 2)
    return max(probability, parameters.perhaps) if is_one else probability


def _takes_for_answer(evidence: Evidence) -> bool:
    """Tell whether the reader takes the first sentence for an answer, by both of its numbers."""
    exam, typed = evidence.reader, evidence.typed
    return exam >= _LEAST_EXAM and typed >= _LEAST_TYPED and exam + typed >= _LEAST_OF_BOTH
