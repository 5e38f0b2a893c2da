"""Which collection a document belongs to: the first folder of its path."""

import unicodedata

__all__ = ["LOOSE", "collection_of"]

LOOSE = ""
"""The collection of the files that lie in no folder."""


def collection_of(path: str) -> str:
    """Return the collection of a document by its path relative to the seeds folder.

    It is the name of the first folder, composed as people type it (NFC), whatever the file system
    makes of it; `LOOSE` where there is none.
    """
    first, slash, _ = path.partition("/")
    return unicodedata.normalize("NFC", first) if slash else LOOSE
