"""What the owner's own file calls no answer comes last, for those who may read the file."""

import pytest

from retrieval.answering.searcher import open_index
from retrieval.domain import Scope, Vote
from retrieval.indexing.build import build_index

QUESTION = "When does the ferry leave?"
SIX = "The ferry leaves at six o'clock."
SEVEN = "In winter the last ferry leaves the island at seven o'clock."


@pytest.fixture(scope="module")
def ferry(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("ferry")
    seeds = folder / "seeds"
    (seeds / "crew").mkdir(parents=True)
    # The sentence is broken over two lines here, and on one where it is quoted.
    (seeds / "summer.md").write_text("# Summer\n\nThe ferry leaves\nat six o'clock.\n")
    (seeds / "winter.md").write_text(f"# Winter\n\n{SEVEN}\n")
    (seeds / "crew" / "ferry.md").write_text("# Crew\n\nThe crew's boat waits at the pier.\n")
    (seeds / "crew" / "unhelpful.md").write_text(f"oops\n\n## {QUESTION}\n\n> {SIX}\n")
    build_index(seeds, folder / "index", encoder)
    with open_index(folder / "index", encoder) as searcher:
        yield searcher


def first(answer):
    passage = answer.passages[0]
    said = passage.said(passage.highlights[0])
    return " ".join(said.split()), passage.unhelpful


def test_it_comes_last_and_says_so(ferry):
    answer = ferry.ask("when is the ferry leaving")
    assert first(answer) == (SEVEN, 0)
    marks = {
        " ".join(one.said(one.highlights[0]).split()): one.unhelpful
        for one in (*answer.passages, *answer.more)
    }
    assert marks[SIX] == 1
    # Another question is answered by it.
    assert first(ferry.ask("What happens at six o'clock?")) == (SIX, 0)


def test_the_file_of_a_collection_is_for_its_readers_alone(ferry):
    outside = ferry.within(Scope(collections=frozenset({""})))
    assert first(outside.ask(QUESTION)) == (SIX, 0)


def test_a_vote_for_it_does_not_overrule_the_owner(ferry):
    liked = Vote(
        question=QUESTION,
        path="summer.md",
        sentences=("The ferry leaves\nat six o'clock.",),
        voter=1,
        helpful=True,
        is_decisive=True,
    )
    assert first(ferry.heeding([liked]).ask(QUESTION)) == (SEVEN, 0)


def test_the_file_is_no_document_and_its_faults_are_named(ferry):
    assert not next(one for one in ferry.documents() if "unhelpful" in one.path).is_asked
    (fault,) = ferry.own_faults()
    assert fault.path == "crew/unhelpful.md"
    assert fault.text.startswith("Line 1 is left out: ")
    assert ferry.within(Scope(collections=frozenset({""}))).own_faults() == ()
