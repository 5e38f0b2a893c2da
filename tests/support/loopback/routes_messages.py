"""Routes for messages, reactions, threads on messages and the typing sign."""

from typing import TYPE_CHECKING
from urllib.parse import unquote

from loopback.exchange import Exchange
from loopback.payloads import channel_json, message_json
from loopback.posting import check_edit, check_new, edited, make_message
from loopback.problems import MISSING_PERMISSIONS, ApiError, Problem, unknown
from loopback.routes_world import Table, WorldRoutes, accessible_channel
from loopback.world import (
    ADD_REACTIONS,
    ATTACH_FILES,
    EMBED_LINKS,
    MANAGE_MESSAGES,
    READ_MESSAGE_HISTORY,
    SEND_MESSAGES,
    SEND_MESSAGES_IN_THREADS,
    Channel,
    Message,
)

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

_ONE = "/channels/{channel_id}/messages/{message_id}"


class MessageRoutes:
    def __init__(self, server: "LoopbackDiscord") -> None:
        self._server = server
        self._nonces: dict[tuple[str, str], Message] = {}

    def table(self) -> Table:
        return {
            "POST /channels/{channel_id}/messages": self.create,
            "GET /channels/{channel_id}/messages": self.history,
            "GET /channels/{channel_id}/messages/pins": self.pins,
            f"GET {_ONE}": self.get,
            f"PATCH {_ONE}": self.edit,
            f"DELETE {_ONE}": self.delete,
            f"POST {_ONE}/threads": self.start_thread,
            f"PUT {_ONE}/reactions/{{emoji_name}}/@me": self.react,
            f"DELETE {_ONE}/reactions/{{emoji_name}}/@me": self.unreact,
            "POST /channels/{channel_id}/typing": self.typing,
        }

    async def create(self, exchange: Exchange) -> dict:
        channel = accessible_channel(self._server, exchange)
        payload = exchange.body or {}
        self._server.judge(exchange, check_new(payload, exchange))
        self._may_send(channel, payload, exchange)
        nonce = (channel.id, str(payload.get("nonce")))
        if payload.get("enforce_nonce") and nonce in self._nonces:
            return message_json(self._nonces[nonce])
        reply_to = self._referenced(channel, payload, exchange)
        message = make_message(self._server, payload, exchange, channel)
        if reply_to is not None:
            message.type, message.reply_to = 19, reply_to
            message.reference = {"type": 0, "channel_id": channel.id, "message_id": reply_to.id}
            allowed = payload.get("allowed_mentions")
            if (
                allowed is None or allowed.get("replied_user")
            ) and reply_to.author not in message.mentions:
                message.mentions.append(reply_to.author)
        self._server.post(message)
        self._nonces[nonce] = message
        body = message_json(message)
        return body | ({"nonce": payload["nonce"]} if "nonce" in payload else {})

    async def history(self, exchange: Exchange) -> list[dict]:
        channel = accessible_channel(self._server, exchange)
        if channel.guild and not self._server.bot_permissions(channel) & READ_MESSAGE_HISTORY:
            return []
        messages = [
            message for message in channel.messages if not message.deleted and not message.only_for
        ]
        limit = int(exchange.query.get("limit", 50))
        before, after = exchange.query.get("before"), exchange.query.get("after")
        if before:
            messages = [message for message in messages if int(message.id) < int(before)]
        if after:
            messages = [message for message in messages if int(message.id) > int(after)][:limit]
        return [message_json(message) for message in reversed(messages[-limit:])]

    async def pins(self, exchange: Exchange) -> dict:
        channel = accessible_channel(self._server, exchange)
        if channel.guild and not self._server.bot_permissions(channel) & READ_MESSAGE_HISTORY:
            return {"items": [], "has_more": False}
        before = exchange.query.get("before")
        pinned = [
            message
            for message in channel.messages
            if message.pinned and not message.deleted and (not before or message.pinned < before)
        ]
        pinned.sort(key=lambda message: message.pinned or "", reverse=True)
        limit = int(exchange.query.get("limit", 50))
        items = [
            {"pinned_at": message.pinned, "message": message_json(message)}
            for message in pinned[:limit]
        ]
        return {"items": items, "has_more": len(pinned) > limit}

    async def get(self, exchange: Exchange) -> dict:
        return message_json(self._message(exchange))

    async def edit(self, exchange: Exchange) -> dict:
        message = self._message(exchange)
        payload = exchange.body or {}
        if message.author is not self._server.bot:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        self._server.judge(exchange, check_edit(payload, exchange, message))
        edited(self._server, message, payload, exchange)
        return message_json(message)

    async def delete(self, exchange: Exchange) -> None:
        message = self._message(exchange)
        if message.author is not self._server.bot:
            self._need(message.channel, MANAGE_MESSAGES)
        self._server.remove(message)

    async def start_thread(self, exchange: Exchange) -> tuple[int, dict]:
        message = self._message(exchange)
        if message.id in self._server.channels:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        make = WorldRoutes(self._server).make_thread
        thread = make(message.channel, exchange.body["name"], thread_id=message.id)
        return 201, channel_json(thread)

    async def react(self, exchange: Exchange) -> None:
        message = self._message(exchange)
        self._need(message.channel, ADD_REACTIONS | READ_MESSAGE_HISTORY)
        self._server.react(message, unquote(exchange.params["emoji_name"]), self._server.bot)

    async def unreact(self, exchange: Exchange) -> None:
        message = self._message(exchange)
        users = message.reactions.get(unquote(exchange.params["emoji_name"]), [])
        if self._server.bot in users:
            users.remove(self._server.bot)

    async def typing(self, exchange: Exchange) -> None:
        channel = accessible_channel(self._server, exchange)
        self._need(channel, SEND_MESSAGES_IN_THREADS if channel.is_thread else SEND_MESSAGES)
        self._server.typing.append((channel, exchange.at))

    def _message(self, exchange: Exchange) -> Message:
        channel = accessible_channel(self._server, exchange)
        for message in channel.messages:
            if message.id == exchange.params["message_id"]:
                if message.deleted or message.only_for is not None:
                    break
                return message
        raise unknown("Message", 10008)

    def _need(self, channel: Channel, bits: int) -> None:
        if channel.guild and self._server.bot_permissions(channel) & bits != bits:
            raise ApiError(*MISSING_PERMISSIONS)

    def _may_send(self, channel: Channel, payload: dict, exchange: Exchange) -> None:
        if channel.guild is None and any(
            user in self._server.closed_dms for user in channel.recipients
        ):
            raise ApiError(403, 50007, "Cannot send messages to this user")
        self._need(channel, SEND_MESSAGES_IN_THREADS if channel.is_thread else SEND_MESSAGES)
        if payload.get("embeds"):
            self._need(channel, EMBED_LINKS)
        if exchange.files:
            self._need(channel, ATTACH_FILES)

    def _referenced(self, channel: Channel, payload: dict, exchange: Exchange) -> Message | None:
        reference = payload.get("message_reference")
        if not reference:
            return None
        if channel.guild and not self._server.bot_permissions(channel) & READ_MESSAGE_HISTORY:
            raise ApiError(403, 160002, "Cannot reply without permission to read message history")
        wanted = str(reference.get("message_id"))
        for message in channel.messages:
            if message.id == wanted and not message.deleted and message.only_for is None:
                return message
        if reference.get("fail_if_not_exists") is False:
            return None
        # The message may have gone while the bot was at work, so this is refused but not held
        # against the bot.
        raise ApiError(
            400,
            50035,
            "Invalid Form Body",
            problems=[
                Problem(
                    path=("message_reference",),
                    code="MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
                    message="Unknown message",
                )
            ],
        )
