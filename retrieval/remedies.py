"""Ways out of a failure, as values: each door says them in its own words."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["BUILD_INDEX", "REBUILD_INDEX", "TRY_AGAIN", "Remedy", "RemedyKind"]


class RemedyKind(StrEnum):
    """What to do. What ``about`` and ``to`` of a `Remedy` hold is said here; else they are empty.

    A setting goes by its plain name, such as "model": what it is called in an environment or a
    file is the door's to know.
    """

    BUILD_INDEX = "build the index"
    """For the first time."""
    REBUILD_INDEX = "build the index anew"
    BUILD_AFTER_OTHER = "build the index when the other build has ended"
    THEN_BUILD_AGAIN = "build the index again once that is done"
    """Follows the others instead of taking their place."""
    THEN_TRY_AGAIN = "try the same again once that is done"
    """Follows the others, like the one above."""
    START_AGAIN = "start it again"
    NAME_DOCUMENT = "name the document that was meant"
    """``about``: the documents that it may be, separated by " or "."""
    LIST_DOCUMENTS = "look at the list of documents"
    LIST_STATES = "look at the list of states that can be gone back to"
    TRY_LATER = "try again when the other build has ended"
    SET = "give a setting another value"
    """``about``: the setting; ``to``: the kind of value that it needs."""
    CORRECT = "correct a setting"
    """``about``: the setting."""
    CORRECT_ALL = "correct the settings"
    """``about``: what is wrong with them, in the words of whoever read them."""
    LEAVE_OUT = "leave a setting out"
    """``about``: the setting; ``to``: what that does, after "to"."""
    MEND_MODEL = "mend the files of the model"
    INSTALL_AGAIN = "install Verbatim again"
    INSTALL_PACKAGE = "install a package again"
    """``about``: the package and its version, as pip is told."""
    INSTALL_EXTRA = "install an optional part"
    """``about``: the name of the extra."""
    CONNECT = "connect the machine"
    MAKE_ROOM = "make room on the disk"
    GRANT_READ = "allow reading"
    """``about``: the path."""
    GRANT_WRITE = "allow writing"
    """``about``: the path."""
    CALIBRATE_AGAIN = "calibrate again"
    REMOVE_CALIBRATION = "remove the calibration"
    """``about``: its file."""
    TRY_AGAIN = "try again in a moment"
    START_SERVER = "start the database server"
    INSTALL_PGVECTOR = "install pgvector on the database server"
    RUN_SQL = "let somebody run SQL"
    """``about``: what is run; ``to``: who may."""
    UPDATE = "install the newer version of Verbatim"


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way out."""

    kind: RemedyKind
    about: str = ""
    to: str = ""


BUILD_INDEX = Remedy(RemedyKind.BUILD_INDEX)
REBUILD_INDEX = Remedy(RemedyKind.REBUILD_INDEX)
TRY_AGAIN = Remedy(RemedyKind.TRY_AGAIN)
