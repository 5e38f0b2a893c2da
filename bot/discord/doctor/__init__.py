"""Finding out, before anybody asks, whether everything is as the bot needs it."""
