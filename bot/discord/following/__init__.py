"""Channels as documents: read once, then followed."""
