"""Every pattern of the project takes time in proportion to what it looks at, however hostile.

A pattern is tried on long runs of what it repeats, found in its own syntax tree, and of what
hostile files are made of, each followed by something that it has to give up at. Linear work takes
four times as long on four times as much, quadratic work sixteen times.
"""

import re
import time
from collections.abc import Iterator

import pytest
from written_patterns import (
    ANCHORED,
    MADE,
    SCANNING,
    inside,
    modules,
    package_of,
    packages,
    patterns,
)

from bot.app.admission import MAX_QUESTION
from retrieval.text.sentences.long import LONGEST

try:
    from re import _constants as constants
    from re import _parser as parser
except ImportError:  # Python 3.10 and before
    import sre_constants as constants
    import sre_parse as parser

SIZES = (12, 18, 24, 32, 64, 512, 4_096)
"""An exponential one is noticed while it is small; of quadratic ones, the last takes 0.1 s."""
TOO_FAST = 0.003
"""Seconds."""
SLOW = 0.03
STEEP = 9
EXPLODING = 5
FAR = 2.5
"""More than a busy machine makes of what would have been fast enough."""

RUNS = [
    " ",
    "\t",
    "\n",
    " \n",
    "a",
    "A",
    "0",
    ".",
    ",",
    ":",
    "-",
    "_",
    "*",
    "#",
    "/",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "<!--",
    '"',
    "'",
    "`",
    "|",
    "a ",
    "A ",
    "a.",
    "1.",
    "a-",
    "a: ",
    "a\n",
    "> ",
    "[a](",
    "![",
    "**",
    "e.g. ",
    "12:30 ",
    "http://a/",
    "é",
    "\u00ad",
    "…",
    "!",
    "?",
    "=",
    "\\",
    "@",
    "&",
    "$",
]
ENDS = ["\0", "\n!"]

# What these look at is cut before, to so many characters.
QUESTION = MAX_QUESTION
MESSAGE = 4_000
SENTENCE = LONGEST
BOUNDED = {
    "retrieval.answering.understanding.paste.": MESSAGE,
    "retrieval.answering.understanding.": QUESTION,
    "retrieval.answering.kinds.roles._patterns()": SENTENCE,
    "retrieval.answering.saying._URL": SENTENCE,
    "retrieval.reading.formats.byline._TAIL": 100,
    "retrieval.reading.formats.html._CHARSET": 4_096,
    "retrieval.reading.formats.line_forms._NUMBERED": 100,
    "retrieval.text.languages.conversing._pattern()": QUESTION,
    "retrieval.text.sentences.cut._ROMAN": 100,
    "retrieval.text.sentences.long._BREATHS": SENTENCE,
}


def sample(items: object) -> str:
    """Something that a part of a pattern matches, or nearly."""
    said = []
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            said.append(chr(argument))
        elif name == "NOT_LITERAL":
            said.append("a" if argument != ord("a") else "b")
        elif name == "ANY":
            said.append("a")
        elif name == "IN":
            said.append(one_of(argument))
        elif name == "BRANCH":
            said.append(sample(argument[1][0]))
        elif name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            said.append(sample(argument[-1] if name == "SUBPATTERN" else argument))
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            said.append(sample(argument[2]) * min(max(argument[0], 1), 20))
    return "".join(said)


