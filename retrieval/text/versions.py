"""Numbers of versions: "2.4.0", "v3", "1.0-rc.2"."""

import re
from dataclasses import dataclass
from functools import total_ordering

__all__ = ["DOTTED", "Version", "version_of"]

_PRE = r"(?:[-.]?(?:alpha|beta|pre|rc|dev|a|b)[-.]?\d{0,4})"
DOTTED = rf"\d{{1,5}}(?:\.\d{{1,5}}){{1,4}}{_PRE}?"
"""A pattern of a number with a point inside, without groups."""
_VERSION = re.compile(
    rf"v?(?P<digits>\d{{1,5}}(?:\.\d{{1,5}}){{0,4}})(?P<pre>{_PRE})?", re.IGNORECASE
)


@total_ordering
@dataclass(frozen=True, slots=True)
class Version:
    """A version, in the order of Semantic Versioning: 1.2-rc.1 < 1.2 = 1.2.0 < 1.10."""

    numbers: tuple[int, ...]
    """Without zeros at the end."""
    pre: str = ""
    """What says that it comes before the version proper."""

    def __lt__(self, other: "Version") -> bool:
        """Tell whether this one comes before the other."""
        return self._key < other._key

    def covers(self, other: "Version") -> bool:
        """Tell whether another is one of this series: 2.3 covers 2.3.1."""
        return not self.pre and other.numbers[: len(self.numbers)] == self.numbers

    @property
    def _key(self) -> tuple[tuple[int, ...], bool, tuple[str, int]]:
        digits = "".join(filter(str.isdigit, self.pre))
        letters = "".join(filter(str.isalpha, self.pre))
        return self.numbers, not self.pre, (letters, int(digits or 0))


def version_of(written: str) -> Version | None:
    """Read a version; None where it is something else."""
    found = _VERSION.fullmatch(written)
    if found is None:
        return None
    numbers = [int(number) for number in found["digits"].split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return Version(tuple(numbers), (found["pre"] or "").casefold())
