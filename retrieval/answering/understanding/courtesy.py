"""Taking greetings, thanks and hedges off a question.

"Hi all, quick question: could anyone please tell me when the library opens? Thanks in advance!"
asks "when the library opens?". What is taken off says nothing about the documents, and a search
would count each of its words as one that the answering sentence lacks. A question *about* such
words keeps them: a greeting is only one where a comma, an address ("all", "folks") or a question
follows it, and nothing is taken off that would leave no question and no word of its own.
"""

import re

from retrieval.answering.understanding.interrogative import ASKING, begins_asking
from retrieval.text.wording import content_words

__all__ = ["without_courtesy"]

_ADDRESSEE = (
    r"(?:there|all|every(?:one|body)|any(?:one|body)|folks|friends?|guys|team|people|experts?|"
    r"community|again|bot|y['’]?all|sir|madam|dear|mate|mods?|admins?)"
)
_SOMEBODY = (
    r"(?:you|u|ya|anyone|anybody|someone|somebody|any of you|one of you|you guys|some ?one here)"
    r"(?: here| (?:guys|folks|all))?"
)
_SOFTENER = (
    r"(?:please|pls|plz|kindly|maybe|possibly|perhaps|quickly|just|also|happen to|by chance)"
)
_TELLING = (
    r"(?:tell|inform|explain|remind|show|enlighten|advise|help|let)(?: to)?"
    r"(?: me| us)(?: out| know| understand| find out| figure out| with (?:this|that|something))?"
)
_GREETING = (
    rf"(?:hi+|hello+|hey+|hiya|howdy|yo|hallo|greetings|good (?:morning|afternoon|evening|day)|"
    rf"dear(?= {_ADDRESSEE}))"
)
_KIND = (
    r"(?:quick|random|stupid|silly|dumb|simple|small|short|noob|newbie|beginner|basic|general|"
    r"weird|odd|easy|fast|genuine|serious|honest|another|brief|little|newb)"
)
_PERSON = (
    r"(?:teacher|boss|friend|wife|husband|partner|colleague|manager|team|son|daughter|kid|kids|mom|"
    r"mum|dad|brother|sister|customer|client|professor|girlfriend|boyfriend|mate|buddy|class)s?"
)
_BEFORE_QUESTION = rf"(?=[\s,:;.!–—-]*(?:{ASKING})\b)"

