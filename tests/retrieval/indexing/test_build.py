"""What a build makes of a folder, and what it says of it."""

from retrieval.indexing.build import build_index
from retrieval.store.files.current import current_build
from retrieval.testing import HashEncoder

ROME = "Rome\n\nThe Colosseum was completed in 80 AD. It held fifty thousand people.\n"
WHALES = "Whales\n\nBlue whales eat krill. They sing at fourteen hertz.\n"
CHESS = "Chess\n\nA game is won by checkmate. Bishops move diagonally.\n"


def test_a_build_reports_what_it_did(seeds, write, index, counting_encoder):
    write({"rome.txt": ROME, "sea/whales.md": "# " + WHALES, "chess.txt": CHESS, "logo.png": "x"})
    first = build_index(seeds, index, counting_encoder)
    assert first.added == ("chess.txt", "rome.txt", "sea/whales.md")
    assert first.changed == first.removed == first.unchanged == ()
    assert [file.path for file in first.skipped] == ["logo.png"]
    assert first.documents == 3
    assert first.sentences == first.embedded == 9
    for words in ("fifty thousand", "krill", "checkmate"):
        assert any(words in passage for passage in counting_encoder.passages)
    assert first.build_id == current_build(index)
    assert first.seconds > 0

    write({"rome.txt": ROME + "\nIt burned twice.\n", "go.txt": "Go\n\nStones surround stones.\n"})
    (seeds / "chess.txt").unlink()
    counting_encoder.passages.clear()
    second = build_index(seeds, index, counting_encoder)
    assert second.added == ("go.txt",)
    assert second.changed == ("rome.txt",)
    assert second.removed == ("chess.txt",)
    assert second.unchanged == ("sea/whales.md",)
    assert second.documents == 3
    assert second.embedded == 6
    for words in ("burned twice", "Stones"):
        assert any(words in passage for passage in counting_encoder.passages)
    assert not any("krill" in passage for passage in counting_encoder.passages)
    assert second.build_id == current_build(index) != first.build_id


def test_progress_counts_every_stage_to_its_end(seeds, write, index):
    write({f"{n}.txt": ROME for n in range(7)})
    write({"long.txt": "\n\n".join("One. Two. Three. Four. Five." for _ in range(150))})
    told = []
    build_index(
        seeds,
        index,
        HashEncoder(),
        progress=lambda stage, done, total: told.append((str(stage), done, total)),
    )
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages == ["reading", "embedding", "writing"]
    for stage in stages:
        steps = [(done, total) for name, done, total in told if name == stage]
        assert steps == sorted(steps)
        assert steps[0][0] == 0
        assert steps[-1][0] == steps[-1][1] > 0
        assert len({total for _, total in steps}) == 1
    embedding = [done for name, done, _ in told if name == "embedding"]
    assert len(embedding) > 3  # a long document is embedded in several parts


def test_a_long_document_is_embedded_some_contexts_at_a_time(seeds, write, index, monkeypatch):
    from retrieval.indexing import build

    write({"long.txt": "\n\n".join(f"Block {n}. Two. Three. Four. Five." for n in range(200))})
    real, batches = build.extract, []
    monkeypatch.setattr(
        build, "extract", lambda batch, encoder: (batches.append(batch), real(batch, encoder))[1]
    )
    report = build_index(seeds, index, HashEncoder())
    sizes = [sum(len(context.spans) for context in batch) for batch in batches]
    assert len(sizes) > 2
    assert all(256 <= size < 256 + 50 for size in sizes[:-1])
    assert sum(sizes) == report.sentences == report.embedded == 1000


def test_what_is_doubtful_of_a_file_is_said_by_every_build(seeds, write, index):
    write({"odd.md": "---\ntitle: [unclosed\n---\n\nA sentence stands here.\n"})
    first = build_index(seeds, index, HashEncoder())
    assert [one.path for one in first.warnings] == ["odd.md"]
    second = build_index(seeds, index, HashEncoder())
    assert second.build_id == first.build_id
    assert second.warnings == first.warnings
    write({"rome.txt": ROME})
    assert build_index(seeds, index, HashEncoder()).warnings == first.warnings
