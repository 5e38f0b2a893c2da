"""Logs: one JSON object a line, discord.py's too, and never what people asked."""

import json
import logging
import re

import pytest
import structlog

from bot.terminal.plain import printable
from config.logs import configure_logging


@pytest.fixture(autouse=True)
def restored():
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
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
