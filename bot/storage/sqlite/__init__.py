"""The answer store as one SQLite file, in the data folder of one bot."""
