"""VERBATIM_COLLECTIONS, as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.collections import CollectionRule, read_rules
from config.errors import ConfigurationError
from config.load import load
from config.settings import DiscordSettings

STAFF = CollectionRule(name="staff", roles=frozenset({1}), channels=frozenset({2, 3}))
BOARD = CollectionRule(name="Board papers", servers=frozenset({4}))
OPEN = CollectionRule(name="handbook", everyone=True)
REST = CollectionRule(name="*")
TEXT = "staff=role:1 channel:2,channel:3; Board papers = server:4;handbook=everyone; *=nobody;"


def test_in_env_rules_stand_between_semicolons(monkeypatch):
    monkeypatch.setenv("VERBATIM_COLLECTIONS", TEXT)
    assert load(DiscordSettings).collections == (STAFF, BOARD, OPEN, REST)


def test_an_env_file_takes_them_without_quotes(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(f"VERBATIM_COLLECTIONS={TEXT}\n")
    assert load(DiscordSettings).collections == (STAFF, BOARD, OPEN, REST)


@pytest.mark.parametrize(
    "toml",
    [
        f'collections = "{TEXT}"',
        '[collections]\nstaff = ["role:1", "channel:2", "channel:3"]\n'
        '"Board papers" = "server:4"\nhandbook = ["everyone"]\n"*" = "nobody"',
    ],
)
def test_in_toml_they_are_the_same_text_or_a_table(monkeypatch, tmp_path, toml):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verbatim.toml").write_text(toml)
    assert load(DiscordSettings).collections == (STAFF, BOARD, OPEN, REST)


def test_nothing_is_named_where_it_is_empty(monkeypatch):
    monkeypatch.setenv("VERBATIM_COLLECTIONS", " ")
    assert load(DiscordSettings).collections == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("staff", "'staff' names no readers; write NAME=READERS"),
        ("staff=", "staff has no readers"),
        ("staff=rolle:1", "'rolle:1' of staff is no reader; readers are server:ID"),
        ("staff=role:x", "'role:x' of staff is no reader"),
        ("staff=@Crew", "'@Crew' of staff is no reader"),
        ("=everyone", "'' is no name of a folder"),
        ("a/b=everyone", "'a/b' is no name of a folder"),
        (".hidden=everyone", "'.hidden' is no name of a folder"),
        ("a=everyone; a=role:1", "a is named twice"),
        ("a=nobody role:1", "a is for nobody and for others too"),
    ],
)
def test_a_slip_is_one_sentence_with_the_setting_and_what_is_accepted(monkeypatch, text, said):
    monkeypatch.setenv("VERBATIM_COLLECTIONS", text)
    with pytest.raises(ConfigurationError) as caught:
        load(DiscordSettings)
    assert str(caught.value).startswith("VERBATIM_COLLECTIONS is ")
    assert said in str(caught.value)


def test_a_table_of_something_else_is_refused(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verbatim.toml").write_text("[collections]\nstaff = 5\n")
    with pytest.raises(ConfigurationError, match="the readers of staff are no text"):
        load(DiscordSettings)


KINDS = st.sampled_from(["server", "channel", "role"])


@given(
    st.dictionaries(
        st.text("abcxyz Ü", min_size=1).map(str.strip).filter(bool),
        st.lists(
            st.builds(
                "{}:{}".format,
                st.sampled_from(["server", "channel", "role"]),
                st.integers(1, 2**63),
            ),
            min_size=1,
        ),
        min_size=1,
    )
)
def test_text_and_table_mean_the_same(table):
    text = ";".join(f"{name}={' '.join(readers)}" for name, readers in table.items())
    assert read_rules(text) == read_rules(table)
