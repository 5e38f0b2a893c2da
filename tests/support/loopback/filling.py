"""Filling in a command's options and a modal's fields, refusing what Discord's client refuses."""

from typing import Any

_TYPES = {str: 3, int: 4, bool: 5, float: 10}
_TEXT_DISPLAY, _TEXT_INPUT = 10, 4
_CHOOSERS = {3, 21, 22}


def fill_modal(modal: dict, answers: list[str], by_id: dict[str, str]) -> list[dict]:
    """Return the components of a submitted modal.

    Args:
        modal: The modal as the bot sent it.
        answers: Values for its fields, in order.
        by_id: Values for single fields, by custom_id.
    """

    def fill(item: dict) -> dict:
        filled = {key: item[key] for key in ("type", "id", "custom_id") if key in item}
        if isinstance(item.get("components"), list):
            filled["components"] = [fill(child) for child in item["components"]]
        if isinstance(item.get("component"), dict):
            filled["component"] = fill(item["component"])
        if item.get("type") == _TEXT_INPUT:
            value = by_id.pop(item["custom_id"], None)
            if value is None:
                value = answers.pop(0) if answers else item.get("value") or ""
            least, most = item.get("min_length") or 0, item.get("max_length") or 4000
            required = item.get("required", True) is not False
            assert value or not required, f"{item['custom_id']!r} must be filled in"
            assert not value or least <= len(value) <= most, f"{least} to {most} characters"
            filled["value"] = value
        elif item.get("type") in _CHOOSERS:
            filled["values"] = [answers.pop(0)] if answers else []
        return filled

    components = [fill(item) for item in modal["components"] if item.get("type") != _TEXT_DISPLAY]
    left = answers or by_id
    assert not left, f"the modal has no field for {left}"
    return components


def fill_options(specs: list[dict], options: dict[str, Any], focused: str | None) -> list[dict]:
    """Return options as the client would send them, having checked them as it would."""
    known = {spec["name"]: spec for spec in specs}
    assert options.keys() <= known.keys(), f"no such option: {set(options) - set(known)}"
    given = []
    for name, spec in known.items():
        if name not in options:
            assert focused is not None or not spec.get("required"), f"option {name!r} is required"
            continue
        value = options[name]
        entry = {"name": name, "type": spec["type"], "value": value}
        if name == focused:
            given.append(entry | {"focused": True, "value": str(value)})
            continue
        if focused is None and spec["type"] in set(_TYPES.values()):
            assert _TYPES[type(value)] == spec["type"], f"option {name!r} has another type"
        if isinstance(value, str) and focused is None:
            least, most = spec.get("min_length") or 0, spec.get("max_length") or 6000
            assert least <= len(value) <= most, (
                f"option {name!r} takes {least} to {most} characters"
            )
            choices = [choice["value"] for choice in spec.get("choices") or ()]
            assert not choices or value in choices, f"option {name!r} takes one of {choices}"
        given.append(entry)
    return given
