"""Reads message text as Discord would: which mentions and links in it are live."""

import re

_CODE_BLOCK = re.compile(r"```[\s\S]+?```")
_CODE_SPAN = re.compile(r"(`+)[\s\S]*?[^`]\1(?!`)")
_ESCAPED = re.compile(r"\\[^\w\s]", re.ASCII)
_PING = re.compile(r"@everyone|@here|<@[!&]?\d+>")
_MENTION = re.compile(r"<@[!&]?\d+>|<#\d+>|</[^:<>]{1,98}:\d+>|<id:\w+>|@everyone|@here")
_MASKED = re.compile(r"\[[^\]\[]*\]\(\s*<?((?:https?|discord)://[^\s)>]+)>?[^)]*\)", re.IGNORECASE)
_BARE = re.compile(r"(?:https?|discord)://[^\s<>)]+", re.IGNORECASE)

_HOLE = "\ufffc"


def visible(text: str) -> str:
    """Return ``text`` with code and backslash-escaped characters replaced by a placeholder.

    Code is inert and an escaped character is plain, so neither can start a mention or a link.
    """
    kept = []
    position = 0
    while position < len(text):
        for inert in (_ESCAPED, _CODE_BLOCK, _CODE_SPAN):
            if found := inert.match(text, position):
                kept.append(_HOLE)
                position = found.end()
                break
        else:
            kept.append(text[position])
            position += 1
    return "".join(kept)


def pings(text: str) -> list[str]:
    """Return the mentions in ``text`` that notify somebody unless ``allowed_mentions`` forbids it.

    The servers look at the raw text: a backslash does not stop a notification.
    """
    return _PING.findall(text)


def live_mentions(text: str) -> list[str]:
    """Return what Discord's client would draw as a mention of a user, role, channel or command."""
    return _MENTION.findall(visible(text))


def live_links(text: str) -> list[str]:
    """Return the addresses that a reader could click, masked or bare."""
    shown = visible(text)
    return _MASKED.findall(shown) + _BARE.findall(_MASKED.sub(_HOLE, shown))
