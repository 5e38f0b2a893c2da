"""An answer as it is stored."""

from bot.storage.records import AnswerRecord, Place, new_id

__all__ = ["record"]


def record(shelf, question="Who built the lighthouse in 1853?", **details):
    """Make one of what a shelf answers now; ``details`` say what is to be otherwise."""
    values = {
        "id": new_id(),
        "door": "slash",
        "asker": 1,
        "place": Place(server=10, channel=100),
        "private": False,
        "conversation": "10/100/1",
        "answer": shelf.published.ask(question),
        "seconds": 0.1,
    }
    return AnswerRecord(**values | details)
