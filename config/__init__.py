"""Settings; knows neither the retrieval core nor Discord."""

from config.load import ConfigurationError, load
from config.settings import PREFIX, CoreSettings, DiscordSettings

__all__ = ["PREFIX", "ConfigurationError", "CoreSettings", "DiscordSettings", "load"]
