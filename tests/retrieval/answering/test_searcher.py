import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.rendering.errors import for_terminal
from retrieval.answering.searcher import open_index
from retrieval.domain import Scope, SmallTalk, Span, State
from retrieval.errors import IndexNotFoundError, IndexOutdatedError, UnknownDocumentError
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.store.describe import describe_index
from retrieval.store.files.current import current_build
from retrieval.store.files.index_store import FileIndexStore
from retrieval.testing import HashEncoder

ROME = (
    "Rome\n\n"
    "The Colosseum was completed in 80 AD. It held fifty thousand people. Entry was free.\n\n"
    "Fires were common. The great fire burned for six days.\n"
)
WHALES = "# Whales\n\n## Food\n\nBlue whales eat krill. A whale’s heart weighs 180 kg.\n"


@pytest.fixture
def encoder():
    return HashEncoder()


@pytest.fixture
def searcher(seeds, write, index, encoder):
    write({"rome.txt": ROME, "sea/blue-whales.md": WHALES, "sea/fish.txt": "Fish\n\nCod swim.\n"})
    build_index(seeds, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


def quoted(searcher, hit):
    return searcher.text(hit.path)[hit.start : hit.end]


def test_the_best_hit_answers(searcher):
    ranking = searcher.rank("What do blue whales eat?", limit=3)
    assert len(ranking.hits) == 3
    assert quoted(searcher, ranking.hits[0]) == "Blue whales eat krill."
    assert [hit.score for hit in ranking.hits] == sorted(
        (h.score for h in ranking.hits), reverse=True
    )


def test_an_answer_quotes_its_document(searcher):
    answer = searcher.ask("How long did the great fire burn?")
    passage = answer.passages[0]
    text = searcher.text("rome.txt")
    assert passage.citation.path == "rome.txt"
    assert passage.citation.title == "Rome"
    assert passage.citation.first_line == passage.citation.last_line == 5
    assert text[passage.start : passage.end] == passage.text
    assert [text[s.start : s.end] for s in passage.highlights] == [
        "The great fire burned for six days."
    ]
    assert answer.build_id == searcher.info.build_id
    assert answer.question == "How long did the great fire burn?"


def test_an_answer_is_made_of_the_ranking(searcher):
    question = "How long did the great fire burn?"
    ranking, answer = searcher.rank(question, limit=2), searcher.ask(question)
    assert answer.confidence == ranking.confidence
    (first,) = answer.passages[0].highlights
    assert (first.start, first.end) == (ranking.hits[0].start, ranking.hits[0].end)
    assert len(ranking.hits) == 2


def test_a_limit_above_the_index_gives_all_of_it(searcher):
    hits = searcher.rank("whales", limit=1000).hits
    assert len({hit.sentence_id for hit in hits}) == len(hits)
    # All twelve, or all but the four titles and headings, which say nothing by themselves.
    assert 8 <= len(hits) <= searcher.info.sentences == 12


@pytest.mark.parametrize("question", ["", " ", "?!", "\0", "\ud800", "x" * 5000, "日本"])
def test_any_question_gets_an_answer(searcher, question):
    assert searcher.ask(question).question == question


def test_narrowing_looks_at_one_document_only(searcher):
    ranking = searcher.rank("What do blue whales eat?", limit=50, document="rome.txt")
    assert {hit.path for hit in ranking.hits} == {"rome.txt"}
    assert 5 <= len(ranking.hits) <= 6
    answer = searcher.ask("What do blue whales eat?", document="rome.txt")
    assert {p.citation.path for p in (*answer.passages, *answer.more)} == {"rome.txt"}
    everywhere = searcher.rank("What do blue whales eat?", limit=50)
    assert {hit.path for hit in everywhere.hits} == {d.path for d in searcher.documents()}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("rome.md", "rome.txt"),
        ("ROME.TXT", "rome.txt"),
        ("whale", "sea/blue-whales.md"),
        ("blue-wales.md", "sea/blue-whales.md"),
        ("fish.txt", "sea/fish.txt"),
    ],
)
def test_a_document_that_is_not_there_is_told_with_the_one_that_may_be_meant(
    searcher, asked, meant
):
    message = f"There is no document {asked} in the index; did you mean {meant}?"
    for ask in (
        lambda: searcher.ask("Why?", document=asked),
        lambda: searcher.rank("Why?", document=asked),
        lambda: searcher.text(asked),
        lambda: searcher.context(asked, 0, 1, sentences=1),
    ):
        with pytest.raises(UnknownDocumentError) as caught:
            ask()
        assert for_terminal(caught.value) == message


def test_a_document_like_no_other(searcher, worded):
    with pytest.raises(UnknownDocumentError, check=worded(r"`verbatim status` lists them all\.")):
        searcher.text("zzz")


