"""Make the shipped answer reader: ``python -P -m retrieval.training.train_reader``.

It learns to tell the sentence that answers a question from those that the ranking puts beside it,
and from the first sentence of questions that were made unanswerable; and, as a second number, of
questions as people type them, four in ten of which are nearly answered (`TYPED` in
`retrieval.training.corpora`). It takes some ten minutes on one core.
"""

import argparse
import logging
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch  # noqa: TID253 - whoever trains wants torch
from torch.nn import functional  # noqa: TID253

from retrieval.answering.confidence.judge import reading_for
from retrieval.answering.confidence.reader import Reader, save_reader
from retrieval.answering.confidence.reading import Reading
from retrieval.answering.view import IndexView
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.evaluation.metrics import auroc
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.training.corpora import TYPED, TYPED_KINDS
from retrieval.training.lessons import Lesson, lessons, write_documents
from retrieval.training.pairs import read_pairs
from retrieval.training.reader_model import ReaderModel, stack
from retrieval.training.typed_lessons import TypedLesson, typed_lessons, weighed

__all__ = ["ReaderTrainingPlan", "main", "train", "weights_of"]

_logger = logging.getLogger(__name__)

Read = Callable[[Lesson, int], Reading]
"""Lays a lesson's question beside one of its candidates."""

_WRONG, _SPOILED = 0.3, 0.7
"""What a wrong sentence, and the first of an unanswerable question, weigh beside a right one."""
_EXAM, _TYPED = 1, 2
"""Which number tells whether a sentence answers an exam question, and which a typed one."""
_REMEMBERED = 0.995
"""Share of the weights' running mean that a step leaves: the mean of many steps holds better on
other documents than the last of them (Polyak and Juditsky 1992)."""
_FEWEST, _MOST = 2, 4
"""Wrong sentences beside a right one."""
_ANSWER = 2.0
"""What telling whether a sentence answers weighs beside ranking it."""
_WARM_UP = 20
_DECAY = 0.01
_LARGEST_STEP = 1.0
_SAMPLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderTrainingPlan:
    """How to train."""

    steps: int = 1600
    rate: float = 1e-3
    questions: int = 48
    """In a step, half of them made unanswerable."""
    typed: int = 24
    """Beside them in a step, as people type them."""
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    readings: list[Reading]
    target: list[float]
    weight: list[float]
    told: list[int]
    """Which number of each tells."""
    groups: list[slice]
    """Of each answered question: its right sentence, then wrong ones."""


