"""From a block's text to its sentences: the segmenter's boundaries, as a reader would mend them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from retrieval.text.languages.known import DOTTED_ORDINALS, ENGLISH, function_words
from retrieval.text.sentences.long import cut_long
from retrieval.text.sentences.segmenter import boundaries
from retrieval.text.sentences.shape import shape_of

__all__ = ["cut_sentences"]

# Before a number these never end a sentence: "Vol. 2", "approx. 5 kg", "Eq. (4)".
_BEFORE_NUMBER = re.compile(
    r"(?:^|[^\w])(?:abb|abs|al|anm|approx|arts?|bd|ca?|cap|cf|ch|chaps?|cols?|ed|eqn?s?|ex|figs?|fn"
    r"|fol|kap|ll?|ln|nn?|nos?|nr|num|op|pp?|paras?|pg|pl|pts?|refs?|rev|secs?|sect|st|tabs?|thms?|v"
    r"|ver|vols?|vs)\.$",
    re.IGNORECASE,
)
# These are words of their own in small letters; with a capital they are numbered: "Def. 2".
_CAPITAL_BEFORE_NUMBER = re.compile(
    r"(?:^|[^\w])(?:Algs?|Apps?|Bull|Cors?|Defs?|Exs?|Lems?|Lett|Phys|Proc|Props?|Rems?|Suppl?)\.$"
)
# "Vol. II" and "App. B"; but "The answer was no. I left" and "a new app. I like it".
_ROMAN_AFTER = re.compile(
    r"(?:^|[^\w])(?:bk|cap|ch|chaps?|figs?|pl|pts?|secs?|sect|tabs?|vols?)\.$", re.IGNORECASE
)
_ROMAN_NUMBER = re.compile(r"\(?[IVX]{2,6}(?![\w’'])")
_LETTER_AFTER = re.compile(
    r"(?:^|[^\w])(?:Apps?|Chaps?|Eqn?s?|Figs?|Pts?|Secs?|Sect|Tabs?|Vols?)\.$"
)
_LETTER = re.compile(
    r"\(?(?:[A-Z]\d{1,2}|[B-HJ-Z]|[AI](?=[,;:.)\]]|\s+(?:the|of|and|to|for|is|are|we)\b))(?![\w’'])"
)
# What is numbered is named before a reference, and never without it: "In Ref. [3] Smith shows".
_NAMES_REFERENCE = re.compile(
    r"(?:^|[^\w])(?:refs?|figs?|eqn?s?|tabs?|secs?|sect)\.$", re.IGNORECASE
)
# Before a reference in brackets: "Larsen et al. [2011] measured", "Fig. (a)", "vgl. [Smi11]".
_BEFORE_REFERENCE = re.compile(
    r"(?:^|[^\w])(?:et\s+al|ibid|cit|refs?|figs?|eqn?s?|tabs?|secs?|eds?|hrsg|trans|approx|ca|resp|nos?"
    r"|dept|univ|inst|prof|dr|gen|col|capt|lt|sgt|rev|hon|sp|spp|var|suppl?)\.$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\s?\[[^\[\]]{1,40}\]$")
# "Hedw. (1801) and others", "Acme Ltd. (formerly Acme) sold it"; "(a) and" may be an item's mark.
_REMARK = re.compile(r"\((?:\d{4}[a-z]?|[^()\[\]]{3,60})\)(?:,|\s+[a-z])")
_NAME_CUT_SHORT = re.compile(r"(?:^|[^\w.])(?:[A-Z][A-Za-z]{0,5}|(?:\w\.){1,3}\w)\.$")
_NEVER_LAST = re.compile(
    r"(?:^|[^\w.])(?:e\.\s?g|i\.\s?e|a\.k\.a|c\.f|cf|viz|esp|incl|excl|vgl|bzw|sog|z\.\s?B|d\.\s?h"
    r"|p\.\s?ex)\.$",
    re.IGNORECASE,
)
# Before a small letter they end no sentence: "Reed, pers. comm., says", "Larus sp. nov. is lost".
_BEFORE_SMALL = re.compile(
    r"(?:^|[^\w])(?:pers|priv|unpubl|publ|resp|transl|spp?|ssp|subsp|subg|aff|cv|ined|auct|emend|comb"
    r"|mss?|diss|dept|univ|repr|suppl|illus|introd|asst|assoc|attn|abbr|orig|avg|est|cont|corresp)\.$",
    re.IGNORECASE,
)
# Names of journals, and what is added to one: "Phys. Rev. Lett. 12", "Suppl. Table 3".
_JOURNAL = re.compile(
    r"(?:^|[^\w])(?:Acad|Adv|Ann|Appl|Astron|Biol|Bull|Chem|Commun|Int|J|Math|Natl|Nucl|Phys|Proc|Rev"
    r"|Sci|Soc|Trans|Zool)\.$"
)
_SHORTENED = re.compile(r"[A-Z][a-z]{0,7}\.(?=\s+[\[(\dA-Z])")
_ADDED = re.compile(r"(?:^|[^\w])Suppl?\.$")
_ADDED_TO = re.compile(r"(?:Fig|Tab|Eq|Mat|Note|Data|Inf|Sec)")
_NEVER_FIRST = re.compile(r"[,;)\]]|:\s")
_ROMAN = re.compile(r"[IVXLCDM]+\.$")
# "1." or "b)" on its own, or "1." after a colon: the mark of an item inside a paragraph.
_BARE_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]")
_MARK_AFTER_COLON = re.compile(r"[:;]\s+\(?\d{1,3}[.)]$")
# "He left.She stayed." lacks a space; "Node.JS", "3.Foo" and "example.Com/About" don't.
_RUN_ON_LEFT = re.compile(r"(?:^|[\s(\"“‘'])[^\W\d_A-Z]{2,}[.!?][\"'”’»)]*$")
_RUN_ON_RIGHT = re.compile(r"[\"'“‘«(]*[A-Z][a-z’']*(?:[\s,;]|$)")
# "am 27. Januar", "des 18. Jahrhunderts", "der 3. Platz": a number that a stop makes an ordinal.
_ORDINAL = re.compile(r"(?<!\w)(?:(\w{1,40})[\s(–-]{1,3})?(?<![\w.,])\d{1,4}\.$")
_ALWAYS_NUMBERED = frozenset({"Jahrhundert", "Jahrhunderts", "Jahrtausend", "Jahrtausends"})
# "1950 r. w Krakowie": one letter or two, which sentencex may not know for an abbreviation.
_SHORT = re.compile(r"(?:^|[^\w.])[^\W\d_]{1,2}\.$")
# "See also: https://example.org/tides", or an address that fills its line, ends with the line where
# the next one has a capital: nobody puts a full stop behind it.
_ADDRESS_LAST = re.compile(
    r"(?:(?:^|[:：])[ \t]*+<?(?:https?://|www\.)\S{1,2000}+|(?:https?://|www\.)\S{40,2000}+)"
    r"[ \t]*+\r?\n"
    r"(?=[ \t>]*[*_\"“(]{0,3}[^\W\d_a-z])",
    re.MULTILINE,
)
_LATIN_STOPS = ".!?"
_CLOSERS = "\"'”’»)]}*_"
_NO_EMPHASIS = {ord(mark): None for mark in "*_"}
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
    cuts = _mended(shape, boundaries(shape, language), language)
    if addressed := {found.end() for found in _ADDRESS_LAST.finditer(text)}:
        cuts = sorted(addressed.union(cuts))
    spans = [
        span
        for start, end in _between(cuts, len(text))
        for span in _parts(shape, start, end, language)
    ]
    sentences = _with_words(text, _trimmed(text, spans))
    return [part for start, end in sentences for part in cut_long(text, start, end)]


def _between(cuts: Iterable[int], length: int) -> Iterator[tuple[int, int]]:
    return pairwise([0, *cuts, length])


def _mended(shape: str, cuts: Iterable[int], language: str) -> list[int]:
    """Leave out the boundaries at which no reader would stop."""
    kept: list[int] = []
    start = 0
    for cut in cuts:
        if not _is_false_stop(shape, start, cut, language):
            kept.append(cut)
            start = cut
    return kept


def _is_false_stop(shape: str, start: int, cut: int, language: str) -> bool:
    before = shape[max(start, cut - _AROUND) : cut].rstrip()
    after = shape[cut : cut + _AROUND].lstrip()
    if not shape[cut - 1].isspace() and before.rstrip(_CLOSERS).endswith(tuple(_LATIN_STOPS)):
        return not (_RUN_ON_LEFT.search(before) and _RUN_ON_RIGHT.match(after))
    if cut - start <= _AROUND and _BARE_MARK.fullmatch(before.strip()):
        return True
    if _MARK_AFTER_COLON.search(before) or _NEVER_FIRST.match(after):
        return True
    return _is_shortened(before.translate(_NO_EMPHASIS), after, language)


def _is_shortened(before: str, after: str, language: str) -> bool:
    """Tell whether a full stop is that of an abbreviation in the middle of a sentence."""
    cited = _REFERENCE.sub("", before)
    if _NEVER_LAST.search(cited) or (cited != before and _NAMES_REFERENCE.search(cited)):
        return True
    if after.startswith(("[", "(")) and _BEFORE_REFERENCE.search(before):
        return True
    if _REMARK.match(after) and _NAME_CUT_SHORT.search(before):
        return True
    if _JOURNAL.search(before) and _SHORTENED.match(after):
        return True
    if _ADDED.search(before) and _ADDED_TO.match(after):
        return True
    if _ROMAN_AFTER.search(before) and _ROMAN_NUMBER.match(after):
        return True
    if _LETTER_AFTER.search(before) and _LETTER.match(after):
        return True
    is_short = _BEFORE_NUMBER.search(before) is not None
    is_numbered = is_short or _CAPITAL_BEFORE_NUMBER.search(before) is not None
    if is_numbered and re.match(r"[(\[]?\d", after):
        return True
    first_word = re.match(r"[^\W\d_]+(?![^\s,;:.!?)])", after)
    continues = first_word is not None and first_word[0].islower()
    if language in DOTTED_ORDINALS and first_word is not None:
        ordinal = _ORDINAL.search(before)
        if ordinal and (continues or _names_ordinal(ordinal[1], first_word[0], language)):
            return True
    if continues and language != ENGLISH and _SHORT.search(before):
        return True
    # "Louis XIV. was", "Mr Foo. but": a full stop before a small letter ends a sentence only
    # where nobody uses capitals.
    is_cited = cited != before and cited.endswith(".")
    is_short = is_short or _BEFORE_SMALL.search(before) is not None
    return continues and (is_short or is_cited or _ROMAN.search(before) is not None)


def _names_ordinal(before: str | None, after: str, language: str) -> bool:
    """Tell whether a number with a stop belongs to the word in capitals after it.

    In German all nouns have one: there a preposition or an article stands before it, and no word
    after it that sentences begin with.
    """
    if language != "de" or after in _ALWAYS_NUMBERED:
        return language == "de"
    common = function_words().get(language, frozenset())
    return (before or "").lower() in common and after.lower() not in common


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
    for cut in _mended(inner, boundaries(inner, language), language):
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
