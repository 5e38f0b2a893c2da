"""What a file is by its first bytes, where its name says something else."""

import io
import zipfile

from retrieval.errors import DocumentError

__all__ = ["file_type", "mislabelled"]

_ZIPPED = (
    ("word/", "a Word document, which should end in .docx"),
    ("ppt/", "a PowerPoint presentation, which should end in .pptx"),
    ("xl/", "an Excel workbook, which should end in .xlsx"),
)
_MIMETYPES = {
    b"application/epub+zip": "an e-book, which should end in .epub",
    b"application/vnd.oasis.opendocument.text": "a text document, which should end in .odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "a spreadsheet, which should end in .ods",
}
_MAGIC = (
    (b"%PDF-", "a PDF, which should end in .pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, or one with a password"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"7z\xbc\xaf'\x1c", "an archive (7z)"),
    (b"Rar!", "an archive (RAR)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_PAGES = (b"<!doctype html", b"<html")


def file_type(data: bytes) -> str | None:
    """Name what the bytes are, as the predicate of a sentence; None where they don't tell."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf\t\n\r ")
    if head.lower().startswith(_PAGES):
        return "a web page, which should end in .html"
    if head.startswith(b"PK\x03\x04"):
        return _zip_type(data)
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)


def mislabelled(data: bytes, wanted: str, *, otherwise: str) -> DocumentError:
    """Return the error for a file that is not what its name says.

    Args:
        data: Its bytes.
        wanted: What it should be: ``a PDF``.
        otherwise: The sentence for a file that can't be told what it is.
    """
    found = file_type(data)
    if found is None or found.startswith(wanted + ","):
        return DocumentError(otherwise)
    return DocumentError(f"It is not {wanted} but {found}.")


def _zip_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:5000]
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    named = _MIMETYPES.get(stream.read(200).strip())
                if named:
                    return named
    except Exception:
        return "a ZIP archive, and a damaged one"
    for folder, name in _ZIPPED:
        if any(one.startswith(folder) for one in names):
            return name
    return "a ZIP archive"