def one_of(members: object) -> str:
    negated = any(str(operation) == "NEGATE" for operation, _ in members)
    if negated:
        left_out = {chr(a) for o, a in members if str(o) == "LITERAL"}
        digits = any(a == constants.CATEGORY_DIGIT for o, a in members if str(o) == "CATEGORY")
        words = any(str(a) == "CATEGORY_NOT_WORD" for o, a in members if str(o) == "CATEGORY")
        tried = "ab1 .," if not (digits or words) else "abé"
        return next((one for one in tried if one not in left_out), "é")
    for operation, argument in members:
        name = str(operation)
        if name == "LITERAL":
            return chr(argument)
        if name == "RANGE":
            return chr(argument[0])
        if name == "CATEGORY":
            return {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1"}.get(str(argument), "a")
    return "a"


def repeats(items: object) -> Iterator[tuple[str, str]]:
    """What stands before each unbounded repetition of a pattern, and what it repeats."""
    before = ""
    for operation, argument in items:
        name = str(operation)
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            if argument[1] > 50:
                yield before, sample(argument[2])
                yield "", before + sample(argument[2])
            yield from ((before + b, run) for b, run in repeats(argument[2]))
        elif name == "SUBPATTERN":
            yield from ((before + b, run) for b, run in repeats(argument[-1]))
        elif name == "ATOMIC_GROUP":
            yield from ((before + b, run) for b, run in repeats(argument))
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from ((before + b, run) for b, run in repeats(branch))
        before += sample([(operation, argument)])


def attacks(pattern: re.Pattern) -> Iterator[tuple[str, str, str]]:
    own = set(repeats(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)))
    starts = sorted({before for before, _ in own}, key=len)[:2]
    yield from ((before, run, end) for before, run in own if run for end in ENDS)
    yield from ((start, run, "\0") for start in {"", *starts} for run in RUNS)


def seconds(pattern: re.Pattern, methods: set[str], text: str | bytes, enough: float) -> float:
    """The least of three times; the first, if it is no more than ``enough`` or far more."""
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        if methods & SCANNING:
            for _found in pattern.finditer(text):
                pass
        if methods & ANCHORED:
            pattern.match(text)
        if "fullmatch" in methods:
            pattern.fullmatch(text)
        best = min(best, time.process_time() - begin)
        if best <= enough or best > FAR * max(enough, SLOW):
            break
    return best


def steep(pattern: re.Pattern, methods: set[str], bound: int | None = None) -> list[str]:
    is_bytes = isinstance(pattern.pattern, bytes)

    def taken(start: str, run: str, end: str, size: int, enough: float) -> float:
        text = start + run * max(size // len(run), 1) + end
        data = text.encode("utf-8", "ignore") if is_bytes else text
        return seconds(pattern, methods, data, enough)

    found = []
    for start, run, end in attacks(pattern):
        for size in SIZES if bound is None else (*(n for n in SIZES if n < bound), bound):
            once = taken(start, run, end, size, TOO_FAST)
            if once < TOO_FAST:
                continue
            if size < 100:  # An exponential one must not be tried on four times as much.
                limit = EXPLODING * once
                then = taken(start, run, end, size + 4, limit)
            elif bound is None:
                limit = max(SLOW, STEEP * once)
                then = taken(start, run, end, 4 * size, limit)
            else:
                then, limit = once, SLOW
            is_steep = then > limit
            if is_steep:
                found.append(f"{start!r} + {run!r} … {end!r}: {once:.3f} s, then {then:.3f} s")
            if is_steep or size > 100:
                break
        if found:
            break
    return found


def test_the_patterns_are_found():
    found = patterns()
    assert len(found) > 150
    assert any(name.endswith("()") for name in found)
    tried = set(packages())
    assert all(package_of(one.module) in tried for one in found.values())


def test_what_functions_make_is_tried_too():
    found = {
        name
        for module in modules()
        for name, pattern, _ in inside(module)
        if pattern is None and name not in MADE
    }
    assert found == set(), "name each in MADE, with an example of what it is made of"


@pytest.mark.parametrize("package", packages())
def test_the_time_of_its_patterns_is_linear(package):
    too_steep = {}
    for name, found in patterns().items():
        if package_of(found.module) == package:
            bound = next((size for start, size in BOUNDED.items() if name.startswith(start)), None)
            too_steep[name] = steep(found.pattern, found.methods, bound)
    assert {name: attacks for name, attacks in too_steep.items() if attacks} == {}


@pytest.mark.parametrize(
    "hostile", [r"\s+$", r"(?:a+)+b", r"<!--.*?-->", r"(?:\w+\s*)+:", r"\d+\.\d+x", r"[a-z]+@x"]
)
def test_a_pattern_that_is_not_linear_is_noticed(hostile):
    assert steep(re.compile(hostile, re.DOTALL), {"search"})
