"""What the words of a turn tell: whether it asks, replies, or is mere courtesy; in English."""

import re

from retrieval.structure.wording import asks, states_something
from retrieval.text.clause_words import has_verb

__all__ = [
    "advises",
    "asks_loosely",
    "is_chatter",
    "is_courtesy",
    "is_elliptic",
    "mentions",
    "points_back",
    "raises",
    "says_of_oneself",
    "tells_trouble",
    "wants_somebody",
]

_AUX = (
    r"(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|must|may|might|has|have|had"
    r"|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have)n['’]?t)"
)
_SUBJECT = (
    r"(?:i|you|u|we|they|he|she|it|there|this|that|these|those|the|a|an|my|your|our|his|her|its|their"
    r"|any\w*|some\w*|every\w*|people)"
)
_FILLER = (
    r"[^\w@]*+(?:(?:and|so|but|ok|okay|hi|hey|hello|yo|well|um+|uh|also|then|now|please|pls|plz"
    r"|sorry|btw"
    r"|guys|all|everyone|folks|(?:quick|another|one|silly|dumb|stupid) question|question|anyway|oh"
    r"|right|just|good (?:morning|evening|afternoon)|help"
    r"|@\w[\w.-]{0,40}+)\b[\s,:;.!–—-]{1,4}){0,5}"
)
_MEASURE = (
    r"(?:much|many|long|old|far|big|often|heavy|tall|high|deep|wide|expensive|late|early|soon|fast|come"
    r"|about|hard|hot|warm|cold|large|small|thick|loud|to)"
)
_PREPOSITION = r"(?:(?:at|in|on|for|to|from|by|with|until|since|about|of|under|after|before) )"
_ASKS = (
    # "do the update first" orders, "have fun" wishes.
    rf"(?!(?:do|have|may|might|must)\b){_AUX} {_SUBJECT}\b",
    r"(?:do|have|may|must) (?:i|you|u|we|they|he|she|these|those|any\w*|people)\b",
    rf"{_PREPOSITION}?how (?:{_MEASURE}|{_AUX})\b",
    rf"{_PREPOSITION}(?:which|what|whom|whose)\b(?! case| i mean)",
    r"what(?:['’]?s| to| about)\b",
    rf"what (?!(?:i|you|we|they|he|she|it|a|an)\b)(?:\w+ ){{0,3}}?{_AUX}\b",
    r"what (?!this\b)[a-z]+[^\Ws]s\b",
    rf"which (?!is\b|was\b|are\b|were\b|means\b|makes\b)(?:\w+ ){{0,4}}?(?:{_AUX}|to|[a-z]+s)\b",
    rf"(?:where|when|why)(?:['’]?s| {_AUX}| to| not)\b",
    r"who(?:['’]?s| (?!knows\b|cares\b)\w+)\b",
    r"whose\b",
)
_ASKING = re.compile(rf"{_FILLER}(?:{'|'.join(_ASKS)})", re.IGNORECASE)
_WH = r"\b(?:who|what|when|where|which|why|how)\b"
_SEEKING = re.compile(
    r"\b(?:any|some)(?:one|body)\b.{0,20}\b(?:knows?|has|have|got|seen|tried|remembers?|tell|help)\b"
    r"|\bany (?:idea|ideas|clue|chance|news|eta|tips?|way)\b"
    r"|\bi(?: would|['’]d)? (?:need|want|like|love) to (?:know|ask)\b|\bi (?:just )?wonder\b"
    r"|\b(?:i['’]?m|am|we['’]re) (?:looking for|trying to find|wondering)\b"
    r"|\b(?:can['’]?t|cannot|could ?n['’]?t) (?:find|figure out|remember|work out)\b(?!.*\bbut\b)"
    r"|\b(?:no idea|not sure|don['’]?t know|dunno|curious|confused|tell (?:me|us)|explain)\b"
    rf".{{0,40}}{_WH}"
    r"(?!.*\bbut\b)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\bsome(?:one|body)(?: else)? (?:(?:still|really|also|then) )?"
    r"(?:has to|have to|had to|must|should|needs? to|ought to|could|will have to|would have to)\b"
    r"|\bwe(?:['’]ll| will)? (?:still |also |really )?need (?:some(?:one|body)|an?other \w+"
    r"|volunteers?|a volunteer)\b",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\b(?:crash\w*|errors?|fail(?:s|ed|ing)?|stuck|broken|broke|does ?n['’]?t|wo ?n['’]?t"
    r"|can['’]?t|cannot|not working|shows?|keeps?|get(?:ting)?|missing|lost|frozen|freezes)\b",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    r"[^\w@]*+(?:@\w[\w.-]{0,40}+\W{1,4})?(?:then |just |maybe |please |oh,? |yeah,? |ah,? )?"
    r"(?:try|delete|restart|stop|start|set|use|check|update|install|reinstall|remove|clear|turn|switch|run|add|change|replace|put|unplug"
    r"|you (?:need|have to|can|should|must|could)|that['’]?s|it['’]?s|have you|did you|known)\b",
    re.IGNORECASE,
)
_MENTIONS = re.compile(
    r"\b(?:ask|wonder|curious|rumou?r|question|know|tell|explain|describe|talk|speak|say|word|hear|guess"
    r"|discuss|interest|unclear|myster|confus|puzzl|speculat|debat|argu|mention|complain|turn|come|move"
    rf")\w{{0,4}}\b.{{0,60}}?(?:{_WH}|\b(?:whether|if|about|of|to)\b)"
    r"|\bhow \w+(?: [\w'’-]+){0,6} (?:is|are|was|were|do|does|did|can|will|has|have|it|they)\b"
    r"|(?:^|[,–—-]\s|\band )(?:what|why|how|whether)\b"
    r"|,\s(?:when|where|who|which) (?:it|they|he|she|that|this|these|those|the|you|we)\b"
    rf"|^{_FILLER}(?:tell|explain|describe|talk|take|walk|give|show|remind|say|let['’]?s|imagine)\b"
    r"|\bi (?:hear|heard|read|was told|understand|gather|suppose|take it|noticed|saw|believe)\b"
    r"|\b(?:some|many|most|people|listeners|readers|fans|everybody|everyone|nobody)"
    r" (?:say|think|believe|fear|hope|complain|expect)"
    r"|\b(?:mails?|e-?mails?|letters?|calls?|messages?|posts?|notes?|comments?|remarks?|complaints?"
    r"|requests?|cards?) (?:was |were |is |are |came (?:in )?)?(?:about|on|regarding|concerning)\b"
    r"|\b(?:c[ao]mes?|coming|br[io]ngs?|brought|cropp?(?:ed|s)|popp?(?:ed|s)|turned) up\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"\W*(?:thanks?|thank you|welcome|hello|hi|hey|good (?:morning|evening|afternoon|night)|glad"
    r"|great|wonderful|lovely|right|ok(?:ay)?|yes|no|sure|exactly|indeed|nice|bye|goodbye|wow|oh|ah|cheers"
    r"|ty|thx|danke|merci|works?|worked|perfect|got it|that helps|solved)\b",
    re.IGNORECASE,
)
_CHATTER = re.compile(
    r"\W*(?:l+o+l+|lmao|haha\w*|same|\+1|me too|hi|hey|hello|welcome|good (?:question|one|morning"
    r"|evening|point)|no idea|idk|dunno|not sure|hm+|following|thanks|ok(?:ay)?|oh|wow|nice|bump"
    r"|let me (?:check|see|look)|one (?:sec|moment|minute)|brb|i don['’]?t know)\b"
    r"(?P<rest>[^\d/=]{0,40})",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|they|them|this|that|these|those|one|ones|there|he|she|him|her)\b", re.IGNORECASE
)
_PERSONAL = re.compile(r"\b(?:i|i['’]?m|my|me|we|our|us|please|pls|thanks|thank)\b", re.IGNORECASE)
_MOST_TOPIC_WORDS = 8


def asks_loosely(words: str) -> bool:
    """Tell whether somebody who says this asks, question mark or not."""
    return _ASKING.match(words) is not None or _SEEKING.search(words) is not None


def mentions(words: str) -> bool:
    """Tell whether a sentence says of a question that there is one: "how heavy it is"."""
    return _MENTIONS.search(words) is not None


def raises(words: str) -> bool:
    """Tell whether a host's sentence brings up what the guest is to speak of."""
    if is_courtesy(words):
        return False
    is_topic = (
        len(words.split()) <= _MOST_TOPIC_WORDS
        and not states_something(words)
        and not has_verb(words)
    )
    return is_topic or asks(words) or mentions(words)


def wants_somebody(words: str) -> bool:
    """Tell whether somebody who says this leaves open who does it: "somebody has to close up"."""
    return _SOMEBODY.search(words) is not None


def tells_trouble(words: str) -> bool:
    """Tell whether somebody who says this may want it mended."""
    return _TROUBLE.search(words) is not None


def advises(words: str) -> bool:
    """Tell whether a turn says what to do."""
    return _ADVISES.match(words) is not None


def is_courtesy(words: str) -> bool:
    """Tell whether a sentence begins as thanks, a greeting or assent does."""
    return _COURTESY.match(words) is not None


def is_elliptic(words: str) -> bool:
    """Tell whether a reply can only be read with what it replies to: "Too wet.", "Yes, twice."."""
    return not has_verb(words) and not states_something(words) and not asks(words)


def is_chatter(words: str) -> bool:
    """Tell whether a turn replies without answering: "lol same", "hm, no idea"."""
    found = _CHATTER.fullmatch(words)
    return found is not None and not advises(found["rest"])


def points_back(words: str) -> bool:
    """Tell whether a sentence has a word for something that was said before it."""
    return _POINTS_BACK.search(words) is not None


def says_of_oneself(words: str) -> bool:
    """Tell whether somebody speaks of themselves, or says please."""
    return _PERSONAL.search(words) is not None
