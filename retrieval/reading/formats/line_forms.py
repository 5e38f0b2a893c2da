"""What a line of plain text looks like."""

import re

from retrieval.text.stop_words import LEADING_ON, NEVER_LAST
from retrieval.text.word_patterns import TITLES

__all__ = [
    "begins_list",
    "begins_with_step",
    "columns",
    "ends_sentence",
    "follows",
    "goes_on",
    "has_stop",
    "heading_level",
    "is_decorated",
    "is_plainly_heading",
    "is_rule",
    "is_unfinished",
    "leads_into",
    "list_marker",
    "looks_like_title",
    "looks_tabular",
    "numbering",
    "one_line",
    "speaker",
]

_LONGEST_TITLE = 160
_LONGEST_HEADING = 70
_MOST_HEADING_WORDS = 10

_RULE = re.compile(r"[\s\-=_*~#+.·—–]{3,}")
_LIST_MARKER = re.compile(
    r"[ \t]*(?:[-*•‣◦▪●·–—]|\(?\d{1,3}[.)]|\(?(?:[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[)]"
    r"|[a-hj-z]\.(?![ \t]+[a-z]\.))[ \t]+(?=\S)"
)
# What numbers a heading or an item: "IV.", "A)", "§ 3", "(c)", "[2]"; its own gap makes no column.
_NUMBERING = re.compile(
    r"(?:§\s?\d{1,3}[a-z]?\.?|[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[ivxl]{1,6}|[A-Za-z])"
    r"[.):\]]{1,2})\s+(?=\S)"
)
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\s+(?=\S)")
# A name between drawn lines: "--- Fees ---", "** FEES **".
_DECORATED = re.compile(r"([-=*~_+#]{1,10})\s+(?=[^\W_])(\S(?:[^\n]*\S)?)\s+\1")
# In both of these no run of blanks can be divided in two ways: a line of nothing else would be
# tried at every division. A ``+`` behind a quantifier gives nothing back.
_TABULAR = re.compile(r"\S(?:\t|[ ]{3})[ \t]*+\S")
_LEADERS = re.compile(
    r"(?P<name>[^\W\d_](?:(?!\.\.)[^:\n\t]){0,39}?)[ ]*+(?:[.·][ ]?+){4,}+[ ]*+"
    r"(?P<value>[^\s.·](?:(?!\.\.)[^\n])*+)"
)
_COLUMN = re.compile(r"\S+(?:[ ]{1,2}\S+)*+")
_SPEAKER = re.compile(
    r"[ \t]*+(?P<time>(?P<bracket>[\[(])?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]*+(?:[-–][ \t]*+)?)?"
    rf"(?:<(?P<nick>[^<>\s]{{1,40}})>|(?P<name>{TITLES}[^\W\d_][^:\n.!?…;,\"“”]{{0,39}}?)"
    # "(10:00) Ada - Hello": behind a time in brackets a dash will do.
    r"(?::|(?(bracket)[ \t][-–]|(?!))))(?=[ \t]++\S|[ \t]*+$)"
)
# The steps of a menu: "Settings / Picture", "File > Export"; an email's quotation begins with one.
_ENDS_IN_STEP = re.compile(r"[^\W\d_]['\"’”)\]]?\s*(?:/|>|→|»|›|▸|▶|»)$")
_BEGINS_WITH_STEP = re.compile(r"(?:/|→|»|›|▸|▶)\s+\S")
_ENDS_IN_HYPHEN = re.compile(r"[^\W\d_]{2}[-‐\u00ad¬]$")
_INNER_STOP = re.compile(r"[^\W\d_]{2}[.!?…][\"'”’»)\]]?\s+[\"“‘«(]?(?=[^\W\d_a-z])")
_CLOSERS = "\"'”’»“‘›)]}*_"
_TERMINATORS = ".!?…。！？؟۔।‥"
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section|article|art\.|sec\.|no\.|nr\.|clause|point)\s+|[§#]\s?)?[(\[]?(\d+(?:\.\d+)*)[.):\]/]{0,2}\s+\S",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:chapter|part|section|appendix|book|act|scene)\s+(?:\d+|[ivxlcdm]+)\b", re.IGNORECASE
)


def one_line(words: str) -> str:
    """Return the words of a block with every run of white space as one space."""
    return " ".join(words.split())


def ends_sentence(words: str) -> bool:
    """Tell whether words end with a full stop or its like, inside or outside of quotes."""
    return words.rstrip().rstrip(_CLOSERS).endswith(tuple(_TERMINATORS))


def has_stop(words: str) -> bool:
    """Tell whether a sentence ends in a line, or at its end."""
    return ends_sentence(words) or _INNER_STOP.search(words) is not None


def is_unfinished(words: str) -> bool:
    """Tell whether a line can't be the end of anything: "was opened by", "Settings /"."""
    line = words.rstrip()
    if _ENDS_IN_STEP.search(line) or _ENDS_IN_HYPHEN.search(line):
        return True
    last = line.rsplit(None, 1)[-1]
    return " " in line and last.islower() and last in NEVER_LAST


def begins_with_step(words: str) -> bool:
    """Tell whether a line goes on with a menu's path: "→ Picture"."""
    return _BEGINS_WITH_STEP.match(words) is not None


def goes_on(above: str, below: str) -> bool:
    """Tell whether a line, or what stands above a page's end, goes on with another one."""
    if is_unfinished(above) or begins_with_step(below):
        return True
    first = next((character for character in below if character.isalnum()), "")
    return (
        first.islower() and below[0] not in "-*•" and not ends_sentence(above) and above[-1] != ":"
    )


