"""What `verbatim doctor` says of the collections."""

import pytest

from bot.app.collections.policy import EVERYONE, CollectionPolicy, Readers
from bot.app.doctor.collections import examine_folders, examine_readers, readers_in_words
from bot.app.doctor.finding import Verdict
from config.settings import CoreSettings, DiscordSettings

NAMES = {1: "Guild", 2: "#desk", 3: "@staff"}
NOBODY = Readers()


@pytest.fixture
def core(tmp_path):
    (tmp_path / "seeds" / "staff").mkdir(parents=True)
    return CoreSettings(seeds=tmp_path / "seeds", data=tmp_path / "data")


def examined(core, monkeypatch, rules):
    monkeypatch.setenv("VERBATIM_COLLECTIONS", rules)
    return examine_folders(core, DiscordSettings())


def test_a_name_that_leaves_a_folder_open_is_bad(core, monkeypatch):
    (finding,) = examined(core, monkeypatch, "staf=role:3")
    assert (finding.subject, finding.verdict) == ("collection staf", Verdict.BAD)
    assert finding.text == (
        f"VERBATIM_COLLECTIONS names staf, which is no folder in {core.seeds}; staff is one, and"
        " everyone may read that"
    )
    assert finding.advice == (
        "If staff is meant, correct the setting; else name its readers too, such as staff=everyone."
    )


def test_one_that_leaves_nothing_open_is_a_hint(core, monkeypatch):
    (closed,) = examined(core, monkeypatch, "staf=role:3; *=nobody")
    assert (closed.verdict, "everyone" in closed.text) == (Verdict.HINT, False)
    (to_come,) = examined(core, monkeypatch, "minutes=server:1")
    assert to_come.verdict is Verdict.HINT
    assert to_come.advice == "Make the folder minutes, or correct the setting."
    assert examined(core, monkeypatch, "staff=role:3") == []


def test_each_collection_has_one_line_and_so_has_what_lies_in_none():
    policy = CollectionPolicy(
        named={"staff": Readers(roles=frozenset({3})), "later": NOBODY}, rest=EVERYONE
    )
    said = {one.subject: one.text for one in examine_readers(policy, ["staff", "open"], NAMES)}
    assert said == {
        "collection later": "can be read by nobody on Discord",
        "collection open": "can be read by everyone who may ask",
        "collection staff": "can be read by those who are @staff, privately",
        "documents in no folder": "can be read by everyone who may ask",
    }


def test_without_rules_there_is_nothing_to_say():
    assert examine_readers(CollectionPolicy(), ["staff"], NAMES) == []


@pytest.mark.parametrize(
    ("readers", "said"),
    [
        (Readers(everyone=True, servers=frozenset({1})), "everyone who may ask"),
        (NOBODY, "nobody on Discord"),
        (
            Readers(servers=frozenset({9, 1}), channels=frozenset({2}), roles=frozenset({3, 8})),
            "everyone in Guild, everyone in server 9, everyone in #desk, those who are @staff,"
            " privately, those who are role 8, privately",
        ),
    ],
)
def test_readers_are_named_as_far_as_they_are_known(readers, said):
    assert readers_in_words(readers, NAMES) == said


def test_a_channel_is_read_by_its_readers_unless_a_rule_says_otherwise():
    folders = ["channel-111122223333444455", "channel-111122223333444466"]
    named = {folders[1]: Readers(servers=frozenset({1}))}

    def said(policy):
        return [one.text for one in examine_readers(policy, folders, NAMES)]

    assert said(CollectionPolicy(named=named, follows=True))[:2] == [
        "can be read by those who may read that channel",
        "can be read by everyone in Guild",
    ]
    off = "can be read by nobody on Discord: VERBATIM_CHANNEL_DOCUMENTS is off"
    assert said(CollectionPolicy())[:2] == [off, off]
