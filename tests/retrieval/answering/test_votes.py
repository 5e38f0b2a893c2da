"""Passages that people have marked unhelpful: when they come last, and for which questions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.answer_json import answer_object
from retrieval.answering.searcher import open_index
from retrieval.answering.votes import Mark, weigh
from retrieval.domain import Scope, State, Vote
from retrieval.indexing.build import build_index

QUESTION = "When does the ferry leave?"
SIX = "The ferry leaves at six o'clock."
SEVEN = "In winter the last ferry leaves the island at seven o'clock."
SUMMER = f"# Summer\n\n{SIX}\n"
WINTER = f"# Winter\n\n{SEVEN}\n"


def vote(voter, *, helpful=False, decisive=False, **changes):
    values = {
        "question": QUESTION,
        "path": "summer.md",
        "sentences": (SIX,),
        "voter": voter,
        "helpful": helpful,
        "is_decisive": decisive,
    }
    return Vote(**values | changes)


@pytest.mark.parametrize(
    ("votes", "mark"),
    [
        ([vote(1)], Mark(by=1, is_last=False)),
        ([vote(1), vote(2)], Mark(by=2, is_last=True)),
        ([vote(1), vote(2), vote(3, helpful=True)], Mark(by=2, is_last=False)),
        ([vote(1), vote(2), vote(3), vote(4, helpful=True)], Mark(by=3, is_last=True)),
        ([vote(1, decisive=True)], Mark(by=1, is_last=True)),
        ([vote(1, decisive=True), vote(2, helpful=True)], Mark(by=1, is_last=True)),
        # Of two moderators the later one decides.
        ([vote(1, helpful=True, decisive=True), vote(2, decisive=True)], Mark(by=1, is_last=False)),
        ([vote(1, helpful=True, decisive=True), vote(2), vote(3)], Mark(by=2, is_last=False)),
        ([vote(1, helpful=True)], None),
        ([], None),
    ],
)
def test_one_person_buries_nothing_two_more_or_a_moderator_do(votes, mark):
    assert weigh(votes) == mark


@given(st.lists(st.builds(vote, st.integers(), helpful=st.booleans()), max_size=9))
def test_without_moderators_it_is_a_matter_of_counting(votes):
    down = sum(not one.helpful for one in votes)
    mark = weigh(votes)
    assert (mark is None) == (down == 0)
    if mark is not None:
        assert (mark.by, mark.is_last) == (down, down - (len(votes) - down) >= 2)


@pytest.fixture(scope="module")
def ferry(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "seeds" / "crew").mkdir(parents=True)
    (folder / "seeds" / "summer.md").write_text(SUMMER)
    (folder / "seeds" / "winter.md").write_text(WINTER)
    (folder / "seeds" / "crew" / "ferry.md").write_text("# Crew\n\nThe crew meets at five.\n")
    build_index(folder / "seeds", folder / "index", encoder)
    with open_index(folder / "index", encoder) as searcher:
        yield searcher


def first(answer):
    passage = answer.passages[0]
    return passage.said(passage.highlights[0])


def shown(answer):
    return {one.said(one.highlights[0]): one.unhelpful for one in (*answer.passages, *answer.more)}


TWO = (vote(2), vote(1))


def test_what_two_people_mark_comes_last_and_says_so(ferry):
    assert first(ferry.ask(QUESTION)) == SIX
    answer = ferry.heeding(TWO).ask(QUESTION)
    assert first(answer) == SEVEN
    assert shown(answer)[SIX] == 2
    assert shown(answer)[SEVEN] == 0
    # It is judged as what it is: as sure as if the other one were not there.
    assert answer.state is not State.NONE
    told = answer_object(answer)
    marks = [one["unhelpful"] for one in (*told["passages"], *told["more"])]
    assert marks[0] == 0
    assert 2 in marks


def test_one_vote_is_said_and_changes_nothing(ferry):
    answer = ferry.heeding((vote(1),)).ask(QUESTION)
    assert first(answer) == SIX
    assert answer.passages[0].unhelpful == 1
    # The same person twice is one person.
    again = ferry.heeding((vote(1), vote(1, question="when is the ferry leaving?"))).ask(QUESTION)
    assert first(again) == SIX
    assert again.passages[0].unhelpful == 1


def test_of_somebodys_votes_the_latest_counts(ferry):
    answer = ferry.heeding((vote(1, helpful=True), vote(2), vote(1))).ask(QUESTION)
    assert first(answer) == SIX
    assert answer.passages[0].unhelpful == 1


def test_it_holds_for_questions_like_it_and_no_others(ferry):
    heeding = ferry.heeding(TWO)
    assert first(heeding.ask("When is the ferry leaving?")) == SEVEN
    other = heeding.ask("What leaves at six o'clock?")
    assert first(other) == SIX
    assert other.passages[0].unhelpful == 0
    assert first(heeding.ask("When does the ferry not leave?")) == SIX


def test_what_has_changed_since_is_no_longer_meant(ferry):
    changed = tuple(replace(one, sentences=("The ferry leaves at five.",)) for one in TWO)
    answer = ferry.heeding(changed).ask(QUESTION)
    assert first(answer) == SIX
    assert set(shown(answer).values()) == {0}
    moved = tuple(replace(one, path="elsewhere.md") for one in TWO)
    assert first(ferry.heeding(moved).ask(QUESTION)) == SIX


def test_where_nothing_else_is_said_it_stays(ferry):
    bound = ferry.within(Scope(documents=frozenset({"summer.md"}))).heeding(TWO)
    answer = bound.ask(QUESTION)
    assert first(answer) == SIX
    assert answer.passages[0].unhelpful == 2


def test_votes_and_scopes_go_together_in_either_order(ferry):
    scope = Scope(collections=frozenset({""}))
    one, other = ferry.heeding(TWO).within(scope), ferry.within(scope).heeding(TWO)
    assert one.ask(QUESTION) == other.ask(QUESTION)
    # A vote on what can't be seen says nothing of it.
    hidden = vote(1, path="crew/ferry.md", sentences=("The crew meets at five.",), decisive=True)
    assert other.heeding((hidden,)).ask(QUESTION) == ferry.within(scope).ask(QUESTION)


VOTES = st.lists(
    st.builds(
        vote,
        st.integers(1, 4),
        helpful=st.booleans(),
        decisive=st.booleans(),
        question=st.sampled_from([QUESTION, "When does the crew meet?", "ferry"]),
        path=st.sampled_from(["summer.md", "winter.md", "crew/ferry.md"]),
        sentences=st.sampled_from([(SIX,), (SEVEN,), ("The crew meets at five.",), ()]),
    ),
    max_size=8,
)


@given(votes=VOTES, question=st.sampled_from([QUESTION, "When does the crew meet?", "ferry"]))
def test_votes_take_nothing_away_and_add_nothing(ferry, votes, question):
    plain, heeded = ferry.ask(question), ferry.heeding(tuple(votes)).ask(question)
    places = [
        {(one.path, one.start) for one in searcher.rank(question).hits}
        for searcher in (ferry, ferry.heeding(tuple(votes)))
    ]
    assert places[0] == places[1]
    scores = [hit.score for hit in ferry.heeding(tuple(votes)).rank(question).hits]
    assert scores == sorted(scores, reverse=True)
    if not any(not one.helpful for one in votes):
        assert heeded == plain
    outside = ferry.within(Scope(collections=frozenset({""}))).heeding(tuple(votes)).ask(question)
    assert "crew" not in str(outside).lower().replace(question.lower(), "")
