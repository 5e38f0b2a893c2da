"""Judges requests against Discord's own OpenAPI description."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from loopback.problems import Problem

DOCUMENT = Path(__file__).resolve().parents[3].parent / "shared" / "discord" / "openapi.json"
"""The description lies beside the checkout; every check that needs it is skipped without it."""

_ROOT = "urn:discord"
_CODES = {
    "MaxLength": "BASE_TYPE_MAX_LENGTH",
    "MinLength": "BASE_TYPE_BAD_LENGTH",
    "MaxItems": "BASE_TYPE_BAD_LENGTH",
    "MinItems": "BASE_TYPE_BAD_LENGTH",
    "Required": "BASE_TYPE_REQUIRED",
    "Enum": "BASE_TYPE_CHOICES",
    "Constant": "BASE_TYPE_CHOICES",
    "Maximum": "NUMBER_TYPE_MAX",
    "Minimum": "NUMBER_TYPE_MIN",
}
SIZES = {
    "BASE_TYPE_MAX_LENGTH",
    "BASE_TYPE_BAD_LENGTH",
    "NUMBER_TYPE_MAX",
    "NUMBER_TYPE_MIN",
}
"""Codes of what is only too big or too small: the body still has the right shape."""
# Discord accepts these as JSON numbers although its document says string; discord.py sends numbers.
_SNOWFLAKE_LISTS = {"sticker_ids", "users", "roles", "applied_tags", "recipients"}


class OpenApi:
    """The compiled document.

    Args:
        document: The parsed ``openapi.json``.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self._registry = jsonschema_rs.Registry([(_ROOT, document)])
        self._paths = [
            (re.compile(re.sub(r"\{\w+\}", r"[^/]+", path) + r"\Z"), path)
            # A literal segment beats a parameter, so templates with fewer parameters come first.
            for path in sorted(document["paths"], key=lambda path: path.count("{"))
        ]
        self._validator = cache(self._compile)

    def template(self, path: str) -> str | None:
        """Return the path template that ``path`` is an instance of, or None."""
        return next((known for pattern, known in self._paths if pattern.match(path)), None)

    def operation(self, template: str, method: str) -> Mapping[str, Any] | None:
        """Return the description of one method of a path, or None."""
        return self.document["paths"].get(template, {}).get(method.lower())

    def check_query(self, template: str, method: str, query: Mapping[str, str]) -> list[Problem]:
        """Return what is wrong with a query string: unknown names and values of the wrong type."""
        operation = self.operation(template, method) or {}
        known = {
            item["name"]: item["schema"]
            for item in operation.get("parameters", ())
            if item["in"] == "query"
        }
        problems = []
        for name, value in query.items():
            if name not in known:
                problems.append(
                    Problem(path=("query", name), code="UNKNOWN_QUERY", message="No such parameter")
                )
                continue
            errors = self._errors(
                json.dumps(known[name], sort_keys=True), _typed(value, known[name])
            )
            problems.extend(error.under("query", name) for error in errors)
        return problems

    def check_body(self, template: str, method: str, body: Any) -> list[Problem]:
        """Return what is wrong with a JSON body, snowflakes being taken as numbers or strings."""
        content = ((self.operation(template, method) or {}).get("requestBody") or {}).get(
            "content", {}
        )
        if "application/json" not in content and "multipart/form-data" not in content:
            return [Problem(code="UNEXPECTED_BODY", message="This request takes no body")]
        kind = "application/json" if "application/json" in content else "multipart/form-data"
        schema = json.dumps(content[kind]["schema"], sort_keys=True)
        return list(self._errors(schema, normalise(body)))

    def check_schema(self, name: str, body: Any) -> list[Problem]:
        """Return what is wrong with a value of the named component schema."""
        return list(
            self._errors(json.dumps({"$ref": f"#/components/schemas/{name}"}), normalise(body))
        )

    def _compile(self, schema: str) -> jsonschema_rs.Draft202012Validator:
        rooted = schema.replace('"#/', f'"{_ROOT}#/')
        rooted = re.sub(
            r'"\$ref": "([^"]+)"', lambda m: f'"$ref": "{quote(m[1], safe=":#/~")}"', rooted
        )
        return jsonschema_rs.Draft202012Validator(
            json.loads(rooted), registry=self._registry, validate_formats=True
        )

    def _errors(self, schema: str, body: Any) -> Iterator[Problem]:
        for error in self._validator(schema).iter_errors(body):
            yield from _leaves(error)


@lru_cache(maxsize=1)
def load() -> OpenApi | None:
    """Return the document beside the checkout, or None where there is none."""
    return OpenApi(json.loads(DOCUMENT.read_text("utf-8"))) if DOCUMENT.is_file() else None


def normalise(value: Any, key: str = "") -> Any:
    """Return a copy in which snowflakes are strings and permission numbers are numbers."""
    if isinstance(value, dict):
        return {name: normalise(item, name) for name, item in value.items()}
    if isinstance(value, list):
        if key in _SNOWFLAKE_LISTS:
            return [str(item) if _is_number(item) else item for item in value]
        if key == "attachments":
            return [
                {**normalise(item), "id": str(item["id"])}
                if isinstance(item, dict) and _is_number(item.get("id"))
                else normalise(item)
                for item in value
            ]
        return [normalise(item) for item in value]
    if key.endswith("_id") and key != "custom_id" and _is_number(value):
        return str(value)
    if key == "default_member_permissions" and isinstance(value, str) and value.isdecimal():
        return int(value)
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _typed(value: str, schema: Mapping[str, Any]) -> Any:
    """Return a query value as the JSON type its schema asks for, where it can be read as one."""
    if schema.get("type") == "boolean":
        return {"1": True, "true": True, "0": False, "false": False}.get(value.lower(), value)
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", value):
        return int(value)
    return value


def _leaves(error: jsonschema_rs.ValidationError) -> Iterator[Problem]:
    """Replace "matches none of these schemas" by what is wrong with the schema that was meant."""
    context = getattr(error.kind, "context", None)
    branches = [list(branch) for branch in context] if context else []
    if not branches:
        code = _CODES.get(error.kind.name[0].upper() + error.kind.name[1:], "BASE_TYPE_INVALID")
        yield Problem(path=tuple(error.instance_path), code=code, message=error.message[:300])
        return
    depth = len(error.instance_path)
    meant = min(
        branches, key=lambda branch: (sum(_wrong_kind(item, depth) for item in branch), len(branch))
    )
    for item in meant:
        yield from _leaves(item)


def _wrong_kind(error: jsonschema_rs.ValidationError, depth: int) -> bool:
    """Tell whether ``error`` says that the value is another kind of object altogether."""
    path = list(error.instance_path)
    here = path[depth:]
    return here == ["type"] or (
        not here and error.kind.name.lower() in {"type", "constant", "enum"}
    )