def test_context_is_the_span_and_its_neighbours(searcher):
    text = searcher.text("rome.txt")
    start = text.index("It held")
    end = start + len("It held fifty thousand people.")
    for sentences, shown in (
        (0, "It held fifty thousand people."),
        (1, "The Colosseum was completed in 80 AD. It held fifty thousand people. Entry was free."),
        (2, text[: text.index(" The great fire")]),
        (100, text.rstrip()),
    ):
        passage = searcher.context("rome.txt", start, end, sentences=sentences)
        assert passage.text == shown == text[passage.start : passage.end]
        assert passage.highlights == (Span(start=start, end=end),)
        assert (passage.citation.first_line, passage.citation.last_line) == (3, 3)


def test_context_of_a_part_of_two_sentences_shows_both(searcher):
    text = searcher.text("rome.txt")
    passage = searcher.context("rome.txt", text.index("people."), text.index("free."), sentences=0)
    assert passage.text == "It held fifty thousand people. Entry was free."
    assert len(passage.highlights) == 2


def test_context_knows_the_headings(searcher):
    text = searcher.text("sea/blue-whales.md")
    start = text.index("Blue whales")
    assert searcher.context(
        "sea/blue-whales.md", start, start + 4, sentences=0
    ).citation.headings == ("Food",)


@pytest.mark.parametrize(
    ("start", "end", "sentences"), [(4, 6, 1), (10_000, 10_001, 1), (6, 9, -1)]
)
def test_context_of_nothing_is_a_mistake(searcher, start, end, sentences):
    with pytest.raises(ValueError, match=r"no sentence of rome\.txt"):
        searcher.context("rome.txt", start, end, sentences=sentences)


def test_the_list_of_sources(searcher, index):
    infos = searcher.documents()
    assert [(d.path, d.title, d.sentences) for d in infos] == [
        ("rome.txt", "Rome", 6),
        ("sea/blue-whales.md", "Whales", 4),
        ("sea/fish.txt", "Fish", 2),
    ]
    assert infos[0].characters == len(ROME)
    assert searcher.info.sentences == sum(d.sentences for d in infos) == 12
    assert describe_index(open_store(index), verify=True) == (searcher.info, infos)


def test_a_searcher_keeps_its_build(searcher, seeds, write, index, encoder):
    """Even when that build has been removed: two have been published since."""
    build_id = searcher.info.build_id
    for number in range(3):
        write({"rome.txt": f"Rome\n\nThis is another text, number {number}.\n"})
        build_index(seeds, FileIndexStore(index, keep=2), encoder)
    assert current_build(index) != build_id
    assert not (index / "builds" / build_id).exists()
    answer = searcher.ask("How long did the great fire burn?")
    assert answer.build_id == build_id
    assert "six days" in answer.passages[0].text
    assert searcher.text("rome.txt") == ROME
    assert searcher.documents()[0].characters == len(ROME)


def test_many_threads_ask_at_once(searcher):
    questions = ["How long did the great fire burn?", "What do whales eat?", "Do cod swim?"] * 20
    alone = [searcher.ask(question) for question in questions]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(searcher.ask, questions)) == alone


def test_no_index_yet(index, encoder, worded):
    with pytest.raises(IndexNotFoundError, check=worded("verbatim index")):
        open_index(index, encoder)
    with pytest.raises(IndexNotFoundError, check=worded("verbatim index")):
        describe_index(open_store(index))


def test_another_model_is_named(searcher, index, worded):
    with pytest.raises(
        IndexOutdatedError,
        check=worded(r"with the model hash, and larger is used now; run `verbatim"),
    ):
        open_index(index, HashEncoder(name="larger"))
    with pytest.raises(
        IndexOutdatedError,
        check=worded(r"with the model hash, and its files have changed since; run"),
    ):
        open_index(index, HashEncoder(dimension=64))


def test_another_recipe_is_outdated_but_another_splitter_still_answers(
    searcher, index, encoder, monkeypatch, worded
):
    monkeypatch.setattr("retrieval.indexing.spec.splitter_version", lambda: "another")
    with open_index(index, encoder) as opened:
        assert opened.info.build_id == searcher.info.build_id
    monkeypatch.setattr("retrieval.indexing.spec.RECIPE", "another")
    with pytest.raises(
        IndexOutdatedError, check=worded(r"another version of Verbatim; run `verbatim")
    ):
        open_index(index, encoder)


def test_opening_is_quick_and_does_not_grow_with_the_text(seeds, write, index, encoder):
    """Ten thousand sentences within 0.15 s, by a wide margin on an idle machine."""
    write(
        {
            f"{n}.txt": "\n\n".join("One two. Three four. Five." for _ in range(34))
            for n in range(98)
        }
    )
    build_index(seeds, index, encoder)
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        with open_index(index, encoder) as opened:
            seconds.append(time.perf_counter() - started)
            assert opened.info.sentences == 98 * 34 * 3
    assert min(seconds) < 0.3


