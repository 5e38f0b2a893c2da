"""Ids of components: what is encoded is decoded, and nothing else is."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.components.custom_id import (
    MAX_LENGTH,
    AnswerPagePayload,
    AnswerPayload,
    ContextPayload,
    DocumentPagePayload,
    MessagePayload,
    Operation,
    OptionPayload,
    PagePayload,
    PlainPayload,
    StatePayload,
    decode,
    encode,
)
from bot.storage.records import new_id

KINDS = {
    Operation.MORE: AnswerPayload,
    Operation.MORE_PAGE: AnswerPagePayload,
    Operation.CONTEXT: AnswerPayload,
    Operation.WIDER: ContextPayload,
    Operation.SOURCES: AnswerPayload,
    Operation.UP: AnswerPayload,
    Operation.DOWN: AnswerPayload,
    Operation.WHY: AnswerPayload,
    Operation.FOLLOW_UP: AnswerPayload,
    Operation.FOLLOWED_UP: AnswerPayload,
    Operation.CHOOSE: OptionPayload,
    Operation.PICK: AnswerPayload,
    Operation.SUGGESTION: OptionPayload,
    Operation.ASK_NEXT: AnswerPayload,
    Operation.FRESH: AnswerPayload,
    Operation.SHARE: AnswerPayload,
    Operation.DISMISS: AnswerPayload,
    Operation.DOCUMENTS: PagePayload,
    Operation.CHARGE: PagePayload,
    Operation.GAPS: PagePayload,
    Operation.GAPS_CSV: PlainPayload,
    Operation.ANSWER_GAP: AnswerPayload,
    Operation.PICK_GAP: PlainPayload,
    Operation.GAP_ANSWER: AnswerPayload,
    Operation.UNHELPFUL: PagePayload,
    Operation.GIVE_BACK: PlainPayload,
    Operation.SETUP: PagePayload,
    Operation.WRITE_DOCUMENT: PlainPayload,
    Operation.SAVE_ANSWER: MessagePayload,
    Operation.FORGET_ME: PlainPayload,
    Operation.HISTORY: PagePayload,
    Operation.ROLL_BACK: StatePayload,
    Operation.RESTORE: StatePayload,
    Operation.SHOW_PAGE: DocumentPagePayload,
    Operation.SHOW_END: DocumentPagePayload,
}
ANSWER_IDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", min_size=1)
VALUES = {
    **dict.fromkeys(("answer_id", "document", "state"), ANSWER_IDS.map(lambda text: text[:60])),
    **dict.fromkeys(("channel", "message"), st.integers(1, 10**20 - 1).map(str)),
    **dict.fromkeys(("page", "number", "passage", "width"), st.integers(0, 999_999)),
}


@st.composite
def payloads(draw):
    operation = draw(st.sampled_from(Operation))
    kind = KINDS[operation]
    values = {field.name: draw(VALUES[field.name]) for field in fields(kind)[1:]}
    return kind(operation=operation, **values)


@given(payloads())
def test_what_is_encoded_is_decoded(payload):
    custom_id = encode(payload)
    assert decode(custom_id) == payload
    assert 1 <= len(custom_id) <= MAX_LENGTH == 100


def test_the_longest_id_that_is_possible_fits():
    lengths = []
    for operation, kind in KINDS.items():
        values = {field.name: 999_999 for field in fields(kind)[1:]}
        for name in values.keys() & {"answer_id", "document", "state"}:
            values[name] = "m" * 60
        for name in values.keys() & {"channel", "message"}:
            values[name] = "9" * 20
        lengths.append(len(encode(kind(operation=operation, **values))))
    assert max(lengths) <= 100


def test_an_id_reads_as_what_it_does():
    wider = ContextPayload(operation=Operation.WIDER, answer_id="k3m9x2p7qa", passage=1, width=3)
    assert encode(wider) == "verbatim:2:wider:k3m9x2p7qa:1:3"
    assert encode(PlainPayload(operation=Operation.FORGET_ME)) == "verbatim:2:forgetme"


@given(st.text())
def test_any_text_either_decodes_to_a_payload_that_is_encoded_again_or_to_nothing(text):
    for custom_id in (text, f"verbatim:2:{text}", f"verbatim:{text}"):
        payload = decode(custom_id)
        assert payload is None or decode(encode(payload)) == payload


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "more",
        "somebody-elses:button",
        "verbatim:2:",
        "verbatim:2:explode:k3m9x2p7qa",
        "verbatim:2:MORE:k3m9x2p7qa",
        "verbatim:2:more",
        "verbatim:2:more:",
        "verbatim:2:more:k3m9x2p7qa:0",
        "verbatim:2:more:k3m9x2p7qa\n",
        "verbatim:2:more:../../etc",
        "verbatim:2:moreto:k3m9x2p7qa:-1",
        "verbatim:2:moreto:k3m9x2p7qa:01",
        "verbatim:2:moreto:k3m9x2p7qa:١",
        "verbatim:2:moreto:k3m9x2p7qa:1000000",
        "verbatim:2:wider:k3m9x2p7qa:0",
        "verbatim:2:forgetme:k3m9x2p7qa",
        "verbatim:3:more:k3m9x2p7qa",
        "verbatim:explode:k3m9x2p7qa:0",
        "verbatim:more::0",
        "verbatim:followed:k3m9x2p7qa:0",
        "verbatim-menu:more:k3m9x2p7qa:0",
        "verbatim-form:dismiss:k3m9x2p7qa",
        "verbatim:gaps::1x",
    ],
)
def test_crafted_ids_decode_to_nothing(custom_id):
    assert decode(custom_id) is None


@pytest.mark.parametrize(
    "payload",
    [
        AnswerPayload(operation=Operation.MORE, answer_id=""),
        AnswerPayload(operation=Operation.MORE, answer_id="a:b"),
        AnswerPayload(operation=Operation.MORE, answer_id="m" * 61),
        AnswerPayload(operation=Operation.FORGET_ME, answer_id="k3m9x2p7qa"),
        PagePayload(operation=Operation.GAPS, page=-1),
        PagePayload(operation=Operation.GAPS, page=1_000_000),
        PlainPayload(operation=Operation.MORE),
    ],
)
def test_what_no_id_can_carry_is_refused(payload):
    with pytest.raises(ValueError, match="no component can carry"):
        encode(payload)


def test_ids_of_answers_fit():
    payload = AnswerPayload(operation=Operation.MORE, answer_id=new_id())
    assert decode(encode(payload)) == payload


def test_every_operation_is_tested_here():
    assert set(KINDS) == set(Operation)