def is_rule(line: str) -> bool:
    """Tell whether a line is a drawn one: dashes, stars or the like and nothing else."""
    return _RULE.fullmatch(line.strip()) is not None and bool(line.strip())


def list_marker(line: str) -> int:
    """Return how many characters at the line's start are the mark of a list item, or 0."""
    match = _LIST_MARKER.match(line)
    return match.end() if match and not is_decorated(line) else 0


def is_decorated(line: str) -> bool:
    """Tell whether a line stands between drawn lines of the same kind: ``--- Fees ---``."""
    words = line.strip()
    return len(words) <= _LONGEST_TITLE and _DECORATED.fullmatch(words) is not None


def numbering(line: str) -> int:
    """Return how many characters at a line's start only number it: ``IV.   FEES``, or 0.

    A number without any mark is one before a line in capitals only.
    """
    words = line.strip()
    if match := _NUMBERING.match(words):
        return match.end()
    match = _BARE_NUMBER.match(words)
    return match.end() if match and _is_upper(words[match.end() :]) else 0


def _is_upper(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    return len(letters) > 3 and all(map(str.isupper, letters))


def begins_list(mark: str) -> bool:
    """Tell whether the mark of an item is the first of its kind: "1.", "(a)", "i)"."""
    return mark.strip("().").casefold() in {"1", "a", "i"}


def follows(above: str, below: str) -> bool:
    """Tell whether the mark of an item goes on with that of another: "-" and "-", "a)" and "b)"."""
    one, other = (mark.strip("().") for mark in (above, below))
    if _frame(above) != _frame(below):
        return False
    if one.isdigit() or other.isdigit() or not (one.isalpha() and other.isalpha()):
        return one.isdigit() == other.isdigit() and (one.isdigit() or above == below)
    if len(one) == len(other) == 1 and ord(other) == ord(one) + 1:
        return True
    # "i" and "ii" are numbers, as "ii" and "v" are; behind "b", "i" is one, and "d" is a letter.
    romans = [set(letters.casefold()) <= set("ivx") for letters in (one, other)]
    return romans[0] == romans[1]


def _frame(mark: str) -> str:
    return "".join("x" if character.isalnum() else character for character in mark[:1] + mark[-1:])


def looks_tabular(line: str) -> bool:
    """Tell whether a line has columns: set apart by blanks, or two that dots lead between."""
    words = line.strip()
    return (
        _TABULAR.search(words, numbering(words)) is not None
        or _LEADERS.fullmatch(words) is not None
    )


def columns(line: str) -> list[tuple[int, int]]:
    """Return where the columns of a line stand, half-open."""
    if led := _LEADERS.fullmatch(line):
        return [led.span("name"), led.span("value")]
    return [found.span() for found in _COLUMN.finditer(line)]


def speaker(line: str) -> str | None:
    """Return who speaks in a line such as ``ALICE: Good evening.``, as far as its form goes."""
    match = _SPEAKER.match(line)
    if match is None:
        return None
    if match["nick"]:
        return match["nick"]
    name = match["name"].strip()
    words = name.split()
    if len(words) > 4 or (name[0].islower() and not match["time"]):
        return None
    return name


def looks_like_title(words: str) -> bool:
    """Tell whether the first paragraph of a text is its headline."""
    line = one_line(words)
    if not 0 < len(line) <= _LONGEST_TITLE or not any(map(str.isalnum, line)):
        return False
    bare = line.rstrip(_CLOSERS)
    # "Who Won?" is a headline, "The war is over." a sentence, "He said:" the start of one.
    return not bare.endswith((".", ",", ";", ":", "…", "。")) or bare.endswith(("Inc.", "Jr."))


def heading_level(words: str) -> int:
    """Return the depth of a line as a heading, from 1, or 0 where it can't be one."""
    line = one_line(words)
    if len(line) > _LONGEST_HEADING or len(line.split()) > _MOST_HEADING_WORDS:
        return 0
    if decorated := _DECORATED.fullmatch(line):
        line = decorated[2]
    name = line[numbering(line) :]
    if name.startswith("[") and name.endswith("]") and _is_upper(name):
        name = name[1:-1].strip()
    first = next((character for character in name if character.isalnum()), "")
    if not first or first.islower() or name[-1] in ".,;:…。،؛" or name[0] in "\"“«„‘'([":
        return 0
    if name[-1] in '"”»’' or name.rsplit(None, 1)[-1] in LEADING_ON:
        return 0
    if numbered := _NUMBERED.match(line):
        return numbered[1].count(".") + 1
    return 1


def is_plainly_heading(words: str) -> bool:
    """Tell whether a line that may be a heading can hardly be anything else."""
    line = one_line(words)
    return (
        _is_upper(line[numbering(line) :])
        or is_decorated(line)
        or bool(_NAMED.match(line))
        or bool(re.match(r"(?:\d+(?:\.\d+)+\.?|§\s?\d+[a-z]?\.?|[IVXLC]{1,6}[.):])\s", line))
    )


def leads_into(words: str, following: str) -> bool:
    """Tell whether a short line stands above the paragraph after it as a heading would."""
    line = one_line(words)
    if ends_sentence(line) and not line.endswith("?"):
        return False
    is_prose = ends_sentence(following) and not following.rstrip().endswith("?")
    return is_prose and len(following) > 2 * len(line)
