"""What the words of a line tell of its part in the document."""

import re

from retrieval.text.clause_words import has_verb
from retrieval.text.reported import reports_question
from retrieval.text.stop_words import LEADING_ON
from retrieval.text.word_patterns import TITLES

__all__ = [
    "announces_page",
    "asks",
    "asks_aloud",
    "begins_asking",
    "breaks_off",
    "clause_depth",
    "clause_number",
    "dated",
    "has_end",
    "is_label",
    "is_leader",
    "is_sentence",
    "leads_in",
    "names_value",
    "points_below",
    "points_elsewhere",
    "question_of",
    "record_label",
    "spoken",
    "states_rule",
    "states_something",
    "text_of",
    "without_dates",
]

_MARKS = "*_`~ \t\r\n"
_CLOSERS = "\"'”’»“‘›)]}" + _MARKS
_TAG = re.compile(r"<[^<>]{1,200}>")
_SPOKEN = re.compile(
    r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*(?:[-–]\s*)?)?"
    rf"(?:<[^<>\s]{{1,40}}>|(?P<bold>\*\*|__)?{TITLES}[^\W\d_][^:\n.!?…;,*\"“”]{{0,39}}"
    r"(?(bold)(?::(?P=bold)|(?P=bold):)|:))\s+"
)
_QUESTION_LABEL = re.compile(r"(?:q|question|frage)\s*+\d*+\s*+[:.)]\s*+\S", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"(?:(?:in|on|from) )?(?:th(?:is|ese|e following) (?:[\w-]+ ){0,2}?"
    r"(?:page|section|guide|document|article|chapter|tutorial|topic|part|example|table|list"
    r"|sheet|leaflet|handout|brochure|booklet|manual|handbook|note|card|poster|file|text|readme|wiki"
    r"|post|thread|overview|instruction|faq|summary|pdf|memo|paper)s?|here|below),? "
    r"(?:you |we |I )?(?:(?:also|only|will|can|then|briefly|shortly|should|(?:is|are) meant to) )*"
    r"(?:explains?|describes?|shows?|covers?|walks?|guides?|contains?|lists?|outlines?"
    r"|(?:provides?|gives?) (?:(?:an?|the|some|more|basic|general|brief|short|detailed|you) )*"
    r"(?:overview|summary|introduction|information|details|instructions|guidance|examples?|tips|steps"
    r"|advice|background|reference|answers|description|explanation|list)"
    r"|introduces?|discusse?s?|details?|presents?|summari[sz]es?|learn|see|perform|create|find"
    r"|tells? (?:you|us|how|what|when|where|why|who)|says? (?:how|what|when|where|why|who|which)"
    r"|collects?|(?:is|are) about(?! \d)|answers?)\b",
    re.IGNORECASE,
)
_ASKED_LABEL = re.compile(
    r"\A(?:(?:q|question|frage)\s*+\d*+\s*+[:.)]|\d{1,3}+(?:\.\d{1,3}+)*+[.)])\s*+", re.IGNORECASE
)
_QUESTION_WORD = (
    r"(?:who|whom|whose|what|what['’]?s|when|where|which|why|how|can|could|is|are|am|was|were|do|does"
    r"|did|will|would|should|shall|may|must|has|have|had|isn['’]t|aren['’]t|don['’]t|doesn['’]t|can['’]t)"
)
_BEGINS_ASKING = re.compile(rf"\W*{_QUESTION_WORD}\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:following|below(?! (?:the|a|an|it|this|that|your|our|their|zero|freezing|\d))|as follows"
    r"|these (?:steps|commands?|settings|options|rules|values|items"
    r"|conditions|files|lines|things|requirements)|this command)\b",
    re.IGNORECASE,
)
_BREAKS_OFF = LEADING_ON | frozenset(
    """after all any before between both does don't every he i it not she shan't shouldn't so they
    we without you""".split()
)
_ENDS = (".", "!", "?", "。", "！", "？", "؟", "…")
_GOES_ON = (",", "–", "—", " -", "...", "…")
_ELSEWHERE = re.compile(
    r"(?:(?:for|to (?:learn|find out|know|read|get)) (?:\w+ ){0,2}?"
    r"(?:information|details?|instructions?|guidance|help|examples?|about|on|more)\b[^.]{0,200},"
    r"\s*(?:please )?(?:see|refer to|visit|read|check|go to|follow|consult)\b"
    r"|learn more\b|read more\b|see also\b)",
    re.IGNORECASE,
)
_NAME = r"(?P<label>[^\W\d_][^:\n.!?…\t]{0,39}?)[*_]{0,2}"
_LABEL = re.compile(
    rf"{_NAME}\s*+(?:(?:[.…·_-][ ]?+)*+:[*_]{{0,2}}\s++|(?:[.…·_][ ]?+){{4,}}+\s*+)"
    r"(?P<value>\S[^\n]*)"
)
_PADDED = re.compile(rf"{_NAME}(?:\t|[ ]{{3}})\s*+(?P<value>\S[^\n\t]*)")
_BOLD_LABEL = re.compile(
    r"(?P<mark>\*\*|__)(?P<label>[^*_\n:]{1,60}?)(?::(?P=mark)|(?P=mark)\s?[:–—])\s*\S"
)
_MOST_LABEL_WORDS = 4
_FEWEST_LETTERS = 3
_CLAUSE = re.compile(r"\W{0,2}(\d{1,3}(?:\.\d{1,3})*)[.):]?\s+\S")
_STATES = re.compile(
    r"\b(?:is|are|was|were|isn['’]t|aren['’]t|has|have|had|must|may|can|can['’]t|cannot|will|won['’]t"
    r"|shall|should|costs?|closes?|opens?|ends?|starts?|begins?|takes? place)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|must|can|cannot|will|costs?)\b")
