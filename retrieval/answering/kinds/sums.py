"""Questions for a sum of money, and sentences that name one.

"How much did Azerbaijan pay Israel for weapons?" is answered by "had bought $4.85 billion in
military equipment", while "Israel provides about 60 percent of Azerbaijan's weapons" shares more
of its words and is a quantity too.
"""

import re
from functools import lru_cache

__all__ = ["asks_for_sum", "names_sum"]

_ASKED = re.compile(
    r"""\b(?:
    how\ much\b.*\b(?:pay|pays|paid|paying|cost|costs|charge[ds]?|spen[dt]|spends|owe[ds]?|
    earn(?:s|ed)?|worth|price[ds]?|fine[ds]?|fees?|salary|money)
    | (?:have|has|need|needs)\ to\ pay
    | what(?:['’]?s)?\b.*\b(?:price|cost|costs|fee|fees|fine|rent|fare|toll|tuition|salary|wages?)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SUM = re.compile(
    r"""[$€£¥₹₽₺₴]\s?\d
    | \d\s?[€£₹₽₺₴]
    | (?<![\w.,])\d[\d.,]*+\s?(?:k|thousand|million|billion|trillion)?\s?
      (?:dollars?|euros?|pounds?|cents?|pence|yen|yuan|roubles?|rubles?|rupees?|francs?|liras?|
      usd|eur|gbp|jpy|chf|credits?|coins?|gold|gems?)\b
    | \b(?:usd|eur|gbp|jpy|chf)\s?\d
    | \bfree\ of\ charge\b
    | \b(?:buy|bought|sells?|sold|pays?|paid|trades?|costs?|costing|priced|worth)\b[^.!?]{0,80}?
      (?<![\w.,])\d[\d.,]*+\s+
      (?!(?:second|minute|hour|day|week|month|year|time|percent|people|person|player)s?\b)[a-z]{2}""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=256)
def asks_for_sum(question: str) -> bool:
    """Tell whether a question asks what something costs or what somebody paid.

    Remembered, since several rules ask it of one question.
    """
    return _ASKED.search(question) is not None


def names_sum(sentence: str) -> bool:
    """Tell whether a sentence names a sum of money."""
    return _SUM.search(sentence) is not None
