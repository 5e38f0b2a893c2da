"""The owner's file of sentences that are no answer to a question, read and written, pure.

Headings are questions, and the quotations below one are what must not come first for it::

    ## When does the bakery open?

    > The bakery opens at nine on Sundays.

Headings with nothing between them are wordings of one question.
"""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "MOST_UNHELPFUL",
    "UNHELPFUL_FILE",
    "UnhelpfulEntry",
    "UnhelpfulFile",
    "read_unhelpful",
    "write_unhelpful",
]

UNHELPFUL_FILE = "unhelpful.md"
"""In the folder of documents, or in that of a collection."""
MOST_UNHELPFUL = 300
"""Questions of a file: each is encoded when the first question comes."""
_LONGEST = 2_000
"""Characters of a question or a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnhelpfulEntry:
    """A question and what does not answer it."""

    question: str
    quotations: tuple[str, ...]
    """At least one, each on one line; where a document has several sentences, each its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnhelpfulFile:
    """What a file of unhelpful sentences says."""

    entries: tuple[UnhelpfulEntry, ...]
    """One for each wording of a question."""
    faults: tuple[str, ...] = ()
    """One sentence for each line that says nothing, with its number."""


class _Entries:
    """Collects what a file says, line by line."""

    def __init__(self) -> None:
        self.found: list[UnhelpfulEntry] = []
        self.faults: list[str] = []
        self._asked: list[tuple[int, str]] = []
        self._said: list[list[str]] = []
        self._goes_on = False
        self._is_apart = False
        """Whether something else stands below the question."""

    def question(self, number: int, text: str) -> None:
        """Begin a question, or another wording of the one that has no quotation yet."""
        if self._said or self._is_apart:
            self.finish()
        self._goes_on = False
        if not text:
            self.faults.append(f"Line {number} is left out: write a question behind its #.")
        elif len(text) > _LONGEST:
            self.faults.append(f"Line {number} is left out: it is too long for a question.")
        else:
            self._asked.append((number, text))

    def quotation(self, number: int, text: str) -> None:
        """Take a line of a quotation: behind another such line it goes on with it."""
        if not self._asked:
            self.faults.append(
                f'Line {number} is left out: put its question above it, as a heading ("## …").'
            )
        elif not text:
            self._goes_on = False
        elif self._goes_on:
            self._said[-1].append(text)
        else:
            self._said.append([text])
            self._goes_on = True

    def pause(self) -> None:
        """Take an empty line, behind which a quotation doesn't go on."""
        self._goes_on = False

    def other(self, number: int) -> None:
        """Name a line that is neither."""
        self._goes_on = False
        self._is_apart = True
        self.faults.append(
            f"Line {number} is left out: quote what does not answer the question, behind a >."
        )

    def finish(self) -> None:
        """End what was asked last."""
        quotations = tuple(" ".join(lines) for lines in self._said)
        for number, question in self._asked:
            if not quotations:
                self.faults.append(f"Line {number} is a question with no quotation below it.")
            elif len(self.found) == MOST_UNHELPFUL:
                self.faults.append(
                    f"Line {number} is left out: {MOST_UNHELPFUL} questions are the most."
                )
            else:
                self.found.append(UnhelpfulEntry(question=question, quotations=quotations))
        self._asked, self._said, self._is_apart = [], [], False


def read_unhelpful(text: str) -> UnhelpfulFile:
    """Read questions and what does not answer them; what says nothing is named."""
    entries = _Entries()
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not stripped:
            entries.pause()
        elif stripped.startswith("#"):
            entries.question(number, " ".join(stripped.lstrip("#").split()))
        elif stripped.startswith(">"):
            entries.quotation(number, " ".join(stripped[1:].split())[:_LONGEST])
        else:
            entries.other(number)
    entries.finish()
    return UnhelpfulFile(entries=tuple(entries.found), faults=tuple(entries.faults))


def write_unhelpful(entries: Iterable[UnhelpfulEntry]) -> str:
    """Write what `read_unhelpful` reads as the same entries."""
    return "\n".join(
        "\n".join((f"## {one.question}", "", *(f"> {said}\n" for said in one.quotations)))
        for one in entries
    )
