"""Words of languages without blanks, by the libraries that cut them."""

import os
import subprocess
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import pytest

from retrieval.text.languages.word_cutters import cutter_of, cutters, languages_cut
from retrieval.text.search_terms import search_terms

ROOT = Path(__file__).parents[4]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
SENTENCES = {
    # Pairs stand inside of words: "学的" would be half of "大学" and what follows it.
    "zh": ("北京大学的学生成立了协会", ["北京", "京大", "大学", "学生", "成立", "协会"]),
    # Particles and endings are left out, and verbs are in their base form.
    "ja": ("図書館は午前に開きました", ["図書", "館", "午前", "開く"]),
    # "ด" and "เ" stand side by side, but in two words.
    "th": ("สมุดเปิดวัน", ["สม", "มุ", "ุด", "เป", "ปิ", "ิด", "วั", "ัน"]),
}
LOADING = """
import sys
from retrieval.text.search_terms import search_terms
search_terms("The mill grinds spelt.")
search_terms("Мельница мелет полбу.", "ru")
cutting = {"rjieba", "sudachipy", "pythainlp"}
assert not cutting & sys.modules.keys(), "loaded before it is needed"
for text, language in (("图书馆", "zh"), ("図書館", "ja"), ("ห้องสมุด", "th")):
    assert search_terms(text, language)
"""


@pytest.mark.parametrize("language", SENTENCES)
def test_words_are_cut_where_a_library_is_installed(language, words_are_cut):
    sentence, terms = SENTENCES[language]
    in_pairs = [sentence[at : at + 2] for at in range(len(sentence) - 1)]
    assert search_terms(sentence, language) == in_pairs
    words_are_cut(language)
    assert search_terms(sentence, language) == terms


def test_the_cutters_of_an_index_are_told_by_language_and_version(words_are_cut):
    assert cutters() == ""
    assert languages_cut("") == frozenset()
    words_are_cut("zh")
    assert cutters() == f"zh rjieba {version('rjieba')}"
    words_are_cut("ja")
    assert languages_cut(cutters()) == {"zh", "ja"}


@pytest.mark.parametrize("language", SENTENCES)
def test_an_extra_installs_what_cuts_a_language(language, words_are_cut):
    words_are_cut(language)
    from retrieval.text.languages.word_cutters import CUTTERS

    installed = {one.split(">=")[0] for one in EXTRAS[CUTTERS[language].extra]}
    assert installed == {name.lower() for name in CUTTERS[language].distributions}
    assert CUTTERS[language].extra in EXTRAS["words"][0]


@pytest.mark.parametrize("language", SENTENCES)
def test_a_run_without_end_is_cut_in_no_time(language, words_are_cut):
    words_are_cut(language)
    cut = cutter_of(language)
    cut(SENTENCES[language][0])
    for run in (SENTENCES[language][0][:1] * 50_000, SENTENCES[language][0] * 5_000):
        begin = time.process_time()
        assert cut(run)
        assert time.process_time() - begin < 5


@pytest.mark.parametrize("language", SENTENCES)
def test_threads_cut_alike(language, words_are_cut):
    words_are_cut(language)
    cut, sentence = cutter_of(language), SENTENCES[language][0]
    alone = cut(sentence)
    with ThreadPoolExecutor(8) as pool:
        assert all(one == alone for one in pool.map(cut, [sentence] * 200))


def test_libraries_are_loaded_late_without_a_warning_and_leave_no_file(tmp_path):
    result = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", LOADING],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
