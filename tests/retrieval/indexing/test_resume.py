"""A build that was killed goes on where it was: with the segments that it had finished."""

import os
import signal

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index
from retrieval.store.files import writer
from retrieval.testing import HashEncoder
from retrieval.text.languages import word_cutters

SENTENCES = 6
"""After which a segment is finished: every second document."""


class KilledEncoder(HashEncoder):
    """Kills its process before it embeds a word."""

    def __init__(self, word):
        super().__init__()
        self.word = word

    def encode_passages(self, texts, *, hidden=False):
        if any(self.word in text for text in texts):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode_passages(texts, hidden=hidden)


def in_small_parts(seeds, index, encoder):
    writer.SEGMENT = SENTENCES
    # As in the process of the tests, whatever is installed.
    word_cutters.CUTTERS.clear()
    build_index.__globals__["_TOGETHER"] = 1
    build_index(seeds, index, encoder)


@pytest.fixture
def killed(seeds, write, index, process, monkeypatch):
    """Of eight documents of four sentences each, the first four are in finished segments."""
    monkeypatch.setattr(writer, "SEGMENT", SENTENCES)
    monkeypatch.setattr("retrieval.indexing.build._TOGETHER", 1)
    write({name: text(number) for number, name in enumerate(NAMES)})
    builder = process(target=in_small_parts, args=(seeds, index, KilledEncoder("subject6")))
    builder.start()
    builder.join(60)
    assert builder.exitcode == -signal.SIGKILL
    (partial,) = (index / "builds").iterdir()
    return partial


NAMES = [f"{letter}.txt" for letter in "abcdefgh"]


def text(number):
    word = f"subject{number}"
    return f"Title {word}\n\nThe {word} was seen. Two {word} stayed. All {word} left.\n"


def embedded(encoder):
    return sorted(n for n in range(8) if any(f"subject{n}" in each for each in encoder.passages))


def answers(index):
    with open_index(index, HashEncoder(), verify=True) as searcher:
        found = {one.path: searcher.text(one.path) for one in searcher.documents()}
        for number, name in enumerate(NAMES):
            if f"subject{number}" in found.get(name, ""):
                passages = searcher.ask(f"When was subject{number} seen?").passages
                assert passages[0].citation.path == name
        return found


def test_what_was_finished_is_not_done_again(seeds, index, killed, counting_encoder, tmp_path):
    told = []
    report = build_index(seeds, index, counting_encoder, progress=lambda *step: told.append(step))
    assert embedded(counting_encoder) == [4, 5, 6, 7]
    assert (len(report.added), report.embedded, report.sentences) == (8, 16, 32)
    counted = [done for stage, done, _ in told if stage == "embedding"]
    assert counted[:2] == [0, 16]
    assert counted[-1] == 32
    assert answers(index) == {path.name: path.read_text() for path in seeds.iterdir()}
    names = {path.name for path in (index / "builds").rglob("*")}
    assert not {name for name in names if name.startswith(".") or "unfinished" in name}
    # And from here on it is an index like any other.
    (seeds / "a.txt").write_text(text(9))
    assert build_index(seeds, index, HashEncoder()).embedded == 4
    assert answers(index) == {path.name: path.read_text() for path in seeds.iterdir()}


def test_what_has_changed_since_then_is(seeds, index, killed, counting_encoder):
    (seeds / "a.txt").write_text(text(0).replace("Two", "Three"))
    (seeds / "b.txt").unlink()
    report = build_index(seeds, index, counting_encoder)
    assert embedded(counting_encoder) == [0, 4, 5, 6, 7]
    assert (report.documents, report.sentences) == (7, 28)
    assert answers(index) == {path.name: path.read_text() for path in seeds.iterdir()}


def damage(partial):
    path = partial / "vectors.faiss"
    path.write_bytes(path.read_bytes()[:-1] + b"?")


@pytest.mark.parametrize(
    "spoil",
    [
        damage,
        lambda partial: (partial / "unfinished.json").write_text("{"),
        lambda partial: (partial / "unfinished.json").unlink(),
        lambda partial: (partial / "places.npy").unlink(),
    ],
    ids=["a file", "what is said of it", "nothing is said of it", "a file is missing"],
)
def test_what_is_not_whole_is_made_anew(seeds, index, killed, counting_encoder, spoil):
    spoil(killed)
    build_index(seeds, index, counting_encoder)
    assert embedded(counting_encoder) == list(range(8))
    assert answers(index) == {path.name: path.read_text() for path in seeds.iterdir()}
    assert len(list((index / "builds").iterdir())) == 1


def test_another_model_begins_anew(seeds, index, killed):
    report = build_index(seeds, index, HashEncoder(name="other"))
    assert report.embedded == 32
    assert len(list((index / "builds").iterdir())) == 1


def test_killed_again_and_again_it_gets_there(seeds, write, index, process, monkeypatch):
    monkeypatch.setattr(writer, "SEGMENT", SENTENCES)
    write({name: text(number) for number, name in enumerate(NAMES)})
    for number in (4, 6, 7):
        encoder = KilledEncoder(f"subject{number}")
        builder = process(target=in_small_parts, args=(seeds, index, encoder))
        builder.start()
        builder.join(60)
        assert builder.exitcode == -signal.SIGKILL
    report = build_index(seeds, index, HashEncoder())
    assert report.embedded == 8
    assert answers(index) == {path.name: path.read_text() for path in seeds.iterdir()}


class StoppedEncoder(HashEncoder):
    def __init__(self, error):
        super().__init__()
        self.error = error

    def encode_passages(self, texts, *, hidden=False):
        if any("subject6" in text for text in texts):
            raise self.error
        return super().encode_passages(texts, hidden=hidden)


def test_so_it_does_when_it_was_stopped_and_not_when_it_failed(
    seeds, write, index, monkeypatch, counting_encoder
):
    monkeypatch.setattr(writer, "SEGMENT", SENTENCES)
    monkeypatch.setattr("retrieval.indexing.build._TOGETHER", 1)
    write({name: text(number) for number, name in enumerate(NAMES)})
    with pytest.raises(RuntimeError):
        build_index(seeds, index, StoppedEncoder(RuntimeError("broken")))
    assert list((index / "builds").iterdir()) == []
    with pytest.raises(KeyboardInterrupt):
        build_index(seeds, index, StoppedEncoder(KeyboardInterrupt()))
    build_index(seeds, index, counting_encoder)
    assert embedded(counting_encoder) == [4, 5, 6, 7]


def test_what_is_not_wanted_any_more_goes(seeds, write, index, killed):
    for name in NAMES:
        (seeds / name).unlink()
    write({"new.txt": text(9)})
    build_index(seeds, index, HashEncoder())
    assert len(list((index / "builds").iterdir())) == 1
    assert answers(index) == {"new.txt": text(9)}
