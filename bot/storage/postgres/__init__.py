"""The answer store as tables of a PostgreSQL database, which several bots share."""
