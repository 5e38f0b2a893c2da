import pytest

from retrieval.training.english_shares import main, shares

LINES = ["the 600", "run 30", "running 10", "who 20", "zyx 0", "", "rest 340"]


def test_forms_of_a_word_are_counted_together_and_stop_words_left_out():
    found = shares(LINES)
    # 40 of 1,000 words are forms of "run": a text of sixty words has none of it .96^60 of the time.
    assert found["run"] == pytest.approx(1 - 0.96**60)
    assert found["who"] == pytest.approx(1 - 0.98**60)
    assert "the" not in found
    assert "zyx" not in found
    assert list(found) == ["rest", "run", "who"]


def test_the_table_is_written(tmp_path):
    (tmp_path / "words.txt").write_text("\n".join(LINES), encoding="utf-8")
    main([str(tmp_path / "words.txt"), "--out", str(tmp_path / "table.txt")])
    lines = (tmp_path / "table.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")][1] == "run 0.914"
