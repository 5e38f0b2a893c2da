"""Telling that somebody asks something from a sentence that reports it, in English.

"The shop keeps asking when the lanterns come", "somebody wants to know which varnish we used",
"does anyone know where the key is": none has to have a question mark.
"""

import re

__all__ = ["reports_question"]

_SEEKS = (
    r"(?:asks?|asked|asking|wonders?|wondered|wondering|inquir\w+|enquir\w+"
    r"|(?:wants?|wanted|likes?|love|needs?|needed|keen|eager|curious|dying|trying) to"
    r" (?:know|hear|learn|ask|find out|be told)"
    r"|(?:any|some)(?:body|one)(?: (?:here|else|of you|at all))? (?:knows?|remembers?|recalls?)"
    r"|(?:is|are|am|was|were|got|gets?|seems?|['’]m|['’]re|['’]s) (?:\w+ )?(?:unsure|curious"
    r"|not (?:sure|clear|certain))"
    r"|(?:is|was) (?:\w+ )?(?:unclear|uncertain)|questions? (?:about|on|as to|is|was))"
)
_REPORTED = re.compile(
    rf"\b{_SEEKS}\b.{{0,60}}?\b(?:who|whom|whose|what|when|where|which|why|how|whether|if)\b",
    re.IGNORECASE | re.DOTALL,
)


def reports_question(words: str) -> bool:
    """Tell whether a sentence says that somebody asks, or would like to know, something."""
    return _REPORTED.search(words) is not None
