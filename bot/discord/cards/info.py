"""The cards of /sources, /help, /status, /privacy and /docs: pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.app.latency import Summary
from bot.discord.cards.card import Button, Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.pages import paged
from bot.discord.components.custom_id import Operation, PagePayload, PlainPayload
from bot.rendering.freshness import changed_text
from bot.rendering.languages import how_far, language_note
from bot.rendering.links import Link
from bot.rendering.words import EMPTY_INDEX, NEVER_QUOTED
from retrieval.domain import BuildReport, Citation, DocumentInfo, IndexInfo

__all__ = [
    "charge_cards",
    "document_cards",
    "help_card",
    "names_line",
    "note_card",
    "privacy_card",
    "progress_card",
    "report_card",
    "status_card",
]

NAMES = 6
_FOLLOWED = (
    " (but those of channels that administrators here have made documents, for those who may read"
    " them, until they are deleted there)"
)


def note_card(text: str, tone: Tone = Tone.NOTE) -> Card:
    """Say one thing."""
    return Card(tone=tone, blocks=(text,))


def document_cards(documents: Sequence[DocumentInfo], *, link: Link) -> tuple[Card, ...]:
    """List what can be asked about, on pages."""
    documents = [one for one in documents if one.is_asked]
    plural = "s" if len(documents) > 1 else ""
    head = f"**I answer from {len(documents):,} document{plural}**"
    return _documents(documents, link=link, head=head, turned_by=Operation.DOCUMENTS)


def charge_cards(documents: Sequence[DocumentInfo], *, link: Link) -> tuple[Card, ...]:
    """List what somebody looks after, on pages."""
    plural = "s" if len(documents) > 1 else ""
    head = f"**You look after {len(documents):,} document{plural}**"
    return _documents(documents, link=link, head=head, turned_by=Operation.CHARGE)


def _documents(
    documents: Sequence[DocumentInfo], *, link: Link, head: str, turned_by: Operation
) -> tuple[Card, ...]:
    if not documents:
        return (note_card("There are no documents yet."),)
    blocks = []
    for number, document in enumerate(documents, 1):
        citation = Citation(
            path=document.path, title=document.title, headings=(), first_line=1, last_line=1
        )
        url = link(citation)
        title = inline(document.title or document.path, limit=120)
        name = f"[{title}](<{url}>)" if url else f"**{title}**"
        author = f" · {inline(document.author, limit=60)}" if document.author else ""
        path = inline(document.path, limit=120)
        what = f"{document.sentences:,} sentences" if document.is_asked else NEVER_QUOTED
        what += language_note(document.language)
        blocks.append(f"{number} · {name}{author}\n-# {path} · {what}")
    return paged(
        blocks,
        tone=Tone.NOTE,
        turn=lambda page: PagePayload(operation=turned_by, page=page),
        head=head,
    )


def help_card(*, mention: str, auto: bool) -> Card:
    """Say how to ask."""
    ways = [
        "**Ask me anything that the documents answer.** I reply with their own sentences and say"
        " where each stands; I never make anything up.",
        "`/ask` a question, privately if you like, in one document or in all\n"
        f"Mention me ({mention}) or reply to me, in a channel or a thread\n"
        "Write me a direct message\n"
        "Right-click a message → Apps → **Ask about this**\n"
        "Press **Follow up** under an answer",
        "A question like *and what did they pay?* is taken together with the one before it;"
        " `/forget` makes me start afresh.",
        f"**Languages:** {how_far()}",
        "`/sources` what I know · `/status` how I am · `/privacy` what I keep",
    ]
    if auto:
        ways.insert(2, "In some channels I also answer without a mention, when I am sure.")
    return Card(tone=Tone.NOTE, blocks=tuple(ways))


def privacy_card(
    *, days: int, minutes: int, stored: int, logged: bool, followed: bool = False
) -> Card:
    """Say what is kept, and offer to forget it."""
    answers = "answer" if stored == 1 else "answers"
    kept = (
        f"**What I keep** for {days} days: your question and its answer, your Discord id and the"
        " ids of the server, channel and messages; your 👍 or 👎 and the reason you gave."
        f" Right now that is {stored} {answers} of yours. Of those who change my documents I keep"
        " the id beside the state that they made, until a later change finds that state gone. I"
        " count questions and votes by day and server, with nobody’s id and not a word of them."
    )
    use = (
        "**What for:** the buttons under answers, follow-up questions (for"
        f" {minutes} minutes), and a list of unanswered questions that moderators of the same"
        " server can read, without names. Where one of them answers yours, I tell you so where you"
        " asked. Questions asked privately or in a direct message are not in that list; only"
        " whoever runs me can read and answer those."
    )
    never = (
        "**What I don’t do:** I send nothing to any other service, keep no messages that"
        f" aren’t questions to me{_FOLLOWED if followed else ''}, and share nothing between"
        " servers. When you delete a question, or"
        " when I’m removed from a server, I forget what was asked there."
        + (" Whoever runs me has chosen to log questions." if logged else " I log no questions.")
    )
    forget = Button(payload=PlainPayload(operation=Operation.FORGET_ME), label="Forget me")
    return Card(tone=Tone.NOTE, blocks=(kept, use, never), rows=((forget,),))


def status_card(
    info: IndexInfo | None,
    changed: Sequence[str],
    latency: Summary | None,
    *,
    waiting: int,
    started: datetime,
    version: str,
) -> Card:
    """Say how the bot is."""
    if info is None:
        index = "**Index** none"
    else:
        # Where somebody sees a part only, the size would tell of the rest.
        size = f", {info.size_bytes / 1_000_000:.1f} MB" if info.size_bytes else ""
        index = (
            f"**Index** {info.documents:,} documents, {info.sentences:,} sentences{size}\n"
            f"built <t:{int(info.built_at.timestamp())}:R> · {inline(info.build_id, limit=60)}\n"
            f"**Model** {inline(info.model, limit=100)}"
        )
        if changed:
            rebuild = "`/docs rebuild` takes them in"
            index += f"\n{changed_text(changed, folder='my folder', remedy=rebuild)}"
    speed = (
        f"**Answers** {latency.answers:,} since the start; half within {latency.median:.2f} s,"
        f" 95 % within {latency.p95:.2f} s"
        if latency
        else "**Answers** none yet since the start"
    )
    up = f"-# Verbatim {version} · up since <t:{int(started.timestamp())}:R> · {waiting} waiting"
    return Card(tone=Tone.NOTE, blocks=(index, speed, up))


def progress_card(stage: str, done: int = 0, total: int | None = None) -> Card:
    """Say how far a rebuild is."""
    bar = ""
    if total:
        filled = min(20, 20 * done // total)
        bar = f"\n{'▰' * filled}{'▱' * (20 - filled)} {done:,} of {total:,}"
    elif done:
        bar = f"\n{done:,}"
    return note_card(f"**Rebuilding the index** · {inline(stage, limit=100)}{bar}")


def report_card(report: BuildReport, *, whole: bool = True) -> Card:
    """Say what a rebuild changed.

    Args:
        report: what it did, as far as whoever reads it may see.
        whole: whether that is all of it; else nothing is said of the work that it took.
    """
    if report.held is not None:
        held = inline(report.held, limit=60)
        said = f"No document has changed since the index was gone back to `{held}`, so that one"
        return note_card(f"{said} goes on answering; `/docs rollback` ends that.")
    lines = [
        names_line("+", "added", report.added),
        names_line("~", "changed", report.changed),
        names_line("−", "removed", report.removed),
    ]
    same = f"{len(report.unchanged):,} unchanged"
    changes = "\n".join(line for line in lines if line) or "Nothing has changed."
    blocks = [f"**The index is up to date**\n{changes}\n-# {same}"]
    if report.left is not None:
        left = inline(report.left, limit=60)
        blocks.append(f"It takes the place of `{left}`, which had been gone back to.")
    if not report.sentences:
        blocks.append(EMPTY_INDEX)
    blocks += _files("Not read", [(one.path, one.reason) for one in report.skipped])
    blocks += _files("Read with doubts", [(one.path, one.text) for one in report.warnings])
    work = f", {report.embedded:,} embedded anew in {report.seconds:.1f} s" if whole else ""
    blocks.append(
        f"-# {report.documents:,} documents, {report.sentences:,} sentences{work} ·"
        f" {inline(report.build_id, limit=60)}"
    )
    return Card(tone=Tone.GOOD, blocks=tuple(blocks))


def _files(head: str, said: Sequence[tuple[str, str]]) -> list[str]:
    """Name the first of some files, each with what is to be said of it."""
    if not said:
        return []
    shown = [f"{inline(path, limit=60)}: {inline(text, limit=120)}" for path, text in said[:NAMES]]
    rest = len(said) - len(shown)
    more = [f"and {rest} more"] if rest else []
    return [f"**{head}**\n" + "\n".join([*shown, *more])]


def names_line(sign: str, what: str, paths: Sequence[str]) -> str:
    """Count and name some documents in a line; empty where there are none."""
    if not paths:
        return ""
    names = ", ".join(inline(path, limit=60) for path in paths[:NAMES])
    rest = f" and {len(paths) - NAMES} more" if len(paths) > NAMES else ""
    return f"**{sign}** {len(paths):,} {what}: {names}{rest}"
