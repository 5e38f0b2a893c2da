"""The row with the figure that is asked about, and rows that only a column's name meets."""

from retrieval.answering.structured.table_rows import has_yes, table_rows

FINCH, HERON = "| Finch", "| Heron"


def test_the_row_fits_whose_figure_stands_in_the_column_that_is_asked(view, row):
    scores = {row(FINCH): 0.5, row(HERON): 0.4, row("Fines are"): 0.3}
    for question in ("which van can take eight people", "which van is for 8 people"):
        assert list(table_rows(question, scores, view)) == [row(HERON)]
    assert list(table_rows("which van has 8 marks", scores, view)) == [row(FINCH)]
    assert table_rows("which van can take nine people", scores, view) == {}


def test_a_column_alone_is_no_answer_to_when(view, row):
    scores = {row(HERON): 0.5, row("Fines are"): 0.4}
    assert table_rows("when do people leave", scores, view)[row(HERON)] < 0
    assert table_rows("when is the heron with people", scores, view) == {}
    assert table_rows("who are the people that leave", scores, view) == {}


def test_the_row_fits_that_says_yes_in_the_column(view, row):
    scores = {row(FINCH): 0.5, row(HERON): 0.4}
    found = table_rows("which van has a radio", scores, view)
    assert found[row(HERON)] > 0 > found[row(FINCH)]
    assert has_yes("which van has a radio", row(HERON), view)
    assert not has_yes("which van has a radio", row(FINCH), view)
    assert not has_yes("who has a radio", row(HERON), view)
    assert table_rows("which van has no radio", scores, view) == {}
    assert table_rows("does a van have a radio", scores, view) == {}
