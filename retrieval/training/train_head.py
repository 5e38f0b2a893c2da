"""Make the token head of a model: ``python -P -m retrieval.training.train_head PAIRS --model …``.

Pairs are questions and the sentences that answer them, in whatever languages the model knows.

The last transformer layer is tuned, together with a projection of its tokens to fewer numbers
and a weight for each token, so that the sentence that answers a question meets the question's
tokens better than its neighbours in the article do. The other layers stay as they are. Pairs are
read in passages, as documents are (`retrieval.indexing.contexts`).
"""

import argparse
import logging
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch  # noqa: TID253 - whoever trains wants torch

from retrieval.encoder.head import save_head
from retrieval.encoder.heads import place_for_head
from retrieval.encoder.load import locate_model
from retrieval.encoder.models import DEFAULT_MODEL, fingerprint_of
from retrieval.encoder.sentence_transformer import load_model
from retrieval.errors import VerbatimError
from retrieval.training.head_model import HeadModel, last_layer, rarity
from retrieval.training.loss import contrast
from retrieval.training.material import Material, prepare
from retrieval.training.pairs import read_pairs
from retrieval.training.states import States

__all__ = ["TrainingPlan", "main", "train", "train_and_average"]

_logger = logging.getLogger(__name__)

_RARITY_SCALE = 0.25
_WARM_UP = 10
_LARGEST_STEP = 1.0
_DECAY = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """How to train."""

    width: int = 128
    steps: int = 120
    """About two rounds of 6,652 sentences. More fit the pairs better, and other articles worse."""
    rate: float = 2e-4
    """Of the layer; what starts from nothing learns five times as fast."""
    passages: int = 32
    """Read in a step, in runs of neighbours: half of what a question is compared with is near."""
    run: int = 8
    seed: int = 0
    """Of the start, and of the first of the orders in which the pairs are read."""
    orders: int = 3
    """Heads that begin alike and read the pairs in different orders; their weights are averaged.

    The mean of such siblings generalises better than any one of them (Wortsman et al. 2022,
    "Model soups", arXiv 2203.05482).
    """


def train_and_average(layer: torch.nn.Module, material: Material, plan: TrainingPlan) -> HeadModel:
    """Tune as many copies of the layer as the plan has orders, and return their mean."""
    heads = [train(layer, material, plan, order=order) for order in range(plan.orders)]
    states = [head.state_dict() for head in heads]
    mean = {name: torch.stack([state[name] for state in states]).mean(dim=0) for name in states[0]}
    heads[0].load_state_dict(mean)
    return heads[0]


def train(
    layer: torch.nn.Module, material: Material, plan: TrainingPlan, *, order: int = 0
) -> HeadModel:
    """Tune a copy of the layer on the material, read in one of its possible orders."""
    torch.manual_seed(plan.seed)
    head = HeadModel(layer, hidden=material.passages.values.shape[1], width=plan.width)
    _start(head, material, np.random.default_rng(plan.seed))
    rng = np.random.default_rng([plan.seed, order])
    slow, fast = list(head.layer.parameters()), [*head.projection.parameters()]
    fast += head.importance.parameters()
    optimizer = torch.optim.AdamW(
        [
            {"params": slow, "lr": plan.rate},
            {"params": fast, "lr": 5 * plan.rate},
            {"params": [head.sharpness], "lr": 1e-3},
        ],
        weight_decay=_DECAY,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / _WARM_UP) * (1 - step / plan.steps)
    )
    started = time.monotonic()
    for step in range(plan.steps):
        batch = material.draw(head, passages=plan.passages, run=plan.run, rng=rng)
        loss, preferred = contrast(batch, head.sharpness.exp())
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(head.parameters(), _LARGEST_STEP)
        optimizer.step()
        schedule.step()
        if step % 20 == 0 or step == plan.steps - 1:
            seconds = time.monotonic() - started
            _logger.info(
                "step %d: loss %.3f, right %.3f, %.0f s", step, loss.item(), preferred, seconds
            )
    return head


@torch.no_grad()
def _start(head: HeadModel, material: Material, rng: np.random.Generator) -> None:
    sequences = len(material.passages.offsets) - 1
    some = rng.choice(sequences, min(sequences, 300), replace=False).tolist()
    asked = len(material.questions.offsets) - 1
    few = rng.choice(asked, min(asked, 2000), replace=False).tolist()
    ids = np.concatenate([_ids(material.questions, row) for row in few])
    head.start_from(
        head.states(material.passages, some).numpy(),
        head.states(material.questions, few).numpy(),
        _RARITY_SCALE * rarity(material.sentence_ids, material.vocabulary)[ids],
        rng,
    )


def _ids(states: States, row: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return states.ids[states.offsets[row] : states.offsets[row + 1]]


def main(argv: Sequence[str] | None = None) -> int:
    """Train a head and write it where `verbatim` finds it."""
    plan = TrainingPlan()
    parser = argparse.ArgumentParser(
        prog="python -P -m retrieval.training.train_head", description=__doc__
    )
    parser.add_argument(
        "pairs", type=Path, help="question and sentence pairs, a JSON object a line"
    )
    parser.add_argument(
        "head", type=Path, nargs="?", help="the file to write (.npz), if not where it is found"
    )
    parser.add_argument("--model", default=DEFAULT_MODEL, help="a folder, or a name on the hub")
    parser.add_argument(
        "--cache", type=Path, default=Path(".cache"), help="the folder of exported models"
    )
    parser.add_argument("--most", type=int, help="read so many of the pairs, from the first on")
    parser.add_argument("--steps", type=int, default=plan.steps)
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument("--orders", type=int, default=plan.orders)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(arguments.threads)
    try:
        _make(
            arguments,
            replace(plan, steps=arguments.steps, seed=arguments.seed, orders=arguments.orders),
        )
    except (VerbatimError, OSError, ValueError, KeyError) as error:
        print(f"No head was made: {error}", file=sys.stderr)  # noqa: T201
        return 2
    return 0


def _make(arguments: argparse.Namespace, plan: TrainingPlan) -> None:
    cache: Path = arguments.cache.expanduser().absolute()
    source, folder = locate_model(arguments.model, cache=cache, tell=_logger.info)
    model = load_model(source)
    layer = last_layer(model[0].auto_model)
    fingerprint = fingerprint_of(folder, cache=cache)
    pairs = read_pairs(arguments.pairs, most=arguments.most)
    material = prepare(model, pairs, rng=np.random.default_rng(arguments.seed))
    hidden = material.passages.values.shape[1]
    plan = replace(plan, width=min(plan.width, hidden))
    head = train_and_average(layer, material, plan)
    is_own = Path(arguments.model).expanduser().is_dir()
    file: Path = arguments.head or place_for_head(fingerprint, folder, cache=cache, is_own=is_own)
    file.parent.mkdir(parents=True, exist_ok=True)
    save_head(
        file,
        model=fingerprint,
        layer={name: value.numpy() for name, value in head.layer.state_dict().items()},
        projection=head.projection.weight.detach().numpy(),
        importance=(
            head.importance.weight.detach().numpy(),
            head.importance.bias.detach().numpy(),
        ),
    )
    _logger.info("Written: %s. The next build embeds all documents with it", file)


if __name__ == "__main__":
    raise SystemExit(main())