_LEADING = tuple(
    re.compile(rf"^(?:{pattern})", re.IGNORECASE)
    for pattern in (
        rf"{_GREETING}(?: {_ADDRESSEE})+\b",
        rf"{_GREETING}(?=\s*[,!.:;–—-])",
        rf"{_GREETING}{_BEFORE_QUESTION}",
        rf"@?{_ADDRESSEE}(?=\s*[,:!])",
        r"(?:well|ok(?:ay)?|so|um+|uh+|hm+|er+m*|alright|right|anyways?|btw|by the way|also|oh|ah)"
        r"(?=\s*[,!:…]|\s*\.\.)",
        r"(?:hope|i hope) (?:you|everyone|this|all)[^,.!?:]{0,40}(?=[,.!:])",
        r"(?:thanks|thank you|thx)(?: [a-z]+){0,4}(?=\s*[,.!:])",
        r"(?:ok(?:ay)?|great|cool|nice|perfect|alright|good|awesome|lovely),? (?:thanks|thank you"
        r"|thx|ty|cheers)(?=\s*[,.!:])",
        r"(?:sorry|apologies|excuse me|pardon me|pardon)\b[^,.!?:]{0,60}?(?:[,.!:]|\bbut\b)",
        r"but(?= (?:can|could|would|will|do|does|please|i|what|when|where|who|how|is|are)\b)",
        r"first time (?:poster|here|asking)[^?]{0,30}?[,.!:]",
        rf"(?:(?:just |only |i have |i['’]ve got |i got |have |got |here['’]?s )?"
        r"(?:a |an |one |my )?)"
        rf"(?:{_KIND} )*{_KIND} (?:question|questions|one|q|query)"
        rf"(?: (?:for|to) (?:the |you |all |any )?[a-z]+(?: here| out there)?"
        r"(?=\s*[,.!:–—-])| here)?"
        rf"(?=\W)",
        r"(?:i have|i['’]ve got|i got|have|got|just) (?:a|one) (?:question|query)"
        r"(?: for (?:you|the )?[a-z]*)?(?=\s*[,.!:–—-])",
        r"(?:question|query|q)\s*(?=[:–—])",
        r"(?:(?:i have|i['’]ve|i['’]ve got|just|only|got) )?(?:two|three|2|3|some|several|a few"
        r"|a couple(?: of)?) (?:[a-z]+ )?questions(?=\s*[,.!:–—-])",
        rf"{_SOMEBODY} (?:can|could|would|might|may)(?: {_SOFTENER})* {_TELLING}"
        rf"(?: (?:if|whether)\b|{_BEFORE_QUESTION})",
        r"(?:i['’]?m |i am )?not (?:really |quite |too )?sure (?:if|where|who|whom|whether|how)"
        r" (?:[a-z]+ ){0,6}?(?:ask|place|channel|forum|asked|thread)(?: this| that| it| for this)?"
        r"(?: here)?(?:\s*[,.:;–—-]+)?(?:\s*\bbut\b)?",
        rf"(?:idk|i don['’]?t know|no idea|dunno|not sure) (?:if|whether|who)(?: {_SOMEBODY})?"
        r" (?:can|could|might|is able to|will|knows?)"
        r"(?: (?:answer|know|help|me|this|that|out|with))*"
        r"(?=\s*[,.:;–—-]|\s+but\b)(?:\s*[,.:;–—-]+)?(?:\s*\bbut\b)?",
        rf"(?:do(?:es)? |would |did )?{_SOMEBODY}(?: {_SOFTENER})*"
        r" (?:know|knows|have (?:an|any) idea)"
        rf"(?: (?:if|whether)\b|{_BEFORE_QUESTION}|(?=\s*[,:]))",
        rf"(?:but |and |so )?would {_SOMEBODY} (?:happen to )?(?:know|have (?:an|any) idea)"
        rf"(?: (?:if|whether)\b|{_BEFORE_QUESTION})",
        rf"(?:can|could|would|will|may)(?: {_SOFTENER})* {_SOMEBODY}(?: {_SOFTENER})* {_TELLING}"
        rf"(?: {_SOFTENER})*(?: (?:if|whether)\b(?: or not\b)?)?",
        # "Would you be so kind as to explain", "would it be possible to tell me", "could I trouble
        # you to say", "I'd be grateful if you could tell me".
        rf"(?:(?:would|could) {_SOMEBODY} be (?:so|very) (?:kind|good|nice)(?: as)? to"
        rf"|(?:would|is|might) it (?:be )?possible(?: for {_SOMEBODY})? to"
        rf"|(?:can|could|may|might) (?:i|we)(?: {_SOFTENER})* (?:trouble|bother) {_SOMEBODY} to"
        r"|(?:i|we)(?:['’]d| would| will|['’]ll|['’]m| am)?(?: be)?(?: (?:so|very|really|most))*"
        rf" (?:grateful|thankful|glad|happy|appreciate it|obliged) if {_SOMEBODY}"
        r" (?:can|could|would|might)"
        rf"|any chance (?:that )?{_SOMEBODY} (?:can|could|would|might))(?: {_SOFTENER})*"
        rf" (?:{_TELLING}|say|explain|clarify)(?: (?:if|whether)\b(?: or not\b)?)?",
        rf"(?:(?:can|could|would|will) {_SOMEBODY}(?: {_SOFTENER})* )?(?:explain|clarify|say)"
        rf"{_BEFORE_QUESTION}",
        rf"(?:i|we)(?: {_SOFTENER})* wonder(?:ed)?(?: (?:if|whether)\b(?: or not\b)?"
        rf"|{_BEFORE_QUESTION})",
        rf"(?:(?:can|could|may|might) i(?: {_SOFTENER})* (?:ask|know))"
        rf"(?: (?:you|if|whether)\b|{_BEFORE_QUESTION}|\s*[:,])",
        r"(?:would|do) you mind (?:telling|explaining|reminding|showing)(?: me| us)?"
        r"(?: (?:if|whether)\b)?",
        rf"(?:please|pls|plz|kindly)(?: {_SOFTENER})*(?: {_TELLING})?"
        r"(?: (?:if|whether)\b(?: or not\b)?)?",
        rf"{_TELLING}(?: {_SOFTENER})*{_BEFORE_QUESTION}",
        rf"(?:i|we)(?:['’]d| would| really| just)*"
        rf"(?: (?:like|love|want|wanted|need|needed|wish))(?: {_SOFTENER})* to"
        rf" (?:know|ask|find out|understand|learn)(?: (?:if|whether)\b|{_BEFORE_QUESTION}|\s*[:,])",
        rf"(?:i|we)(?:['’]m|['’]re| am| are| was| were)(?: just| also| really)*"
        rf" (?:wondering|curious|trying to (?:find out|understand|figure out))"
        rf"(?: (?:if|whether)\b|{_BEFORE_QUESTION}|\s*[:,])",
        rf"(?:my|our|a) (?:{_PERSON}) (?:wants?|wanted|needs?|needed|asks|asked|is asking|"
        rf"keeps asking|would like|wondered|wonders)(?: me| us)?"
        rf"(?: to (?:know|ask|find out)(?: (?:if|whether)\b)?| (?:if|whether)\b"
        rf"|{_BEFORE_QUESTION})",
        rf"(?:any|some) (?:ideas?|clues?|chance (?:{_SOMEBODY}) (?:know|knows)){_BEFORE_QUESTION}",
        r"what i (?:really |actually )?(?:want|wanted|need|'d like) to know is(?:\s*[:,])?",
        rf"(?:somebody|someone|anyone|anybody) (?:please )?{_TELLING}",
        rf"(?:can|could) (?:{_SOMEBODY}) help(?: me| us)?(?: out)?(?: with (?:this|that))?"
        r"(?=\s*[,.:;!?–—-])",
    )
)
"""What may stand before a question; tried again until none does."""

