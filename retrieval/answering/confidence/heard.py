"""Where the answer reader is sure, against what the regressions make of all evidence.

A question in other words than the text's ("can i use my cell phone" to "Mobile phones may be used
in the day room") looks to every similarity as if it were about something else; and one that asks of
a thing what the text doesn't say ("how old is Minka" to "Minka gets half a tablet") has all its
words in the sentence. Sums of weights can't tell these two from the many that they resemble.
"""

from retrieval.answering.confidence.calibration import logit
from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.model import Parameters

__all__ = ["heeding_reader"]

_LIKELY_EXAM, _LIKELY_TYPED = -0.5, 1.0
_SAID, _LOST, _LEAST = 0.2, 1.0, -2.5
"""What a number of the reader, and a badly met word, weigh beside the log-odds of all evidence;
and the sum below which a sentence is not shown: by the figures of folders that were held out."""
_NEAR = 0.33
"""Score of the ranking below which a sentence is about something else."""
_DAMPED = 0.9
"""How far below "perhaps" what is surely none comes."""


def heeding_reader(
    probability: float, evidence: Evidence, parameters: Parameters, *, says_value: bool = False
) -> float:
    """Correct a probability where the reader's numbers say otherwise.

    What both take for an answer is at least perhaps one. What they take for none is none, and the
    sooner the less likely it is by all evidence and the worse the sentence meets a word.

    Args:
        probability: What the regressions make of the evidence.
        evidence: For the first sentence.
        parameters: Where "perhaps" begins.
        says_value: A price, or since when something is, is asked for and said: most that were
            asked for in training were not, so that the reader hardly believes in one.
    """
    exam, typed = evidence.reader, evidence.typed
    if exam >= _LIKELY_EXAM and typed >= _LIKELY_TYPED and evidence.score >= _NEAR:
        return max(probability, parameters.perhaps)
    doubted = logit(probability) + _SAID * (exam + typed) - _LOST * evidence.worst
    if doubted < _LEAST and not says_value:
        # In their order, below what is shown.
        return min(probability, _DAMPED * parameters.perhaps * (1 + probability) / 2)
    return probability
