"""Where the patterns of the project are written, and by which methods each is asked.

Those that modules have, those that functions write, and, by an example of each, those that
functions make of data.
"""

import ast
import functools
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bot
import config
import retrieval

SCANNING = {"search", "finditer", "findall", "sub", "subn", "split"}
ANCHORED = {"match", "fullmatch"}


COURTEOUS = ("de", "es", "fr", "ja", "pt", "ru", "tr", "zh")
MAKE = ast.parse("re.compile", mode="eval").body
MADE = {
    "retrieval.answering.confidence.another_one._written": lambda of: {"search": of(7)},
    "retrieval.answering.confidence.persons._held": lambda of: {"search": of("vice president")},
    "retrieval.answering.kinds.countries._named": lambda named: {"finditer": named()},
    "retrieval.answering.kinds.roles._patterns": lambda of: {"finditer": of("vice president")},
    "retrieval.answering.kinds.statements._reported_by": lambda by: {"search": by("letter")},
    "retrieval.answering.understanding.foreign_courtesy._patterns": lambda of: {
        "match": [of(language).leading for language in COURTEOUS],
        "search": [of(language).trailing for language in COURTEOUS],
    },
    "retrieval.answering.understanding.small_talk._compile": lambda _: {},  # For the next one.
    "retrieval.answering.understanding.small_talk._patterns": lambda known: {
        "fullmatch": known()[0],
        "match": known()[1],
    },
    "retrieval.text.languages.conversing._pattern": lambda of: {
        "finditer": [of(language) for language in (*COURTEOUS, "da")]
    },
    "retrieval.text.languages.separable._infix": lambda of: {"match": [of("de"), of("nl")]},
    "retrieval.text.question_terms._only_asking": lambda of: {"finditer": [of("zh"), of("ja")]},
    "retrieval.text.synonyms._pattern": lambda of: {"finditer": [of("C++"), of("annual fee")]},
}
"""Patterns that functions make of data, or of what is asked; of words as good as any."""


def modules() -> Iterator[object]:
    for package in (bot, config, retrieval):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".training" in found.name or found.name.endswith("__main__"):
                continue
            try:
                yield importlib.import_module(found.name)
            except ImportError:
                continue  # An optional part that is not installed.


def within(value: object, depth: int = 0) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from within(one, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        yield from within([*value.keys(), *value.values()], depth + 1)


@functools.cache
def nodes(path: Path) -> list[ast.AST]:
    """Everything in the syntax tree of a file."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def uses() -> dict[tuple[str, str], set[str]]:
    """The methods that are called on each name of a module, in it and where it is imported."""
    found: dict[tuple[str, str], set[str]] = {}
    for package in (bot, config, retrieval):
        root = Path(package.__path__[0])
        for path in root.rglob("*.py"):
            own = ".".join(path.relative_to(root.parent).with_suffix("").parts)
            own = own.removesuffix(".__init__")
            homes = {
                alias.asname or alias.name: (node.module, alias.name)
                for node in nodes(path)
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
            }
            for node in nodes(path):
                if isinstance(node, ast.Attribute) and node.attr in SCANNING | ANCHORED:
                    *module, name = ast.unparse(node.value).split(".")
                    home = homes.get(module[0] if module else name, (own, name))
                    if module:  # ``boxes.ALERT``
                        home = (f"{home[0]}.{home[1]}", name)
                    found.setdefault(home, set()).add(node.attr)
    return found


def inside(module: object) -> Iterator[tuple[str, re.Pattern | None, str]]:
    """The patterns that functions of a module write, with the method that is called.

    None where what is written needs more than the module's names: ``MADE`` has to make it.
    """
    for function in nodes(Path(module.__file__)):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        name = getattr(function, "name", "lambda")
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and ast.unparse(node.func.value) == "re"
                and node.func.attr in SCANNING | ANCHORED | {"compile"}
            ):
                flags = [one for one in node.args[1:] if ast.unparse(one).startswith("re.")]
                flags += [one.value for one in node.keywords if one.arg == "flags"]
                made = ast.Call(func=MAKE, args=[node.args[0], *flags], keywords=[])
                code = compile(
                    ast.fix_missing_locations(ast.Expression(made)), module.__file__, "eval"
                )
                try:
                    pattern = eval(code, vars(module))  # noqa: S307 - the project's own source
                except NameError:
                    pattern = None
                yield f"{module.__name__}.{name}", pattern, node.func.attr


@dataclass(frozen=True)
class Found:
    """A pattern, the module that has it, and the methods that it is asked by."""

    module: str
    pattern: re.Pattern
    methods: set[str]


@functools.cache
def patterns() -> dict[str, Found]:
    called = uses()
    found: dict[str, Found] = {}
    for module in modules():
        home = module.__name__
        for name, pattern, method in inside(module):
            key = f"{name}()"
            while key in found:
                key += "'"
            if pattern is not None:
                methods = {method} if method != "compile" else {"search", "match"}
                found[key] = Found(home, pattern, methods)
        for name, make in MADE.items():
            if name.rpartition(".")[0] == home:
                for method, made in make(vars(module)[name.rpartition(".")[2]]).items():
                    for number, pattern in enumerate(within(made)):
                        found[f"{name}().{method}[{number}]"] = Found(home, pattern, {method})
        for name, value in vars(module).items():
            for number, pattern in enumerate(within(value)):
                key = f"{home}.{name}" + (f"[{number}]" if number else "")
                if not any(pattern is one.pattern for one in found.values()):
                    methods = called.get((home, name)) or {"search", "match"}
                    found[key] = Found(home, pattern, methods)
    return found


@functools.cache
def packages() -> list[str]:
    """The names of all packages, so that reading this file costs no more than looking for them."""
    roots = [Path(package.__path__[0]) for package in (bot, config, retrieval)]
    folders = [path.parent for root in roots for path in root.rglob("__init__.py")]
    return sorted(".".join(one.relative_to(roots[0].parent).parts) for one in folders)


def package_of(module: str) -> str:
    return module if module in packages() else module.rpartition(".")[0]
