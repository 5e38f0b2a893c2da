"""A card as discord.py components, or as plain text where those can't be shown."""

from typing import TypeVar

import discord
from discord import ui

from bot.discord.cards.card import Button, Card, Menu
from bot.discord.cards.escape import label, length
from bot.discord.components.custom_id import encode

__all__ = ["CONTENT_LIMIT", "layout_of", "text_of", "view_of"]

CONTENT_LIMIT = 2000
LABEL_LIMIT = 80
OPTION_LIMIT = 100
OPTIONS = 25

ViewT = TypeVar("ViewT", ui.LayoutView, ui.View)


def layout_of(card: Card) -> ui.LayoutView:
    """Build the Components V2 view of a card.

    The view is stopped: clicks are recognised by their ids alone, also after a restart, so
    discord.py need not remember the view of every message ever sent.
    """
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=int(card.tone))
    for number, block in enumerate(card.blocks):
        if number:
            container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(block))
    for row in _rows(card):
        container.add_item(row)
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view


def view_of(card: Card) -> ui.View | None:
    """Build the buttons alone, for beside plain text; none when the card has no buttons."""
    if not card.rows and not card.menus:
        return None
    view = ui.View(timeout=None)
    for number, row in enumerate(card.rows):
        for button in row:
            item = _button(button)
            item.row = number
            view.add_item(item)
    for menu in card.menus:
        view.add_item(_menu(menu))
    view.stop()
    return view


def text_of(card: Card) -> str:
    """Return the card as message content, in at most 2000 characters; later blocks go first."""
    text = ""
    for block in card.blocks:
        longer = f"{text}\n\n{block}" if text else block
        if length(longer) > CONTENT_LIMIT:
            break
        text = longer
    return text


def _rows(card: Card) -> list[ui.ActionRow[ui.LayoutView]]:
    rows: list[ui.ActionRow[ui.LayoutView]] = [
        ui.ActionRow(*[_button(button) for button in row]) for row in card.rows if row
    ]
    rows += [ui.ActionRow(_menu(menu)) for menu in card.menus]
    return rows


def _button(button: Button) -> ui.Button[ViewT]:
    return ui.Button(
        style=discord.ButtonStyle.primary if button.strong else discord.ButtonStyle.secondary,
        label=None if button.label is None else label(button.label, limit=LABEL_LIMIT),
        emoji=button.emoji,
        custom_id=encode(button.payload),
        disabled=button.disabled,
    )


def _menu(menu: Menu) -> ui.Select[ViewT]:
    values = menu.values or tuple(map(str, range(len(menu.options))))
    options = [
        discord.SelectOption(label=label(option, limit=OPTION_LIMIT), value=value)
        for option, value in zip(menu.options[:OPTIONS], values[:OPTIONS], strict=True)
    ]
    return ui.Select(custom_id=encode(menu.payload), placeholder=menu.placeholder, options=options)
