"""What a running bot works with, apart from the door it serves."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.app.access import AccessPolicy
from bot.app.ask import AskService
from bot.app.claims import Claims
from bot.app.collections.policy import CollectionPolicy
from bot.app.conversation import ConversationRules
from bot.app.document_library import DocumentLibrary
from bot.app.followed.channels import FollowedChannels
from bot.app.freshness import Freshness
from bot.app.gaps import GapReports
from bot.app.in_progress import InProgress
from bot.app.latency import Latency
from bot.app.metrics import Metrics
from bot.app.pool import AnswerPool
from bot.rendering.links import Link
from bot.storage.store import AnswerStore
from retrieval.store.interface import IndexStore

__all__ = ["Services"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The parts, each by its own name; whoever needs one takes it from here."""

    ask: AskService
    pool: AnswerPool
    store: AnswerStore
    document_library: DocumentLibrary
    followed: FollowedChannels
    gaps: GapReports
    freshness: Freshness
    index_store: IndexStore
    metrics: Metrics
    latency: Latency
    link: Link
    rules: ConversationRules
    retention: timedelta
    """For how long answers are kept."""
    access: AccessPolicy = field(default_factory=AccessPolicy)
    """Who may ask."""
    collections: CollectionPolicy = field(default_factory=CollectionPolicy)
    """Who may read which collection."""
    earlier_answers: Path | None = None
    """The file in which answers were remembered before there was a database, if there is one."""
    answering_gaps: Claims = field(default_factory=Claims)
    """The unanswered questions that moderators are answering right now."""
    in_progress: InProgress = field(default_factory=InProgress)
