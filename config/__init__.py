"""Settings and logging; knows neither the retrieval core nor Discord."""
