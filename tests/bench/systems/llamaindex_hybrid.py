"""LlamaIndex: its vector index and its BM25 retriever, fused by reciprocal rank."""

from pathlib import Path

LIMIT = 10
DEPTH = 50


def _embedding(model: str):
    from llama_index.core.embeddings import BaseEmbedding
    from pydantic import PrivateAttr
    from sentence_transformers import SentenceTransformer

    class MiniLM(BaseEmbedding):
        """What the HuggingFace integration does, without its package."""

        _model: SentenceTransformer = PrivateAttr()

        def __init__(self) -> None:
            super().__init__(model_name=model, embed_batch_size=32)
            self._model = SentenceTransformer(model, device="cpu")

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return self._model.encode(
                texts, normalize_embeddings=True, show_progress_bar=False
            ).tolist()

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embeddings([query])[0]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return MiniLM()


class System:
    """``QueryFusionRetriever(mode="reciprocal_rerank")`` over both, without an LLM."""

    def __init__(self, model: str, folder: Path) -> None:
        self._embedding = _embedding(model)
        self._embedding.get_query_embedding("warm")
        self._folder = folder

    def build(self, sentences: list[dict]) -> None:
        from llama_index.core import VectorStoreIndex
        from llama_index.core.schema import TextNode
        from llama_index.retrievers.bm25 import BM25Retriever

        nodes = [TextNode(id_=str(row), text=one["text"]) for row, one in enumerate(sentences)]
        index = VectorStoreIndex(nodes, embed_model=self._embedding)
        index.storage_context.persist(str(self._folder / "vectors"))
        BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=DEPTH).persist(
            str(self._folder / "bm25")
        )

    def open(self) -> None:
        from llama_index.core import StorageContext, load_index_from_storage
        from llama_index.core.llms import MockLLM
        from llama_index.core.retrievers import QueryFusionRetriever
        from llama_index.retrievers.bm25 import BM25Retriever

        context = StorageContext.from_defaults(persist_dir=str(self._folder / "vectors"))
        index = load_index_from_storage(context, embed_model=self._embedding)
        self._retriever = QueryFusionRetriever(
            [
                index.as_retriever(similarity_top_k=DEPTH),
                BM25Retriever.from_persist_dir(str(self._folder / "bm25")),
            ],
            llm=MockLLM(),
            mode="reciprocal_rerank",
            num_queries=1,
            similarity_top_k=LIMIT,
            use_async=False,
        )

    def ask(self, question: str) -> list:
        return self._retriever.retrieve(question)

    def hits(self, answer: list) -> list[int]:
        return [int(one.node.node_id) for one in answer]
