"""Noticing that a question is about a document itself: who wrote it, when, what it is about.

Such a question has no words of its own to search for; its answer is what is known of the
document. It has to point at one ("this article", "the document"): "who wrote Hamlet" is a question
to the documents, not about one.
"""

import re
from enum import StrEnum

__all__ = ["DocumentFact", "document_fact_in"]


class DocumentFact(StrEnum):
    """What can be asked of a document."""

    AUTHOR = "author"
    DATE = "date"
    SUBJECT = "subject"
    TITLE = "title"


_KIND = (
    r"(?:news )?(?:article|document|text|page|file|doc|post|blog(?: post)?|write-?up|transcript)"
)
_ANY_KIND = (
    rf"(?:{_KIND}|paper|piece|report|story|guide|manual|essay|handbook|faq|source|publication|letter"
    r"|memo|note)"
)
# "The letter" may be one that the documents speak of, "this letter" is the one that is read.
_THIS = rf"(?:this {_ANY_KIND}|(?:the|that|your) {_KIND})"
_POINTED = rf"(?:{_THIS}|this)"
_MADE = r"(?:written|published|posted|released|created|authored|made|updated|last updated|dated)"
_PATTERNS = (
    (
        DocumentFact.AUTHOR,
        rf"who(?: (?:has|had))? (?:wrote|written|authored|published|posted) (?:{_THIS}|this)"
        rf"|who(?:['’]s| is| are| was| were)? (?:the )?(?:authors?|writers?)"
        rf"(?: (?:of|for|behind) (?:{_THIS}|this))?"
        rf"|(?:by whom|who) (?:was|is) (?:{_THIS}|this) (?:written|authored|published)(?: by)?"
        rf"|what(?:['’]s| is) (?:the )?(?:name of the author|author(?:['’]s)? name)"
        rf"(?: of (?:{_THIS}|this))?"
        rf"|(?:name )?(?:the )?author(?: of (?:{_THIS}|this))?"
        rf"|{_THIS} (?:was|is) (?:written|authored) by whom",
    ),
    (
        DocumentFact.DATE,
        rf"(?:when|in (?:what|which) year|on (?:what|which) (?:date|day)|what (?:date|year|day))"
        rf" (?:was|is|were) {_POINTED} (?:first )?{_MADE}"
        rf"|when did (?:they|he|she|the author|somebody) (?:write|publish|post) {_POINTED}"
        rf"|(?:what(?:['’]s| is) )?(?:the )?(?:publication |publishing )?date of (?:{_THIS}|this)"
        rf"|how old is {_THIS}|(?:from )?when is {_THIS}(?: from)?",
    ),
    (
        DocumentFact.SUBJECT,
        rf"what(?:['’]s| is| are| was) {_POINTED}(?: (?:all|mainly|mostly))? about"
        rf"|what does {_THIS} (?:say|talk about|cover|discuss|describe|deal with)"
        rf"|what(?:['’]s| is)? (?:the )?"
        rf"(?:subject|topic|summary|main (?:topic|point|idea|subject)|gist) of (?:{_THIS}|this)"
        rf"|(?:summari[sz]e|describe|sum up) {_POINTED}"
        rf"|(?:give me )?(?:a |the )?summary(?: of {_THIS})?"
        rf"|tl;?dr",
    ),
    (
        DocumentFact.TITLE,
        rf"what(?:['’]s| is)? (?:the )?(?:title|name|headline|heading) of (?:{_THIS}|this)"
        rf"|(?:how|what) is {_THIS} (?:called|named|titled)|what is (?:its|the) (?:title|headline)",
    ),
)
_COMPILED = tuple(
    (fact, re.compile(rf"(?:and |so |but )?(?:{pattern})", re.IGNORECASE))
    for fact, pattern in _PATTERNS
)


def document_fact_in(question: str) -> DocumentFact | None:
    """Return what a question asks of a document itself, or ``None`` if it is no such question.

    Args:
        question: Without courtesy; the whole of it has to be about the document.
    """
    bare = " ".join(question.strip(" \t\n?.!").split())
    return next((fact for fact, pattern in _COMPILED if pattern.fullmatch(bare)), None)
