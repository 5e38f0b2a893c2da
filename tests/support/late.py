"""Modules that are slow to import, for the tests that use them and not for every collection."""

import importlib
from typing import Any

__all__ = ["Late"]


class Late:
    """A module that is imported when something is first asked of it.

    Every process that runs a part of the tests reads all of their files, and most of them run
    nothing that trains: ``torch = Late("torch")`` costs those nothing.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # pytest asks all that a file holds what it is.
            raise AttributeError(name)
        return getattr(importlib.import_module(self._name), name)
