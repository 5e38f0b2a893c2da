"""``python question_set.py FOLDER``: is it there to be asked? Exit code 0 or 2.

`make bench` asks this before it installs the systems that it compares, and those are large.
"""

import sys
from pathlib import Path

__all__ = ["complaint"]


def complaint(folder: Path) -> str | None:
    """Say in a sentence what a folder lacks to be an evaluation folder, and where to get one."""
    missing = [
        name
        for name, there in (
            ("corpus/", (folder / "corpus").is_dir()),
            ("questions.jsonl", (folder / "questions.jsonl").is_file()),
        )
        if not there
    ]
    if not missing:
        return None
    return (
        f"{folder} holds no {' and no '.join(missing)}: name an evaluation folder with"
        " 'make bench BENCH=FOLDER'; the README says what it holds and how to make one of"
        " SQuAD 2.0's development set (rajpurkar.github.io/SQuAD-explorer)."
    )


def main(folder: Path) -> int:
    """Complain on standard error, if there is reason to."""
    said = complaint(folder)
    if said is None:
        return 0
    sys.stderr.write(f"{said}\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
