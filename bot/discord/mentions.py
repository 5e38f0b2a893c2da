"""Whether a message is meant for the bot, and what it asks."""

import re

import discord

from bot.app.admission import MAX_QUESTION

__all__ = [
    "exempt",
    "ignored",
    "looks_like_a_question",
    "mentions",
    "question_in",
    "repliable",
]

_FIRST_WORDS = re.compile(
    r"(?i)^(?:and |but |so |hi,? |hello,? )?(?:who|whom|whose|what|when|where|which|why|how|is|are"
    r"|was|were|do|does|did|can|could|has|have|had|will|would|should|may)\b.{6,}"
)


def ignored(message: discord.Message) -> bool:
    """Whether nobody asked anything: bots, webhooks, system messages."""
    return (
        message.author.bot
        or message.webhook_id is not None
        or message.type not in (discord.MessageType.default, discord.MessageType.reply)
    )


def mentions(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether a message addresses the bot, itself or by the role that Discord made for it."""
    if any(user.id == me.id for user in message.mentions):
        return True
    own = message.guild.self_role if message.guild else None
    return own is not None and any(role.id == own.id for role in message.role_mentions)


def question_in(message: discord.Message, me: discord.ClientUser) -> str:
    """Return what a message asks, without the mention of the bot.

    A bare mention under somebody else's message asks about that message.
    """
    text = _without_me(message, me)
    if text or message.reference is None:
        return text
    replied = message.reference.resolved
    if isinstance(replied, discord.Message) and replied.author.id != me.id:
        return " ".join(replied.clean_content.split())
    return ""


def looks_like_a_question(text: str) -> bool:
    """Whether unaddressed text is likely to want an answer."""
    if len(text) > MAX_QUESTION:
        return False
    return text.rstrip().endswith(("?", "？", "؟")) or _FIRST_WORDS.match(text) is not None


def repliable(message: discord.Message) -> int | None:
    """Return the id of the message that this one replies to, if it is a reply."""
    if message.type is not discord.MessageType.reply or message.reference is None:
        return None
    return message.reference.message_id


def exempt(message: discord.Message) -> bool:
    """Whether the rate limits don't hold: they protect a server, not from its administrators."""
    member = message.author
    return isinstance(member, discord.Member) and member.guild_permissions.administrator


def _without_me(message: discord.Message, me: discord.ClientUser) -> str:
    text = message.content
    own = message.guild.self_role if message.guild else None
    for tag in (f"<@{me.id}>", f"<@!{me.id}>", f"<@&{own.id}>" if own else ""):
        text = text.replace(tag, " ") if tag else text
    for user in message.mentions:
        text = text.replace(f"<@{user.id}>", user.display_name)
    return " ".join(text.split())
