"""Telling two questions in one sentence from one that joins things by "and".

"How much is the game and which platforms does it run on?" asks two things, "who bought bread and
milk" one. A second question begins with a question word of its own behind a joining word or a
mark, and both have words that say something; "when and where was it built" and "the man who built
it and who paid" stay whole.
"""

import re

from retrieval.answering.understanding.document_facts import DocumentFact, document_fact_in
from retrieval.answering.understanding.interrogative import QUESTION_WORDS, asks
from retrieval.text.stop_words import ANAPHORS
from retrieval.text.wording import content_words, words

__all__ = ["fact_of_part", "refers_back", "split_parts"]

MOST = 3
_AUXILIARY = r"is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must"
_NEXT = re.compile(
    # Each begins where its blanks or marks do: not at every place of a long run of them.
    r"(?P<join>(?<![\s?!;.])\s*+[?!;.]++\s++(?:(?:and|or|but|also|then|plus)\b,?\s*+)?"
    r"|(?<!\s)(?:\s++|\s*+,\s++)(?:and|but|plus)(?:\s++(?:also|then|if so,?))?\s++)"
    rf"(?=(?:(?:in|on|at|by|for|from|to|with|of)\s++)?(?:{QUESTION_WORDS})\b"
    rf"|(?:{_AUXILIARY})\s++(?:the|it|he|she|they|there|i|you|we|this|its|his|her|their|my|your"
    r"|our)\b)",
    re.IGNORECASE,
)
_BE = r"(?:is|are|was|were)"
_MODAL = r"(?:can|could|will|would|should|may|must)"
_ADVERB = (
    r"(?:not|always|sometimes|perhaps|besides|afterwards|nowadays|towards|less|as|its|his|ours|theirs"
    r"|yours|thus|plus|us|\w+ly)\b"
)
_NOUN = r"[^\W\d_][\w’'-]*+"
_NAMED = re.compile(
    # "…, and do dogs have to be on a lead": a verb that only asks, and whom or what it asks about.
    r"(?P<join>(?<![\s,])\s*+,\s++(?:and|but|plus|or)(?:\s++(?:also|then))?\s++)"
    rf"(?=(?:do|does|did)\s++(?!{_ADVERB}){_NOUN}\s++\w"
    rf"|{_MODAL}\s++(?:any|every|some|all|both|no)\w*+\s++\w"
    rf"|{_BE}\s++(?:any|all|both|these|those|that)\w*+\s++\w"
    rf"|(?:{_BE}|{_MODAL})\s++(?!{_ADVERB})(?:[^\W\d_]{{2,40}}s|people|children|men|women)\s++\w"
    rf"|{_BE}\s++(?!{_ADVERB})(?:{_NOUN}\s++){{1,3}}"
    r"(?:allowed|permitted|forbidden|banned|free|included|possible|safe|compulsory|mandatory|needed"
    r"|required|available|open|closed|provided|welcome|ok|okay|on|off|necessary|optional)\b)"
    # Without a comma only what hardly anything but a question can be.
    r"|(?P<bare>(?<!\s)\s++(?:and|but|plus)\s++)"
    rf"(?=do\s++(?!{_ADVERB})[^\W\d_]{{2,40}}s\s++(?:have|need|cost|get|go|come|pay|want|work|belong"
    r"|count|eat|live|leave|open|close|start|end|run|use|take|make|bring|stay|fit|stop)\b"
    rf"|(?:does|did)\s++(?!{_ADVERB}){_NOUN}\s++(?:have|need|cost|get|go|come|pay|want|work|belong"
    r"|count|eat|live|leave|open|close|start|end|run|use|take|make|bring|stay|fit|stop)\b)",
    re.IGNORECASE,
)
_IT = re.compile(r"\bit\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:say|says|said|tell|tells|told|know|knows|knew|explain|explains|explained|describe|decide|"
    r"decides|decided|determine|determines|determined|show|shows|showed|see|about|between|of|on|"
    r"both|whether|if|people|person|man|men|woman|women|those|someone|anyone|one|ones)\s+"
    rf"(?:exactly\s+)?(?:{QUESTION_WORDS})\b(?:(?!\b(?:{_AUXILIARY})\b).)*$",
    re.IGNORECASE,
)
"""A clause that a second one like it goes on from: "the man who built it", "explain how"."""


def split_parts(question: str) -> tuple[str, ...]:
    """Return the questions that one utterance asks, each as it is written.

    Args:
        question: Without courtesy.

    Returns:
        At least one and at most `MOST`; a single one is the question itself.
    """
    parts, start = [], 0
    borders = (*_NEXT.finditer(question), *_NAMED.finditer(question))
    for found in sorted(borders, key=lambda one: one.start()):
        if found.start() < start:
            continue
        before = question[start : found.start()]
        if not _complete(before, marked="?" in found[0]):
            continue
        if _inside_quotation(question[: found.start()]):
            continue
        parts.append(before.strip())
        start = found.end()
        if len(parts) == MOST - 1:
            break
    parts.append(question[start:].strip())
    return tuple(parts) if len(parts) > 1 and _goes_on(parts[-1]) else (question,)


def refers_back(part: str) -> bool:
    """Tell whether a part means by "it" or the like what another one names."""
    return not ANAPHORS.isdisjoint(word.casefold() for word in words(part))


def fact_of_part(part: str, *, follows: bool) -> DocumentFact | None:
    """Return what a part asks of a document itself, if that is what it asks.

    Args:
        part: One of several questions.
        follows: The part before it asks something of a document, which "it" then is.
    """
    return document_fact_in(part) or (document_fact_in(_IT.sub("this", part)) if follows else None)


def _goes_on(part: str) -> bool:
    """Tell whether the last part is a question, if only by "it" about what came before."""
    return asks(part) and (bool(content_words(part)) or refers_back(part))


def _inside_quotation(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _complete(part: str, *, marked: bool) -> bool:
    """Tell whether a part is a question of its own, not one half of a clause."""
    if not content_words(part):
        return False
    return marked or (asks(part) and _RELATIVE.search(part) is None)