def test_small_talk_quotes_nothing_and_offers_nothing(searcher):
    answer = searcher.ask("thanks a lot!")
    ranking = searcher.rank("thanks a lot!")
    assert answer.small_talk is SmallTalk.THANKS
    assert not answer.answered
    assert ranking.hits == answer.passages == answer.more == answer.choices == ()
    assert answer.question == "thanks a lot!"


def test_what_can_be_asked_is_told_by_titles_and_questions_that_have_an_answer(searcher):
    answer = searcher.ask("what can you answer?")
    assert answer.small_talk is SmallTalk.ABILITIES
    assert answer.titles == ("Rome", "Whales", "Fish")
    assert len(searcher.suggest(answer)) <= 3
    assert answer.passages == ()


def test_the_questions_to_begin_with_are_answered_by_what_they_were_made_of(
    seeds, write, index, encoder
):
    fillers = " ".join(f"Gulls nest on rock number {number}." for number in range(20))
    write(
        {
            "pell.txt": "Pell\n\n" + fillers + "\n\nThe lighthouse of Pell was built in 1853.\n\n"
            "The lighthouse of Pell was designed by Ada Brown.\n",
            "tower.txt": "Tower\n\nThe tower has 199 steps.\n",
        }
    )
    build_index(seeds, index, encoder)
    with open_index(index, encoder) as opened:
        questions = opened.first_questions()
        assert "Who designed the lighthouse of Pell?" in questions
        assert len(questions) <= 3
        for question in questions:
            answer = opened.ask(question)
            assert answer.state is State.ANSWER
            assert answer.passages[0].citation.path == "pell.txt"
        assert opened.suggest(opened.ask("what can you answer?")) == questions
        assert opened.within(Scope(documents=frozenset({"tower.txt"}))).first_questions() == ()
        assert opened.first_questions() == opened.first_questions()


def test_the_questions_of_a_document_are_the_first_to_begin_with(seeds, write, index, encoder):
    write(
        {
            "faq.md": "# Boat hire\n\n## Opening hours\n\nThe hut opened in 1990.\n\n"
            "## How do I cancel a booking?\n\nSend a mail to the hut before noon.\n\n"
            "**Q: Are dogs allowed on the boats?**\n\nDogs are allowed on a lead.\n\n"
            "## Is anybody there?\n"
        }
    )
    build_index(seeds, index, encoder)
    with open_index(index, encoder) as opened:
        questions = opened.first_questions()
        assert questions[:2] == (
            "How do I cancel a booking?",
            "Are dogs allowed on the boats?",
        )
        assert "Is anybody there?" not in questions
        after = opened.suggest(opened.ask("How do I cancel a booking?"))
        assert "How do I cancel a booking?" not in after


def test_courtesy_and_slips_change_nothing_but_the_wording(searcher):
    plain = searcher.ask("How long did the great fire burn?")
    polite = searcher.ask("Hi all! How long did the great fire burn? Thanks!")
    assert polite.passages == plain.passages
    assert polite.confidence == plain.confidence
    assert polite.question == "Hi all! How long did the great fire burn? Thanks!"
    assert polite.understood_as is None
    slip = searcher.ask("How long did the great fier burn?")
    assert slip.understood_as == "How long did the great fire burn?"
    assert slip.passages == plain.passages


def test_two_questions_are_answered_each(searcher):
    question = "How long did the great fire burn and what do blue whales eat?"
    ranking, answer = searcher.rank(question), searcher.ask(question)
    assert answer.question == question
    assert [part.question for part in answer.parts] == [
        "How long did the great fire burn?",
        "what do blue whales eat?",
    ]
    first, second = ranking.hits[:2]
    assert quoted(searcher, first) == "The great fire burned for six days."
    assert quoted(searcher, second) == "Blue whales eat krill."


def test_who_wrote_a_document_is_read_from_its_byline(seeds, write, index, encoder):
    write({"a.txt": "Rome\n\nThe fire burned for six days.\n\nAuthor: Livia Drusilla\n"})
    build_index(seeds, index, encoder)
    with open_index(index, encoder) as opened:
        answer = opened.ask("hi, who wrote this article?")
        (passage,) = answer.passages
        text = opened.text("a.txt")
        assert answer.answered
        assert [text[s.start : s.end] for s in passage.highlights] == ["Author: Livia Drusilla"]
        assert opened.ask("what is this about?").passages[0].text.startswith("The fire burned")


def test_which_document_is_meant_is_not_guessed(searcher):
    answer = searcher.ask("what is this about?")
    assert answer.parts == ()
    assert answer.confidence.probability < 0.95
    known = searcher.ask("what is this about?", document="sea/blue-whales.md")
    assert known.answered
    assert known.passages[0].citation.path == "sea/blue-whales.md"


@pytest.mark.parametrize("name", ["rome.txt", "./rome.txt", "sea/../rome.txt", "Rome", " rome "])
def test_a_document_goes_by_its_path_or_its_title(searcher, name):
    assert searcher.text(name) == ROME
    hits = searcher.rank("What burned?", document=name, limit=50).hits
    assert {hit.path for hit in hits} == {"rome.txt"}
