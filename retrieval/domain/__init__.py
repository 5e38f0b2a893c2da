"""The values that pass between the stages, from a document to an answer.

Every ``start``/``end`` here is a character offset into ``Document.text``, which is exactly
the decoded source file, so that ``text[start:end]`` can be checked against the file by anyone.
"""

from retrieval.domain.answers import (
    Answer,
    Choice,
    Citation,
    Confidence,
    Hit,
    Level,
    LostQuotation,
    Part,
    Passage,
    Pinned,
    Ranking,
    SmallTalk,
    State,
    Turn,
)
from retrieval.domain.documents import (
    EVERYTHING,
    Block,
    BlockKind,
    BuildReport,
    Document,
    DocumentInfo,
    IndexInfo,
    Scope,
    Sentence,
    Skipped,
    Span,
    Warned,
)
from retrieval.domain.votes import Vote

__all__ = [
    "EVERYTHING",
    "Answer",
    "Block",
    "BlockKind",
    "BuildReport",
    "Choice",
    "Citation",
    "Confidence",
    "Document",
    "DocumentInfo",
    "Hit",
    "IndexInfo",
    "Level",
    "LostQuotation",
    "Part",
    "Passage",
    "Pinned",
    "Ranking",
    "Scope",
    "Sentence",
    "Skipped",
    "SmallTalk",
    "Span",
    "State",
    "Turn",
    "Vote",
    "Warned",
]
