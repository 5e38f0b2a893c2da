"""Questions where a file of some kind is, and sentences that give the path of one.

"Where is the config file" is answered by "Tern reads its settings from `/etc/tern.toml`".
"""

import re

from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.words import read, stems

__all__ = ["gives_path", "whose_file"]

_ASKED = re.compile(
    r"\b(?:where|which\s+(?:file|folder|directory)|path|location)\b[^?]{0,60}?\b(?P<kind>config|configuration"
    r"|settings|preferences|options|logs?|log\s?files?|data|databases?|cache|backups?|saves?|keys?"
    r"|certificates?|plugins?|mods?|templates?|themes?)\b",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    r"\W*(?:the\s+)?(?P<kind>config|configuration|settings|logs?|data|database|cache|backups?)"
    r"(?:\s+(?:file|folder|directory))?\s+(?:path|location|folder|directory)\W*\Z",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"(?<![\w:/.])(?:~|\.{1,2}|[A-Za-z]:|%\w{1,40}%|\$\w{1,40})?[/\\][\w.-]+(?:[/\\][\w.{}<>-]+)*"
    r"|\b[\w-]{1,60}\.(?:toml|ya?ml|ini|conf|cfg|json|env|properties|log|db|sqlite3?)\b"
)
_ALIKE = tuple(
    map(
        stems,
        (
            "config configuration configure configured settings setting preferences options",
            "log logs logfile logged logging",
            "data database databases db",
            "backup backups",
            "save saves saved",
        ),
    )
)
"""Words for one kind of file."""
_BEFORE_OWNER = frozenset("a an are is its my our the their this your".split())
_OWNED = 3
"""Words of "the ssh config"."""
_ANY_FILE = FUNCTION_WORDS | frozenset(
    """actual app application bot client computer current custom default exact file files find game
    global keep kept local locate located main own program project saved see server service
    software stored system tool user""".split()
)
"""What stands before "config" and names nothing, or what the documents are about anyway."""


def gives_path(question: str, sentence: str) -> bool:
    """Tell whether a question asks where files of a kind are, and a sentence has a path of such.

    Args:
        question: One that stands alone.
        sentence: What may answer.
    """
    asked = _asked(question)
    if asked is None or _PATH.search(sentence) is None:
        return False
    kind, said = stems(asked["kind"]), stems(sentence)
    meant = frozenset().union(kind, *(alike for alike in _ALIKE if alike & kind))
    return bool(meant & said)


def whose_file(question: str) -> str | None:
    """Return the stem of whose file is asked for, in "the ssh config file"; None: nobody's.

    Args:
        question: One that stands alone.
    """
    asked = _asked(question)
    if asked is None:
        return None
    words = read(question[: asked.end("kind")])[-_OWNED:]
    if len(words) < _OWNED or words[0].lower not in _BEFORE_OWNER:
        return None
    owner = words[1]
    return None if owner.common or owner.lower in _ANY_FILE else owner.stem


def _asked(question: str) -> re.Match[str] | None:
    return _ASKED.search(question) or _REVERSED.match(question)
