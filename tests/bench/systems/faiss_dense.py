"""sentence-transformers and a flat FAISS index, as its examples do it."""

from pathlib import Path

LIMIT = 10


class System:
    """Cosine of the question and every sentence."""

    def __init__(self, model: str, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(model, device="cpu")
        self._model.encode(["warm"], show_progress_bar=False)
        self._file = str(folder / "vectors.faiss")

    def build(self, sentences: list[dict]) -> None:
        import faiss

        vectors = self._encode([one["text"] for one in sentences])
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        faiss.write_index(index, self._file)

    def open(self) -> None:
        import faiss

        self._index = faiss.read_index(self._file)

    def ask(self, question: str) -> list[int]:
        _, rows = self._index.search(self._encode([question]), LIMIT)
        return rows[0].tolist()

    def hits(self, answer: list[int]) -> list[int]:
        return answer

    def _encode(self, texts: list[str]):
        return self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
