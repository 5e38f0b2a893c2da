"""Rendering for a terminal and the interactive session."""
