"""The owner's file of sentences that are no answer: neither searched nor quoted."""

from retrieval.reading.decode import decode
from retrieval.reading.protocol import Contents, Reading
from retrieval.reading.unhelpful_file import read_unhelpful

__all__ = ["read"]


def read(data: bytes, name: str) -> Reading:
    """Read the file; a line that says nothing is named. Raises DocumentError: it is no text."""
    decoded = decode(data)
    return Reading(
        documents=(Contents(title="Unhelpful", author=None, text=decoded.text, blocks=()),),
        warnings=decoded.warnings + read_unhelpful(decoded.text).faults,
        is_searched=False,
    )
