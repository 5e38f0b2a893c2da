"""The bot as a process of its own, talking to a loopback server."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from loopback.server import LoopbackDiscord

LAUNCHER = Path(__file__).with_name("launch.py")


class BotProcess:
    """One ``verbatim …``, started through the launcher; use it as an async context manager.

    Args:
        server: What it takes for Discord.
        folder: Where it runs and where its log is written.
        settings: ``VERBATIM_…`` settings without the prefix, in any case.
        command: The command and its arguments.
    """

    def __init__(
        self,
        server: LoopbackDiscord,
        folder: Path,
        settings: Mapping[str, object] | None = None,
        *command: str,
    ) -> None:
        self.folder = folder
        # Several processes may share a folder.
        self.log_path = folder / f"bot{len(list(folder.glob('bot*.log')))}.log"
        self.log_path.touch()
        self._command = command or ("run",)
        given = {"discord_token": server.token, "log_format": "json", **(settings or {})}
        # Nothing of the developer's environment but what an interpreter needs.
        kept = ("PATH", "HOME", "LANG", "SYSTEMROOT", "HF_HUB_OFFLINE", "XDG_CACHE_HOME")
        self._environment = {name: os.environ[name] for name in kept if name in os.environ}
        self._environment |= {
            f"VERBATIM_{name.upper()}": str(value)
            for name, value in given.items()
            if value is not None
        }
        self._environment |= {
            "LOOPBACK_API": server.api_url,
            "LOOPBACK_GATEWAY": server.gateway_url,
            "PYTHONUNBUFFERED": "1",
        }
        self._server = server
        self._process: asyncio.subprocess.Process | None = None
        server.witnesses.append(lambda: f"the end of {self.log_path.name}:\n{self.log[-3000:]}")

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.kill()

    @property
    def log(self) -> str:
        """Everything it wrote so far, to both streams."""
        return self.log_path.read_text("utf-8", "replace")

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    def events(self, name: str) -> list[dict]:
        """Return the log's JSON entries whose event is ``name``."""
        found = []
        for line in self.log.splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict) and entry.get("event") == name:
                found.append(entry)
        return found

    async def start(self) -> None:
        """Start it; it does not wait for a login."""
        with self.log_path.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                str(LAUNCHER),
                *self._command,
                cwd=self.folder,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def online(self, *, within: float = 60) -> None:
        """Wait until it has logged in.

        Raises:
            AssertionError: It ended, or did not come in time.
        """
        try:
            await self._server.until(
                lambda: self._server.gateway.online or not self.running, within=within
            )
        except AssertionError:
            raise AssertionError(f"no login within {within:g} s:\n{self.log}") from None
        assert self.running, f"the bot ended with {self.code}:\n{self.log}"

    @property
    def code(self) -> int | None:
        """The exit code, None while it runs."""
        return None if self._process is None else self._process.returncode

    def signal(self, number: int = signal.SIGTERM) -> None:
        """Send it a signal."""
        assert self._process is not None
        self._process.send_signal(number)

    async def ended(self, *, within: float) -> int:
        """Wait for its end and return the exit code.

        Raises:
            AssertionError: It did not end in time.
        """
        assert self._process is not None
        try:
            return await asyncio.wait_for(self._process.wait(), within)
        except TimeoutError:
            raise AssertionError(f"the bot still runs after {within:g} s:\n{self.log}") from None

    async def kill(self) -> None:
        """End it at once, if it still runs."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
