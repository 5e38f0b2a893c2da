from io import BytesIO

import pytest

from retrieval.domain import BlockKind
from retrieval.reading.apart.messages import Result, receive, send
from retrieval.reading.sentences import read_sentences


@pytest.fixture
def old_enumerations(monkeypatch):
    """As in Python 3.11.0 to 3.11.3, Debian 12's among them: by name, with ``getattr``."""

    def reduce(member, _protocol):
        return getattr, (type(member), member.name)

    monkeypatch.setattr(BlockKind, "__reduce_ex__", reduce)


@pytest.mark.usefixtures("old_enumerations")
def test_a_document_passes_whatever_python_makes_of_enumerations():
    sent = Result(documents=read_sentences(b"# Whales\n\n- Blue whales eat krill.\n", "w.md"))
    stream = BytesIO()
    send(stream, sent)
    stream.seek(0)
    assert receive(stream) == sent
