from retrieval.answering.conversation.clarify import Candidate, find_choices
from retrieval.domain import Choice


def candidate(title: str, text: str, score: float = 1.0, *headings: str) -> Candidate:
    return Candidate(title=title, headings=headings, text=text, score=score)


ADAM = candidate("Adam Smith", "Smith was born in Kirkcaldy.")
JOSEPH = candidate("Joseph Smith", "Smith was born in Vermont.", 0.95)


def test_two_people_of_one_name_are_offered_as_choices():
    assert find_choices("Where was Smith born?", [ADAM, JOSEPH]) == (
        Choice(label="Adam Smith", question="Where was Smith born? (Adam Smith)"),
        Choice(label="Joseph Smith", question="Where was Smith born? (Joseph Smith)"),
    )


def test_a_choice_is_not_asked_about_again():
    assert find_choices("Where was Smith born? (Adam Smith)", [ADAM, JOSEPH]) == ()


def test_a_question_that_names_one_of_them_means_it():
    assert find_choices("Where was Joseph Smith born?", [ADAM, JOSEPH]) == ()


def test_a_clearly_better_sentence_is_the_answer():
    weak = candidate("Joseph Smith", "Smith was born in Vermont.", 0.5)
    assert find_choices("Where was Smith born?", [ADAM, weak]) == ()


def test_one_thing_said_twice_is_one_thing():
    again = candidate("Adam Smith", "Born in Kirkcaldy, Smith went to Glasgow.")
    assert find_choices("Where was Smith born?", [ADAM, again]) == ()


def test_headings_tell_things_of_one_document_apart():
    rent = candidate("Handbook", "The deposit is two months.", 1.0, "Flats")
    tools = candidate("Handbook", "The deposit is ten crowns.", 1.0, "Tools")
    assert [choice.label for choice in find_choices("How much is the deposit?", [rent, tools])] == [
        "Flats",
        "Tools",
    ]


def test_a_sentence_without_the_words_of_the_question_is_no_choice():
    other = candidate("Harbour", "The toll is two crowns.")
    deposit = candidate("Handbook", "The deposit is two months.")
    assert find_choices("How much is the deposit?", [deposit, other]) == ()


def test_nothing_found_is_nothing_to_choose_from():
    assert find_choices("Where was Smith born?", []) == ()
