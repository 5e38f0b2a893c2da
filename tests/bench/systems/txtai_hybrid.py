"""txtai's hybrid search: dense and BM25, in its own balance."""

from pathlib import Path

LIMIT = 10


class System:
    """``Embeddings(hybrid=True)``."""

    def __init__(self, model: str, folder: Path) -> None:
        from txtai import Embeddings

        self._embeddings = Embeddings(
            path=model, method="sentence-transformers", hybrid=True, gpu=False
        )
        self._embeddings.transform("warm")
        self._folder = str(folder / "index")

    def build(self, sentences: list[dict]) -> None:
        self._embeddings.index((row, one["text"], None) for row, one in enumerate(sentences))
        self._embeddings.save(self._folder)

    def open(self) -> None:
        self._embeddings.load(self._folder)

    def ask(self, question: str) -> list[tuple[int, float]]:
        return self._embeddings.search(question, LIMIT)

    def hits(self, answer: list[tuple[int, float]]) -> list[int]:
        return [int(row) for row, _ in answer]
