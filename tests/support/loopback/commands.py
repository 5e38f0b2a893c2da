"""The rules for application commands, most of which the OpenAPI document leaves out."""

from collections import Counter
from collections.abc import Iterator

from loopback.problems import Path, Problem

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
MOST = {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}
MAX_CHARACTERS = 8000


def check_commands(commands: object) -> list[Problem]:
    """Return what is wrong with a bulk overwrite of commands."""
    if not isinstance(commands, list):
        return [Problem(code="BASE_TYPE_BAD_TYPE", message="A list of commands is wanted")]
    problems = [
        problem
        for index, command in enumerate(commands)
        if isinstance(command, dict)
        for problem in _check_command((index,), command)
    ]
    named = Counter((item.get("type") or CHAT_INPUT, item.get("name")) for item in commands)
    problems.extend(
        Problem(
            code="APPLICATION_COMMANDS_DUPLICATE_NAME",
            message=f"Application command names must be unique: {name!r} is given {count} times",
        )
        for (_, name), count in named.items()
        if count > 1
    )
    for kind in MOST:
        of_kind = [item for item in commands if (item.get("type") or CHAT_INPUT) == kind]
        problems.extend(_check_translated_names((), of_kind))
    kinds = Counter(item.get("type") or CHAT_INPUT for item in commands)
    problems.extend(
        Problem(
            code="MAX_COMMANDS",
            message=f"{kinds[kind]} commands of type {kind}; the most is {most}",
        )
        for kind, most in MOST.items()
        if kinds[kind] > most
    )
    return problems


def _check_command(path: Path, command: dict) -> Iterator[Problem]:
    kind = command.get("type") or CHAT_INPUT
    description = command.get("description") or ""
    if kind == CHAT_INPUT:
        yield from _check_name((*path, "name"), command.get("name"))
        if not 1 <= len(description) <= 100:
            yield _bad(path, "description", "Must be between 1 and 100 in length.")
    elif description or command.get("options"):
        yield _bad(path, "description", "A context menu has neither description nor options")
    yield from _check_translations(path, command, names=kind == CHAT_INPUT)
    yield from _check_options(path, command.get("options") or [], depth=0)
    characters = _characters(command)
    if characters > MAX_CHARACTERS:
        yield Problem(
            path=path,
            code="APPLICATION_COMMAND_TOO_LARGE",
            message=f"{characters} characters in one command; the most is {MAX_CHARACTERS}",
        )


def _check_options(path: Path, options: list[dict], *, depth: int) -> Iterator[Problem]:
    optional_seen = False
    if len(options) > 25:
        yield _bad(path, "options", "Must be 25 or fewer in length.")
    kinds = {option.get("type") in {SUBCOMMAND, GROUP} for option in options}
    if len(kinds) == 2:
        yield _bad(path, "options", "Subcommands and options cannot stand side by side")
    for name, count in Counter(option.get("name") for option in options).items():
        if count > 1:
            yield Problem(
                path=(*path, "options"),
                code="APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED",
                message=f"The option {name!r} is given {count} times",
            )
    yield from _check_translated_names(path, options)
    for index, option in enumerate(options):
        here = (*path, "options", index)
        yield from _check_name((*here, "name"), option.get("name"))
        if not 1 <= len(option.get("description") or "") <= 100:
            yield _bad(here, "description", "Must be between 1 and 100 in length.")
        yield from _check_translations(here, option)
        if option.get("type") in {SUBCOMMAND, GROUP}:
            if depth == 2 or (depth == 1 and option.get("type") == GROUP):
                yield _bad(here, "type", "Subcommands are nested too deep")
            yield from _check_options(here, option.get("options") or [], depth=depth + 1)
            continue
        if option.get("required") and optional_seen:
            yield Problem(
                path=here,
                code="APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                message="Required options must be placed before non-required options",
            )
        optional_seen = optional_seen or not option.get("required")
        yield from _check_choices(here, option)


