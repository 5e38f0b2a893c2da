"""Finding the line of a pasted log that says what went wrong.

Of forty pasted lines one names the error; the others are times, frames and noise, which a search
would look for as well. The line is taken that names an error most plainly, without the time, the
level and the places in memory or source before it; the last of equals, because the cause of a
Python traceback stands last, as does Java's "Caused by". A person's own sentence between the
lines that asks something is the question, and the error what it is about.
"""

import re

from retrieval.answering.understanding.interrogative import asks

__all__ = ["error_line", "looks_pasted"]

_STAMP = re.compile(
    r"^\W*+(?:(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}|[A-Z][a-z]{2} +\d\d?)?[T ]*"
    r"\d\d?:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)[\]\s|:–-]*"
)
_LEVEL = re.compile(
    r"^\W*+(?:FATAL|CRITICAL|ERROR|ERR|SEVERE|WARN(?:ING)?|INFO|DEBUG|TRACE|NOTICE)\b[\]:\s|–-]*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"^\s*(?:\[[\w./ -]{1,40}\]\s*)+")
_FRAME = re.compile(
    r"^\s*(?:at [\w$.<>]+\(|File \"|\.{3} \d+ more|Traceback|from \S+:\d+|#\d+ |stack trace|\^+$)"
)
_CAUSE = re.compile(r"^\s*caused by\s*:?\s*", re.IGNORECASE)
_SEVERE = re.compile(r"\b(?:FATAL|CRITICAL|SEVERE|PANIC)\b|panic:|fatal:", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<![\w.])[\w.]*(?:Error|Exception|Failure|Fault)\b|\b[A-Z]{1,6}[-_]?\d{2,6}\b|\bE[A-Z]{4,}\b"
    r"|\bERR(?:OR)?_\w+|\b0x[0-9A-Fa-f]{4,}\b"
)
_WORDED = re.compile(
    r"\b(?:error|failed|failure|cannot|can['’]?t|could not|couldn['’]t|unable|denied|refused|"
    r"timed? ?out|not found|no such|invalid|missing|unexpected|aborted|exceeded|illegal)\b",
    re.IGNORECASE,
)
_WARNING = re.compile(r"\bWARN(?:ING)?\b")
_BREAK = re.compile(
    r"(?<!\s)\s+"
    r"(?=at [\w$.<>]+\(|File \"|Caused by: |\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[\d\d:\d\d:\d\d)"
)
"""Where a line began before a paste was put into one."""
_LOGGED = (_STAMP, _LEVEL, _FRAME, _CAUSE, _SEVERE, _NAMED)
_MACHINE = (_STAMP, _LEVEL, _FRAME, _CAUSE)
"""What nobody types: one line at least begins with it."""
_FEWEST = 2


def looks_pasted(text: str) -> bool:
    """Tell a pasted log or stack trace, of two lines at least, from what somebody wrote."""
    lines = _lines(text)
    if len(lines) < _FEWEST:
        return False
    logged = sum(any(pattern.search(line) for pattern in _LOGGED) for line in lines)
    machine = any(pattern.match(line) for line in lines for pattern in _MACHINE)
    return machine and 2 * logged >= len(lines)


def error_line(text: str) -> str:
    """Return the line of a paste that names the error, without what stands before it.

    Args:
        text: For which `looks_pasted` holds.

    Returns:
        A part of one of its lines; the first line where none names an error.
    """
    lines = [line for line in _lines(text) if not _written(line)] or _lines(text)
    place = max(range(len(lines)), key=lambda i: (_plainness(lines[i]), i))
    best = lines[place] if _plainness(lines[place]) > 0 else lines[0]
    return _bare(best)


def _lines(text: str) -> list[str]:
    return [line for line in _BREAK.sub("\n", text).splitlines() if line.strip()]


def _written(line: str) -> bool:
    return asks(line) and not any(pattern.search(line) for pattern in _LOGGED[:4])


def _plainness(line: str) -> float:
    """Return how plainly a line names an error, 0 where it does not."""
    if _FRAME.match(line):
        return 0.0
    score = 3.0 * bool(_CAUSE.match(line)) + 2.0 * bool(_NAMED.search(line))
    score += 2.0 * bool(_SEVERE.search(line)) + 1.0 * bool(_WORDED.search(line))
    return score - 0.5 * bool(_WARNING.search(line))


def _bare(line: str) -> str:
    kept = line.strip()
    for pattern in (_STAMP, _SOURCE, _LEVEL, _SOURCE, _CAUSE):
        kept = pattern.sub("", kept, count=1).strip(" \t:|") or kept
    return kept
