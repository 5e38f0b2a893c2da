"""Verbatim itself, as ``verbatim index`` and ``verbatim ask`` use it."""

import os
from pathlib import Path


class System:
    """The whole way from question to Answer: ranking, confidence and selected passages."""

    def __init__(self, _model: str, folder: Path) -> None:
        from bot.app.wiring import core_encoder
        from config.settings import CoreSettings

        self._settings = CoreSettings(data=folder, seeds=Path(os.environ["BENCH_CORPUS"]))
        self._encoder = core_encoder(self._settings)
        self._encoder.encode_queries(["warm"])

    def build(self, _sentences: list[dict]) -> None:
        from bot.app.wiring import core_build

        core_build(self._settings, self._encoder)

    def open(self) -> None:
        from bot.app.wiring import core_searcher

        self._searcher = core_searcher(self._settings, self._encoder)

    def ask(self, question: str):
        return self._searcher.ask(question)

    def hits(self, answer) -> list:
        ranking = self._searcher.rank(answer.question, limit=10)
        return [[hit.path, hit.start, hit.end] for hit in ranking.hits]
