"""How much time and memory reading a file may take."""

import os
from dataclasses import dataclass

__all__ = ["Limits", "limits_for"]

# A text of nothing but one-word list items, the costliest there is, takes a third of this.
_SECONDS = 20
_SECONDS_PER_MB = 20
_BYTES = 2 << 30
_BYTES_PER_BYTE = 400
# A list of one-character items, the costliest there is, takes 25 bytes for each of its own.
_OUTPUT = 200_000_000
_OUTPUT_PER_BYTE = 40
_SHARE_OF_MACHINE = 0.75
_PATIENCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost."""

    seconds: int
    """Of processor time, where the system can count it."""
    memory: int
    """Bytes of address space, where the system can limit it."""
    output: int = _OUTPUT
    """Bytes of what is read of it, as they come from the process."""

    @property
    def wait(self) -> float:
        """Seconds until a reader that does nothing, or shares a busy machine, is given up."""
        return float(self.seconds * _PATIENCE)


def limits_for(size: int) -> Limits:
    """Return what a file of ``size`` bytes may cost: far more than an honest one does."""
    memory = _BYTES + _BYTES_PER_BYTE * size
    machine = _machine_memory()
    if machine:
        memory = min(memory, int(machine * _SHARE_OF_MACHINE))
    return Limits(
        seconds=_SECONDS + _SECONDS_PER_MB * size // 1_000_000,
        memory=memory,
        output=_OUTPUT + _OUTPUT_PER_BYTE * size,
    )


def _machine_memory() -> int:
    """Return the machine's memory in bytes, 0 where that isn't known."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return 0
