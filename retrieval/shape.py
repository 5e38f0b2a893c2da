"""What a segmenter is shown in the place of a text: as long as the text, but plainer."""

import re

__all__ = ["shape_of"]

# Every kind of white space is a space: a wrapped line, a tab or a no-break space ends nothing.
_SPACES = str.maketrans(
    {code: " " for code in range(0x3001) if chr(code).isspace()}
    | dict.fromkeys(range(0x1C, 0x20), " ")
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# "He left.[12] She", "He left.** She", "He left.¹² She", "He left.:12–15 She": the mark belongs to
# the sentence before it, so the full stop is shown after the mark.
_MARKED_STOP = re.compile(
    r"([.!?…]+[\"'”’»)]*)"
    r"((?:\*{1,3}|_{1,3}|[⁰¹²³⁴-⁹]{1,4}|\[[^\[\]]{1,12}\]|\[\^[^\[\]\s]{1,40}\]|:\d[\d:,–\-]{0,20})+)"
    r"(?=\s|$)"
)
# "He left.12 She": a footnote's number that lost its height.
_BARE_NOTE = re.compile(r"(?<=[a-z]{4})(\.)(\d{1,3})(?= [A-Z])")
# An ellipsis on the last word ends a sentence where a new one follows; one between spaces stands
# for words left out and doesn't.
_FINAL_ELLIPSIS = re.compile(r"(?<=\w)…(?=[\"'”’»)]*\s+[\"'“‘«(]?([^\W\d_])(\w*))")


def shape_of(text: str) -> str:
    """Return a text of the same length in which full stops end sentences as plainly as can be."""
    shape = _SURROGATE.sub("?", text.translate(_SPACES))
    shape = _MARKED_STOP.sub(r"\2\1", shape)
    shape = _BARE_NOTE.sub(r"\2\1", shape)
    return _FINAL_ELLIPSIS.sub(_full_stop, shape)


def _full_stop(match: re.Match[str]) -> str:
    first, rest = match[1], match[2]
    return "." if first.isupper() and first + rest != "I" else "…"
