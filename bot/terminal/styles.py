"""How things look in a terminal, on a light background as on a dark one.

Text is written in the terminal's own colour, or in one that both backgrounds leave readable: of
the sixteen, white is a light terminal's paper, black a dark one's, and yellow, green and cyan are
hardly seen on white. Those are for signs (a dot, a plus) beside words that say the same.
"""

from retrieval.domain import Level

__all__ = [
    "ADDED",
    "ANSWER",
    "AROUND",
    "ASIDE",
    "CHANGED",
    "CODE",
    "DOUBTFUL",
    "LEVELS",
    "LINK",
    "REMOVED",
    "SKIPPED",
    "SOURCE",
    "STATEMENT",
    "TROUBLE",
]

ANSWER = "bold"
"""An answering sentence; nothing else that is quoted is bold."""
AROUND = "dim"
"""What stands around it."""
ASIDE = "dim"
CODE = "magenta"
LINK = "underline"
SOURCE = "magenta"
"""Where something stands, and the names of commands."""
STATEMENT = "bold"
"""What the program itself says first."""
TROUBLE = "red"

LEVELS = {Level.HIGH: "green", Level.MEDIUM: "yellow", Level.LOW: "red"}
"""Of the dot beside the words."""
ADDED, CHANGED, REMOVED, SKIPPED, DOUBTFUL = "green", "yellow", "red", "magenta", "yellow"
"""Of the signs in a report."""
