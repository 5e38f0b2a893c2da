"""Users as a test moves them: what a person can do in Discord's client."""

from typing import TYPE_CHECKING, Any

from loopback import interactions
from loopback.components import BUTTON, STRING_SELECT, walk
from loopback.exchange import Upload
from loopback.filling import fill_modal, fill_options
from loopback.interactions import Interaction
from loopback.payloads import member_json, message_json, user_json
from loopback.world import (
    ADMINISTRATOR,
    USE_APPLICATION_COMMANDS,
    Channel,
    Message,
    User,
    now,
    snowflake,
)

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord


class Person:
    """One user's hands. Every method does what the client would do, and refuses what it would."""

    def __init__(self, server: "LoopbackDiscord", user: User) -> None:
        self._server = server
        self.user = user
        self.name = user.name
        self.id = user.id

    def dm(self) -> Channel:
        """Return the private channel with the bot, opened if need be."""
        return self._server.direct_channel(self.user)

    def say(
        self,
        channel: Channel,
        content: str,
        *,
        mention: bool = False,
        reply_to: Message | None = None,
        ping: bool = True,
        attachments: list[dict] | None = None,
    ) -> Message:
        """Post a message.

        Args:
            channel: Where.
            content: What; Discord refuses more than 2000 characters.
            mention: Begin with a mention of the bot.
            reply_to: Make it a reply to this message.
            ping: Whether the reply notifies the author of that message.
            attachments: Attachments as Discord lists them.
        """
        bot = self._server.bot
        if mention:
            content = f"<@{bot.id}> {content}"
        assert 0 < len(content) <= 2000 or attachments, "the client sends 1 to 2000 characters"
        message = Message(
            channel=channel,
            author=self.user,
            content=content,
            reply_to=reply_to,
            type=19 if reply_to else 0,
            attachments=attachments or [],
            mentions=[user for user in self._server.users.values() if f"<@{user.id}>" in content],
        )
        if reply_to is not None:
            message.reference = {
                "type": 0,
                "channel_id": channel.id,
                "message_id": reply_to.id,
                **({"guild_id": channel.guild.id} if channel.guild else {}),
            }
            if ping and reply_to.author not in message.mentions:
                message.mentions.append(reply_to.author)
        return self._server.post(message)

    def edit(self, message: Message, content: str) -> None:
        """Change one's own message."""
        assert message.author is self.user, "only one's own messages can be edited"
        message.content = content
        message.edited = now()
        message.mentions = [
            user for user in self._server.users.values() if f"<@{user.id}>" in content
        ]
        self._server.changed(message)

    def delete(self, message: Message) -> None:
        """Delete a message."""
        self._server.remove(message)

    def slash(self, channel: Channel, name: str, /, **options: Any) -> Interaction:
        """Use a slash command, ``"docs rebuild"`` for a subcommand, as the bot registered it."""
        return self._command(channel, name, options, interactions.COMMAND)

    def autocomplete(
        self, channel: Channel, name: str, /, focused: str, **options: Any
    ) -> Interaction:
        """Type into the option ``focused`` of a slash command, the others being filled in."""
        return self._command(channel, name, options, interactions.AUTOCOMPLETE, focused=focused)

    def context_menu(self, message: Message, name: str) -> Interaction:
        """Right-click a message and choose an app command."""
        command = self._server.command(name, kind=3, guild=message.channel.guild)
        self._may_use(command, message.channel)
        data = {
            "id": command["id"],
            "name": name,
            "type": 3,
            "target_id": message.id,
            "resolved": {"messages": {message.id: message_json(message)}},
        }
        return self._server.interact(
            Interaction(
                server=self._server,
                type=interactions.COMMAND,
                user=self.user,
                channel=message.channel,
                data=data,
                by_user_install=self._brought(message.channel),
            )
        )

    def click(self, message: Message, button: str) -> Interaction:
        """Press a button, given by label, emoji or custom_id."""
        control = self._usable(message, button)
        assert control["type"] == BUTTON, f"{button!r} is a select"
        assert control.get("custom_id"), f"{button!r} is a link"
        return self._component(
            message, {"custom_id": control["custom_id"], "component_type": BUTTON}
        )

    def select(self, message: Message, menu: str, *values: str) -> Interaction:
        """Choose options of a select, given by their values or labels."""
        control = self._usable(message, menu)
        chosen = []
        for value in values:
            found = [
                o["value"] for o in control.get("options", ()) if value in (o["value"], o["label"])
            ]
            assert found or control["type"] != STRING_SELECT, f"no option {value!r} in {menu!r}"
            chosen.append(found[0] if found else value)
        data = {
            "custom_id": control["custom_id"],
            "component_type": control["type"],
            "values": chosen,
        }
        return self._component(message, data)

    def submit(self, opened: Interaction, /, *answers: str, **by_id: str) -> Interaction:
        """Fill in the modal that ``opened`` brought up: in order, or by custom_id."""
        modal = opened.modal
        assert modal is not None, "no modal was shown"
        components = fill_modal(modal, list(answers), by_id)
        return self._server.interact(
            Interaction(
                server=self._server,
                type=interactions.MODAL,
                user=self.user,
                channel=opened.channel,
                data={"custom_id": modal["custom_id"], "components": components, "resolved": {}},
                message=opened.message,
                by_user_install=opened.by_user_install,
            )
        )

    def react(self, message: Message, emoji: str) -> None:
        """Put a reaction under a message."""
        self._server.react(message, emoji, self.user)

    def sees(self, message: Message) -> bool:
        """Tell whether this user can see a message."""
        return message in message.channel.visible_to(self.user)

    def _command(
        self, channel: Channel, path: str, options: dict, kind: int, focused: str | None = None
    ) -> Interaction:
        name, *subs = path.split()
        command = self._server.command(name, kind=1, guild=channel.guild)
        self._may_use(command, channel)
        specs, wrap = command.get("options") or [], []
        for sub in subs:
            found = next((spec for spec in specs if spec["name"] == sub), None)
            assert found, f"/{name} has no subcommand {sub!r}"
            wrap.append((found["type"], sub))
            specs = found.get("options") or []
        given = fill_options(specs, options, focused)
        attached = self._attached(channel, given)
        for spec_type, sub in reversed(wrap):
            given = [{"type": spec_type, "name": sub, "options": given}]
        data = {"id": command["id"], "name": name, "type": 1, "options": given}
        resolved = self._resolved(channel, given) | ({"attachments": attached} if attached else {})
        if resolved:
            data["resolved"] = resolved
        if command.get("guild_id"):
            data["guild_id"] = command["guild_id"]
        return self._server.interact(
            Interaction(
                server=self._server,
                type=kind,
                user=self.user,
                channel=channel,
                data=data,
                by_user_install=self._brought(channel),
            )
        )

    def _attached(self, channel: Channel, given: list[dict]) -> dict[str, dict]:
        """Upload the files of attachment options, each given as its name and its bytes."""
        attached: dict[str, dict] = {}
        for option in given:
            if option["type"] != 11:
                continue
            (name, content), number = option["value"], snowflake()
            file = Upload(name=name, kind="application/octet-stream", data=content)
            url = self._server.store_file(channel, number, name, file)
            option["value"] = number
            attached[number] = {
                "id": number,
                "filename": name,
                "size": len(content),
                "url": url,
                "proxy_url": url,
                "ephemeral": True,
            }
        return attached

    def _resolved(self, channel: Channel, given: list[dict]) -> dict:
        """Return the objects that user and channel options point to."""
        resolved: dict[str, dict] = {}
        for option in given:
            if option["type"] == 6 and (user := self._server.users.get(str(option["value"]))):
                resolved.setdefault("users", {})[user.id] = user_json(user)
                if channel.guild and user.id in channel.guild.members:
                    details = member_json(channel.guild.members[user.id])
                    del details["user"]
                    resolved.setdefault("members", {})[user.id] = details | {"permissions": "0"}
            elif option["type"] == 7 and channel.guild:
                target = channel.guild.channels[str(option["value"])]
                resolved.setdefault("channels", {})[target.id] = {
                    "id": target.id,
                    "name": target.name,
                    "type": target.type,
                    "permissions": "0",
                }
        return resolved

    def _may_use(self, command: dict, channel: Channel) -> None:
        """Refuse what the client would not even list."""
        guild = channel.guild
        contexts = command.get("contexts")
        in_dm_with_bot = guild is None and self._server.bot in channel.recipients
        context = 0 if guild else 1 if in_dm_with_bot else 2
        assert contexts is None or context in contexts, f"/{command['name']} is not offered here"
        if self._brought(channel):
            kinds = command.get("integration_types") or [0]
            assert 1 in kinds, f"/{command['name']} cannot be brought along by a user"
        needed = command.get("default_member_permissions")
        if guild is not None:
            bits = guild.permissions(self.user, channel)
            assert bits & USE_APPLICATION_COMMANDS, "no permission to use commands here"
            if needed is not None and not bits & ADMINISTRATOR:
                wanted = int(needed)
                hidden = wanted == 0 or bits & wanted != wanted
                assert not hidden, f"/{command['name']} is hidden from {self.name}"

    def _brought(self, channel: Channel) -> bool:
        if channel.guild is None:
            return self._server.bot not in channel.recipients
        return not channel.guild.has_bot

    def _usable(self, message: Message, name: str) -> dict:
        assert self.sees(message), f"{self.name} cannot see that message"
        control = message.control(name)
        assert not control.get("disabled"), f"{name!r} is disabled"
        return control

    def _component(self, message: Message, data: dict) -> Interaction:
        number = next(
            (
                i.get("id")
                for _, i in walk(message.components)
                if i.get("custom_id") == data["custom_id"]
            ),
            1,
        )
        return self._server.interact(
            Interaction(
                server=self._server,
                type=interactions.COMPONENT,
                user=self.user,
                channel=message.channel,
                data=data | {"id": number},
                message=message,
                by_user_install=self._brought(message.channel),
            )
        )
