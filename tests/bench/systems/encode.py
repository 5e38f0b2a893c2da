"""No search at all: what the model alone costs through sentence-transformers."""

from pathlib import Path


class System:
    """A bare ``model.encode``."""

    def __init__(self, model: str, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(model, device="cpu")
        self._model.encode(["warm"], show_progress_bar=False)

    def build(self, sentences: list[dict]) -> None:
        self._model.encode([one["text"] for one in sentences], show_progress_bar=False)

    def open(self) -> None:
        pass

    def ask(self, question: str) -> None:
        self._model.encode([question], show_progress_bar=False)

    def hits(self, _answer: None) -> list:
        return []
