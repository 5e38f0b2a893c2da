"""Taking an index from one store to another as it is: nothing is read or embedded again."""

from contextlib import closing

from retrieval.domain import IndexInfo
from retrieval.errors import IndexBusyError, IndexDamagedError
from retrieval.indexing.progress import Progress, Stage
from retrieval.remedies import REBUILD_INDEX, Remedy, RemedyKind
from retrieval.store.interface import IndexStore
from retrieval.store.values import IndexSpec

__all__ = ["copy_index"]


def copy_index(
    source: IndexStore, target: IndexStore, *, progress: Progress, origin: str = ""
) -> IndexInfo:
    """Publish in one store the newest index of another, which stays as it is.

    Meanwhile nobody else can write to either.

    Args:
        source: Where it is.
        target: Where it goes; what answers there answers until all of it is there.
        progress: Told of every document.
        origin: What copies, for `IndexStore.states`.

    Raises:
        IndexNotFoundError: There is no index in the source.
        IndexDamagedError: It is not what was written.
        IndexBusyError, IndexWriteError: One of the stores can't be written.
    """
    with closing(source.open()) as reader:
        spec = reader.spec
    try:
        return _copy(source, target, spec, progress, origin)
    except IndexBusyError as error:
        raise IndexBusyError(error.what, Remedy(RemedyKind.TRY_LATER)) from error


def _copy(
    source: IndexStore, target: IndexStore, spec: IndexSpec, progress: Progress, origin: str
) -> IndexInfo:
    with source.begin(spec, timeout=0) as held:
        previous = held.previous
        if previous is None:
            raise IndexDamagedError("The index to copy can't be trusted", REBUILD_INDEX)
        documents = sorted(previous.documents.values(), key=lambda one: one.id)
        expected = source.states()[0].info.documents
        if len(documents) != expected:
            raise IndexDamagedError("Some documents of the index are damaged", REBUILD_INDEX)
        with target.begin(previous.spec, timeout=0, origin=origin) as writer:
            for done, document in enumerate(documents):
                progress(Stage.WRITING, done, len(documents))
                content = held.stored(document)
                writer.add(
                    content.document,
                    content.sentences,
                    [content.features],
                    sha256=document.sha256,
                )
            info = writer.publish()
            progress(Stage.WRITING, len(documents), len(documents))
    return info
