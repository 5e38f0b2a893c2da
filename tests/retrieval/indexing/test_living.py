"""Two collections that live: whatever happened to them, they answer as if made anew, each alone."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from retrieval.answering.confidence.judge import Judge
from retrieval.answering.searcher import Searcher
from retrieval.domain import Scope
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.store.files import writer
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=64)
FOLDERS = ("open", "closed")
NAMES = ("a.md", "b.txt", "deep/c.md")
TEXTS = (
    "# Lighthouse\n\nThe lamp of the lighthouse burns {mark} oil.\n",
    "# Lighthouse\n\n## Lamp\n\nThe lamp burns gas, says {mark}. Ben Stone lit it in 1900.\n",
    "Keeper\n\nThe keeper of {mark} is paid forty pounds. Nobody keeps the lamp by day.\n",
    "# Rules\n\n- The {mark} gate is shut at ten.\n- The lamp is lit at {mark} dusk.\n",
)
OWN_FILES = {
    "synonyms.txt": "beacon = lamp\n",
    "pinned.md": "## What burns?\n\nThe {mark} pin says that gas burns.\n",
}
QUESTIONS = (
    "What does the lamp of the lighthouse burn?",
    "What does the beacon burn?",
    "What burns?",
    "Who is Ben Stone?",
    "When is the gate shut?",
    "openmark closedmark",
)
SCOPES = {
    "open": Scope(collections=frozenset({"open"})),
    "closed": Scope(collections=frozenset({"closed"})),
    "both": Scope(),
}


def opened(store, build_id=None):
    judge = Judge.for_encoder(ENCODER.fingerprint, threshold=0.0)
    # Sure of anything: whatever could be shown is shown.
    eager = replace(judge.parameters, perhaps=0.01, answer=0.02, high=0.03)
    return Searcher(store.open(build_id), ENCODER, replace(judge, parameters=eager))


def all_said(searcher):
    """Everything that somebody who sees so much can get out of an index, but when it was made."""
    said = [
        (one.path, one.title, searcher.text(one.path), one.is_asked) for one in searcher.documents()
    ]
    said += [[one.path for one in searcher.autocomplete(typed)] for typed in ("", "l", "k")]
    for question in QUESTIONS:
        answer = searcher.ask(question)
        said += [replace(answer, build_id=""), searcher.suggest(answer)]
    return said


class Living(RuleBasedStateMachine):
    """Files of two collections are written, changed, moved and removed, and gone back from."""

    files = Bundle("files")
    make_folder = None

    def __init__(self):
        super().__init__()
        self.folder = self.make_folder("living")
        self.seeds = self.folder / "seeds"
        self.store = open_store(self.folder / "grown", keep=3)
        self.present, self.made, self.fresh = {}, {}, 0

    @initialize()
    def begin(self):
        self.present = {"open/first.md": TEXTS[0].format(mark="openmark")}
        self.index()

    @rule(
        target=files,
        folder=st.sampled_from(FOLDERS),
        name=st.sampled_from(NAMES),
        text=st.sampled_from(TEXTS),
    )
    def write(self, folder, name, text):
        self.present[f"{folder}/{name}"] = text.format(mark=f"{folder}mark")
        return f"{folder}/{name}"

    @rule(target=files, folder=st.sampled_from(FOLDERS), name=st.sampled_from(sorted(OWN_FILES)))
    def teach(self, folder, name):
        self.present[f"{folder}/{name}"] = OWN_FILES[name].format(mark=f"{folder}mark")
        return f"{folder}/{name}"

    @rule(path=consumes(files))
    def remove(self, path):
        self.present.pop(path, None)

    @rule(target=files, path=consumes(files), to=st.sampled_from(FOLDERS), more=st.booleans())
    def rename(self, path, to, more):
        text = self.present.pop(path, None)
        folder, _, name = path.partition("/")
        moved = f"{to}/{'moved-' if more and name not in OWN_FILES else ''}{name}"
        if text is not None:
            self.present[moved] = text.replace(f"{folder}mark", f"{to}mark")
        return moved

    @rule()
    def index(self):
        shutil.rmtree(self.seeds, ignore_errors=True)
        self.seeds.mkdir()
        for path, text in self.present.items():
            (self.seeds / path).parent.mkdir(parents=True, exist_ok=True)
            (self.seeds / path).write_text(text)
        report = build_index(self.seeds, self.store, ENCODER)
        if report.held is None:
            self.made[report.build_id] = dict(self.present)
            self.compare(report.build_id)

    @precondition(lambda self: len(self.store.builds()) > 1)
    @rule(data=st.data())
    def go_back(self, data):
        build_id = data.draw(st.sampled_from(self.store.builds()))
        self.store.rollback(build_id)
        self.compare(build_id)

    def compare(self, build_id):
        """What answers now is what an index says that was made of the same files, or of a part."""
        assert self.store.current() == build_id
        files = self.made[build_id]
        with opened(self.store) as grown:
            for name, scope in SCOPES.items():
                seen = {p: t for p, t in files.items() if name in ("both", p.partition("/")[0])}
                said = all_said(grown.within(scope))
                other = {"open": "closed", "closed": "open"}.get(name)
                assert other is None or f"{other}mark" not in str(said).replace(QUESTIONS[-1], "")
                # Of synonyms alone no index is made.
                if any(not path.endswith("synonyms.txt") for path in seen):
                    assert said == self.made_anew(seen), name

    def made_anew(self, files):
        self.fresh += 1
        folder = self.folder / f"fresh{self.fresh}"
        for path, text in files.items():
            (folder / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "seeds" / path).write_text(text)
        store = open_store(folder / "index")
        build_index(folder / "seeds", store, ENCODER)
        with opened(store) as searcher:
            said = all_said(searcher)
        shutil.rmtree(folder)
        return said

    def teardown(self):
        shutil.rmtree(self.folder)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("histories", [2, pytest.param(40, marks=pytest.mark.slow)])
def test_whatever_happened_they_answer_as_if_made_anew(
    tmp_path_factory, monkeypatch, apart, histories
):
    """Segments are merged, which they always are while they are small, or left as they are."""
    if apart:
        monkeypatch.setattr(writer, "taken_in", lambda sizes, new: ())
    here = type("Here", (Living,), {"make_folder": staticmethod(tmp_path_factory.mktemp)})
    run_state_machine_as_test(
        here, settings=settings(max_examples=histories, stateful_step_count=15, deadline=None)
    )
