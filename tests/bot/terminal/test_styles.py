"""What is read can be read on any background: it is in the terminal's own colour."""

import ast
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from prompt_toolkit.styles import default_ui_style, merge_styles
from rich.style import Style
from rich.text import Text

import bot
from bot.app.gaps import Gap
from bot.app.stats import Week
from bot.terminal import styles
from bot.terminal.console import TerminalConsole
from bot.terminal.gaps import render_gaps
from bot.terminal.numbered import render_excerpt
from bot.terminal.progress import progress_on
from bot.terminal.prompt import LOOK
from bot.terminal.quotation import render_quotation
from bot.terminal.stats import render_bars, render_weeks
from legible import LEAST, contrast, faint
from retrieval.domain import Citation, Passage, Span

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
OF_TEXT = (styles.ANSWER, styles.ASIDE, styles.LINK, styles.STATEMENT)
OF_SIGNS = (
    styles.ORNAMENT,
    styles.PLACE,
    *styles.LEVELS.values(),
    styles.ADDED,
    styles.CHANGED,
    styles.REMOVED,
    styles.SKIPPED,
    styles.DOUBTFUL,
    styles.TROUBLE,
)
PALETTES = {
    "xterm": ("cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd"),
    "GNOME": ("c01c28", "26a269", "a2734c", "12488b", "a347ba", "2aa1b3"),
    "Solarized": ("dc322f", "859900", "b58900", "268bd2", "d33682", "2aa198"),
    "Windows": ("c50f1f", "13a10e", "c19c00", "0037da", "881798", "3a96dd"),
}
"""Red, green, yellow, blue, magenta and cyan."""
MARKDOWN = """\
## Rules

Be **kind**, see [the guide](https://a.example/x) or `/rules`, ~~or~~ *ask*.

1. No spam:
   - links

> [!NOTE]
> Ask first.

| What | Then |
|:--|--:|
| Spam | `1` day |

```sh
make run
```
"""


def passage(answer):
    start = MARKDOWN.index(answer)
    return Passage(
        citation=Citation(path="a.md", title="A", headings=("B",), first_line=1, last_line=3),
        text=MARKDOWN,
        start=0,
        end=len(MARKDOWN),
        highlights=(Span(start=start, end=start + len(answer)),),
        score=1.0,
        media_type="text/markdown",
    )


def written(what):
    out = io.StringIO()
    console = TerminalConsole(
        file=out, force_terminal=True, color_system="truecolor", width=60, legacy_windows=False
    )
    console.show(what)
    return out.getvalue()


def rgb(colour):
    return tuple(bytes.fromhex(colour))


@pytest.mark.parametrize("place", range(6))
def test_no_colour_of_a_palette_does_for_text(place):
    """Why text has none: each is too faint on white or on black somewhere."""
    least = min(
        contrast(rgb(palette[place]), ground)
        for palette in PALETTES.values()
        for ground in (WHITE, BLACK)
    )
    assert least < LEAST


@pytest.mark.parametrize("style", OF_TEXT)
def test_text_has_no_colour_of_its_own(style):
    assert not faint(written(Text("text", style=style)))


@pytest.mark.parametrize("style", OF_SIGNS)
def test_signs_are_not_black_or_white(style):
    """The one is a dark terminal's ground, the other a light one's."""
    parsed = Style.parse(style)
    assert parsed.bgcolor is None
    assert parsed.color is None or parsed.color.number not in {0, 7, 8, 15}


@pytest.mark.parametrize("style", OF_SIGNS)
def test_a_colour_on_text_is_noticed(style):
    assert faint(written(Text("text", style=style))) == ["text"]


@pytest.mark.parametrize("answers", [True, False])
@pytest.mark.parametrize("answer", ["`/rules`", "Ask first.", "| Spam | `1` day |", "make run"])
def test_a_quotation_can_be_read(answer, answers):
    shown = written(render_quotation(passage(answer), marks=False, answers=answers))
    assert "Spam" in shown
    assert not faint(shown)
    assert not faint(written(render_excerpt(MARKDOWN, passage(answer), marks=False)))


def test_figures_can_be_read():
    gap = Gap(
        question="why?",
        document=None,
        times=2,
        wordings=1,
        last=datetime(2026, 5, 1, tzinfo=UTC),
        answered_now=False,
    )
    week = Week(monday=date(2026, 5, 4), answered=5, perhaps=3, unanswered=2, median=0.1)
    assert not faint(written(render_gaps([gap])))
    assert not faint(written(render_weeks([week])))
    bars = render_bars([week], width=60)
    assert bars is None or not faint(written(bars))


def test_progress_can_be_read():
    out = io.StringIO()
    console = TerminalConsole(file=out, force_terminal=True, color_system="truecolor", width=80)
    with progress_on(console) as tell:
        tell("embedding", 3, 10)
    assert "3/10" in out.getvalue()
    assert not faint(out.getvalue())


@pytest.mark.parametrize(
    "part",
    [
        "auto-suggestion",
        "completion-menu.completion",
        "completion-menu.completion.current",
        "completion-menu.meta.completion",
        "completion-menu.meta.completion.current",
    ],
)
def test_what_is_offered_while_one_types_can_be_read(part):
    names = [part.rsplit(".", drop)[0] for drop in range(part.count("."), -1, -1)]
    look = merge_styles([default_ui_style(), LOOK]).get_attrs_for_style_str(
        " ".join(f"class:{name}" for name in names)
    )
    assert look.color
    grounds = [rgb(look.bgcolor)] if look.bgcolor else [WHITE, BLACK]
    assert all(contrast(rgb(look.color), ground) >= LEAST for ground in grounds)


def test_styles_have_a_name():
    """What is looked at here is all there is: nothing is styled in passing."""
    for file in Path(bot.__file__).parent.rglob("*.py"):
        if file.name == "styles.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg is not None and "style" in node.arg:
                literal = isinstance(node.value, ast.Constant) and node.value.value
                assert not literal, f"{file.name}:{node.value.lineno}"
