"""A table as lines of characters of one width, for wherever there are no tables."""

from collections.abc import Sequence

from rich.cells import cell_len

from bot.rendering.markup.blocks import Alignment

__all__ = ["aligned", "width_of"]

BETWEEN = " | "


def aligned(rows: Sequence[Sequence[str]], alignments: Sequence[Alignment]) -> list[str]:
    """Return a line for each row, the first of which is the header and gets a rule under it.

    Chinese, Japanese and Korean characters and emoji take two columns.

    Args:
        rows: Cells of one line each; every row has as many.
        alignments: One for each column.
    """
    widths = [max(width_of(row[column]) for row in rows) for column in range(len(alignments))]
    lines = [BETWEEN.join(map(_filled, row, widths, alignments)).rstrip() for row in rows]
    rule = "-+-".join("-" * width for width in widths)
    return [lines[0], rule, *lines[1:]]


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return cell_len(text)


def _filled(cell: str, width: int, alignment: Alignment) -> str:
    room = width - width_of(cell)
    match alignment:
        case "left":
            return cell + " " * room
        case "right":
            return " " * room + cell
        case "center":
            return " " * (room // 2) + cell + " " * (room - room // 2)
