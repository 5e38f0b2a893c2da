"""Errors as values: what is the matter, and what can be done."""

import json
import pickle
import re
from pathlib import Path

import pytest

import retrieval
from retrieval.errors import (
    IndexBusyError,
    VerbatimError,
    error_from_data,
    error_kinds,
    error_to_data,
)
from retrieval.remedies import REBUILD_INDEX, Remedy, RemedyKind

FULL = (Remedy(RemedyKind.SET, "data", "another folder"), REBUILD_INDEX)


def facts(error):
    return type(error), error.what, error.remedies, str(error)


def test_an_error_says_its_fact_and_nothing_of_commands():
    error = IndexBusyError("Another build holds data/index", *FULL)
    assert str(error) == "Another build holds data/index."
    assert error.remedies == FULL


def test_a_full_stop_is_said_once():
    assert str(VerbatimError("The file is empty.")) == "The file is empty."


@pytest.mark.parametrize("kind", list(error_kinds()), ids=lambda kind: kind.__name__)
def test_every_kind_travels_between_processes(kind):
    error = kind("It is damaged.", *FULL)
    assert facts(error_from_data(json.loads(json.dumps(error_to_data(error))))) == facts(error)
    assert facts(pickle.loads(pickle.dumps(error))) == facts(error)  # noqa: S301 - our own bytes


def test_a_kind_of_another_version_is_still_told():
    error = error_from_data({"type": "NewerError", "what": "It is new", "remedies": []})
    assert facts(error) == (VerbatimError, "It is new", (), "It is new.")


def test_the_core_names_no_setting_and_no_command():
    root = Path(retrieval.__file__).parent
    naming = [
        f"{path.relative_to(root)}: {match.group()}"
        for path in sorted(root.rglob("*.py"))
        for match in re.finditer(
            r"VERBATIM_\w*|\bverbatim (?:index|status|ask|run|repl|doctor|calibrate|eval|health)\b",
            path.read_text(encoding="utf-8"),
        )
    ]
    assert naming == []
