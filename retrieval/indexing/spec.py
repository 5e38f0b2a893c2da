"""What decides the numbers of an index besides its documents."""

from retrieval.encoder.protocol import Encoder
from retrieval.indexing.features import RECIPE
from retrieval.store.values import IndexSpec
from retrieval.structure import REVISION
from retrieval.text import search_terms
from retrieval.text.languages.detect import detector_version
from retrieval.text.sentences.split import splitter_version

__all__ = ["spec_for"]


def spec_for(encoder: Encoder, language: str = "") -> IndexSpec:
    """Say what decides the numbers of an index that is made now.

    Args:
        encoder: What embeds its sentences.
        language: Of the documents that don't say theirs; empty: it is found.
    """
    words = f"words {search_terms.REVISION} language {language or detector_version()}"
    return IndexSpec(
        model=encoder.name,
        fingerprint=encoder.fingerprint,
        dimension=encoder.dimension,
        recipe=RECIPE,
        splitter=f"{splitter_version()} structure {REVISION} {words}",
    )
