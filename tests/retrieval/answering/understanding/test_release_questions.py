import pytest

from retrieval.answering.understanding.release_questions import ReleaseWish, release_question
from retrieval.text.versions import version_of


@pytest.mark.parametrize(
    ("question", "wish", "version"),
    [
        ("When was version 2.4.0 released?", ReleaseWish.DATE, "2.4.0"),
        ("when did 1.2 come out", ReleaseWish.DATE, "1.2"),
        ("release date of v3", ReleaseWish.DATE, "3"),
        ("when was the latest update published", ReleaseWish.DATE, None),
        ("What changed in 2.3.1?", ReleaseWish.CHANGES, "2.3.1"),
        ("what's new in the newest release?", ReleaseWish.CHANGES, None),
        ("patch notes 1.1.2", ReleaseWish.CHANGES, "1.1.2"),
        ("Which changes did version 3.1 bring?", ReleaseWish.CHANGES, "3.1"),
        ("What is the latest version?", ReleaseWish.VERSION, None),
        ("what's the newest firmware", ReleaseWish.VERSION, None),
        ("what was added in season 7", ReleaseWish.CHANGES, "7"),
        ("newest release", ReleaseWish.VERSION, None),
        ("which version is the most recent?", ReleaseWish.VERSION, None),
    ],
)
def test_questions_about_a_release(question, wish, version):
    found = release_question(question)
    assert found.wish is wish
    assert found.version == (None if version is None else version_of(version))
    assert not found.about


@pytest.mark.parametrize(
    "question",
    [
        "which version removed Python 3.8",
        "who released 2.4.0?",
        "how do I update to 2.4?",
        "what changed in the new kitchen rota",
        "when is the last tram?",
        "what is the difference between 1.0 and 1.1",
        "does 1.1 fix the leak?",
        "what is 2.5 times 4",
    ],
)
def test_other_questions(question):
    assert release_question(question) is None


def test_what_is_released_and_which_changes_are_kept():
    assert release_question("what is the newest version of tidewatch?").about == {"tidewatch"}
    assert release_question("what was removed in 2.1.0?").kinds == {"remov"}
    assert not release_question("what changed in 2.1.0?").kinds
