"""The rules for message components and modals, most of which the OpenAPI document leaves out."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from loopback.problems import Path, Problem, bad_length, required, too_long

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
LABEL = 18
SELECTS = {3, 5, 6, 7, 8}
V2 = {SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER}
MAX_COMPONENTS = 40
MAX_DISPLAY_CHARACTERS = 4000


def walk(components: object, path: Path = ("components",)) -> Iterator[tuple[Path, dict]]:
    """Yield every component with its path, the outer ones first."""
    for index, component in enumerate(components if isinstance(components, list) else ()):
        if not isinstance(component, dict):
            continue
        here = (*path, index)
        yield here, component
        yield from walk(component.get("components"), (*here, "components"))
        for key in ("accessory", "component"):
            if isinstance(inner := component.get(key), dict):
                yield (*here, key), inner


def check_components(components: object, *, v2: bool) -> list[Problem]:
    """Return what is wrong with a message's components.

    Args:
        components: The ``components`` of a message payload.
        v2: Whether the message carries the Components V2 flag.
    """
    found = list(walk(components))
    problems = [problem for path, item in found for problem in _check_one(path, item)]
    problems += _check_unique(found)
    problems += _check_rows(found)
    if not v2:
        return [*problems, *_check_classic(components, found)]
    if len(found) > MAX_COMPONENTS:
        problems.append(
            Problem(
                path=("components",),
                code="COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                message=f"{len(found)} components in all; the most is {MAX_COMPONENTS}",
            )
        )
    characters = sum(
        len(item.get("content") or "") for _, item in found if item.get("type") == TEXT
    )
    if characters > MAX_DISPLAY_CHARACTERS:
        problems.append(
            Problem(
                path=("components",),
                code="COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                message=f"{characters} characters on display; the most is {MAX_DISPLAY_CHARACTERS}",
            )
        )
    return problems


def check_modal(data: object) -> list[Problem]:
    """Return what is wrong with a modal beyond what its schema says."""
    if not isinstance(data, dict):
        return [Problem(code="BASE_TYPE_REQUIRED", message="A modal needs data")]
    found = list(walk(data.get("components")))
    problems = [problem for path, item in found for problem in _check_one(path, item)]
    problems += _check_unique(found)
    if not str(data.get("title") or "").strip():
        problems.append(Problem(path=("title",), code="BASE_TYPE_REQUIRED", message="Blank title"))
    if len(str(data.get("title") or "")) > 45:
        problems.append(too_long(("title",), 45))
    top = data.get("components")
    if not isinstance(top, list) or not 1 <= len(top) <= 5:
        problems.append(bad_length(("components",), "1 to 5 components"))
    problems.extend(
        Problem(path=path, code="BASE_TYPE_REQUIRED", message="A text input in a row needs a label")
        for path, item in found
        if item.get("type") == TEXT_INPUT and "component" not in path and not item.get("label")
    )
    return problems


def _check_one(path: Path, item: dict) -> Iterator[Problem]:
    kind = item.get("type")
    custom_id = item.get("custom_id")
    if custom_id is not None and not (isinstance(custom_id, str) and 1 <= len(custom_id) <= 100):
        yield bad_length((*path, "custom_id"), "1 to 100 characters")
    if kind == BUTTON:
        yield from _check_button(path, item)
    elif kind in SELECTS or kind == TEXT_INPUT:
        if custom_id is None:
            yield required((*path, "custom_id"))
        if kind == STRING_SELECT:
            yield from _check_options(path, item)
    elif kind == TEXT and not str(item.get("content") or "").strip():
        yield required((*path, "content"))
    elif kind in {THUMBNAIL, GALLERY, FILE}:
        for place, media in _media(path, item):
            yield from check_url(place, media, {"http", "https", "attachment"})
    if kind == TEXT_INPUT:
        value, most = item.get("value") or "", item.get("max_length") or 4000
        if len(value) > most:
            yield too_long((*path, "value"), most)


def _check_button(path: Path, item: dict) -> Iterator[Problem]:
    style = item.get("style")
    has = {key for key in ("custom_id", "url", "sku_id") if item.get(key) is not None}
    needed = {5: "url", 6: "sku_id"}.get(style, "custom_id")
    if needed not in has:
        code = (
            "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED" if needed == "custom_id" else "BASE_TYPE_REQUIRED"
        )
        yield Problem(path=(*path, needed), code=code, message=f"This button needs a {needed}")
    for extra in sorted(has - {needed}):
        yield Problem(
            path=(*path, extra),
            code="BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE",
            message=f"A button of this style takes no {extra}",
        )
    if style != 6 and not str(item.get("label") or "").strip() and not item.get("emoji"):
        yield Problem(
            path=path,
            code="BUTTON_COMPONENT_INVALID_FORM",
            message="A button needs a label or an emoji",
        )
    if len(item.get("label") or "") > 80:
        yield too_long((*path, "label"), 80)
    if item.get("url") is not None:
        yield from check_url((*path, "url"), item["url"], {"http", "https", "discord"}, most=512)


def _check_options(path: Path, item: dict) -> Iterator[Problem]:
    options = [option for option in item.get("options") or () if isinstance(option, dict)]
    if not 1 <= len(options) <= 25:
        yield bad_length((*path, "options"), "1 to 25 options")
    for value, count in Counter(option.get("value") for option in options).items():
        if count > 1:
            yield Problem(
                path=(*path, "options"),
                code="SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                message=f"The value {value!r} is given {count} times",
            )
    for index, option in enumerate(options):
        for key in ("label", "value"):
            if not 1 <= len(str(option.get(key) or "")) <= 100:
                yield bad_length((*path, "options", index, key), "1 to 100 characters")
    least, most = item.get("min_values", 1), item.get("max_values", 1)
    if (
        isinstance(least, int)
        and isinstance(most, int)
        and not least <= most <= max(len(options), 1)
    ):
        yield bad_length((*path, "max_values"), "min_values to the number of options")
    if isinstance(most, int) and sum(bool(option.get("default")) for option in options) > most:
        yield bad_length((*path, "options"), "no more defaults than max_values")


def _check_unique(found: list[tuple[Path, dict]]) -> Iterator[Problem]:
    for key, code in (
        ("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
        ("id", "COMPONENT_ID_DUPLICATED"),
    ):
        seen: set[object] = set()
        for path, item in found:
            value = item.get(key)
            if not isinstance(value, str | int):
                continue
            # An id of 0 means "none given".
            if value and value in seen:
                yield Problem(path=(*path, key), code=code, message=f"{value!r} is used twice")
            seen.add(value)


def _check_classic(components: object, found: list[tuple[Path, dict]]) -> Iterator[Problem]:
    rows = components if isinstance(components, list) else []
    if len(rows) > 5:
        yield bad_length(("components",), "5 rows or fewer")
    for path, item in found:
        kind = item.get("type")
        if kind in V2:
            yield Problem(
                path=path,
                code="UNION_TYPE_CHOICES",
                message=f"Type {kind} needs the Components V2 flag",
            )


def _check_rows(found: list[tuple[Path, dict]]) -> Iterator[Problem]:
    for path, item in found:
        if item.get("type") != ROW:
            continue
        inside = [
            child.get("type") for child in item.get("components") or () if isinstance(child, dict)
        ]
        width = sum(5 if kind in SELECTS else 1 for kind in inside)
        if not 1 <= width <= 5:
            yield Problem(
                path=(*path, "components"),
                code="COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                message="A row holds 1 to 5 buttons or one select",
            )


def check_url(path: Path, url: object, schemes: set[str], *, most: int = 2048) -> Iterator[Problem]:
    """Yield what is wrong with an address a message carries."""
    try:
        parts = urlsplit(url if isinstance(url, str) else "")
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in schemes:
        allowed = ", ".join(sorted(schemes))
        yield Problem(
            path=path, code="URL_TYPE_INVALID_SCHEME", message=f"Scheme must be one of {allowed}"
        )
    elif not parts.netloc or any(character.isspace() for character in str(url)):
        yield Problem(path=path, code="URL_TYPE_INVALID_URL", message="Not a well formed URL")
    if len(str(url)) > most:
        yield too_long(path, most)


def _media(path: Path, item: dict) -> Iterator[tuple[Path, object]]:
    if item.get("type") == GALLERY:
        for index, entry in enumerate(item.get("items") or ()):
            yield (*path, "items", index, "media", "url"), (entry.get("media") or {}).get("url")
        return
    key = "file" if item.get("type") == FILE else "media"
    yield (*path, key, "url"), (item.get(key) or {}).get("url")
