"""Answers by the owner's synonyms, with the real model."""

from dataclasses import asdict, replace

import pytest

from retrieval.answering.searcher import open_index
from retrieval.domain import Turn
from retrieval.errors import SeedsError
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

CLUB = """\
# The club

## Money

The membership fee is 40 euros a year, payable on 1 March.
Guests pay 5 euros a day.

## The house

The clubhouse opens at nine and closes at eight.
Dogs are welcome on the terrace only.
"""
FEE = "The membership fee is 40 euros a year, payable on 1 March."


def marked(answer):
    passage = answer.passages[0]
    return [
        passage.text[s.start - passage.start : s.end - passage.start] for s in passage.highlights
    ]


@pytest.fixture
def ask(seeds, write, index, encoder):
    """Index the folder as it is, and ask."""

    def ask_now(question, **options):
        build_index(seeds, index, encoder)
        with open_index(index, encoder) as searcher:
            return searcher.ask(question, **options)

    write({"club.md": CLUB})
    return ask_now


def test_an_answer_is_said_where_only_the_synonym_stands(ask, write):
    question = "How much are the dues?"
    assert not ask(question).answered
    write({"synonyms.txt": "dues = membership fee, annual fee\n"})
    answer = ask(question)
    assert answer.answered
    assert not answer.perhaps
    assert marked(answer) == [FEE]
    # It was not understood as something else: whoever asks knows what they call it.
    assert (answer.question, answer.understood_as) == (question, None)


def test_it_is_as_sure_as_if_the_other_word_had_been_said(ask, write):
    plain = ask("When does the clubhouse close?")
    write({"synonyms.txt": "the barn = the clubhouse\n"})
    by_synonym = ask("When does the barn close?")
    assert by_synonym.confidence == plain.confidence
    assert marked(by_synonym) == marked(plain)


def test_what_another_wording_finds_comes_along(ask, write):
    write({"old.md": "# Old rules\n\nDues were 20 euros until 2019.\n"})
    write({"synonyms.txt": "dues = membership fee\n"})
    answer = ask("How much are the dues?")
    shown = [passage.citation.path for passage in (*answer.passages, *answer.more)]
    assert {"club.md", "old.md"} <= set(shown)


def test_a_follow_up_knows_them(ask, write):
    write({"synonyms.txt": "dues = membership fee\n"})
    turn = Turn(question="What are the dues?", answer="")
    answer = ask("And how much are they a year?", history=[turn])
    assert marked(answer) == [FEE]
    assert "membership" not in answer.understood_as


def test_a_change_is_taken_up_without_embedding(seeds, write, index, counting_encoder):
    write({"club.md": CLUB})
    build_index(seeds, index, counting_encoder)
    counting_encoder.passages.clear()
    write({"synonyms.txt": "dues = membership fee\nbad line\n"})
    report = build_index(seeds, index, counting_encoder)
    assert (report.added, report.embedded) == (("synonyms.txt",), 0)
    (warned,) = report.warnings
    assert (warned.path, warned.text[:20]) == ("synonyms.txt", "Line 2 is left out: ")
    # Also of a build that has nothing to do.
    assert build_index(seeds, index, counting_encoder).warnings == (warned,)
    write({"synonyms.txt": "dues = annual fee\n"})
    assert build_index(seeds, index, counting_encoder).changed == ("synonyms.txt",)
    (seeds / "synonyms.txt").unlink()
    assert build_index(seeds, index, counting_encoder).removed == ("synonyms.txt",)
    assert counting_encoder.passages == []


def test_going_back_takes_them_back(seeds, write, index):
    encoder = HashEncoder()
    write({"club.md": CLUB, "synonyms.txt": "dues = membership fee\n"})
    first = build_index(seeds, index, encoder).build_id
    write({"synonyms.txt": "dues = annual fee\n"})
    build_index(seeds, index, encoder)
    open_store(index).rollback(first)
    with open_index(index, encoder) as searcher:
        assert searcher.text("synonyms.txt") == "dues = membership fee\n"


def test_they_are_nothing_to_index_by_themselves(seeds, write, index):
    write({"synonyms.txt": "dues = membership fee\n"})
    with pytest.raises(SeedsError, match=r"Nothing in .* can be indexed"):
        build_index(seeds, index, HashEncoder())


def test_further_down_it_is_a_document_like_any_other(seeds, write, index):
    write({"a/synonyms.txt": "dues = fee\n", "a/b/synonyms.txt": "Words that mean the same.\n"})
    build_index(seeds, index, HashEncoder())
    with open_index(index, HashEncoder()) as searcher:
        asked = {one.path: one.is_asked for one in searcher.documents()}
    assert asked == {"a/synonyms.txt": False, "a/b/synonyms.txt": True}


def without_noise(answer):
    """Leave out which build answered, and what adding in another order changes."""

    def rounded(value):
        if isinstance(value, float):
            return round(value, 6)
        if isinstance(value, dict):
            return {name: rounded(one) for name, one in value.items()}
        return [rounded(one) for one in value] if isinstance(value, list | tuple) else value

    return rounded(asdict(replace(answer, build_id="")))


def test_both_stores_answer_alike(seeds, write, index, postgres):
    from retrieval.store.postgres.index_store import PostgresIndexStore

    encoder = HashEncoder(dimension=64)
    write({"club.md": CLUB, "synonyms.txt": "dues = membership fee\nhut = clubhouse\n"})
    write({"pinned.md": f"## When do I pay?\n\n> {FEE}\n"})
    database = PostgresIndexStore(postgres.new_database(), schema="club")
    questions = ("How much are the dues?", "When does the hut close?", "When do I pay?")
    for synonyms in (None, "dues = guests\n"):
        if synonyms is not None:
            write({"synonyms.txt": synonyms})
        said = []
        for store in (open_store(index), database):
            report = build_index(seeds, store, encoder)
            assert synonyms is None or (report.changed, report.embedded) == (("synonyms.txt",), 0)
            with open_index(store, encoder) as searcher:
                said.append([without_noise(searcher.ask(one)) for one in questions])
        assert said[0] == said[1]
        assert said[0][2]["passages"][0]["pinned"]["question"] == "When do I pay?"
