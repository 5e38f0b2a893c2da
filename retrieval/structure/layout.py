"""A document's sentences and blocks side by side, as the other modules look at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from retrieval.domain import Block, BlockKind, Document, Sentence

__all__ = ["Layout"]


@dataclass(frozen=True)
class Layout:
    """Sentences are known by their positions; those without a block's words are in none."""

    document: Document
    sentences: Sequence[Sentence]

    def __len__(self) -> int:
        return len(self.sentences)

    @cached_property
    def texts(self) -> list[str]:
        """The words of each sentence."""
        text = self.document.text
        return [text[one.start : one.end] for one in self.sentences]

    @cached_property
    def runs(self) -> list[range]:
        """The sentences of each block that has some, in order."""
        runs: list[range] = []
        for place, sentence in enumerate(self.sentences):
            if runs and self.sentences[runs[-1].start].block == sentence.block:
                runs[-1] = range(runs[-1].start, place + 1)
            else:
                runs.append(range(place, place + 1))
        return runs

    @cached_property
    def blocks(self) -> list[Block]:
        """The block of each run."""
        return [self.document.blocks[self.sentences[run.start].block] for run in self.runs]

    @cached_property
    def run_of(self) -> list[int]:
        """The run of each sentence."""
        return [number for number, run in enumerate(self.runs) for _ in run]

    def block(self, place: int) -> Block:
        """Return the block of a sentence."""
        return self.blocks[self.run_of[place]]

    def same_section(self, one: int, other: int) -> bool:
        """Tell whether two runs stand under the same headings, neither being one."""
        first, second = self.blocks[one], self.blocks[other]
        names = {BlockKind.HEADING, BlockKind.TITLE}
        return first.headings == second.headings and not {first.kind, second.kind} & names

    def adjacent(self, one: int, other: int) -> bool:
        """Tell whether no empty line stands between two runs."""
        between = self.document.text[self.blocks[one].end : self.blocks[other].start]
        return between.count("\n") + between.count("\r") - between.count("\r\n") <= 1
