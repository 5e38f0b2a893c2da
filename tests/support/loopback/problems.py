"""What is wrong with a request, in the shape Discord uses to say so."""

from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where in a body something is: keys and list positions from the root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault of a request body, at ``path`` from the body's root.

    ``refused`` is False for what Discord accepts although no careful bot sends it: such a request
    is answered normally, but the test that made it still fails.
    """

    path: Path = ()
    code: str
    message: str
    refused: bool = True

    def __str__(self) -> str:
        where = ".".join(map(str, self.path)) or "body"
        return f"{where}: {self.message} ({self.code})"

    def under(self, *prefix: str | int) -> "Problem":
        """Return the same fault as seen from a body that holds this one at ``prefix``."""
        return Problem(
            path=(*prefix, *self.path), code=self.code, message=self.message, refused=self.refused
        )


def required(path: Path) -> Problem:
    """Return the fault of a missing or blank value."""
    return Problem(path=path, code="BASE_TYPE_REQUIRED", message="This field is required")


def too_long(path: Path, most: int) -> Problem:
    """Return the fault of a text with more than ``most`` characters."""
    message = f"Must be {most} or fewer in length."
    return Problem(path=path, code="BASE_TYPE_MAX_LENGTH", message=message)


def bad_length(path: Path, wanted: str) -> Problem:
    """Return the fault of a value that is too short, too long, too few or too many."""
    return Problem(path=path, code="BASE_TYPE_BAD_LENGTH", message=f"Must be {wanted}.")


def error_tree(problems: Iterable[Problem]) -> dict:
    """Return the nested ``errors`` object of a 50035 answer."""
    root: dict = {}
    for problem in problems:
        node = root
        for step in problem.path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return root


class ApiError(Exception):
    """An answer other than success, in Discord's JSON shape."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        problems: Iterable[Problem] = (),
        headers: dict[str, str] | None = None,
        extra: dict | None = None,
    ) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.body: dict = {"message": message, "code": code, **(extra or {})}
        if errors := error_tree(problems):
            self.body["errors"] = errors
        self.headers = headers or {}


def invalid_form(problems: Iterable[Problem]) -> ApiError:
    """Return the answer to a body that breaks a rule."""
    problems = tuple(problems)
    if [problem.code for problem in problems] == ["EMPTY_MESSAGE"]:
        return ApiError(400, 50006, "Cannot send an empty message")
    return ApiError(400, 50035, "Invalid Form Body", problems=problems)


def unknown(thing: str, code: int) -> ApiError:
    """Return the 404 for a thing that is not there, such as ``unknown("Message", 10008)``."""
    return ApiError(404, code, f"Unknown {thing}")


MISSING_ACCESS = (403, 50001, "Missing Access")
MISSING_PERMISSIONS = (403, 50013, "Missing Permissions")
