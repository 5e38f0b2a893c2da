"""The ids of components in messages that were sent before ids had a version; only read.

Buttons, menus and modals had a grammar each, and a passage and a width were packed into one
number: ``verbatim:wider:k3m9x2p7qa:103``, ``verbatim-menu:pick:k3m9x2p7qa:0``,
``verbatim-form:why:k3m9x2p7qa``.
"""

import re
from collections.abc import Sequence

__all__ = ["read_earlier"]

_ID = re.compile(
    r"(?P<operation>verbatim(?:-menu|-form)?:[a-z]+)"
    r":(?P<answer_id>[a-z0-9]*)(?::(?P<number>\d{1,6}))?"
)
_WITH_ANSWER = {
    f"verbatim:{name}": name
    for name in "more context sources up down follow fresh share dismiss".split()
} | {
    "verbatim-menu:pick": "pick",
    "verbatim-form:followed": "followed",
    "verbatim-form:why": "why",
}
_WITH_NUMBER = {f"verbatim:{name}": name for name in "moreto choose suggest".split()}
_PACKED = {"verbatim:wider": "wider", "verbatim:contextnext": "wider"}
_LISTS = {"verbatim:documents": "documents", "verbatim:gaps": "gaps"}


def read_earlier(custom_id: str) -> tuple[str, Sequence[str]] | None:
    """Return the operation and the fields as today's ids have them; none if it is no such id."""
    found = _ID.fullmatch(custom_id)
    if found is None:
        return None
    operation, answer_id = found["operation"], found["answer_id"]
    number = int(found["number"] or 0)
    if operation in _WITH_ANSWER:
        return _WITH_ANSWER[operation], [answer_id]
    if operation in _WITH_NUMBER:
        return _WITH_NUMBER[operation], [answer_id, str(number)]
    if operation in _PACKED:
        passage, width = divmod(number, 100)
        return _PACKED[operation], [answer_id, str(passage), str(width)]
    if operation in _LISTS:
        return _LISTS[operation], [str(number)]
    return ("forgetme", []) if operation == "verbatim:forgetme" else None
