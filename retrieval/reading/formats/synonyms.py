"""The owner's file of synonyms: kept beside the documents, and neither searched nor quoted."""

from retrieval.reading.decode import decode
from retrieval.reading.protocol import Contents, Reading
from retrieval.text.synonyms import read_synonyms

__all__ = ["read"]


def read(data: bytes, name: str) -> Reading:
    """Read the file; a line that is no group is named. Raises DocumentError: it is no text."""
    decoded = decode(data)
    return Reading(
        documents=(Contents(title="Synonyms", author=None, text=decoded.text, blocks=()),),
        warnings=decoded.warnings + read_synonyms(decoded.text).faults,
        is_searched=False,
    )
