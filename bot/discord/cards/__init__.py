"""Answers and pages as Discord shows them; pure, apart from building discord.py's components."""
