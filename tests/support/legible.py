"""Whether what a terminal shows can be read, whatever its background is."""

from rich.console import Console
from rich.style import Style
from rich.text import Text

__all__ = ["LEAST", "contrast", "faint"]

LEAST = 4.5
"""What WCAG 2.2 asks of text (1.4.3)."""
_CONSOLE = Console()


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return WCAG's contrast of two colours (sRGB, 0 to 255), from 1 to 21."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in colour)
    ]
    return sum(map(float.__mul__, linear, (0.2126, 0.7152, 0.0722)))


def faint(written: str) -> list[str]:
    """Return the runs of letters and digits that a terminal may show too faintly.

    They are dim, or in a colour that isn't the terminal's own.

    Args:
        written: What was sent to a terminal, escape sequences included.
    """
    text = Text.from_ansi(written)
    runs: list[str] = []
    last = None
    for place, character in enumerate(text.plain):
        style = text.get_style_at_offset(_CONSOLE, place)
        if not character.isalnum() or _is_legible(style):
            last = None
            continue
        if last == style:
            runs[-1] += character
        else:
            runs.append(character)
        last = style
    return runs


def _is_legible(style: Style) -> bool:
    own = all(one is None or one.is_default for one in (style.color, style.bgcolor))
    return own and not style.dim and not style.conceal
