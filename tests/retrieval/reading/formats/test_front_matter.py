"""Front matter: names and values, and nothing that YAML can do besides."""

import pytest

from retrieval.reading import read_file
from retrieval.reading.formats.front_matter import FrontMatter, parse

PROGRAMS = "it uses anchors, aliases or tags"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "title", "author"),
    [
        ("title: A  title\nauthor: Ann Lee", "A title", "Ann Lee"),
        ("title: 'A: b'\nauthors: [Ann Lee, Bob Roe]", "A: b", "Ann Lee, Bob Roe"),
        ("title: >\n  on two\n  lines\nauthor:\n  name: Ann Lee", "on two lines", "Ann Lee"),
        ("authors:\n- name: Ann Lee\n- name: Bob Roe", None, "Ann Lee, Bob Roe"),
        ("title: 1984", "1984", None),
        ("title: 007\nauthor: 1.50", "007", "1.50"),
        ("title: 0x" + "f" * 5000, "0x" + "f" * 5000, None),
        ("title: 12:30:45", "12:30:45", None),
        ("title: true\nauthor: ~\nauthors: 2020-01-02", None, None),
        ("title: First\ntitle: Second", "Second", None),
        ("? [a, b]\n: c\ntitle: T", "T", None),
        (r'title: "\ud83d\ude00"', "😀", None),
        ("title:", None, None),
        ("# nothing", None, None),
        ("", None, None),
    ],
)
def test_names_and_values(content, title, author):
    assert parse(content) == FrontMatter(title=title, author=author)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        ("title: &t [*t]", PROGRAMS),
        ("title: &t {name: *t}", PROGRAMS),
        (f"{BOMB}\ntitle: *i", PROGRAMS),
        ("title: !!bool x", PROGRAMS),
        ("title: !!int ''", PROGRAMS),
        ("title: !!float x", PROGRAMS),
        ("title: !!timestamp x", PROGRAMS),
        ("title: !!python/object/apply:os.getcwd []", PROGRAMS),
        ("a: !x b\ntitle: T", PROGRAMS),
        (r'title: "\ud800"', "it holds half a character"),
        (r'title: "\UFFFFFFFF"', "it is not valid YAML"),
        ("title: [unclosed", "it is not valid YAML"),
        (f"%YAML {'1' * 5000}.1\n--- a", "it is not valid YAML"),
        ("title: " + "[" * 5000, "it is nested more than 16 levels deep"),
        ("- just\n- a list", "it is no list of names and values"),
        ("Words between lines.", "it is no list of names and values"),
        ("title: T\n" + "# x\n" * 16_000, "it is longer than 64,000 characters"),
    ],
)
def test_what_is_not_understood_says_why(content, trouble):
    assert parse(content) == FrontMatter(trouble=trouble)


def test_front_matter_that_is_not_understood_costs_its_document_a_warning():
    result = read_file(b"---\ntitle: &t [*t]\n---\n# Heading\n\nText.\n", "a.md")
    assert result.warnings == (f"Its front matter was left out: {PROGRAMS}.",)
    assert result.documents[0].title == "Heading"
    assert [block.kind.value for block in result.documents[0].blocks] == ["title", "paragraph"]


def test_front_matter_that_is_understood_costs_none():
    assert read_file(b"---\ntitle: T\n---\nText.\n", "a.md").warnings == ()
