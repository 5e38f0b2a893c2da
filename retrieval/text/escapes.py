"""What a terminal sends beside the words that somebody types, and what programs colour them by."""

import re

__all__ = ["without_escapes"]

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)(?:\[[A-E]|[0-?]*[ -/]*(?:[@-~]|$))"  # keys, pasting, colours (CSI)
    r"|(?:\x1b\]|\x9d)\d+;[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # titles, links (OSC)
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c)"  # other strings
    r"|\x1bO[A-DFHMP-S]"  # keys, where a program has asked for them so (SS3)
    r"|\x1b[ -/]+[0-~]"  # character sets
    r"|\x1b[0-9=>\\]?"  # two characters; a letter behind a lone escape was typed
)


def without_escapes(text: str) -> str:
    r"""Return what was typed, without arrow keys, marks of pasting and colours (ECMA-48).

    ``"the \x1b[Dfee"`` is "the fee". Nothing takes the place of a sequence.
    """
    return _SEQUENCE.sub("", text) if "\x1b" in text or not text.isprintable() else text
