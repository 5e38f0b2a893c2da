"""The apostrophes that people leave out where they type: "dont", "cant", "im", "whats".

Without one a negation is none to whatever looks for "n't", and to the spelling "dont" is a slip
for "done".
"""

import re
from collections.abc import Mapping

__all__ = ["with_apostrophes"]

_NEGATED = (
    "are ca could did does do had has have is might must need should was were wo would".split()
)
_OTHERS = (
    "I'm I've he's she's that's there's they're they've we've what's where's who's how's you're"
    " you've".split()
)
_WRITTEN: Mapping[str, str] = {
    whole.replace("'", "").casefold(): whole
    for whole in (*(f"{verb}n't" for verb in _NEGATED), *_OTHERS)
}
"""None that is a word of its own: "ill", "well", "were", "its" and "id" stay as they are."""
_WITHOUT = re.compile(
    rf"(?<![\w'’./\\:@#-])(?:{'|'.join(sorted(_WRITTEN))})(?![\w'’/\\@-]|[.:]\w)", re.IGNORECASE
)


def with_apostrophes(question: str) -> str:
    """Return an English question with the apostrophes of its contractions.

    Args:
        question: As it was typed; an abbreviation in capitals stays one.
    """
    return _WITHOUT.sub(lambda found: _written(found[0]), question)


def _written(typed: str) -> str:
    if typed.isupper():
        return typed
    whole = _WRITTEN[typed.casefold()]
    return whole[0].upper() + whole[1:] if typed[0].isupper() else whole
