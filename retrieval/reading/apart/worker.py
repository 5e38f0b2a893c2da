"""The process that reads: ``python -m retrieval.reading.apart.worker``, until its input ends."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import IO

from retrieval.errors import DocumentError
from retrieval.reading.apart.limits import Limits
from retrieval.reading.apart.messages import (
    Failed,
    Ready,
    Request,
    Result,
    pack,
    receive,
    send,
    send_packed,
)
from retrieval.reading.sentences import read_sentences

try:
    import resource
except ImportError:  # Windows: the time is bounded by whoever waits, the memory by the machine.
    resource = None  # type: ignore[assignment]

__all__ = ["main"]

_TOO_MUCH = "Reading it takes more than {gigabytes:.1f} GB of memory; split it into smaller files."
_TOO_LARGE = "What it holds comes to more than {megabytes} MB; split it into several documents."
_CRASHED = "Its reader failed on it ({error}); it may be damaged, so save it again."
_OOM_SCORE = Path("/proc/self/oom_score_adj")


def main() -> int:
    """Answer requests; returns the exit code."""
    # Ctrl-C is for the process that waits, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What a library prints must not get among the messages.
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    with suppress(OSError):
        _OOM_SCORE.write_text("1000")  # Where memory ends, this is the process to do without.
    with suppress(OSError, ValueError, EOFError), source, sink:
        send(sink, Ready())
        while True:
            _serve(source, sink)
    return 0


def _serve(source: IO[bytes], sink: IO[bytes]) -> None:
    request = receive(source)
    if not isinstance(request, Request):
        raise EOFError
    read = _read(request)
    _limit_memory(None)
    answer = pack(read)
    if len(answer) > request.limits.output:
        reason = _TOO_LARGE.format(megabytes=request.limits.output // 1_000_000)
        answer = pack(Failed(reason=reason))
    send_packed(sink, answer)


def _read(request: Request) -> Result | Failed:
    _limit_time(request.limits)
    _limit_memory(request.limits)
    try:
        return Result(
            documents=read_sentences(request.data, request.path, language=request.language)
        )
    except DocumentError as error:
        if isinstance(error.__cause__, MemoryError):
            return _out_of_memory(request.limits)
        return Failed(reason=str(error))
    except MemoryError:
        return _out_of_memory(request.limits)
    except BaseException as error:  # SystemExit of a library among them
        return Failed(reason=_CRASHED.format(error=type(error).__name__))


def _out_of_memory(limits: Limits) -> Failed:
    return Failed(reason=_TOO_MUCH.format(gigabytes=limits.memory / 1e9), out_of_memory=True)


def _limit_time(limits: Limits) -> None:
    if resource is not None:
        with suppress(OSError, ValueError):
            _, hard = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(
                resource.RLIMIT_CPU, (int(process_time()) + 1 + limits.seconds, hard)
            )
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_memory(limits: Limits | None) -> None:
    if resource is not None:
        with suppress(OSError, ValueError):
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory if limits else hard, hard))


if __name__ == "__main__":
    sys.exit(main())
