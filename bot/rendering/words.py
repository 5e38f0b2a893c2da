"""What every door says alike."""

__all__ = ["EMPTY_INDEX", "NEAREST", "NEVER_QUOTED", "NOT_ANSWERED", "PERHAPS", "REPHRASE"]

NOT_ANSWERED = "The documents don't answer this."
PERHAPS = "This may be it:"
NEAREST = "Nearest passages (not an answer):"
NEVER_QUOTED = "never quoted, says what is called the same"
REPHRASE = "Try the words the documents would use, or name the person, place or thing you mean."
EMPTY_INDEX = (
    "The last document is gone, so the index is empty now: nothing is answered until there is one"
    " again."
)
