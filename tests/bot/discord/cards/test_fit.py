"""Quotations are cut at sentence ends, and everything else is behind More."""

from hypothesis import given
from hypothesis import strategies as st

from bot.discord.cards.escape import length, visible
from bot.discord.cards.fit import fit, parts
from bot.discord.cards.quote import quotation_of
from retrieval.domain import Citation, Passage, Span

CITATION = Citation(path="a.md", title="A", headings=(), first_line=1, last_line=1)


def passage(text, *answering):
    spans = tuple(
        Span(start=100 + text.index(a), end=100 + text.index(a) + len(a)) for a in answering
    )
    return Passage(
        citation=CITATION, text=text, start=100, end=100 + len(text), highlights=spans, score=1.0
    )


SIX = "One is first. Two is next. Three answers. Four follows. Five is late. Six is last."


def test_what_fits_is_whole_and_the_answer_bold():
    fitted = fit(passage(SIX, "Three answers."), 500)
    assert fitted.complete
    assert fitted.text == SIX.replace("Three answers.", "**Three answers.**")


def test_what_does_not_fit_keeps_whole_sentences_around_the_answer():
    fitted = fit(passage(SIX, "Three answers."), 60)
    assert not fitted.complete
    assert fitted.text == "… Two is next. **Three answers.** Four follows. …"


def test_two_answers_apart_keep_what_lies_between_marked():
    fitted = fit(passage(SIX, "One is first.", "Six is last."), 40)
    assert fitted.text == "**One is first.** … **Six is last.**"


def test_an_absurd_sentence_is_cut_at_a_word():
    fitted = fit(passage("word " * 30_000, ("word " * 30_000).strip()), 100)
    assert fitted.text.startswith("**word word")
    assert fitted.text.endswith("word** …")
    assert length(fitted.text) <= 100


def test_touching_answers_are_one_bold_text():
    text = "一。二。三。"
    assert fit(passage(text, "一。", "二。"), 500).text == "**一。二。**\u200b三。"


def test_nothing_comes_to_life_where_two_pieces_meet():
    text = "ask @everyone about http://a.example"
    unmarked = fit(passage(text, "everyone about http"), 500, marked=False).text
    assert "@everyone" not in unmarked
    assert "http:" not in unmarked.replace("\\", "")


def test_parts_lose_nothing():
    text = " ".join(f"Sentence number {n} is here." for n in range(200))
    found = list(parts(passage(text, "Sentence number 7 is here."), 300))
    assert all(length(part) <= 300 for part in found)
    assert " ".join(found).replace("**", "") == text


def test_an_answer_is_what_the_file_says_with_its_line_ends():
    text = "Before.\n\nThe answer is wrapped\nin its file. After."
    answer = "The answer is wrapped\nin its file."
    assert f"**{answer}**" in fit(passage(text, answer), 500).text


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(20, 400))
def test_any_text_fits_any_budget_and_keeps_its_pieces(text, one, other, budget):
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    span = (Span(start=100 + low, end=100 + high),)
    some = Passage(
        citation=CITATION, text=text, start=100, end=100 + len(text), highlights=span, score=1.0
    )
    assert length(fit(some, budget).text) <= budget
    assert all(length(part) <= budget for part in parts(some, budget))
    joined = "".join(piece.text for piece in quotation_of(some).pieces)
    # Too many marks on one character may be parted, and be dropped when they are together again.
    assert visible(joined).split() == visible(text).split()
