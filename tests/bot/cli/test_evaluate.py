"""``verbatim eval`` on a small corpus, with an encoder that needs no model."""

import json

import pytest

from bot.cli import main
from retrieval.testing import HashEncoder

CORPUS = {
    "lighthouse.txt": (
        "Lighthouse\n\nThe lighthouse was built in 1853. Ada Brown drew its plans.\n\n"
        "Visitors may climb the tower on Sundays.\n"
    ),
    "harbour.txt": (
        "Harbour\n\nThe harbour master collects a toll of two crowns. Fishing boats are exempt.\n"
    ),
}
QUESTIONS = (
    ("built", "When was the lighthouse built?", "lighthouse.txt", "1853"),
    ("plans", "Who drew the plans of the lighthouse?", "lighthouse.txt", "Ada Brown"),
    ("toll", "What toll does the harbour master collect?", "harbour.txt", "two crowns"),
    ("queen", "Which queen invented chess?", None, None),
)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.app.evaluate.core_encoder", lambda *_, **__: HashEncoder())


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "set"
    (folder / "corpus").mkdir(parents=True)
    for name, text in CORPUS.items():
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
    lines = []
    for number, question, document, answer in QUESTIONS:
        answers = []
        if document is not None:
            start = CORPUS[document].index(answer)
            answers = [{"document": document, "start": start, "end": start + len(answer)}]
        lines.append({"id": number, "question": question, "history": [], "answers": answers})
    (folder / "questions.jsonl").write_text(
        "\n".join(json.dumps(line) for line in lines), encoding="utf-8"
    )
    return folder


def test_every_figure_is_printed_and_written(folder, tmp_path, capsys):
    report, run = tmp_path / "report.json", tmp_path / "run.jsonl"
    assert main(["eval", str(folder), "--json", str(report), "--run", str(run)]) == 0
    printed = capsys.readouterr()
    for expected in (
        "1.000  hit@5",
        "hit@1",
        "MRR@10",
        "right paragraph@1",
        "p95",
        "0  citation violations",
    ):
        assert expected in printed.out
    assert "asking (4) …" in printed.err
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written["schema"] == 1
    assert (written["questions"], written["answerable"]) == (4, 3)
    assert written["quality"]["hit_at_5"] == 1.0
    assert written["index"]["documents"] == 2
    assert written["violations"] == []
    assert written["quotations"] > 0
    assert written["off_topic"] is None
    lines = [json.loads(line) for line in run.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["built", "plans", "toll", "queen"]
    best = lines[2]["hits"][0]
    assert CORPUS[best["document"]][best["start"] : best["end"]] == (
        "The harbour master collects a toll of two crowns."
    )


def test_a_kept_index_is_used_again(folder, tmp_path, capsys):
    command = ["eval", str(folder), "--index", str(tmp_path / "kept")]
    assert main(command) == 0
    assert "embedding" in capsys.readouterr().err
    assert main(command) == 0
    assert "embedding" not in capsys.readouterr().err


def test_negatives_are_counted_apart(folder, tmp_path, capsys):
    negatives = tmp_path / "other.jsonl"
    negatives.write_text(
        '{"id": "n1", "question": "Why is jazz loud?",'
        ' "answers": [{"document": "elsewhere.txt", "start": 1, "end": 2}]}',
        encoding="utf-8",
    )
    assert main(["eval", str(folder), "--negatives", str(negatives)]) == 0
    printed = capsys.readouterr().out
    assert "Off topic, 1 questions" in printed
    assert "over all 4 questions" in printed


def test_other_questions_and_a_limit(folder, tmp_path, capsys):
    other = tmp_path / "few.jsonl"
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    other.write_text("\n".join(lines[:3]), encoding="utf-8")
    assert main(["eval", str(folder), "--questions", str(other)]) == 0
    assert "over all 3 questions" in capsys.readouterr().out
    assert main(["eval", str(folder), "--limit", "2"]) == 0
    assert "over all 2 questions" in capsys.readouterr().out


@pytest.fixture
def collections(folder):
    """The harbour in a collection of its own, the lighthouse in none."""
    (folder / "corpus" / "port").mkdir()
    (folder / "corpus" / "harbour.txt").rename(folder / "corpus" / "port" / "harbour.txt")
    questions = folder / "questions.jsonl"
    questions.write_text(questions.read_text("utf-8").replace("harbour.txt", "port/harbour.txt"))
    return folder


def test_one_collection_is_searched_alone(collections, tmp_path, capsys):
    report, run = tmp_path / "report.json", tmp_path / "run.jsonl"
    command = ["eval", str(collections), "--json", str(report), "--run", str(run)]
    assert main([*command, "--collection", "port/"]) == 0
    hits = [json.loads(line)["hits"] for line in run.read_text("utf-8").splitlines()]
    assert {hit["document"] for some in hits for hit in some} == {"port/harbour.txt"}
    # Of three answerable questions the toll's alone is answered there.
    assert json.loads(report.read_text("utf-8"))["quality"]["hit_at_5"] == pytest.approx(1 / 3)
    assert json.loads(report.read_text("utf-8"))["collection"] == "port/"
    capsys.readouterr()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("prot", "There is no collection prot in the index; did you mean port?"),
        ("", "The name of the collection is empty; did you mean port?"),
        ("/", "The name of the collection is empty; did you mean port?"),
    ],
)
def test_a_collection_that_is_none_is_named(collections, capsys, name, said):
    assert main(["eval", str(collections), "--collection", name]) == 2
    assert capsys.readouterr().err.endswith(f"verbatim: {said}\n")


@pytest.mark.parametrize(("name", "named"), [("port", " port"), ("", "")])
def test_without_collections_it_is_said_what_one_is(folder, capsys, name, named):
    assert main(["eval", str(folder), "--collection", name]) == 2
    assert capsys.readouterr().err.endswith(
        f"verbatim: There is no collection{named} in the index, and no other: a collection is a"
        " folder below the folder of documents.\n"
    )


def test_the_diagrams_are_drawn(folder, tmp_path):
    assert main(["eval", str(folder), "--plot", str(tmp_path / "curves.png")]) == 0
    assert (tmp_path / "curves.png").read_bytes().startswith(b"\x89PNG")


def test_the_files_of_the_folder_are_left_alone(folder):
    before = sorted(folder.rglob("*"))
    assert main(["eval", str(folder)]) == 0
    assert sorted(folder.rglob("*")) == before


def test_a_quotation_that_is_not_in_its_file_fails_the_command(folder, monkeypatch, capsys):
    # The file changes between indexing and checking, as if the index had made the words up.
    from retrieval.evaluation import sources

    read = sources.read_source

    def changed(corpus, path):
        source = read(corpus, path)
        return sources.CorpusFile(path=path, text=source.text.replace("toll", "bill"))

    monkeypatch.setattr(sources, "read_source", changed)
    assert main(["eval", str(folder)]) == 1
    assert "the highlight is not what the file says there" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda folder: (folder / "questions.jsonl").unlink(), "questions.jsonl can't be read"),
        (
            lambda folder: (folder / "questions.jsonl").write_text("{}\n", encoding="utf-8"),
            "questions.jsonl, line 1: id: Field required",
        ),
        (lambda folder: (folder / "corpus").rename(folder / "texts"), "corpus is not a folder"),
    ],
)
def test_a_set_that_cannot_be_used_is_one_sentence(folder, capsys, damage, reason):
    damage(folder)
    assert main(["eval", str(folder)]) == 2
    message = capsys.readouterr().err
    assert reason in message
    assert len(message.splitlines()) == 1
