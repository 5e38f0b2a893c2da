"""Questions for how old somebody has to be, and sentences that say it.

"Can minors join?" is answered by "You must be at least 16 years old", which shares no word with it.
"""

import re
from functools import lru_cache

from retrieval.text.value_names import value_names

__all__ = ["asks_for_age", "names_age"]

_YOUNG = r"(?:children|child|kids?|teens?|teenagers?|toddlers?)"
_ASKED = re.compile(
    rf"""\b(?:minors?|underage|under-age|(?:minimum|maximum|legal|required)\ age
    |age\ (?:limit|restriction|rule)s?|(?:old|young)\ enough|too\ (?:young|old)
    |how\ old\b.{{0,30}}\b(?:i|we|you|one|somebody|someone|be)
    |{_YOUNG}\b.{{0,30}}\b(?:allowed|join|come|play|enter|attend|use|welcome|admitted)
    |(?:can|may|are|is|do)\b.{{0,20}}\b(?:{_YOUNG}|adults?)
    |(?:he|she|son|daughter|kids?|child|children|brother|sister)\W{{1,3}}(?:is|are)\ \d{{1,2}}
     (?!\ ?(?:%|percent|days?|hours?|minutes?|weeks?|months?))
    |(?:i['’]?\ ?a?m|under|over|aged?)\ \d{{1,2}}
     (?!\ ?(?:%|percent|days?|hours?|minutes?|weeks?|months?)))(?!\w|['’]s\b)""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=256)
def asks_for_age(question: str) -> bool:
    """Tell whether a question asks how old somebody has to be, or whether the young may.

    Remembered, since the ranking asks it and the judgement again.
    """
    return _ASKED.search(question) is not None


def names_age(sentence: str) -> bool:
    """Tell whether a sentence names an age."""
    return "age" in value_names(sentence)
