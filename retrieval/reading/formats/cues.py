"""Subtitles that were saved as a text: what is said, whole sentences of it, at its time."""

import re
from collections import Counter
from collections.abc import Sequence

from retrieval.domain import Span
from retrieval.locators import Timecode
from retrieval.reading.formats import line_forms
from retrieval.reading.formats.text_lines import Group, TextLine

__all__ = ["join_cues"]

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"{_TIME}\s{{0,3}}-->\s{{0,3}}{_TIME}(?:\s.*)?")
_FEWEST = 2
_ENOUGH = 200
_MOST = 1_000


def join_cues(groups: Sequence[Group]) -> list[Group] | None:
    """Return what is said in a subtitle file's groups, None where they are none.

    A group is so many cues as make whole sentences; numbers and times between them are left out.
    """
    timed = sum(_timing(group) is not None for group in groups)
    if timed < _FEWEST or timed * 2 < len(groups):
        return None
    spoken = [lines[0].speaker for lines in map(_said, groups) if lines]
    names = {name for name, times in Counter(spoken).items() if name and times > 1}
    joined: list[Group] = []
    is_open = False
    for group in groups:
        at = _timing(group)
        lines = _said(group)
        if not lines:
            continue
        is_open = is_open and lines[0].speaker not in names
        if at is None and not joined:  # What stands above the first cue: a name, "WEBVTT".
            continue
        if is_open and at is not None:
            above = joined[-1]
            above.omitted.append(Span(start=group.lines[0].start, end=group.lines[at].end))
            above.lines += lines
        else:
            time = None if at is None else Timecode(seconds=_seconds(group.lines[at]))
            joined.append(Group(lines=lines, is_whole=True, locator=time))
        size = joined[-1].lines[-1].end - joined[-1].lines[0].start
        ends = line_forms.ends_sentence(lines[-1].words)
        is_open = size < _ENOUGH or not (ends or size > _MOST)
    return joined


def _said(group: Group) -> list[TextLine]:
    at = _timing(group)
    return group.lines if at is None else group.lines[at + 1 :]


def _timing(group: Group) -> int | None:
    """Return which of a group's first lines is its time."""
    for at, line in enumerate(group.lines[:3]):
        if _TIMING.fullmatch(line.words):
            return at
    return None


def _seconds(line: TextLine) -> float:
    found = _TIMING.fullmatch(line.words)
    hours, minutes, seconds, fraction = found.group(1, 2, 3, 4) if found else (0, 0, 0, 0)
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + float(f"0.{fraction}")
