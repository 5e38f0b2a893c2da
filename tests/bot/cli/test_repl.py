def test_a_session_in_a_pipe_asks_opens_and_leaves(in_process):
    lines = [
        "who supplies Azerbaijan's drones",
        "/context 1",
        "/open 1",
        "/more",
        "/sources",
        "/status",
        "/quit",
        "never read",
    ]
    code, out, _ = in_process("repl", stdin="\n".join(lines))
    assert code == 0
    assert "Turkish-supplied drones" in out
    assert "19 ▌ **Azerbaijan is also fighting" in out
    assert "all-MiniLM-L6-v2 (384 dimensions)" in out
    assert "never read" not in out


def test_mistakes_are_told_and_the_session_goes_on(in_process):
    lines = ["/context", "/bogus", "who is Efraim Inbar", "/open 99", "/open x", "/help"]
    code, out, _ = in_process("repl", stdin="\n".join(lines))
    assert code == 0
    for told in (
        "Ask a question first.",
        "There is no command /bogus; /help lists them.",
        "There is no passage 99",
        "'x' is not a number.",
        "/rebuild",
    ):
        assert told in out


def test_a_new_file_is_found_after_rebuild(in_process, project):
    (project / "seeds" / "tower.txt").write_text("The tower of Pell has 199 steps.\n")
    question = "how many steps has the tower of Pell"
    code, out, _ = in_process("repl", stdin=f"{question}\n/rebuild\n{question}\n")
    before, after = out.split("+ added    tower.txt")
    assert code == 0
    assert "199 steps" not in before
    assert "**The tower of Pell has 199 steps.**" in after
