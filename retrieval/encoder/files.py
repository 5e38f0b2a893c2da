"""Small files that may vanish, be half written or belong to somebody else."""

import json
from pathlib import Path
from typing import Any

from retrieval.atomic import write_atomically

__all__ = ["read_json", "write_json"]


def read_json(file: Path) -> dict[str, Any]:
    """Read a JSON object; a file that is missing or is no such thing reads as an empty one."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def write_json(file: Path, value: object) -> None:
    """Replace a JSON file at once: a reader sees the old content or the new.

    Raises:
        OSError: the folder can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps(value, ensure_ascii=False, indent=1))
