"""Files read in a process of its own, which can be ended where a file takes too long or too much.

A reader is mostly other people's code on a file that anybody may have made: it may compute for
hours, take all memory, or end its process. Here it takes only itself along.
"""

from retrieval.reading.apart.limits import Limits, limits_for
from retrieval.reading.apart.process import ReadingProcess, read_apart

__all__ = ["Limits", "ReadingProcess", "limits_for", "read_apart"]
