import pytest

from retrieval.answering.confidence.moments import lacks_time, tells_other_end


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("when does the cloakroom open", "Hats go to the cloakroom on the fifth floor.", True),
        ("what time is the talk", "The talk is held in the chapel.", True),
        ("when does the cloakroom open", "The cloakroom opens at ten.", False),
        ("when does the cloakroom open", "It opens once the doors are shut.", False),
        ("when does the cloakroom open", "On Mondays only.", False),
        ("when does the cloakroom open", "9-17", False),
        ("when was the cloakroom moved", "Following the flood, it was moved.", False),
        ("when the cloakroom is full, what do I do", "Hats go to the cloakroom.", False),
        ("what time is the talk", "The talk is every Friday in the chapel.", True),
        ("what day is the talk", "The talk is every Friday in the chapel.", False),
        ("what time is the talk", "The talk is on Fridays at six.", False),
        ("where does the cloakroom open", "In the cellar.", False),
        # What names the thing tells no time of it.
        ("when does the monthly raffle end", "Stewards run three monthly raffles.", True),
        ("when is the next meeting", "Dana chairs the next meeting.", True),
        ("when is the next meeting", "The next meeting is held when Dana is back.", False),
        ("when is the summer fair", "The summer fair is in July.", False),
        ("when are the raffles", "| 17:00 | Raffles |", False),
        ("when are the raffles", "9 pm raffles", False),
        ("when was the fire", "1917 A fire destroys the paint shop.", False),
        # Nor does a sum, or a number to call.
        ("when does the course begin", "The course costs 180 euros.", True),
        ("when did Ines begin", "Ines Prado, phone: 4462", True),
        ("when did Ines begin", "Ines Prado, since 2019", False),
        ("when does the course begin", "The course runs for six evenings.", True),
        ("when does the course end", "The course runs for six evenings.", False),
    ],
)
def test_a_time_is_told_or_not(question, sentence, lacks):
    assert lacks_time(question, sentence) is lacks


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("what time does the dance end", "The dance starts at nine sharp.", True),
        ("when do applications close", "Applications open in May.", True),
        ("when does the shop open", "The shop is closed on the first Monday of each month.", True),
        ("when does the dance end", "The dance starts at nine and ends at two.", False),
        ("when does the dance end", "The dance starts at nine and lasts an hour.", False),
        ("when does the shop close", "Open 9-17.", False),
        ("when does the shop close", "Open from nine to five.", False),
        ("when does the dance start", "The dance starts at nine.", False),
        ("how does the dance end", "The dance starts with a polka.", False),
    ],
)
def test_a_beginning_is_no_end(question, sentence, other):
    assert tells_other_end(question, sentence) is other
