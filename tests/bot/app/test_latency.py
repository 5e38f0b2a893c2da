"""How long answers take."""

from bot.app.latency import Latency


def test_latency_is_summarised():
    latency = Latency()
    assert latency.summary() is None
    for seconds in range(1, 101):
        latency.add(seconds / 100)
    summary = latency.summary()
    assert (summary.answers, summary.median, summary.p95) == (100, 0.51, 0.96)
