"""From a folder of files to documents: what there is to read, and how each format is read."""

from retrieval.reading.discover import Discovery, discover
from retrieval.reading.load import SIZE_LIMIT
from retrieval.reading.registry import SUFFIXES, read_document

__all__ = ["SIZE_LIMIT", "SUFFIXES", "Discovery", "discover", "read_document"]
