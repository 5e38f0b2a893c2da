from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.answering.passages import COMFORTABLE, surroundings
from retrieval.answering.passages import passage as shown_around
from retrieval.answering.selection import select
from retrieval.answering.view import IndexView
from retrieval.domain import Hit
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

DRONES = (
    "Weapons Sales\n\n"
    "The region is using Israeli and Turkish drones in its fight\n\n"
    "Trade is brisk. A spokesman said last week that the region is using Israeli-made attack "
    "drones at night. He gave no figures.\n\n"
    "The region is also fighting with Turkish-supplied drones, as its president confirmed.\n\n"
    "The price of bread is rising in the capital.\n"
)
WEEKLY = (
    "Weekly\n\nReaders ask. The region fights with Turkish-supplied drones, the president "
    "confirmed.\n\nThe harbour of Baku was built in 1902.\n"
)
GUIDE = "Guide\n\nThe harbour of Baku was built in 1899. The harbour of Baku was sold in 1950.\n"
PASS = "# The pass\n\nThe barrier is closed at dusk.\n"
HUTS = "Huts\n\nWarden: Ada\nDay: the whole of Monday\n\nWarden: Bo\nDay: the whole of Friday\n"


@pytest.fixture
def view(seeds, write, index):
    long = " ".join(f"Sentence number {n} of a very long paragraph says little." for n in range(40))
    write({"drones.txt": DRONES, "guide.txt": GUIDE, "long.txt": f"Long\n\n{long}\n"})
    write({"weekly.txt": WEEKLY, "pass.md": PASS, "pass-old.md": PASS.replace("dusk", "noon")})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


@pytest.fixture
def hit(view):
    """Make hits of the beginnings of sentences: ``hit("The harbour", 0.9)``."""

    def make(beginning, score, path=""):
        for row in range(view.reader.info.sentences):
            here = view.document(row).path
            if view.sentence_text(row).startswith(beginning) and here.startswith(path):
                one = view.sentence(row)
                return Hit(sentence_id=row, path=here, start=one.start, end=one.end, score=score)
        raise AssertionError(beginning)

    return make


def bold(passage):
    return [
        passage.text[s.start - passage.start : s.end - passage.start] for s in passage.highlights
    ]


def test_an_answer_is_shown_with_the_rest_of_its_paragraph_below_its_question(seeds, write, index):
    write(
        {"faq.md": "# F\n\n**Is it deep?**\n\nAsk Bo. He has a rope.\n\n**Is it cold?**\n\nYes.\n"}
    )
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        (row,) = [n for n in range(reader.info.sentences) if view.sentence_text(n) == "Ask Bo."]
        assert (
            shown_around([row], view, score=1.0).text == "**Is it deep?**\n\nAsk Bo. He has a rope."
        )


def test_one_fact_is_one_passage(view, hit):
    hits = [
        hit("The harbour of Baku was built in 1899", 0.9),
        hit("Trade is brisk", 0.85),
        hit("The price of bread", 0.84),
    ]
    selection = select("When was the harbour of Baku built?", hits, view)
    assert [bold(one) for one in selection.passages] == [["The harbour of Baku was built in 1899."]]
    assert [bold(one)[0][:5] for one in selection.more] == ["Trade", "The p"]


def test_the_whole_of_a_short_paragraph_is_shown(view, hit):
    (passage,) = select("Who?", [hit("A spokesman", 0.9)], view).passages
    assert passage.text.startswith("Trade is brisk.")
    assert passage.text.endswith("He gave no figures.")
    assert (passage.citation.path, passage.citation.title) == ("drones.txt", "Weapons Sales")
    assert passage.citation.first_line == passage.citation.last_line == 5


def test_a_part_of_a_long_paragraph_is_shown_with_the_answer_amid_it(view, hit):
    (passage,) = select("Which?", [hit("Sentence number 20 ", 0.9)], view).passages
    assert len(passage.text) <= COMFORTABLE
    before = passage.highlights[0].start - passage.start
    after = passage.end - passage.highlights[0].end
    assert before > 150
    assert after > 150


@pytest.mark.parametrize("subtitle", [0.4, 0.87])
def test_two_suppliers_are_both_shown_and_neither_twice(view, hit, subtitle):
    hits = [
        hit("The region is also", 0.9, "drones"),
        hit("A spokesman", 0.88),
        hit("The region is using", subtitle),
        hit("The price of bread", 0.3),
    ]
    hits.sort(key=lambda one: -one.score)
    selection = select("Who supplies the region's drones?", hits, view)
    told = [" ".join(bold(one)) for one in selection.passages]
    assert len(told) == 2
    assert "Turkish-supplied" in told[0]
    assert "Israeli-made" in told[1]


