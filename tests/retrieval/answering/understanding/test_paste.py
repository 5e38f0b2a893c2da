import pytest

from retrieval.answering.understanding.paste import error_line, looks_pasted

JAVA = """why does it crash?
2024-05-01 10:22:31,123 INFO  [main] Starting Falcon 2.1
2024-05-01 10:22:34,002 ERROR [io-3] java.io.IOException: E-1042 write failed
    at falcon.io.Writer.flush(Writer.java:120)
    ... 12 more"""
PYTHON = """Traceback (most recent call last):
  File "/srv/app/main.py", line 12, in <module>
    run()
  File "/srv/app/main.py", line 8, in run
    raise ValueError from error
FileNotFoundError: [Errno 2] No such file or directory: 'x'"""
CAUSED = """Exception in thread "main" RuntimeException: start failed
    at falcon.Main.main(Main.java:3)
Caused by: falcon.QuotaException: E-1042
    at falcon.io.Writer.flush(Writer.java:120)"""
SERVER = """[12:01:03] [Server thread/INFO]: Loading world
[12:01:05] [Server thread/ERROR]: Failed to bind to port ERR_CONN_4021
[12:01:05] [Server thread/INFO]: Stopping server"""


@pytest.mark.parametrize(
    ("paste", "line"),
    [
        (JAVA, "java.io.IOException: E-1042 write failed"),
        (PYTHON, "FileNotFoundError: [Errno 2] No such file or directory: 'x'"),
        (CAUSED, "falcon.QuotaException: E-1042"),
        (SERVER, "Failed to bind to port ERR_CONN_4021"),
    ],
)
def test_the_line_that_names_the_error_is_found(paste: str, line: str) -> None:
    assert looks_pasted(paste)
    assert error_line(paste) == line


def test_a_paste_put_into_one_line_is_taken_apart_again() -> None:
    one_line = " ".join(JAVA.split())
    assert looks_pasted(one_line)
    assert "E-1042 write failed" in error_line(one_line)


@pytest.mark.parametrize(
    "text",
    [
        "how much\nis it",
        "I get E-1042 write failed, what now?",
        "E-1042",
        "when was the Error released?\nand by whom",
        "",
    ],
)
def test_what_somebody_wrote_is_no_paste(text: str) -> None:
    assert not looks_pasted(text)
