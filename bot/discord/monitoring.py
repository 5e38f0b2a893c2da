"""What the health port and Prometheus are told about the running bot."""

import math
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["metrics_text", "problems", "refresh_metrics"]


def problems(client: "VerbatimBot") -> list[str]:
    """Say what keeps the bot from answering now."""
    found = []
    down = client.down_since
    if down is not None:
        found.append(f"not connected to Discord for {time.monotonic() - down:.0f} s")
    if client.services.pool.info is None:
        found.append("no index")
    return found


def metrics_text(client: "VerbatimBot") -> bytes:
    """Return the metrics as they are now, in Prometheus's text format."""
    refresh_metrics(client)
    return client.services.metrics.text()


def refresh_metrics(client: "VerbatimBot") -> None:
    """Bring the gauges up to date: the metrics that are read rather than counted."""
    services = client.services
    metrics = services.metrics
    metrics.waiting.set(services.pool.waiting)
    metrics.unreadable.set(services.store.unreadable)
    metrics.servers.set(len(client.guilds))
    if math.isfinite(client.latency):
        metrics.heartbeat.set(client.latency)
    info = services.pool.info
    if info is not None:
        metrics.documents.set(info.documents)
        metrics.index_age.set((datetime.now(UTC) - info.built_at).total_seconds())