def test_a_sentence_that_names_both_needs_only_what_it_lacks_of_the_question(view, hit):
    hits = [
        hit("The region is using", 0.95),
        hit("The region is also", 0.9, "drones"),
        hit("A spokesman", 0.88),
    ]
    selection = select("Who supplies the region's drones?", hits, view)
    told = [" ".join(bold(one)) for one in selection.passages]
    assert len(told) == 2
    assert "Israeli and Turkish" in told[0]
    assert "Turkish-supplied" in told[1]


def test_a_second_source_far_behind_is_kept_for_more(view, hit):
    hits = [hit("The region is also", 0.9, "drones"), hit("A spokesman", 0.7)]
    selection = select("Who supplies the region's drones?", hits, view)
    assert len(selection.passages) == len(selection.more) == 1


def test_the_same_in_two_documents_is_shown_once(view, hit):
    hits = [hit("The region is also", 0.9, "drones"), hit("The region fights", 0.89, "weekly")]
    (passage,) = select("Who supplies drones?", hits, view).passages
    assert [place.path for place in passage.also_in] == ["weekly.txt"]
    assert [place.first_line for place in passage.also_in] == [3]


def test_another_number_is_not_the_same(view, hit):
    hits = [
        hit("The harbour of Baku was built in 1899", 0.9),
        hit("The harbour of Baku was built in 1902", 0.9),
    ]
    passages = select("When was the harbour of Baku built?", hits, view).passages
    assert all(not one.also_in for one in passages)


def test_another_word_for_a_time_is_shown_as_something_else(view, hit):
    hits = [hit("The barrier", 0.9, "pass.md"), hit("The barrier", 0.5, "pass-old.md")]
    found = select("when is the barrier closed", hits, view)
    assert found.differ
    assert [one.citation.path for one in found.passages] == ["pass.md", "pass-old.md"]


def test_the_values_of_two_records_say_nothing_else_of_the_same(seeds, write, index):
    write({"huts.txt": HUTS})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        days = [
            Hit(sentence_id=row, path="huts.txt", start=at.start, end=at.end, score=0.9 - row / 9)
            for row in range(reader.info.sentences)
            if view.sentence_text((at := view.place(row)).id).startswith("Day")
        ]
        assert len(days) == 2
        assert not select("what is the day of the warden", days, view).differ


def test_hits_of_one_paragraph_make_one_passage(view, hit):
    hits = [hit("A spokesman", 0.9), hit("Trade is brisk", 0.89), hit("He gave", 0.88)]
    selection = select("Who uses Israeli-made drones?", hits, view)
    assert len(selection.passages) == 1
    assert not selection.more


def test_no_hits_no_passages(view):
    selection = select("Why?", [], view)
    assert selection.passages == selection.more == ()


def test_what_a_sentence_is_read_with(view, hit):
    row = hit("A spokesman", 1.0).sentence_id
    assert surroundings(row, view) == ["Weapons Sales", "Trade is brisk.", "He gave no figures."]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    picks=st.lists(st.tuples(st.integers(0, 10**6), st.floats(0, 1)), max_size=12),
    question=st.sampled_from(
        ["Who supplies the region's drones?", "When was the harbour of Baku built?", "", "Why"]
    ),
)
def test_whatever_is_ranked_the_quotations_are_exact(view, picks, question):
    rows = dict.fromkeys(number % view.reader.info.sentences for number, _ in picks)
    scores = sorted((score for _, score in picks), reverse=True)
    hits = []
    for row, score in zip(rows, scores, strict=False):
        one = view.sentence(row)
        path = view.document(row).path
        hits.append(Hit(sentence_id=row, path=path, start=one.start, end=one.end, score=score))
    selection = select(question, hits, view)
    assert len(selection.passages) <= 3
    assert bool(selection.passages) == bool(hits)
    texts = {one.path: view.text(one.id) for one in view.documents()}
    ranked = {(one.path, one.start, one.end) for one in hits}
    blocks = []
    for passage in (*selection.passages, *selection.more):
        path = passage.citation.path
        assert texts[path][passage.start : passage.end] == passage.text
        ends = [passage.start]
        for span in passage.highlights:
            assert ends[-1] <= span.start < span.end <= passage.end
            assert (path, span.start, span.end) in ranked
            ends.append(span.end)
        blocks.append((path, passage.start, passage.end))
    assert len(set(blocks)) == len(blocks)
