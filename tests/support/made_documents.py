"""One text in every format that can hold it, each written by a program's own library.

The text is a list of parts, so that every format gets the same: headings, paragraphs, items, a
table.
"""

import email.message
import functools
import io
from collections.abc import Callable
from dataclasses import dataclass

from made_records import OTHERS, TABLES

TITLE = "Harbour Handbook"


@dataclass(frozen=True)
class Part:
    kind: str
    """``h1``, ``h2``, ``p``, ``li``, ``ol``, ``table`` or ``code``."""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def h1(text):
    return Part("h1", text)


def p(text):
    return Part("p", text)


def li(text):
    return Part("li", text)


PARTS = (
    h1("Opening hours"),
    p(
        "The harbour office opens at half past seven on weekdays. On Sundays it stays closed, and"
        " the night watch answers the telephone."
    ),
    p("During the regatta in August the office stays open until midnight."),
    h1("Berths"),
    p(
        "A visitor reports to the harbour master within two hours of mooring. Boats of more than"
        " twelve metres moor at the north quay, where the water is deep enough at low tide."
    ),
    Part("h2", "What to bring"),
    li("The papers of the boat, which are copied and handed back."),
    li("Proof of insurance with a cover of at least two million crowns."),
    li("A deposit of fifty crowns for the key to the washrooms."),
    Part("h2", "Fees"),
    p("Fees are paid in advance at the kiosk."),
    Part(
        "table",
        rows=(
            ("Berth", "Night", "Week"),
            ("Dinghy", "9 crowns", "48 crowns"),
            ("Cruiser", "24 crowns", "140 crowns"),
            ("Trawler", "61 crowns", "350 crowns"),
        ),
    ),
    h1("Radio"),
    p(
        "The harbour listens on channel 14. In an emergency call the coast guard on channel 16,"
        " whose watch never ends."
    ),
    h1("Cranes"),
    p("The large crane, which lifts eighteen tonnes, is booked a week ahead with Ingrid Vassdal."),
)

QUESTIONS = (
    ("When does the harbour office open on weekdays?", "half past seven"),
    ("Until when is the office open during the regatta?", "until midnight"),
    ("Where do boats of more than twelve metres moor?", "north quay"),
    ("How much is the deposit for the key to the washrooms?", "fifty crowns"),
    ("How many crowns a week for a trawler?", "350 crowns"),
    ("Which channel does the coast guard use?", "channel 16"),
    ("With whom is the large crane booked?", "Ingrid Vassdal"),
)


def markdown() -> bytes:
    return _marked({"h1": "## ", "h2": "### ", "li": "- "}, f"# {TITLE}\n\n").encode()


def plain_text() -> bytes:
    return _marked({"h1": "", "h2": "", "li": "- "}, f"{TITLE}\n\n").encode()


def _marked(marks, front) -> str:
    told = [front]
    for part in PARTS:
        if part.kind == "table":
            lines = ["| " + " | ".join(row) + " |" for row in part.rows]
            lines.insert(1, "|" + "---|" * len(part.rows[0]))
            told.append("\n".join(lines) + "\n\n")
        else:
            told.append(
                marks.get(part.kind, "") + part.text + ("\n" if part.kind == "li" else "\n\n")
            )
            if part is PARTS[_last_item()]:
                told.append("\n")
    return "".join(told)


def _last_item() -> int:
    return max(at for at, part in enumerate(PARTS) if part.kind == "li")


