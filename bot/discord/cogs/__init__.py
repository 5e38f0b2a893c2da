"""The doors: commands and messages. What they show is made in `bot.discord.cards`."""
