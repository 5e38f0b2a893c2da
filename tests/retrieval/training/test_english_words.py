from retrieval.training.english_words import common_words, main


def test_common_words_and_whole_pieces_are_kept():
    frequencies = ["house 90000", "hosue 60", "let's 80000", "of 99999999", "naïve 90000"]
    vocabulary = ["[CLS]", "##ing", "krill", "house", "ab", "志", "1984"]
    assert common_words(frequencies, vocabulary) == ["house", "krill"]


def test_the_file_says_where_its_words_are_from(tmp_path):
    (tmp_path / "f.txt").write_text("house 90000\n", encoding="utf-8-sig")
    (tmp_path / "v.txt").write_text("krill\n", encoding="utf-8")
    out = tmp_path / "words.txt"
    main([str(tmp_path / "f.txt"), str(tmp_path / "v.txt"), "--out", str(out)])
    lines = out.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["house", "krill"]
    assert any("MIT licence" in line for line in lines)
