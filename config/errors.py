"""The one way in which settings fail."""

__all__ = ["ConfigurationError"]


class ConfigurationError(Exception):
    """A setting has a value that is not accepted; the message names both and says what is."""
