"""What a fuzzer begins with: documents of every format, and everything that ever fell."""

import functools
from pathlib import Path

from made_documents import every

__all__ = ["FELL", "seeds"]

CASES = Path(__file__).parents[3] / "shared" / "cases"

FELL = {
    "alias-to-itself.md": b"---\na: &a [*a]\n---\n\nText.\n",
    "aliases.md": b"---\na: &a x\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\ntitle: [*c,*c]\n---\nText.\n",
    "bad-bool.md": b"---\ntitle: !!bool maybe\n---\n\nText.\n",
    "bad-int.md": b"---\ntitle: !!int x\n---\n\nText.\n",
    "bad-float.md": b"---\ntitle: !!float .\n---\n\nText.\n",
    "bad-time.md": b"---\ntitle: !!timestamp 2001-13-45\n---\n\nText.\n",
    "hexadecimal.md": b"---\ntitle: 0x" + b"f" * 9_000 + b"\n---\n\nText.\n",
    "sexagesimal.md": b"---\ntitle: " + b"59:" * 3_000 + b"1\n---\n\nText.\n",
    "surrogate.md": b'---\ntitle: "\\ud800"\n---\n\nText.\n',
    "beyond-unicode.md": b'---\ntitle: "\\UFFFFFFFF"\n---\n\nText.\n',
    "python-tag.md": b"---\ntitle: !!python/object/apply:os.system [id]\n---\n\nText.\n",
    "deep-yaml.md": b"---\ntitle: " + b"[" * 3_000 + b"\n---\n\nText.\n",
    "merge-key.md": b"---\n<<: {title: x}\n---\n\nText.\n",
    "blanks.txt": b"12:30" + b" " * 20_000 + "\u00a0b".encode(),
    "tabs.txt": b"a" + b"\t" * 20_000 + b"\nb",
    "comments.md": b"<p>\n" + b"<!--" * 8_000,
    "tags.md": b"<p>\n" + b"<a " * 8_000,
    "nested-lists.md": b"\n".join(b"  " * n + b"- x" for n in range(200)),
    "nested-quotes.md": b"> " * 2_000 + b"x",
    "brackets.md": b"[" * 10_000 + b"](" * 5_000,
    "emphasis.md": b"*a_ " * 5_000,
    "backticks.md": b"".join(b"`" * n + b" " for n in range(200)),
    "references.md": b"\n".join(b"[%d]: x" % n for n in range(2_000)) + b"\n\n[a][1]",
    "long-heading.txt": b"A" * 50_000 + b"\n====\n\n" + b"Text below.\n\n" * 50,
    "numbers.txt": b"\n\n".join(b"%d" % n for n in range(2_000)),
    "pages.txt": b"\n\x0c".join(b"Head\n\nwords go on\n\n- %d -\n" % n for n in range(300)),
    "cues.txt": b"".join(
        b"%d\n00:00:%02d,000 --> 00:00:%02d,000\nwords\n\n" % (n, n % 60, n % 60)
        for n in range(500)
    ),
    "hyphens.txt": b"post-\n" * 4_000,
    "boxes.md": b"!!! note\n\n" * 2_000 + b"    x",
    "colons.md": b":::tip\n" * 3_000,
    "tabs-boxes.md": b'=== "a"\n' * 3_000,
    "data.md": b"![a](data:image/png;base64," * 3_000,
    "data.txt": b"data:a/b;c=d;" * 5_000,
    "wide.txt": "Words.\n".encode("utf-16-le") * 2_000 + b"x",
    "controls.txt": b"\x1b]0;title\x07" * 500 + b" words",
    "bidi.txt": "\u202ewords\u202c. \u2066More\u2069.".encode() * 300,
    "quotes.txt": b'"' * 5_000 + b" words. " + b"'" * 5_000,
    "stops.txt": b"e.g. " * 5_000 + b"...!?" * 2_000,
}


@functools.cache
def seeds() -> list[tuple[str, bytes]]:
    """Return names and bytes: of every format that can be read, and of every case there is."""
    found = [*FELL.items(), *every().items()]
    if CASES.is_dir():
        files = sorted(path for path in CASES.glob("*/corpus/*") if path.is_file())
        found += [(path.name, path.read_bytes()) for path in files if path.stat().st_size < 100_000]
    return found
