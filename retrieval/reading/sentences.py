"""A file's documents with their sentences: all that is computed of a file before its vectors."""

from dataclasses import dataclass, replace

from retrieval.domain import Document, Sentence
from retrieval.errors import DocumentError
from retrieval.reading.protocol import Reader
from retrieval.reading.read import read_file
from retrieval.text.sentences.split import split_sentences

__all__ = ["ReadDocument", "read_sentences"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with at least one sentence, if it is one that is searched."""

    document: Document
    sentences: tuple[Sentence, ...]


def read_sentences(
    data: bytes, path: str, *, reader: Reader | None = None, language: str = ""
) -> tuple[ReadDocument, ...]:
    """Read the bytes of a file and cut its documents into sentences; at least one document.

    What its owner should know is on the first document.

    Raises:
        DocumentError: As `read_file`; or it holds no sentences.
    """
    reading = read_file(data, path, reader=reader, language=language)
    warnings = list(reading.warnings)
    found: list[ReadDocument] = []
    for document in reading.documents:
        sentences = split_sentences(document)
        if sentences or not reading.is_searched:
            found.append(ReadDocument(document=document, sentences=sentences))
        else:
            warnings.append(f"Its part {document.part} holds no sentences and was left out.")
    if not found:
        raise DocumentError("The file holds no sentences.")
    first = replace(found[0].document, warnings=tuple(warnings))
    return (replace(found[0], document=first), *found[1:])
