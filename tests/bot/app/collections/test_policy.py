"""Who may see which collection."""

from hypothesis import given
from hypothesis import strategies as st

from bot.app.access import Visit, Way
from bot.app.collections.of_channels import channel_of, folder_of
from bot.app.collections.policy import EVERYONE, CollectionPolicy, Readers
from bot.app.collections.sight import ALL, Sight
from bot.app.wiring import collection_policy
from config.settings import DiscordSettings
from retrieval.domain import EVERYTHING, Scope

NAMES = ("a", "b", "c", "d", "")
ids = st.frozensets(st.integers(1, 4), max_size=2)
readers = st.builds(Readers, everyone=st.booleans(), servers=ids, channels=ids, roles=ids)
policies = st.builds(
    CollectionPolicy, named=st.dictionaries(st.sampled_from("abc"), readers), rest=readers
)
visits = st.one_of(
    st.builds(Visit, way=st.just(Way.SERVER), server=st.integers(1, 4), roles=ids, channels=ids),
    st.just(Visit(way=Way.DIRECT)),
    st.builds(Visit, way=st.just(Way.INSTALLED), server=st.none() | st.integers(1, 4), roles=ids),
)


@given(policies, visits, st.booleans())
def test_one_of_its_readers_sees_a_collection_and_nobody_else(policy, visit, privately):
    sight = policy.sight(visit, privately=privately)
    for name in NAMES:
        who = policy.named.get(name, policy.rest)
        expected = who.everyone
        if visit.way is Way.SERVER:
            expected = expected or visit.server in who.servers
            expected = expected or bool(visit.channels & who.channels)
            expected = expected or (privately and bool(visit.roles & who.roles))
        assert sight.sees(name) == expected


@given(policies, visits)
def test_what_is_shown_to_all_is_seen_by_each(policy, visit):
    all_of_them = policy.sight(visit, privately=False)
    alone = policy.sight(visit, privately=True)
    assert all(alone.sees(name) for name in NAMES if all_of_them.sees(name))


@given(policies, visits, st.booleans(), st.frozensets(st.sampled_from(NAMES)))
def test_a_scope_holds_what_is_seen_of_what_there_is(policy, visit, privately, there):
    sight = policy.sight(visit, privately=privately)
    scope = sight.scope(there)
    for name in there:
        assert scope.holds("any.md", name) == sight.sees(name)


@given(policies, visits, st.frozensets(st.sampled_from(NAMES)))
def test_more_can_be_added_to_what_is_seen(policy, visit, more):
    sight = policy.sight(visit, privately=True)
    wider = sight.with_also(more)
    for name in NAMES:
        assert wider.sees(name) == (sight.sees(name) or name in more)


@given(policies, visits)
def test_administrators_look_after_what_nobody_elsewhere_may_read(policy, visit):
    own = policy.belonging_to(1, channels=frozenset({1, 2}), roles=frozenset({1}))
    elsewhere = Visit(
        way=Way.SERVER,
        server=2 if visit.server == 1 else visit.server or 2,
        roles=visit.roles - {1},
        channels=visit.channels - {1, 2},
    )
    seen_elsewhere = policy.sight(elsewhere, privately=True)
    assert not any(seen_elsewhere.sees(name) for name in own)
    assert not any(policy.sight(Visit(way=Way.DIRECT), privately=True).sees(name) for name in own)


def test_without_rules_everyone_sees_everything():
    policy = collection_policy(DiscordSettings())
    assert policy == CollectionPolicy()
    for way in Way:
        sight = policy.sight(Visit(way=way), privately=False)
        assert sight == Sight(channels=frozenset())
        assert sight.scope(["", "a"]) == EVERYTHING
    assert ALL.scope(["a"]) == EVERYTHING
    assert policy.belonging_to(1, channels=frozenset({2}), roles=frozenset({3})) == frozenset()


def test_what_is_not_named_is_everyones_unless_a_rule_says_otherwise(monkeypatch):
    here = Visit(way=Way.SERVER, server=1)
    monkeypatch.setenv("VERBATIM_COLLECTIONS", "staff=server:2")
    sight = collection_policy(DiscordSettings()).sight(here, privately=True)
    assert sight == Sight(hidden=frozenset({"staff"}), channels=frozenset())
    assert sight.scope(["", "staff", "new"]) == Scope(collections=frozenset({"", "new"}))
    monkeypatch.setenv("VERBATIM_COLLECTIONS", "staff=server:1; *=server:2")
    sight = collection_policy(DiscordSettings()).sight(here, privately=True)
    assert sight == Sight(only=frozenset({"staff"}), channels=frozenset())
    assert sight.scope(["", "staff", "new"]) == Scope(collections=frozenset({"staff"}))


def test_a_collection_for_everyone_or_for_nobody_is_no_servers_own():
    named = {"open": EVERYONE, "closed": Readers(), "shared": Readers(servers=frozenset({1, 2}))}
    policy = CollectionPolicy(named={**named, "own": Readers(servers=frozenset({1}))})
    assert policy.belonging_to(1, channels=frozenset(), roles=frozenset()) == {"own"}


CHANNEL, FOLDER = 111122223333444455, "channel-111122223333444455"


def test_a_channel_is_read_by_who_may_read_it_and_by_nobody_else():
    for policy in (CollectionPolicy(), CollectionPolicy(rest=Readers())):
        inside = Visit(way=Way.SERVER, server=1, readable=frozenset({CHANNEL}))
        assert policy.sight(inside, privately=True).sees(FOLDER)
        assert not policy.sight(inside, privately=False).sees(FOLDER)
        along = Visit(way=Way.SERVER, server=1, open=frozenset({CHANNEL}))
        assert policy.sight(along, privately=False).sees(FOLDER)
        # Not by who merely is in some channel, nor where nothing is known of anybody.
        there = Visit(way=Way.SERVER, server=1, channels=frozenset({CHANNEL}))
        direct = Visit(way=Way.DIRECT, open=frozenset({CHANNEL}), readable=frozenset({CHANNEL}))
        for visit in (there, direct):
            assert not policy.sight(visit, privately=True).sees(FOLDER)
    assert ALL.sees(FOLDER)


def test_a_rule_for_a_channel_is_the_owners_word():
    named = {FOLDER: Readers(servers=frozenset({1}))}
    policy = CollectionPolicy(named=named)
    assert policy.sight(Visit(way=Way.SERVER, server=1), privately=False).sees(FOLDER)
    away = Visit(way=Way.SERVER, server=2, open=frozenset({CHANNEL}), readable=frozenset({CHANNEL}))
    assert not policy.sight(away, privately=True).sees(FOLDER)


def test_only_whole_numbers_of_discord_name_a_channel():
    assert channel_of(folder_of(CHANNEL)) == CHANNEL
    for name in ("", "channel-", "channel-12", f"{FOLDER}x", f"Channel-{CHANNEL}", "channel-news"):
        assert channel_of(name) is None
