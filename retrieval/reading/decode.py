"""From bytes to text, without guessing where the bytes themselves tell."""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, pairwise

from retrieval.errors import DocumentError
from retrieval.text.lines import LineTable
from retrieval.text.printable import BINARY_CONTROLS, C1_CONTROLS

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
_UNBROKEN = 100
_SAMPLE = 200_000
_MOST_LINES = 4_000
_STRAY = re.compile("[\udc80-\udcff]")
_ADJACENT = re.compile("[\udc80-\udcff][^\x00-\x7f]|[^\x00-\x7f][\udc80-\udcff]")
"""Where letters beyond ASCII stand side by side they are of no Western language."""
_FEWEST_VALID = 2
"""Sequences of UTF-8 that no Western text has by accident."""
_C1 = re.compile(f"[{C1_CONTROLS}]")
_ASCII = bytes(range(128))
# Quotation marks, dashes, "…", "™", "©" and "®" stand at the same places in every code page of
# Windows: where there is nothing else, it is English from there.
_WINDOWS_MARKS = bytes([0x85, *range(0x91, 0x98), 0x99, 0xA0, 0xA9, 0xAE])
_ODD = "†‡‰•€™©®±µ¶§¬¦¤¢£¥˘˙˚˝˛ˇ¨¯´¸≈≠≤≥∂∑∏π∫Ω∆◊√∞"
_LOOKED_AT = 20_000
# The detector's confidence is a likeness; a second one that is so close may be the right one.
_CLOSE = 0.9
# Encodings that were hardly ever used, and those of the Macintosh and of DOS before Windows.
_RARE = re.compile(
    r"iso8859-(?:4|10|13|14|16)|ptcp154|kz1048|hp_roman8|mac-(?:latin2|iceland|turkish|romanian)|cp775"
)
_OLDER = re.compile(r"mac|cp(?:437|7|8)")


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
    left is guessed, by chardet.

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
        return _decode_wide(data)
    if b"\x1b$" in data and data.isascii() and _guesses(data)[:1] == ["iso2022_jp"]:
        return Decoded(text=data.decode("iso2022_jp"))
    try:
        return Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError as error:
        damage = error.start
    # A legacy encoding has hardly a sequence that is valid UTF-8 by accident. Where such
    # sequences are the rule, a guess would turn every other letter of the file into nonsense.
    lenient = data.decode("utf-8", errors="surrogateescape")
    stray = len(_STRAY.findall(lenient))
    valid = len(re.findall(r"[^\x00-\x7f]", lenient)) - stray
    line = len(LineTable(data[:damage].decode("utf-8")))
    if valid > stray:
        raise DocumentError(f"It is UTF-8 but for a damaged place on line {line}; save it again.")
    if valid >= _FEWEST_VALID and not _ADJACENT.search(lenient):
        return _mixed(lenient, line)
    return _guess(data)


def _mixed(lenient: str, line: int) -> Decoded:
    """Read a file that was put together of UTF-8 and of a Western code page, each as it is."""

    def letter(stray: re.Match[str]) -> str:
        return stray.group().encode("utf-8", "surrogateescape").decode("cp1252", "replace")

    told = (
        f"A part of it is UTF-8, and another (from line {line} on) is not and was read as Windows'"
        " code page 1252, which is doubtful; save it as UTF-8."
    )
    return Decoded(text=_STRAY.sub(letter, lenient), warnings=(told,))


def _decode_wide(data: bytes) -> Decoded:
    """Read UTF-16 or UTF-32 without a mark: of other texts, none has a zero in it."""
    from chardet import detect

    encoding = detect(data)["encoding"] or ""
    if encoding.lower().startswith(("utf-16", "utf-32")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            name = encoding[:6].upper()
            raise DocumentError(f"It looks like {name} but is damaged; save it again.") from None
        unseen = sum(not (one.isprintable() or one.isspace()) for one in text)
        # Whatever the language, a text has a space, a line end or a mark somewhere.
        spaced = len(text) < _UNBROKEN or not all(map(str.isalnum, text))
        if unseen <= _MOST_CONTROLS * len(text) and spaced:
            return Decoded(text=text)
    raise DocumentError(_BINARY)


def _guess(data: bytes) -> Decoded:
    if not data.translate(None, _ASCII + _WINDOWS_MARKS):
        return Decoded(text=data.decode("cp1252"))
    found: list[tuple[str, str, float]] = []
    for encoding, weight in _weighted(data):
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            found.append((encoding, text, weight * (1 - _oddness(text))))
    # In these places Windows has letters and quotation marks, and nobody's text has controls.
    found = [one for one in found if not _C1.search(one[1])] or found
    if not found:
        raise DocumentError(_UNRECOGNISED)
    best, text, weight = max(found, key=lambda one: one[2])
    rivals = [name for name, other, likely in found if other != text and likely > _CLOSE * weight]
    if not rivals:
        return Decoded(text=text)
    doubt = (
        f"Its encoding was guessed as {best}, which is doubtful: {rivals[0]} fits as well and"
        " reads it differently; save it as UTF-8."
    )
    return Decoded(text=text, warnings=(doubt,))


def _guesses(data: bytes) -> list[str]:
    return [name for name, _ in _weighted(data)]


def _weighted(data: bytes) -> list[tuple[str, float]]:
    """Return the encodings that a text may have, and how likely each is, the likeliest first."""
    from chardet import detect_all

    sample = data
    if len(data) > _SAMPLE:  # Only what is not ASCII tells one from another.
        lines = (line for line in data.splitlines() if not line.isascii())
        sample = b"\n".join(islice(lines, _MOST_LINES))[:_SAMPLE] or data[:_SAMPLE]
    likely: dict[str, float] = {}
    for one in detect_all(sample, ignore_threshold=True, max_bytes=_SAMPLE):
        with suppress(LookupError):
            name = codecs.lookup(one["encoding"] or "").name
            likely.setdefault(name, one["confidence"] * _habit(name))
    return sorted(likely.items(), key=lambda item: -item[1])


def _habit(encoding: str) -> float:
    """Return how common an encoding is, among those whose letters are as common."""
    if _RARE.fullmatch(encoding):
        return 0.6
    return 0.96 if _OLDER.match(encoding) else 1.0


def _oddness(text: str) -> float:
    """Return how much a text looks read in a wrong encoding, from 0 to 0.5.

    By capitals and signs in the middle of its words.
    """
    sample = text[:_LOOKED_AT]
    odd = sum(
        before.isalpha() and ((before.islower() and after.isupper()) or after in _ODD)
        for before, after in pairwise(sample)
    )
    odd += sum(before in _ODD and after.isalpha() for before, after in pairwise(sample))
    return min(3 * odd / max(len(sample.split()), 1), 0.5)
