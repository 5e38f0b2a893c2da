"""Everything that can go wrong in a way its user can mend.

VerbatimError
├── SeedsError                the seeds folder can't be read at all
├── DocumentError             one file can't be read (it is skipped and reported)
├── ModelUnavailableError     the embedding model or reranker can't be loaded
├── IndexNotFoundError        there is no index yet
├── IndexDamagedError         a file of the index is missing or not what was written
├── IndexOutdatedError        the index has another format or was made with another model
├── IndexBusyError            another build holds the index
├── IndexWriteError           the index folder can't be written (permissions, full disk)
├── UnknownDocumentError      a question names a document that is not in the index
└── EvaluationError           a question set or calibration file can't be used

The message of each is one sentence that names the file or setting and the way out: whoever
catches it prints it as it is.
"""

__all__ = [
    "DocumentError",
    "EvaluationError",
    "IndexBusyError",
    "IndexDamagedError",
    "IndexNotFoundError",
    "IndexOutdatedError",
    "IndexWriteError",
    "ModelUnavailableError",
    "SeedsError",
    "UnknownDocumentError",
    "VerbatimError",
]


class VerbatimError(Exception):
    """A failure that its user can mend; the message says how."""


class SeedsError(VerbatimError):
    """The seeds folder is missing, not a folder, or unreadable."""


class DocumentError(VerbatimError):
    """A document can't be read; the message is the reason shown beside its name."""


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


class UnknownDocumentError(VerbatimError):
    """A question is narrowed to a document that is not in the index."""


class EvaluationError(VerbatimError):
    """A question set, a run or a calibration file can't be used."""
