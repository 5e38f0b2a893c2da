"""What was said in a channel as files, and back."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.document_library import DocumentLibrary
from bot.app.followed.changes import Change, applied
from bot.app.followed.channels import FollowedChannels
from bot.app.followed.export import BUSY, from_files, mark_of, read_mark, to_files
from bot.app.followed.values import Followed, Kind, Said, Talk, counted, latest
from retrieval.indexing.build import build_index
from retrieval.reading.read import read_file
from retrieval.store import open_store
from retrieval.testing import HashEncoder

CHANNEL = 111122223333444455
FOLLOWED = Followed(server=7, channel=CHANNEL, name="general", kind=Kind.MESSAGES)
START = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


def said(number, content="Hello.", *, at=None, author="Mira", names=()):
    at = at or START + timedelta(minutes=number)
    return Said(id=number, author=author, at=at, content=content, names=names)


def talk(*messages, place=CHANNEL, name="general"):
    return {place: Talk(id=place, name=name, messages={one.id: one for one in messages})}


MESSAGES = st.builds(
    said,
    st.integers(1, 10**19),
    TEXT,
    at=st.integers(0, 10**9).map(lambda seconds: START + timedelta(seconds=seconds)),
    author=TEXT,
    names=st.lists(st.tuples(st.integers(1, 10**19), TEXT), max_size=2).map(tuple),
)


@given(st.lists(MESSAGES, max_size=12, unique_by=lambda one: one.id), st.sampled_from(Kind))
def test_what_is_written_is_read_again(messages, kind):
    talks = talk(*messages)
    files = to_files(Followed(server=7, channel=CHANNEL, name="general", kind=kind), talks)
    assert from_files(files) == (talks if messages else {})


@given(st.lists(MESSAGES, max_size=12, unique_by=lambda one: one.id), st.integers(1, 12))
def test_the_latest_of_all_places_stay(messages, most):
    talks = {**talk(*messages[::2]), **talk(*messages[1::2], place=5)}
    kept = latest(talks, most)
    left = sorted(one.id for one in messages)[-most:]
    assert sorted(key for one in kept.values() for key in one.messages) == left
    assert counted(kept) == min(most, len(messages))


PLACES = (CHANNEL, 5)
CHANGES = st.builds(
    Change,
    place=st.sampled_from(PLACES),
    name=st.just("general"),
    message=st.none() | st.integers(1, 9),
    said=st.none() | TEXT.map(lambda words: said(1, words)),
).map(
    lambda one: (
        one
        if one.message is None or one.said is None
        else replace(one, said=replace(one.said, id=one.message))
    )
)


@given(st.lists(st.lists(CHANGES, max_size=6), max_size=6), st.sampled_from(Kind))
def test_whatever_is_said_edited_and_deleted_the_files_hold_what_is_left(rounds, kind):
    followed = replace(FOLLOWED, kind=kind)
    # Only a forum has several places.
    rounds = [
        [one for one in some if kind is Kind.POSTS or one.place == CHANNEL] for some in rounds
    ]
    left = {}
    files = {}
    for some in rounds:
        for one in some:
            if one.message is None:
                left = {key: words for key, words in left.items() if key[0] != one.place}
            elif one.said is None:
                left.pop((one.place, one.message), None)
            else:
                left[one.place, one.message] = one.said.content
        # As after a restart: nothing is known but the files.
        files = to_files(followed, applied(from_files(files), some, most=100))
    found = {
        (place, one.id): one.content
        for place, talk in from_files(files).items()
        for one in talk.messages.values()
    }
    assert found == left


def test_when_there_are_too_many_the_oldest_go_and_some_room_is_left():
    talks = talk(*map(said, range(1, 11)))
    more = [Change(place=CHANNEL, message=11, said=said(11))]
    (now,) = applied(talks, more, most=10).values()
    assert sorted(now.messages) == list(range(3, 12))
    (now,) = applied(
        talk(said(1)), [Change(place=CHANNEL, message=2, said=said(2))], most=1
    ).values()
    assert sorted(now.messages) == [2]


def test_a_channel_is_cut_by_month_and_a_busy_month_by_day():
    quiet = [said(number) for number in range(1, 4)]
    assert set(to_files(FOLLOWED, talk(*quiet))) == {"2026-10.json"}
    # The first 29 were said before midnight.
    full = [said(number) for number in range(1, BUSY + 30)]
    assert set(to_files(FOLLOWED, talk(*full))) == {"2026-10.json", "2026-11.json"}
    busy = [said(number) for number in range(1, BUSY + 1000)]
    files = to_files(FOLLOWED, talk(*busy))
    assert set(files) == {"2026-10.json", "2026-11-01.json", "2026-11-02.json"}
    # What is said today changes no other day.
    later = to_files(FOLLOWED, talk(*busy, said(BUSY + 1000)))
    assert [name for name in files if files[name] != later[name]] == ["2026-11-02.json"]


def test_a_reader_finds_each_message_by_its_link_and_the_names_it_mentions():
    one = said(901, "Ask <@5> or <@&6> in <#8>.", names=((5, "Theo"), (6, "Crew"), (8, "quay")))
    (content,) = to_files(FOLLOWED, talk(one)).values()
    (document,) = read_file(content, f"channel-{CHANNEL}/2026-11.json").documents
    (block,) = document.blocks
    assert document.title == "#general"
    assert document.text[block.start : block.end] == "Ask @Theo or @Crew in #quay."
    assert (block.speaker, block.locator.name) == ("Mira", "Mira, 2026-11-01 14:31")
    assert block.locator.url == f"https://discord.com/channels/7/{CHANNEL}/901"


def test_half_a_character_does_no_harm():
    (content,) = to_files(FOLLOWED, talk(said(1, "Half \ud800 a one."))).values()
    assert "Half ? a one." in json.loads(content)["messages"][0]["content"]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"null", b'{"server": 1}', mark_of(FOLLOWED)[:-9]]
)
def test_what_is_no_mark_is_refused(content):
    with pytest.raises(ValueError, match=r"\w"):
        read_mark(content)
    with pytest.raises(ValueError, match=r"\w"):
        from_files({"a.json": content})


@pytest.fixture
def channels(tmp_path):
    library = DocumentLibrary(
        seeds=tmp_path / "seeds", removed=tmp_path / "removed", max_bytes=10_000
    )

    def make(*, enabled=True):
        made = FollowedChannels(library, tmp_path / "seeds", enabled=enabled)
        made.load()
        return made

    return make


def test_what_is_followed_outlives_the_process_and_only_while_it_is_allowed(channels, tmp_path):
    first = channels()
    assert first.write(FOLLOWED, talk(said(1)))
    assert not first.write(FOLLOWED, talk(said(1)))
    assert channels().in_server(7) == (FOLLOWED,)
    assert channels().read(CHANNEL) == talk(said(1))
    assert channels(enabled=False).all == ()
    # A folder that was renamed follows nothing, and neither does a broken mark.
    folder = tmp_path / "seeds" / f"channel-{CHANNEL}"
    folder.rename(folder.with_name(f"channel-{CHANNEL + 1}"))
    assert channels().all == ()
    assert channels().drop(CHANNEL + 1)
    assert not folder.exists()
    assert not (tmp_path / "removed").exists()


def test_a_folder_that_is_taken_away_ends_it_and_a_lost_disk_does_not(channels, tmp_path):
    made = channels()
    made.write(FOLLOWED, talk(said(1)))
    seeds = tmp_path / "seeds"
    seeds.rename(tmp_path / "away")
    with pytest.raises(FileNotFoundError):
        made.is_there(CHANNEL)
    (tmp_path / "away").rename(seeds)
    assert made.is_there(CHANNEL)
    (seeds / f"channel-{CHANNEL}" / ".channel.json").unlink()
    assert not made.is_there(CHANNEL)
    assert made.all == ()


def test_the_index_holds_the_messages_and_neither_the_mark_nor_what_is_deleted(channels, tmp_path):
    made, store = channels(), open_store(tmp_path / "index")
    made.write(FOLLOWED, talk(said(1, "The quay is wet."), said(2, "The lamp is lit.")))
    report = build_index(tmp_path / "seeds", store, HashEncoder(dimension=16))
    assert report.added == (f"channel-{CHANNEL}/2026-10.json",)
    assert report.skipped == ()
    made.write(FOLLOWED, talk(said(2, "The lamp is lit.")))
    build_index(tmp_path / "seeds", store, HashEncoder(dimension=16))
    reader = store.open()
    (document,) = reader.documents()
    assert document.collection == f"channel-{CHANNEL}"
    assert "wet" not in reader.text(document.id)
    reader.close()
