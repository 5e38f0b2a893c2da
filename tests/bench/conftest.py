"""The bench's programs, as modules."""

import importlib
import sys
from pathlib import Path

import pytest


@pytest.fixture
def scale(monkeypatch):
    # The program's files find each other in their own folder, as when Python runs it.
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    yield importlib.import_module("scale")
    for name in ("scale", "scale_report", "scale_text", "table"):
        sys.modules.pop(name, None)
