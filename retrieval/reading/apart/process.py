"""The side that waits: starts the process, hands it files, and ends it where one takes too long."""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pickle import UnpicklingError
from threading import Lock, Timer
from typing import IO

from retrieval.errors import DocumentError, VerbatimError
from retrieval.reading.apart.limits import Limits, limits_for
from retrieval.reading.apart.messages import Failed, Ready, Request, Result, receive, send
from retrieval.reading.sentences import ReadDocument

__all__ = ["ReadingProcess", "read_apart"]

_TOO_LONG = "Reading it takes more than {seconds} s; split it into smaller files, or save it again."
_ENDED = "Its reader ended on it without a word; it may be damaged, so save it again."
_WORKER = (sys.executable, "-P", "-m", "retrieval.reading.apart.worker")
# Libraries of numbers would start a thread, with memory of its own, for each processor.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class ReadingProcess:
    """Reads files one after the other, from any thread; started with the first of them.

    Args:
        command: The process.
        limits: What a file of so many bytes may cost.
    """

    def __init__(
        self,
        command: tuple[str, ...] = _WORKER,
        limits: Callable[[int], Limits] = limits_for,
    ) -> None:
        self._command = command
        self._limits = limits
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def read(self, data: bytes, path: str, *, language: str = "") -> tuple[ReadDocument, ...]:
        """Read the bytes of a file; see `read_sentences`.

        Raises:
            DocumentError: It can't be read, or not within its limits; the reason in one sentence.
            VerbatimError: The process can't be started.
        """
        with self._lock:
            limits = self._limits(len(data))
            return self._read(Request(data=data, path=path, limits=limits, language=language))

    def close(self) -> None:
        """End the process; it is started again with the next file."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            with suppress(OSError):
                child.communicate()

    def _read(self, request: Request) -> tuple[ReadDocument, ...]:
        is_fresh = self._child is None or not self._served
        try:
            answer = self._ask(request)
        except DocumentError:
            self.close()
            raise
        except (EOFError, OSError, UnpicklingError) as error:
            if isinstance(error, UnpicklingError):
                self.close()  # It goes on, whatever it does.
            code = self._end()
            # Of what earlier files have left behind, this one is innocent.
            if is_fresh or _ran_out_of_time(code):
                raise self._failure(code, request) from None
            return self._read(request)
        except BaseException:  # Ctrl-C above all: nobody would take the answer.
            self.close()
            raise
        if isinstance(answer, Result):
            self._served += 1
            return answer.documents
        if answer.out_of_memory:
            self.close()
            if not is_fresh:
                return self._read(request)
        raise DocumentError(answer.reason)

    def _ask(self, request: Request) -> Result | Failed:
        child = self._child or self._start()
        with _deadline(child, request.limits.wait) as is_late:
            try:
                send(_stream(child.stdin), request)
                answer = receive(_stream(child.stdout), most=request.limits.output)
            except (EOFError, OSError):
                if is_late():
                    raise _too_long(request) from None
                raise
        if not isinstance(answer, Result | Failed):
            raise EOFError
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        # Nothing of what is secret is a reader's business.
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("VERBATIM")}
        try:
            child = subprocess.Popen(  # noqa: S603 - our own module, no shell
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=inherited | _ONE_THREAD,
            )
        except OSError as error:
            reason = (error.strerror or "unknown failure").lower()
            raise VerbatimError(f"No process can be started to read documents ({reason})") from None
        self._child, self._served = child, 0
        with suppress(EOFError, OSError, UnpicklingError):
            if isinstance(receive(_stream(child.stdout)), Ready):
                return child
        code = self._end()
        raise VerbatimError(f"The process that reads documents ended at once (exit code {code})")

    def _end(self) -> int:
        """Return the exit code of a process that is ending by itself."""
        child = self._child
        if child is None:
            return 0
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=5)
        self.close()
        return child.returncode

    def _failure(self, code: int, request: Request) -> DocumentError:
        if _ran_out_of_time(code):
            return _too_long(request)
        return DocumentError(_ENDED)


def read_apart(data: bytes, path: str, *, language: str = "") -> tuple[ReadDocument, ...]:
    """Read the bytes of a file in a process that is kept for the next one; see `read_sentences`.

    Raises:
        DocumentError: It can't be read, or not within its limits; the reason in one sentence.
        VerbatimError: The process can't be started.
    """
    return _shared.read(data, path, language=language)


def _too_long(request: Request) -> DocumentError:
    return DocumentError(_TOO_LONG.format(seconds=request.limits.seconds))


def _ran_out_of_time(code: int) -> bool:
    return hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU


@contextmanager
def _deadline(child: subprocess.Popen[bytes], seconds: float) -> Iterator[Callable[[], bool]]:
    """Kill a process after so many seconds, unless it is left earlier; tells whether it was."""
    killed = False

    def kill() -> None:
        nonlocal killed
        killed = True
        child.kill()

    timer = Timer(seconds, kill)
    timer.daemon = True
    timer.start()
    try:
        yield lambda: killed
    finally:
        timer.cancel()


def _stream(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe


_shared = ReadingProcess()
atexit.register(_shared.close)
