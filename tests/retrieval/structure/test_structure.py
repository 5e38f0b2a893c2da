"""What the parts of a document mean to each other, format by format and layout by layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from units_of import answers, found, introduced, roles

from retrieval.structure import MOST_INTRODUCTIONS, Role


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Q: Is it safe?\nA: It is safe.\n\nQ: Is it dear?\nA: It is cheap.\n"),
        ("a.txt", "Help\n\n1. Is it safe?\nIt is safe.\n\n2. Is it dear?\nIt is cheap.\n"),
        ("a.md", "# Help\n\n**Is it safe?**\n\nIt is safe.\n\n**Is it dear?**\n\nIt is cheap.\n"),
        ("a.md", "# Help\n\n## Is it safe?\n\nIt is safe.\n\n## Is it dear?\n\nIt is cheap.\n"),
        ("a.md", "# Help\n\n**Is it safe?** It is safe.\n\n**Is it dear?** It is cheap.\n"),
        ("a.md", "# Help\n\n- Is it safe?\n\n  It is safe.\n\n- Is it dear?\n\n  It is cheap.\n"),
        ("a.txt", "ANN: Is it safe?\nBOB: It is safe.\nANN: Is it dear?\nBOB: It is cheap.\n"),
        (
            "a.txt",
            "[9:01] Ann: Is it safe?\n[9:02] Bob: Good one.\n[9:03] Ann: Thanks.\n",
        ),
    ],
)
def test_a_question_steps_to_its_answer(name, text):
    led = {
        question: answer for question, answer in answers(text, name).items() if "safe?" in question
    }
    (answer,) = led.values()
    assert "It is safe" in answer or "Good one" in answer
    assert any("Is it safe?" in words for words in introduced(text, name)[answer])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Help\n\n1) My boat leaks. What now?\nRing Bo.\n\n2) Is it dear?\nYes.\n"),
        ("a.md", "# Help\n\n**My boat leaks. What now?**\n\nRing Bo.\n\n**Is it dear?**\n\nYes.\n"),
    ],
)
def test_what_is_told_before_a_question_steps_to_its_answer_too(name, text):
    led = answers(text, name)
    complaint = next(words for words in led if "leaks" in words)
    assert led[complaint] == "Ring Bo."


def test_a_list_of_questions_answers_nothing():
    text = "# Poll\n\n- Who comes?\n- Who pays?\n"
    assert [unit.states for words, unit in found(text) if "?" in words] == [False, False]


def test_a_lead_in_steps_to_its_list_and_stands_with_every_item():
    text = """\
        # Guide

        It runs on these systems:

        - Debian
          - bookworm
        - Alpine

        It needs 200 MB.
        """
    assert answers(text)["It runs on these systems:"] == "bookworm"
    above = introduced(text)
    assert above["bookworm"] == ["It runs on these systems:", "Debian"]
    assert above["Alpine"] == ["It runs on these systems:"]
    assert above["It needs 200 MB."] == []
    assert roles(text)["Debian"] is Role.LABEL


@pytest.mark.parametrize(
    "lead_in",
    [
        "3.1 The sluice may be opened provided that",
        "3.1 The warden may, without a vote,",
        "Visitors must",
        "Bring along",
        "The hut is closed if –",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_list_ends_what_breaks_off_above_it(lead_in, name):
    text = f"# Rules\n\n{lead_in}\n\n- open the lock;\n- close it again.\n\nAll is well.\n"
    above = introduced(text, name)
    assert lead_in in above["open the lock;"]
    assert lead_in in above["close it again."]
    assert lead_in not in above["All is well."]


def test_what_breaks_off_answers_nothing_by_itself():
    text = "# Rules\n\nA boat may leave provided that\n\n- it has a light;\n- it is dry.\n"
    assert roles(text)["A boat may leave provided that"] is Role.LEAD_IN
    assert answers(text)["A boat may leave provided that"] == "it has a light;"


def test_of_one_fact_a_line_none_announces_the_items_below():
    text = "Yard\n\nDogs stay on the lead\nBikes go to the rack\n- Ada has the key\n- Bo has not\n"
    assert "Bikes go to the rack" not in introduced(text, "a.txt")["Ada has the key"]


def test_a_line_right_above_a_table_names_it():
    text = "Mill\n\nIt is old. It turns.\n\nOpening hours\n\nMonday      6-18\nFriday      6-13\n"
    assert "Opening hours" in introduced(text, "a.txt")["Friday      6-13"]


def test_below_a_thing_nothing_follows():
    text = "# Sink\n\nA bucket stands below the trap.\n\n- It leaks.\n- It drips.\n"
    assert introduced(text)["It leaks."] == []


def test_code_is_introduced_by_what_stands_above_it():
    text = "# Ops\n\nRestart it with this command:\n\n```sh\nfoo restart\n```\n\nDone.\n"
    assert answers(text)["Restart it with this command:"] == "foo restart"
    assert introduced(text)["foo restart"] == ["Restart it with this command:"]


def test_a_sentence_before_code_that_says_something_answers_itself():
    text = "# Ops\n\nDumps are kept for a week.\n\n```sh\nls dumps\n```\n"
    assert "Dumps are kept for a week." not in answers(text)
    assert introduced(text)["ls dumps"] == ["Dumps are kept for a week."]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "| Plan | Price |\n|---|---|\n| Hobby | $0 |\n| Team | $24 |\n"),
        ("a.txt", "Plans\n\nPlan     Price\nHobby    $0\nTeam     $24\n"),
    ],
)
def test_a_header_stands_with_every_row(name, text):
    above = introduced(text, name)
    (header,) = [words for words, role in roles(text, name).items() if role is Role.HEADER]
    assert [above[words] for words in above if "$" in words] == [[header], [header]]


def test_records_are_told_from_facts_and_from_talk():
    people = "Name: Ann\nPhone: 1\n\nName: Bob\nPhone: 2\n"
    assert introduced(people, "a.txt")["Phone: 2"] == ["Name: Bob"]
    facts = "Wifi password: swordfish\nDoor code: 4711\n"
    assert introduced(facts, "a.txt")["Door code: 4711"] == []
    talk = "ANN: It rains again.\nBOB: It does indeed.\nANN: I go home.\n"
    assert set(introduced(talk, "a.txt")["BOB: It does indeed."]) == set()


@pytest.mark.parametrize(
    "line",
    [
        "{} ....: {}",
        "{}........: {}",
        "{} ......... {}",
        "{} . . . . . {}",
        "{}       {}",
        "{}\t{}",
    ],
)
def test_records_with_dotted_and_padded_labels(line):
    values = [("Hut", "Upper"), ("Warden", "Ada"), ("Beds", "12")]
    others = [("Hut", "Lower"), ("Warden", "Bo"), ("Beds", "30")]
    one, two = ([line.format(*value) for value in record] for record in (values, others))
    text = "Huts of the club\n\n" + "\n".join(one) + "\n\n" + "\n".join(two) + "\n"
    above = introduced(text, "a.txt")
    assert above[one[2]] == [one[0]]
    assert above[two[1]] == above[two[2]] == [two[0]]
    assert {roles(text, "a.txt")[line] for line in one + two} == {Role.FIELD}


def test_a_table_of_two_columns_is_no_record():
    text = "Fees\n\nName      Fee\nAda       12\nBo        30\n\nAll is paid at once.\n"
    assert Role.FIELD not in roles(text, "a.txt").values()


def test_what_leads_to_a_page_answers_nothing():
    text = "Mill\n\nHow it turns ........ 12\nWho built it ........ 14\n\nIt turns by water.\n"
    found = roles(text, "a.txt")
    assert found["How it turns ........ 12"] is Role.NAVIGATION


@pytest.mark.parametrize(
    "words",
    [
        "This sheet explains how to use the mill.",
        "This short leaflet tells you what to do when it stops.",
        "Here you will find all that guests ask.",
        "These notes describe the mill.",
    ],
)
def test_what_announces_a_document_answers_nothing(words):
    (_, (_, unit), (_, other)) = found(f"# Mill\n\n{words}\n\nIt turns by water.\n")
    assert not unit.states
    assert other.states


def test_what_shows_something_may_answer():
    (_, (_, unit)) = found("# Mill\n\nThis wheel shows how fast it turns.\n")
    assert unit.states


def test_navigation_answers_nothing():
    text = "# T\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nOne.\n\n## B\n\nTwo.\n"
    assert [unit.states for words, unit in found(text) if "](#" in words] == [False, False]


@given(
    st.lists(
        st.sampled_from(
            [
                "# T",
                "## H?",
                "- a",
                "  - b:",
                "1. c",
                "Q: d?",
                "A: e.",
                "| f | g |",
                "|---|---|",
                "Who?",
                "Name: h",
                "**i**",
                "text.",
                "colon:",
                "",
                "> q",
                "ANN: Why?",
                "BOB: So.",
            ]
        ),
        max_size=25,
    ),
    st.sampled_from(["a.md", "a.txt"]),
)
def test_whatever_stands_there_leads_forward_and_is_introduced_from_before(lines, name):
    text = "\n".join([*lines, "End of it."])
    units = [unit for _, unit in found(text, name)]
    for place, unit in enumerate(units):
        assert place <= unit.answer < len(units)
        assert units[unit.answer].answer == unit.answer
        assert all(0 <= other < place for other in unit.introduced_by)
        assert len(unit.introduced_by) <= MOST_INTRODUCTIONS


@pytest.mark.parametrize(
    "line",
    ["For details, see [the mooring page](moor.md).", "Learn more about tides."],
)
def test_where_more_is_told_answers_nothing(line):
    text = f"# Harbour\n\nThe quay closes at dusk. {line}\n"
    units = dict(found(text))
    assert not units[line].states
    assert units["The quay closes at dusk."].states


def test_a_picture_with_attributes_answers_nothing():
    picture = "![The harbour at night](night.png){.small}"
    assert roles(f"# Harbour\n\n{picture}\n\nIt is dark.\n")[picture] is Role.NAVIGATION
