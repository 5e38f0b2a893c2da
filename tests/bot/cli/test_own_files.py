"""The owner's own files in ``index``, ``status`` and ``doctor``, and an index without documents."""

import pytest

SAID = "The toll of Pell is two crowns."
LOST = "The toll of Pell was a penny."


@pytest.fixture
def own_files(project, in_process):
    """Two documents, and three files that say how they are searched; what indexing them says."""
    (project / "seeds" / "toll.txt").write_text(f"{SAID}\n")
    (project / "seeds" / "synonyms.txt").write_text("toll = fee\n")
    (project / "seeds" / "pinned.md").write_text(
        f"## How much?\n\n> {SAID}\n\n## When?\n\n> {LOST}\n"
    )
    (project / "seeds" / "unhelpful.md").write_text(f"## Whose?\n\n> {SAID}\n\n> {LOST}\n")
    return in_process("index")[1]


def doubts(sign):
    return [
        f"{sign} pinned.md: what it quotes below “When?” stands in no document: “{LOST}”",
        f"{sign} unhelpful.md: what it quotes below “Whose?” stands in no document: “{LOST}”",
    ]


def test_what_they_quote_in_vain_is_named_whoever_looks(own_files, in_process, project):
    def lines(out):
        return [line for line in out.splitlines() if "stands in no document" in line]

    assert lines(own_files) == doubts("? doubtful")
    assert lines(in_process("index")[1]) == doubts("? doubtful")
    assert lines(in_process("status")[1]) == doubts("? doubtful")
    assert lines(in_process("doctor")[1]) == doubts("·")
    (project / "seeds" / "toll.txt").write_text(f"{SAID} {LOST}\n")
    assert lines(in_process("index")[1]) == []
    assert lines(in_process("status")[1]) == []


def test_they_are_counted_among_no_documents(own_files, in_process):
    assert "\n2 documents, 1 unchanged; " in own_files
    assert "\n2 documents, 2 unchanged; " in in_process("index")[1]
    _, out, _ = in_process("status")
    assert "\nDocuments  2\n" in out
    assert " · 2 documents · verbatim index\n" in out
    assert "\n2  Toll\n   toll.txt · 1 sentence\n   Pinned\n" in out
    assert "index: 2 documents, " in in_process("doctor")[1]
    assert "\nDocuments  2\n" in in_process("repl", stdin="/status\n")[1]


def test_alone_they_are_named_as_what_there_is(project, in_process, monkeypatch, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "synonyms.txt").write_text("toll = fee\n")
    monkeypatch.setenv("VERBATIM_SEEDS", "own")
    monkeypatch.setenv("VERBATIM_DATA", "new")
    code, _, told = in_process("index")
    assert code == 2
    assert "(there is no text to answer with in synonyms.txt)" in told


def test_an_index_without_documents_says_what_to_do(project, in_process):
    for file in (project / "seeds").iterdir():
        file.unlink()
    assert in_process("index")[0] == 0
    said = "There is no document in the index: put one into seeds and run `verbatim index`."
    code, out, _ = in_process("ask", "who supplies Azerbaijan's drones")
    assert (code, out.strip()) == (1, said)
    assert said in in_process("repl", stdin="who supplies drones\n")[1]
    assert "Hello" in in_process("ask", "hello")[1]
