"""Everything that can go wrong in a way its user can mend.

VerbatimError
├── SeedsError                the seeds folder can't be read at all
├── DocumentError             one file can't be read (it is skipped and reported)
│   └── DocumentHiddenError   … just now: what is known of it already may still be true
├── ModelUnavailableError     the embedding model or reranker can't be loaded
├── IndexNotFoundError        there is no index yet
├── IndexDamagedError         a file of the index is missing or not what was written
├── IndexOutdatedError        the index has another format or was made with another model
├── IndexBusyError            another build holds the index
├── IndexWriteError           the index folder can't be written (permissions, full disk)
├── StoreUnavailableError     the database that the index is in can't be asked
├── UnknownDocumentError      a question names a document that is not in the index
└── EvaluationError           a question set or calibration file can't be used

Each says what is the matter, and what can be done about it as values (`retrieval.remedies`): the
same failure is mended by a command in the terminal, by another one in Discord, and there only by
some. A way out that is the same wherever it is read ("save it as UTF-8") is a part of what is said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from retrieval.remedies import Remedy, RemedyKind

__all__ = [
    "DocumentError",
    "DocumentHiddenError",
    "EvaluationError",
    "IndexBusyError",
    "IndexDamagedError",
    "IndexNotFoundError",
    "IndexOutdatedError",
    "IndexWriteError",
    "ModelUnavailableError",
    "SeedsError",
    "StoreUnavailableError",
    "UnknownDocumentError",
    "VerbatimError",
    "error_from_data",
    "error_kinds",
    "error_to_data",
]


class VerbatimError(Exception):
    """A failure that its user can mend.

    Args:
        what: What is the matter, in one clause that names the file or model; a full stop at its
            end is left out.
        *remedies: What can be done, alternatives, the best one first.
    """

    def __init__(self, what: str, *remedies: Remedy) -> None:
        # What a copy or an unpickled error is made from.
        super().__init__(what, *remedies)
        self.what = what.removesuffix(".")
        self.remedies = remedies

    def __str__(self) -> str:
        """Say what is the matter in words that fit everywhere, a log above all."""
        return f"{self.what}."


class SeedsError(VerbatimError):
    """The seeds folder is missing, not a folder, or unreadable."""


class DocumentError(VerbatimError):
    """A document can't be read; what it says is the reason shown beside its name."""


class DocumentHiddenError(DocumentError):
    """A document is there and may not be opened, or a disk or a network fails."""


class ModelUnavailableError(VerbatimError):
    """A model can't be found or loaded."""


class IndexNotFoundError(VerbatimError):
    """No index has been published in the index folder."""


class IndexDamagedError(VerbatimError):
    """A file of the index is missing, cut short or changed."""


class IndexOutdatedError(VerbatimError):
    """The index was written by another version or with another model."""


class IndexBusyError(VerbatimError):
    """Another process is building the index."""


class IndexWriteError(VerbatimError):
    """The index folder can't be written."""


class StoreUnavailableError(VerbatimError):
    """The database that the index is in can't be reached, or lets nobody in."""


class UnknownDocumentError(VerbatimError):
    """A question is narrowed to a document that is not in the index."""


class EvaluationError(VerbatimError):
    """A question set, a run or a calibration file can't be used."""


def error_kinds(kind: type[VerbatimError] = VerbatimError) -> Iterator[type[VerbatimError]]:
    """Yield the kinds of errors that are known in this process, this one and those below it."""
    yield kind
    for below in kind.__subclasses__():
        yield from error_kinds(below)


def error_to_data(error: VerbatimError) -> dict[str, Any]:
    """Return what `error_from_data` makes the same error from, in values that JSON has."""
    return {
        "type": type(error).__name__,
        "what": error.what,
        "remedies": [asdict(remedy) for remedy in error.remedies],
    }


def error_from_data(data: Mapping[str, Any]) -> VerbatimError:
    """Make an error that another process met; of a kind unknown here: a plain `VerbatimError`."""
    kinds = {kind.__name__: kind for kind in error_kinds()}
    remedies = [
        Remedy(RemedyKind(remedy["kind"]), remedy["about"], remedy["to"])
        for remedy in data["remedies"]
    ]
    return kinds.get(data["type"], VerbatimError)(data["what"], *remedies)
