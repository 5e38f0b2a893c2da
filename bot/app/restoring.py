"""Bringing the documents of some collections back to what they were in a state of the index.

The files are written again, so that others' documents stay as they are, and what comes of it is a
state like any other. Knows nothing of Discord.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from bot.app.collections.sight import Sight
from bot.app.document_library import DocumentLibrary
from bot.app.states import history
from bot.errors import LibraryError
from bot.localisation.words import Phrase
from retrieval.domain import IndexInfo
from retrieval.errors import IndexNotFoundError
from retrieval.reading.registry import quotes_file
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.interface import IndexStore
from retrieval.store.states import Difference, IndexState
from retrieval.store.values import StoredDocument

__all__ = ["Restoration", "plan_restoration", "restore"]

HELD = Phrase("restore-held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """What is to become of the files of some collections."""

    state: IndexInfo
    """The state that they go back to, as far as it is seen."""
    difference: Difference
    """Paths of files, from what there is in the folder to what there will be."""
    contents: Mapping[str, bytes]
    """What is written, by path."""
    lost: tuple[str, ...]
    """Files that stay as they are: of what they were, only the text was kept."""


def plan_restoration(
    store: IndexStore, library: DocumentLibrary, wanted: str | None, *, charge: Sight, seen: Sight
) -> Restoration:
    """Find out what has to be done, and do nothing.

    Args:
        store: Where the index is kept.
        library: The folder of documents.
        wanted: The state's id, or how it begins; None: the newest in which something of the
            collections was otherwise than it is now.
        charge: The collections.
        seen: What whoever wants it sees, the collections included: a state in which nothing of
            that has changed is none to them.

    Raises:
        IndexNotFoundError: There is no such state.
        LibraryError: Somebody has gone back to a state of the whole index.
        IndexDamagedError: The state can't be read.
    """
    if store.rolled_back() is not None:
        raise LibraryError(HELD)
    listed = {past.info.build_id: past.info for past in history(store, seen)}
    states = [state for state in store.states() if state.info.build_id in listed]
    target = _find(states, wanted, charge)
    then, now = _files(target, charge), _files(states[0], charge)
    contents, lost = _contents(store, library, target, then)
    gone = sorted(path for path in now.keys() - then.keys() if library.sha256(path) is not None)
    there = {path for path in contents if library.sha256(path) is not None}
    return Restoration(
        state=listed[target.info.build_id],
        difference=Difference(
            added=tuple(sorted(contents.keys() - there)),
            changed=tuple(sorted(there)),
            removed=tuple(gone),
        ),
        contents=contents,
        lost=lost,
    )


def restore(library: DocumentLibrary, restoration: Restoration) -> None:
    """Do what was planned; what is replaced or taken out is kept aside.

    Raises:
        LibraryError: The folder can't be written.
    """
    library.put_back(restoration.contents, gone=restoration.difference.removed)


def _find(states: Sequence[IndexState], wanted: str | None, charge: Sight) -> IndexState:
    """Find a state among those that are seen, the newest first."""
    if wanted is None:
        now = _digests(states[0], charge)
        found = [state for state in states if _digests(state, charge) != now][:1]
        said = "There is no state of the index in which your documents were otherwise than now"
    else:
        found = [one for one in states if one.info.build_id.startswith(wanted.strip())]
        how = "more than one state" if len(found) > 1 else "no state"
        said = f"There is {how} of the index whose id begins with {wanted.strip() or 'nothing'}"
    if len(found) != 1:
        raise IndexNotFoundError(said, Remedy(RemedyKind.LIST_STATES))
    return found[0]


def _files(state: IndexState, charge: Sight) -> dict[str, list[StoredDocument]]:
    files: dict[str, list[StoredDocument]] = {}
    for document in state.documents:
        if charge.sees(document.collection):
            files.setdefault(document.file, []).append(document)
    return files


def _digests(state: IndexState, charge: Sight) -> dict[str, str]:
    return {path: documents[0].sha256 for path, documents in _files(state, charge).items()}


def _contents(
    store: IndexStore,
    library: DocumentLibrary,
    target: IndexState,
    files: Mapping[str, Sequence[StoredDocument]],
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return what has to be written, by path, and the files of which that isn't known."""
    contents: dict[str, bytes] = {}
    lost: list[str] = []
    with closing(store.open(target.info.build_id)) as reader:
        for path, documents in files.items():
            digest = documents[0].sha256
            if library.sha256(path) == digest:
                continue
            content = library.kept_aside(path, digest)
            if content is None and quotes_file(path):
                # The text of a text file is the file, but for the encoding of an older one.
                content = reader.text(documents[0].id).encode()
            if content is None:
                lost.append(path)
            elif not library.holds(path, content):
                contents[path] = content
    return contents, tuple(sorted(lost))
