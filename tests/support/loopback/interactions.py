"""Interactions: what a user did with a command, button or modal, and what the bot answered."""

import asyncio
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from loopback.payloads import channel_json, member_json, message_json, user_json
from loopback.world import ALL_PERMISSIONS, DM_CHANNEL, Channel, Message, User, snowflake

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, SHOW_MODAL = 4, 5, 6, 7, 8, 9
ACKNOWLEDGE_WITHIN = 3.0
"""Seconds in which the first response must come."""


@dataclass(slots=True, kw_only=True, eq=False)
class Interaction:
    """One interaction and all that became of it.

    Attributes:
        response: The callback type the bot answered with (5 is a defer), None before it did.
        response_seconds: How long that took.
        original: The message of the response, for a modal's or button's update the old message.
        modal: The modal that was shown.
        choices: What autocomplete offered.
        followups: Further messages sent through the interaction's token.
    """

    server: "LoopbackDiscord"
    type: int
    user: User
    channel: Channel
    data: dict
    message: Message | None = None
    by_user_install: bool = False
    id: str = field(default_factory=snowflake)
    token: str = field(default_factory=lambda: "aW50ZXJhY3Rpb24" + secrets.token_urlsafe(40))
    created: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    response: int | None = None
    response_seconds: float | None = None
    original: Message | None = None
    modal: dict | None = None
    choices: list[dict] | None = None
    followups: list[Message] = field(default_factory=list)
    edits: int = 0
    """How often the original response was edited after the first answer."""

    @property
    def age(self) -> float:
        return asyncio.get_running_loop().time() - self.created

    @property
    def deferred(self) -> bool:
        return self.response in {DEFER, DEFER_UPDATE}

    @property
    def ephemeral(self) -> bool:
        """Whether the answer is only for the user who asked."""
        return self.original is not None and self.original.only_for is self.user

    async def acknowledged(self, *, within: float = ACKNOWLEDGE_WITHIN) -> int:
        """Wait for the first response and return its type."""
        return await self.server.until(
            lambda: self.response, within=within, what=f"an acknowledgement of {self}"
        )

    async def answer(self, *, within: float = 10) -> Message:
        """Wait for the response message, past "thinking", and return it."""

        def done() -> Message | None:
            ready = self.original is not None and not self.original.loading
            if self.response == DEFER_UPDATE:
                ready = ready and self.edits > 0
            return self.original if ready else None

        return await self.server.until(done, within=within, what=f"an answer to {self}")

    async def followup(self, number: int = 0, *, within: float = 10) -> Message:
        """Wait for the follow-up message of that number and return it."""
        await self.server.until(
            lambda: len(self.followups) > number, within=within, what=f"a follow-up to {self}"
        )
        return self.followups[number]

    async def shown_modal(self, *, within: float = ACKNOWLEDGE_WITHIN) -> dict:
        """Wait for a modal and return its data."""
        return await self.server.until(
            lambda: self.modal, within=within, what=f"a modal for {self}"
        )

    async def offered(self, *, within: float = ACKNOWLEDGE_WITHIN) -> list[dict]:
        """Wait for autocomplete choices and return them."""
        await self.server.until(
            lambda: self.choices is not None, within=within, what=f"choices for {self}"
        )
        return self.choices or []

    def __str__(self) -> str:
        name = self.data.get("name") or self.data.get("custom_id")
        return f"{self.user.name}'s {name!r}"

    def metadata(self) -> dict:
        """Return what a message says about the interaction it answers."""
        return {
            "id": self.id,
            "type": self.type,
            "user": user_json(self.user),
            "authorizing_integration_owners": self._owners(),
        }

    def _owners(self) -> dict[str, str]:
        if self.by_user_install:
            return {"1": self.user.id}
        return {"0": self.channel.guild.id if self.channel.guild else "0"}

    def event(self) -> dict:
        """Return the INTERACTION_CREATE payload."""
        guild, bot = self.channel.guild, self.server.bot
        payload: dict[str, Any] = {
            "id": self.id,
            "application_id": self.server.application_id,
            "type": self.type,
            "token": self.token,
            "version": 1,
            "data": self.data,
            "channel": channel_json(self.channel),
            "channel_id": self.channel.id,
            "locale": self.user.locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": self._owners(),
            "context": self._context(),
            "attachment_size_limit": 10 * 1024 * 1024,
            "app_permissions": str(self.server.bot_permissions(self.channel)),
        }
        if guild is None:
            payload["user"] = user_json(self.user)
        else:
            bits = guild.permissions(self.user, self.channel)
            payload |= {
                "guild_id": guild.id,
                "guild": {"id": guild.id, "features": [], "locale": guild.locale},
                "guild_locale": guild.locale,
                "member": member_json(guild.members[self.user.id]) | {"permissions": str(bits)},
            }
            payload["channel"]["permissions"] = str(bits)
        if self.message is not None:
            payload["message"] = message_json(self.message)
        if guild is None and bot not in self.channel.recipients:
            payload["app_permissions"] = str(ALL_PERMISSIONS)
        return payload

    def _context(self) -> int:
        if self.channel.type != DM_CHANNEL:
            return 0
        return 1 if self.server.bot in self.channel.recipients else 2
