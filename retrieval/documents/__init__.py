"""From a folder of files to documents: what there is to read, and how each format is read."""

from retrieval.documents.discovery import Discovery, discover
from retrieval.documents.loading import SIZE_LIMIT
from retrieval.documents.reading import SUFFIXES, read_document

__all__ = ["SIZE_LIMIT", "SUFFIXES", "Discovery", "discover", "read_document"]
