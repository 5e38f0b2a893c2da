"""Channels of Discord that are documents: what was said in them, as plain files."""
