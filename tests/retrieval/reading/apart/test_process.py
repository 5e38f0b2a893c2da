"""A file that no reader survives costs itself, and nothing else."""

import os
import pickle
import signal
import subprocess
import sys
import time
from io import BytesIO

import pytest

from retrieval.errors import DocumentError, VerbatimError
from retrieval.reading.apart import Limits, ReadingProcess, limits_for
from retrieval.reading.apart.messages import Failed, Ready, receive, send
from retrieval.reading.sentences import read_sentences

GOOD = b"Rome\n\nThe Colosseum was completed in 80 AD. It held fifty thousand people.\n"

# The worker, with a reader that does to itself what its file says.
HOSTILE = """
import os, sys, time
from retrieval.reading.apart import worker
real = worker.read_sentences
def read(data, path, *, language):
    exec(data, {"os": os, "sys": sys, "time": time}) if path.endswith(".py") else None
    return real(data, path, language=language)
worker.read_sentences = read
sys.exit(worker.main())
"""
SMALL = Limits(seconds=1, memory=1 << 30)
# To fill so much memory takes a second on a slow machine.
PATIENT = Limits(seconds=20, memory=1 << 30)


def reading_within(limits):
    reading = ReadingProcess((sys.executable, "-P", "-c", HOSTILE), lambda _: limits)
    yield reading
    reading.close()


@pytest.fixture
def process():
    yield from reading_within(SMALL)


@pytest.fixture
def patient_process():
    yield from reading_within(PATIENT)


def test_it_reads_what_is_read_here():
    reading = ReadingProcess()
    markdown = b"---\ntitle: A\nowner: B\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- **C:** d\n"
    try:
        for path, data in (("rome.txt", GOOD), ("a.md", markdown)):
            assert reading.read(data, path) == read_sentences(data, path)
    finally:
        reading.close()


def test_a_reason_is_passed_on(process):
    for data, path in ((b"\x00\x01binary", "a.txt"), (b"  \n", "b.md"), (GOOD, "c.unknown")):
        with pytest.raises(DocumentError) as here:
            read_sentences(data, path)
        with pytest.raises(DocumentError) as apart:
            process.read(data, path)
        assert str(apart.value) == str(here.value)


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("while True: pass", "takes more than 1 s"),
        ("import re; re.match('(a|a)*b', 'a' * 60)", "takes more than 1 s"),
        ("kept = bytearray(2 << 30)", "more than 1.1 GB of memory"),
        ("os._exit(0)", "ended on it"),
        ("os.kill(os.getpid(), 11)", "ended on it"),
        ("sys.exit(3)", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise ValueError('\\ud800')", "ValueError"),
        ("def deep(): deep()\ndeep()", "RecursionError"),
    ],
)
def test_what_a_reader_does_to_its_process_is_its_files_trouble(process, does, reason):
    assert process.read(GOOD, "before.txt") == read_sentences(GOOD, "before.txt")
    with pytest.raises(DocumentError, match=reason) as failure:
        process.read(does.encode(), "a.py")
    assert str(failure.value).count(".") - str(failure.value).count("1.1") == 1
    assert process.read(GOOD, "after.txt") == read_sentences(GOOD, "after.txt")


def test_a_reader_that_only_waits_is_given_up(process, monkeypatch):
    monkeypatch.setattr(Limits, "wait", property(lambda _: 0.3))
    with pytest.raises(DocumentError, match="takes more than 1 s"):
        process.read(b"time.sleep(60)", "a.py")
    assert process.read(GOOD, "after.txt")


def test_what_a_library_prints_is_no_message(process):
    with pytest.raises(DocumentError, match=r"Files ending in"):
        process.read(b"print('x' * 100000); os.system('echo more')", "a.py")
    assert process.read(GOOD, "after.txt")


def test_memory_that_earlier_files_left_behind_is_no_files_fault(patient_process):
    keep = b"sys.kept = bytearray(600 << 20)"
    with pytest.raises(DocumentError, match="Files ending in"):
        patient_process.read(keep, "a.py")
    patient_process.read(GOOD, "between.txt")
    need = b"kept = bytearray(600 << 20)"
    with pytest.raises(
        DocumentError, match="Files ending in"
    ):  # Read, as far as such a file can be.
        patient_process.read(need, "b.py")


