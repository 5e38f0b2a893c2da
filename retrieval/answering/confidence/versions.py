"""Questions about a version that what is found doesn't speak of.

"When does v3.3 come out?" is not answered by the date of 3.1, however alike the two are.
"""

import re

from retrieval.answering.view import IndexView
from retrieval.text.versions import DOTTED

__all__ = ["lacks_version"]

_VERSION = re.compile(
    rf"(?<![\w.,:/-])(?:v|(?:version|release|update|patch)\s+)v?({DOTTED})(?![\w.,:/-]*\w)",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    rf"\b(?:was|is|did|does|will|has|of)\s+v?({DOTTED})\s+(?:be\s+|been\s+)?(?:released?|published|shipped"
    rf"|out|come|came|tagged|launched)\b|\b(?:release\s+date|changelog|changes)\s+(?:of|in|for)\s+v?({DOTTED})",
    re.IGNORECASE,
)
"""What can only be a version, though it isn't called one."""
_SAID = re.compile(rf"(?<![\w.])v?({DOTTED})(?![\w.]*\w)", re.IGNORECASE)


def lacks_version(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a question names one version, and neither a sentence nor what is above it does.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if "." not in question:
        return False
    asked = set(_VERSION.findall(question))
    asked.update(one or other for one, other in _RELEASED.findall(question))
    if len(asked) != 1:  # Of two that are compared one may be said by another sentence.
        return False
    above = [view.sentence_text(one) for one in view.place(row).introduced_by]
    own = (view.document(row).title, *view.block(row).headings, *above, view.sentence_text(row))
    said = {found for text in own for found in _SAID.findall(text)}
    (version,) = asked
    return not any(one == version or one.startswith(f"{version}.") for one in said)
