"""Links to sources lead where the owner said, and nowhere else."""

import pytest

from bot.rendering.links import link_maker
from retrieval.domain import Citation

SOURCE = "https://docs.example/{path}?l={line}"


@pytest.mark.parametrize(
    ("template", "path", "url"),
    [
        (SOURCE, "a b/ü.md", "https://docs.example/a%20b/%C3%BC.md?l=3"),
        (SOURCE, "x)](<>.md", "https://docs.example/x%29%5D%28%3C%3E.md?l=3"),
        (SOURCE, "y" * 500, None),
        ("javascript:{path}", "a.md", None),
        (None, "a.md", None),
    ],
)
def test_links_lead_only_where_the_owner_said(template, path, url):
    citation = Citation(path=path, title="t", headings=(), first_line=3, last_line=4)
    assert link_maker(template)(citation) == url
