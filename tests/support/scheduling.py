"""Which process runs which tests, where several run them."""

from xdist.scheduler import LoadFileScheduling

__all__ = ["TorchTogether"]

_WITH_TORCH = (
    "tests/retrieval/encoder/",
    "tests/retrieval/ranking/test_rerank.py",
    "tests/retrieval/training/",
)


class TorchTogether(LoadFileScheduling):
    """A file at a time, but those that load torch and make models for it in one process.

    Loading torch and what stands on it, and exporting a first small model, takes as long as a
    hundred other tests: once is enough.
    """

    def _split_scope(self, nodeid: str) -> str:
        return _WITH_TORCH[0] if nodeid.startswith(_WITH_TORCH) else super()._split_scope(nodeid)
