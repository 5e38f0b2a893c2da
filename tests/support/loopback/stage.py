"""The stage: who and what is on the server, and what happens there, told to the bot."""

from collections.abc import Callable
from typing import Any

from loopback.gateway import Gateway
from loopback.interactions import Interaction
from loopback.payloads import channel_json, guild_create_json
from loopback.people import Person
from loopback.sessions import DIRECT_MESSAGES, GUILD_MESSAGES, GUILD_REACTIONS, GUILDS
from loopback.world import (
    ALL_PERMISSIONS,
    DM_CHANNEL,
    FORUM,
    PUBLIC_THREAD,
    VIEW_CHANNEL,
    Channel,
    Guild,
    Member,
    Message,
    Role,
    User,
    now,
    snowflake,
)


class Stage:
    """The part of the server that a test builds and moves.

    Attributes:
        bot: The bot's user; its id is also the application's.
        commands: What the bot registered, by guild id, None being everywhere.
        interactions: By their tokens.
        closed_dms: Users who take no private messages.
    """

    gateway: Gateway
    notify: Callable[[], None]

    def __init__(self, *, name: str) -> None:
        self.bot = User(name=name, bot=True)
        self.application_id = self.bot.id
        self.application_flags = 0
        self.owner = User(name="owner")
        self.shards = 1
        self.users: dict[str, User] = {self.bot.id: self.bot, self.owner.id: self.owner}
        self.guilds: list[Guild] = []
        self.channels: dict[str, Channel] = {}
        self.commands: dict[str | None, dict[str, dict]] = {}
        self.interactions: dict[str, Interaction] = {}
        self.closed_dms: list[User] = []

    def add_person(self, name: str) -> Person:
        """Add a user who is in no server yet."""
        user = User(name=name)
        self.users[user.id] = user
        return Person(self, user)

    def add_guild(
        self,
        name: str = "Guild",
        *people: Person,
        with_bot: bool = True,
        guild_id: str | None = None,
        system_channel: str | None = None,
        denied: int = 0,
        locale: str = "en-US",
    ) -> Guild:
        """Add a server with these members, owned by the application's owner.

        Args:
            name: What it is called.
            people: Its members.
            with_bot: Whether the bot joins it.
            guild_id: Its id, where it matters.
            system_channel: The name of a channel in which Discord tells who joined.
            locale: The language that it has chosen.
            denied: Permission bits that the bot lacks in that channel.
            locale: The language that it has chosen.
        """
        guild = Guild(
            name=name, owner=self.owner, has_bot=with_bot, id=guild_id or snowflake(), locale=locale
        )
        if system_channel is not None:
            channel = Channel(name=system_channel, guild=guild, denied={self.bot.id: denied})
            guild.channels[channel.id] = self.channels[channel.id] = channel
            guild.system_channel = channel
        for user in (
            self.owner,
            *(person.user for person in people),
            *([self.bot] if with_bot else []),
        ):
            guild.members[user.id] = Member(user=user)
        self.guilds.append(guild)
        if with_bot:
            payload = guild_create_json(guild, self.bot)
            # Only of a server that was there before it is said that it can be reached.
            del payload["unavailable"]
            self.gateway.dispatch("GUILD_CREATE", payload, guild=guild, intent=GUILDS)
        return guild

    def join(self, guild: Guild, person: Person) -> None:
        """Make a person a member of a server."""
        guild.members[person.id] = Member(user=person.user)

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """Add a text channel."""
        channel = Channel(name=name, guild=guild)
        guild.channels[channel.id] = self.channels[channel.id] = channel
        self.gateway.dispatch("CHANNEL_CREATE", channel_json(channel), guild=guild, intent=GUILDS)
        return channel

    def add_forum(self, guild: Guild, name: str) -> Channel:
        """Add a forum; its posts are threads, each with its first message."""
        forum = Channel(name=name, guild=guild, type=FORUM)
        guild.channels[forum.id] = self.channels[forum.id] = forum
        self.gateway.dispatch("CHANNEL_CREATE", channel_json(forum), guild=guild, intent=GUILDS)
        return forum

    def remove_channel(self, channel: Channel) -> None:
        """Delete a channel or a thread."""
        assert channel.guild is not None
        del channel.guild.channels[channel.id], self.channels[channel.id]
        event = "THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE"
        payload = channel_json(channel)
        self.gateway.dispatch(event, payload, guild=channel.guild, intent=GUILDS)

    def expel_bot(self, guild: Guild) -> None:
        """Take the bot out of a server."""
        payload = {"id": guild.id}
        self.gateway.dispatch("GUILD_DELETE", payload, guild=guild, intent=GUILDS)
        guild.has_bot = False
        guild.members.pop(self.bot.id)

    def open_thread(
        self, parent: Channel, name: str, *, owner: User, thread_id: str | None = None
    ) -> Channel:
        """Open a public thread."""
        thread = Channel(
            id=thread_id or snowflake(),
            name=name,
            type=PUBLIC_THREAD,
            guild=parent.guild,
            parent=parent,
            owner=owner,
        )
        assert parent.guild is not None
        parent.guild.channels[thread.id] = self.channels[thread.id] = thread
        payload = channel_json(thread) | {"newly_created": True}
        self.gateway.dispatch("THREAD_CREATE", payload, guild=parent.guild, intent=GUILDS)
        return thread

    def direct_channel(self, user: User, *others: User) -> Channel:
        """Return the private channel of the bot and ``user``; with others, one without the bot."""
        people = [user, *others] if others else [user, self.bot]
        for channel in self.channels.values():
            if channel.type == DM_CHANNEL and set(channel.recipients) == set(people):
                return channel
        channel = Channel(type=DM_CHANNEL, recipients=people)
        self.channels[channel.id] = channel
        return channel

    def give_role(self, guild: Guild, user: User, name: str, permissions: int) -> Role:
        """Give a member a new role with these permission bits."""
        role = Role(name=name, permissions=permissions, position=len(guild.roles))
        guild.roles[role.id] = role
        guild.members[user.id].roles.append(role)
        self._tell_about(guild)
        return role

    def deny(self, channel: Channel, bits: int, user: User | None = None) -> None:
        """Take permissions away in a channel, from the bot unless another user is given."""
        channel.denied[(user or self.bot).id] = bits
        self.gateway.dispatch(
            "CHANNEL_UPDATE", channel_json(channel), guild=channel.guild, intent=GUILDS
        )

    def _tell_about(self, guild: Guild) -> None:
        if guild.has_bot:
            self.gateway.dispatch(
                "GUILD_CREATE", guild_create_json(guild, self.bot), guild=guild, intent=GUILDS
            )

    def bot_permissions(self, channel: Channel) -> int:
        """Return the bot's permission bits in a channel."""
        return channel.guild.permissions(self.bot, channel) if channel.guild else ALL_PERMISSIONS

    def bot_sees(self, channel: Channel) -> bool:
        """Tell whether the bot may see a guild's channel."""
        return bool(self.bot_permissions(channel) & VIEW_CHANNEL)

    # What happens in it.

    def post(self, message: Message) -> Message:
        """Put a message into its channel."""
        message.channel.messages.append(message)
        if not message.versions:
            message.versions.append(message.text)
        self.gateway.dispatch_message("MESSAGE_CREATE", message)
        self.notify()
        return message

    def changed(self, message: Message) -> None:
        """Tell everybody that a message was edited."""
        self.gateway.dispatch_message("MESSAGE_UPDATE", message)
        self.notify()

    def remove(self, message: Message) -> None:
        """Delete a message."""
        message.deleted = True
        guild = message.channel.guild
        payload = {"id": message.id, "channel_id": message.channel.id} | (
            {"guild_id": guild.id} if guild else {}
        )
        if message.only_for is None:
            intent = GUILD_MESSAGES if guild else DIRECT_MESSAGES
            self.gateway.dispatch("MESSAGE_DELETE", payload, guild=guild, intent=intent)
        self.notify()

    def purge(self, messages: list[Message]) -> None:
        """Delete several messages of a channel at once, as moderators do."""
        channel = messages[0].channel
        for message in messages:
            message.deleted = True
        payload = {
            "ids": [message.id for message in messages],
            "channel_id": channel.id,
            **({"guild_id": channel.guild.id} if channel.guild else {}),
        }
        self.gateway.dispatch(
            "MESSAGE_DELETE_BULK", payload, guild=channel.guild, intent=GUILD_MESSAGES
        )

    def pin(self, message: Message, *, pinned: bool = True) -> None:
        """Pin a message, or take it off again."""
        message.pinned = now() if pinned else None
        channel = message.channel
        payload = {
            "channel_id": channel.id,
            "last_pin_timestamp": message.pinned,
            **({"guild_id": channel.guild.id} if channel.guild else {}),
        }
        self.gateway.dispatch("CHANNEL_PINS_UPDATE", payload, guild=channel.guild, intent=GUILDS)

    def react(self, message: Message, emoji: str, user: User) -> None:
        """Put a reaction under a message."""
        users = message.reactions.setdefault(emoji, [])
        if user not in users:
            users.append(user)
        guild = message.channel.guild
        payload: dict[str, Any] = {
            "user_id": user.id,
            "channel_id": message.channel.id,
            "message_id": message.id,
            "message_author_id": message.author.id,
            "emoji": {"id": None, "name": emoji},
            "burst": False,
            "type": 0,
        }
        if guild is not None:
            payload["guild_id"] = guild.id
        self.gateway.dispatch("MESSAGE_REACTION_ADD", payload, guild=guild, intent=GUILD_REACTIONS)
        self.notify()

    def interact(self, interaction: Interaction) -> Interaction:
        """Send an interaction to the bot."""
        self.interactions[interaction.token] = interaction
        guild = interaction.channel.guild
        self.gateway.dispatch("INTERACTION_CREATE", interaction.event(), guild=guild)
        return interaction

    def command(self, name: str, *, kind: int, guild: Guild | None) -> dict:
        """Return a command as the bot registered it."""
        places = ([self.commands.get(guild.id, {})] if guild else []) + [
            self.commands.get(None, {})
        ]
        for place in places:
            for command in place.values():
                if (command["name"], command["type"]) == (name, kind):
                    return command
        known = sorted(command["name"] for place in places for command in place.values())
        raise AssertionError(f"the bot registered no command {name!r}, only {known}")
