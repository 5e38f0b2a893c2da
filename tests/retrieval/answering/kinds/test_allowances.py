import pytest

from retrieval.answering.kinds.allowances import asks_who_may, says_who_may
from retrieval.answering.kinds.wanted import wanted_kind
from retrieval.text.words import stem


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("who can apply for a berth", "apply"),
        ("Who is allowed to fish here?", "fish"),
        ("and which members may vote?", "vote"),
        ("who applied for a berth", None),
        ("can I apply for a berth", None),
    ],
)
def test_it_is_asked_who_may(question, verb):
    assert asks_who_may(question) == (None if verb is None else stem(verb))


def test_who_may_do_it_is_said():
    apply = stem("apply")
    assert says_who_may("Any resident may apply in writing.", apply)
    assert says_who_may("Only tenants are permitted to apply.", apply)
    assert not says_who_may("A tenant may sell the berth that he applied for.", apply)
    kind = wanted_kind("who can apply for a berth")
    assert kind is not None
    assert kind.holds("Any resident may apply in writing.")