def html() -> bytes:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE} – Port of Vik</title>
    </head><body><header><a href="/">Port of Vik</a></header>
    <nav><ul><li><a href="/a">Opening hours</a></li><li><a href="/b">Weather</a></li></ul></nav>
    <main><h1>{TITLE}</h1>{_elements()}</main>
    <aside><p>Subscribe to our letter about tides.</p></aside>
    <footer><p>© Port of Vik. The harbour office opens whenever we like.</p></footer>
    </body></html>""".encode()


def _elements(levels=None) -> str:
    told = []
    tags = {"h1": "h2", "h2": "h3"} if levels is None else levels
    for at, part in enumerate(PARTS):
        if part.kind == "table":
            head, *rows = part.rows
            cells = "".join(f"<th>{cell}</th>" for cell in head)
            body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
            told.append(f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>")
        elif part.kind == "li":
            is_first = PARTS[at - 1].kind != "li"
            told.append(("<ul>" if is_first else "") + f"<li>{part.text}</li>")
            told.append("</ul>" if at == _last_item() else "")
        else:
            tag = tags.get(part.kind, "p")
            told.append(f"<{tag}>{part.text}</{tag}>")
    return "".join(told)


def docx() -> bytes:
    import docx as library

    document = library.Document()
    document.add_heading(TITLE, 0)
    for part in PARTS:
        if part.kind in {"h1", "h2"}:
            document.add_heading(part.text, int(part.kind[1]))
        elif part.kind == "li":
            document.add_paragraph(part.text, style="List Bullet")
        elif part.kind == "table":
            table = document.add_table(rows=0, cols=len(part.rows[0]))
            for number, row in enumerate(part.rows):
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.paragraphs[0].add_run(words).bold = number == 0
        else:
            document.add_paragraph(part.text)
    return _saved(document.save)


def odt() -> bytes:
    from odf.opendocument import OpenDocumentText
    from odf.table import Table, TableCell, TableColumn, TableHeaderRows, TableRow
    from odf.text import H, List, ListItem, P

    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=TITLE))
    items = None
    for part in PARTS:
        if part.kind == "li":
            items = items or List()
            item = ListItem()
            item.addElement(P(text=part.text))
            items.addElement(item)
            if part is PARTS[_last_item()]:
                document.text.addElement(items)
        elif part.kind in {"h1", "h2"}:
            document.text.addElement(H(outlinelevel=int(part.kind[1]) + 1, text=part.text))
        elif part.kind == "table":
            table = Table()
            table.addElement(TableColumn(numbercolumnsrepeated=len(part.rows[0])))
            head = TableHeaderRows()
            table.addElement(head)
            for number, row in enumerate(part.rows):
                line = TableRow()
                (table if number else head).addElement(line)
                for words in row:
                    cell = TableCell()
                    cell.addElement(P(text=words))
                    line.addElement(cell)
            document.text.addElement(table)
        else:
            document.text.addElement(P(text=part.text))
    return _saved(document.write)


def epub() -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ebooklib import epub as library

        book = library.EpubBook()
        book.set_identifier("harbour")
        book.set_title(TITLE)
        book.set_language("en")
        chapter = library.EpubHtml(title="Handbook", file_name="text.xhtml", lang="en")
        chapter.content = f"<html><body><h1>{TITLE}</h1>{_elements()}</body></html>"
        book.add_item(chapter)
        book.toc = (chapter,)
        book.add_item(library.EpubNcx())
        book.add_item(library.EpubNav())
        book.spine = ["nav", chapter]
        return _saved(lambda stream: library.write_epub(stream, book))


def pptx() -> bytes:
    import pptx as library
    from pptx.util import Inches

    show = library.Presentation()
    front = show.slides.add_slide(show.slide_layouts[0])
    front.shapes.title.text = TITLE
    body = None
    for part in PARTS:
        if part.kind in {"h1", "h2"}:
            slide = show.slides.add_slide(show.slide_layouts[1])
            slide.shapes.title.text = part.text
            body = slide.placeholders[1].text_frame
        elif part.kind == "table":
            slide = show.slides[-1]
            rows, columns = len(part.rows), len(part.rows[0])
            frame = slide.shapes.add_table(
                rows, columns, Inches(1), Inches(4), Inches(8), Inches(2)
            )
            for row, cells in enumerate(part.rows):
                for column, words in enumerate(cells):
                    frame.table.cell(row, column).text = words
        else:
            if body.text:
                body.add_paragraph().text = part.text
            else:
                body.text = part.text
    return _saved(show.save)


def pdf() -> bytes:
    from fpdf import FPDF

    class Sheet(FPDF):
        def header(self):
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, "Port of Vik, harbour handbook", align="C")
            self.ln(12)

        def footer(self):
            self.set_y(-15)
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"Page {self.page_no()}", align="C")

    sheet = Sheet()
    sheet.add_page()
    sheet.set_font("Helvetica", "B", 22)
    sheet.cell(0, 12, TITLE, new_x="LMARGIN", new_y="NEXT")
    for part in PARTS:
        if part.kind in {"h1", "h2"}:
            if part.kind == "h1" and sheet.get_y() > 90:
                sheet.add_page()
            sheet.ln(3)
            sheet.set_font("Helvetica", "B", {"h1": 16, "h2": 13}[part.kind])
            sheet.cell(0, 10, part.text, new_x="LMARGIN", new_y="NEXT")
        elif part.kind == "table":
            sheet.set_font("Helvetica", size=10)
            with sheet.table(borders_layout="NONE") as table:
                for cells in part.rows:
                    row = table.row()
                    for words in cells:
                        row.cell(words)
        else:
            sheet.set_font("Helvetica", size=10)
            mark = "-  " if part.kind == "li" else ""
            sheet.multi_cell(110, 5, mark + part.text, new_x="LMARGIN", new_y="NEXT", align="L")
            sheet.ln(0 if part.kind == "li" else 3)
    return bytes(sheet.output())


def restructured_text() -> bytes:
    told = [f"{'=' * len(TITLE)}\n{TITLE}\n{'=' * len(TITLE)}\n\n"]
    for at, part in enumerate(PARTS):
        if part.kind in {"h1", "h2"}:
            told.append(f"{part.text}\n{('=' if part.kind == 'h1' else '-') * len(part.text)}\n\n")
        elif part.kind == "table":
            told.append(".. list-table::\n   :header-rows: 1\n\n")
            for row in part.rows:
                told += [f"   {'*' if not n else ' '} - {cell}\n" for n, cell in enumerate(row)]
            told.append("\n")
        elif part.kind == "li":
            told.append(f"* {part.text}\n" + ("\n" if at == _last_item() else ""))
        else:
            told.append(f"{part.text}\n\n")
    return "".join(told).encode()


def asciidoc() -> bytes:
    told = [f"= {TITLE}\n\n"]
    for at, part in enumerate(PARTS):
        if part.kind == "table":
            rows = "\n".join("|" + " |".join(row) for row in part.rows)
            told.append(f'[options="header"]\n|===\n{rows}\n|===\n\n')
        elif part.kind == "li":
            told.append(f"* {part.text}\n" + ("\n" if at == _last_item() else ""))
        else:
            told.append({"h1": "== ", "h2": "=== "}.get(part.kind, "") + f"{part.text}\n\n")
    return "".join(told).encode()


def notebook() -> bytes:
    import nbformat
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

    cells = [new_markdown_cell(cell) for cell in markdown().decode().split("\n\n## ")]
    cells = [cells[0], *(new_markdown_cell("## " + cell.source) for cell in cells[1:])]
    cells.append(new_code_cell("tides = load('tides.csv')"))
    return nbformat.writes(new_notebook(cells=cells)).encode()


def mail() -> bytes:
    message = email.message.EmailMessage()
    message["From"] = "Ingrid Vassdal <ingrid@example.org>"
    message["To"] = "crews@example.org"
    message["Subject"] = TITLE
    message["Date"] = "Tue, 14 May 2024 08:30:00 +0000"
    message.set_content(f"See the page.\n\n-- \n{TITLE}\n")
    message.set_content(html().decode(), subtype="html")
    return message.as_bytes()


PROSE: dict[str, Callable[[], bytes]] = {
    ".md": markdown,
    ".html": html,
    ".docx": docx,
    ".odt": odt,
    ".epub": epub,
    ".pptx": pptx,
    ".pdf": pdf,
    ".rst": restructured_text,
    ".adoc": asciidoc,
    ".ipynb": notebook,
    ".eml": mail,
}
"""What writes the text, by the ending of its files."""
MAKERS = PROSE | {".txt": plain_text} | TABLES | OTHERS
"""What writes a file of every format, by the ending of its name."""


@functools.cache
def every() -> dict[str, bytes]:
    """Return a file of every format, by the ending of its name."""
    return {ending: make() for ending, make in MAKERS.items()}


def _saved(save) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