_PARTED = re.compile(r"\s[/|–—-]\s|:\s")
_DONE = re.compile(
    r"(?<=\w\s)(?:[a-z]{2,}[^\We]ed|[a-z]{2,}ied|swept|sent|paid|sold|bought|made|built|cut|cleaned"
    r"|found|lost|held|kept|given|taken|broken|written|read|brought|done|begun|shut|put|set|fed|won)"
    r"\s+(?:[\w-]+\s+){0,3}?(?P<how>(?:on|by|in|until|till|since|from|for|before|after)\b|\d)"
)
_BY_NAME = re.compile(r"by\s+(?:(?:[Dd]r|[Mm]rs?|[Mm]s)\.?\s+)?[A-Z][\w'’-]+")
_RESULT = re.compile(
    r"[,;]\s+(?P<result>(?!(?:part|page|section|volume|chapter)\b)[a-z]+(?:\s[a-z]+){0,2}:\s+\S)"
)
_FIGURE = re.compile(
    r"(?!(?:step|part|phase|chapter|section|article|appendix|annex|no|nr)\b)"
    r"[^:\n]+:\s+(?:\S+\s+)?\S*\d\S*(?:\s+\S+)?",
    re.IGNORECASE,
)
_RULE = re.compile(r"\W*(?:no|never|do not|don['’]t|always|only|all)\b", re.IGNORECASE)
_ORDERS = re.compile(
    r"\b(?:is|are|be|was|were)\b.*\b(?:forbidden|prohibited|banned|permitted|allowed|required|compulsory"
    r"|mandatory|obligatory|at your own risk)\b|\b(?:must|must not|may not|cannot|shall)\b"
    r"|:\s*(?:never|always|not? \w+|forbidden|prohibited|compulsory|mandatory)\W*$"
    r"|\w\s(?:forbidden|prohibited|compulsory|mandatory|not allowed|not permitted)\W*$",
    re.IGNORECASE,
)
_NAMES_RULES = re.compile(r"\b(?:that|which|who|what|when|where|how|if)\b", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{{2,4}}|\d{{4}}/\d\d?/\d\d?"
    rf"|\d\d?(?:st|nd|rd|th|\.)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+(?:\d\d?(?:st|nd|rd|th)?,?\s+)?\d{{4}})\b",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(r"\d\d?\.\d\d?\.\d\d\d?")
_LEADER = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){4,}+\s*+\d{1,4}\s*$|(?<!…)…{2,}+\s*+\d{1,4}\s*$")


def text_of(words: str) -> str:
    """Return the words of a line without tags, without marks of emphasis around it."""
    # Hardly any line has a tag.
    return (_TAG.sub(" ", words) if "<" in words else words).strip(_MARKS)


def asks(words: str) -> bool:
    """Tell whether a sentence is a question by its mark, or by a label that says so."""
    bare = text_of(words).rstrip(_CLOSERS)
    return bare.endswith(("?", "？", "؟")) or _QUESTION_LABEL.match(bare) is not None


def spoken(words: str) -> str:
    """Return what is said in a line that begins with a time and a name: ``[9:02] Ann: Yes.``."""
    found = _SPOKEN.match(words)
    return words[found.end() :] if found else words


def question_of(words: str) -> str:
    """Return a question on one line, without marks, number and label: ``Q: **Why?**`` is "Why?"."""
    line = text_of(_ASKED_LABEL.sub("", text_of(" ".join(words.split()))))
    return line.replace("**", "").replace("`", "")


def announces_page(words: str) -> bool:
    """Tell whether a sentence says what the page or section it stands in is about, and no more."""
    return _ANNOUNCES.match(text_of(words)) is not None


def begins_asking(words: str) -> bool:
    """Tell whether a line begins as a question does."""
    return _BEGINS_ASKING.match(text_of(words)) is not None


def asks_aloud(words: str) -> bool:
    """Tell whether a turn of a conversation asks, or reports that somebody does."""
    return asks(words) or reports_question(words)


def leads_in(words: str) -> bool:
    """Tell whether a sentence ends in a colon, so that what it says comes after it."""
    return text_of(words).rstrip('*_`"”’)').endswith((":", "："))


