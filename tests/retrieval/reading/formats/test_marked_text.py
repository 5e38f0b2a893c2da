"""reStructuredText and AsciiDoc: what a reader sees, and the lines where it stands."""

import pytest

from retrieval.domain import BlockKind
from retrieval.locators import Lines
from retrieval.reading import read_file

RST = """\
Harbour
=======

:Author: Jo Doe

Boats *moor* at the :ref:`north quay <quay>`, see :func:`~port.berths`.

.. note:: Mind the tide.

.. code-block:: python

   fee = 24

.. toctree::

   other

Fees
----

1. First
2. Second

   - inner

port
    The one it listens on.

.. versionadded:: 3.2
   Deposits.

.. include:: /etc/passwd
"""

ADOC = """\
= Harbour
Jo Doe <jo@example.org>
:berths: 12

Boats *moor* at the <<quay,north quay>> with {berths} berths, see https://port.example[the port].

// no one sees this
NOTE: Mind the tide.

[source,python]
----
fee = 24
----

== Fees

. First
** inner
. Second
+
More of it.

port:: The one it listens on.

[WARNING]
====
Deep water.
====

include::secret.adoc[]
"""


def blocks(text, name):
    document = read_file(text.encode(), name).documents[0]
    return document, [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        (RST, "a.rst", "Boats moor at the north quay, see berths."),
        (ADOC, "a.adoc", "Boats moor at the north quay with 12 berths, see the port."),
    ],
)
def test_marks_are_no_part_of_what_is_said(text, name, sentence):
    document, told = blocks(text, name)
    assert document.title == "Harbour"
    assert document.author == "Jo Doe"
    assert (BlockKind.PARAGRAPH, sentence) in told
    assert (BlockKind.CODE, "fee = 24") in told
    assert (BlockKind.LIST_ITEM, "port: The one it listens on.") in told
    assert "secret" not in document.text
    assert "passwd" not in document.text
    code = next(b for b in document.blocks if b.kind is BlockKind.CODE)
    assert code.language == "python"
    note = next(b for b in document.blocks if "Mind the tide" in document.text[b.start : b.end])
    assert note.admonition == "note"
    assert document.blocks[-1].headings == ("Fees",)


@pytest.mark.parametrize(("text", "name"), [(RST, "a.rst"), (ADOC, "a.adoc")])
def test_blocks_are_cited_by_the_lines_of_the_file(text, name):
    document, _ = blocks(text, name)
    lines = text.split("\n")
    for block in document.blocks:
        assert isinstance(block.locator, Lines)
        first = document.text[block.start : block.end].split()[0].rstrip(":")
        # What a field or a note about a version says of itself stands nowhere.
        if block.kind not in (BlockKind.CODE, BlockKind.BYLINE) and first != "Added":
            assert first in lines[block.locator.first - 1]


def test_items_of_asciidoc_have_their_depth():
    document, _ = blocks(ADOC, "a.adoc")
    items = {document.text[b.start : b.end]: (b.level, b.mark) for b in document.blocks if b.level}
    assert items["First"] == (1, "1.")
    assert items["inner"] == (2, "-")
    assert items["Second"] == (1, "1.")
    assert items["More of it."] == (1, "")


def test_items_of_restructured_text_have_their_depth():
    document, _ = blocks(RST, "a.rst")
    items = {document.text[b.start : b.end]: (b.level, b.mark) for b in document.blocks if b.level}
    assert items["Second"] == (1, "2.")
    assert items["inner"] == (2, "-")
