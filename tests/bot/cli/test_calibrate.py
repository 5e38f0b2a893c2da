"""``verbatim calibrate`` on made-up facts, with an encoder that needs no model."""

import json

import pytest

from bot.cli import main
from retrieval.answering.confidence.calibration import IDENTITY, read_calibration
from retrieval.testing import HashEncoder

NAMES = (
    "amber basil cedar dahlia elder fennel ginger hazel iris juniper kelp lotus maple nettle "
    "olive pepper quince rosemary sage thyme"
).split()
FACTS = [f"The {name} garden was planted in {1800 + row}." for row, name in enumerate(NAMES)]


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.app.calibrate.core_encoder", lambda *_, **__: HashEncoder())
    monkeypatch.setattr("bot.app.wiring.core_encoder", lambda *_, **__: HashEncoder())
    monkeypatch.setenv("VERBATIM_SEEDS", str(tmp_path / "seeds"))
    monkeypatch.setenv("VERBATIM_DATA", str(tmp_path / "data"))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "gardens.txt").write_text(
        "Gardens\n\n" + "\n\n".join(FACTS), encoding="utf-8"
    )
    assert main(["index"]) == 0


def write_questions(path, *, answerable, unanswerable):
    text = "Gardens\n\n" + "\n\n".join(FACTS)
    lines = []
    for name in NAMES[:answerable]:
        start = text.index(f"The {name} ")
        lines.append(
            {
                "id": f"when-{name}",
                "question": f"When was the {name} garden planted?",
                "answers": [{"document": "gardens.txt", "start": start, "end": start + 5}],
            }
        )
    for name in NAMES[:unanswerable]:
        question = f"Who painted the {name} portrait?"
        lines.append({"id": f"who-{name}", "question": question, "answers": []})
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def questions(tmp_path):
    return write_questions(tmp_path / "q.jsonl", answerable=20, unanswerable=20)


def test_the_fit_is_shown_and_written(questions, tmp_path, capsys):
    assert main(["calibrate", str(questions)]) == 0
    printed = capsys.readouterr().out
    assert "40 questions, 20 answered rightly" in printed
    assert "expected calibration error" in printed
    file = tmp_path / "data" / "calibration.json"
    assert str(file) in printed.replace("\n", "")
    written = json.loads(file.read_text(encoding="utf-8"))
    assert (written["questions"], written["answered_rightly"]) == (40, 20)
    assert written["fitted_on"] == "q.jsonl"
    assert read_calibration(file, fingerprint=HashEncoder().fingerprint) != IDENTITY


def test_calibrating_twice_gives_the_same(questions, tmp_path):
    file = tmp_path / "data" / "calibration.json"
    read = []
    for _ in range(2):
        assert main(["calibrate", str(questions)]) == 0
        read.append(read_calibration(file, fingerprint=HashEncoder().fingerprint))
    assert read[0] == read[1]


def test_answers_use_it_from_then_on(questions, tmp_path, capsys):
    asked = ["ask", "When was the amber garden planted?", "--json"]
    main(asked)
    shipped = json.loads(capsys.readouterr().out)["confidence"]["probability"]
    assert main(["calibrate", str(questions)]) == 0
    capsys.readouterr()
    main(asked)
    fitted = json.loads(capsys.readouterr().out)["confidence"]["probability"]
    file = tmp_path / "data" / "calibration.json"
    calibration = read_calibration(file, fingerprint=HashEncoder().fingerprint)
    assert fitted == pytest.approx(calibration.apply(shipped), abs=1e-3)
    assert fitted != pytest.approx(shipped, abs=1e-3)
    file.write_text("{}", encoding="utf-8")
    assert main(asked) == 2
    assert "run 'verbatim calibrate' again, or remove the file" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(questions, tmp_path, capsys):
    assert main(["calibrate", str(questions), "--dry-run"]) == 0
    assert "Nothing was written." in capsys.readouterr().out
    assert not (tmp_path / "data" / "calibration.json").exists()


@pytest.mark.parametrize(
    ("answerable", "unanswerable", "counts"),
    [(10, 10, "20 questions, 10 of them"), (20, 7, "27 questions, 20"), (5, 20, "25 questions, 5")],
)
def test_too_few_questions_are_refused(tmp_path, capsys, answerable, unanswerable, counts):
    few = write_questions(tmp_path / "few.jsonl", answerable=answerable, unanswerable=unanswerable)
    assert main(["calibrate", str(few)]) == 2
    message = capsys.readouterr().err
    assert counts in message
    assert "calibrating needs 30, of which 8 are answered rightly and 8 are not" in message
    assert not (tmp_path / "data" / "calibration.json").exists()


def test_without_an_index_it_says_so(questions, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VERBATIM_DATA", str(tmp_path / "empty"))
    assert main(["calibrate", str(questions)]) == 2
    assert "verbatim index" in capsys.readouterr().err


def test_it_says_so_when_the_model_is_prepared_first(questions, monkeypatch, capsys):
    def prepared(_settings, notify):
        notify("Preparing the model hash, once …")
        return HashEncoder()

    monkeypatch.setattr("bot.app.calibrate.core_encoder", prepared)
    assert main(["calibrate", str(questions), "--dry-run"]) == 0
    printed = capsys.readouterr()
    assert "Preparing the model hash, once …" in printed.err
    assert "Preparing" not in printed.out
