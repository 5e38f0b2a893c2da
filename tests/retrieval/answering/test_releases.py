"""Changelogs of several layouts, asked as their readers do."""

import pytest

from retrieval import build_index, open_index
from retrieval.testing import HashEncoder

MARKDOWN = """\
# Changes

## v2.1.0

*Released 7 March 2022*

### Added

- Export of the guest list
- Reminders by text message

### Removed

- The old printing dialogue

## v2.0.0

*Released 30 January 2022*

The seating plan was written anew.
"""
PLAIN = """\
Harbour planner release notes

Version 4.10 (12 September 2023)
  * Berths can be coloured by their depth.
  * Tides were an hour off in summer.

Version 4.9 (3 June 2023)
  * Faster start on old laptops.
"""
TABLE = """\
# Release history

| Version | Date | Changes |
|---|---|---|
| 3.2.0 | 2024-01-10 | Kiln curves can be shared |
| 3.1.4 | 2023-10-02 | Wrong cone for porcelain corrected |
"""
ITEMS = """\
# Tidewatch news

- **1.3.0** (2021-05-05): buoys are shown on the map.
- **1.2.0** (2021-02-11): warnings for spring tides.
"""
HANDBOOK = "# Handbook\n\n## 1.2 Annual leave\n\nEveryone has 27 days.\n\n## 1.3 Keys\n\nNone.\n"


@pytest.fixture
def ask(seeds, write, index):
    """Ask documents: ``ask(question, {"a.md": text})``, answers as quoted sentences."""
    encoder = HashEncoder()

    def asked(question, files):
        write(files)
        build_index(seeds, index, encoder)
        with open_index(index, encoder) as searcher:
            answer = searcher.ask(question)
            return [
                " / ".join(
                    searcher.text(one.citation.path)[span.start : span.end]
                    for span in one.highlights
                )
                for one in answer.passages
                if answer.confidence.probability > 0.9
            ]

    return asked


@pytest.mark.parametrize(
    ("question", "text", "quoted"),
    [
        ("when was version 2.0 released?", MARKDOWN, "v2.0.0 / *Released 30 January 2022*"),
        (
            "what's new in v2.1?",
            MARKDOWN,
            "Export of the guest list / Reminders by text message / The old printing dialogue",
        ),
        ("what was removed in 2.1.0", MARKDOWN, "The old printing dialogue"),
        ("what changed in 2.0.0", MARKDOWN, "The seating plan was written anew."),
        ("what is the latest version?", PLAIN, "Version 4.10 (12 September 2023)"),
        ("when did 4.9 come out", PLAIN, "Version 4.9 (3 June 2023)"),
        (
            "what changed in the newest release",
            PLAIN,
            "Berths can be coloured by their depth. / Tides were an hour off in summer.",
        ),
        (
            "release date of 3.1.4",
            TABLE,
            "| 3.1.4 | 2023-10-02 | Wrong cone for porcelain corrected |",
        ),
        (
            "what is new in 1.2.0?",
            ITEMS,
            "**1.2.0** (2021-02-11): warnings for spring tides.",
        ),
        (
            "when was the latest version of tidewatch released?",
            ITEMS,
            "**1.3.0** (2021-05-05): buoys are shown on the map.",
        ),
    ],
)
def test_a_release_is_quoted(ask, question, text, quoted):
    name = "changes.txt" if text is PLAIN else "changes.md"
    assert ask(question, {name: text, "handbook.md": HANDBOOK}) == [quoted]


@pytest.mark.parametrize(
    "question",
    [
        "when was 9.9 released?",
        "when was 1.2 released?",
        "what is the latest version of photoshop?",
    ],
)
def test_no_release_is_made_up(ask, question):
    assert ask(question, {"notes.txt": PLAIN, "handbook.md": HANDBOOK}) == []


def test_of_two_lists_the_one_that_is_named_answers(ask):
    files = {"tidewatch/news.md": ITEMS, "kiln/history.md": TABLE}
    assert len(ask("what is the latest version?", files)) == 2
    (one,) = ask("what is the latest version of kiln?", files)
    assert one.startswith("| 3.2.0")


def test_the_line_of_a_release_in_plain_text_stands_over_its_changes(seeds, write, index):
    write({"notes.txt": PLAIN})
    build_index(seeds, index, HashEncoder())
    with open_index(index, HashEncoder()) as searcher:
        (passage, *_) = searcher.ask("which version starts faster on old laptops?").passages
    assert passage.text.startswith("Version 4.9 (3 June 2023)")