_THANKS = (
    r"(?:(?:many |much |kind )?thanks?(?: (?:you|u))?|thank(?: ?you| u)|thankyou|thx|thnx|tnx|ty|"
    r"tysm|cheers|ta|tia|much obliged)"
    r"(?:,? (?:so|very|much|a|lot|million|bunch|ton|in|advance|again|all|everyone|everybody|guys|"
    r"folks|for|your|any|the|help|time|you|mate|friends?|indeed|kindly|beforehand))*"
)
_LAUGHTER = r"(?:(?:ha){2,}h?|(?:he){2,}|lol+|lmao+|rofl|xd+|:-?[)D(pP]|;-?\)|<3|\^\^)"
_TRAILING_AFTER_MARK = (
    r"any (?:help|ideas?|answers?|hints?|pointers?|info|advice|input|suggestions?)"
    r"(?: (?:would|will|is|are|be|greatly|much|very|really|highly|so|would be))*"
    r"(?: (?:appreciated|great|welcome|nice|helpful|awesome|lovely))?",
    r"(?:i['’]?(?:d| would| will|['’]ll) |would )?"
    r"(?:really |greatly |much |be (?:very |so |really )?)*"
    r"(?:appreciate|appreciated|grateful|thankful|happy)"
    r"(?: (?:it|any|an|a|for|your|the|help|answers?|reply|replies|response|this|that))*",
    r"(?:please|pls|plz)(?: (?:help|answer|reply|advise|respond|let me know))*(?: me)?",
    r"(?:anyone|anybody|someone|somebody)(?: (?:know|knows|here|please|pls|help))*",
    r"(?:let me know|help me out|hope (?:you|someone|somebody) can help)(?: please)?",
    r"sorry\b[^?]{0,60}",
    r"(?:have|wish you) a (?:nice|good|great|lovely)(?: [a-z]+){1,2}",
    r"(?:(?:best|kind|warm)?(?: ?(?:regards|wishes))|best|cheers|greetings|(?:many )?thanks"
    r"|thank you|yours)(?: from|,| -| –|\n)? [A-Z][a-z]{1,15}",
    r"(?:best|kind|warm)?(?: ?regards)(?:,? [a-z]+)?",
    r"(?:just (?:curious|wondering|asking)|asking for a friend|no rush|not urgent|asap)",
    r"if (?:you|anyone|anybody|someone|somebody) (?:here )?(?:knows?|can (?:help|answer|say|tell))"
    r"(?: me| this| that)?",
    r"if (?:possible|that['’]s ok(?:ay)?|that makes sense)",
)
_END = r"[\s.!,;…~]*$"
_TRAILING = (
    re.compile(
        rf"(?<![\s,.!;:…–—-])[\s,.!;:…–—-]*+\((?:sorry|apologies|pardon|excuse)\b[^)]*+\){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:(?<!\s)\s++|(?<![\s,.!?;:…–—-]))[,.!?;:…–—-]++\s*+|(?<!\s)\s++[(])"
        r"(?:and |so |but |in advance,? )?"
        rf"(?:{_THANKS}|{_LAUGHTER}|{'|'.join(_TRAILING_AFTER_MARK)})[)]?[?]?{_END}",
        re.IGNORECASE,
    ),
    re.compile(
        # Only before blanks is it looked at what stands behind them.
        rf"(?<!\s)(?=\s)(?<!\bsay)(?<!\bsays)(?<!\bsaid)(?<!\bmean)(?<!\bmeans)(?<!\bprint)(?<!\bprints)"
        rf"(?<!\bwrite)(?<!\bword)(?<!\bwords)(?<!\bsaying)(?<!\bphrase)(?<!\bthe)(?<!\ba)"
        rf"(?<!\bof)(?<!\bto)(?<!\bfor)(?<!\bwith)(?<!\bin)"
        rf"\s++(?:{_THANKS}|{_LAUGHTER}|please|pls|plz){_END}",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\s)(?:\s*,)?\s++(?:please|pls|plz)\s*+\?++\s*$", re.IGNORECASE),
    re.compile(
        r"(?<![\s\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D])"
        r"[\s\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]++$"
    ),
)
"""What may stand behind one; the mark of the question is put back."""

