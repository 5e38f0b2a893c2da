"""What is raised among the best sentences, by documents that similarity alone confuses."""

from contextlib import ExitStack, closing

import pytest

from retrieval.answering.preferences import preferences
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query
from retrieval.store import open_store
from retrieval.testing import HashEncoder
from retrieval.text.wording import folded_words

PAGE = """\
# Kestrel

A logger for glass kilns.

```sh
pip install kestrel
```

## Boats

| Boat | Berth |
|---|---|
| Tern 7\\-b | north quay |
| Tern 9\\-b | south quay |

## Version 3 (4 May)

- New berths at the quay

## Rent

The barn rents by the day. You can also buy a heron from the ferryman for 30 shells each. It stands
by the water.
"""


@pytest.fixture
def seen(seeds, write, index):
    """Index pages, and look at them."""
    with ExitStack() as stack:

        def see(**pages):
            write({f"{name}.md": text for name, text in pages.items()})
            build_index(seeds, index, HashEncoder())
            return IndexView(stack.enter_context(closing(open_store(index).open())))

        yield see


@pytest.fixture
def view(seen):
    return seen(page=PAGE)


def gains(question, view, **known):
    """Map each sentence to what it gains or loses."""
    rows = range(view.reader.info.sentences)
    found = preferences(rows, Query(question=question, **known), view).tolist()
    return {view.sentence_text(row): gain for row, gain in zip(rows, found, strict=True)}


def test_what_something_is_is_said_under_its_name_and_by_no_command(view):
    found = gains("What is Kestrel?", view)
    assert found["A logger for glass kilns."] > 0 > found["pip install kestrel"]


def test_the_row_of_the_identifier_is_told_from_its_like(view):
    found = gains("where is boat 7-b moored", view)
    assert found["| Tern 7\\-b | north quay |"] > found["| Tern 9\\-b | south quay |"]


def test_what_goes_on_stands_beside_what_was_shown(view):
    shown = folded_words("You can also buy a heron from the ferryman for 30 shells each.")
    found = gains("where is it?", view, topic=("heron",), last=shown)
    assert found["It stands\nby the water."] > 0
    assert found["A logger for glass kilns."] == 0
    alone = gains("where is it?", view, last=shown)
    assert not any(alone.values())


def test_what_stands_under_the_number_that_is_asked_about(seeds, write, index):
    write({"a.md": "# Log\n\n## 3.2\n\n- Plots hold twelve.\n\n## 3.1\n\n- Plots hold eight.\n"})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        found = gains("how many does a plot hold in 3.2", IndexView(reader))
    assert found["Plots hold twelve."] > 0 > found["Plots hold eight."]


def test_the_row_that_is_called_just_so_comes_before_those_that_only_have_the_words(view):
    found = gains("where is the tern 7-b", view)
    assert found["| Tern 7\\-b | north quay |"] > 0


def test_when_something_was_added_is_told_by_what_stands_under_a_date(view):
    found = gains("when were the berths added", view)
    assert found["New berths at the quay"] > max(
        gain for words, gain in found.items() if words != "New berths at the quay"
    )
    assert gains("when do the berths open", view)["New berths at the quay"] == 0


def test_the_line_under_the_title_comes_before_what_was_done_with_the_thing(seeds, write, index):
    html = '<div align="center"><h1>Puffin</h1>\n<strong>A jukebox for owners.</strong></div>\n'
    write({"README.md": html + "\n## Licence\n\nPuffin is published under the ISC licence.\n"})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        found = gains("What is Puffin?", IndexView(reader))
    assert found["A jukebox for owners."] >= 0.25
    assert found["Puffin is published under the ISC licence."] < 0


def test_a_pronoun_stands_for_what_the_sentence_before_it_names(seeds, write, index):
    keeper = "Their keeper there is Alois."
    write({"a.md": f"# House\n\nCitrus trees move into the hall. {keeper} They like it.\n"})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        assert gains("who is the keeper of the citrus trees", view)[keeper] > 0
        assert gains("who is the keeper of the olive trees", view)[keeper] == 0
        assert gains("where do the citrus trees move", view)[keeper] == 0


FERRY = """\
# Ferry

The big lamp stands on the upper deck. It is lit at dusk by the second mate. It burns oil.

Upper decks are dry.

Parrots travel in a covered cage. The pump in the stern room is loud.

At the rail stood Ilse Brandt, the daughter of the pilot. Ilse Brandt mended nets all night.

A ticket costs nine crowns. Children pay half. Tickets are blue.
"""


@pytest.fixture
def ferry(seen):
    return seen(ferry=FERRY)


def test_by_whom_something_is_done_is_said_behind_what_names_it(ferry):
    lit = "It is lit at dusk by the second mate."
    assert gains("who lights the big lamp", ferry)[lit] > 0.1
    assert gains("when is the big lamp lit", ferry)[lit] < 0.1
    assert gains("who lights the small stove", ferry)[lit] == 0
    assert gains("who lights the big lamp", ferry)["It burns oil."] == 0


@pytest.mark.parametrize(
    ("question", "gains_by_it"),
    [
        ("where can i keep my parrot on the ferry", True),
        ("can I take a parrot on deck", True),
        ("may we leave parrots in the stern room", True),
        ("where can i sit on the upper deck", False),
        ("where is the parrot on the ferry", False),
        ("how can i feed a parrot on deck", False),
    ],
)
def test_what_something_is_to_be_done_with_matters_more_than_where(question, gains_by_it, ferry):
    found = gains(question, ferry)
    assert (
        found["Parrots travel in a covered cage."] > found["Upper decks are dry."]
    ) is gains_by_it


def test_who_somebody_is_stands_beside_the_name(ferry):
    found = gains("who is Ilse Brandt", ferry)
    assert found["At the rail stood Ilse Brandt, the daughter of the pilot."] > 0.1
    assert found["Ilse Brandt mended nets all night."] == 0


def test_a_follow_up_that_only_names_something_else_is_about_that(ferry):
    known = {"topic": ("ticket",), "last": folded_words("A ticket costs nine crowns.")}
    found = gains("and kids?", ferry, **known)
    assert found["Children pay half."] > found["Tickets are blue."]
    found = gains("and where are they kids?", ferry, **known)
    assert found["Children pay half."] == found["Tickets are blue."]
