"""Questions where something is, and sentences that have nothing by which a place is told.

"Where do I leave the keys?" is not answered by "the keys are lost".
"""

import re

from retrieval.text.words import read

__all__ = ["lacks_place"]

_WHERE = re.compile(r"\W*(?:(?:and|so|but|from|to)\s+)?where\b", re.IGNORECASE)
_TELLS = re.compile(
    r"""\b(?: in | at | on | by | near | behind | under | from | to | into | inside | outside
    | opposite | above | below | along | around | across | beside | between | through | via | over
    | within | here | there | upstairs | downstairs | home | abroad | \w+where | with | towards?
    | throughout | off | beneath | among | next | left | right | north\w* | south\w* | east\w*
    | west\w* | local\w* | online | against | floor | level | street | road )\b
    | [/\\:@`\[|–—-]""",
    re.IGNORECASE | re.VERBOSE,
)


def lacks_place(question: str, sentence: str) -> bool:
    """Tell whether a question asks where, and neither a place nor a name is told.

    Args:
        question: One that stands alone.
        sentence: What may answer, with what it is read with.
    """
    if not _WHERE.match(question) or _TELLS.search(sentence):
        return False
    return not any(word.text[0].isupper() and not word.first for word in read(sentence))
