"""What asks an index in a process of its own, while others change it."""

import re
from contextlib import ExitStack
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path

from retrieval.answering.searcher import open_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

__all__ = ["VERSION", "ask_until"]

VERSION = re.compile(r"version (\d+)")
"""What every document of a state says alike."""


def ask_until(
    where: Path | str, question: str, dimension: int, over: Event, begun: Event, told: Queue
) -> None:
    """Ask whatever is published, and take the next state as soon as there is one, as a bot does.

    Args:
        where: The store: a folder, or the address of a database.
        question: What to ask.
        dimension: Of the encoder that counts words.
        over: Set when enough was asked.
        begun: Set after the first answer.
        told: Gets how often something was seen: the state that it was of, the state's number of
            documents, and all versions in it. Or the error that ended it.
    """
    store, encoder = open_store(where), HashEncoder(dimension=dimension)
    seen: dict[tuple[str, int, tuple[str, ...]], int] = {}
    try:
        with ExitStack() as opened:
            searcher = opened.enter_context(open_index(store, encoder))
            while not over.is_set():
                if store.current() != searcher.info.build_id:
                    opened.pop_all().close()
                    searcher = opened.enter_context(open_index(store, encoder))
                answer = searcher.ask(question)
                texts = [searcher.text(one.path) for one in searcher.documents()]
                said = [*texts, *(passage.text for passage in answer.passages)]
                versions = sorted({found for text in said for found in VERSION.findall(text)})
                one = (answer.build_id, len(texts), tuple(versions))
                seen[one] = seen.get(one, 0) + 1
                begun.set()
        told.put(seen)
    except BaseException as error:
        told.put(f"{type(error).__name__}: {error}")
        begun.set()
        raise
