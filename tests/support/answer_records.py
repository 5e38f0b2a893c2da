"""An answer as it is stored."""

from dataclasses import replace

from bot.storage.records import AnswerRecord, Place, new_id

__all__ = ["record", "recorder"]


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


def recorder(shelf):
    """Return what makes records of questions: ``record("Who?", asker=2, server=10)``."""

    def make(question, *, asker=1, server=10, **details):
        answer = shelf.published.ask("Who built the lighthouse in 1853?")
        values = {
            "asker": asker,
            "place": Place(server=server, channel=100),
            "conversation": f"{server}/100/{asker}",
            "answer": replace(answer, question=question),
        }
        return record(shelf, **values | details)

    return make
