"""What is said of another one of the same sort, told apart by a number or a name.

Of cabin 14 nothing is known where cabins 12 and 30 are described, of QX-311 nothing where QX-310 is
explained, and what Dr Alba speaks is not what Dr Bell does.
"""

import re
from collections.abc import Iterator, Mapping

from retrieval.answering.naming import name_of
from retrieval.answering.structured.above import header_cells
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.identifiers import identifiers
from retrieval.text.versions import DOTTED
from retrieval.text.word_patterns import POSSESSIVE
from retrieval.text.words import read

__all__ = ["is_another_one"]

_CODE = re.compile(r"(?P<sort>[a-z]{1,8})(?P<number>\d{2,6})")
_NUMBERED = re.compile(
    r"\b(?P<sort>[a-z]{3,})s?\s+(?:no\.?\s*|number\s+|#)?(?P<number>\d{1,4})\b(?![.,:/%]\d|\s*[–—-]\s*\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?P<sort>[A-Za-z]{3,})s?\s+(?:no\.?\s*|number\s+|#)?(?P<number>\d{1,4})\W*(?:[:(–—-].*)?",
    re.DOTALL,
)
_NO_SORT = frozenset(
    """about after and are between every for from last least most next not only over past than the
    then under until version with within january february march april may june july august
    september october november december level age aged tier""".split()
)
"""What stands before a number that is no name of a thing, or of one that counts upwards."""
_THINGS = frozenset(
    """act article bay bed berth block board box bus cabin cage car chamber channel chapter
    clause class coach court cup cupboard day depot desk dock door drawer edition episode
    exam exercise exit figure flat floor form gate group hall house hut issue item lane
    lesson line locker map mission module order page paragraph part phase pier pitch
    platform plot pool port problem quest question ring room round route row rule scene
    season seat section sector sensor shed shelf site slide slot socket stage stall stand
    station step studio table tank task team tent terminal track trail train tram unit
    vault volume ward week well workshop zone""".split()
)
"""What has a number for a name, wherever it is spoken of."""
_ONWARDS = re.compile(
    r"\b(?:from|after|until|till|since|before|up\s+to|than|past|every|least|most)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What tells that a number behind it is a bound, which others are counted from."""
_SERIES = re.compile(r"\W{0,3}(?:(?:to|and|or|till|until|through)\b|[–—-]|,)\s*\d", re.IGNORECASE)
_ASKED_DOTTED = re.compile(
    rf"(?:\b(?:for|of|in|to|with|since|about|on)\s+|\A\W*+(?:and\s++)?(?:for\s++)?(?:[^\W\d][\w’'-]*+\s++)?)"
    rf"v?(?P<number>{DOTTED})\W*\Z",
    re.IGNORECASE,
)
_DOTTED = re.compile(rf"(?<![\w.])v?({DOTTED})(?![\w.]*\w)", re.IGNORECASE)
_SAID_DOTTED = re.compile(
    rf"\b(?:for|of|in|to|with|since|about|on|version|release|series|branch|update|milestone)\s+"
    rf"v?(?P<number>{DOTTED})(?![\w%€$£]|\s*[€$£%])",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?P<title>(?i:Dr|Mrs?|Ms|Prof)\b\.?(?=\s+\w)|(?i:Professor|Doctor|Miss|Sir|Lady|Sister|Brother|Father"
    r"|Uncle|Aunt|Coach|Captain)(?=\s+[A-Z]))\s+(?P<name>[^\W\d_][\w’'-]+)"
)
_PLATFORMS: Mapping[str, str] = {
    word: words.split()[0]
    for words in (
        "windows win win10 win11",
        "mac macos osx macbook imac",
        "linux ubuntu debian fedora opensuse nixos centos rhel",
        "freebsd openbsd netbsd",
        "android",
        "ios iphone ipad",
        "xbox",
        "playstation ps4 ps5",
    )
    for word in words.split()
}
"""What a thing runs on, by the first of its names."""
_WHETHER = re.compile(
    r"\W*(?:is|are|does|do|can|could|will|would|has|have|did|should|may)\b", re.IGNORECASE
)
_LONGEST = 2_000
"""Characters of a paragraph that are looked at."""
_SAME_TITLE = {"doctor": "dr", "professor": "prof"}


def is_another_one(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence is about another one than the one that a question names.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    own = [view.sentence_text(row), *_above(row, view)]
    return (
        _has_other_code(question, own)
        or _has_other_platform(question, own)
        or _stands_under_other_number(question, row, view, own)
        or _has_other_dotted(question, row, view, own)
        or _has_other_name(question, own[:-1])  # A practice is called by all of its doctors.
    )


def _above(row: int, view: IndexView) -> Iterator[str]:
    yield from map(view.sentence_text, view.place(row).introduced_by)
    yield from view.block(row).headings
    yield view.document(row).title


def _has_other_code(question: str, own: list[str]) -> bool:
    asked = [found for one in identifiers(question) if (found := _CODE.fullmatch(one))]
    if len(asked) != 1:
        return False
    said = frozenset().union(*map(identifiers, own))
    wanted, number = asked[0], int(asked[0]["number"])
    others = sorted(
        int(found["number"])
        for one in said
        if (found := _CODE.fullmatch(one)) and found["sort"] == wanted["sort"]
    )
    # Of "E100 to E109" the one in the middle is meant, too.
    return bool(others) and not others[0] <= number <= others[-1]


def _has_other_platform(question: str, own: list[str]) -> bool:
    """Tell whether something is told for other platforms than the one that a question names.

    Whether it runs there at all may be told by where it does.
    """
    asked = _platforms(question)
    if len(asked) != 1 or _WHETHER.match(question):
        return False
    told = frozenset().union(*map(_platforms, own))
    return bool(told) and asked.isdisjoint(told)


def _platforms(text: str) -> frozenset[str]:
    return frozenset(_PLATFORMS[word.lower] for word in read(text) if word.lower in _PLATFORMS)


def _stands_under_other_number(question: str, row: int, view: IndexView, own: list[str]) -> bool:
    asked = {
        (found["sort"].casefold(), int(found["number"]))
        for found in _NUMBERED.finditer(question)
        if found["sort"].casefold() not in _NO_SORT
    }
    if len(asked) != 1:
        return False
    ((sort, number),) = asked
    if any(map(_written(number).search, own)):
        return False
    if _speaks_of_other_number(sort, number, row, view):
        return True
    if _is_row_of_other(sort, row, view):
        return True
    above = view.place(row).introduced_by
    labels = [view.sentence_text(row), name_of(row, view), *view.block(row).headings[-1:]]
    labels += [view.sentence_text(one) for one in above if view.place(one).role is not Role.HEADER]
    found = (_LABEL.fullmatch(label) for label in labels)
    return any(one is not None and one["sort"].casefold() in {sort, f"{sort}s"} for one in found)


def _is_row_of_other(sort: str, row: int, view: IndexView) -> bool:
    """Tell whether a table's row is called by a number alone, in a column of the sort."""
    if view.place(row).role is not Role.ROW or not name_of(row, view).strip("*_` #").isdigit():
        return False
    columns = header_cells(row, view)[:1]
    return any(word.lower in {sort, f"{sort}s"} for one in columns for word in read(one))


def _speaks_of_other_number(sort: str, number: int, row: int, view: IndexView) -> bool:
    """Tell whether a sentence speaks of one of a sort by another number: "Room 101 has a bath"."""
    sentence = view.sentence_text(row)
    singular = sort if sort in _THINGS else sort.removesuffix("s")
    found = [one for one in _NUMBERED.finditer(sentence) if one["sort"].casefold() == sort]
    is_thing = singular in _THINGS or any(one["sort"][0].isupper() and one.start() for one in found)
    if not found or not is_thing:
        return False
    # "Rooms 101 to 110" and "from room 101 on" are of more than the one that is named.
    if any(
        _SERIES.match(sentence, one.end()) or _ONWARDS.search(sentence, 0, one.start())
        for one in found
    ):
        return False
    return _written(number).search(_paragraph(row, view)) is None


def _has_other_dotted(question: str, row: int, view: IndexView, own: list[str]) -> bool:
    """Tell whether something is said for another version than the one that is asked about last."""
    asked = _ASKED_DOTTED.search(question)
    if asked is None:
        return False
    number = asked["number"]
    for text in (*own, _paragraph(row, view)):
        if any(one == number or one.startswith(f"{number}.") for one in _DOTTED.findall(text)):
            return False
    return _SAID_DOTTED.search(view.sentence_text(row)) is not None


def _paragraph(row: int, view: IndexView) -> str:
    block = view.block(row)
    return view.text(view.place(row).document, block.start, min(block.end, block.start + _LONGEST))


def _written(number: int) -> re.Pattern[str]:
    return re.compile(rf"\b0*{number}\b")


def _has_other_name(question: str, own: list[str]) -> bool:
    asked = list(_TITLED.finditer(question))
    if len(asked) != 1:
        return False
    # "dr albas office" is typed for "Dr Alba's".
    name = POSSESSIVE.sub("", asked[0]["name"]).casefold().removesuffix("s")
    if any(name in text.casefold() for text in own):
        return False
    title = _plain(asked[0]["title"])
    return any(
        _plain(found["title"]) == title and found["name"][0].isupper()
        for found in _TITLED.finditer(own[0])
    )


def _plain(title: str) -> str:
    low = title.casefold().rstrip(".")
    return _SAME_TITLE.get(low, low)
