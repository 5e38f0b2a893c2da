"""Which lines are headings and titles, what they stand over, and which say something themselves."""

import pytest
from units_of import answers, found, introduced, roles

from retrieval.structure import Role


def test_headings_stand_over_their_sections_and_no_further():
    text = "# T\n\n## A\n\n### B\n\nOne.\n\n## C\n\nTwo.\n"
    above = introduced(text)
    assert (above["One."], above["Two."]) == (["A", "B"], ["C"])
    assert answers(text) == {"A": "One.", "B": "One.", "C": "Two."}
    assert [words for words, unit in found(text) if unit.begins] == ["C"]


def test_lines_that_look_like_headings_are_some_where_there_are_several():
    text = """\
        The office

        Fees
        The fee depends on your age.

        Renewal
        A card is renewed by mail.
        """
    assert answers(text, "a.txt") == {
        "Fees": "The fee depends on your age.",
        "Renewal": "A card is renewed by mail.",
    }


@pytest.mark.parametrize(
    "line",
    ["1.1 Annual leave is 28 days", "NO SANDALS IN THE WORKSHOP"],
)
def test_a_clause_that_looks_like_a_heading_states_its_rule(line):
    text = f"Handbook\n\n{line}\n\n1.2 Overtime is paid at one and a half times the normal rate.\n"
    (unit,) = [unit for words, unit in found(text, "a.txt") if words == line]
    assert unit.states
    assert line not in answers(text, "a.txt")


@pytest.mark.parametrize(
    "line",
    ["4.1 Readers leave coats and bags in the lockers", "Coats and bags in the lockers only"],
)
def test_a_line_that_heads_nothing_is_found_by_itself(line):
    text = f"Archive: instructions for readers\n\n{line}\n\n4.2 Pens are forbidden in all rooms\n"
    (unit,) = [unit for words, unit in found(text, "a.txt") if words == line]
    assert unit.states


@pytest.mark.parametrize("below", ["", "\n[Fees](fees.md) | [Boats](boats.md)\n"])
@pytest.mark.parametrize("heading", ["When was the club founded?", "How to join the club"])
def test_a_heading_that_asks_or_leads_on_says_nothing(heading, below):
    assert not found(f"# Club\n\nTwo boats.\n\n## {heading}\n{below}")[2][1].states


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("Well water tested on 4 June, result: drinkable", True),
        ("Chimney swept by Ida Roth", True),
        ("Elevator overhauled 3 March 2021", True),
        ("Safe code: 4471", True),
        ("Archive: instructions for readers", False),
        ("Workshop call, 3 October", False),
        ("Bridge Closed By Storm", False),
        ("Chapter 3: 12 bears", False),
        ("Report on bees, part: two", False),
    ],
)
def test_a_first_line_that_notes_what_was_done_says_so(line, states):
    text = f"{line}\n\nThe next sample goes to the laboratory in Brod.\n"
    assert found(text, "a.txt")[0][1].states is states


def test_a_sentence_that_points_elsewhere_answers_where_nothing_else_does():
    pointer = "For more about the fees, see the list in the hall."
    alone = f"# Club\n\n## Fees\n\n{pointer}\n\n## Boats\n\nTwo are new.\n"
    beside = f"# Club\n\n## Fees\n\nA locker costs 4 pounds. {pointer}\n"
    assert [u.states for w, u in found(alone) if w == pointer] == [True]
    assert [u.states for w, u in found(beside) if w == pointer] == [False]


@pytest.mark.parametrize(
    ("words", "announces"),
    [
        ("This note gives the bearer free entry.", False),
        ("This note gives an overview of the rooms.", True),
        ("This post is about 3 metres high.", False),
        ("This post is about our rooms.", True),
        ("This page says how long we keep what.", True),
        ("This page says nothing.", False),
    ],
)
def test_what_a_thing_gives_or_measures_is_no_announcement(words, announces):
    text = f"# Rooms\n\n{words} The green one is the largest.\n"
    assert [unit.states for one, unit in found(text) if one == words] == [not announces]


def test_a_first_line_is_a_title_or_the_first_of_its_lines():
    notes = "Wifi password: swordfish\nDoor code: 4711\n"
    assert found(notes, "a.txt")[0][1].states
    article = "Get a licence\nYou can apply for a licence from 16 on.\n\nIt costs 30 euros.\n"
    assert not found(article, "a.txt")[0][1].states


def test_a_heading_in_an_item_stands_over_the_item_alone():
    text = """\
        # Trouble

        - ### The lamp is dark

            Wind the spring.

        - ### The bell sticks

            Oil the hinge.

        Ask the keeper.
        """
    assert answers(text) == {
        "The lamp is dark": "Wind the spring.",
        "The bell sticks": "Oil the hinge.",
    }
    assert introduced(text)["Ask the keeper."] == []


