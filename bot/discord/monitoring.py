"""Metrics that are read rather than counted."""

import math
from datetime import UTC, datetime

import discord

from bot.app.ask import Desk

__all__ = ["refresh_metrics"]


def refresh_metrics(client: discord.Client, desk: Desk) -> None:
    """Bring the gauges up to date."""
    metrics = desk.metrics
    metrics.waiting.set(desk.service.waiting)
    metrics.servers.set(len(client.guilds))
    if math.isfinite(client.latency):
        metrics.heartbeat.set(client.latency)
    info = desk.service.info
    if info is not None:
        metrics.documents.set(info.documents)
        metrics.index_age.set((datetime.now(UTC) - info.built_at).total_seconds())
