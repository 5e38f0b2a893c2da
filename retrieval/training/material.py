"""Pairs as the model reads them, and batches drawn from them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.training.head_model import HeadModel
from retrieval.training.loss import Batch
from retrieval.training.pairs import Pairs, passages
from retrieval.training.states import States, read_states

__all__ = ["Material", "prepare"]

_LONGEST = 254
"""Tokens of a passage, without the model's own two; fewer where the model reads fewer."""
_OWN_TOKENS = 2
_MOST_SENTENCES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Passages of sentences, and the questions to each sentence."""

    passages: States
    questions: States
    sentence_ids: tuple[NDArray[np.int64], ...]
    """n × int64 [t_i]: the sentences' tokens."""
    inside: tuple[tuple[int, int, int], ...]
    """n × (passage, first and last but one of its tokens that are the sentence's)."""
    asking: tuple[tuple[int, ...], ...]
    """n × the questions that the sentence answers."""
    vocabulary: int

    def draw(self, head: HeadModel, *, passages: int, run: int, rng: np.random.Generator) -> Batch:
        """Run the head over some runs of neighbouring passages and one question a sentence.

        Args:
            head: What is trained.
            passages: How many.
            run: How many in a row: their sentences are each other's hard negatives.
            rng: What draws.
        """
        count = len(self.passages.offsets) - 1
        starts = rng.integers(0, max(count - run, 0) + 1, max(passages // run, 1))
        chosen = np.unique((starts[:, None] + np.arange(min(run, count))).ravel())
        begins = dict(zip(chosen.tolist(), _begins(self.passages, chosen), strict=True))
        sentences = [
            i
            for i, (passage, first, stop) in enumerate(self.inside)
            if passage in begins and first < stop
        ]
        asked = np.array([self.asking[i][rng.integers(len(self.asking[i]))] for i in sentences])
        states = head.states(self.questions, asked.tolist())
        own, question_of = _own(self.questions.lengths()[asked])
        return Batch(
            tokens=head.tokens(head.states(self.passages, chosen.tolist())),
            spans=np.array(
                [
                    (begins[passage] + first, begins[passage] + stop)
                    for passage, first, stop in (self.inside[i] for i in sentences)
                ]
            ),
            questions=head.tokens(states[own]),
            weights=head.weights(states[own]),
            question_of=question_of,
        )


def _begins(states: States, rows: NDArray[np.int64]) -> list[int]:
    ends = np.cumsum(states.lengths()[rows])
    return [0, *ends[:-1].tolist()]


def _own(lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Leave out the first and last token, which are the model's own."""
    ends = np.cumsum(lengths)
    own = np.concatenate([np.arange(e - n + 1, e - 1) for e, n in zip(ends, lengths, strict=True)])
    return own, np.repeat(np.arange(len(lengths)), lengths - 2)


def prepare(model: Any, pairs: Pairs, *, rng: np.random.Generator) -> Material:  # noqa: ANN401
    """Tokenize the pairs, put their sentences into passages, and read all of it once.

    Args:
        model: A SentenceTransformer over a BERT.
        pairs: What to train on.
        rng: What draws the lengths of the passages.
    """
    tokenizer, network = model.tokenizer, model[0].auto_model.eval()
    longest = min(_LONGEST, (model.max_seq_length or _LONGEST) - _OWN_TOKENS)

    def tokens(texts: tuple[str, ...]) -> list[list[int]]:
        found = tokenizer(list(texts), add_special_tokens=False)["input_ids"]
        return [ids[:longest] for ids in found]

    def whole(ids: list[int]) -> list[int]:
        return [tokenizer.cls_token_id, *ids, tokenizer.sep_token_id]

    sentences = tokens(pairs.sentences)
    sequences: list[list[int]] = []
    inside: list[tuple[int, int, int]] = []
    lengths = [len(ids) for ids in sentences]
    for run in passages(lengths, longest=longest, most=_MOST_SENTENCES, rng=rng):
        first = 1
        for i in run:
            inside.append((len(sequences), first, first + lengths[i]))
            first += lengths[i]
        sequences.append(whole([token for i in run for token in sentences[i]]))
    asking: list[list[int]] = [[] for _ in sentences]
    for question, sentence in enumerate(pairs.answers):
        asking[sentence].append(question)
    return Material(
        passages=read_states(network, sequences),
        questions=read_states(network, [whole(ids) for ids in tokens(pairs.questions)]),
        sentence_ids=tuple(np.asarray(ids, dtype=np.int64) for ids in sentences),
        inside=tuple(inside),
        asking=tuple(map(tuple, asking)),
        vocabulary=len(tokenizer),
    )
