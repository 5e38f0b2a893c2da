"""Examining whether the words of the documents' languages are found as well as they can be."""

from bot.app.doctor.finding import Finding, Verdict
from bot.app.wiring import core_searcher
from config.settings import CoreSettings
from retrieval.encoder.protocol import Encoder
from retrieval.errors import VerbatimError
from retrieval.text.languages.known import NAMES
from retrieval.text.languages.word_cutters import CUTTERS

__all__ = ["examine_words"]


def examine_words(core: CoreSettings, encoder: Encoder | None) -> list[Finding]:
    """Name the languages of documents that an extra would cut into words."""
    if encoder is None:
        return []
    try:
        with core_searcher(core, encoder) as searcher:
            spoken = {document.language for document in searcher.documents()}
    except VerbatimError:
        return []  # What is wrong with the index is said of it.
    return [
        Finding(
            subject=NAMES[language],
            verdict=Verdict.HINT,
            text="its documents are searched in pairs of characters",
            advice=f"Words find more: pip install 'verbatim[{CUTTERS[language].extra}]', then run"
            " 'verbatim index'.",
        )
        for language in sorted(spoken & CUTTERS.keys())
        if not CUTTERS[language].is_installed
    ]
