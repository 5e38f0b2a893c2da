"""From a block's text to its sentences: the segmenter's boundaries, as a reader would mend them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from retrieval.text.sentences.long import cut_long
from retrieval.text.sentences.segmenter import boundaries
from retrieval.text.sentences.shape import shape_of

__all__ = ["cut_sentences"]

# Before a number these never end a sentence: "Vol. 2", "approx. 5 kg", "Eq. (4)".
_BEFORE_NUMBER = re.compile(
    r"(?:^|[^\w])(?:al|approx|arts?|ca?|cap|cf|ch|chaps?|cols?|ed|eqs?|ex|figs?|fn|fol|ll?|ln|nn?|nos?|nr"
    r"|num|op|pp?|paras?|pg|pl|pts?|rev|secs?|sect|st|tab|v|ver|vols?|vs)\.$",
    re.IGNORECASE,
)
# Before a reference in brackets: "Larsen et al. [2011] measured", "Fig. (a)", "vgl. [Smi11]".
_BEFORE_REFERENCE = re.compile(
    r"(?:^|[^\w])(?:et\s+al|ibid|refs?|figs?|eqs?|tabs?|eds?|trans|vgl|approx|ca|resp|no|nos|dept|univ"
    r"|prof|dr)\.$",
    re.IGNORECASE,
)
_AFTER_REFERENCE = re.compile(r"\.\s?\[[^\[\]]{1,40}\]$")
_NEVER_LAST = re.compile(r"(?:^|[^\w.])(?:e\.\s?g|i\.\s?e|a\.k\.a|c\.f|cf|viz)\.$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDM]+\.$")
# "1." or "b)" on its own, or "1." after a colon: the mark of an item inside a paragraph.
_BARE_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]")
_MARK_AFTER_COLON = re.compile(r"[:;]\s+\(?\d{1,3}[.)]$")
# "He left.She stayed." lacks a space; "Node.JS", "3.Foo" and "example.Com/About" don't.
_RUN_ON_LEFT = re.compile(r"(?:^|[\s(\"“‘'])[^\W\d_A-Z]{2,}[.!?][\"'”’»)]*$")
_RUN_ON_RIGHT = re.compile(r"[\"'“‘«(]*[A-Z][a-z’']*(?:[\s,;]|$)")
_LATIN_STOPS = ".!?"
_CLOSERS = "\"'”’»)]}*_"
_AROUND = 64
_NEAR = 200

_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|\([^()]*\)")
_FEWEST_WORDS = 3
_LONG_QUOTATION = 250
_STOPPED_BRACKET = re.compile(r"\([^()]*[.!?…][\"'”’»]*\)(?=\s+\S)")


def cut_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return where a block's sentences start and end, without white space around them.

    Together they hold every visible character of the text.
    """
    shape = shape_of(text)
    cuts = _mended(shape, boundaries(shape, language))
    spans = [
        span
        for start, end in _between(cuts, len(text))
        for span in _parts(shape, start, end, language)
    ]
    sentences = _with_words(text, _trimmed(text, spans))
    return [part for start, end in sentences for part in cut_long(text, start, end)]


def _between(cuts: Iterable[int], length: int) -> Iterator[tuple[int, int]]:
    return pairwise([0, *cuts, length])


def _mended(shape: str, cuts: Iterable[int]) -> list[int]:
    """Leave out the boundaries at which no reader would stop."""
    kept: list[int] = []
    start = 0
    for cut in cuts:
        if not _is_false_stop(shape, start, cut):
            kept.append(cut)
            start = cut
    return kept


def _is_false_stop(shape: str, start: int, cut: int) -> bool:
    before = shape[max(start, cut - _AROUND) : cut].rstrip()
    after = shape[cut : cut + _AROUND].lstrip()
    if not shape[cut - 1].isspace() and before.rstrip(_CLOSERS).endswith(tuple(_LATIN_STOPS)):
        return not (_RUN_ON_LEFT.search(before) and _RUN_ON_RIGHT.match(after))
    if cut - start <= _AROUND and _BARE_MARK.fullmatch(before.strip()):
        return True
    if _MARK_AFTER_COLON.search(before):
        return True
    if _NEVER_LAST.search(before):
        return True
    if after.startswith(("[", "(")) and _BEFORE_REFERENCE.search(before):
        return True
    is_short = _BEFORE_NUMBER.search(before) is not None
    if is_short and re.match(r"[(\[]?\d", after):
        return True
    first_word = re.match(r"[^\W\d_]+(?![^\s,;:.!?)])", after)
    continues = first_word is not None and first_word[0].islower()
    # "Louis XIV. was", "Mr Foo. but": a full stop before a small letter ends a sentence only
    # where nobody uses capitals.
    return continues and (
        is_short or _ROMAN.search(before) is not None or _AFTER_REFERENCE.search(before) is not None
    )


def _parts(shape: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Cut a sentence at the sentences that it quotes or has in brackets."""
    cuts = []
    for match in _QUOTATION.finditer(shape, start, end):
        opens = shape[max(start, match.start() - _AROUND) : match.start()].rstrip()
        first, last = match.start() + 1, match.end() - 1
        inner = shape[first:last]
        # A quotation in the middle of a sentence is a part of it, unless it is a speech of its
        # own, or no quotation at all: after 6" the next inch mark closes nothing.
        is_speech = opens == "" or opens.endswith((",", ":", "–", "—"))
        is_false = match[0].startswith('" ')
        if is_speech or is_false or (match[0][0] != "(" and len(inner) >= _LONG_QUOTATION):
            fewest = 1 if is_false else _FEWEST_WORDS
            cuts += [first + cut for cut in _inner_cuts(inner, language, fewest)]
        if opens == "" and _STOPPED_BRACKET.match(shape, match.start(), end):
            cuts.append(match.end())
    yield from pairwise([start, *cuts, end])


def _inner_cuts(inner: str, language: str, fewest: int) -> list[int]:
    """Return where a quotation's sentences start, if each part has at least ``fewest`` words.

    So an exclamation such as "Stop!" stays with what follows it.
    """
    cuts: list[int] = []
    for cut in _mended(inner, boundaries(inner, language)):
        before = inner[max(cuts[-1] if cuts else 0, cut - _NEAR) : cut]
        after = inner[cut : cut + _NEAR]
        if min(len(before.split()), len(after.split())) >= fewest:
            cuts.append(cut)
    return cuts


def _trimmed(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = end - (len(words) - len(words.rstrip()))
        if first < last:
            yield first, last


def _with_words(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what holds no letter or digit, such as a closing quote, to the sentence it ends."""
    joined: list[tuple[int, int]] = []
    is_open = False
    for start, end in spans:
        has_words = any(map(str.isalnum, text[start:end]))
        if joined and (is_open or not has_words):
            touches_next = end < len(text) and not text[end].isspace() and not has_words
            if touches_next and not is_open:
                joined.append((start, end))
                is_open = True
                continue
            joined[-1] = (joined[-1][0], end)
            is_open = is_open and not has_words
        else:
            joined.append((start, end))
            is_open = not has_words
    return joined
