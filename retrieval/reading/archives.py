"""Files that are archives of XML, as office programs and books have them, opened with bounds.

A few kilobytes can be packed so that they unpack to gigabytes, and so can XML that refers to
itself; what is opened here is small enough before anything of it is unpacked.
"""

import io
import zipfile
from typing import TYPE_CHECKING

from retrieval.errors import DocumentError
from retrieval.reading.file_types import mislabelled

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["open_archive", "parse_xml", "read_member"]

_MOST_BYTES = 300_000_000
_MOST_XML = 60_000_000
_MOST_MEMBERS = 20_000
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_archive(data: bytes, wanted: str) -> zipfile.ZipFile:
    """Open an archive that is to be read in memory.

    Args:
        data: The bytes of the file.
        wanted: What it should be, for the error: ``a Word document``.

    Raises:
        DocumentError: It is no archive, damaged, protected by a password, or unpacks to too much.
    """
    if data.startswith(_OLE):
        raise DocumentError(
            "It is protected by a password, or of an old version of its program; save it anew "
            "without a password."
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise mislabelled(
            data,
            wanted,
            otherwise=f"It is damaged, or cut off: it can't be opened as {wanted}.",
        ) from None
    if len(members) > _MOST_MEMBERS:
        raise DocumentError(f"It is an archive of {len(members):,} files, which is too many.")
    # zipfile unpacks no more of a member than its entry says, whatever was packed.
    if sum(member.file_size for member in members) > _MOST_BYTES or any(
        member.file_size > _MOST_XML and member.filename.endswith((".xml", ".rels", "html"))
        for member in members
    ):
        raise DocumentError(
            "It unpacks to more than is read of one file; split it into several documents."
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise DocumentError("It is protected by a password; save it without one.")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a member's bytes; None where there is none of that name.

    Raises:
        DocumentError: It is damaged.
    """
    try:
        return archive.read(name)
    except KeyError:
        return None
    except Exception:
        raise DocumentError(f"It is damaged: its part {name} can't be unpacked.") from None


def parse_xml(data: bytes, name: str) -> "etree._Element":
    """Parse XML without following what it refers to, neither inside of it nor outside.

    Raises:
        DocumentError: It is no XML, or is nested too deep.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in error.msg:
            raise DocumentError(f"Its part {name} is nested too deep.") from None
        raise DocumentError(f"It is damaged: its part {name} is not well-formed.") from None
    except ValueError:
        raise DocumentError(f"It is damaged: its part {name} is not well-formed.") from None
