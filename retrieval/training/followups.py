"""Fit the weights that tell a follow-up: ``python -P -m retrieval.training.followups``.

Follow-ups are those of conversations. Fresh questions are the openings of the conversations and
stand-alone questions of another set, each asked after the turns of a conversation that it does
not belong to. Prints the F1 over ten folds of conversations, then the weights for
`retrieval.answering.conversation.followup`.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np

from retrieval.answering.confidence.logistic import Array, regress
from retrieval.answering.conversation.context import POSSIBLE
from retrieval.answering.conversation.followup import wording_of
from retrieval.domain import Turn
from retrieval.evaluation.dataset import Question, read_questions

__all__ = ["main"]

_FOLDS = 10
_SHRINKAGE = 1.0


def main(argv: Sequence[str] | None = None) -> int:
    """Fit, and print what to put into the module."""
    parser = argparse.ArgumentParser(prog="python -P -m retrieval.training.followups")
    parser.add_argument("conversations", type=Path, help="a questions.jsonl of follow-ups")
    parser.add_argument("fresh", type=Path, help="a questions.jsonl of stand-alone questions")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(argv)
    values, follows, groups = _samples(
        read_questions(options.conversations, sources=None),
        read_questions(options.fresh, sources=None),
        random.Random(options.seed),  # noqa: S311 - it shuffles questions
    )
    said = np.zeros(len(follows))
    for fold in range(_FOLDS):
        held_out = groups % _FOLDS == fold
        weights, bias = regress(values[~held_out], follows[~held_out], shrinkage=_SHRINKAGE)
        said[held_out] = 1 / (1 + np.exp(-(values[held_out] @ weights + bias)))
    right = ((said >= POSSIBLE) & (follows == 1)).sum()
    wrong = ((said >= POSSIBLE) != (follows == 1)).sum()
    weights, bias = regress(values, follows, shrinkage=_SHRINKAGE)
    print(f"F1 {2 * right / (2 * right + wrong):.3f} on {len(follows):,} questions")  # noqa: T201
    print(f"INTERCEPT = {bias:.2f}")  # noqa: T201
    print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in weights)})")  # noqa: T201
    return 0


def _samples(
    conversations: Sequence[Question], fresh: Sequence[Question], rng: random.Random
) -> tuple[Array, Array, Array]:
    """Return the wording of each question, whether it follows, and its group."""
    dialogs: dict[str, Sequence[Turn]] = {}
    for question in conversations:
        dialogs[question.id.rsplit("#", 1)[0]] = question.history
    names = list(dialogs)
    rows, follows, groups = [], [], []

    def add(question: str, history: Sequence[Turn], follow: float, group: int) -> None:
        rows.append([float(value) for value in astuple(wording_of(question, history))])
        follows.append(follow)
        groups.append(group)

    def elsewhere() -> Sequence[Turn]:
        history = dialogs[rng.choice(names)]
        return history[: rng.randint(1, len(history))]

    for question in conversations:
        place = names.index(question.id.rsplit("#", 1)[0])
        add(question.question, question.history, 1.0, place)
    for place, name in enumerate(names):
        add(dialogs[name][0].question, elsewhere(), 0.0, place)
    for place, question in enumerate(rng.sample(fresh, len(conversations) - len(names))):
        add(question.question, elsewhere(), 0.0, place)
    return np.array(rows), np.array(follows), np.array(groups)


if __name__ == "__main__":
    raise SystemExit(main())
