"""E-mails and mailboxes: each message under its subject, found by who sent it and when."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from itertools import zip_longest

from retrieval.domain import BlockKind
from retrieval.errors import DocumentError
from retrieval.locators import Message
from retrieval.reading.builder import Builder, one_line
from retrieval.reading.decode import decode
from retrieval.reading.formats.plain_text import outline
from retrieval.reading.protocol import Contents, Reading

__all__ = ["read"]

_POSTMARK = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{3,200}\d{4}[^\r\n]{0,40}\r?\n")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)
_QUOTED = re.compile(r"^(?:>.*(?:\n|\Z))+", re.MULTILINE)
_WROTE = re.compile(r"^On .{5,200}(?:\n.{0,100})? wrote:\s*\n(?=>|\Z)", re.MULTILINE)
_ADDRESS = re.compile(r"(?<!\s)\s*<[^<>]*>")
_REPLY = re.compile(r"^(?:re|fwd?|aw|sv)\s*:\s*", re.IGNORECASE)
_MOST_MESSAGES = 50_000
_MARKUP = re.compile(r"<(?:html|body|p|div|br|table|span)\b", re.IGNORECASE)


def read(data: bytes, name: str) -> Reading:
    """Read a message or a mailbox; raises DocumentError where the bytes are neither."""
    is_box = name.casefold().endswith(".mbox")
    raws = list(_split(data)) if is_box else [data]
    if is_box and not raws:
        raise DocumentError("It holds no message that begins as those of a mailbox do.")
    messages = [_parse(raw) for raw in raws]
    if not is_box and not any(messages[0].get(header) for header in ("from", "subject", "date")):
        raise DocumentError("It is no e-mail: it says neither from whom nor about what.")
    known = {one for message in messages if (one := _header(message, "message-id"))}
    builder = Builder(title=None if is_box else _header(messages[0], "subject") or None)
    lost: list[str] = []
    for message in messages:
        reason = _append(builder, message, known, is_box=is_box)
        if reason:
            lost.append(reason)
    if builder.is_empty:
        raise DocumentError(lost[0] if lost else "It holds no words.")
    warnings = (f"Of its messages {len(lost):,} were left out: {lost[0]}",) if lost else ()
    return Reading(documents=(builder.contents(),), warnings=warnings)


def _split(data: bytes) -> Iterator[bytes]:
    found = list(_POSTMARK.finditer(data))
    if len(found) > _MOST_MESSAGES:
        raise DocumentError(f"It holds {len(found):,} messages, which is too many; split it.")
    for one, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(data)
        yield _ESCAPED.sub(rb"\1", data[one.end() : end])


def _parse(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    if not isinstance(message, EmailMessage):  # the policy makes it one
        raise DocumentError("It is no e-mail.")
    return message


def _header(message: EmailMessage, name: str) -> str:
    try:
        return one_line(str(message.get(name) or ""))
    except Exception:  # The library fails in many ways on headers that are no headers.
        return ""


def _append(
    builder: Builder, message: EmailMessage, known: set[str], *, is_box: bool
) -> str | None:
    """Append a message; return why it was left out, where it was."""
    sender = _header(message, "from")
    who = _ADDRESS.sub("", sender).strip(' "') or sender
    place = Message(name=_name(who, message), url=_archived(message))
    subject = _header(message, "subject")
    try:
        body = _body(message, drops_quotes=_header(message, "in-reply-to") in known)
    except DocumentError as error:
        return str(error)
    builder.leave(1)
    if is_box or subject:
        builder.heading(
            _REPLY.sub("", subject) or "Without a subject",
            1,
            locator=place,
            may_be_title=not is_box,
        )
    for header in ("From", "Date", "To"):
        builder.field(header, _header(message, header), locator=place)
    builder.embed(body, locator=place)
    return None


def _name(who: str, message: EmailMessage) -> str:
    stamp = _header(message, "date")
    try:
        when = parsedate_to_datetime(stamp).strftime("%Y-%m-%d %H:%M")
    except (ValueError, TypeError, OverflowError):
        when = stamp[:40]
    return ", ".join(filter(None, (who[:80], when))) or "message"


def _archived(message: EmailMessage) -> str | None:
    url = _header(message, "archived-at").strip("<> ")
    return url if url.startswith(("https://", "http://")) else None


def _body(message: EmailMessage, *, drops_quotes: bool) -> Contents:
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        kind = part.get_content_type() if part is not None else ""
        text = part.get_content() if part is not None else ""
    except (KeyError, LookupError, ValueError, AttributeError, TypeError):
        part, kind, text = None, "", ""
    if not isinstance(text, str):
        text = ""
    if not text.strip() and part is not None:
        text = _undeclared(part)
    if kind == "text/html" or (kind != "text/plain" and _MARKUP.search(text[:2000])):
        return _web_page(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if signature := _SIGNATURE.search(text):
        text = text[: signature.start()]
    if drops_quotes:
        text = _QUOTED.sub("", _WROTE.sub("", text))
    return _unpretentious(outline(text))


def _undeclared(part: MIMEPart) -> str:
    raw = part.get_payload(decode=True)
    try:
        return decode(raw).text if isinstance(raw, bytes) and raw.strip() else ""
    except DocumentError:
        return ""


def _web_page(text: str) -> Contents:
    try:
        from retrieval.reading.formats.html import outline_page
    except ModuleNotFoundError:
        raise DocumentError(
            "Messages that are web pages need what this installs: pip install 'verbatim[html]'."
        ) from None
    return _unpretentious(outline_page(text))


def _unpretentious(contents: Contents) -> Contents:
    """Return a message's text without a title of its own: its subject is that."""
    front = (BlockKind.TITLE, BlockKind.BYLINE)
    blocks = tuple(
        replace(block, kind=BlockKind.PARAGRAPH) if block.kind in front else block
        for block in contents.blocks
    )
    return replace(contents, blocks=blocks)
