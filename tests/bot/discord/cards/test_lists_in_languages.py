"""The cards and forms around the answers in every language, within Discord's limits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.app.collections.sight import Sight
from bot.app.followed.values import Followed, Kind
from bot.app.gaps import Complaint, Gap, GapReport
from bot.app.latency import Summary
from bot.app.restoring import Restoration
from bot.app.states import PastState, Switch
from bot.app.stats import Week
from bot.discord.cards.followed import followed_card, followed_line
from bot.discord.cards.gaps import gap_cards
from bot.discord.cards.info import (
    charge_cards,
    document_cards,
    help_card,
    privacy_card,
    progress_card,
    report_card,
    status_card,
)
from bot.discord.cards.states import (
    confirm_card,
    history_cards,
    restoration_card,
    switched_card,
)
from bot.discord.cards.stats import digest_card, stats_card
from bot.discord.cards.view import layout_of
from bot.discord.cards.welcome import Setup, setup_cards, welcome_card
from bot.discord.components.adding import document_modal
from bot.discord.components.custom_id import AnswerPayload, Operation
from bot.discord.components.saving import answer_modal
from bot.discord.teaching import Places
from bot.localisation.languages import LANGUAGES
from bot.localisation.words import Phrase, words_in
from bot.rendering.links import link_maker
from bot.rendering.table import width_of
from loopback.components import check_modal
from loopback.messages import check_message_payload
from retrieval.domain import BuildReport, DocumentInfo, IndexInfo, Skipped
from retrieval.store.states import Difference, Rollback

NOW = datetime(2026, 5, 4, tzinfo=UTC)
LINK = link_maker(None)
PATHS = tuple(f"ordner/dokument-{number}.md" for number in range(12))
INFO = IndexInfo(
    build_id="20260504T000000-abcdef",
    built_at=NOW,
    documents=1234,
    sentences=56789,
    model="all-MiniLM-L6-v2",
    fingerprint="f",
    dimension=384,
    size_bytes=12_345_678,
)
DIFFERENCE = Difference(added=PATHS, changed=PATHS[:1], removed=PATHS[:2])
WEEKS = tuple(
    Week(
        monday=date(2026, 3, 2) + timedelta(weeks=number),
        answered=1200,
        perhaps=30,
        unanswered=7,
        up=5,
        down=2,
        closed=1,
        median=0.5,
    )
    for number in range(8)
)
SETUP = Setup(
    server=2**60,
    channel=2**60,
    documents=3,
    allowed=True,
    roles=("Team",) * 12,
    needs_role=True,
    collections=(),
    auto=("#allgemein",) * 12,
    digests=("#berichte",),
    missing=("Embed Links", "Send Messages"),
    owner=True,
)


def every_card(words):
    document = DocumentInfo(
        path="a.md",
        title="Titel",
        author="Wer",
        sentences=1,
        characters=9,
        sha256="0" * 64,
        language="de",
    )
    report = BuildReport(
        build_id=INFO.build_id,
        added=PATHS,
        changed=PATHS[:1],
        removed=PATHS[:2],
        unchanged=PATHS,
        skipped=(Skipped(path="a.pdf", reason="a scan"),),
        documents=12,
        sentences=99,
        embedded=9,
        seconds=1.25,
        left="earlier",
    )
    gaps = tuple(
        Gap(
            question=f"Frage {number}?",
            document=None,
            times=number,
            wordings=number,
            last=NOW,
            answered_now=number == 3,
            ids=(f"gap{number}",),
        )
        for number in (1, 2, 3)
    )
    state = PastState(
        info=INFO,
        origin="/docs add",
        current=True,
        difference=DIFFERENCE,
        rollback=Rollback(build_id="a", latest="b", at=NOW, origin="/docs rollback"),
    )
    switch = Switch(before=None, after=INFO, difference=DIFFERENCE, damaged=("broken",))
    followed = Followed(server=1, channel=2, name="regeln", kind=Kind.PINS)
    yield from document_cards([document] * 2, link=LINK, words=words)
    yield from charge_cards([document] * 2, link=LINK, words=words)
    yield help_card(mention="@Verbatim", auto=True, words=words)
    for kept in (True, False):
        yield privacy_card(days=30, minutes=15, stored=5, logged=kept, followed=kept, words=words)
    latency = Summary(answers=1234, median=0.123, p95=1.5)
    yield status_card(INFO, PATHS, latency, waiting=2, started=NOW, version="0.1.0", words=words)
    yield status_card(None, (), None, waiting=0, started=NOW, version="0.1.0", words=words)
    yield progress_card("reading", 5, 10, words)
    yield report_card(report, words=words)
    yield from gap_cards(
        GapReport(gaps=gaps, complaints=(Complaint(question="Q?", reason="R"),)), words
    )
    yield from history_cards([state], {INFO.build_id: (1, 2)}, words)
    yield confirm_card(switch, words)
    yield switched_card(switch, words, latest=False)
    restoration = Restoration(state=INFO, difference=DIFFERENCE, contents={}, lost=PATHS[:1])
    yield restoration_card(restoration, ["own"], words)
    yield followed_card([followed], words)
    for everywhere in (True, False):
        yield stats_card(WEEKS, words, everywhere=everywhere)
        yield stats_card((Week(monday=NOW.date()),), words, everywhere=everywhere)
    yield digest_card(WEEKS[0], WEEKS[1], words)
    yield digest_card(Week(monday=NOW.date()), WEEKS[1], words)
    yield from setup_cards(SETUP, words)
    yield welcome_card(words, documents=False, allowed=False, roles=True, auto=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_fits_in_every_language(language):
    for card in every_card(words_in(language)):
        payload = {
            "flags": 1 << 15,
            "components": layout_of(card).to_components(),
            "allowed_mentions": {"parse": []},
        }
        assert check_message_payload(payload) == []
        assert "{" not in "".join(card.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_fits_in_every_language(language):
    words = words_in(language)
    payload = AnswerPayload(operation=Operation.GAP_ANSWER, answer_id="x")
    places = Places(Sight(only=frozenset({"a", "b"})), ("a", "b"), frozenset({"a"}))
    titles = (Phrase("save-as-answer"), Phrase("answer-a-question"))
    forms = (answer_modal(payload, places, words, title=title, question="Q?") for title in titles)
    for modal in (document_modal("a", words), *forms):
        assert check_modal(modal.to_dict()) == []
    for form in ("follow-up", "what-was-wrong"):
        assert len(words.say(form)) <= 45
    for name in ("follow-up-question", "why"):
        assert len(words.say(name)) <= 45
    for name in ("follow-up-how", "why-how"):
        assert len(words.say(name)) <= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_of_the_figures_are_straight_and_narrow(language):
    card = stats_card(WEEKS, words_in(language), everywhere=False)
    lines = card.blocks[1].split("\n")[1:-1]
    assert len({width_of(line) for line in lines}) == 1
    assert width_of(lines[0]) <= 78


def test_a_channel_is_told_of_in_russian():
    followed = Followed(server=1, channel=2, name="правила", kind=Kind.MESSAGES)
    said = followed_line(followed, 3, None, words_in("ru"), whole=False, most=500)
    assert said.startswith("Теперь я следую за \\#правила (все сообщения): 3 сообщения. ")
