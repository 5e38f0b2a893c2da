import json

import pytest

QUESTION = "who supplies Azerbaijan's drones"
DOCUMENT = "armenia-israel-azerbaijan-weapons.txt"


def test_the_drone_question_brings_both_suppliers_with_their_lines(in_process):
    code, out, _ = in_process("ask", QUESTION)
    assert code == 0
    assert "› line 19\n    **Azerbaijan is also fighting with Turkish-supplied drones" in out
    assert "the Azeri military is using Israeli-made attack drones" in out
    assert "armenia-israel-azerbaijan-weapons.txt" in out


def test_a_question_that_nothing_answers_exits_with_1_and_says_so(in_process):
    code, out, _ = in_process("ask", "how long should I bake sourdough bread")
    assert code == 1
    assert out.startswith("The documents don't answer this.\n")


def test_the_question_can_come_through_a_pipe(in_process):
    code, out, _ = in_process("ask", "-", stdin=f"{QUESTION}\n")
    assert (code, "Turkish-supplied" in out) == (0, True)


def test_the_json_form_quotes_exactly_what_its_offsets_say(in_process, project):
    code, out, _ = in_process("ask", "--json", QUESTION)
    answer = json.loads(out)
    source = (project / "seeds" / "armenia-israel-azerbaijan-weapons.txt").read_text("utf-8")
    assert code == 0
    assert (answer["schema"], answer["question"], answer["answered"]) == (1, QUESTION, True)
    assert answer["confidence"]["level"] in {"High", "Medium"}
    for passage in answer["passages"] + answer["more"]:
        assert source[passage["start"] : passage["end"]] == passage["text"]
        for sentence in passage["sentences"]:
            assert source[sentence["start"] : sentence["end"]] == sentence["text"]
    suppliers = " ".join(s["text"] for p in answer["passages"] for s in p["sentences"])
    assert "Israel" in suppliers
    assert "Turk" in suppliers


def test_what_could_be_asked_next_follows_the_answer_in_both_forms(in_process, project):
    (project / "seeds" / "lighthouse.txt").write_text(
        "The Lighthouse of Pell\n\n"
        "The lighthouse of Pell was built in 1853.\n\nThe lighthouse of Pell was designed by Ada"
        " Brown.\n\nThe lamp of the lighthouse burns whale oil.\n"
    )
    in_process("index")
    question = "What does the lamp of the lighthouse burn?"
    _, out, _ = in_process("ask", question)
    code, as_json, _ = in_process("ask", "--json", question)
    assert code == 0
    suggestions = json.loads(as_json)["suggestions"]
    assert "Who designed the lighthouse of Pell?" in suggestions
    listed = "".join(f"  • {suggestion}\n" for suggestion in suggestions)
    assert out.endswith(f"You could ask next:\n{listed}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (*QUESTION.split(), "--json"),
        ("--json", *QUESTION.split()),
        ("who", "supplies", "--json", "Azerbaijan's", "drones"),
        ("--json", "--", *QUESTION.split()),
        ("who", "--document", DOCUMENT, "supplies", "Azerbaijan's", "--json", "drones"),
    ],
)
def test_words_without_quotes_are_one_question_with_options_on_either_side(in_process, arguments):
    code, out, _ = in_process("ask", *arguments)
    assert (code, json.loads(out)["question"]) == (0, QUESTION)


def test_a_question_that_begins_with_a_dash_stands_after_two(in_process):
    _, out, _ = in_process("ask", "--json", "--", "-v", "or", "--verbose", "prints what")
    assert json.loads(out)["question"] == "-v or --verbose prints what"
    code, _, err = in_process("ask", "-v", "prints", "what")
    assert (code, "No such option" in err) == (2, True)


def test_an_empty_question_is_refused(in_process):
    code, _, err = in_process("ask", "  ")
    assert code == 2
    assert "the question is empty" in err


def test_a_document_that_is_not_indexed_is_named(in_process):
    code, out, err = in_process("ask", QUESTION, "--document", "armenia.txt")
    assert (code, out) == (2, "")
    assert err == (
        "verbatim: There is no document armenia.txt in the index; did you mean"
        " armenia-israel-azerbaijan-weapons.txt?\n"
    )


def test_without_an_index_one_sentence_says_how_to_make_it(in_process, monkeypatch):
    monkeypatch.setenv("VERBATIM_DATA", "elsewhere")
    code, out, err = in_process("ask", QUESTION)
    assert (code, out) == (2, "")
    assert err.startswith("verbatim: ")
    assert "elsewhere/index" in err
    assert "verbatim index" in err
    assert err.count("\n") == 1


def test_a_wrong_setting_is_one_sentence(in_process, monkeypatch):
    monkeypatch.setenv("VERBATIM_THREADS", "many")
    code, _, err = in_process("ask", QUESTION)
    assert (code, err) == (
        2,
        "verbatim: VERBATIM_THREADS is 'many', which is not accepted: it must be a whole number.\n",
    )


def test_asking_in_a_process_imports_nothing_that_only_others_need(project):
    import subprocess
    import sys

    program = (
        "import sys\nfrom bot.cli import main\n"
        f"code = main(['ask', {QUESTION!r}])\n"
        "heavy = {'torch', 'sentence_transformers', 'discord'}\n"
        "heavy |= {'aiosqlite', 'prometheus_client', 'structlog'}\n"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.splitlines()[-1] == "0 []"


def test_people_read_their_own_language_and_programs_english(in_process, monkeypatch):
    code, before, _ = in_process("ask", "--json", QUESTION)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    code, out, _ = in_process("ask", QUESTION)
    assert (code, "Sicherheit\n" in out, "› Zeile 19\n" in out) == (0, True, True)
    assert in_process("ask", "--json", QUESTION)[1] == before
    code, out, _ = in_process("ask", "how long should I bake sourdough bread")
    assert (code, out.partition("\n")[0]) == (1, "Die Dokumente beantworten das nicht.")


def test_keys_and_marks_of_pasting_are_no_words(in_process):
    question = "who supplies Azerbaijan's drones"
    keyed = question.replace(" ", " \x1b[D")
    typed = f"\x1b[200~{keyed}\x1b[201~\x1bOC"
    plain, keyed = in_process("ask", question), in_process("ask", "-", stdin=typed)
    assert (plain[0], plain[1]) == (keyed[0], keyed[1])
    assert f'"question": "{question}"' in in_process("ask", "--json", typed)[1]
    code, _, told = in_process("ask", "-", stdin="\x1b[D\x1b[C")
    assert (code, "the question is empty" in told) == (2, True)
    assert "/rebuild" in in_process("repl", stdin="/he\x1b[Dlp\n")[1]
