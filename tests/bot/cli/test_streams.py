"""A process with any standard streams: an answer is 0, no answer 1, all else 2 and a sentence."""

import json
import os
import subprocess
import sys

import pytest

from bot.cli.streams import StreamError, read_question

VERBATIM = f"{sys.executable} -P -m bot"
FULL = "The output can't be written (no space left on device)."
DRONES = '"who supplies Azerbaijan\'s drones"'


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-c", script],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            f"{VERBATIM} status > /dev/full",
            FULL,
        ),
        (
            f"{VERBATIM} --help > /dev/full",
            FULL,
        ),
        (f"{VERBATIM} status >&-", "The output is closed."),
        # Whoever stops reading knows.
        (f"{VERBATIM} status | exec true; exit ${{PIPESTATUS[0]}}", None),
        (f"{VERBATIM} status | sleep 0; exit ${{PIPESTATUS[0]}}", None),
        (f"{VERBATIM} ask $(printf 'who \\xff drones')", "The question is not UTF-8 text."),
        (f"printf 'who \\xff drones' | {VERBATIM} ask -", "Standard input is not UTF-8 text."),
        (f"printf '\\xff' | {VERBATIM} repl", "The input is not UTF-8 text."),
        (f"{VERBATIM} ask - <&-", "the question is empty"),
        (f"printf 'VERBATIM_MODEL=\\xff' > .env; {VERBATIM} status", ".env can't be read"),
    ],
    ids=range(10),
)
def test_it_is_2_and_one_sentence(project, script, said):
    done = shell(script, PYTHONIOENCODING="utf-8")
    assert done.returncode == 2
    errors = done.stderr.decode()
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors
    if said is None:
        assert errors == ""
    else:
        assert said in errors
        assert errors.count("verbatim: ") <= 1


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", "<&-", "<&- 2>&-"])
def test_an_answer_needs_no_other_stream_than_the_output(project, redirection):
    done = shell(f"{VERBATIM} ask {DRONES} {redirection}")
    assert done.returncode == 0
    assert "Turkish-supplied" in done.stdout.decode()


def test_a_file_is_never_opened_in_the_place_of_a_closed_stream(project):
    program = (
        "import os; from bot.cli.streams import prepare_streams; prepare_streams();"
        " assert os.open('a file', os.O_CREAT | os.O_RDWR) > 2"
    )
    done = shell(f'{sys.executable} -P -c "{program}" <&- >&- 2>&-')
    assert done.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_what_an_encoding_lacks_is_written_as_an_escape(project, encoding):
    done = shell(f"{VERBATIM} ask {DRONES}", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert "Weapons Sales \\u203a line 19" in text
    done = shell(f"{VERBATIM} ask --json {DRONES}", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    passages = json.loads(done.stdout.decode(encoding))["passages"]
    assert any("“" in passage["text"] or "’" in passage["text"] for passage in passages)


def test_words_are_joined_and_halves_of_characters_are_none():
    assert read_question(["who", "sold", "drones"]) == "who sold drones"
    with pytest.raises(StreamError, match="The question is not UTF-8 text"):
        read_question(["who", "\udcff"])
