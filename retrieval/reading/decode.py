"""From bytes to text, without guessing where the bytes themselves tell."""

import codecs
import logging
import re
from dataclasses import dataclass

from retrieval.errors import DocumentError
from retrieval.text.lines import LineTable
from retrieval.text.printable import BINARY_CONTROLS

__all__ = ["Decoded", "decode"]

# Longest first: UTF-32's mark begins with UTF-16's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CONTROLS = re.compile(f"[{BINARY_CONTROLS}]")
_MOST_CONTROLS = 0.02
_UNRECOGNISED = "Its encoding can't be recognised; save it as UTF-8."
_BINARY = "It is not text but binary data, whatever its name says."
# Differences in charset-normalizer's two measures that it doesn't take for differences either.
_SAME_CHAOS = 0.005
_SAME_COHERENCE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file."""

    text: str
    """Without its byte order mark; line ends stay as they are."""
    warnings: tuple[str, ...] = ()
    """One sentence where the encoding was guessed and another fits as well."""


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    UTF-8 is what the bytes say it is, and so is everything with a byte order mark. Only what is
    left is guessed, by charset-normalizer.

    Raises DocumentError: binary data, an encoding nobody can tell, or damaged UTF-8 or UTF-16.
    """
    for mark, encoding, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            decoded = _decode_marked(data[len(mark) :], encoding, name)
            break
    else:
        decoded = _decode_unmarked(data)
    text = decoded.text
    if "\0" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise DocumentError(_BINARY)
    if not text.strip():
        raise DocumentError("The file holds nothing but white space.")
    return decoded


def _decode_marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding))
    except UnicodeDecodeError:
        raise DocumentError(f"It is marked as {name} but is damaged; save it again.") from None


def _decode_unmarked(data: bytes) -> Decoded:
    if b"\0" in data:
        raise DocumentError(_BINARY)
    try:
        return Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError as error:
        damage = error.start
    # A legacy encoding has hardly a sequence that is valid UTF-8 by accident. Where such
    # sequences are the rule, a guess would turn every other letter of the file into nonsense.
    lenient = data.decode("utf-8", errors="surrogateescape")
    stray = len(re.findall(r"[\udc80-\udcff]", lenient))
    if len(re.findall(r"[^\x00-\x7f]", lenient)) - stray > stray:
        line = len(LineTable(data[:damage].decode("utf-8")))
        raise DocumentError(f"It is UTF-8 but for a damaged place on line {line}; save it again.")
    return _guess(data)


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    # It reports its steps at a level of its own below DEBUG, and a warning on short texts.
    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise DocumentError(_UNRECOGNISED)
    # On a few lines of a western European language, code page 1250 scores as well as 1252 and
    # comes first in the alphabet; but where both fit, it is 1252 that people had.
    if best.encoding == "cp1250" or best.encoding.startswith(("mac_", "cp7", "cp8")):
        best = next((match for match in matches if match.encoding == "cp1252"), best)
    text = str(best)
    rivals = (
        match.encoding
        for match in matches
        if match.chaos - best.chaos < _SAME_CHAOS
        and best.coherence - match.coherence <= _SAME_COHERENCE
        and str(match) != text
    )
    rival = next(rivals, None)
    if rival is None:
        return Decoded(text=text)
    doubt = (
        f"Its encoding was guessed as {best.encoding}, which is doubtful: {rival} fits as well and"
        " reads it differently; save it as UTF-8."
    )
    return Decoded(text=text, warnings=(doubt,))