def test_time_is_counted_for_each_file_anew(process):
    for _ in range(4):
        with pytest.raises(DocumentError, match="Files ending in"):
            process.read(
                b"end = time.process_time() + .5\nwhile time.process_time() < end: 0", "a.py"
            )


def test_secrets_stay_here(monkeypatch, process):
    monkeypatch.setenv("VERBATIM_DISCORD_TOKEN", "secret")
    asked = b"raise ValueError if any(n.startswith('VERBATIM_') for n in os.environ) else KeyError"
    with pytest.raises(DocumentError, match="KeyError"):
        process.read(asked, "a.py")


# A worker that a hostile file has taken over says what it likes.
TAKEN_OVER = """
import sys
from retrieval.reading.apart.messages import Ready, receive, send
send(sys.stdout.buffer, Ready())
receive(sys.stdin.buffer)
sys.stdout.buffer.write({answer!r})
sys.stdout.buffer.flush()
sys.stdin.buffer.read()
"""


@pytest.mark.parametrize(
    "answer",
    [
        b"\xff" * 16,
        (1 << 40).to_bytes(8) + b"x",
        *(
            len(said).to_bytes(8) + said
            for said in (
                b"\x80\xff.",
                b"Inotint\n",
                b"00.",
                b"cretrieval.domain.documents\nSpan\n)R.",
            )
        ),
    ],
)
def test_whatever_the_worker_says_is_its_files_trouble(answer):
    command = (sys.executable, "-P", "-c", TAKEN_OVER.format(answer=answer))
    reading = ReadingProcess(command, lambda _: SMALL)
    try:
        with pytest.raises(DocumentError, match="ended on it"):
            reading.read(GOOD, "a.txt")
    finally:
        reading.close()


@pytest.mark.parametrize("command", [("/no/such/program",), (sys.executable, "-c", "0")])
def test_a_process_that_can_not_be_started_is_no_files_fault(command):
    with pytest.raises(VerbatimError, match="process") as failure:
        ReadingProcess(command).read(GOOD, "a.txt")
    assert not isinstance(failure.value, DocumentError)


def test_the_process_ends_with_the_one_that_started_it():
    ask = (
        "import os; from retrieval.reading.apart import process as p;"
        "p.read_apart(b'One sentence.', 'a.txt'); print(p._shared._child.pid, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", ask], capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL
    for _ in range(100):
        try:
            os.kill(int(done.stdout), 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the reading process goes on")


def test_an_answer_makes_nothing_but_documents():
    class Evil:
        def __reduce__(self):
            return os.system, ("true",)

    for message in (Evil(), {"a": pickle.loads}, [DocumentError("x")]):
        stream = BytesIO()
        send(stream, message)
        with pytest.raises(pickle.UnpicklingError):
            receive(BytesIO(stream.getvalue()))
    stream = BytesIO()
    send(stream, Failed(reason="x"))
    assert receive(BytesIO(stream.getvalue())) == Failed(reason="x")


def test_a_message_that_is_cut_short_is_none():
    stream = BytesIO()
    send(stream, Ready())
    whole = stream.getvalue()
    for length in (0, 3, len(whole) - 1):
        with pytest.raises(EOFError):
            receive(BytesIO(whole[:length]))


def test_the_limits_grow_with_the_file_and_stay_below_the_machine():
    small, large = limits_for(400), limits_for(20_000_000)
    assert small.seconds == 20
    assert large.seconds == 420
    assert small.memory <= large.memory
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert limits_for(10**12).memory < machine
    assert small.output < large.output


def test_what_is_read_of_a_file_has_a_bound_too():
    reading = ReadingProcess(limits=lambda _: Limits(seconds=20, memory=2 << 30, output=1_000_000))
    try:
        assert reading.read(b"- a\n" * 1_000, "a.md")
        with pytest.raises(DocumentError, match="comes to more than 1 MB"):
            reading.read(b"a\n\n" * 16_000, "a.txt")
        assert reading.read(GOOD, "after.txt")
    finally:
        reading.close()
