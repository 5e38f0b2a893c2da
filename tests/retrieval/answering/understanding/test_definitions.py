import pytest

from retrieval.answering.understanding.definitions import defined, defines, tells_property


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is Falcon?", {"falcon"}),
        ("what are barnacles?", {"barnacl"}),
        ("who is Quill", {"quill"}),
        ("what does damper mean?", {"damper"}),
        ("explain slip casting", {"slip", "cast"}),
    ],
)
def test_what_something_is_is_asked(question, thing):
    assert defined(question) == thing


@pytest.mark.parametrize(
    "question", ["what is the price of the kiln?", "where is Falcon?", "what does it cost?"]
)
def test_a_property_is_asked(question):
    assert defined(question) is None


def test_a_sentence_defines_what_it_names_first():
    assert defines("A damper is a plate in the flue.", frozenset({"damper"}))
    assert not defines("The damper of the kiln is stuck.", frozenset({"damper"}))
    assert not defines("Open the damper.", frozenset({"damper"}))


def test_a_name_beside_what_it_is_defines_it():
    assert defines("The gardener, Mr Quill, came in June.", frozenset({"mr", "quill"}))
    assert defines("Mr Quill, our gardener, came in June.", frozenset({"mr", "quill"}))
    assert not defines("In June, Mr Quill, tired of rain, left.", frozenset({"mr", "quill"}))
    assert defines("There stood Mr Quill, our gardener.", frozenset({"mr", "quill"}))
    assert defines("His nephew Bo Quill kept the keys.", frozenset({"bo", "quill"}))
    assert not defines("His nephew met Bo Quill.", frozenset({"bo", "quill"}))
    assert not defines("The nephew of Bo Quill left.", frozenset({"bo", "quill"}))
    assert not defines("There stood old Mr Quill, and rain fell.", frozenset({"mr", "quill"}))


@pytest.mark.parametrize(
    ("sentence", "is_property"),
    [
        ("Puffin is published under the ISC licence.", True),
        ("The boat is in the shed.", True),
        ("Puffin is free.", True),
        ("Puffin is a jukebox that was written in May.", False),
        ("Quill is in charge of the boats.", False),
        ("Puffin is distributed storage for songs.", False),
    ],
)
def test_what_was_done_with_a_thing_is_not_what_it_is(sentence, is_property):
    assert tells_property(sentence) is is_property
