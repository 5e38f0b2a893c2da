"""Subtitles (SubRip and WebVTT): what is said, found by the time at which it is said.

A sentence goes on from one cue to the next, so cues are put together up to the end of a sentence.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from retrieval.errors import DocumentError
from retrieval.locators import Timecode
from retrieval.reading.builder import Builder
from retrieval.reading.decode import decode
from retrieval.reading.formats.line_forms import ends_sentence
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^<>]{1,80})>")
_NAMED = re.compile(
    r"(?:>>\s*|[-–—]\s*)?(?P<name>[^\W\d_a-z](?:[\w.'’-]|\s(?=[^\W\d_a-z])){0,30}):\s+(?=\S)"
)
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}")
_SOUND = re.compile(r"[\[(♪♫][^\[\]()]*[\])♪♫]|[♪♫\s]+")
_PAUSE = 4.0
# Automatic subtitles have no full stops; a paragraph of them has an end all the same.
_LONGEST = 400


@dataclass(slots=True)
class _Cue:
    start: float
    end: float
    speaker: str
    words: str


def read(data: bytes, name: str) -> Reading:
    """Read subtitles; raises DocumentError where the bytes are none."""
    decoded = decode(data)
    cues = _named(list(_cues(decoded.text.splitlines())))
    if not cues:
        raise DocumentError("It holds no cues with times, as subtitles do; it may be cut off.")
    builder = Builder()
    for passage in _together(cues):
        builder.paragraph(
            " ".join(cue.words for cue in passage),
            speaker=passage[0].speaker,
            locator=Timecode(seconds=passage[0].start),
        )
    return Reading(documents=(builder.contents(),), warnings=decoded.warnings)


def _cues(lines: Sequence[str]) -> Iterator[_Cue]:
    timings = [(at, found) for at, line in enumerate(lines) if (found := _TIMING.match(line))]
    shown: list[str] = []
    for (at, found), next_timing in zip_longest(timings, timings[1:]):
        following = next_timing[0] if next_timing else len(lines)
        body: list[str] = []
        for line in lines[at + 1 : following]:
            if not line.strip():
                break
            body.append(line)
        speaker = next((v[1].strip() for line in body if (v := _VOICE.search(line))), "")
        told = [html.unescape(_TAG.sub("", line)).strip() for line in body]
        told = [line for line in told if line and not _SOUND.fullmatch(line)]
        # Where subtitles roll, a line is shown again above the next one.
        fresh = [line for line in told if line not in shown]
        shown = told
        if fresh:
            yield _Cue(_seconds(found, 1), _seconds(found, 5), speaker, " ".join(fresh))


def _named(cues: Sequence[_Cue]) -> list[_Cue]:
    """Return cues with who speaks, where names that come again stand before what is said."""
    found = [None if cue.speaker else _NAMED.match(cue.words) for cue in cues]
    times = Counter(one["name"] for one in found if one)
    speaker = ""
    named = []
    for cue, one in zip(cues, found, strict=True):
        if one and times[one["name"]] > 1:
            speaker = one["name"]
            words = cue.words[one.end() :]
            named.append(replace(cue, speaker=speaker, words=words))
        elif speaker and not cue.speaker and named and not ends_sentence(named[-1].words):
            # What a name stands before goes on in the next cue, which has none.
            named.append(replace(cue, speaker=speaker))
        else:
            named.append(cue)
    return named


def _seconds(found: re.Match[str], group: int) -> float:
    hours, minutes, seconds, fraction = found.group(group, group + 1, group + 2, group + 3)
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _together(cues: Sequence[_Cue]) -> Iterator[list[_Cue]]:
    passage: list[_Cue] = []
    for cue in cues:
        if passage and (
            cue.speaker != passage[0].speaker
            or cue.start - passage[-1].end > _PAUSE
            or ends_sentence(passage[-1].words)
            or sum(len(one.words) for one in passage) > _LONGEST
        ):
            yield passage
            passage = []
        passage.append(cue)
    if passage:
        yield passage
