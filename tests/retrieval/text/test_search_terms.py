from retrieval.text.search_terms import search_terms, windows


def test_windows_stay_inside_their_context_and_carry_the_title():
    assert windows(["a", "b", "c", "d"], [0, 0, 0, 3], "T") == ["a b T", "a b c T", "b c T", "d T"]


def test_terms_are_stems_without_the_commonest_words():
    assert search_terms("The cats were Running, and the cat's run!") == [
        "cat",
        "were",
        "run",
        "cat",
        "s",
        "run",
    ]
