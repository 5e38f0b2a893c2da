"""The cards of /sources, /help, /status, /privacy and /docs: pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.app.counting import without_own_files
from bot.app.latency import Summary
from bot.discord.cards.card import Button, Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.pages import paged
from bot.discord.components.custom_id import Operation, PagePayload, PlainPayload
from bot.localisation.words import ENGLISH, Words
from bot.rendering.freshness import changed_text
from bot.rendering.languages import how_far, language_note
from bot.rendering.links import Link
from bot.rendering.stages import stage_text
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


def note_card(text: str, tone: Tone = Tone.NOTE) -> Card:
    """Say one thing."""
    return Card(tone=tone, blocks=(text,))


def document_cards(
    documents: Sequence[DocumentInfo], *, link: Link, words: Words = ENGLISH
) -> tuple[Card, ...]:
    """List what can be asked about, on pages."""
    documents = [one for one in documents if one.is_asked]
    head = f"**{words.say('answer-from', count=len(documents))}**"
    return _documents(documents, words, link=link, head=head, turned_by=Operation.DOCUMENTS)


def charge_cards(
    documents: Sequence[DocumentInfo], *, link: Link, words: Words = ENGLISH
) -> tuple[Card, ...]:
    """List what somebody looks after, on pages."""
    head = f"**{words.say('look-after', count=len(documents))}**"
    return _documents(documents, words, link=link, head=head, turned_by=Operation.CHARGE)


def _documents(
    documents: Sequence[DocumentInfo],
    words: Words,
    *,
    link: Link,
    head: str,
    turned_by: Operation,
) -> tuple[Card, ...]:
    if not documents:
        return (note_card(words.say("no-documents")),)
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
        asked, count = document.is_asked, document.sentences
        what = words.say("sentences", count=count) if asked else words.say("never-quoted")
        what += language_note(document.language, words)
        blocks.append(f"{number} · {name}{author}\n-# {path} · {what}")
    return paged(
        blocks,
        tone=Tone.NOTE,
        turn=lambda page: PagePayload(operation=turned_by, page=page),
        head=head,
        words=words,
    )


def help_card(*, mention: str, auto: bool, words: Words = ENGLISH) -> Card:
    """Say how to ask."""
    ways = [
        words.say("help-ask"),
        words.say("help-mention", mention=mention),
        words.say("help-direct"),
        words.say("help-menu"),
        words.say("help-follow-up"),
    ]
    blocks = [
        words.say("help-what"),
        "\n".join(ways),
        words.say("help-together"),
        words.say("help-languages", languages=how_far(words)),
        words.say("help-commands"),
    ]
    if auto:
        blocks.insert(2, words.say("help-auto"))
    return Card(tone=Tone.NOTE, blocks=tuple(blocks))


def privacy_card(
    *,
    days: int,
    minutes: int,
    stored: int,
    logged: bool,
    followed: bool = False,
    words: Words = ENGLISH,
) -> Card:
    """Say what is kept, and offer to forget it."""
    kept = words.say("privacy-kept", days=days, stored=stored)
    use = words.say("privacy-use", minutes=minutes)
    never = words.say("privacy-never-followed") if followed else words.say("privacy-never")
    log = words.say("privacy-logged") if logged else words.say("privacy-not-logged")
    payload = PlainPayload(operation=Operation.FORGET_ME)
    forget = Button(payload=payload, label=words.say("forget-me"))
    return Card(tone=Tone.NOTE, blocks=(kept, use, f"{never} {log}"), rows=((forget,),))


def status_card(
    info: IndexInfo | None,
    changed: Sequence[str],
    latency: Summary | None,
    *,
    waiting: int,
    started: datetime,
    version: str,
    words: Words = ENGLISH,
) -> Card:
    """Say how the bot is."""
    index = words.say("status-no-index") if info is None else _index(info, changed, words)
    speed = (
        words.say(
            "status-speed",
            count=latency.answers,
            half=words.decimal(latency.median, 2),
            most=words.decimal(latency.p95, 2),
        )
        if latency
        else words.say("status-no-speed")
    )
    up = words.say("status-up", when=f"<t:{int(started.timestamp())}:R>", waiting=waiting)
    return Card(tone=Tone.NOTE, blocks=(index, speed, f"-# Verbatim {version} · {up}"))


def _index(info: IndexInfo, changed: Sequence[str], words: Words) -> str:
    what = words.say(
        "status-index",
        documents=words.say("documents", count=info.documents),
        sentences=words.say("sentences", count=info.sentences),
    )
    # Where somebody sees a part only, the size would tell of the rest.
    size = f", {words.decimal(info.size_bytes / 1_000_000, 1)} MB" if info.size_bytes else ""
    built = words.say("status-built", when=f"<t:{int(info.built_at.timestamp())}:R>")
    lines = [
        f"{what}{size}",
        f"{built} · {inline(info.build_id, limit=60)}",
        words.say("status-model", model=inline(info.model, limit=100)),
    ]
    if changed:
        folder, rebuild = words.say("status-folder"), words.say("status-rebuild")
        lines.append(changed_text(changed, folder=folder, remedy=rebuild, words=words))
    return "\n".join(lines)


def progress_card(
    stage: str, done: int = 0, total: int | None = None, words: Words = ENGLISH
) -> Card:
    """Say how far a rebuild is."""
    bar = ""
    if total:
        filled = min(20, 20 * done // total)
        of = words.say("rebuilding-of", done=done, total=total)
        bar = f"\n{'▰' * filled}{'▱' * (20 - filled)} {of}"
    elif done:
        bar = f"\n{words.decimal(done, 0)}"
    doing = stage_text(stage, words) or inline(stage, limit=100)
    return note_card(f"**{words.say('rebuilding')}** · {doing}{bar}")


def report_card(report: BuildReport, *, whole: bool = True, words: Words = ENGLISH) -> Card:
    """Say what a rebuild changed.

    Args:
        report: what it did, as far as whoever reads it may see.
        whole: whether that is all of it; else nothing is said of the work that it took.
        words: the reader's.
    """
    if report.held is not None:
        held = f"`{inline(report.held, limit=60)}`"
        return note_card(words.say("state-goes-on", state=held))
    lines = [
        names_line("+", words.say("added", count=len(report.added)), report.added, words),
        names_line("~", words.say("changed", count=len(report.changed)), report.changed, words),
        names_line("−", words.say("removed", count=len(report.removed)), report.removed, words),
    ]
    same = words.say("unchanged", count=len(without_own_files(report.unchanged)))
    changes = "\n".join(line for line in lines if line) or words.say("nothing-changed")
    blocks = [f"**{words.say('up-to-date')}**\n{changes}\n-# {same}"]
    if report.left is not None:
        left = f"`{inline(report.left, limit=60)}`"
        blocks.append(words.say("takes-the-place", state=left))
    if not report.sentences:
        blocks.append(words.say("empty-index"))
    skipped = [(one.path, one.reason) for one in report.skipped]
    doubted = [(one.path, one.text) for one in report.warnings]
    blocks += _files(words.say("not-read"), skipped, words)
    blocks += _files(words.say("read-with-doubts"), doubted, words)
    seconds = words.decimal(report.seconds, 1)
    work = words.say("embedded-anew", count=report.embedded, seconds=seconds)
    counted = [
        words.say("documents", count=report.documents),
        words.say("sentences", count=report.sentences),
        *([work] if whole else []),
    ]
    blocks.append(f"-# {', '.join(counted)} · {inline(report.build_id, limit=60)}")
    return Card(tone=Tone.GOOD, blocks=tuple(blocks))


def _files(head: str, said: Sequence[tuple[str, str]], words: Words) -> list[str]:
    """Name the first of some files, each with what is to be said of it."""
    if not said:
        return []
    shown = [f"{inline(path, limit=60)}: {inline(text, limit=120)}" for path, text in said[:NAMES]]
    rest = len(said) - len(shown)
    more = [words.say("and-more", count=rest)] if rest else []
    return [f"**{head}**\n" + "\n".join([*shown, *more])]


def names_line(sign: str, what: str, paths: Sequence[str], words: Words = ENGLISH) -> str:
    """Say ``what`` of some documents and name them in a line; empty where there are none."""
    if not paths:
        return ""
    names = ", ".join(inline(path, limit=60) for path in paths[:NAMES])
    rest = len(paths) - NAMES
    more = f" {words.say('and-more', count=rest)}" if rest > 0 else ""
    return f"**{sign}** {what}: {names}{more}"
