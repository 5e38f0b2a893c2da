"""Noticing that a list is asked for."""

import re

__all__ = ["asks_for_list"]

_LIST = re.compile(
    r"^\W*(?:(?:list|name|enumerate|give(?: me)?|show(?: me)?|tell me|write down)\b(?: (?:me|us))?"
    r" (?:(?:all|each|every|the|a list of|some|any|both|of)\b ?)+[\w-]+"
    r"|(?:what|which|who)(?: (?:all|different|various|other|possible|main|kinds? of|types? of|"
    r"sorts? of))* (?:are|were)(?: all)?(?: of)? (?:the|your|our|their|its|some|all)(?: [\w’'-]+)*?"
    r" [\w-]+(?<!s)s\b"
    r"|(?:what|which)(?: (?:all|different|various|other|kinds? of|types? of|sorts? of))*"
    r" (?!(?:is|was|does|has)\b)[\w-]+(?<!s)s (?:are there|are available|are supported|exist|can|"
    r"do|does|are (?:allowed|possible|included|offered|required|needed|covered)))",
    re.IGNORECASE,
)


def asks_for_list(question: str) -> bool:
    """Tell whether a question wants several things named, not one.

    "List all ranks", "what are the opening hours", "which platforms are supported" do; "what is
    the price" and "which platform is best" don't.

    Args:
        question: Without courtesy.
    """
    return _LIST.match(question) is not None
