"""Questions for somebody, and sentences that name nobody and tell of nobody.

"Who teaches the course?" is not answered by "The course begins in May", and "Who is the treasurer?"
not by "Bills go to the treasurer": the role by itself is whom the question asks for.
"""

import re

from retrieval.answering.understanding.definitions import defines
from retrieval.text.rarity import expected_shares
from retrieval.text.word_patterns import TIME_UNITS
from retrieval.text.words import Word, content_stems, read, stems

__all__ = ["asks_for_person", "tells_of_nobody"]

_WHO = re.compile(
    r"^\W*(?:(?:and|so|but|by|to|from|with|for) )?who(?:m|['’]s)?\b"
    r"(?!\s+(?:can|may|could|must|should|won|wins|needs?|ha[sd]\s+to|have\s+to|gets|qualif\w+|counts|(?:is|are|was|were)\s+(?:not\s+)?(?:allowed"
    r"|permitted|able|entitled|eligible|at\s+risk|affected|exempt|welcome|excluded)))(?![^?]*\b(?:for|audience)\W*$)",
    re.IGNORECASE,
)
_TELLING = 2
"""Words of a question that tell what somebody did: "who won" may be answered by what came of it."""
_ROLE = re.compile(
    r"^\W*(?:(?:and|so|but) )?who(?:['’]s|\s+(?:is|are|was|were))\s+(?:the|our|your|their|its)\s+"
    r"(?P<role>[^?,]{2,60}?)\W*$",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?[A-Z]\w*")
"""A name that is mostly a place's."""
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|autumn|winter",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby\s+(?:(?:the|an?|our|its|their|his|her|two|three|four|five|six|both|each|every|all|some"
    r"|many|several)\s|[a-z]+(?:s|men|women|people|children)\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^\W*[A-Z][a-z]+:\s+[a-z]")
"""Somebody's task: "Finn: book the boat house"."""
_SOMEBODY = re.compile(
    r"""\b(?:(?:any|some|every|no)(?:one|body) | no\ one | whoever | those | who | people | persons?
    | members? | groups? | part(?:y|ies) | pairs? | class(?:es)? | novices? | staff | team | crew | we | us | you | I | he | she | they | him | her | them
    | volunteers? | guests? | visitors? | adults? | child(?:ren)? | kids? | pupils? | students?
    | parents? | famil(?:y|ies) | boys? | girls? | committee | board | council | club | association
    | society | company | firm | office | school | city | town | state | government | police | court
    | guild | union | ministry | brigade | department | agency | authority | shop | bank | church
    | parish | community | university | museum | hospital | husband | friends? | neighbou?rs?
    | sons? | (?:grand)?(?:fathers?|mothers?|daughters?) | brothers? | sisters? | uncles? | aunts?
    | cousins? | nephews? | nieces? | cooks? | boss(?:es)? | clerks? | monks? | nuns? | priests?
    | kings? | queens? | princes? | princess(?:es)? | lords? | knights? | heads? | chairs? | chiefs?
    | guides? | nurses? | coach(?:es)? | judges? | apprentices? | smiths?
    | [a-z]+(?:smiths? | wards? | mates? | folk | guards? | wives | wife | m[ae]n | ians? | ists?))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DOER = re.compile(
    rf"\b(?!{TIME_UNITS}\b|(?:number|paper|water|server|computer|letter|other|over|under|after|never"
    r"|ever|however|either|whether|together|rather|further|later|former|another|winter|summer"
    r"|corner|river|cent(?:er|re)|matter|power|quarter|floor|door|error|colou?r|mirror|motor|offer"
    r"|cover|answer|minor|major|poor|indoor|outdoor|monitor|sensor|interior|exterior|timber|silver"
    r"|copper|leather|weather|feather|finger|shoulder|tower|flower|shower|chapter|register|folder"
    r"|filter|printer|scanner|router|adapter|charger|timer|locker|counter|container|poster|sticker"
    r"|banner|dinner|supper|butter|pepper|ginger|beer|pier|amber|rubber|proper|newspaper|trailer"
    r"|order|per|for|or|nor|sugar|layer|meter|litre|lower|upper|inner|outer|outer|earlier|better"
    r"|larger|longer|older|newer|higher|smaller|bigger|cheaper|easier|faster|member|consider"
    r"|remember|enter|master|prior|vapor|vector|factor|doctor['’]?s)s?\b)"
    r"[a-z]{2,}(?:er|or|eer)s?\b"
)
"""Who does something, as far as an ending tells: "the baker", "an instructor"."""


def asks_for_person(question: str) -> bool:
    """Tell whether a question asks who does or did something, or who somebody is."""
    return _WHO.match(question) is not None


def tells_of_nobody(question: str, sentence: str) -> bool:
    """Tell whether a question asks for somebody, and a sentence neither names nor tells of one.

    Args:
        question: One that stands alone.
        sentence: What may answer, with what it is read with.
    """
    if not asks_for_person(question):
        return False
    asked = stems(question)
    if _names_new(sentence, asked) or _LABELLED.match(sentence):
        return False
    role = _ROLE.match(question)
    if role is not None:
        return not _says_who(role["role"], sentence)
    if len(content_stems(question)) < _TELLING:
        return False
    told = (*_SOMEBODY.finditer(sentence), *_DOER.finditer(sentence))
    return not (_BY.search(sentence) or any(stems(one[0]).isdisjoint(asked) for one in told))


def _says_who(role: str, sentence: str) -> bool:
    """Tell whether a sentence says who or what holds a role: "Our treasurer is the baker"."""
    held = re.compile(
        rf"\b(?:is|are|was|were|as|become|became)\s+(?:(?:the|an?|our|its|their|your)\s+)?"
        rf"{re.escape(role)}\b|^\W*{re.escape(role)}\s*:",
        re.IGNORECASE,
    )
    return defines(sentence, content_stems(role)) or held.search(sentence) is not None


def _names_new(sentence: str, asked: frozenset[str]) -> bool:
    """Tell whether a sentence has a name that a question hasn't, besides places and days."""
    said = read(_IN_PLACE.sub(_small, sentence))
    return any(
        _is_name(word, following) and word.stem not in asked
        for word, following in zip(said, (*said[1:], None), strict=True)
    )


def _small(found: re.Match[str]) -> str:
    return found[0].lower()


def _is_name(word: Word, following: Word | None) -> bool:
    if not word.text[0].isupper() or word.common or any(map(str.isdigit, word.text)):
        return False
    is_plate = word.text.isupper() and following is not None and following.text[0].isdigit()
    if is_plate or _DAY.fullmatch(word.lower):
        return False
    goes_on = following is not None and following.text[0].isupper()
    return not word.first or goes_on or word.stem not in expected_shares()
