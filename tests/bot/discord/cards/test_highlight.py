"""Whatever a document holds: what answers is bold, or its row is marked, and nothing else."""

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.cards.draw import ANSWER_BELOW, ANSWER_HERE
from bot.discord.cards.escape import length
from bot.discord.cards.fit import fit, parts
from retrieval.domain import Citation, Passage, Span

CITATION = Citation(path="a.md", title="A", headings=(), first_line=1, last_line=1)
WORD = re.compile(r"q\d+z")
TOKEN = re.compile(r"\\[^\w\s]|\*\*|q\d+z|.", re.DOTALL)


class Writer:
    """Writes Markdown of words that occur once; the same one for the same seed."""

    def __init__(self, seed):
        self.random = Random(seed)
        self.count = 0

    def word(self):
        self.count += 1
        return f"q{self.count}z"

    def styled(self):
        word = self.word()
        forms = ["{}"] * 6
        forms += ["**{}**", "*{}*", "_{}_", "***{}***", "~~{}~~", "`{}`", "<b>{}</b>"]
        forms += ["[{}](https://a.example/x)", "[{}](guide.md)", "[**{}**](https://a.example)"]
        forms += [
            "({})",
            "{}\\*",
            "&lt;{}&gt;",
            "**{} ",
            " {}**",
            "`` {} ``",
            "{}<br>",
            "*{}",
            "{}_",
        ]
        return self.random.choice(forms).format(word)

    def line(self, most=8):
        words = [self.styled() for _ in range(self.random.randint(1, most))]
        ends = self.random.choices([" ", ". ", "! ", " ", " "], k=len(words))
        return "".join(word + end for word, end in zip(words, ends, strict=True)).strip()

    def paragraph(self):
        return "\n".join(self.line() for _ in range(self.random.randint(1, 3)))

    def items(self):
        marks = self.random.choice(["-", "*", "1.", "7)"])
        lines = []
        for _ in range(self.random.randint(1, 4)):
            lines.append(f"{marks} {self.line(4)}")
            if self.random.random() < 0.4:
                lines.append(f"{' ' * (len(marks) + 1)}- {self.line(4)}")
            if self.random.random() < 0.3:
                lines.append(f"{' ' * (len(marks) + 1)}{self.line(4)}")
        return "\n".join(lines)

    def table(self):
        columns = self.random.randint(1, 4)
        rows = [[self.line(3).replace("|", "") for _ in range(columns)] for _ in range(4)]
        rows.insert(1, [self.random.choice(["---", ":--", "--:", ":-:"])] * columns)
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def code(self):
        lines = [f"{self.word()} {self.word()}" for _ in range(self.random.randint(1, 4))]
        return "\n".join(["```" + self.random.choice(["", "sh", "py"]), *lines, "```"])

    def box(self):
        head = self.random.choice(["", "> [!NOTE]\n"])
        return head + "\n".join(f"> {line}" for line in self.paragraph().split("\n"))

    def document(self):
        made = [self.paragraph, self.items, self.table, self.code, self.box]
        made += [
            lambda: "## " + self.line(3),
            lambda: f'!!! note "{self.word()}"\n    {self.line()}',
        ]
        blocks = [self.random.choice(made)() for _ in range(self.random.randint(1, 5))]
        return self.random.choice(["\n\n", "\n\n", "\r\n\r\n"]).join(blocks)


def passage_of(seed):
    writer = Writer(seed)
    text = writer.document()
    words = [match.span() for match in WORD.finditer(text)]
    first = writer.random.randrange(len(words))
    last = min(first + writer.random.randint(0, 6), len(words) - 1)
    start, end = words[first][0], words[last][1]
    return Passage(
        citation=CITATION,
        text=text,
        start=500,
        end=500 + len(text),
        highlights=(Span(start=500 + start, end=500 + end),),
        score=1.0,
        media_type="text/markdown",
    ), (start, end)


def bold_words(drawn):
    """The words that stand in bold, or in what is marked as the answer; and all words."""
    bold, every = set(), set()
    inside, fence, marked, below = False, False, False, False
    for line in drawn.split("\n"):
        bare = line.removeprefix("> ")
        if bare.startswith("```"):
            fence, marked = not fence, below and not fence
            below = False
        elif fence:
            found = set(WORD.findall(bare))
            every |= found
            if marked or bare.startswith(ANSWER_HERE):
                bold |= found
        elif bare == ANSWER_BELOW:
            below = True
        else:
            for token in TOKEN.findall(bare):
                if token == "**":
                    inside = not inside
                elif WORD.fullmatch(token):
                    every.add(token)
                    bold |= {token} if inside else set()
    assert not inside
    return bold, every


def beside(text, start, end):
    """The words of rows and lines of code that an answer touches: they are marked as a whole."""
    found, fenced, position = set(), False, 0
    for line in text.splitlines(keepends=True):
        fence = line.startswith("```")
        fenced ^= fence
        touched = position < end and position + len(line) > start
        if touched and (fenced or line.startswith("|")):
            found |= set(WORD.findall(line))
        position += len(line)
    return found


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(120, 1500))
def test_the_answer_is_bold_word_for_word_and_nothing_else_is(seed, budget):
    passage, (start, end) = passage_of(seed)
    answering = set(WORD.findall(passage.text[start:end]))
    around = answering | beside(passage.text, start, end)
    every_word = set(WORD.findall(passage.text))

    whole = fit(passage, 100_000)
    bold, shown = bold_words(whole.text)
    assert whole.complete
    assert shown == every_word
    assert answering <= bold <= around

    some = fit(passage, budget)
    assert length(some.text) <= budget
    bold, shown = bold_words(some.text)
    assert shown & answering <= bold <= around

    unmarked = fit(passage, 100_000, marked=False)
    assert bold_words(unmarked.text) == (set(), every_word)

    pages = list(parts(passage, budget))
    assert all(length(page) <= budget for page in pages)
    assert set().union(*(bold_words(page)[1] for page in pages)) == every_word
    assert set().union(*(bold_words(page)[0] for page in pages)) <= around
