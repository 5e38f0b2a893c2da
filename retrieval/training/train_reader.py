"""Make the shipped answer reader: ``python -P -m retrieval.training.train_reader``.

It learns to tell the sentence that answers a question from those that the ranking puts beside it,
and from the first sentence of questions that were made unanswerable. It takes minutes on one core.
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
from retrieval.answering.confidence.reader import save_reader
from retrieval.answering.confidence.reading import Reading
from retrieval.answering.view import IndexView
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.training.lessons import Lesson, lessons, write_documents
from retrieval.training.pairs import read_pairs
from retrieval.training.reader_model import ReaderModel, stack

__all__ = ["ReaderTrainingPlan", "main", "train", "weights_of"]

_logger = logging.getLogger(__name__)

Read = Callable[[Lesson, int], Reading]
"""Lays a lesson's question beside one of its candidates."""

_WRONG, _SPOILED = 0.3, 0.7
"""What a wrong sentence, and the first of an unanswerable question, weigh beside a right one."""
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

    steps: int = 420
    rate: float = 1e-3
    questions: int = 48
    """In a step, half of them made unanswerable."""
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    readings: list[Reading]
    target: list[float]
    weight: list[float]
    groups: list[slice]
    """Of each answered question: its right sentence, then wrong ones."""


def train(taught: Sequence[Lesson], read: Read, plan: ReaderTrainingPlan) -> ReaderModel:
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
    started = time.monotonic()
    for step in range(plan.steps):
        drawn = _draw(answered, spoiled, read, plan, rng)
        told = model(stack(drawn.readings))
        weight = torch.tensor(drawn.weight)
        errors = functional.binary_cross_entropy_with_logits(
            told[:, 1], torch.tensor(drawn.target), reduction="none"
        )
        ranked = torch.stack([-told[group, 0].log_softmax(dim=0)[0] for group in drawn.groups])
        loss = ranked.mean() + _ANSWER * (errors * weight).sum() / weight.sum()
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learned, _LARGEST_STEP)
        optimizer.step()
        schedule.step()
        if step % 60 == 0:
            _logger.info(
                "step %d: loss %.3f, %.0f s", step, loss.item(), time.monotonic() - started
            )
    return model.eval()


def _draw(
    answered: Sequence[Lesson],
    spoiled: Sequence[Lesson],
    read: Read,
    plan: ReaderTrainingPlan,
    rng: np.random.Generator,
) -> _Step:
    step = _Step(readings=[], target=[], weight=[], groups=[])

    def add(lesson: Lesson, place: int, target: float, weight: float) -> None:
        step.readings.append(read(lesson, place))
        step.target.append(target)
        step.weight.append(weight)

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
    parser.add_argument("--steps", type=int, default=plan.steps)
    parser.add_argument("--seed", type=int, default=plan.seed)
    arguments = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    encoder = open_encoder(DEFAULT_MODEL, cache=arguments.cache, threads=1)
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
            )
    save_reader(arguments.reader, fingerprint=encoder.fingerprint, weights=weights_of(model))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
