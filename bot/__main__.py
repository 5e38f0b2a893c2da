"""``python -P -m bot``."""

import sys

if not sys.flags.safe_path:
    # Python looks for modules in the working folder first, where anybody's files may be.
    del sys.path[0]

from bot.cli import main

raise SystemExit(main())
