"""However long it runs, and for however many, the bot needs the memory that it began with."""

import asyncio
import json
import shutil
import sys
from pathlib import Path

import pytest

SOAK = Path(__file__).with_name("soak.py")
MORE = 1.1
"""How much more at the end than after the first tenth or so."""


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the memory is read from /proc")
@pytest.mark.parametrize("what", ["questions", "swaps", "askers"])
async def test_memory_does_not_grow(library, encoder_cache, tmp_path, what):
    shutil.copytree(library / "seeds", tmp_path / "seeds")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(SOAK), str(tmp_path), str(encoder_cache), what),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0
    memory = json.loads(said)
    print(f"{what}: {memory['early'] / 1e6:.0f} MB, then {memory['late'] / 1e6:.0f} MB")  # noqa: T201
    assert memory["late"] <= MORE * memory["early"]
