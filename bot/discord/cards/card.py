"""What a message says and offers, before it is a Discord message."""

from dataclasses import dataclass
from enum import IntEnum

from bot.discord.components.custom_id import Payload

__all__ = ["Button", "Card", "Menu", "Tone"]


class Tone(IntEnum):
    """The colour of the bar at a card's side."""

    GOOD = 0x2E9E6B
    FAIR = 0xD9A441
    FAINT = 0x8A8F98
    NOTE = 0x5B6EE1
    BAD = 0xC94F4F


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button; ``payload`` is all that it remembers."""

    payload: Payload
    label: str | None = None
    emoji: str | None = None
    strong: bool = False
    disabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A select menu."""

    payload: Payload
    placeholder: str
    options: tuple[str, ...]
    values: tuple[str, ...] = ()
    """The values of the options; where there are none, each is its position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Markdown blocks, one below the other, rows of buttons and menus."""

    tone: Tone
    blocks: tuple[str, ...]
    """Inert except for what the card itself formats."""
    rows: tuple[tuple[Button, ...], ...] = ()
    menus: tuple[Menu, ...] = ()
