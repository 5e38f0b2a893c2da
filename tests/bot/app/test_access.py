"""Who may ask: doors don't matter, ways do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.access import AccessPolicy, Visit, Way
from bot.app.wiring import access_policy
from config.errors import ConfigurationError
from config.load import load
from config.settings import DiscordSettings

ids = st.integers(1, 5)
sets = st.frozensets(ids, max_size=3)
policies = st.builds(
    AccessPolicy,
    servers=sets,
    roles=sets,
    direct_messages=st.sampled_from([None, True, False]),
    user_install=st.booleans(),
)
visits = st.one_of(
    st.builds(Visit, way=st.just(Way.SERVER), server=ids, roles=sets),
    st.just(Visit(way=Way.DIRECT)),
    st.builds(Visit, way=st.just(Way.INSTALLED), server=st.none() | ids, roles=sets),
)


@given(policies, visits)
def test_each_way_is_opened_by_its_own_settings_and_by_no_other(policy, visit):
    if visit.way is Way.INSTALLED:
        wanted = policy.user_install
    elif visit.way is Way.DIRECT:
        named = bool(policy.servers | policy.roles)
        wanted = policy.direct_messages or (policy.direct_messages is None and not named)
    else:
        wanted = (visit.server in policy.servers or not policy.servers) and (
            bool(policy.roles & visit.roles) or not policy.roles
        )
    assert policy.allows(visit) == wanted


@given(policies, visits, ids)
def test_naming_one_more_server_or_role_never_turns_anybody_away_who_was_named(policy, visit, one):
    if policy.servers and policy.roles and policy.allows(visit):
        wider = AccessPolicy(
            servers=policy.servers | {one},
            roles=policy.roles | {one},
            direct_messages=policy.direct_messages,
            user_install=policy.user_install,
        )
        assert wider.allows(visit)


def test_by_default_nobody_takes_it_along():
    policy = access_policy(DiscordSettings())
    assert policy.allows(Visit(way=Way.SERVER, server=1))
    assert policy.allows(Visit(way=Way.DIRECT))
    assert not policy.allows(Visit(way=Way.INSTALLED, server=1))


def test_the_settings_are_read_as_people_write_them(monkeypatch):
    monkeypatch.setenv("VERBATIM_SERVERS", "1, 2")
    monkeypatch.setenv("VERBATIM_ROLES", "3 4")
    monkeypatch.setenv("VERBATIM_DIRECT_MESSAGES", "")
    policy = access_policy(load(DiscordSettings))
    assert policy == AccessPolicy(servers=frozenset({1, 2}), roles=frozenset({3, 4}))
    monkeypatch.setenv("VERBATIM_DIRECT_MESSAGES", "yes")
    assert access_policy(load(DiscordSettings)).answers_directly
    monkeypatch.setenv("VERBATIM_DIRECT_MESSAGES", "maybe")
    with pytest.raises(ConfigurationError, match="VERBATIM_DIRECT_MESSAGES"):
        load(DiscordSettings)
