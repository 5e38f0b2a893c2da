"""Measuring the answers against questions whose answers are known."""
