"""What decides the numbers of an index besides its documents."""

from collections.abc import Sequence

from retrieval.encoder.protocol import Encoder
from retrieval.errors import IndexOutdatedError
from retrieval.indexing.features import RECIPE
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.values import IndexSpec
from retrieval.structure import REVISION
from retrieval.text import search_terms
from retrieval.text.languages.detect import detector_version
from retrieval.text.languages.known import NAMES
from retrieval.text.languages.word_cutters import CUTTERS, cutters, languages_cut
from retrieval.text.sentences.split import splitter_version

__all__ = ["require_same", "spec_for"]


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
        cutters=cutters(),
    )


def require_same(made: IndexSpec, now: IndexSpec, languages: Sequence[str]) -> None:
    """Refuse an index that questions can't be compared with as they are encoded and cut now.

    Args:
        made: What the index was made with.
        now: What one would be made with.
        languages: The ISO 639-1 codes of its documents' languages.

    Raises:
        IndexOutdatedError: It was made with another model, by another version, or with other
            borders between the words of one of its languages.
    """
    if (made.fingerprint, made.dimension) != (now.fingerprint, now.dimension):
        other = made.model != now.model
        change = f"{now.model} is used now" if other else "its files have changed since"
        raise IndexOutdatedError(
            f"The index was made with the model {made.model}, and {change}", REBUILD_INDEX
        )
    if made.recipe != now.recipe:
        raise IndexOutdatedError("The index was made by another version of Verbatim", REBUILD_INDEX)
    for language in sorted(CUTTERS.keys() & set(languages)):
        in_words, could_be = (language in languages_cut(one.cutters) for one in (made, now))
        if in_words != could_be:
            cut, is_here = ("words", "is not") if in_words else ("pairs of characters", "is")
            raise IndexOutdatedError(
                f"The index has its {NAMES[language]} cut into {cut}, and what the extra "
                f"'{CUTTERS[language].extra}' installs {is_here} here now",
                REBUILD_INDEX,
            )