def has_end(words: str) -> bool:
    """Tell whether a sentence ends as one: in a full stop or its like."""
    return text_of(words).rstrip(_CLOSERS).endswith(_ENDS)


def breaks_off(words: str) -> bool:
    """Tell whether a sentence can't be over where it ends: "may be used, provided that"."""
    bare = text_of(words).rstrip(_CLOSERS)
    if bare.endswith(_GOES_ON):
        return True
    last = bare.rsplit(None, 1)[-1:]
    return len(bare.split()) > 1 and last[0].casefold().replace("’", "'") in _BREAKS_OFF


def points_below(words: str) -> bool:
    """Tell whether a sentence points to what stands below it."""
    return leads_in(words) or _POINTS.search(words) is not None


def points_elsewhere(words: str) -> bool:
    """Tell whether a sentence says where more is told, and no more: "For details, see …"."""
    return _ELSEWHERE.match(text_of(words)) is not None


def is_label(words: str) -> bool:
    """Tell whether a line names a thing and states nothing: short and without a full stop."""
    bare = text_of(words).rstrip(_CLOSERS)
    return len(bare) <= 80 and not bare.endswith((".", "!", "。", ";", ","))


def record_label(words: str, *, padded: bool = False) -> str | None:
    """Return the name of the value that a line gives.

    ``Phone`` of ``Phone: 555-0101``, ``Phone ....: 555-0101`` and ``Phone ........ 555-0101``.

    Args:
        words: The line.
        padded: Blanks or a tab part the two, as the columns of a table.
    """
    found = (_PADDED if padded else _LABEL).fullmatch(text_of(words))
    if found is None or len(found["label"].split()) > _MOST_LABEL_WORDS:
        return None
    if padded and "   " in found["value"]:
        return None
    return found["label"].strip(_MARKS).casefold()


def names_value(words: str) -> bool:
    """Tell whether a line gives a value by its name: ``Phone: 555-0101``, ``**Pay** – in cash``."""
    return record_label(words) is not None or _BOLD_LABEL.match(words) is not None


def clause_depth(words: str) -> int:
    """Return how deep a clause's number is (2 of ``1.2 Salaries``), 0 where it has none."""
    found = _CLAUSE.match(words)
    return found[1].count(".") + 1 if found else 0


def clause_number(words: str) -> tuple[tuple[int, ...], str]:
    """Return a clause's number and what stands behind it, ``((1, 2), ".")`` of ``1.2. Salaries``.

    Without one, ``((), "")``.
    """
    found = _CLAUSE.match(words)
    if found is None:
        return (), ""
    mark = words[found.end(1) : found.end() - 1].strip()
    return tuple(map(int, found[1].split("."))), mark


def states_something(words: str) -> bool:
    """Tell whether a line is a sentence, full stop or not, rather than a name or a question."""
    bare = text_of(words)
    return not asks(bare) and not begins_asking(bare) and _STATES.search(bare) is not None


def is_sentence(words: str) -> bool:
    """Tell whether a title is a plain sentence: "The boiler was serviced in March", not "X / Y".

    In a headline's capitals ("All Hope Is Gone") a verb is part of a name.
    """
    bare = text_of(words)
    if asks(bare) or begins_asking(bare):
        return False
    if _reports(bare):
        return True
    if _PARTED.search(bare) is not None:
        return False
    return (states_something(bare) and _VERB.search(bare) is not None) or has_verb(bare)


def _reports(words: str) -> bool:
    """Tell whether a line notes what was done and when or by whom, or what came of it.

    "Well water tested on 4 June, result: drinkable", "Chimney swept by Ida Roth", "Code: 4471".
    """
    if found := _RESULT.search(words):
        return record_label(words[found.start("result") :]) is not None
    if done := _DONE.search(words):
        how = words[done.start("how") :]
        return dated(how) or _BY_NAME.match(how) is not None
    value = _FIGURE.fullmatch(words)
    return value is not None and record_label(words) is not None


def states_rule(words: str) -> bool:
    """Tell whether a line in capitals forbids or orders: NO SANDALS, FIRES ARE FORBIDDEN."""
    letters = [character for character in words if character.isalpha()]
    if len(letters) <= _FEWEST_LETTERS or not all(map(str.isupper, letters)):
        return False
    orders = _ORDERS.search(words) is not None and _NAMES_RULES.search(words) is None
    return orders or _RULE.match(words) is not None


def dated(words: str) -> bool:
    """Tell whether a line holds a date."""
    return _DATE.search(words) is not None


def without_dates(words: str) -> str:
    """Return a line without its dates; "1.4.12" may as well be a version and is left."""
    return _DATE.sub(lambda found: found[0] if _SHORT_DATE.fullmatch(found[0]) else " ", words)


def is_leader(words: str) -> bool:
    """Tell whether a line of a table of contents leads by dots to its page."""
    return _LEADER.search(words) is not None
