"""The cards that greet a new server and walk its administrators through what is settable: pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.discord.cards.card import Button, Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.components.custom_id import Operation, PagePayload
from bot.localisation.words import ENGLISH, Words

__all__ = ["Setup", "setup_cards", "welcome_card"]


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


def welcome_card(
    words: Words = ENGLISH, *, documents: bool, allowed: bool, roles: bool, auto: bool
) -> Card:
    """Greet a server.

    Args:
        words: the readers'.
        documents: whether there is anything to answer from.
        allowed: whether people of the server may ask.
        roles: whether only those with certain roles may.
        auto: whether some of its channels are answered without a mention.
    """
    how = words.say("welcome-how")
    if auto:
        how = f"{how} {words.say('welcome-auto')}"
    following = [words.say("welcome-setup")]
    if not allowed:
        following.append(words.say("welcome-not-allowed"))
    elif roles:
        following.append(words.say("welcome-roles"))
    if not documents:
        following.append(words.say("welcome-empty"))
    blocks = (words.say("welcome-hello"), how, "\n".join(following))
    return Card(tone=Tone.NOTE, blocks=blocks)


def setup_cards(setup: Setup, words: Words = ENGLISH) -> tuple[Card, ...]:
    """Walk through what can be set, a step a card."""
    steps = (
        _documents(setup, words),
        _asking(setup, words),
        _channels(setup, words),
        _permissions(setup, words),
    )
    cards = []
    for number, blocks in enumerate(steps):
        row: tuple[Button, ...] = () if number == 0 else (_turn(number - 1, "◀️"),)
        if number + 1 < len(steps):
            row = (*row, _turn(number + 1, "▶️"))
        foot = f"-# {words.say('setup-step', step=number + 1, steps=len(steps))}"
        cards.append(Card(tone=Tone.NOTE, blocks=(*blocks, foot), rows=(row,)))
    return tuple(cards)


def _turn(page: int, emoji: str) -> Button:
    return Button(payload=PagePayload(operation=Operation.SETUP, page=page), emoji=emoji)


def _documents(setup: Setup, words: Words) -> tuple[str, ...]:
    count = words.say("documents", count=setup.documents)
    if setup.collections:
        own = words.say("setup-own", names=_listed(setup.collections, words))
    else:
        own = words.say("setup-none-own", server=str(setup.server))
    first = (
        f"**{words.say('setup-documents')}**\n{words.say('setup-documents-here', documents=count)}"
    )
    if setup.owner or setup.collections:
        first = f"{first} {words.say('setup-add')}"
    return (first, own, *(() if setup.collections else (_by_owner(words),)))


def _by_owner(words: Words) -> str:
    return f"-# {words.say('setup-by-owner')}"


def _asking(setup: Setup, words: Words) -> tuple[str, ...]:
    if not setup.allowed:
        now = words.say("setup-nobody")
        line = words.say("setup-server-needed", server=str(setup.server))
    elif setup.needs_role:
        roles = _listed(setup.roles, words)
        elsewhere = words.say("setup-roles-elsewhere")
        now = words.say("setup-roles", roles=roles) if setup.roles else elsewhere
        line = words.say("setup-roles-how")
    else:
        now = words.say("setup-everyone")
        line = words.say("setup-everyone-how")
    return (f"**{words.say('setup-who')}**\n{now}", f"{line}\n{_by_owner(words)}")


def _channels(setup: Setup, words: Words) -> tuple[str, ...]:
    auto = _listed(setup.auto, words) if setup.auto else words.say("setup-auto-nowhere")
    nowhere = words.say("setup-digests-nowhere")
    digests = _listed(setup.digests, words) if setup.digests else nowhere
    if setup.channel is None:
        how = words.say("setup-digests-how")
    else:
        how = words.say("setup-digests-how-here", channel=str(setup.channel))
    return (
        f"**{words.say('setup-auto')}** {auto}\n{words.say('setup-auto-how')}",
        f"**{words.say('setup-digests')}** {digests}\n{how}",
        _by_owner(words),
    )


def _permissions(setup: Setup, words: Words) -> tuple[str, ...]:
    if setup.missing:
        lacks = words.say("setup-lacks", permissions=_listed(setup.missing, words))
    else:
        lacks = words.say("setup-lacks-nothing")
    return (f"**{words.say('setup-permissions')}**\n{lacks}", words.say("setup-done"))


def _listed(names: Sequence[str], words: Words) -> str:
    shown = [f"**{inline(name, limit=60)}**" for name in names[:10]]
    rest = len(names) - len(shown)
    more = f" {words.say('and-more', count=rest)}" if rest else ""
    return ", ".join(shown) + more
