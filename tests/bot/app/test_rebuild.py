"""Rebuilding in a process of its own."""

import json
import os
import sys
import threading
import time

import pytest

from bot.app.rebuild import ProcessRebuild, main
from bot.rendering.errors import for_discord, for_terminal
from retrieval.errors import (
    IndexWriteError,
    SeedsError,
    VerbatimError,
    error_from_data,
    error_to_data,
)
from retrieval.remedies import Remedy, RemedyKind
from retrieval.testing import HashEncoder


def child(*lines, then=""):
    code = f"import sys\nfor line in {list(lines)!r}: print(line, flush=True)\n{then}"
    return ProcessRebuild((sys.executable, "-c", code))


REPORT = {
    "build_id": "b",
    "added": ["a.md"],
    "changed": [],
    "removed": [],
    "unchanged": [],
    "skipped": [{"path": "x.bin", "reason": "not text"}],
    "warnings": [{"path": "a.md", "text": "Its front matter was left out."}],
    "documents": 1,
    "sentences": 2,
    "embedded": 2,
    "seconds": 0.5,
}


def test_progress_and_report_come_through():
    steps = []
    rebuild = child(
        json.dumps({"stage": "reading", "done": 1, "total": 2}), json.dumps({"report": REPORT})
    )
    report = rebuild(lambda *step: steps.append(step))
    rebuild.stop()
    assert steps == [("reading", 1, 2)]
    assert report.added == ("a.md",)
    assert report.skipped[0].reason == "not text"
    assert report.warnings[0].text == "Its front matter was left out."


def test_a_child_that_merges_after_its_report_is_ended_by_the_next(tmp_path):
    """Nobody waits for it, and no two run at once."""
    marks = "; ".join(
        (
            "import os, pathlib, time",
            f"folder = pathlib.Path({str(tmp_path)!r})",
            "(folder / str(os.getpid())).touch()",
            "time.sleep(60)",
        )
    )
    rebuild = child(json.dumps({"report": REPORT}), then=marks)
    started = time.monotonic()
    for number in (1, 2):
        assert rebuild(lambda *_: None).build_id == "b"
        while len(list(tmp_path.iterdir())) < number:
            time.sleep(0.01)
    rebuild.stop()
    assert time.monotonic() - started < 20
    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.name), 0)


def test_the_childs_reason_is_told():
    mend = Remedy(RemedyKind.GRANT_READ, "seeds")
    reason = error_to_data(SeedsError("seeds can't be read", mend))
    with pytest.raises(SeedsError) as caught:
        child(json.dumps({"error": reason}))(lambda *_: None)
    assert (caught.value.what, caught.value.remedies) == ("seeds can't be read", (mend,))


def test_a_child_that_dies_is_told():
    with pytest.raises(IndexWriteError, match="ended before it was done"):
        child(then="sys.exit(3)")(lambda *_: None)


def test_stopping_ends_the_child_at_once():
    rebuild = child(then="import time; time.sleep(60)")
    threading.Timer(0.3, rebuild.stop).start()
    started = time.monotonic()
    with pytest.raises(IndexWriteError):
        rebuild(lambda *_: None)
    assert time.monotonic() - started < 10


def test_the_child_says_what_is_wrong_with_the_seeds(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("VERBATIM_SEEDS", str(tmp_path / "none"))
    monkeypatch.setattr("bot.app.wiring.core_encoder", lambda settings, **_: HashEncoder())
    assert main() == 2
    said = error_from_data(json.loads(capsys.readouterr().out.splitlines()[-1])["error"])
    assert isinstance(said, SeedsError)
    assert "none" in said.what


def test_a_stray_module_in_the_working_folder_is_not_taken_for_ours(monkeypatch, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "__init__.py").write_text("raise SystemExit('not this one')\n")
    monkeypatch.chdir(tmp_path)
    # What our own config says of it shows that the child got so far, before any model is loaded.
    monkeypatch.setenv("VERBATIM_THREADS", "many")
    with pytest.raises(VerbatimError) as caught:
        ProcessRebuild()(lambda *_: None)
    assert "VERBATIM_THREADS is 'many'" in for_terminal(caught.value)


def test_the_child_says_what_is_wrong_with_the_settings(capsys, monkeypatch):
    monkeypatch.setenv("VERBATIM_THREADS", "many")
    assert main() == 2
    said = error_from_data(json.loads(capsys.readouterr().out.splitlines()[-1])["error"])
    assert "VERBATIM_THREADS" not in for_discord(said, administrator=True)
    assert "VERBATIM_THREADS is 'many'" in for_discord(said, administrator=True, owner=True)
