"""Who has changed the documents: kept as long as the state is, or until they are forgotten."""

PERSON = 8_877_665_544_332_211
"""An id whose bytes are found again."""


async def test_whoever_changed_a_state_is_told_in_the_order_of_what_they_did(store):
    assert await store.changed_by() == {}
    await store.note_change("b1", 2, kept=["b1"])
    await store.note_change("b2", 1, kept=["b1", "b2"])
    await store.note_change("b1", 1, kept=["b1", "b2"])
    assert await store.changed_by() == {"b1": (2, 1), "b2": (1,)}
    await store.note_change("b1", 2, kept=["b1", "b2"])
    assert await store.changed_by() == {"b1": (1, 2), "b2": (1,)}


async def test_what_is_known_of_a_state_goes_with_it(store, traces):
    await store.note_change("b1", PERSON, kept=["b1"])
    await store.note_change("b2", 1, kept=["b1", "b2"])
    assert traces(PERSON)
    await store.note_change("b3", 1, kept=["b2", "b3"])
    assert await store.changed_by() == {"b2": (1,), "b3": (1,)}
    assert await store.erase_traces()
    assert traces(PERSON) == 0


async def test_forget_me_leaves_nothing_of_it(store, traces):
    await store.note_change("b1", PERSON, kept=["b1"])
    await store.note_change("b1", 1, kept=["b1"])
    assert await store.forget_person(PERSON) == 0
    assert await store.changed_by() == {"b1": (1,)}
    assert traces(PERSON) == 0