def train(
    taught: Sequence[Lesson],
    read: Read,
    plan: ReaderTrainingPlan,
    *,
    typed: Sequence[TypedLesson] = (),
) -> ReaderModel:
    """Train a reader; the same lessons and plan give the same one."""
    torch.manual_seed(plan.seed)
    rng = np.random.default_rng(plan.seed)
    answered = [lesson for lesson in taught if lesson.right is not None]
    spoiled = [lesson for lesson in taught if lesson.right is None]
    numbers = np.stack([read(one, 0).numbers for one in answered[:: 1 + len(answered) // _SAMPLE]])
    model = ReaderModel(width=read(answered[0], 0).question.shape[1])
    model.numbers["mean"].data = torch.from_numpy(numbers.mean(axis=0))
    model.numbers["spread"].data = torch.from_numpy(numbers.std(axis=0) + 1e-3)
    learned = [one for one in model.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=plan.rate, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / _WARM_UP) * (1 - step / plan.steps)
    )
    mean = [one.detach().clone() for one in learned]
    started = time.monotonic()
    for step in range(plan.steps):
        drawn = _draw(answered, spoiled, typed, read, plan, rng)
        told = model(stack(drawn.readings))
        weight, by = torch.tensor(drawn.weight), torch.tensor(drawn.told)
        errors = functional.binary_cross_entropy_with_logits(
            told.gather(1, by.unsqueeze(1)).squeeze(1),
            torch.tensor(drawn.target),
            reduction="none",
        )
        ranked = torch.stack([-told[group, 0].log_softmax(dim=0)[0] for group in drawn.groups])
        loss = ranked.mean()
        for kind in (_EXAM, _TYPED):
            counts = weight * (by == kind)
            loss = loss + _ANSWER * (errors * counts).sum() / counts.sum().clamp(min=1e-6)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learned, _LARGEST_STEP)
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            for kept, now in zip(mean, learned, strict=True):
                # The first steps lead away from what was drawn by lot.
                kept.lerp_(now, max(1 - _REMEMBERED, 1 / (step + 1)))
        if step % 60 == 0:
            _logger.info(
                "step %d: loss %.3f, %.0f s", step, loss.item(), time.monotonic() - started
            )
    with torch.no_grad():
        for kept, last in zip(mean, learned, strict=True):
            last.copy_(kept)
    return model.eval()


def _draw(
    answered: Sequence[Lesson],
    spoiled: Sequence[Lesson],
    typed: Sequence[TypedLesson],
    read: Read,
    plan: ReaderTrainingPlan,
    rng: np.random.Generator,
) -> _Step:
    step = _Step(readings=[], target=[], weight=[], told=[], groups=[])

    def note(reading: Reading, target: float, weight: float, told: int) -> None:
        step.readings.append(reading)
        step.target.append(target)
        step.weight.append(weight)
        step.told.append(told)

    def add(lesson: Lesson, place: int, target: float, weight: float) -> None:
        note(read(lesson, place), target, weight, _EXAM)

    for _ in range(plan.questions - plan.questions // 2):
        lesson = answered[int(rng.integers(len(answered)))]
        first = len(step.readings)
        wrong = [place for place in range(len(lesson.found)) if place != lesson.right]
        count = min(len(wrong), int(rng.integers(_FEWEST, _MOST + 1)))
        add(lesson, lesson.right or 0, 1.0, 1.0)
        for place in sorted(rng.choice(len(wrong), count, replace=False).tolist()):
            add(lesson, wrong[place], 0.0, _WRONG)
        step.groups.append(slice(first, len(step.readings)))
    for _ in range(plan.questions // 2):
        add(spoiled[int(rng.integers(len(spoiled)))], 0, 0.0, _SPOILED)
    for _ in range(plan.typed if typed else 0):
        one = typed[int(rng.integers(len(typed)))]
        weight = one.weight * (1.0 if one.right else _SPOILED)
        note(one.reading, float(one.right), weight, _TYPED)
    return step


def weights_of(model: ReaderModel) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """Return a model's weights by name."""
    return {name: value.detach().numpy() for name, value in model.state_dict().items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Train and write a reader."""
    plan = ReaderTrainingPlan()
    parser = argparse.ArgumentParser(prog="python -P -m retrieval.training.train_reader")
    parser.add_argument(
        "pairs", type=Path, help="question and sentence pairs, a JSON object a line"
    )
    parser.add_argument("reader", type=Path, help="the file to write (.npz)")
    parser.add_argument("--cache", type=Path, required=True, help="folder of exported models")
    parser.add_argument(
        "--without",
        choices=TYPED_KINDS,
        help="learn nothing of one kind of typed questions, and say how well they are told apart",
    )
    parser.add_argument("--steps", type=int, default=plan.steps)
    parser.add_argument("--seed", type=int, default=plan.seed)
    arguments = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    encoder = open_encoder(DEFAULT_MODEL, cache=arguments.cache, threads=1)
    kinds = {
        kind: weighed(tuple(typed_lessons(sorted((TYPED / kind).iterdir()), encoder)))
        for kind in TYPED_KINDS
    }
    typed = [one for kind in kinds if kind != arguments.without for one in kinds[kind]]
    _logger.info("%d typed lessons", len(typed))
    pairs = read_pairs(arguments.pairs)
    with tempfile.TemporaryDirectory() as temporary:
        documents = Path(temporary) / "documents"
        documents.mkdir()
        places = write_documents(pairs, documents)
        build_index(documents, Path(temporary) / "index", encoder)
        with closing(open_store(Path(temporary) / "index").open()) as reader:
            view, rng = IndexView(reader), np.random.default_rng(arguments.seed)
            taught = list(lessons(pairs, places, view, encoder, rng))
            _logger.info("%d lessons", len(taught))

            model = train(
                taught,
                lambda lesson, place: reading_for(lesson.question, lesson.found, view, place),
                replace(plan, steps=arguments.steps, seed=arguments.seed),
                typed=typed,
            )
    weights = weights_of(model)
    save_reader(arguments.reader, fingerprint=encoder.fingerprint, weights=weights)
    if arguments.without is not None:
        told = Reader(fingerprint=encoder.fingerprint, weights=weights)
        _tell(kinds[arguments.without], told)
    return 0


def _tell(lessons: Sequence[TypedLesson], reader: Reader) -> None:
    """Say how well right sentences are told from those of questions without an answer."""
    for name in ("exam", "typed"):
        values = [getattr(reader(one.reading), name) for one in lessons]
        right = [value for value, one in zip(values, lessons, strict=True) if one.right]
        for what, hidden in (("nearly answered", False), ("answer taken away", True)):
            wrong = [
                value
                for value, one in zip(values, lessons, strict=True)
                if not one.right and one.hidden == hidden
            ]
            _logger.info("%s, %s: AUROC %.3f", name, what, auroc(right, wrong))


if __name__ == "__main__":
    raise SystemExit(main())
