"""Finding and citing the sentences that answer a question; knows nothing of Discord.

encoder = open_encoder("all-MiniLM-L6-v2", cache=Path("models"))
build_index(Path("seeds"), Path("index"), encoder)
with open_index(Path("index"), encoder) as searcher:
print(searcher.ask("Who supplies Azerbaijan's drones?").passages)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from retrieval.answering.searcher import Searcher, open_index
    from retrieval.domain import Answer, Scope
    from retrieval.encoder.load import open_encoder
    from retrieval.indexing.build import build_index

__all__ = ["Answer", "Scope", "Searcher", "build_index", "open_encoder", "open_index"]

_HOMES = {
    "Answer": "retrieval.domain",
    "Scope": "retrieval.domain",
    "Searcher": "retrieval.answering.searcher",
    "build_index": "retrieval.indexing.build",
    "open_encoder": "retrieval.encoder.load",
    "open_index": "retrieval.answering.searcher",
}
"""Imported when they are asked for: who needs an error or a value loads no model's library."""


def __getattr__(name: str) -> Any:  # noqa: ANN401
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
