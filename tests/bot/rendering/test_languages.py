from pathlib import Path

import pytest

from bot.rendering.languages import how_far, in_pairs, language_note, stemmed

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("names", [stemmed, in_pairs])
def test_the_readme_says_how_far_each_language_goes(names):
    assert f"| {', '.join(names())} |" in README


def test_the_help_names_all_of_them():
    assert all(name in how_far() for name in (*stemmed(), *in_pairs()))
    assert {"German", "Russian", "Turkish"} <= set(stemmed())
    assert {"Chinese", "Japanese"} <= set(in_pairs())


@pytest.mark.parametrize(
    ("code", "note"), [("de", " · German"), ("en", ""), ("", ""), ("xx", " · xx")]
)
def test_a_language_other_than_english_is_named(code, note):
    assert language_note(code) == note


def test_what_is_cut_into_words_is_not_called_pairs(words_are_cut):
    words_are_cut("zh")
    assert "Chinese" in stemmed()
    assert "Chinese" not in in_pairs()
    assert "Japanese" in in_pairs()
