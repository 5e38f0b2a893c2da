"""What a sentence says outright, however little of the question it repeats.

"E1042" by itself asks for what a document says of it, "What is Falcon?" for the sentence right
under the title "Falcon", and "What happens if I advertise by DM?" for the row of a table that is
called "Advertising by DM". Of such there are no two readings, while evidence that weighs what a
sentence lacks finds nearly all of the question missing.
"""

import re
from typing import NamedTuple

from retrieval.answering.confidence.asked_above import is_asked_above
from retrieval.answering.confidence.file_paths import gives_path, whose_file
from retrieval.answering.confidence.questions import Wanted, framing, wanted
from retrieval.answering.kinds.ages import asks_for_age, names_age
from retrieval.answering.naming import called
from retrieval.answering.structured.cell_values import gives_cell
from retrieval.answering.structured.how_to import opens_how_to
from retrieval.answering.structured.kind_headings import is_under_kind
from retrieval.answering.structured.named_lists import is_named_list
from retrieval.answering.structured.record_fields import gives_value
from retrieval.answering.structured.table_rows import has_yes
from retrieval.answering.understanding.definitions import defined
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.identifiers import identifiers
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import content_stems, read, stems

__all__ = ["AskedName", "bears_name", "name_asked_for", "opened_by", "says_outright"]

