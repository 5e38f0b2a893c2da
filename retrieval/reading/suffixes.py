"""The endings of the files that can be read; apart, so that finding files loads no reader."""

__all__ = ["MARKDOWN", "PLAIN_TEXT", "SUFFIXES"]

PLAIN_TEXT = (".txt",)
MARKDOWN = (".md", ".markdown")
SUFFIXES = PLAIN_TEXT + MARKDOWN
