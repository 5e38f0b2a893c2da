"""Chats and interviews: who asks, in whatever words, and what replies."""

import pytest
from units_of import answers, introduced

from retrieval.reading import read_file
from retrieval.structure import Role, structure_of
from retrieval.text.sentences.split import split_sentences


def found(*said):
    """Return each sentence of a talk with its role and what answers it."""
    text = "".join(
        f"{name} — 07/03/2025 18:{number:02}\n{words}\n\n"
        for number, (name, words) in enumerate(said)
    )
    (document,) = read_file(text.encode(), "a.txt").documents
    sentences = split_sentences(document)
    words = [text[s.start : s.end] for s in sentences]
    units = structure_of(document, sentences)
    return {one: (unit.role, words[unit.answer]) for one, unit in zip(words, units, strict=True)}


REPLY = "nine metres, on the old ones"


@pytest.mark.parametrize(
    "question",
    [
        "how tall is the mast?",
        "how tall is the mast",
        "hi, and how tall is the mast then",
        "what is the height of the mast these days",
        "at what height does the mast end",
        "which mast do we have now",
        "does anyone know the height of the mast",
        "any idea about the height of the mast",
        "i can't find the height of the mast",
        "who built the mast",
        "where can i find the mast",
        "i wonder how tall the mast is",
    ],
)
def test_whoever_asks_without_a_mark_is_replied_to(question):
    talk = found(("ann", "morning all"), ("ann", question), ("bob", REPLY), ("ann", "thanks"))
    assert talk[question] == (Role.QUESTION, REPLY)
    assert talk[REPLY] == (Role.STATEMENT, REPLY)


@pytest.mark.parametrize(
    "statement",
    [
        "what i did was set it up alone",
        "do the rigging first, then the mast",
        "have a look at the pier",
        "when the tide turns, take it down",
        "which is fine for the old ones",
        "no idea why but turning it helps",
    ],
)
def test_what_only_begins_like_a_question_is_none(statement):
    talk = found(("ann", "how tall is the mast?"), ("bob", statement), ("ann", "ok"))
    assert talk[statement] == (Role.STATEMENT, statement)
    assert talk["how tall is the mast?"][1] == statement


def test_a_reply_may_come_after_chatter_and_counter_questions():
    talk = found(
        ("ann", "how tall is the mast"),
        ("cid", "hi ann, long time no see"),
        ("dot", "lol same"),
        ("bob", "which one?"),
        ("ann", "the old one"),
        ("bob", REPLY),
        ("ann", "thanks"),
    )
    assert talk["how tall is the mast"][1] == REPLY


@pytest.mark.parametrize(
    "advice", ["ok, try the other crank", "oh, delete the old one", "nice, 9 m"]
)
def test_advice_is_no_chatter(advice):
    talk = found(("ann", "how do i turn the winch"), ("bob", advice), ("cid", "the sea is calm"))
    assert talk["how do i turn the winch"][1] == advice


def test_whoever_is_named_or_speaks_of_it_replies():
    talk = found(
        ("ann", "how tall is the mast"),
        ("cid", "the ferry is late again today"),
        ("bob", "@ann nine metres"),
    )
    assert talk["how tall is the mast"][1] == "@ann nine metres"
    talk = found(
        ("ann", "how tall is the mast"),
        ("cid", "the ferry is late again today"),
        ("bob", "our mast has nine metres"),
    )
    assert talk["how tall is the mast"][1] == "our mast has nine metres"


def test_what_a_question_points_back_to_leads_on_with_it():
    talk = found(
        ("ann", "the winch makes a noise. how do i stop it?"),
        ("bob", "grease the second wheel and wait"),
    )
    reply = "grease the second wheel and wait"
    assert talk["the winch makes a noise."] == (Role.QUESTION, reply)
    assert talk["how do i stop it?"] == (Role.QUESTION, reply)


def test_trouble_leads_to_the_advice_below_it():
    talk = found(("ann", "the winch won't turn since friday"), ("bob", "try the other crank"))
    assert talk["the winch won't turn since friday"] == (Role.QUESTION, "try the other crank")


def test_what_a_turn_adds_about_whoever_asks_is_no_answer():
    talk = found(("ann", "how tall is the mast? i lost my notes"), ("bob", REPLY))
    assert talk["how tall is the mast?"][1] == REPLY
    talk = found(("ann", "why nine metres? Because the bridge is low."), ("bob", "so it is, ann"))
    assert talk["why nine metres?"][1] == "Because the bridge is low."


