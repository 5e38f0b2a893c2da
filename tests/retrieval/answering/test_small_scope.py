"""A collection of few documents is asked as fast, and as well, as an index of these alone."""

import random
import time
from statistics import median

import pytest

from retrieval.answering.searcher import open_index
from retrieval.domain import Scope
from retrieval.indexing.contexts import contexts
from retrieval.indexing.features import extract
from retrieval.indexing.spec import spec_for
from retrieval.indexing.structured import with_structure
from retrieval.reading import read_file
from retrieval.store.files.index_store import FileIndexStore
from retrieval.structure import structure_of
from retrieval.testing import HashEncoder
from retrieval.text.sentences.split import split_sentences

ENCODER = HashEncoder(dimension=128)
OTHERS, OWN = 10_000, 20
MOST = 1.5
"""Times as long as a question to the few alone."""
BEGINNINGS = "ba ce di fo gu la me ni po ru".split()
ENDINGS = "rem sol tan vik zul gar hin lop mat nes".split()
RARE = [beginning + ending for beginning in BEGINNINGS for ending in ENDINGS]
COMMON = "the of a lighthouse harbour keeper lamp burns tower built ship".split()
SCOPE = Scope(collections=frozenset({"own"}))


def made(number, chance):
    """Make a document of three paragraphs of three sentences."""

    def sentence():
        return " ".join(chance.choices(RARE, k=5) + chance.choices(COMMON, k=5)).capitalize() + "."

    paragraphs = [" ".join(sentence() for _ in range(3)) for _ in range(3)]
    return "\n\n".join([f"Record {number}", *paragraphs])


def indexed(folder, files):
    """Index files, without a process that reads them: they are our own."""
    store = FileIndexStore(folder)
    with store.begin(spec_for(ENCODER)) as writer:
        for path, text in sorted(files.items()):
            (document,) = read_file(text.encode(), path).documents
            sentences = split_sentences(document)
            units = structure_of(document, sentences)
            cut = contexts(document, sentences, units)
            features = [
                with_structure(one, units, context.first)
                for one, context in zip(extract(cut, ENCODER), cut, strict=True)
            ]
            writer.add(document, sentences, features, sha256="s")
        writer.publish()
    return store


def said(answer):
    """What an answer shows, and how sure it is."""
    shown = [
        (one.citation.path, one.highlights, tuple(also.path for also in one.also_in))
        for one in (*answer.passages, *answer.more)
    ]
    return shown, answer.state, answer.choices, answer.differ, answer.understood_as


def timed(searcher, question):
    """Ask; the seconds are the processors', which other work on the machine changes least."""
    started = time.process_time()
    answer = searcher.ask(question)
    return answer, time.process_time() - started


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_twenty_documents_among_ten_thousand_cost_what_they_cost_alone(tmp_path):
    chance = random.Random(7)
    others = {f"others/{n:05}.md": made(n, chance) for n in range(OTHERS)}
    own = {f"own/{n:02}.md": made(OTHERS + n, chance) for n in range(OWN)}
    words = [word for text in own.values() for word in text.split()]
    questions = [" ".join(chance.choices(words, k=6)) + "?" for _ in range(60)]
    beside, alone = indexed(tmp_path / "beside", others | own), indexed(tmp_path / "alone", own)
    with open_index(beside, ENCODER) as large, open_index(alone, ENCODER) as small:
        bound = large.within(SCOPE)
        for searcher in (bound, small):
            searcher.ask(questions[0])  # What is kept of a scope is made once.
        seconds = ([], [])
        for question in questions:
            # In turns, so that whatever else the machine does slows both, and the best of three.
            rounds = [(timed(bound, question), timed(small, question)) for _ in range(3)]
            (found, _), (expected, _) = rounds[0]
            seconds[0].append(min(taken for (_, taken), _ in rounds))
            seconds[1].append(min(taken for _, (_, taken) in rounds))
            assert said(found) == said(expected), question
            assert found.confidence.probability == pytest.approx(
                expected.confidence.probability, abs=1e-4
            )
    beside_others, by_itself = map(median, seconds)
    print(f"{1000 * beside_others:.1f} ms, and {1000 * by_itself:.1f} ms alone")  # noqa: T201
    assert beside_others <= MOST * by_itself


def test_what_is_hidden_changes_no_answer(tmp_path):
    """The same on a small scale: to whoever asks, the others might as well not be indexed."""
    chance = random.Random(11)
    others = {f"others/{n:05}.md": made(n, chance) for n in range(40)}
    own = {f"own/{n:02}.md": made(100 + n, chance) for n in range(8)}
    words = [word for text in (*own.values(), *others.values()) for word in text.split()]
    beside, alone = indexed(tmp_path / "beside", others | own), indexed(tmp_path / "alone", own)
    with open_index(beside, ENCODER) as large, open_index(alone, ENCODER) as small:
        bound = large.within(SCOPE)
        for _ in range(25):
            question = " ".join(chance.choices(words, k=5)) + "?"
            found, expected = bound.ask(question), small.ask(question)
            assert said(found) == said(expected), question
            assert found.confidence.probability == pytest.approx(
                expected.confidence.probability, abs=1e-4
            )
            assert bound.suggest(found) == small.suggest(expected)
