import pytest

from retrieval.answering.confidence.places import lacks_place


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("where do I leave the keys", "the keys are lost", True),
        ("where is the ladder", "The ladder is new and heavy.", True),
        ("and where can I eat", "Lunch costs 8 crowns.", True),
        ("where do I leave the keys", "Leave the keys in the green box.", False),
        ("where do I leave the keys", "The keys go upstairs.", False),
        ("where do I leave the keys", "Give the keys to Ada.", False),
        ("where is the course", "Room: 12", False),
        ("where is the log", "`/var/log/tern.log`", False),
        ("where does he live", "He moved and lives now, as ever, Oslo way.", False),
        ("when do I leave the keys", "the keys are lost", False),
    ],
)
def test_a_place_is_missing(question, sentence, lacks):
    assert lacks_place(question, sentence) is lacks
