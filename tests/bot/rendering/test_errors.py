"""What is said of a failure, where it is read."""

import pytest

from bot.errors import AnswerStoreError, Busy, DiscordError, LibraryError, TooSlow
from bot.rendering.errors import for_discord, for_terminal
from config.settings import CoreSettings
from retrieval.errors import (
    EvaluationError,
    IndexDamagedError,
    IndexNotFoundError,
    IndexWriteError,
    ModelUnavailableError,
    UnknownDocumentError,
    VerbatimError,
    error_kinds,
)
from retrieval.remedies import BUILD_INDEX, REBUILD_INDEX, Remedy, RemedyKind

KINDS = sorted(error_kinds(), key=lambda kind: kind.__name__)
DOORS = {
    "terminal": for_terminal,
    "everyone": lambda error: for_discord(error, administrator=False),
    "administrator": lambda error: for_discord(error, administrator=True),
    "owner": lambda error: for_discord(error, administrator=True, owner=True),
}
NO_ROOM = IndexWriteError(
    "The index in data/index can't be written (no space left on device)",
    Remedy(RemedyKind.MAKE_ROOM),
    Remedy(RemedyKind.SET, "data", "another folder"),
    Remedy(RemedyKind.THEN_BUILD_AGAIN),
)
NO_MODEL = ModelUnavailableError(
    "There is no model folder ./m",
    Remedy(RemedyKind.MEND_MODEL),
    Remedy(RemedyKind.CORRECT, "model"),
    Remedy(RemedyKind.LEAVE_OUT, "model", "use all-MiniLM-L6-v2"),
)
UNREADABLE = IndexDamagedError(
    "CURRENT can't be read (permission denied)",
    Remedy(RemedyKind.GRANT_READ, "CURRENT"),
    REBUILD_INDEX,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("door", DOORS)
def test_every_error_with_every_remedy_is_one_sentence_at_every_door(door, kind):
    for remedy in RemedyKind:
        said = DOORS[door](kind("Something is the matter", Remedy(remedy, "model", "another one")))
        assert "\n" not in said, remedy
        assert said.rstrip(".?") == said[:-1], remedy
        if door in ("everyone", "administrator"):
            assert "VERBATIM_" not in said, remedy
            assert "verbatim " not in said, remedy


@pytest.mark.parametrize("remedy", RemedyKind)
def test_the_terminal_says_what_to_do_for_every_remedy(remedy):
    bare = IndexDamagedError("It is damaged")
    mended = IndexDamagedError("It is damaged", Remedy(remedy, "model", "another one"))
    start = for_terminal(bare).removesuffix(".")
    assert for_terminal(mended).startswith(f"{start}; ")
    assert for_terminal(mended) == for_discord(mended, administrator=True, owner=True) or (
        remedy in IN_DISCORD
    )


IN_DISCORD = {
    RemedyKind.BUILD_INDEX: "; run `/docs rebuild`.",
    RemedyKind.REBUILD_INDEX: "; run `/docs rebuild`.",
    RemedyKind.BUILD_AFTER_OTHER: "; run `/docs rebuild` again when it has ended.",
    RemedyKind.THEN_BUILD_AGAIN: "; then run `/docs rebuild` again.",
    RemedyKind.LIST_DOCUMENTS: "; `/sources` lists them all.",
    RemedyKind.START_AGAIN: "; start it again.",
    RemedyKind.NAME_DOCUMENT: "; did you mean model?",
    RemedyKind.LIST_STATES: "; `/docs history` lists those that are kept.",
    RemedyKind.TRY_LATER: "; try again when it has ended.",
    RemedyKind.TRY_AGAIN: "; try again in a moment.",
    RemedyKind.THEN_TRY_AGAIN: "; then try again.",
}


@pytest.mark.parametrize("remedy", RemedyKind)
def test_an_administrator_is_told_a_command_or_whom_to_ask(remedy):
    error = IndexDamagedError("It is damaged", Remedy(remedy, "model", "another one"))
    ending = IN_DISCORD.get(remedy, "; whoever runs me has to look after it.")
    assert for_discord(error, administrator=True) == f"It is damaged{ending}"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            IndexNotFoundError("There is no index in data/index yet", BUILD_INDEX),
            "There is no index in data/index yet; run `verbatim index` to make one.",
        ),
        (
            NO_ROOM,
            "The index in data/index can't be written (no space left on device); make room, or set"
            " VERBATIM_DATA to another folder; then run `verbatim index` again.",
        ),
        (
            NO_MODEL,
            "There is no model folder ./m; mend its files, correct VERBATIM_MODEL, or leave it out"
            " to use all-MiniLM-L6-v2.",
        ),
        (
            UNREADABLE,
            "CURRENT can't be read (permission denied); give the user that runs Verbatim the right"
            " to read it, or run `verbatim index` to build the index anew.",
        ),
        (
            EvaluationError(
                "c.json was fitted with another model",
                Remedy(RemedyKind.CALIBRATE_AGAIN),
                Remedy(RemedyKind.REMOVE_CALIBRATION, "c.json"),
            ),
            "c.json was fitted with another model; run 'verbatim calibrate' again, or remove the"
            " file to use the shipped confidence.",
        ),
        (
            UnknownDocumentError(
                "There is no document x in the index",
                Remedy(RemedyKind.NAME_DOCUMENT, "x.md or xy.md"),
            ),
            "There is no document x in the index; did you mean x.md or xy.md?",
        ),
        (
            EvaluationError("q.jsonl is not UTF-8: save it again in that encoding."),
            "q.jsonl is not UTF-8: save it again in that encoding.",
        ),
    ],
)
def test_sentences_at_the_terminal(error, said):
    assert for_terminal(error) == said


