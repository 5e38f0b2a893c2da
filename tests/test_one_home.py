"""What exists once: no other module may grow a list, a pattern or a write of its own."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
import config
import retrieval
from retrieval.text.stop_words import SHARED

PACKAGES = [Path(package.__file__).parent for package in (bot, config, retrieval)]
MODULES = {
    path.relative_to(root.parent).as_posix(): path
    for root in PACKAGES
    for path in sorted(root.rglob("*.py"))
}


@functools.cache
def trees() -> dict[str, ast.Module]:
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


@functools.cache
def written(tree: ast.AST) -> str:
    return ast.unparse(tree)


@functools.cache
def nodes(tree: ast.AST) -> list[ast.AST]:
    return list(ast.walk(tree))


def strings(tree: ast.AST) -> Iterator[str]:
    """The string constants of a tree but docstrings."""
    told = {id(node.value) for node in nodes(tree) if isinstance(node, ast.Expr)}
    for node in nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def stop_word_lists(tree: ast.AST) -> bool:
    """Whether a statement lists half of the words that every such list has."""
    statements = [node for node in nodes(tree) if isinstance(node, (ast.Assign, ast.AnnAssign))]
    named = [re.findall(r"\w+", " ".join(strings(one))) for one in statements]
    # Prose says some of them again and again; a list hardly ever does.
    listed = [words for words in named if len(set(words)) > 0.9 * len(words)]
    return any(len(SHARED.intersection(words)) >= len(SHARED) / 2 for words in listed)


def word_patterns(tree: ast.AST) -> bool:
    """Whether a regular expression matches any word and nothing but words."""
    calls = [node for node in nodes(tree) if isinstance(node, ast.Call)]
    patterns = [
        "".join(strings(call.args[0])).replace("{_LETTERS}", r"[^\W_]+")
        for call in calls
        if call.args and ast.unparse(call.func).startswith("re.")
    ]
    return any(is_word_pattern(pattern) for pattern in patterns)


def is_word_pattern(pattern: str) -> bool:
    try:
        compiled = re.compile(pattern)
    except re.error:  # a part of one that is put together from several
        return False
    if re.search(r"\(\?<?[=!]", pattern):  # it looks for words at certain places
        return False
    words = ("rollo", "Ünïcode", "x")
    others = ("", " ", ".", "two words", "a-b")
    return all(map(compiled.fullmatch, words)) and not any(map(compiled.fullmatch, others))


def stemmers(tree: ast.AST) -> bool:
    """Whether the stemmer is imported."""
    return "import Stemmer" in written(tree)


def atomic_writes(tree: ast.AST) -> bool:
    """Whether a file is replaced, or made under a name of its own to be moved later."""
    if "pathlib" not in written(tree):
        return False
    for node in nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on_os = ast.unparse(node.func) == "os.replace"
            # A path's takes one argument, a string's two, a date's or a dataclass's named ones.
            on_path = node.func.attr == "replace" and len(node.args) == 1 and not node.keywords
            if on_os or on_path:
                return True
    return bool(re.search(r"\b(NamedTemporaryFile|mkstemp)\b", written(tree)))


def syncs(tree: ast.AST) -> bool:
    """Whether something waits for the disk."""
    return "os.fsync" in written(tree)


def control_characters(tree: ast.AST) -> bool:
    """Whether sets of characters that act are written out, or asked of Unicode."""
    return any(
        "\u202a" in text or "\ud800" in text or r"\x1f" in text or "\x1f" in text or text == "Cc"
        for text in strings(tree)
    )


def progress_protocols(tree: ast.AST) -> bool:
    """Whether there is a type of what is told how far a job is."""
    classes = [node for node in nodes(tree) if isinstance(node, ast.ClassDef)]
    protocols = [one for one in classes if "Protocol" in map(ast.unparse, one.bases)]
    told = [one for one in protocols if re.search(r"done: .*total: ", ast.unparse(one))]
    return bool(told) or re.search(r"Callable\[\[(str, )?int, int", written(tree)) is not None


def interaction_types(tree: ast.AST) -> bool:
    """Whether the type of interactions is discord.py's, of which the type checker sees nothing."""
    attributes = [node for node in nodes(tree) if isinstance(node, ast.Attribute)]
    return any(ast.unparse(one) == "discord.Interaction" for one in attributes)


HOMES = [
    (stop_word_lists, "retrieval/text/stop_words.py"),
    (word_patterns, "retrieval/text/word_patterns.py"),
    (stemmers, "retrieval/text/stems.py"),
    (atomic_writes, "retrieval/atomic.py"),
    (syncs, "retrieval/atomic.py"),
    (control_characters, "retrieval/text/printable.py"),
    (progress_protocols, "retrieval/indexing/progress.py"),
    (interaction_types, "bot/discord/interaction.py"),
]


@pytest.mark.parametrize(("found_in", "home"), HOMES, ids=lambda one: getattr(one, "__name__", one))
def test_it_has_one_home(found_in, home):
    assert [name for name, tree in trees().items() if found_in(tree)] == [home]
