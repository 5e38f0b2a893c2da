"""The documented JSON form of an answer, for ``verbatim ask --json`` and scripts around it.

The schema is part of the public interface: fields are only ever added, and ``schema`` grows
when the meaning of one changes.
"""

import json
import re
from dataclasses import asdict
from typing import Any

from retrieval.domain import Answer, Citation, Passage
from retrieval.locators import Page
from retrieval.text.printable import BIDI_CONTROLS, CONTROLS, LINE_SEPARATORS, SURROGATES

__all__ = ["SCHEMA", "answer_json", "answer_object"]

SCHEMA = 1

# JSON itself escapes only the first 32; the line ends among those are between its lines.
_ACTING = re.compile(f"(?!\n)[{CONTROLS}{SURROGATES}{LINE_SEPARATORS}{BIDI_CONTROLS}]")


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "path": citation.path,
        "title": citation.title,
        "headings": list(citation.headings),
        "first_line": citation.first_line,
        "last_line": citation.last_line,
        "page": citation.place.number if isinstance(citation.place, Page) else None,
        "locator": asdict(citation.place) | {"label": citation.place.label},
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "citation": _citation(passage.citation),
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "sentences": [
            {
                "start": span.start,
                "end": span.end,
                "text": passage.text[span.start - passage.start : span.end - passage.start],
            }
            for span in passage.highlights
        ],
        "media_type": passage.media_type,
        "pinned": asdict(passage.pinned) if passage.pinned else None,
        "unhelpful": passage.unhelpful,
        "also_in": [_citation(other) for other in passage.also_in],
    }


def answer_object(answer: Answer) -> dict[str, Any]:
    """Return the answer as JSON-ready objects.

    ``start`` and ``end`` are character offsets into the decoded source file; ``passages`` answer
    the question only when ``answered`` is true, and are the nearest ones otherwise. ``state`` tells
    an ``answer`` from what is ``perhaps`` one, and both from ``none``.
    """
    return {
        "schema": SCHEMA,
        "question": answer.question,
        "understood_as": answer.understood_as,
        "answered": answer.answered,
        "state": answer.state.value,
        "confidence": {
            "probability": round(answer.confidence.probability, 4),
            "level": answer.confidence.level.value,
        },
        "passages": [_passage(passage) for passage in answer.passages],
        "more": [_passage(passage) for passage in answer.more],
        "differ": answer.differ,
        "choices": [{"label": c.label, "question": c.question} for c in answer.choices],
        "suggestions": list(answer.suggestions),
        "parts": [{"question": part.question, "answered": part.answered} for part in answer.parts],
        "small_talk": answer.small_talk.value if answer.small_talk else None,
        "build": answer.build_id,
    }


def answer_json(answer: Answer, *, ascii_only: bool = False) -> str:
    """Return the answer as JSON text that does nothing to a terminal.

    Every character that acts instead of being seen is written as its escape: a program reads the
    same.

    Args:
        answer: What to say.
        ascii_only: Whether to write every other character than ASCII's as its escape, too.
    """
    text = json.dumps(answer_object(answer), ensure_ascii=ascii_only, indent=2)
    return _ACTING.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
