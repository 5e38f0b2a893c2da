"""Unanswered questions as a table for other programs: pure."""

import csv
import io
from collections.abc import Sequence

from bot.app.gaps import Gap

__all__ = ["gaps_csv", "inert"]

_COLUMNS = ("question", "document", "asked", "wordings", "last", "answered_now")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def gaps_csv(gaps: Sequence[Gap]) -> str:
    """Write gaps as CSV, a line each, the times in UTC.

    What a spreadsheet would take for a formula comes behind an apostrophe: strangers wrote it.
    """
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for gap in gaps:
        table.writerow(
            (
                inert(gap.question),
                inert(gap.document or ""),
                gap.times,
                gap.wordings,
                f"{gap.last:%Y-%m-%d %H:%M:%S}",
                "yes" if gap.answered_now else "no",
            )
        )
    return written.getvalue()


def inert(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
