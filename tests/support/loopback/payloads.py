"""The world as Discord writes it in JSON."""

from typing import Any

from loopback.world import DM_CHANNEL, Channel, Guild, Member, Message, User, now


def user_json(user: User) -> dict:
    return {
        "id": user.id,
        "username": user.name,
        "global_name": None if user.bot else user.name.title(),
        "discriminator": "0000" if user.bot else "0",
        "avatar": None,
        "bot": user.bot,
        "public_flags": 0,
    }


def member_json(member: Member) -> dict:
    return {
        "user": user_json(member.user),
        "nick": None,
        "avatar": None,
        "roles": [role.id for role in member.roles],
        "joined_at": member.joined,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }


def channel_json(channel: Channel) -> dict:
    if channel.type == DM_CHANNEL:
        return {
            "id": channel.id,
            "type": DM_CHANNEL,
            "last_message_id": None,
            "recipients": [user_json(user) for user in channel.recipients],
        }
    payload: dict[str, Any] = {
        "id": channel.id,
        "type": channel.type,
        "guild_id": channel.guild.id if channel.guild else None,
        "name": channel.name,
        "parent_id": channel.parent.id if channel.parent else None,
        "last_message_id": channel.messages[-1].id if channel.messages else None,
        "rate_limit_per_user": 0,
    }
    if channel.is_thread:
        return payload | {
            "owner_id": channel.owner.id if channel.owner else None,
            "message_count": len(channel.messages),
            "member_count": 2,
            "total_message_sent": len(channel.messages),
            "thread_metadata": {
                "archived": channel.archived,
                "auto_archive_duration": 1440,
                "archive_timestamp": now(),
                "locked": False,
                "create_timestamp": now(),
            },
        }
    overwrites = [
        {
            "id": holder,
            "type": int(holder not in channel.guild.roles),
            "allow": "0",
            "deny": str(bits),
        }
        for holder, bits in channel.denied.items()
        if channel.guild
    ]
    return payload | {
        "position": 0,
        "permission_overwrites": overwrites,
        "topic": None,
        "nsfw": False,
    }


def role_json(role: Any) -> dict:
    return {
        "id": role.id,
        "name": role.name,
        "permissions": str(role.permissions),
        "position": role.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def guild_json(guild: Guild) -> dict:
    return {
        "id": guild.id,
        "name": guild.name,
        "icon": None,
        "owner_id": guild.owner.id,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": [role_json(role) for role in guild.roles.values()],
        "emojis": [],
        "features": ["COMMUNITY"],
        "mfa_level": 0,
        "application_id": None,
        "system_channel_id": guild.system_channel.id if guild.system_channel else None,
        "system_channel_flags": 0,
        "premium_tier": 0,
        "preferred_locale": guild.locale,
        "nsfw_level": 0,
        "stickers": [],
        "premium_progress_bar_enabled": False,
    }


def guild_create_json(guild: Guild, bot: User) -> dict:
    own = guild.members.get(bot.id)
    return guild_json(guild) | {
        "joined_at": own.joined if own else now(),
        "large": False,
        "unavailable": False,
        "member_count": len(guild.members),
        "voice_states": [],
        # Without the members intent, a bot is shown only itself.
        "members": [member_json(own)] if own else [],
        "channels": [channel_json(item) for item in guild.channels.values() if not item.is_thread],
        "threads": [
            channel_json(item)
            for item in guild.channels.values()
            if item.is_thread and not item.archived
        ],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def message_json(message: Message, *, nested: bool = False) -> dict:
    payload: dict[str, Any] = {
        "id": message.id,
        "channel_id": message.channel.id,
        "type": message.type,
        "content": message.content,
        "author": user_json(message.author),
        "timestamp": message.created,
        "edited_timestamp": message.edited,
        "tts": False,
        "mention_everyone": False,
        "mentions": [user_json(user) for user in message.mentions],
        "mention_roles": [],
        "attachments": message.attachments,
        "embeds": message.embeds,
        "components": message.components,
        "pinned": message.pinned is not None,
        "flags": message.flags,
        "channel_type": message.channel.type,
    }
    if message.reactions:
        payload["reactions"] = [
            {
                "emoji": {"id": None, "name": emoji},
                "count": len(users),
                "count_details": {"burst": 0, "normal": len(users)},
                "me": any(user.bot for user in users),
                "me_burst": False,
                "burst_colors": [],
            }
            for emoji, users in message.reactions.items()
        ]
    if message.webhook_id:
        payload |= {"webhook_id": message.webhook_id, "application_id": message.webhook_id}
    if message.reference:
        payload["message_reference"] = message.reference
    if message.reply_to is not None and not nested:
        gone = message.reply_to.deleted
        payload["referenced_message"] = (
            None if gone else message_json(message.reply_to, nested=True)
        )
    if message.interaction is not None:
        payload["interaction_metadata"] = message.interaction.metadata()
    return payload


def message_event_json(message: Message, *, with_content: bool) -> dict:
    """Return a message as the gateway sends it, blanked for a bot that may not read it."""
    payload = message_json(message)
    guild = message.channel.guild
    if guild is not None:
        payload["guild_id"] = guild.id
        if member := guild.members.get(message.author.id):
            payload["member"] = {
                key: value for key, value in member_json(member).items() if key != "user"
            }
        for entry in payload["mentions"]:
            if mentioned := guild.members.get(entry["id"]):
                details = member_json(mentioned)
                del details["user"]
                entry["member"] = details
    if not with_content:
        payload |= {"content": "", "embeds": [], "attachments": [], "components": []}
    return payload
