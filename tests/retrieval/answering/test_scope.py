"""A bound searcher shows nothing of what is outside its scope."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answering.confidence.judge import Judge
from retrieval.answering.searcher import Searcher
from retrieval.domain import Answer, Scope, Turn
from retrieval.errors import UnknownDocumentError
from retrieval.indexing.contexts import contexts
from retrieval.indexing.features import extract
from retrieval.indexing.spec import spec_for
from retrieval.indexing.structured import with_structure
from retrieval.reading import read_file
from retrieval.store.memory import MemoryIndexStore
from retrieval.structure import structure_of
from retrieval.testing import HashEncoder
from retrieval.text.sentences.split import split_sentences

ENCODER = HashEncoder(dimension=128)
FILES = {
    # Each marker word stands in one document only.
    ("open", "lamp.md"): "# Lighthouse\n\n## Lamp\n\nThe lamp of the lighthouse burns whale oil,"
    " says openmarker.\n\n## Tower\n\nThe tower of Pell was built in 1820.\n",
    ("open", "keeper.txt"): "Keeper\n\nThe keeper of the lighthouse lives there, keepermarker"
    " says. The lighthouse was opened in 1821 by Ada Brown.\n",
    ("closed", "secret.md"): "# Lighthouse plans\n\n## Lamp\n\nThe lamp of the lighthouse burns"
    " secretmarker gas. Ben Stone, the engineer, said so. It was founded in 1900.\n",
    ("closed", "diary.txt"): "Diary of Ben Stone\n\nThe lighthouse was built in 1900, diarymarker"
    " wrote. The lamp burns gas. The lighthouse was opened by Ben Stone.\n",
}
MARKERS = {
    "lamp.md": "openmarker",
    "keeper.txt": "keepermarker",
    "secret.md": "secretmarker",
    "diary.txt": "diarymarker",
}
SYNONYMS = {
    ("open", "open/synonyms.txt"): "opener = keeper",
    ("closed", "closed/synonyms.txt"): "beacon = lamp\nwhat = Ben Stone\nBen Stone = lighthouse",
    ("open", "open/pinned.md"): "## Who keeps it?\n\nThe keeper does.\n",
    ("closed", "closed/pinned.md"): "## When was the lighthouse built?\n## lamp\n\n"
    "> The tower of Pell was built in 1820.\n\n## Who is Ben Stone?\n\nNobody, pinmarker says.\n",
}
QUESTIONS = (
    "What does the beacon of the lighthouse burn?",
    "Who is the opener of the lighthouse?",
    "What does the lamp of the lighthouse burn?",
    "When was the lighthouse built?",
    "lamp",
    "Who is Ben Stone?",
    "secretmarker diarymarker openmarker keepermarker",
    "What did Ben Stone say?",
    "",
)


def searcher_of(files):
    store = MemoryIndexStore()
    with store.begin(spec_for(ENCODER)) as writer:
        for (collection, path), text in sorted(files.items(), key=lambda each: each[0][1]):
            (document,) = read_file(text.encode(), path, collection=collection).documents
            sentences = split_sentences(document)
            units = structure_of(document, sentences)
            cut = contexts(document, sentences, units)
            features = [
                with_structure(one, units, context.first)
                for one, context in zip(extract(cut, ENCODER), cut, strict=True)
            ]
            writer.add(document, sentences, features, sha256="s")
        writer.publish()
    judge = Judge.for_encoder(ENCODER.fingerprint, threshold=0.0)
    # Sure of anything: whatever could be shown is shown.
    eager = replace(judge.parameters, perhaps=0.01, answer=0.02, high=0.03)
    return Searcher(store.open(), ENCODER, replace(judge, parameters=eager))


@pytest.fixture(scope="module")
def everything():
    with searcher_of(FILES) as searcher:
        yield searcher


@pytest.fixture(scope="module")
def with_synonyms():
    with searcher_of(FILES | SYNONYMS) as searcher:
        yield searcher


@pytest.fixture(scope="module")
def only_open():
    both = FILES | SYNONYMS
    with searcher_of({key: text for key, text in both.items() if key[0] == "open"}) as searcher:
        yield searcher


scopes = st.builds(
    Scope,
    collections=st.none() | st.frozensets(st.sampled_from(["open", "closed", "none"])),
    documents=st.none() | st.frozensets(st.sampled_from(sorted(MARKERS))),
)


def inside(scope):
    return {path for collection, path in FILES if scope.holds(path, collection)}


def everything_said(answer: Answer) -> str:
    passages = (*answer.passages, *answer.more)
    return " ".join(
        [
            *(passage.text for passage in passages),
            *(choice.label for choice in answer.choices),
            *answer.suggestions,
        ]
    )


def paths_of(answer):
    passages = (*answer.passages, *answer.more)
    cited = [one for passage in passages for one in (passage.citation, *passage.also_in)]
    return {citation.path for citation in cited}


@settings(max_examples=60)
@given(scope=scopes, narrower=scopes, question=st.sampled_from(QUESTIONS), data=st.data())
def test_nothing_outside_the_scope_is_ever_shown(everything, scope, narrower, question, data):
    bound = everything.within(scope).within(narrower)
    seen = inside(scope & narrower)
    assert seen == inside(scope) & inside(narrower)

    assert {one.path for one in bound.documents()} == seen
    for typed in ("", "l", "light", "diary", "secret"):
        assert {one.path for one in bound.autocomplete(typed)} <= seen

    history = data.draw(
        st.lists(st.sampled_from(QUESTIONS).map(lambda text: Turn(question=text)), max_size=2)
    )
    ranking = bound.rank(question, history=history, limit=50)
    assert {hit.path for hit in ranking.hits} <= seen
    answer = bound.ask(question, history=history)
    assert paths_of(answer) <= seen
    outside = {MARKERS[path] for path in MARKERS.keys() - seen}
    assert not {marker for marker in outside if marker in everything_said(answer)}
    titles = {one.title for one in everything.documents() if one.path not in seen}
    assert not titles & {choice.label for choice in answer.choices}
    suggested = bound.suggest(answer, history=history)
    assert not {marker for marker in outside if marker in " ".join(suggested)}
    for question_after in suggested:
        found = bound.ask(question_after)
        assert found.answered or found.choices
        assert paths_of(found) <= seen

    for path in MARKERS:
        if path in seen:
            text = bound.text(path)
            assert bound.context(path, 0, 5, sentences=99).text in text
            assert paths_of(bound.ask(question, document=path)) <= {path}
            continue
        for reach in (
            lambda path=path: bound.text(path),
            lambda path=path: bound.context(path, 0, 5, sentences=1),
            lambda path=path: bound.ask(question, document=path),
            lambda path=path: bound.rank(question, document=path),
        ):
            with pytest.raises(UnknownDocumentError) as caught:
                reach()
            # The error is that of a document that never was, and names none that can't be seen.
            named = {other for other in MARKERS.keys() - seen if other in str(caught.value)}
            assert named <= {path}


def test_suggestions_obey_the_document_that_was_asked(everything):
    answer = everything.ask("What does the lamp of the lighthouse burn?", document="lamp.md")
    suggested = everything.suggest(answer, document="lamp.md")
    assert suggested
    assert not any("Ben Stone" in question for question in suggested)
    for question in suggested:
        assert paths_of(everything.ask(question, document="lamp.md")) == {"lamp.md"}


def test_a_document_and_a_scope_of_one_document_are_the_same(everything):
    question = "What does the lamp of the lighthouse burn?"
    bound = everything.within(Scope(documents=frozenset({"lamp.md"})))
    assert everything.ask(question, document="lamp.md") == bound.ask(question)


CLOSED = frozenset({"closed"})
WORDS = st.sampled_from(
    "what does the lamp beacon of lighthouse burn who is Ben Stone keeper opener when built".split()
)


def without_build(answer):
    return replace(answer, build_id="")


@settings(max_examples=80)
@given(question=st.sampled_from(QUESTIONS) | st.lists(WORDS, min_size=1).map(" ".join))
def test_synonyms_and_pins_of_a_collection_change_nothing_outside_it(
    with_synonyms, only_open, question
):
    """Answers are those of an index that never had the collection."""
    bound = with_synonyms.within(Scope(collections=frozenset({"open"})))
    assert without_build(bound.ask(question)) == without_build(only_open.ask(question))
    assert [one.path for one in bound.documents()] == [one.path for one in only_open.documents()]


def test_pins_of_a_collection_hold_for_whoever_sees_it(with_synonyms):
    question = "When was the lighthouse built?"
    answer = with_synonyms.ask(question)
    assert answer.passages[0].citation.path == "lamp.md"
    assert answer.passages[0].pinned.path == "closed/pinned.md"
    bound = with_synonyms.within(Scope(collections=frozenset({"open"})))
    assert all(one.pinned is None for one in bound.ask(question).passages)
    assert bound.ask("Who keeps it?").passages[0].pinned.path == "open/pinned.md"


def test_synonyms_of_a_collection_hold_for_whoever_sees_it(with_synonyms, everything):
    question = "What does the beacon burn?"
    plain = everything.ask("What does the lamp burn?", document="diary.txt")
    for bound in (with_synonyms, with_synonyms.within(Scope(collections=CLOSED))):
        best = bound.rank(question).hits[0]
        assert "lamp" in bound.text(best.path)[best.start : best.end]
        # Also where only one of its documents is asked.
        answer = bound.ask(question, document="diary.txt")
        assert plain.passages[0].highlights[0] in answer.passages[0].highlights


def test_a_file_of_synonyms_is_no_document_to_ask(with_synonyms):
    assert "closed/synonyms.txt" in {one.path for one in with_synonyms.documents()}
    assert not [one for one in with_synonyms.autocomplete("syn") if not one.is_asked]
    assert with_synonyms.autocomplete("syn") == ()
    with pytest.raises(UnknownDocumentError):
        with_synonyms.ask("beacon", document="closed/synonyms.txt")
    assert with_synonyms.text("open/synonyms.txt") == "opener = keeper"
    assert "Synonyms" not in with_synonyms.ask("What can I ask you?").titles
