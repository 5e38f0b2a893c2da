"""Finding a document by what somebody has typed of its name."""

from collections.abc import Iterable

from retrieval.domain import DocumentInfo

__all__ = ["matching_documents"]


def matching_documents(typed: str, documents: Iterable[DocumentInfo]) -> tuple[DocumentInfo, ...]:
    """Return the documents whose title or path has what was typed, beginnings first.

    Args:
        typed: What was typed so far.
        documents: Those there are.
    """
    wanted = typed.casefold().strip()
    found = [
        one for one in documents if wanted in one.title.casefold() or wanted in one.path.casefold()
    ]
    return tuple(sorted(found, key=lambda one: not one.title.casefold().startswith(wanted)))