def test_a_short_line_with_a_figure_is_what_its_heading_heads():
    text = "RULES\n\nA) Hours\n\n9 to 17\n\nB) Fees\n\n12 a month\n\nC) Lost\n\nby the sink\n"
    assert answers(text, "a.txt") == {
        "Hours": "9 to 17",
        "Fees": "12 a month",
        "Lost": "by the sink",
    }


@pytest.mark.parametrize("marks", ["ABC", "abc", "123", ("I", "II", "III"), ("ii", "iii", "iv")])
@pytest.mark.parametrize("form", ["{}) {}", "({}) {}"])
def test_items_with_a_paragraph_below_are_headings(marks, form):
    said = {"Hours": "The mill opens at 7.", "Fees": "A sack costs 4.", "Lost": "Look in the shed."}
    text = "MILL\n\n" + "\n\n".join(
        f"{form.format(mark, name)}\n\n{words}"
        for mark, (name, words) in zip(marks, said.items(), strict=True)
    )
    assert answers(text, "a.txt") == said


def test_a_clause_ends_with_the_next_one():
    text = "1. Hours\n\n2 guests may come.\n\n2. Fees\n\nThe fee is 3 a kilo.\n"
    above = introduced(text, "a.txt")
    assert (above["2 guests may come."], above["The fee is 3 a kilo."]) == (["Hours"], ["Fees"])


def test_a_clause_behind_the_items_of_another_is_a_heading():
    text = "Rules\n\n3. Guests\n\nThey must\n\n- wear shoes\n- be sober\n\n4. The field\n\nWet.\n"
    assert roles(text, "a.txt")["The field"] is Role.HEADING
    assert "They must" in introduced(text, "a.txt")["be sober"]
    assert introduced(text, "a.txt")["Wet."] == ["The field"]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry leaves at nine from the old pier",
        "Bins go out on Thursday evening",
        "Anna keeps the bees in the orchard",
        "The west gutter leaked into the hall",
        "Swallows nested under the roof this spring",
        "Brandt emptied the tank in autumn",
        "The code for the gate hangs on the fridge",
        "The left tap never closes",
    ],
)
def test_a_first_line_that_says_something_may_answer(line):
    units = found(f"{line}\n\nAsk the neighbour. He knows more.\n", "a.txt")
    assert (units[0][0], units[0][1].role, units[0][1].states) == (line, Role.TITLE, True)


@pytest.mark.parametrize(
    "line",
    [
        "Opening hours of the pool this winter",
        "Recipes collected by my aunt in the village",
        "Lessons learned in the workshop",
        "House rules for guests and members",
        "Road works in the harbour",
        "Things to do before the guests arrive",
        "How the club began and what it needs",
        "Health needs and conditions of hens",
        "Old Man Sells His Boat at Last",
    ],
)
def test_a_name_of_a_text_does_not(line):
    units = found(f"{line}\n\nAsk the neighbour. He knows more.\n", "a.txt")
    assert (units[0][0], units[0][1].role, units[0][1].states) == (line, Role.TITLE, False)


def test_among_questions_in_bold_a_complaint_heads_what_helps():
    questions = "**1. Does it cost?**\n\nNo.\n\n**2. Which one?**\n\nThe blue one.\n\n"
    complaint, help_ = "**I lost my key.**", "Write to Bo."
    assert answers(f"# F\n\n{questions}{complaint}\n\n{help_}\n")[complaint] == help_
    # By itself, or among as many others that say something, it says something.
    alone = f"# F\n\n**1. Does it cost?**\n\nNo.\n\n{complaint}\n\n{help_}\n"
    assert complaint not in answers(alone)
    rules = "".join(f"**Be {word}.**\n\nIt helps.\n\n" for word in ("kind", "quick"))
    assert complaint not in answers(f"# F\n\n{questions}{rules}{complaint}\n\n{help_}\n")


@pytest.mark.parametrize(
    "rule",
    ["SWIMMING BELOW THE LOCK IS FORBIDDEN", "ROPES MUST BE DRY", "SMOKING ON DECK: NEVER"],
)
def test_a_rule_in_capitals_answers_by_itself_whatever_stands_below(rule):
    text = f"Lock rules\n\n1.1 Ring before you enter\n\n{rule}\n\n2.1 Nets are dried on the quay\n"
    assert rule not in answers(text, "a.txt")


def test_a_name_in_capitals_leads_to_what_stands_below():
    text = "Lock rules\n\nTHINGS THAT ARE FORBIDDEN\n\nNobody may fish from the quay at night.\n"
    assert answers(text, "a.txt")["THINGS THAT ARE FORBIDDEN"].startswith("Nobody")


def test_a_value_behind_its_name_announces_no_list():
    text = "# Lock\n\n**Way up**: two hours\n\n* **Toll** – four crowns\n* **Depth** – two metres\n"
    assert introduced(text)["**Toll** – four crowns"] == []
