"""What LibreOffice writes, where it is installed, answers as what every other program writes."""

import shutil
import subprocess

import made_documents
import made_records
import pytest
from plainly import plainly

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PROSE = {".docx": "docx", ".odt": "odt", ".pdf": "pdf", ".html": "html", ".epub": "epub"}
TABLES = {".xlsx": "xlsx", ".ods": "ods", ".csv": "csv"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Have LibreOffice open a file and write it in another format."""
    folder = tmp_path_factory.mktemp("office")

    def write(name, data, kind):
        (folder / name).write_bytes(data)
        command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", kind, "--outdir", folder / kind, folder / name]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
        (made,) = (folder / kind).glob(f"{name.partition('.')[0]}.*")
        assert made.stat().st_size, done.stderr
        return made.read_bytes()

    return write


@pytest.fixture(scope="module")
def asked(tmp_path_factory, encoder):
    """Ask a file that is indexed alone."""

    def ask(ending, data, questions):
        folder = tmp_path_factory.mktemp("format")
        (folder / "seeds").mkdir()
        (folder / "seeds" / f"handbook{ending}").write_bytes(data)
        assert not build_index(folder / "seeds", folder / "index", encoder).skipped
        with open_index(folder / "index", encoder) as searcher:
            answers = [searcher.ask(question) for question in questions]
        return [(one.answered, plainly(one.passages[0])) for one in answers]

    return ask


@pytest.mark.parametrize("ending", PROSE)
def test_a_text_answers_the_same(written, asked, ending):
    questions = [question for question, _ in made_documents.QUESTIONS]
    source = ".docx" if ending == ".odt" else ".odt"
    data = written(f"text-{ending[1:]}{source}", made_documents.PROSE[source](), PROSE[ending])
    expected = asked(".md", made_documents.PROSE[".md"](), questions)
    assert asked(ending, data, questions) == expected


@pytest.mark.parametrize("ending", TABLES)
def test_a_record_answers_the_same(written, asked, ending):
    questions = ["What is Omar Said's phone number?", "Who is the gardener?"]
    source = ".ods" if ending != ".ods" else ".xlsx"
    data = written(f"rows-{ending[1:]}{source}", made_records.TABLES[source](), TABLES[ending])
    assert asked(ending, data, questions) == asked(".csv", made_records.TABLES[".csv"](), questions)
