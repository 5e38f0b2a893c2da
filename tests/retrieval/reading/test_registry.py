"""Which reader reads which files, told without loading one."""

import json
import subprocess
import sys
from importlib.metadata import version

import made_documents
import pytest

from retrieval.errors import DocumentError
from retrieval.reading import SUFFIXES, read_file, reader_for, version_of
from retrieval.reading.registry import READERS, Format

LIBRARIES = {"markdown_it", "mdit_py_plugins", "yaml", "chardet"}


def loaded_by(code):
    """Modules that a fresh interpreter has loaded after running the code."""
    report = "import json, sys; print(json.dumps(list(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-I", "-c", f"{code}\n{report}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(result.stdout.splitlines()[-1]))


def test_finding_files_and_telling_versions_loads_no_reader(seeds, write):
    write({"a.txt": "Text.", "b.md": "Text."})
    loaded = loaded_by(
        "from pathlib import Path\n"
        "from retrieval.reading import discover, reader_for, version_of\n"
        f"files = discover(Path({str(seeds)!r})).files\n"
        "assert [version_of(file.name)[:2] for file in files] == ['pl', 'ma']\n"
        "assert all(reader_for(file.name).name for file in files)"
    )
    assert "retrieval.reading.registry" in loaded
    assert not [name for name in loaded if name.startswith("retrieval.reading.formats")]
    assert not loaded & LIBRARIES


def test_a_file_loads_its_own_reader_only():
    loaded = loaded_by("from retrieval.reading import read_file; read_file(b'Text.', 'a.txt')")
    assert "retrieval.reading.formats.plain_text" in loaded
    assert not loaded & LIBRARIES


def test_the_ending_names_the_reader_in_any_case():
    assert reader_for("deep/a.txt").name == reader_for("A.TXT").name == "plain_text"
    assert reader_for("a.md").name == reader_for("b.c.Markdown").name == "markdown"
    assert [reader_for(name) for name in ("a.xps", "txt", ".md", "a.md/b")] == [None] * 4


def test_no_two_readers_share_a_name_or_an_ending():
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert len(set(SUFFIXES)) == len(SUFFIXES) == sum(len(r.suffixes) for r in READERS)
    assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in SUFFIXES)


@pytest.mark.parametrize("ending", made_documents.MAKERS)
def test_the_version_of_a_file_is_what_its_document_says(ending):
    path = f"a{ending}"
    (document,) = read_file(made_documents.every()[ending], path).documents
    assert document.reader == version_of(path)


def test_a_version_names_the_revision_and_the_installed_libraries():
    assert version_of("a.md") == (
        f"markdown {reader_for('a.md').revision}"
        f" chardet {version('chardet')}"
        f" markdown-it-py {version('markdown-it-py')}"
        f" mdit-py-plugins {version('mdit-py-plugins')}"
        f" pyyaml {version('pyyaml')}"
    )
    absent = Format(name="x", suffixes=(".x",), revision=3, libraries=("not-a-distribution",))
    assert absent.version == "3 not-a-distribution missing"


def test_a_file_without_a_reader_has_no_version():
    with pytest.raises(DocumentError, match=r"^Files ending in \.xps can't be read; \.txt"):
        version_of("a.xps")


def test_every_format_is_made_by_the_tests():
    made = {reader_for(f"a{ending}").name for ending in made_documents.MAKERS}
    assert made == {reader.name for reader in READERS}


def test_a_format_without_its_libraries_names_the_extra_that_installs_them():
    code = (
        "import sys; sys.modules['pypdfium2'] = None\n"
        "from retrieval.errors import DocumentError\n"
        "from retrieval.reading import read_file\n"
        "try: read_file(b'%PDF-1.4', 'a.pdf')\n"
        "except DocumentError as error: assert \"pip install 'verbatim[pdf]'\" in str(error)\n"
        "else: raise SystemExit('it was read')"
    )
    loaded_by(code)


def test_a_format_whose_module_is_missing_is_a_reason_to_skip_the_file():
    absent = Format(name="no_such_format", suffixes=(".x",), revision=1)
    with pytest.raises(DocumentError, match=r"failed on it \(ModuleNotFoundError\)"):
        read_file(b"Text.", "a.x", reader=absent)
