import pytest

from retrieval.answering.confidence.persons import asks_for_person, tells_of_nobody


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who drives the snow plough", "The snow plough has the number plate AB 12"),
        ("who runs the film club", "The film club meets in Lund on the last Friday."),
        ("who teaches welsh", "| Welsh | B2 | Tuesday | 7 |"),
        ("who repairs the kiln", "Rent: 12 euros"),
        ("who had cabin 4 before", "Cabin 4\nRent: 71 euros"),
        ("who drew the icons", "Icons were drawn anew, see icons@2x.png"),
        ("who packs @quill/core", "Published as @quill/core on Mondays."),
        ("who packs it for @quill", "@quill gets it on Mondays."),
        # The role by itself is what the question has already.
        ("who is the treasurer", "Bills are handed to the treasurer by everybody."),
        ("who's our captain?", "Nobody shoots before our captain has counted to three."),
    ],
)
def test_nobody_is_told_of(question, sentence):
    assert tells_of_nobody(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who drives the snow plough", "It is driven by Tilda Holm."),
        ("who drives the snow plough", "It is driven by the baker."),
        ("who drives the snow plough", "It is driven by two officers together."),
        ("who drives the snow plough", "Whoever comes first takes the wheel."),
        ("who drives the snow plough", "Tilda does, on Mondays."),
        ("who books the hall", "[ ] Finn: book the hall"),
        ("who is the treasurer", "Our treasurer is the miller."),
        ("who is the final boss", "Beware: the hollow king is the final boss."),
        ("who are the moderators", "Moderators are quill and reed."),
        ("who was the box bought from", "The box was bought from a nunnery."),
        ("who drew the icons", "New icons, thanks to @rushlight and @oak_42"),
        ("who won", "It ended in a defeat of the crown."),
        ("who insures the hut", "The lessee insures the hut himself."),
        ("who waters the plants", "The tenant does so."),
        # These ask for a sort of people, which any noun may be.
        ("who may row the eight", "Only the squad."),
        ("who needs a lamp", "Boats of more than ten metres need a lamp."),
        ("who is allowed in", "Badge required."),
        ("who is the course for", "For novices."),
    ],
)
def test_somebody_is_told_of_in_many_ways(question, sentence):
    assert not tells_of_nobody(question, sentence)


def test_what_asks_for_a_person():
    assert asks_for_person("by whom was it built")
    assert not asks_for_person("what is the name of it")
    assert not asks_for_person("who is Ada Lund?")
