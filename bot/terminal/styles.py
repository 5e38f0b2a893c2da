"""How things look in a terminal, on a light background as on a dark one.

Whatever is read is written in the terminal's own colour, on its own background: that is the one
pair which whoever uses it has chosen to read. Bold, italics, lines and marks tell what it is. No
colour does for text: each that terminals have a name for falls below a contrast of 4.5 : 1 (WCAG
2.2, 1.4.3) on white or on black in one of the common palettes (magenta has 2.4 : 1 on Windows'
black, red 3.2, green 2.2 on xterm's white, yellow 1.7), and faint text, which some terminals draw
at two fifths of its strength, has 2.6 to 3.1. Both are for signs, beside words that say the same.
"""

from rich.theme import Theme

from retrieval.domain import Level

__all__ = [
    "ADDED",
    "ANSWER",
    "ASIDE",
    "CHANGED",
    "DOUBTFUL",
    "LEVELS",
    "LINK",
    "ORNAMENT",
    "PLACE",
    "REMOVED",
    "SKIPPED",
    "STATEMENT",
    "THEME",
    "TROUBLE",
]

ANSWER = "bold"
"""An answering sentence; nothing else that is quoted is bold."""
ASIDE = "italic"
"""What is said beside it: where a file lies, what a figure is."""
LINK = "underline"
STATEMENT = "bold"
"""What the program itself says first."""

# Signs: bars, dots, arrows; never a letter or a digit.
ORNAMENT = "dim"
"""What only leads the eye: the bar beside a quotation, the rule below a table's header."""
PLACE = "magenta"
"""Here it is: the bar beside the lines that are cited, the arrow before the state that answers."""
LEVELS = {Level.HIGH: "green", Level.MEDIUM: "yellow", Level.LOW: "red"}
"""Of the dot beside the words."""
ADDED, CHANGED, REMOVED, SKIPPED, DOUBTFUL = "green", "yellow", "red", "magenta", "yellow"
"""Of the signs in a report."""
TROUBLE = "red"

THEME = Theme(
    {
        "progress.download": "none",
        "progress.remaining": "none",
    }
)
"""What Rich would colour by itself: the figures of a progress."""
