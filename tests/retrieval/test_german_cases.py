"""Layouts and ways of asking, in German, with the packaged model, which knows none of it."""

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

BESIDE = {
    "moor.txt": "Das Moor\n\nIm Moor brüten Kiebitze. Der Steg wurde 2019 erneuert.\n",
    "schach.md": "# Schachklub\n\nDer Klub spielt donnerstags im Gemeindehaus.\n",
}
CASES = {
    "faq lines": (
        "Frage: Wie setze ich mein Passwort zurück?\n"
        "Antwort: Über den Link unter dem Anmeldefeld.\n\n"
        "Frage: Liefern Sie nach Kanada?\nAntwort: Ja, innerhalb von neun Werktagen.\n",
        "Liefern Sie nach Kanada?",
        "neun Werktagen",
    ),
    "heading is the question": (
        "# Hilfe\n\n## Wie kündige ich?\n\nSchreiben Sie bis zum 15. des Monats an das Büro.\n\n"
        "## Was kostet ein Umzug?\n\nEr kostet achtzig Euro.\n",
        "Wie kündige ich?",
        "Schreiben Sie bis zum 15.",
    ),
    "list item": (
        "# Ausrüstung\n\nMitzubringen sind:\n\n- feste Schuhe\n- eine Stirnlampe für die Höhle\n"
        "- Proviant\n",
        "Wofür ist die Stirnlampe?",
        "Stirnlampe",
    ),
    "table row": (
        "# Preise\n\n| Karte | Preis |\n|---|---|\n| Tageskarte | 12 Euro |\n"
        "| Jahreskarte | 140 Euro |\n",
        "Was kostet die Jahreskarte?",
        "140 Euro",
    ),
    "date with an ordinal": (
        "# Galerie\n\nDie Galerie öffnete 1998. Sie schloss am 25. Februar 2010 für immer.\n",
        "Wann schloss die Galerie?",
        "25. Februar 2010",
    ),
    "century": (
        "# Kirche\n\nDie Kirche wurde Mitte des 18. Jahrhunderts gebaut. Sie brannte 1911.\n",
        "In welchem Jahrhundert wurde die Kirche gebaut?",
        "18. Jahrhunderts",
    ),
    "abbreviations": (
        "# Kurs\n\nGrundlagen, z. B. Knoten, zeigt Herr Dr. Brandt am Montag. Danach wird geübt.\n",
        "Wer zeigt die Knoten?",
        "Dr. Brandt",
    ),
    "other form of a verb": (
        "# Verein\n\nFrau Albers leitet den Verein. Herr Peters führte die Kasse.\n",
        "Wer leitete den Verein?",
        "Albers",
    ),
    "plural with an umlaut": (
        "# Garten\n\nDie Apfelbäume werden im Februar geschnitten. Rosen blühen später.\n",
        "Wann wird ein Apfelbaum geschnitten?",
        "Februar",
    ),
    "compound": (
        "# Haus\n\nDie Kellertür ist nachts verschlossen. Das Dach ist neu.\n",
        "Ist die Tür zum Keller nachts verschlossen?",
        "Kellertür",
    ),
    "umlaut written out": (
        "# Bücherei\n\nDie Bücherei öffnet um zehn Uhr. Zeitungen liegen im Flur.\n",
        "Wann oeffnet die Buecherei?",
        "zehn Uhr",
    ),
    "small letters, no marks": (
        "# Bücherei\n\nDie Bücherei öffnet um zehn Uhr. Zeitungen liegen im Flur.\n",
        "wann öffnet die bücherei",
        "zehn Uhr",
    ),
    "polite": (
        "# Werkstatt\n\nDer Ofen brennt bei 1060 Grad. Ton liegt im Keller.\n",
        "Hallo, könnten Sie mir bitte sagen, bei wie viel Grad der Ofen brennt?",
        "1060 Grad",
    ),
    "front matter": (
        "---\ntitle: Satzung\nlang: de\n---\n\nDer Beitrag beträgt vierzig Euro.\n",
        "Wie hoch ist der Beitrag?",
        "vierzig Euro",
    ),
    "error code": (
        "# Fehler\n\nE-1042: Die Pumpe ist trocken.\n\nE-1043: Die Klappe klemmt.\n",
        "Was bedeutet der Fehler E-1042?",
        "Pumpe ist trocken",
    ),
    "wrapped lines": (
        "Hausordnung\n\nDie Waschküche darf von acht bis\nzwanzig Uhr benutzt werden.\n\n"
        "Fahrräder stehen im Hof.\n",
        "Wann darf die Waschküche benutzt werden?",
        "zwanzig Uhr",
    ),
    "hyphen at the end of a line": (
        "Hausordnung\n\nDie Müll-\ntonnen werden freitags geleert.\n\nFahrräder stehen im Hof.\n",
        "Wann werden die Mülltonnen geleert?",
        "freitags",
    ),
    "quotation": (
        "# Gespräch\n\n„Wir bauen im Herbst“, sagte Bürgermeisterin Kröger. Niemand widersprach.\n",
        "Was sagte die Bürgermeisterin?",
        "Wir bauen im Herbst",
    ),
    "number in words": (
        "# Klub\n\nDer Klub hat einundvierzig Mitglieder. Der Vorstand tagt im Juni.\n",
        "Wie viele Mitglieder hat der Klub?",
        "einundvierzig Mitglieder",
    ),
    "separable verb in a participle": (
        "# Kurs\n\nDer Kurs hat um neun angefangen. Der Kurs dauerte zwei Stunden.\n",
        "Wann fängt der Kurs an?",
        "um neun",
    ),
    "separable verb in one word": (
        "# Kurs\n\nDie Tür ist offen, sobald der Kurs um neun anfängt. Der Kurs ist gut besucht.\n",
        "Wann fängt der Kurs an?",
        "um neun",
    ),
    "separable verb taken apart": (
        "# Chor\n\nDen Chor leitet Frau Beck. Frau Noll führte den Chor lange Jahre an.\n",
        "Wer hat den Chor angeführt?",
        "Noll",
    ),
    "paragraph above": (
        "# Brücke\n\nDie Hafenbrücke entstand 1931. Sie trägt zwei Gleise und einen Radweg.\n",
        "Wann entstand die Hafenbrücke?",
        "1931",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_answered_in_german(name, tmp_path, encoder):
    text, question, words = CASES[name]
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    suffix = "md" if "#" in text or text.startswith("---") else "txt"
    for path, content in {**BESIDE, f"fall.{suffix}": text}.items():
        (seeds / path).write_text(content, encoding="utf-8")
    build_index(seeds, tmp_path / "index", encoder)
    with open_index(tmp_path / "index", encoder) as searcher:
        answer = searcher.ask(question)
        assert answer.answered
        first = answer.passages[0]
        assert first.citation.path == f"fall.{suffix}"
        shown = searcher.text(first.citation.path)
        marked = " ".join(shown[one.start : one.end] for one in first.highlights)
    assert words in " ".join(marked.split())
