"""Routes that tell a bot about itself and about guilds, channels and users."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from loopback.exchange import Exchange
from loopback.payloads import channel_json, guild_json, member_json, role_json, user_json
from loopback.problems import MISSING_ACCESS, MISSING_PERMISSIONS, ApiError, unknown
from loopback.sessions import GUILDS
from loopback.world import (
    CREATE_PUBLIC_THREADS,
    VIEW_CHANNEL,
    Channel,
    Guild,
)

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

Table = dict[str, Callable[[Exchange], Awaitable[Any]]]


class WorldRoutes:
    def __init__(self, server: "LoopbackDiscord") -> None:
        self._server = server

    def table(self) -> Table:
        return {
            "GET /users/@me": self.own_user,
            "GET /users/@me/guilds": self.own_guilds,
            "POST /users/@me/channels": self.open_dm,
            "GET /users/{user_id}": self.user,
            "GET /oauth2/applications/@me": self.application,
            "GET /applications/@me": self.application,
            "GET /gateway": self.gateway,
            "GET /gateway/bot": self.gateway_bot,
            "GET /guilds/{guild_id}": self.guild,
            "GET /guilds/{guild_id}/channels": self.guild_channels,
            "GET /guilds/{guild_id}/roles": self.guild_roles,
            "GET /guilds/{guild_id}/members/{user_id}": self.guild_member,
            "GET /guilds/{guild_id}/threads/active": self.active_threads,
            "GET /channels/{channel_id}": self.channel,
            "PATCH /channels/{channel_id}": self.edit_channel,
            "POST /channels/{channel_id}/threads": self.start_thread,
            "GET /channels/{channel_id}/threads/archived/public": self.archived_threads,
            "PUT /channels/{channel_id}/thread-members/@me": self.join_thread,
        }

    async def own_user(self, exchange: Exchange) -> dict:
        return user_json(self._server.bot) | {"verified": True, "mfa_enabled": False, "flags": 0}

    async def own_guilds(self, exchange: Exchange) -> list[dict]:
        return [
            {
                "id": guild.id,
                "name": guild.name,
                "icon": None,
                "banner": None,
                "owner": False,
                "permissions": str(guild.permissions(self._server.bot)),
                "features": [],
            }
            for guild in self._server.guilds
            if guild.has_bot
        ]

    async def open_dm(self, exchange: Exchange) -> dict:
        user = self._server.users.get(str(exchange.body.get("recipient_id")))
        if user is None:
            raise unknown("User", 10013)
        return channel_json(self._server.direct_channel(user))

    async def user(self, exchange: Exchange) -> dict:
        user = self._server.users.get(exchange.params["user_id"])
        if user is None:
            raise unknown("User", 10013)
        return user_json(user)

    async def application(self, exchange: Exchange) -> dict:
        return {
            "id": self._server.application_id,
            "name": self._server.bot.name,
            "icon": None,
            "description": "",
            "summary": "",
            "type": None,
            "bot": user_json(self._server.bot),
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": user_json(self._server.owner),
            "team": None,
            "verify_key": "0" * 64,
            "flags": self._server.application_flags,
            "hook": True,
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "approximate_guild_count": len(self._server.guilds),
            "approximate_user_install_count": 0,
            "integration_types_config": {
                "0": {
                    "oauth2_install_params": {
                        "scopes": ["applications.commands", "bot"],
                        "permissions": "0",
                    }
                },
                "1": {},
            },
        }

    async def gateway(self, exchange: Exchange) -> dict:
        return {"url": self._server.gateway_url}

    async def gateway_bot(self, exchange: Exchange) -> dict:
        return {
            "url": self._server.gateway_url,
            "shards": self._server.shards,
            "session_start_limit": {
                "total": 1000,
                "remaining": 1000 - self._server.gateway.count("identify"),
                "reset_after": 86_400_000,
                "max_concurrency": 16,
            },
        }

    async def guild(self, exchange: Exchange) -> dict:
        return guild_json(self._guild(exchange))

    async def guild_channels(self, exchange: Exchange) -> list[dict]:
        channels = self._guild(exchange).channels.values()
        return [channel_json(channel) for channel in channels if not channel.is_thread]

    async def guild_roles(self, exchange: Exchange) -> list[dict]:
        return [role_json(role) for role in self._guild(exchange).roles.values()]

    async def guild_member(self, exchange: Exchange) -> dict:
        member = self._guild(exchange).members.get(exchange.params["user_id"])
        if member is None:
            raise unknown("Member", 10007)
        return member_json(member)

    async def active_threads(self, exchange: Exchange) -> dict:
        channels = self._guild(exchange).channels.values()
        threads = [channel_json(item) for item in channels if item.is_thread and not item.archived]
        return {"threads": threads, "members": []}

    async def archived_threads(self, exchange: Exchange) -> dict:
        parent = accessible_channel(self._server, exchange)
        assert parent.guild is not None
        found = [
            channel_json(item)
            for item in parent.guild.channels.values()
            if item.is_thread and item.archived and item.parent is parent
        ]
        limit = int(exchange.query.get("limit", 50))
        return {"threads": found[:limit], "members": [], "has_more": False}

    async def channel(self, exchange: Exchange) -> dict:
        return channel_json(accessible_channel(self._server, exchange))

    async def edit_channel(self, exchange: Exchange) -> dict:
        channel = accessible_channel(self._server, exchange)
        channel.name = exchange.body.get("name", channel.name)
        channel.archived = exchange.body.get("archived", channel.archived)
        event = "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE"
        payload = channel_json(channel)
        self._server.gateway.dispatch(event, payload, guild=channel.guild, intent=GUILDS)
        return payload

    async def start_thread(self, exchange: Exchange) -> tuple[int, dict]:
        parent = accessible_channel(self._server, exchange)
        return 201, channel_json(self.make_thread(parent, exchange.body["name"]))

    async def join_thread(self, exchange: Exchange) -> None:
        accessible_channel(self._server, exchange)

    def make_thread(self, parent: Channel, name: str, thread_id: str | None = None) -> Channel:
        """Open a thread for the bot, from a message where ``thread_id`` is that message's id."""
        server = self._server
        if not server.bot_permissions(parent) & CREATE_PUBLIC_THREADS:
            raise ApiError(*MISSING_PERMISSIONS)
        return server.open_thread(parent, name, owner=server.bot, thread_id=thread_id)

    def _guild(self, exchange: Exchange) -> Guild:
        guild = next((g for g in self._server.guilds if g.id == exchange.params["guild_id"]), None)
        if guild is None:
            raise unknown("Guild", 10004)
        if not guild.has_bot:
            raise ApiError(*MISSING_ACCESS)
        return guild


def accessible_channel(server: "LoopbackDiscord", exchange: Exchange) -> Channel:
    """Return the channel in the path.

    Raises:
        ApiError: 10003 when there is none, 50001 when the bot may not see it.
    """
    channel = server.channels.get(exchange.params["channel_id"])
    if channel is None:
        raise unknown("Channel", 10003)
    guild = channel.guild
    if guild is None:
        if server.bot not in channel.recipients:
            raise ApiError(*MISSING_ACCESS)
    elif not guild.has_bot or not server.bot_permissions(channel) & VIEW_CHANNEL:
        raise ApiError(*MISSING_ACCESS)
    return channel
