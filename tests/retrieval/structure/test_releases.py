"""Which lines begin a release, and which only look like it."""

import pytest

from retrieval.structure.releases import keeps_releases, release_in
from retrieval.text.versions import version_of


@pytest.mark.parametrize(
    ("line", "version", "dated"),
    [
        ("[2.4.0] - 2024-05-17", "2.4.0", True),
        ("1.1.12 – 2025-03-06", "1.1.12", True),
        ("v3.0 (2 January 2024)", "3.0", True),
        ("17 May 2024 – Version 2.4", "2.4", True),
        ("Kiln Studio v1.4.0 released on May 3, 2024", "1.4", True),
        ("[1.0.0](https://kiln.example/v1.0.0) (2023-01-01)", "1.0.0", True),
        ("Version 12", "12", False),
        ('Release 5.2 "Hazel"', "5.2", False),
        ("1.0-rc.2", "1.0-rc.2", False),
        ("Firmware 4.31 / 09.03.2021", "4.31", True),
        ("Season 7 – 2024-11-30", "7", True),
    ],
)
def test_a_release_is_read_with_its_version(line, version, dated):
    found = release_in(line)
    assert (found.version, found.dated, found.says) == (version_of(version), dated, False)


@pytest.mark.parametrize("line", ["v1.2: fewer clicks", "**2.0** (2021-05-05): a map"])
def test_a_release_may_go_on_with_what_it_changed(line):
    assert release_in(line).says


@pytest.mark.parametrize(
    "line",
    [
        "1.2 Annual leave",
        "1.2 Annual leave is 28 days",
        "Unreleased",
        "Step 2",
        "Chapter 12",
        "Season 7",
        "1.5 litres",
        "27015",
        "Version 2.0 adds a map",
        "We moved to 2.4.0 on 2024-05-01 because of the map.",
    ],
)
def test_clauses_steps_and_sentences_begin_no_release(line):
    assert release_in(line) is None


def test_only_a_word_or_a_date_makes_a_number_surely_a_version():
    assert release_in("Version 2.1").surely
    assert release_in("2.1 – 2023-02-02").surely
    assert not release_in("2.1").surely


@pytest.mark.parametrize("name", ["CHANGELOG.md", "docs/release-notes.txt", "What's new"])
def test_a_list_of_releases_is_called_one(name):
    assert keeps_releases(name)
    assert not keeps_releases("handbook.md")
