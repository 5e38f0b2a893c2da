"""Text from right to left is shown right, and what is copied of code is the code."""

from bot.discord.cards.draw import draw
from bot.discord.cards.quote import quotation_of
from bot.rendering.direction import isolated, lines_isolated
from retrieval.domain import Citation, Passage

FSI, PDI = "\u2068", "\u2069"
ARABIC = "المكتبة مفتوحة."
CITATION = Citation(path="a.md", title="T", headings=(), first_line=1, last_line=9)


def drawn(text, media_type="text/markdown"):
    passage = Passage(
        citation=CITATION,
        text=text,
        start=0,
        end=len(text),
        highlights=(),
        score=1.0,
        media_type=media_type,
    )
    quotation = quotation_of(passage)
    return draw(quotation, range(len(quotation.pieces)))


def test_only_what_needs_it_is_isolated():
    assert isolated("The library.") == "The library."
    assert isolated(ARABIC) == f"{FSI}{ARABIC}{PDI}"
    assert lines_isolated(f"One.\n{ARABIC}") == f"One.\n{FSI}{ARABIC}{PDI}"


def test_each_quoted_line_runs_in_its_own_direction():
    assert drawn(f"The library.\n\n{ARABIC}") == f"The library.\n\n{FSI}{ARABIC}{PDI}"


def test_the_marks_of_a_list_and_of_a_quotation_stand_before_it():
    assert drawn(f"- {ARABIC}\n- One.") == f"- {FSI}{ARABIC}{PDI}\n- One."
    assert drawn(f"> {ARABIC}") == f"> {FSI}{ARABIC}{PDI}"
    assert drawn(f"3. {ARABIC}").endswith(f" {FSI}{ARABIC}{PDI}")


def test_code_is_left_as_it_is():
    code = f'```python\nprint("{ARABIC}")\n```'
    assert drawn(f"{ARABIC}\n\n{code}") == f"{FSI}{ARABIC}{PDI}\n{code}"
