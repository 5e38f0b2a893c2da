"""Small files that may vanish, be half written or belong to somebody else."""

import json
import uuid
from pathlib import Path
from typing import Any

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
    # Not tempfile's: what it makes can be read by its owner alone, and a cache may be shared.
    aside = file.with_name(f".{file.name}.{uuid.uuid4().hex}")
    try:
        with aside.open("x", encoding="utf-8") as out:
            json.dump(value, out, ensure_ascii=False, indent=1)
        aside.replace(file)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
