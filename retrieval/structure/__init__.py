"""What the parts of a document mean to each other, whatever its format: pure."""

from retrieval.structure.read import structure_of
from retrieval.structure.unit import MOST_INTRODUCTIONS, REVISION, Role, Unit

__all__ = ["MOST_INTRODUCTIONS", "REVISION", "Role", "Unit", "structure_of"]
