"""The rules for messages, most of which the OpenAPI document leaves out."""

from collections.abc import Iterable, Iterator, Mapping

from loopback import openapi
from loopback.components import TEXT, check_components, walk
from loopback.embeds import check_embeds
from loopback.markup import pings
from loopback.problems import Problem, too_long

SUPPRESS_EMBEDS, EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 2, 1 << 6, 1 << 7, 1 << 15
MAX_CONTENT = 2000


def check_message_payload(payload: Mapping, *, files: Iterable[str] = ()) -> list[str]:
    """Return every reason why Discord would refuse to post this message, or nobody should.

    This is what ``POST /channels/{id}/messages`` checks, and it needs no server: the OpenAPI
    schema (where the document is at hand) and the limits that the document does not state.
    """
    document = openapi.load()
    problems = document.check_schema("MessageCreateRequest", payload) if document else []
    # The other rules rely on the payload being of the right shape.
    if all(problem.code in openapi.SIZES for problem in problems):
        problems += check_message(payload, files=dict(enumerate(files)))
    return list(dict.fromkeys(map(str, problems)))


def check_message(
    payload: Mapping,
    *,
    files: Mapping[int, str] | None = None,
    before: Mapping | None = None,
    kept: Iterable[str] = (),
) -> list[Problem]:
    """Return what is wrong with a message to be posted, or with an edit of one.

    Args:
        payload: The JSON body.
        files: The uploaded files' names by their number in ``files[n]``.
        before: The message that is edited, as Discord would show it; None for a new message.
        kept: The ids of attachments that the edited message already has.
    """
    files = dict(files or {})
    merged = {
        key: payload.get(key, (before or {}).get(key))
        for key in ("content", "embeds", "components")
    }
    flags = int(payload.get("flags") or 0) | int((before or {}).get("flags") or 0)
    v2 = bool(flags & COMPONENTS_V2)
    problems: list[Problem] = []
    if len(payload.get("content") or "") > MAX_CONTENT:
        problems.append(too_long(("content",), MAX_CONTENT))
    problems += check_embeds(payload.get("embeds"))
    problems += check_components(payload.get("components"), v2=v2)
    if v2:
        problems += _check_v2_alone(payload, merged)
    empty = not any(
        (
            str(merged["content"] or "").strip(),
            merged["embeds"],
            merged["components"],
            files,
            payload.get("attachments"),
            None if "attachments" in payload else list(kept),
            payload.get("sticker_ids"),
            payload.get("poll"),
        )
    )
    if empty:
        problems.append(Problem(code="EMPTY_MESSAGE", message="Cannot send an empty message"))
    problems += _check_attachments(payload, files, set(kept))
    problems += _check_mentions(payload)
    return problems


def readable(message: Mapping) -> str:
    """Return all the text a reader sees in a message: content, embeds and text displays."""
    parts = [message.get("content")]
    for embed in message.get("embeds") or ():
        parts += [
            (embed.get("author") or {}).get("name"),
            embed.get("title"),
            embed.get("description"),
        ]
        for field in embed.get("fields") or ():
            parts += [field.get("name"), field.get("value")]
        parts.append((embed.get("footer") or {}).get("text"))
    parts += [
        item.get("content")
        for _, item in walk(message.get("components"))
        if item.get("type") == TEXT
    ]
    return "\n".join(part for part in parts if part)


def _check_v2_alone(payload: Mapping, merged: Mapping) -> Iterator[Problem]:
    for key in ("content", "embeds", "sticker_ids", "poll"):
        if merged.get(key, payload.get(key)):
            yield Problem(
                path=(key,),
                code="MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                message=f"{key} cannot go with MessageFlags.IS_COMPONENTS_V2",
            )


def _check_attachments(
    payload: Mapping, files: Mapping[int, str], kept: set[str]
) -> Iterator[Problem]:
    for index, entry in enumerate(payload.get("attachments") or ()):
        number = str(entry.get("id")) if isinstance(entry, dict) else ""
        if number not in kept and number not in {str(file) for file in files}:
            yield Problem(
                path=("attachments", index, "id"),
                code="ATTACHMENT_NOT_FOUND",
                message=f"No uploaded file and no attachment is called {number!r}",
            )
    names = set(files.values()) | {
        entry.get("filename")
        for entry in payload.get("attachments") or ()
        if isinstance(entry, dict)
    }
    for path, item in walk(payload.get("components")):
        for key in ("file", "media"):
            url = (item.get(key) or {}).get("url") if isinstance(item.get(key), dict) else None
            if (
                isinstance(url, str)
                and url.startswith("attachment://")
                and url[13:] not in names
                and not kept
            ):
                yield Problem(
                    path=(*path, key, "url"),
                    code="UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                    message=f"No uploaded file is called {url[13:]!r}",
                )


def _check_mentions(payload: Mapping) -> Iterator[Problem]:
    """Yield what could notify somebody: text with a ping in it and nothing that forbids it."""
    texts = [(("content",), payload.get("content") or "")]
    texts += [
        ((*path, "content"), item.get("content") or "")
        for path, item in walk(payload.get("components"))
        if item.get("type") == TEXT
    ]
    allowed = payload.get("allowed_mentions")
    silent = (
        isinstance(allowed, dict)
        and allowed.get("parse") == []
        and not allowed.get("users")
        and not allowed.get("roles")
    )
    for path, text in texts:
        if not silent and (found := pings(str(text))):
            yield Problem(
                path=path,
                code="LIVE_MENTION",
                message=f"{found[0]} would notify somebody: allowed_mentions must forbid it",
                refused=False,
            )
