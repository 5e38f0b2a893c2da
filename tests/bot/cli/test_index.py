"""`verbatim index`: what it says, and what it leaves."""

from contextlib import closing

from retrieval.store.files.index_store import FileIndexStore


def test_a_rebuild_says_what_changed_and_the_new_file_answers(in_process, project):
    seeds = project / "seeds"
    (seeds / "lighthouse.md").write_text("# Lighthouse\n\nThe lamp burns whale oil.\n")
    (seeds / "empty.txt").write_text("")

    code, out, err = in_process("index")

    assert code == 0
    assert out.startswith("+ added    lighthouse.md\n! skipped  empty.txt: ")
    assert "2 documents, 1 unchanged" in out
    assert "embedding" in err
    assert "whale oil" in in_process("ask", "what does the lamp burn")[1]


def test_a_second_run_changes_nothing(in_process):
    code, out, _ = in_process("index")
    assert code == 0
    assert out.startswith("1 document, 1 unchanged; ")
    assert " 0 embedded now" in out


def test_a_missing_seeds_folder_is_one_sentence(in_process, monkeypatch):
    monkeypatch.setenv("VERBATIM_SEEDS", "nowhere")
    code, out, err = in_process("index")
    assert (code, out) == (2, "")
    assert err.startswith("verbatim: ")
    assert "nowhere" in err
    assert err.count("\n") == 1


def test_a_gpu_that_is_not_there_is_one_sentence_with_the_way_out(in_process, monkeypatch):
    monkeypatch.setattr("retrieval.encoder.device._DRIVERS", ())
    monkeypatch.setenv("VERBATIM_DEVICE", "cuda")
    code, out, err = in_process("index")
    assert (code, out) == (2, "")
    assert err.startswith("verbatim: There is no cuda here to run the model on (")
    assert err.endswith("; leave VERBATIM_DEVICE out to use what there is.\n")
    # Whoever asks needs none.
    assert in_process("ask", "what is in the seeds")[2] == ""


def test_what_changes_have_scattered_is_merged_behind(in_process, project, monkeypatch):
    monkeypatch.setattr("retrieval.store.files.writer.taken_in", lambda sizes, new: ())
    for number in range(3):
        (project / "seeds" / f"more{number}.md").write_text(f"# More\n\nThere are {number} more.\n")
        assert in_process("index")[0] == 0
    store = FileIndexStore(project / "data" / "index")
    with closing(store.open(verify=True)) as reader:
        assert len(reader.info.segments) == 1
