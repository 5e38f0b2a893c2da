"""Sentences that say outright what is asked, and such as only seem to."""

from contextlib import closing

import pytest

from retrieval.answering.confidence.outright import says_outright
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

LID = "If the lid is open, wait an hour; when it is shut, go on."
PAGE = """\
# Kestrel

A logger for glass kilns.

It needs one sensor.

**Insurance:** by the club.

You have to be 13 or older.

- Safe: 30-12-77
- Alarm code: 4471
- Gate: locked at ten
- Night: settings of `/etc/kiln`

## Messages

Message K-204 means that a sensor is too cold. K-205 comes before a short circuit.

## What it costs

| Breach | Fine |
|---|---|
| Lending by post | a reminder |

### The sensor fell off

Press it on again. If the lid is open, wait an hour; when it is shut, go on.

### I can't log in

Ask a steward for a card.

### `sensor "north" did not answer`

Plug it in.

## Mounting

Tiles:

Drill with a masonry bit.

Wood:

Use the short screws.
"""


@pytest.fixture
def told(seeds, write, index):
    write({"page.md": PAGE})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        rows = {view.sentence_text(row): row for row in range(reader.info.sentences)}
        yield lambda question, sentence: says_outright(question, rows[sentence], view)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        # A label, and the heading over it, are all that is asked; or not all of it.
        ("how do i mount it on tiles?", "Drill with a masonry bit.", True),
        ("how do i mount it on tiles?", "Use the short screws.", False),
        ("how do i clean it on tiles?", "Drill with a masonry bit.", False),
        ("how do i mount the kestrel?", "Drill with a masonry bit.", False),
        ("K204", "Message K-204 means that a sensor is too cold.", True),
        ("what does error K-204 mean?", "Message K-204 means that a sensor is too cold.", True),
        ("K-205", "Message K-204 means that a sensor is too cold.", False),
        ("who invented K-204?", "Message K-204 means that a sensor is too cold.", False),
        ("What is Kestrel?", "A logger for glass kilns.", True),
        ("What is Kestrel?", "It needs one sensor.", False),
        ("What is a sensor?", "A logger for glass kilns.", False),
        ("the display shows K-204, help!", "Message K-204 means that a sensor is too cold.", True),
        ("what happens if I get caught lending by post?", "| Lending by post | a reminder |", True),
        ("what's the combination of the safe", "Safe: 30-12-77", True),
        ("safe code", "Safe: 30-12-77", True),
        ("what is the code of the alarm", "Alarm code: 4471", True),
        ("what is the code of the locker", "Safe: 30-12-77", False),
        ("who has the safe", "Alarm code: 4471", False),
        ("what is the code of the gate", "Gate: locked at ten", False),
        ("where is the config", "Night: settings of `/etc/kiln`", True),
        ("where is the kestrel config", "Night: settings of `/etc/kiln`", True),
        ("where is the ssh config", "Night: settings of `/etc/kiln`", False),
        ("what happens if I lend", "| Lending by post | a reminder |", False),
        ("is it insured", "**Insurance:** by the club.", True),
        ("is the kiln insured", "**Insurance:** by the club.", False),
        ("I'm 12, can I join?", "You have to be 13 or older.", True),
        ("I'm 12, can I swim?", "You have to be 13 or older.", False),
        ("what happens if I lend by post?", "| Lending by post | a reminder |", True),
        ("who lends by post at night?", "| Lending by post | a reminder |", False),
        ("what is lending?", "| Lending by post | a reminder |", False),
        ("the sensor falls off", "Press it on again.", True),
        ("what to do when the sensor fell off?", "Press it on again.", True),
        ("the sensor falls off at night", "Press it on again.", False),
        ("i can't log in", "Ask a steward for a card.", True),
        ("i can't log out", "Ask a steward for a card.", False),
        ('ERROR: sensor "north" did not answer at line 15', "Plug it in.", True),
        ('ERROR: sensor "south" did not answer at line 15', "Plug it in.", False),
        ("why does it say sensor north did not answer", "Plug it in.", False),
        ("seeing K 205 since noon", "K-205 comes before a short circuit.", True),
        ("12:04 kiln[7] ERROR K-205 gave up", "K-205 comes before a short circuit.", True),
        ("12:04 kiln[7] ERROR K-206 gave up", "K-205 comes before a short circuit.", False),
        (
            "what do I do if the lid is open?",
            "If the lid is open, wait an hour; when it is shut, go on.",
            True,
        ),
        (
            "what happens when the door is open",
            "If the lid is open, wait an hour; when it is shut, go on.",
            False,
        ),
        ("who found K-205?", "K-205 comes before a short circuit.", False),
    ],
)
def test_it(told, question, sentence, expected):
    assert told(question, sentence) is expected
