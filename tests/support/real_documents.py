"""Real documents to read: those of Debian's documentation packages, and how much is read of them.

``cd tests/support && ../../.venv/bin/python -m real_documents`` prints the figures that
retrieval/reading/README.md gives: which words of what poppler and pandoc make of the same files
are read, and how many of those in the same order.
"""

import gzip
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from retrieval.errors import DocumentError
from retrieval.reading import SUFFIXES, read_file

__all__ = ["CACHE", "PACKAGES", "Comparison", "compare", "documents", "fetch", "main"]

CACHE = Path(tempfile.gettempdir()) / "verbatim-debian-documents"
PACKAGES = (
    "apt-doc autoconf-doc bash-doc dblatex-doc debian-faq debian-policy developers-reference"
    " git-doc glpk-doc harden-doc maint-guide"
).split()
_TEXTS = (".text", ".info")
_WORD = re.compile(r"\w+")
# So that a document of a thousand pages is compared in seconds.
_MOST_WORDS = 60_000


class UnavailableError(Exception):
    """There is no way to the packages here."""


def fetch() -> Path:
    """Download and unpack the packages; return the folder with what is in them.

    Raises:
        UnavailableError: apt or its servers can't be reached.
    """
    done = CACHE / "done"
    if done.exists():
        return CACHE / "files"
    for tool in ("apt-get", "dpkg-deb", "pdftotext", "pandoc"):
        if shutil.which(tool) is None:
            raise UnavailableError(f"{tool} is not installed")
    work = CACHE / "debs"
    work.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        if list(work.glob(f"{package}_*.deb")):
            continue
        command = ["apt-get", "download", "-q", package]
        run = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        if run.returncode:
            raise UnavailableError(f"{package} can't be downloaded: {run.stderr.strip()[:200]}")
    for deb in sorted(work.glob("*.deb")):
        target = CACHE / "files" / deb.name.split("_")[0]
        target.mkdir(parents=True, exist_ok=True)
        subprocess.run(["dpkg-deb", "-x", deb, target], check=True)
    done.touch()
    return CACHE / "files"


def documents(folder: Path) -> list[tuple[str, bytes]]:
    """Return name and bytes of every file that can be read, what is compressed unpacked.

    Texts and manuals of GNU info that say so by their names are called texts, as whoever has them
    would have to call them.
    """
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file():
            continue
        name = file.relative_to(folder).as_posix()
        bare = name.removesuffix(".gz")
        if Path(bare).suffix in _TEXTS:
            bare += ".txt"
        if Path(bare).suffix.lower() in SUFFIXES:
            data = file.read_bytes()
            found.append((bare, gzip.decompress(data) if name.endswith(".gz") else data))
    return found


@dataclass(frozen=True)
class Comparison:
    """How much of a program's text is in ours."""

    kept: float
    """Share of its words, each as often as it has it."""
    in_order: float
    """Of those kept, the share that comes in its order."""
    words: int


def compare(ours: str, theirs: str) -> Comparison:
    """Compare two texts of one document by their words."""
    mine = [word.casefold() for word in _WORD.findall(ours)][:_MOST_WORDS]
    other = [word.casefold() for word in _WORD.findall(theirs)][:_MOST_WORDS]
    common = (Counter(mine) & Counter(other)).total()
    longest = LCSseq.similarity(mine, other)
    return Comparison(
        kept=common / max(len(other), 1), in_order=longest / max(common, 1), words=len(other)
    )


def theirs(name: str, data: bytes, folder: Path) -> str | None:
    """Return what poppler (of a PDF) or pandoc (of web pages and books) makes of a file."""
    suffix = Path(name).suffix.lower()
    file = folder / f"document{suffix}"
    file.write_bytes(data)
    if suffix == ".pdf":
        command = ["pdftotext", "-enc", "UTF-8", "-nopgbrk", file, "-"]
    elif suffix in {".html", ".epub"}:
        command = ["pandoc", "-f", suffix[1:], "-t", "plain", "--wrap=none", file]
    else:
        return None
    run = subprocess.run(command, capture_output=True, check=False, timeout=300)
    text = run.stdout.decode("utf-8", "replace")
    if suffix == ".pdf":  # Words that are cut at the ends of lines are mended by us only.
        text = re.sub(r"(\w)[-\u00ad\u2010]\n(\w)", r"\1\2", text)
    return text if run.returncode == 0 else None


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the figures: all PDFs and books, and a hundred web pages drawn by lot."""
    files = documents(fetch())
    pages = [one for one in files if one[0].endswith(".html")]
    chosen = random.Random(14).sample(pages, 100)
    groups = {
        "PDF, against pdftotext": [one for one in files if one[0].endswith(".pdf")],
        "EPUB, against pandoc": [one for one in files if one[0].endswith(".epub")],
        "HTML, against pandoc": chosen,
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, group in groups.items():
            figures, failed = [], 0
            for path, data in group:
                other = theirs(path, data, Path(folder))
                try:
                    ours = read_file(data, path).documents[0].text
                except DocumentError as error:
                    failed += 1
                    _say(f"  {path}: {error}")
                    continue
                if other is not None and _WORD.search(other):
                    one = compare(ours, other)
                    figures.append(one)
                    if one.kept < 0.9 or one.in_order < 0.9:
                        _say(f"  {path}: {one.kept:.3f} {one.in_order:.3f} of {one.words}")
            words = sum(one.words for one in figures)
            kept = sum(one.kept * one.words for one in figures) / words
            order = sum(one.in_order * one.words for one in figures) / words
            _say(
                f"{name}: {len(figures)} documents, {words:,} words, "
                f"kept {kept:.3f}, of these in order {order:.3f}, named instead {failed}"
            )


if __name__ == "__main__":
    main()
