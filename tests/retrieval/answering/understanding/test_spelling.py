import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.understanding.spelling import correct
from retrieval.answering.understanding.vocabulary import WordTable

TEXT = (
    "The library opens at nine. Membership costs 25 euros. A loan can be renewed twice. "
    "The newsletter is edited by Runa Adebar in Ostervik. The wars and the siege were long. "
    "An emberfall ranking of colonies and their environmental policy."
)
WORDS = WordTable.of([TEXT])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("when does the libary open", "when does the library open"),
        ("how often can a loan be renewd", "how often can a loan be renewed"),
        ("who edits the newsltter?", "who edits the newsletter?"),
        ("how much does memebrship cost", "how much does membership cost"),
        ("Libary hours", "Library hours"),
        ("waht is the fee", "what is the fee"),
        ("when were the wras", "when were the wars"),
        ("who lives in Ostervick?", "who lives in Ostervik?"),
        ("the enviromnetal policy", "the environmental policy"),
    ],
)
def test_a_slip_is_read_as_the_word_of_the_documents(typed: str, meant: str) -> None:
    assert correct(typed, WORDS).question == meant


@pytest.mark.parametrize(
    "question",
    [
        "can minors join the chess club",  # common words that the documents lack
        "who is Runo",  # short, and another name
        "what does ERR_LIBARY mean",
        "open libary.txt",
        "set LIBARY to 3",
        "the renewing of a loan",  # another form of a word that they use
        "does kubectl work",  # near nothing
        "libRary",
    ],
)
def test_a_word_that_is_only_absent_is_left_alone(question: str) -> None:
    spelled = correct(question, WORDS)
    assert spelled.question == question
    assert spelled.corrections == ()


def test_a_correction_says_where_it_was_made() -> None:
    (one,) = correct("Is the libary's door open", WORDS).corrections
    assert (one.start, one.end, one.typed, one.meant) == (7, 13, "libary", "library")


def test_swapped_letters_are_likelier_than_a_changed_one() -> None:
    table = WordTable.of(["form form form form from"])
    assert correct("forn", table).question == "form"
    assert correct("the brid", WordTable.of(["bride bird"])).question == "the bird"


@given(st.text())
def test_spans_point_into_the_question_and_everything_else_stays(question: str) -> None:
    spelled = correct(question, WORDS)
    rebuilt, last = "", 0
    for one in spelled.corrections:
        assert question[one.start : one.end] == one.typed
        assert WORDS.knows(one.meant.casefold()) or one.meant.islower() or one.meant.istitle()
        rebuilt += question[last : one.start] + one.meant
        last = one.end
    assert rebuilt + question[last:] == spelled.question


@given(st.lists(st.sampled_from(TEXT.replace(".", "").split())).map(" ".join))
def test_words_of_the_documents_are_never_changed(question: str) -> None:
    assert correct(question, WORDS).question == question


GERMAN = "Wann wurde das Kloster gebaut und wer hat den Bau der Kirche bezahlt? "


def test_only_english_is_corrected():
    german = WordTable.of([GERMAN * 40])
    assert not german.english
    assert correct("when was the Klostr built", german).corrections == ()
    assert WordTable.of([TEXT * 40]).english
    # Not half of it is English, though "libary" is near a word of the documents.
    assert correct("wer bezahlte diese libary gestern", WORDS).corrections == ()
