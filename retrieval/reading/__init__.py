"""From a folder of files to documents: what there is to read, and how each format is read."""

from retrieval.reading.discover import Discovery, discover, is_passed_over
from retrieval.reading.load import SIZE_LIMIT, load
from retrieval.reading.protocol import Contents, Reader, Reading
from retrieval.reading.read import FileReading, read_file
from retrieval.reading.registry import KNOWN, SUFFIXES, reader_for, version_of

__all__ = [
    "KNOWN",
    "SIZE_LIMIT",
    "SUFFIXES",
    "Contents",
    "Discovery",
    "FileReading",
    "Reader",
    "Reading",
    "discover",
    "is_passed_over",
    "load",
    "read_file",
    "reader_for",
    "version_of",
]