def _check_translations(path: Path, item: dict, *, names: bool = True) -> Iterator[Problem]:
    """Check what something is called, and what is said of it, in other languages."""
    for locale, name in (item.get("name_localizations") or {}).items():
        here = (*path, "name_localizations")
        if names:
            yield from _check_name((*here, locale), name)
        elif not 1 <= len(name) <= 32:
            yield _bad(here, locale, "Must be between 1 and 32 in length.")
    for locale, description in (item.get("description_localizations") or {}).items():
        if not 1 <= len(description) <= 100:
            here = (*path, "description_localizations")
            yield _bad(here, locale, "Must be between 1 and 100 in length.")


def _check_translated_names(path: Path, items: list[dict]) -> Iterator[Problem]:
    """Check that no two of these are called the same in any language."""
    locales = {one for item in items for one in item.get("name_localizations") or ()}
    for locale in sorted(locales):
        names = [(i.get("name_localizations") or {}).get(locale, i.get("name")) for i in items]
        yield from (
            Problem(
                path=path,
                code="APPLICATION_COMMANDS_DUPLICATE_NAME",
                message=f"{count} are called {name!r} in {locale}",
            )
            for name, count in Counter(names).items()
            if count > 1
        )


def _check_choices(path: Path, option: dict) -> Iterator[Problem]:
    choices = option.get("choices") or []
    if len(choices) > 25:
        yield _bad(path, "choices", "Must be 25 or fewer in length.")
    if choices and option.get("autocomplete"):
        yield _bad(path, "autocomplete", "An option has choices or autocomplete, not both")
    for name, count in Counter(choice.get("name") for choice in choices).items():
        if count > 1:
            yield _bad(path, "choices", f"The choice {name!r} is given {count} times")
    for low, high in (("min_length", "max_length"), ("min_value", "max_value")):
        least, most = option.get(low), option.get(high)
        if least is not None and most is not None and least > most:
            yield _bad(path, low, f"{low} is above {high}")


def _check_name(path: Path, name: object) -> Iterator[Problem]:
    fits = (
        isinstance(name, str)
        and 1 <= len(name) <= 32
        and all(character.isalnum() or character in "-_'" for character in name)
        and name == name.lower()
    )
    if not fits:
        yield Problem(
            path=path,
            code="APPLICATION_COMMAND_INVALID_NAME",
            message="Command name is invalid: 1 to 32 lower-case letters, digits, - and _",
        )


def check_choices(data: object) -> list[Problem]:
    """Return what is wrong with an autocomplete answer."""
    choices = data.get("choices") if isinstance(data, dict) else None
    if not isinstance(choices, list):
        return [
            Problem(path=("choices",), code="BASE_TYPE_REQUIRED", message="This field is required")
        ]
    problems = []
    if len(choices) > 25:
        problems.append(_bad((), "choices", "Must be 25 or fewer in length."))
    for index, choice in enumerate(choices):
        if not 1 <= len(str(choice.get("name") or "")) <= 100:
            problems.append(
                _bad(("choices", index), "name", "Must be between 1 and 100 in length.")
            )
        value = choice.get("value")
        if isinstance(value, str) and not 1 <= len(value) <= 100:
            problems.append(
                _bad(("choices", index), "value", "Must be between 1 and 100 in length.")
            )
    return problems


def _characters(item: dict) -> int:
    """Return what counts towards the 8000: names, descriptions and choice values."""
    total = _longest(item, "name") + _longest(item, "description")
    for choice in item.get("choices") or ():
        total += len(choice.get("name") or "") + len(str(choice.get("value", "")))
    return total + sum(_characters(option) for option in item.get("options") or ())


def _longest(item: dict, key: str) -> int:
    """Of several languages the longest counts."""
    translated = (item.get(f"{key}_localizations") or {}).values()
    return max(map(len, (item.get(key) or "", *translated)))


def _bad(path: Path, key: str, message: str) -> Problem:
    return Problem(path=(*path, key), code="BASE_TYPE_BAD_LENGTH", message=message)