_BEGINS = re.compile(
    r"\W{0,8}(?:(?:error|fault|code|message|status|warning|problem)\s{1,4}){0,2}\W{0,3}[\w-]{3,40}",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\b([A-Z]{1,6}) (\d{2,6})\b")
"""A code as people say it: "LUM 0420"."""
_WHAT_IF = re.compile(
    r"\W*what(?:['’]?s|\s+(?:should|do|does|must|can|shall|would|will|happens?|is|to|now))?\b[^?]{0,40}?"
    r"\b(?:if|when|in case)\s+(?P<case>[^?]{3,120})",
    re.IGNORECASE,
)
_IF = re.compile(r"\W*(?:if|when|whenever|in case)\s+(?P<case>[^,;:]{3,120})[,;:]", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{1,8}\d{2,}[a-z]?")
_CODE_ASKED = re.compile(
    r"\b(?:combinations?|codes?|passwords?|passcode|passphrase|pin)\b", re.IGNORECASE
)
_CODES = stems("combination code codes password passcode passphrase pin key number")
"""What opens something: the value of a thing that has one is called by its name alone."""
_TELLING = 2
"""So many words a name needs to be told from others that happen to be the same."""

_TOLD_APART = 0.3
"""How rare a label has to be that is one word."""
_OF_AGE = stems(
    """minor minors underage age minimum maximum legal required limit old young enough kid kids
    child children teen teenager adult adults join come play enter attend use welcome admitted
    allowed son daughter brother sister year years server game get
    in i'm im he's she's"""
)
_FRAME = frozenset(
    word.stem
    for word in read(
        "error code problem issue mean means message fix exit option what is help say says show"
        " shows shown display displays displayed read reads screen lamp light led panel blink"
        " blinks flash flashes see get gives got"
    )
)


def says_outright(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence has the one identifier that is asked about, or stands under its name.

    Or is the value of a record, has the cell of a table, is the first below the heading, or of the
    list that is asked for.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    name = name_asked_for(question)
    return (
        _has_identifier(question, row, view)
        or _explains_code(question, row, view)
        or _says_what_then(question, row, view)
        or _opens(question, row, view)
        or (name is not None and (bears_name(name, row, view) or _is_under(name, row, view)))
        or is_asked_above(question, row, view)
        or gives_value(question, row, view)
        or gives_cell(question, row, view)
        or _is_labelled(question, row, view)
        or _says_age(question, row, view)
        or _gives_code(question, row, view)
        or _gives_path(question, row, view)
        or opens_how_to(question, row, view)
        or is_named_list(question, row, view)
        or has_yes(question, row, view)
        or is_under_kind(question, row, view)
    )


class AskedName(NamedTuple):
    """What a name has to be for a question to ask for what bears it."""

    telling: frozenset[str]
    """The stems that it has to have."""
    framed: frozenset[str]
    """Those that it may have besides: they only say what is asked for."""


def name_asked_for(question: str) -> AskedName | None:
    """Return what a name needs to be all that is asked for; None: too few words to tell."""
    asked = read(question)
    framed = framing(asked)
    telling = frozenset(word.stem for word in asked if not word.common) - framed
    return AskedName(telling, framed) if len(telling) >= _TELLING else None


def bears_name(name: AskedName, row: int, view: IndexView) -> bool:
    """Tell whether what a sentence is called, or the line that it is put under, is what is asked.

    Its name is a row's first cell, a field's or an item's; the line is a heading or a question.
    """
    known = called(row, view)
    return name.telling in (known.own - name.framed, known.above - name.framed)


def _is_under(name: AskedName, row: int, view: IndexView) -> bool:
    """Tell whether a label and the headings over it are all that is asked.

    "How do I install it on Windows" asks what stands under "Windows:" in the section "Installing".
    """
    label = called(row, view).label
    if not label or not label - name.framed <= name.telling:
        return False
    headings = content_stems(" ".join((view.document(row).title, *view.block(row).headings)))
    return name.telling <= label | headings


def opened_by(row: int, view: IndexView) -> str:
    """Return the title or heading that a sentence stands right under; else nothing."""
    above = row - 1
    if above not in view.document(row).rows:
        return ""
    is_name = view.place(above).role in {Role.TITLE, Role.HEADING}
    return view.sentence_text(above) if is_name else ""


def _has_identifier(question: str, row: int, view: IndexView) -> bool:
    asked = identifiers(question)
    if len(asked) != 1 or not asked <= identifiers(view.sentence_text(row)):
        return False
    (whole,) = asked
    others = (word for word in read(question) if not word.common and word.stem not in _FRAME)
    return all(word.lower.replace("_", "") in whole for word in others)


def _explains_code(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence begins with an error code of the question, or of a pasted log."""
    if wanted(read(question)) is not Wanted.ANYTHING:
        return False
    begins = _BEGINS.match(view.sentence_text(row))
    spaced = (f"{found[1]}{found[2]}".lower() for found in _SPACED.finditer(question))
    asked = identifiers(question).union(spaced)
    return begins is not None and any(
        _CODE.fullmatch(code) and code in asked for code in identifiers(begins[0])
    )


def _says_what_then(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence says "If …, …" to a question what to do, or what happens, if so."""
    asked = _WHAT_IF.match(question)
    said = None if asked is None else _IF.match(view.sentence_text(row))
    if asked is None or said is None:
        return False
    case, met = content_stems(asked["case"]), stems(said["case"])
    return bool(case) and all(one in met or synonyms(one) & met for one in case)


def _is_labelled(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a question asks of one thing, and a value is called just that: "Pets: …"."""
    asked = read(question)
    telling = frozenset(word.stem for word in asked if not word.common) - framing(asked)
    if len(telling) != 1 or telling != called(row, view).own:
        return False
    if _WHAT_IF.match(question):
        return True
    (term,) = telling
    return view.rarity(term) > _TOLD_APART


def _gives_path(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence has the path of the file that is asked for.

    Where the document never names whose "ssh config" it is, it has the path of another one.
    """
    if not gives_path(question, view.sentence_text(row)):
        return False
    owner = whose_file(question)
    return owner is None or owner in stems(view.text(view.place(row).document))


def _gives_code(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a question asks for the code of something, and a value is called just that.

    "What is the combination of the safe" is answered by "Safe: 30-12-77".
    """
    if _CODE_ASKED.search(question) is None:
        return False
    sentence = view.sentence_text(row)
    label, mark, value = sentence.partition(":")
    if not mark or not any(map(str.isdigit, value)):
        return False
    thing, own = content_stems(question) - _CODES, content_stems(label) - _CODES
    return bool(own) and (thing == own or "".join(sorted(thing)) == "".join(own))


def _says_age(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence says how old one has to be for what a question asks."""
    sentence = view.sentence_text(row)
    if not asks_for_age(question) or not names_age(sentence):
        return False
    asked = read(question)
    left = {word.stem for word in asked if not (word.common or word.number)}
    return left - framing(asked) - _OF_AGE <= stems(sentence)


def _opens(question: str, row: int, view: IndexView) -> bool:
    thing = defined(question)
    if thing is None or view.place(row).role is not Role.STATEMENT:
        return False
    above = read(opened_by(row, view))
    return frozenset(word.stem for word in above if not word.common) == thing
