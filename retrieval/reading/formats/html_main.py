"""Which part of a web page is its text, and what in it is there to get about."""

import re

from lxml import etree

__all__ = ["is_furniture", "is_hidden", "main_part"]

_NEVER = frozenset(
    """script style noscript template svg math head iframe object embed canvas audio video map
    button input select option textarea dialog nav""".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo search complementary menu menubar toolbar dialog".split()
)
# Whole words of a class or an id, as they are joined there by dashes and underscores.
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|navheader|navfooter|menu|sidebar|sidebars?|breadcrumbs?|"
    r"footer|masthead|cookies?|banner|toc|localtoc|globaltoc|sphinxsidebar|related|share|sharing|"
    r"social|pagination|pager|prev-next|skip|skiplink|advert|ads|promo|headerlink|editsection|"
    r"mw-jump-link|printfooter|catlinks|navbox|comments?-form|newsletter|searchbox|topnav|"
    r"noprint|visually-hidden|sr-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MAIN = (
    ".//main",
    ".//*[@role='main']",
    ".//article",
    ".//*[@id='content']",
    ".//*[@id='main-content']",
    ".//*[@id='bodyContent']",
    ".//*[@id='main']",
)
_ENOUGH = 0.4
_FEW = 2
_TEXT_BLOCKS = frozenset("p li dd td pre blockquote h1 h2 h3 h4 h5 h6".split())


def main_part(root: etree._Element) -> etree._Element:
    """Return the element that holds the page's text.

    What is marked as the main part is it if it has a good share of what is not furniture.
    """
    body = root.find(".//body")
    whole = body if body is not None else root
    words = _words(whole)
    for path in _MAIN:
        found = whole.findall(path)
        if (
            len(found) == 1
            and not _is_inside_furniture(found[0])
            and _words(found[0]) >= _ENOUGH * words
        ):
            return found[0]
    return whole


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a browser shows nothing of an element."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
    )


def is_furniture(element: etree._Element) -> bool:
    """Tell whether an element is there to get about, and not to be read."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NEVER:
        return True
    if (element.get("role") or "").lower() in _ROLES or is_hidden(element):
        return True
    if tag in {"header", "footer", "aside"} and not _is_inside_article(element):
        # The header of a page may hold its heading.
        return tag != "header" or element.find(".//h1") is None
    if tag in {"body", "html", "main", "article"}:
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(named) > 1 and _NAMED.search(named) is not None and not _is_main_text(element)


def _is_main_text(element: etree._Element) -> bool:
    """Tell whether an element is text for all that it is called: ``has-sidebar``, ``toc-wrapper``.

    It is where most of the page's paragraphs stand in it.
    """
    inside = sum(1 for one in element.iter("p") if one.text)
    # Most are small, and counting the whole page for each of them would take its time.
    if inside <= _FEW:
        return False
    return inside * 2 > sum(1 for one in element.getroottree().iter("p") if one.text)


def _is_inside_article(element: etree._Element) -> bool:
    return any(one.tag in {"article", "main", "section"} for one in element.iterancestors())


def _is_inside_furniture(element: etree._Element) -> bool:
    return any(is_furniture(one) for one in element.iterancestors())


def _words(element: etree._Element) -> int:
    """Count the characters of what can be read in an element."""
    count = 0
    waiting = [element]
    while waiting:
        one = waiting.pop()
        count += len((one.text or "").strip())
        for child in one:
            count += len((child.tail or "").strip())
            if isinstance(child.tag, str) and not is_furniture(child):
                waiting.append(child)
    return count