@pytest.mark.parametrize(
    ("said", "reply", "asks"),
    [
        ("There was that thing with the old rope.", "Cut up and sold, yard by yard.", True),
        ("There was that thing with the old rope.", "It was cut up and sold.", False),
        ("Right, the old rope.", "Thanks, Vera.", False),
    ],
)
def test_what_a_fragment_replies_to_was_asked(said, reply, asks):
    text = (
        "HOST. Welcome to the tower.\n\nHOLM. Good to be here.\n\nHOST. Is it open?\n\n"
        f"HOLM. It is.\n\nHOST. {said}\n\nHOLM. {reply}\n"
    )
    assert (answers(text, "a.txt").get(said) == reply) is asks


TURNS = {
    "times": "{name} 00:{number:02}:10\n{words}\n\n",
    "before": "[00:{number:02}:10] {name}\n{words}\n\n",
    "names": "{name}\n{words}\n\n",
    "colons": "{name}: {words}\n\n",
    "bold": "**{name}:** {words}\n\n",
}


@pytest.mark.parametrize("form", TURNS.values(), ids=TURNS)
@pytest.mark.parametrize("host", ["HOST", "INTERVIEWER", "VERA"])
@pytest.mark.parametrize(
    "mention",
    [
        "Everybody wonders when the new bell is hung.",
        "There was talk of the new bell and how heavy it is.",
        "And the old bell, what becomes of it.",
        "I read that the old bell is cracked.",
        "Tell us about the bell.",
        "Now to the bell.",
        "Many fear that the bell is lost.",
        "The old bell came up again.",
        "A few letters about the old bell.",
    ],
)
def test_a_host_who_only_mentions_a_thing_asks(mention, host, form):
    said = [
        (host, "Welcome, with us is Iris Holm, who keeps the tower."),
        ("HOLM", "Good to be here."),
        (host, "Is the tower open?"),
        ("HOLM", "On Sundays it is."),
        (host, mention),
        ("HOLM", "It goes to the museum in Brandt on 4 May. The new one is cast."),
        (host, "And how old is the clock?"),
        ("HOLM", "A hundred and two years."),
        (host, "Thank you."),
    ]
    text = "".join(
        form.format(name=name, number=number, words=words)
        for number, (name, words) in enumerate(said)
    )
    (document,) = read_file(text.encode(), "a.txt").documents
    sentences = split_sentences(document)
    words = [text[s.start : s.end] for s in sentences]
    units = structure_of(document, sentences)
    (at,) = [place for place, one in enumerate(words) if mention in one]
    assert units[at].role is Role.QUESTION
    assert "museum in Brandt" in words[units[at].answer]
    (fact,) = [place for place, one in enumerate(words) if "keeps the tower" in one]
    assert units[fact].states
    assert units[fact].answer == fact


@pytest.mark.parametrize(
    "asked",
    [
        "The shop keeps asking when the lanterns come.",
        "Somebody wants to know which lanterns come first.",
        "A lady would like to know whether lanterns come at all.",
        "People are wondering how many lanterns come.",
        "Does anyone know when the lanterns come",
        "I am not sure when the lanterns come.",
    ],
)
def test_a_question_that_is_only_reported_is_answered_by_the_next_turn(asked):
    text = (
        f"# Workshop call\n\n**Noor:** {asked}\n\n**Piet:** On 19 November, eighty pieces.\n\n"
        "**Noor:** My drill is still missing.\n"
    )
    led = answers(text)
    assert led == {f"**Noor:** {asked}": "**Piet:** On 19 November, eighty pieces."}
    above = introduced(text)["**Piet:** On 19 November, eighty pieces."]
    assert above == [f"**Noor:** {asked}"]


@pytest.mark.parametrize(
    ("wish", "asks"),
    [
        ("Somebody has to cover for Ben in the lab.", True),
        ("we still need someone for the door", True),
        ("Somebody came for Ben in the lab.", False),
    ],
)
def test_a_wish_for_somebody_is_answered_by_who_it_is(wish, asks):
    reply = "Yusra does, until the end of June."
    talk = found(("ann", "morning all"), ("ann", wish), ("bob", reply), ("ann", "thanks"))
    assert talk[wish] == ((Role.QUESTION, reply) if asks else (Role.STATEMENT, wish))
