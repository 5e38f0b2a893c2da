"""Every sentence of a text is found: it answers by itself, or leads to what is shown with it.

Those aside that only say where something else is told, where something is told beside them.
"""

from textwrap import fill

from hypothesis import given
from hypothesis import strategies as st
from units_of import found

from retrieval.structure import Role

NOUNS = st.sampled_from(["kettle", "ferry", "meadow", "lantern", "gate", "choir", "ledger"])
SAID = st.sampled_from(
    [
        "the {} stands behind the mill {}",
        "the {} was painted green by Ida {}",
        "this {} gives the bearer free entry {}",
        "for the {} ask at the bakery {}",
        "members leave every {} on the shelf {}",
        "no {} after ten at night {}",
        "it costs 4 pounds with a {} {}",
        "the following {} is the best {}",
    ]
)
ENDS = st.sampled_from([".", ".", "!", ":", ""])
ADDRESS = "https://example.org/archive/surveys/2023/maps/tree-by-tree/index.php?layer=age&sheet=04"


@st.composite
def blocks(draw, marks):
    """Return blocks of a text, and the last word of each of their sentences, which no other has."""
    written, keys = [], []
    for at in range(draw(st.integers(1, 7))):
        said = []
        for each in range(draw(st.integers(1, 3))):
            key = f"zq{'abcdefgh'[at]}{'abc'[each]}"
            words = draw(SAID).format(draw(NOUNS), key)
            said.append(words[0].upper() + words[1:] + draw(ENDS))
            keys.append(key)
        form = draw(st.sampled_from(["paragraph", "wrapped", "address", *marks]))
        if form == "paragraph":
            written.append(" ".join(one.rstrip(":") for one in said))
        elif form == "wrapped":
            written.append(fill(" ".join(said), draw(st.integers(40, 72))))
        elif form == "address":
            written.append("\n".join([said[0], f"See also: {ADDRESS}", *said[1:]]))
        else:
            written.append("\n".join(form.format(one) for one in said))
    return "\n\n".join(written) + "\n", keys


def lost(text, keys, name):
    """Return the keys of the sentences that no search can come to."""
    units = found(text, name)
    reached = [
        words
        for place, (words, unit) in enumerate(units)
        if unit.states or unit.answer != place or unit.role in {Role.TITLE, Role.HEADER}
    ]
    return [key for key in keys if not any(key in words for words in reached)]


@given(blocks(["{}", "- {}", "1. {}", "4.1 {}", "(a) {}", "Ann: {}", "    {}"]))
def test_every_sentence_of_a_plain_text_is_found(made):
    text, keys = made
    assert lost(text, keys, "a.txt") == []


@given(
    blocks(
        [
            "- {}",
            "2. {}",
            "## {}\n",
            "### 4.1 {}\n",
            "> {}",
            "**{}**",
            "**Ann:** {}\n",
            "* [ ] {}",
            "| {} | no |",
            "<p>{}</p>",
            "```\n{}\n```",
            "!!! note\n    {}\n",
        ]
    )
)
def test_every_sentence_of_markdown_is_found(made):
    text, keys = made
    assert lost(text, keys, "a.md") == []
