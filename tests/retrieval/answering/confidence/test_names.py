import pytest

from retrieval.answering.confidence.names import lacks_contact, lacks_name


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("what's the porter's name", "Tell the porter when you come.", True),
        ("what is the name of the cargo ship", "He signed on as a steward on a cargo ship.", True),
        ("what was Ida's maiden name?", "Ida died in 2009.", True),
        ("what is the new bridge called", "The new bridge opens in May.", True),
        ("which three languages does it read", "It reads three languages.", True),
        ("what are the other two schools", "They cook for two other schools.", True),
        ("what's the porter's name", "The porter is Otto.", False),
        ("what is the new bridge called", "Everybody calls it `hopper`.", False),
        ("what is the new bridge called", "It is known as the long one.", False),
        ("which three languages does it read", "It reads Welsh and two other languages.", False),
        ("which languages does it read", "It reads what you want.", False),
        # A name that is mostly written small, and one that isn't asked for.
        ("what is the name of the file", "The log is written to out.txt.", False),
        ("what are the small boats of the club called", "The small boats are sloops.", False),
        ("what is a small boat called", "The small boat is a sloop.", False),
        ("what is the user name", "It is admin.", False),
        ("does the boat's name matter", "No.", False),
    ],
)
def test_a_name_is_told_or_not(question, sentence, lacks):
    assert lacks_name(question, sentence) is lacks


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("what's Otto's phone number", "Otto is the porter.", True),
        ("telephone number of the sweep", "The sweep comes in March.", True),
        ("what's Otto's extension", "Otto sits behind the lift.", True),
        ("what is your email address", "Write to us.", True),
        ("what's Otto's phone number", "Otto sits in room 218.", True),
        ("what's Otto's phone number", "Otto: 555 2018", False),
        ("what's Otto's phone number", "Otto, room 218, 555 2018", False),
        ("what is your email address", "Write to post@example.org.", False),
        ("which extension do I install", "Install the linter.", False),
    ],
)
def test_a_way_to_reach_somebody_is_told_or_not(question, sentence, lacks):
    assert lacks_contact(question, sentence) is lacks
