"""Whether the documents answer: the judgement of a question's candidates."""

from dataclasses import dataclass, replace

from retrieval.answering.confidence.calibration import IDENTITY, Calibration
from retrieval.answering.confidence.evidence import Evidence, Match, gather
from retrieval.answering.confidence.model import Parameters, estimate
from retrieval.answering.confidence.shipped import shipped
from retrieval.answering.passages import surroundings
from retrieval.answering.view import IndexView
from retrieval.domain import Confidence, Level
from retrieval.ranking.rank import Candidates
from retrieval.text.words import read

__all__ = ["Judge", "evidence_for"]

_NOTHING = Confidence(probability=0.0, level=Level.LOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Shipped parameters, corrected by what the owner measured and set."""

    parameters: Parameters
    calibration: Calibration = IDENTITY
    threshold: float | None = None
    """Answer at or above this probability; ``None``: what the parameters say."""

    @classmethod
    def for_encoder(
        cls,
        fingerprint: str,
        *,
        calibration: Calibration = IDENTITY,
        threshold: float | None = None,
    ) -> "Judge":
        """Take the parameters that ship for an encoder."""
        return cls(parameters=shipped(fingerprint), calibration=calibration, threshold=threshold)

    def confidence(self, question: str, found: Candidates, view: IndexView) -> Confidence:
        """Tell how likely the first candidate answers; not at all where there is none."""
        if not len(found):
            return _NOTHING
        shown = estimate(evidence_for(question, found, view), self.parameters)
        probability = self.calibration.apply(shown.probability)
        return replace(shown, probability=probability, level=self.parameters.level(probability))

    def accepts(self, confidence: Confidence) -> bool:
        """Tell whether that is enough for an answer."""
        least = self.parameters.threshold if self.threshold is None else self.threshold
        return confidence.probability >= least


def evidence_for(question: str, found: Candidates, view: IndexView) -> Evidence:
    """Gather the evidence for the first of one or more candidates."""
    first = int(found.rows[0])
    late = found.evidence.sentence
    match = Match(
        late=float(late[0]),
        runner_up=float(late[1]) if len(found) > 1 else 0.0,
        dense=float(found.evidence.dense[0]),
        cosines=found.matches[0],
        weights=found.shares,
    )
    view.look_up_rarity([word.stem for word in read(question)])
    return gather(
        question,
        view.sentence_text(first),
        surroundings(first, view),
        match,
        view.rarity,
    )
