"""The words of an answer, whatever format it is from."""

import re

__all__ = ["plainly"]


def plainly(passage):
    """Return the answering sentences without what their layout adds."""
    spans = (slice(s.start - passage.start, s.end - passage.start) for s in passage.highlights)
    told = " ".join(passage.text[span] for span in spans)
    return " ".join(re.sub(r"[|*`]|^[-•] ", " ", told).split())