_PLAIN = re.compile(r"(?:who|whom|whose|what(?! i\b)|when|where|which|why|how)\b", re.IGNORECASE)
"""What most questions begin with, and no courtesy does."""
_MARKS = " \t\n,.!:;…–—-"
_ROUNDS = 8


def without_courtesy(question: str) -> str:
    """Return what is asked, as it is written, without courtesy around it.

    Args:
        question: One or several sentences.

    Returns:
        A part of the question without its ends, never empty where the question is not; a
        question mark that stood before what was cut off its end is kept.
    """
    kept = question.strip()
    for _ in range(_ROUNDS):
        shorter = _cut_end(_cut_start(kept))
        if shorter == kept:
            break
        kept = shorter
    return kept


def _cut_start(text: str) -> str:
    if _PLAIN.match(text):
        return text
    for pattern in _LEADING:
        found = pattern.match(text)
        if found and found.end():
            rest = text[found.end() :].lstrip(_MARKS)
            if content_words(rest) or begins_asking(rest):
                return rest
    return text


def _cut_end(text: str) -> str:
    for pattern in _TRAILING:
        found = pattern.search(text)
        if found is None or not found.group().strip():
            continue
        # A mark that closes the question belongs to it, whatever courtesy follows.
        mark = "?" if found.group().lstrip().startswith("?") else ""
        rest = text[: found.start()].rstrip(_MARKS) + mark
        short = rest.endswith("?") and begins_asking(rest)
        if (content_words(rest) or short) and rest != text:
            return rest
    return text
