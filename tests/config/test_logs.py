"""Logs: one JSON object a line, discord.py's too, and never what people asked."""

import json
import logging
import re

import pytest
import structlog

from bot.terminal.plain import printable
from config.logs import configure_logging
from legible import faint


@pytest.fixture(autouse=True)
def restored():
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    for own in ("bot", "config", "retrieval"):
        logging.getLogger(own).setLevel(logging.NOTSET)
    structlog.reset_defaults()


def test_json_has_the_same_shape_from_both_libraries(capsys):
    configure_logging(level="INFO", form="json")
    structlog.get_logger("bot").info("answered", answer="abc")
    logging.getLogger("discord.gateway").warning("late by %d s", 3)
    logging.getLogger("discord").debug("noise")
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert (first["event"], first["answer"], first["level"], first["logger"]) == (
        "answered",
        "abc",
        "info",
        "bot",
    )
    assert (second["event"], second["level"], second["logger"]) == (
        "late by 3 s",
        "warning",
        "discord.gateway",
    )
    assert first["timestamp"].endswith("Z")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_traceback_shows_no_local_variables(capsys, form):
    configure_logging(level="INFO", form=form)
    question = "my secret question"
    try:
        raise RuntimeError(len(question))
    except RuntimeError:
        structlog.get_logger("bot").exception("failed")
    written = capsys.readouterr().err
    assert "RuntimeError" in written
    assert "my secret question" not in written.replace('question = "my secret question"', "")


def test_auto_is_json_away_from_a_terminal(capsys):
    configure_logging(level="INFO", form="auto")
    structlog.get_logger("bot").info("hello")
    assert json.loads(capsys.readouterr().err)["event"] == "hello"


def test_a_log_line_cannot_drive_the_terminal(capsys):
    configure_logging(level="INFO", form="text", printable=printable)
    hostile = "\x1b]0;pwned\x07\x9b2J\u202e"
    log = structlog.get_logger("bot")
    event = f"event {hostile}"
    log.info(event, title=hostile, path=[hostile])
    logging.getLogger("discord").warning("said %s", hostile)
    try:
        raise RuntimeError(hostile)
    except RuntimeError:
        log.exception("failed")
    written = capsys.readouterr().err
    assert "pwned" in written
    assert not re.search("(?!\n)[\x00-\x1f\x7f-\x9f\u202e]", written)


def test_no_level_tells_what_libraries_pass_on(capsys):
    """discord.py logs each event whole at DEBUG: questions, and tokens to answer with."""
    configure_logging(level="DEBUG", form="json")
    for name in ("discord.gateway", "discord.http", "urllib3", "aiosqlite"):
        logging.getLogger(name).debug("WebSocket Event: %s", {"content": "my secret"})
    structlog.get_logger("bot.app.observer").debug("own")
    text = capsys.readouterr().err
    assert "secret" not in text
    assert "own" in text


@pytest.mark.parametrize("form", ["json", "text"])
def test_an_interactions_token_is_left_out(capsys, form):
    configure_logging(level="INFO", form=form)
    address = "https://discord.com/api/v10/webhooks/42/aW50ZXJhY3Rpb24.6Z-x_y/messages/@original"
    logging.getLogger("discord.http").warning(
        "We are being rate limited. %s %s responded with 429.", "PATCH", address
    )
    structlog.get_logger("bot.x").info("failed", reason=f"/interactions/7/aW50ZX_Zz-/callback {1}")
    text = capsys.readouterr().err
    assert "aW50" not in text
    assert "/webhooks/42/…/messages/@original" in text or "\\u2026" in text


def test_a_terminal_is_written_in_its_own_colours(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    configure_logging(level="INFO", form="auto")
    structlog.get_logger("bot").info("answered", answer="abc")
    structlog.get_logger("bot").error("failed")
    told = capsys.readouterr().err
    assert "answered" in told
    assert "failed" in told
    assert not faint(told)
