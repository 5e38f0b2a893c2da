"""What a segmenter is shown in the place of a text: as long as the text, but plainer.

A segmenter that knows three hundred languages has to be careful: it takes a full stop after "no"
for an abbreviation and every stop between two apostrophes for part of a quotation. Where the
words around tell more, the shape says it in signs that leave no doubt.
"""

import re

from retrieval.text.printable import SURROGATES

__all__ = ["shape_of"]

# Every kind of white space is a space: a wrapped line, a tab or a no-break space ends nothing.
_SPACES = str.maketrans({code: " " for code in range(0x3001) if chr(code).isspace()})
_SURROGATE = re.compile(f"[{SURROGATES}]")

# "He left.[12] She", "He left.** She", "He left.¹² She", "He left.:12–15 She": the mark belongs to
# the sentence before it, so the full stop is shown after the mark. "Roos et al.[3] left" has none.
# Possessive, or a run of stops or marks would be tried in every way it can be divided.
_MARKED_STOP = re.compile(
    r"(?<![.!?…])(?<!\bet al)(?<!\b[cC]f)(?<!\b[fF]ig)(?<!\b[rR]ef)(?<!\b[eE]q)(?<!e\.g)(?<!i\.e)"
    r"([.!?…]++[\"'”’»)]*+)"
    r"((?:\*|_|[⁰¹²³⁴-⁹]|\[[^\[\]]{1,40}\]|\]\([^()\s]{1,300}\)|:\d[\d:,–\-]{0,20}+)++)"
    r"(?=\s|$)"
)
# "He left.12 She": a footnote's number that lost its height.
_BARE_NOTE = re.compile(r"(?<=[a-z]{4})(\.)(\d{1,3})(?= [A-Z])")

# An ellipsis on the last word ends a sentence where a new one follows; one between spaces stands
# for words left out and doesn't.
_FINAL_ELLIPSIS = re.compile(r"(?<=\w)…(?=[\"'”’»)]*\s+[\"'“‘«(]?([^\W\d_])(\w*))")

# Apostrophes: inside a word a letter; around a few words quotation marks; else nothing at all.
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_SINGLE_QUOTED = re.compile(r"(?<!\w)(['‘])(?=[^\s'‘’])([^'‘’\"“”]{1,300}?)(['’])(?!\w)")
_OPENING_LEFT = re.compile(r"(?<!\w)['‘’](?=\w)")
_CLOSING_LEFT = re.compile(r"['‘’]")

_STARTER = (
    r"(?:The|This|That|These|Those|It|Its|He|She|They|We|You|His|Her|Their|Our|There|Here|In|On|At|If|As"
    r"|When|While|Where|Since|Although|Though|However|But|And|Or|For|From|After|Before|During|By|To"
    r"|With|Without|Some|Many|Most|Such|Thus|Then|Each|Both|All|One|Another|What|Why|How|So|Because|Let"
    r"|No|Not|Now|Under|Until|Despite|Instead|Also|Other|Several|Two|Three)\b"
)
_GAP = r"(?=[\"”)\]]*\s+[\"“(]?"
# An abbreviation that can end a sentence does where such a word comes next ...
_ENDING_ABBREVIATION = re.compile(
    r"(?<=[^\w.])(?!v\.|e\.g\.|i\.e\.|a\.k\.a\.|c\.f\.)"
    r"(?:[^\W\d_]|(?:[A-Za-z]\.){1,4}[A-Za-z]|Inc|Ltd|Corp|Co|Jr|Sr|Bros|Esq|etc|al"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|St|Ave|Rd|Blvd)(\.)" + _GAP + _STARTER + ")"
)
# ... and what is a word of its own in small letters does where any capital comes next.
_ENDING_WORD = re.compile(
    r"(?<=[^\w.])(?:no|art|me|ill|miss|con|man|may|id|ok|ore|min|max|sec|etc|mm|cm|km|kg|hr|ft|oz)(\.)"
    + _GAP
    + r"[A-Z][a-z])"
)


def shape_of(text: str) -> str:
    """Return a text of the same length in which full stops end sentences as plainly as can be."""
    shape = _SURROGATE.sub("?", text.translate(_SPACES))
    shape = _without_apostrophes(shape)
    shape = _MARKED_STOP.sub(r"\2\1", shape)
    shape = _BARE_NOTE.sub(r"\2\1", shape)
    shape = _FINAL_ELLIPSIS.sub(_full_stop, shape)
    shape = _ENDING_ABBREVIATION.sub(_certain_stop, shape)
    return _ENDING_WORD.sub(_certain_stop, shape)


def _without_apostrophes(shape: str) -> str:
    if not any(mark in shape for mark in "'‘’"):
        return shape
    shape = _APOSTROPHE.sub("x", shape)
    shape = _SINGLE_QUOTED.sub(r"“\2”", shape)
    shape = _OPENING_LEFT.sub("X", shape)
    return _CLOSING_LEFT.sub(" ", shape)


def _full_stop(match: re.Match[str]) -> str:
    first, rest = match[1], match[2]
    return "." if first.isupper() and first + rest != "I" else "…"


def _certain_stop(match: re.Match[str]) -> str:
    return match[0][:-1] + "!"
