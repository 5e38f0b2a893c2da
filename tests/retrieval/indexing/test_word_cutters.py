"""An index remembers how its words were cut, and is asked only with such questions."""

import pytest

from retrieval.answering.searcher import open_index
from retrieval.errors import IndexOutdatedError
from retrieval.indexing.build import build_index
from retrieval.testing import HashEncoder

LIBRARY = "图书馆规则\n\n读者每次最多可以借五本书。逾期还书每天罚款两元。\n\n图书馆星期一不开放。\n"


def test_an_index_is_made_anew_when_words_are_cut_from_now_on(seeds, write, index, words_are_cut):
    write({"library.txt": LIBRARY})
    build_index(seeds, index, HashEncoder())
    open_index(index, HashEncoder()).close()

    words_are_cut("zh")
    with pytest.raises(IndexOutdatedError) as refused:
        open_index(index, HashEncoder())
    assert str(refused.value).startswith(
        "The index has its Chinese cut into pairs of characters, and what the extra 'chinese' "
        "installs is here now"
    )

    report = build_index(seeds, index, HashEncoder())
    # Words are counted anew, and no sentence is embedded again.
    assert (report.unchanged, report.embedded) == (("library.txt",), 0)
    with open_index(index, HashEncoder()) as searcher:
        assert "星期一" in searcher.text("library.txt")
        assert searcher.rank("图书馆什么时候不开放？").hits


def test_an_index_of_words_is_not_asked_in_pairs(seeds, write, index, words_are_cut, monkeypatch):
    from retrieval.text.languages.word_cutters import CUTTERS

    write({"library.txt": LIBRARY})
    words_are_cut("zh")
    build_index(seeds, index, HashEncoder())
    # What is installed stays known, and can't be imported any more.
    monkeypatch.setattr("retrieval.text.languages.word_cutters.find_spec", lambda name: None)
    assert "zh" in CUTTERS
    with pytest.raises(IndexOutdatedError) as refused:
        open_index(index, HashEncoder())
    assert "Chinese cut into words, and what the extra 'chinese' installs is not here now" in str(
        refused.value
    )


def test_documents_in_other_languages_are_asked_as_before(seeds, write, index, words_are_cut):
    write({"mill.txt": "The mill grinds spelt, which is an old kind of wheat.\n"})
    build_index(seeds, index, HashEncoder())
    words_are_cut("zh")
    with open_index(index, HashEncoder()) as searcher:
        assert searcher.rank("what does the mill grind").hits
