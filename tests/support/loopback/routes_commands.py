"""Routes for application commands, global and of one guild."""

from typing import TYPE_CHECKING

from loopback.commands import CHAT_INPUT, check_commands
from loopback.exchange import Exchange
from loopback.problems import MISSING_ACCESS, ApiError, unknown
from loopback.routes_world import Table
from loopback.world import snowflake

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


class CommandRoutes:
    def __init__(self, server: "LoopbackDiscord") -> None:
        self._server = server

    def table(self) -> Table:
        table: Table = {}
        for root in (_GLOBAL, _GUILD):
            table |= {
                f"GET {root}": self.every,
                f"PUT {root}": self.overwrite,
                f"POST {root}": self.create,
                f"GET {root}/{{command_id}}": self.get,
                f"DELETE {root}/{{command_id}}": self.delete,
            }
        return table

    async def every(self, exchange: Exchange) -> list[dict]:
        return list(self._commands(exchange).values())

    async def overwrite(self, exchange: Exchange) -> list[dict]:
        wanted = exchange.body or []
        known = self._commands(exchange)
        self._server.judge(exchange, check_commands(wanted))
        old = {(item["type"], item["name"]): item["id"] for item in known.values()}
        known.clear()
        for item in wanted:
            self._keep(exchange, item, old.get((item.get("type") or CHAT_INPUT, item["name"])))
        self._server.syncs.append(exchange)
        return list(known.values())

    async def create(self, exchange: Exchange) -> tuple[int, dict]:
        known = self._commands(exchange)
        item = exchange.body
        same = [
            old
            for old in known.values()
            if (old["type"], old["name"]) == (item.get("type") or 1, item["name"])
        ]
        others = [old for old in known.values() if old not in same]
        self._server.judge(
            exchange, [p for p in check_commands([*others, item]) if p.path[:1] != (0,)]
        )
        kept = self._keep(exchange, item, same[0]["id"] if same else None)
        return (200 if same else 201), kept

    async def get(self, exchange: Exchange) -> dict:
        command = self._commands(exchange).get(exchange.params["command_id"])
        if command is None:
            raise unknown("application command", 10063)
        return command

    async def delete(self, exchange: Exchange) -> None:
        if self._commands(exchange).pop(exchange.params["command_id"], None) is None:
            raise unknown("application command", 10063)

    def _commands(self, exchange: Exchange) -> dict[str, dict]:
        if exchange.params["application_id"] != self._server.application_id:
            raise ApiError(
                403, 20012, "You are not authorized to perform this action on this application"
            )
        guild_id = exchange.params.get("guild_id")
        if guild_id is not None and guild_id not in {
            g.id for g in self._server.guilds if g.has_bot
        }:
            raise ApiError(*MISSING_ACCESS)
        return self._server.commands.setdefault(guild_id, {})

    def _keep(self, exchange: Exchange, item: dict, command_id: str | None) -> dict:
        permissions = item.get("default_member_permissions")
        command = {
            "id": command_id or snowflake(),
            "application_id": self._server.application_id,
            "version": snowflake(),
            "type": item.get("type") or CHAT_INPUT,
            "name": item["name"],
            "name_localizations": item.get("name_localizations"),
            "description": item.get("description") or "",
            "description_localizations": item.get("description_localizations"),
            "options": item.get("options") or [],
            "default_member_permissions": None if permissions is None else str(permissions),
            "contexts": item.get("contexts"),
            "integration_types": item.get("integration_types") or [0],
            "dm_permission": item.get("dm_permission", True),
            "nsfw": item.get("nsfw", False),
        }
        if guild_id := exchange.params.get("guild_id"):
            command["guild_id"] = guild_id
        self._commands(exchange)[command["id"]] = command
        return command
