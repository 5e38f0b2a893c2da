"""What is counted, in Prometheus' terms."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

__all__ = ["Metrics"]

_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 1, 2, 5, 10, 30)


class Metrics:
    """The bot's metrics, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.questions = Counter(
            "verbatim_questions",
            "Questions, by the door they came through and what became of them",
            ("door", "outcome"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "verbatim_answer_seconds",
            "Seconds from a question's admission to its answer",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.votes = Counter(
            "verbatim_votes", "Opinions about answers", ("vote",), registry=self.registry
        )
        self.errors = Counter(
            "verbatim_errors", "Faults that were shown to somebody", registry=self.registry
        )
        self.twins = Counter(
            "verbatim_twin_answers",
            "Questions that another process with the same token has answered",
            registry=self.registry,
        )
        self.unreadable = Gauge(
            "verbatim_unreadable_answers",
            "Times that a stored answer was wanted and could not be read",
            registry=self.registry,
        )
        self.waiting = Gauge(
            "verbatim_waiting", "Questions being answered or waiting", registry=self.registry
        )
        self.documents = Gauge(
            "verbatim_documents", "Documents in the index", registry=self.registry
        )
        self.index_age = Gauge(
            "verbatim_index_age_seconds",
            "Seconds since the index was built",
            registry=self.registry,
        )
        self.servers = Gauge("verbatim_servers", "Servers the bot is in", registry=self.registry)
        self.heartbeat = Gauge(
            "verbatim_gateway_latency_seconds",
            "Seconds that Discord takes to acknowledge a heartbeat",
            registry=self.registry,
        )

    def text(self) -> bytes:
        """Return every metric in Prometheus' text format."""
        return generate_latest(self.registry)
