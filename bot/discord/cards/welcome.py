"""The cards that greet a new server and walk its administrators through what is settable: pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.discord.cards.card import Button, Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.components.custom_id import Operation, PagePayload

__all__ = ["Setup", "setup_cards", "welcome_card"]

_BY_OWNER = "-# In the settings of whoever runs me; I take them up when I am started again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How the bot is set up for one server, as one of its administrators may know it."""

    server: int
    channel: int | None
    """Where `/setup` was used."""
    documents: int
    """That they see."""
    allowed: bool
    """Whether people of the server may ask."""
    roles: tuple[str, ...]
    """Names of the server's roles that let people ask."""
    needs_role: bool
    """Whether one needs a role to ask."""
    collections: tuple[str, ...]
    """Collections for this server alone."""
    auto: tuple[str, ...]
    """Names of its channels where unmentioned questions are answered."""
    digests: tuple[str, ...]
    """Names of its channels that are told every week how it goes."""
    missing: tuple[str, ...]
    """Permissions that the bot lacks where `/setup` was used."""
    owner: bool
    """Whether it is shown to whoever runs the bot."""


def welcome_card(*, documents: bool, allowed: bool, roles: bool, auto: bool) -> Card:
    """Greet a server.

    Args:
        documents: whether there is anything to answer from.
        allowed: whether people of the server may ask.
        roles: whether only those with certain roles may.
        auto: whether some of its channels are answered without a mention.
    """
    what = (
        "**Hello, I am Verbatim.** I answer questions with the exact sentences of the documents"
        " that I was given, each with the place where it stands. I make nothing up: when the"
        " documents don’t answer, I say so."
    )
    how = "`/ask` me, or mention me with a question. `/help` says what else there is."
    if auto:
        how += " In some channels I answer without a mention, when I am sure."
    following = ["**For whoever looks after this server:** `/setup` walks you through the rest."]
    if not allowed:
        following.append(
            "I may not answer here yet: whoever runs me has to name this server"
            " (`VERBATIM_SERVERS`)."
        )
    elif roles:
        following.append("Only members with certain roles may ask me; `/setup` names them.")
    if not documents:
        following.append("I have no documents yet; `/docs add` gives me some.")
    return Card(tone=Tone.NOTE, blocks=(what, how, "\n".join(following)))


def setup_cards(setup: Setup) -> tuple[Card, ...]:
    """Walk through what can be set, a step a card."""
    steps = (_documents(setup), _asking(setup), _channels(setup), _permissions(setup))
    cards = []
    for number, blocks in enumerate(steps):
        row: tuple[Button, ...] = () if number == 0 else (_turn(number - 1, "◀️"),)
        if number + 1 < len(steps):
            row = (*row, _turn(number + 1, "▶️"))
        foot = f"-# step {number + 1} of {len(steps)}"
        cards.append(Card(tone=Tone.NOTE, blocks=(*blocks, foot), rows=(row,)))
    return tuple(cards)


def _turn(page: int, emoji: str) -> Button:
    return Button(payload=PagePayload(operation=Operation.SETUP, page=page), emoji=emoji)


def _documents(setup: Setup) -> tuple[str, ...]:
    count = f"{setup.documents:,} document{'' if setup.documents == 1 else 's'}"
    own = f"For this server alone: {_listed(setup.collections)}."
    if not setup.collections:
        own = (
            "No folder of documents is for this server alone. One would be with"
            f" `VERBATIM_COLLECTIONS=NAME=server:{setup.server}`, and administrators could then"
            " add and remove its documents from here."
        )
    may = setup.owner or bool(setup.collections)
    add = (
        "`/docs add` takes files, or what you write; `/docs remove` takes them out." if may else ""
    )
    first = f"**Documents**\nI see {count} here: `/sources` lists them. {add}".rstrip()
    return (first, own, *(() if setup.collections else (_BY_OWNER,)))


def _asking(setup: Setup) -> tuple[str, ...]:
    if not setup.allowed:
        now = "Nobody here may ask me: other servers are named, and this one is not."
        line = f"`VERBATIM_SERVERS` needs this server’s id: `{setup.server}`"
    elif setup.needs_role:
        named = f"Those with {_listed(setup.roles)}" if setup.roles else "Nobody here: the roles"
        now = f"{named} may ask me." if setup.roles else f"{named} that may are another server’s."
        line = (
            "`VERBATIM_ROLES` are the ids of roles that let people ask; everyone when it is empty"
        )
    else:
        now = "Everyone here may ask me."
        line = "`VERBATIM_ROLES` with ids of roles narrows that to their people"
    return (f"**Who may ask**\n{now}", f"{line}.\n{_BY_OWNER}")


def _channels(setup: Setup) -> tuple[str, ...]:
    auto = _listed(setup.auto) if setup.auto else "nowhere here"
    digests = _listed(setup.digests) if setup.digests else "no channel here"
    here = f"; this channel’s id is `{setup.channel}`" if setup.channel is not None else ""
    return (
        f"**Answers without a mention:** {auto}\n"
        "`VERBATIM_AUTO_ANSWER_CHANNELS` names channels where I answer whatever I am sure of; that"
        " needs the Message Content intent.",
        f"**Told every week how it goes:** {digests}\n"
        f"`VERBATIM_DIGEST_CHANNELS` names them{here}. `/stats` shows it at any time.",
        _BY_OWNER,
    )


def _permissions(setup: Setup) -> tuple[str, ...]:
    if setup.missing:
        lacks = f"I lack {_listed(setup.missing)} in this channel."
    else:
        lacks = "I have every permission that I need in this channel."
    done = (
        "**That is all.** Ask me something: `/ask`. `/gaps` tells moderators what I could not"
        " answer, `/status` how I am, `/privacy` everybody what I keep."
    )
    return (f"**Permissions**\n{lacks}", done)


def _listed(names: Sequence[str]) -> str:
    shown = [f"**{inline(name, limit=60)}**" for name in names[:10]]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")
