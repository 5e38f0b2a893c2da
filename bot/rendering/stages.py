"""What a build is doing, in its reader's words."""

from collections.abc import Mapping

from bot.localisation.words import Phrase, Words
from retrieval.indexing.progress import Stage

__all__ = ["stage_text"]

_STAGES: Mapping[str, Phrase] = {
    Stage.WAITING: Phrase("stage-waiting"),
    Stage.READING: Phrase("stage-reading"),
    Stage.EMBEDDING: Phrase("stage-embedding"),
    Stage.WRITING: Phrase("stage-writing"),
}


def stage_text(stage: str, words: Words) -> str | None:
    """Return what a stage of a build is called; None where it is none of them."""
    return words.of(_STAGES[stage]) if stage in _STAGES else None
