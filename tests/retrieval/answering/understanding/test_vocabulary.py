from retrieval.answering.understanding.vocabulary import WordTable


def test_words_are_counted_without_case_possessive_or_digits() -> None:
    table = WordTable.of(["The library's books. Library of 1962", "libraries' e5 of"])
    assert table.count("library") == 2
    assert table.count("libraries") == 1
    assert table.count("books") == 1
    assert table.count("of") == table.count("1962") == table.count("e5") == 0


def test_another_form_of_a_word_is_known_too() -> None:
    table = WordTable.of(["it can be renewed"])
    assert table.knows("renewed")
    assert table.knows("renewing")
    assert not table.knows("renewd")
    assert table.count("renewing") == 0


def test_a_name_is_what_is_mostly_written_with_a_capital() -> None:
    table = WordTable.of(["Paris and Rome. Paris is cold, cold is Rome", "Cold days"])
    assert table.names("paris")
    assert not table.names("cold")
    assert not table.names("unknown")


def test_words_are_found_by_their_length() -> None:
    table = WordTable.of(["one three seven eleven"])
    assert sorted(table.of_length(5)) == ["seven", "three"]
    assert list(table.of_length(9)) == []
