"""Settings; knows neither the retrieval core nor Discord.

Nothing is re-exported: importing pydantic would cost every ``verbatim --help`` its time.
"""
