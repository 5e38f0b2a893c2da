"""Reading takes time in proportion to the file, however hostile the file is."""

import time
from contextlib import suppress

import pytest

from retrieval.errors import DocumentError
from retrieval.reading import read_file
from retrieval.reading.formats import line_forms
from retrieval.reading.formats.markdown import outline

END = "\xa0b"  # Not blank for a pattern that allows spaces and tabs, so that it has to give up.
RUNS = [" ", "\t", " \t", ":", "<", "<!--", "a\t", "a   ", "(", "-", "12:30 ", "a:", "> ", "."]


def seconds(work, argument, enough=0.0):
    """The least of three times, or the first that is less than ``enough``."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        with suppress(DocumentError):
            work(argument)
        best = min(best, time.process_time() - start)
        if best < enough:
            break
    return best


def assert_linear(work, make):
    # What is too fast to be measured can't be quadratic, for that takes seconds at this size.
    four = seconds(work, make(80_000), enough=0.2)
    if four >= 0.2:
        once = seconds(work, make(20_000))
        # Linear work takes four times as long, quadratic work sixteen times.
        assert four < 8 * once, (once, four)


@pytest.mark.parametrize("start", ["", "a", "12:30", "A:", "By"])
@pytest.mark.parametrize("run", RUNS)
def test_the_forms_of_a_line(start, run):
    def all_forms(line):
        line_forms.speaker(line)
        line_forms.looks_tabular(line)
        line_forms.list_marker(line)
        line_forms.is_rule(line)

    assert_linear(all_forms, lambda n: start + run * (n // len(run)) + END)


@pytest.mark.parametrize("run", RUNS)
def test_a_plain_text(run):
    def read(text):
        read_file(text.encode(), "a.txt")

    assert_linear(read, lambda n: "12:30" + run * (n // len(run)) + END)


@pytest.mark.parametrize("run", ["<!--", "<", "<!-- -->", "<a ", "<!-- a\n"])
def test_the_tags_of_a_markdown_file(run):
    assert_linear(outline, lambda n: "<p>\n" + run * (n // len(run)) + END)


@pytest.mark.parametrize(
    "run",
    [
        ":::tip\n",
        "!!! note\n\n",
        '=== "a"\n',
        "- a\n",
        "  - a\n",
        "> [!NOTE]\n",
        "<tr><td>",
        "<b>x</b>",
        "![a](data:image/png;base64,",
        "data:a/b;c=d;",
        "# a\n",
        "a\n---\n",
        "| a |\n|--|\n",
    ],
)
def test_a_markdown_file(run):
    assert_linear(outline, lambda n: run * (n // 8 // len(run)))


@pytest.mark.parametrize(
    "run",
    [
        "12\n\n",
        "Page 3\n\n",
        "\x0cHead\n\n",
        "words go on\n\n",
        "x /\n",
        "post-\n",
        "was by\n\n12\n\n",
        "1\n00:00:01,000 --> 00:00:02,000\nx\n\n",
        "a: b\n",
        "A b c\n====\n",
    ],
)
def test_a_plain_text_of_many_lines(run):
    def read(text):
        read_file(text.encode(), "a.txt")

    assert_linear(read, lambda n: run * (n // 4 // len(run)))
