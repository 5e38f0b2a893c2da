"""What every index store promises (`retrieval.store.interface`)."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from corpus import (
    BOTH,
    EAST,
    NORTH,
    ROME,
    SPEC,
    UP,
    WHALES,
    document,
    features,
    publish,
    sentences_of,
    texts,
    unit,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.domain import EVERYTHING, Scope
from retrieval.errors import IndexBusyError, IndexNotFoundError
from retrieval.store.memory import MemoryIndexStore
from retrieval.store.token_codes import expand
from retrieval.store.values import ROLE
from retrieval.structure import Role

ONLY_ROME = Scope(documents=frozenset({"rome.txt"}))


def test_nothing_is_there_before_something_is_published(store):
    assert store.builds() == ()
    with pytest.raises(IndexNotFoundError):
        store.current()
    with pytest.raises(IndexNotFoundError):
        store.open()


def test_what_is_published_is_current_and_says_what_it_is(store, opened):
    info = publish(store, BOTH)
    assert store.current() == info.build_id
    assert store.builds() == (info.build_id,)
    reader = opened()
    assert reader.info == info
    assert (info.documents, info.sentences) == (2, 7)
    assert (info.model, info.fingerprint, info.dimension) == ("eye", "f", 3)
    assert reader.spec == SPEC


def test_documents_come_back_as_they_were_stored(store, opened):
    publish(store, BOTH)
    reader = opened()
    rome, whales = reader.documents()
    assert [rome.path, whales.path] == ["rome.txt", "whales.txt"]
    assert (rome.title, rome.author, rome.sha256) == ("Rome", "Tacitus", "of rome.txt")
    assert (rome.collection, rome.reader, rome.part) == ("history", "lines 1", None)
    assert rome.characters == len(ROME.text)
    assert (rome.rows, whales.rows) == (range(4), range(4, 7))
    assert reader.document(whales.id) == whales
    assert reader.text(whales.id) == WHALES.text
    assert reader.text(whales.id, 0, 6) == "Whales"
    assert [reader.block(rome.id, n) for n in (0, 1)] == list(ROME.blocks)


def test_languages_are_kept_the_commonest_first(store, opened):
    wale = document("wale.txt", ["Wale", "Wale singen.", "Sie jagen."], language="de")
    kujira = document("kujira.txt", ["鯨", "鯨は歌う。"], language="ja")
    publish(store, [(wale, [UP, EAST, NORTH]), (kujira, [UP, EAST]), (WHALES, BOTH[0][1])])
    reader = opened()
    assert reader.languages == ("de", "ja")
    assert [one.language for one in reader.documents()] == ["ja", "de", ""]
    with store.begin(SPEC) as writer:
        (stored,) = [one for one in writer.previous.documents.values() if one.language == "de"]
        assert writer.stored(stored).document.language == "de"


def test_each_document_is_searched_by_the_stems_of_its_language(store, opened):
    wale = document("wale.txt", ["Wale", "Blauwale singen.", "Die Häuser sind alt."], language="de")
    publish(store, [(wale, [UP, EAST, EAST]), (WHALES, [UP, EAST, EAST])])
    reader = opened()
    rows = {path: reader.documents()[n].rows.start for n, path in enumerate(("wale", "whales"))}
    found = reader.shortlist(EAST, ["haus"], scope=EVERYTHING, k=9)
    assert found.ids[0] == rows["wale"] + 2
    assert found.lexical[0] > 0
    both = reader.shortlist(EAST, ["krill"], variants={"krill": ["haus"]}, scope=EVERYTHING, k=9)
    said = dict(zip(both.ids.tolist(), both.lexical.tolist(), strict=True))
    assert said[rows["wale"] + 2] > 0
    assert said[rows["whales"] + 1] > 0


def test_a_variant_counts_as_the_word_itself(store, opened):
    lines = ["Whales", "Blue whales eat krill.", "They sing in winter."]
    publish(store, [(document("a.txt", lines), [UP, EAST, NORTH])])
    reader = opened()
    one = reader.shortlist(EAST, ["krill"], scope=EVERYTHING, k=9)
    other = reader.shortlist(
        EAST, ["nothing"], variants={"nothing": ["krill"]}, scope=EVERYTHING, k=9
    )
    assert other.ids.tolist() == one.ids.tolist()
    assert other.lexical == pytest.approx(one.lexical, abs=1e-6)
    rare = reader.rarity(["nothing"], variants={"nothing": ["krill"]})
    assert rare == pytest.approx(reader.rarity(["krill"]), abs=1e-6)


def test_places_say_where_sentences_stand(store, opened):
    publish(store, BOTH)
    reader = opened()
    for row, sentence in enumerate(sentences_of(ROME)):
        (place,) = reader.places([row])
        assert (place.id, place.document, place.block) == (row, 0, sentence.block)
        assert (place.start, place.end) == (sentence.start, sentence.end)
        assert (place.first_line, place.last_line) == (row + 1, row + 1)
        assert place.block_ids == (range(1) if row == 0 else range(1, 4))
    assert [place.id for place in reader.places([6, 2, 2])] == [6, 2, 2]
    assert reader.places([]) == ()


def test_the_sentences_of_a_span_are_those_that_share_a_character(store, opened):
    publish(store, BOTH)
    reader = opened()
    whales = reader.documents()[1]
    places = [(one.start, one.end) for one in sentences_of(WHALES)]
    for start in range(len(WHALES.text)):
        for end in range(start + 1, len(WHALES.text) + 1):
            touched = [4 + n for n, (a, b) in enumerate(places) if a < end and b > start]
            assert list(reader.within(whales.id, start, end)) == touched
    assert len(reader.within(whales.id, 999, 1000)) == 0


def test_tokens_come_in_the_order_asked_for(store, opened):
    publish(store, BOTH)
    tokens = opened().tokens(np.array([2, 0, 4, 6, 2]))
    # Of the sentences of a document the first has no tokens, the second one, the third two.
    assert tokens.offsets.tolist() == [0, 2, 2, 2, 4, 6]
    rows = expand(tokens.values, 3) * tokens.scales[:, np.newaxis]
    expected = [unit(0, 1, 1)] * 2 + [unit(1, 1, 0)] * 2 + [unit(0, 1, 1)] * 2
    assert rows == pytest.approx(np.stack(expected), abs=1e-3)
    assert opened().tokens(np.empty(0, np.int64)).offsets.tolist() == [0]


def test_a_title_is_known_for_each_sentence_of_its_document(store, opened):
    with store.begin(SPEC) as writer:
        for (made, vectors), first in ((BOTH[1], Role.STATEMENT), (BOTH[0], Role.TITLE)):
            own, roles = features(vectors), (first, *[Role.STATEMENT] * (len(vectors) - 1))
            numbers = np.array([tuple(Role).index(one) for one in roles], np.int8)
            own = replace(own, per_sentence={**own.per_sentence, ROLE: numbers})
            writer.add(made, sentences_of(made), [own], sha256=f"of {made.path}")
        writer.publish()
    reader = opened()
    # The four sentences of the first have no title, the fourth is the title of the second.
    assert reader.titles(np.array([6, 0, 4, 3, 5])).tolist() == [4, -1, 4, -1, 4]
    assert reader.titles(np.empty(0, np.int64)).tolist() == []


def test_without_roles_there_are_no_titles(store, opened):
    publish(store, BOTH)
    assert opened().titles(np.arange(7)).tolist() == [-1] * 7


def test_the_best_of_both_kinds_of_evidence_come_first(store, opened):
    publish(store, BOTH)
    reader = opened()
    found = reader.shortlist(EAST, ["whale"], scope=EVERYTHING, k=10)
    # Titles are not among them.
    assert sorted(found.ids.tolist()) == [1, 2, 3, 5, 6]
    assert texts(reader, found.ids[:2]) == ["Blue whales eat krill.", "They sing in winter."]
    both = found.dense + found.lexical
    assert (np.diff(both) <= 1e-6).all()
    dense = dict(zip(found.ids.tolist(), found.dense.tolist(), strict=True))
    assert dense == pytest.approx({5: 1, 6: 0.5**0.5, 3: 0.5**0.5, 1: 0, 2: 0}, abs=1e-3)
    lexical = dict(zip(found.ids.tolist(), found.lexical.tolist(), strict=True))
    assert lexical[1] == pytest.approx(lexical[2], abs=0.2)  # It stands beside "Whales were …".
    assert all(0 <= share < 1 for share in lexical.values())
    assert found.contexts.tolist() == [0 if row < 4 else 4 for row in found.ids.tolist()]


def test_words_alone_find_where_there_is_no_vector(store, opened):
    publish(store, BOTH)
    reader = opened()
    found = reader.shortlist(np.zeros_like(EAST), ["krill"], scope=EVERYTHING, k=10)
    assert "Blue whales eat krill." in texts(reader, found.ids[:2])
    assert not found.dense.any()


def test_no_more_than_wanted(store, opened):
    publish(store, BOTH)
    found = opened().shortlist(EAST, ["whale"], scope=EVERYTHING, k=2)
    assert found.ids.tolist() == [5, 6]
    assert len(opened().shortlist(EAST, [], scope=EVERYTHING, k=0)) == 0


@pytest.mark.parametrize(
    ("scope", "ids"),
    [
        (ONLY_ROME, {1, 2, 3}),
        (Scope(collections=frozenset({""})), {5, 6}),
        (Scope(collections=frozenset({"", "history"})), {1, 2, 3, 5, 6}),
        (Scope(collections=frozenset({""}), documents=frozenset({"rome.txt"})), set()),
        (Scope(documents=frozenset({"nowhere.txt"})), set()),
    ],
)
def test_a_scope_is_all_there_is(store, opened, scope, ids):
    publish(store, BOTH)
    reader = opened()
    for vector, terms in ((EAST, ["whale"]), (NORTH, []), (UP, ["unheard"])):
        found = reader.shortlist(vector, terms, scope=scope, k=10)
        assert set(found.ids.tolist()) == ids
        assert len(found) == len(ids)
    assert {one.path for one in reader.documents(scope)} == {
        reader.document(place.document).path for place in reader.places(sorted(ids))
    }


def test_titles_are_found_where_a_scope_holds_nothing_else(store, opened):
    publish(store, [*BOTH, (document("bare.txt", ["Just a title"]), [UP])])
    bare = Scope(documents=frozenset({"bare.txt"}))
    reader = opened()
    assert texts(reader, reader.shortlist(UP, [], scope=bare, k=5).ids) == ["Just a title"]
    assert len(reader.shortlist(UP, [], scope=EVERYTHING, k=50)) == 5


def test_rare_words_are_rarer(store, opened):
    publish(store, BOTH)
    unseen, once, often = opened().rarity(["unheard", "krill", "whale"]).tolist()
    assert unseen == 1 > once > often > 0
    assert opened().rarity([]).tolist() == []


def test_an_index_may_be_empty_and_filled_again(store, opened):
    publish(store, BOTH)
    info = publish(store, [])
    assert (info.documents, info.sentences) == (0, 0)
    reader = opened()
    assert reader.documents() == ()
    assert len(reader.shortlist(EAST, ["krill"], scope=EVERYTHING, k=5)) == 0
    assert len(reader.shortlist(EAST, ["krill"], scope=ONLY_ROME, k=5)) == 0
    assert reader.rarity(["krill", "fire"]).tolist() == [1.0, 1.0]
    with store.begin(SPEC) as writer:
        assert dict(writer.previous.documents) == {}
    publish(store, BOTH)
    assert len(opened().documents()) == 2


def test_the_next_index_sees_the_last_one_and_can_keep_its_documents(store, opened):
    first = publish(store, BOTH)
    with store.begin(SPEC) as writer:
        previous = writer.previous
        assert previous.build_id == first.build_id
        assert previous.spec == SPEC
        assert set(previous.documents) == {"rome.txt", "whales.txt"}
        content = writer.stored(previous.documents["whales.txt"])
        assert content.document == WHALES
        assert content.sentences == sentences_of(WHALES)
        assert np.array_equal(content.features.vectors, features(BOTH[0][1]).vectors)
        writer.keep(previous.documents["whales.txt"])
        second = writer.publish()
    assert store.current() == second.build_id != first.build_id
    assert set(store.builds()) == {first.build_id, second.build_id}
    reader = opened()
    assert [one.path for one in reader.documents()] == ["whales.txt"]
    found = reader.shortlist(EAST, ["krill"], scope=EVERYTHING, k=1)
    assert texts(reader, found.ids) == ["Blue whales eat krill."]


def test_what_is_not_published_was_never_there(store, opened):
    first = publish(store, BOTH)
    with store.begin(SPEC) as writer:
        writer.add(WHALES, sentences_of(WHALES), [features([UP, UP, UP])], sha256="s")

    def fail():
        with store.begin(SPEC) as writer:
            writer.add(WHALES, sentences_of(WHALES), [features([UP, UP, UP])], sha256="s")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert store.builds() == (store.current(),) == (first.build_id,)
    assert opened().info.documents == 2


def test_an_open_index_stays_as_it_was(store, opened):
    publish(store, BOTH)
    old = opened()
    publish(store, BOTH[:1])
    publish(store, BOTH[:1])
    assert len(old.documents()) == 2
    assert old.text(0) == ROME.text
    assert len(old.shortlist(NORTH, ["fire"], scope=ONLY_ROME, k=5)) == 3


def test_it_is_possible_to_go_back_and_forth(store, opened):
    first = publish(store, BOTH)
    second = publish(store, BOTH[:1])
    store.rollback(first.build_id)
    assert store.current() == first.build_id
    assert len(opened().documents()) == 2
    store.rollback(second.build_id)
    assert store.current() == second.build_id
    with pytest.raises(IndexNotFoundError):
        store.rollback("20200101T000000-00000000")
    assert store.current() == second.build_id


def test_features_have_to_be_in_step(store):
    with pytest.raises(ValueError, match=r"whales\.txt"), store.begin(SPEC) as writer:
        writer.add(WHALES, sentences_of(WHALES), [features([UP, UP])], sha256="s")
    assert store.builds() == ()


def test_one_writes_at_a_time(store):
    waited, inside, leave = [], threading.Event(), threading.Event()

    def write():
        with store.begin(SPEC):
            inside.set()
            leave.wait(30)

    thread = threading.Thread(target=write)
    thread.start()
    assert inside.wait(30)
    with pytest.raises(IndexBusyError), store.begin(SPEC, timeout=0):
        pass

    def let_go():
        waited.append(True)
        leave.set()

    with store.begin(SPEC, waiting=let_go) as writer:
        assert writer.previous is None
    thread.join(30)
    assert waited == [True]


WORD = st.sampled_from("whale krill fire rome sing burn".split())
WORDS = st.lists(WORD, max_size=5)
NUMBERS = st.tuples(*[st.integers(-3, 3)] * 3).filter(any)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    corpus=st.lists(
        st.lists(st.tuples(WORDS, NUMBERS), min_size=1, max_size=6), min_size=1, max_size=5
    ),
    vector=NUMBERS,
    terms=WORDS,
    variants=st.dictionaries(WORD, st.lists(WORD, min_size=1, max_size=2), max_size=2),
    chosen=st.frozensets(st.integers(0, 4)),
    k=st.integers(1, 30),
)
def test_every_store_finds_what_the_definitions_say(
    new_store, corpus, vector, terms, variants, chosen, k
):
    """As the store in memory, which looks at everything."""
    documents = []
    for n, own in enumerate(corpus):
        lines = [" ".join(words) or "Empty." for words, _ in own]
        vectors = [unit(*numbers) for _, numbers in own]
        documents.append((document(f"{n}.txt", [f"Title {n}", *lines]), [UP, *vectors]))
    scope = Scope(documents=frozenset(f"{n}.txt" for n in chosen))
    plain, other = MemoryIndexStore(), new_store()
    found = []
    for one in (plain, other):
        publish(one, documents)
        reader = one.open()
        got = reader.shortlist(unit(*vector), terms, variants=variants, scope=scope, k=k)
        found.append((got, reader.rarity(terms, variants=variants)))
        reader.close()
    (expected, rarity), (got, other_rarity) = found
    assert got.dense + got.lexical == pytest.approx(expected.dense + expected.lexical, abs=1e-5)
    assert other_rarity == pytest.approx(rarity, abs=1e-6)
    known = dict(zip(expected.ids.tolist(), expected.dense.tolist(), strict=True))
    for row, dense in zip(got.ids.tolist(), got.dense.tolist(), strict=True):
        # Of equal ones any may be left out.
        assert dense == pytest.approx(known.get(row, dense), abs=1e-5)


def test_of_a_build_that_was_not_killed_nothing_is_unfinished(store):
    publish(store, BOTH)
    with store.begin(SPEC) as writer:
        assert dict(writer.unfinished) == {}
        with pytest.raises(ValueError, match=r"whales\.txt|nothing to go on with"):
            writer.resume(writer.previous.documents["whales.txt"])
    with store.begin(SPEC) as writer:
        assert dict(writer.unfinished) == {}


@pytest.fixture
def published(store, opened):
    """A reader of both documents."""
    publish(store, BOTH)
    return opened()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    terms=st.lists(st.sampled_from(["rome", "fire", "whale", "krill", "nowhere"]), unique=True),
    aliases=st.lists(st.sampled_from(["winter", "none"]), unique=True),
    scope=st.sampled_from([EVERYTHING, ONLY_ROME]),
    other=st.sampled_from([EVERYTHING, ONLY_ROME]),
    k=st.integers(1, 9),
)
def test_what_is_prepared_changes_nothing_of_a_shortlist(
    published, terms, aliases, scope, other, k
):
    asked = {"aliases": aliases, "variants": {"fire": ["whale"]}}
    expected = published.shortlist(NORTH, terms, **asked, scope=scope, k=k)
    published.prepare(terms, **asked, scope=scope, k=k)
    published.prepare(terms, scope=other, k=k)
    found = published.shortlist(NORTH, terms, **asked, scope=scope, k=k)
    assert found.ids.tolist() == expected.ids.tolist()
    assert found.lexical.tolist() == expected.lexical.tolist()
    assert found.dense.tolist() == expected.dense.tolist()