def test_who_runs_the_bot_is_told_settings_and_administrators_are_not():
    administrator = for_discord(NO_ROOM, administrator=True)
    assert administrator == (
        "The index in data/index can't be written (no space left on device);"
        " whoever runs me has to look after it; then run `/docs rebuild` again."
    )
    owner = for_discord(NO_ROOM, administrator=True, owner=True)
    assert "; make room, or set VERBATIM_DATA to another folder; then run `/docs" in owner


def test_an_administrator_who_can_mend_it_is_not_sent_to_somebody_else():
    said = for_discord(UNREADABLE, administrator=True)
    assert said == "CURRENT can't be read (permission denied); run `/docs rebuild`."


@pytest.mark.parametrize("error", [NO_ROOM, NO_MODEL, UNREADABLE, AnswerStoreError("a.sqlite3")])
def test_everybody_else_learns_nothing_of_files_and_settings(error):
    said = for_discord(error, administrator=False)
    assert said == "Something went wrong on my side, and it has been logged."


@pytest.mark.parametrize("kind", [Busy, TooSlow, LibraryError])
def test_what_is_meant_for_whoever_asked_is_told_to_everyone(kind):
    assert for_discord(kind("Please ask again."), administrator=False) == "Please ask again."


def test_a_document_that_is_gone_is_told_without_naming_others():
    error = UnknownDocumentError("No document x", Remedy(RemedyKind.NAME_DOCUMENT, "secret.md"))
    assert "secret" not in for_discord(error, administrator=False)
    assert "/sources" in for_discord(error, administrator=False)


def test_settings_are_called_what_they_are_called():
    assert {"cache", "data", "model", "reranker"} <= set(CoreSettings.model_fields)


@pytest.mark.parametrize(
    ("file", "line", "name"),
    [
        ("verbatim.toml", 'model = "x"', "model in verbatim.toml"),
        (".env", "VERBATIM_MODEL=x", "VERBATIM_MODEL in .env"),
        (".env", "VERBATIM_DATA=x", "VERBATIM_MODEL"),
    ],
)
def test_a_setting_is_named_where_it_is_written(tmp_path, file, line, name):
    (tmp_path / file).write_text(line)
    error = VerbatimError("It is gone", Remedy(RemedyKind.CORRECT, "model"))
    assert for_terminal(error) == f"It is gone; correct {name}."


def test_an_error_without_a_remedy_is_its_fact():
    assert for_terminal(DiscordError("Discord is down.")) == "Discord is down."
