"""What an index says of itself, without a model and without searching it."""

from contextlib import closing

from retrieval.domain import DocumentInfo, IndexInfo
from retrieval.store.interface import IndexStore
from retrieval.store.values import StoredDocument

__all__ = ["describe_index", "document_info"]


def describe_index(
    store: IndexStore, *, verify: bool = False
) -> tuple[IndexInfo, tuple[DocumentInfo, ...]]:
    """Describe the current index and its documents, sorted by path.

    Args:
        store: Where the index is kept.
        verify: Check every byte, whatever the size.

    Raises:
        IndexNotFoundError: There is no index yet.
        IndexDamagedError: Something of it is missing or not what was written.
        IndexOutdatedError: It has another format.
    """
    with closing(store.open(verify=verify)) as reader:
        return reader.info, tuple(map(document_info, reader.documents()))


def document_info(document: StoredDocument) -> DocumentInfo:
    """Put a stored document in the words of the domain."""
    return DocumentInfo(
        path=document.path,
        title=document.title,
        author=document.author,
        sentences=document.size,
        characters=document.characters,
        sha256=document.sha256,
        collection=document.collection,
        part=document.part,
        language=document.language,
    )
