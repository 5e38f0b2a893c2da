"""Asking one collection only, by its name."""

import unicodedata
from difflib import get_close_matches

from retrieval.answering.searcher import Searcher
from retrieval.domain import Scope
from retrieval.errors import UnknownDocumentError
from retrieval.remedies import Remedy, RemedyKind
from retrieval.text.printable import printable

__all__ = ["in_collection"]


def in_collection(searcher: Searcher, name: str | None) -> Searcher:
    """Return what sees one collection; all of the searcher where none is named.

    Raises:
        UnknownDocumentError: There is no such collection in the index.
    """
    if name is None:
        return searcher
    wanted = unicodedata.normalize("NFC", name.rstrip("/"))
    there = sorted(filter(None, searcher.collections()))
    if not there:
        named = f" {printable(name)}" if wanted else ""
        raise UnknownDocumentError(
            f"There is no collection{named} in the index, and no other: a collection is"
            " a folder below the folder of documents"
        )
    if not wanted:
        raise UnknownDocumentError(
            "The name of the collection is empty",
            Remedy(RemedyKind.NAME_DOCUMENT, " or ".join(map(printable, there[:3]))),
        )
    if wanted not in there:
        meant = get_close_matches(wanted, there) or there[:3]
        remedy = Remedy(RemedyKind.NAME_DOCUMENT, " or ".join(map(printable, meant)))
        raise UnknownDocumentError(f"There is no collection {printable(name)} in the index", remedy)
    return searcher.within(Scope(collections=frozenset({wanted})))
