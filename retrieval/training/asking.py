"""Questions asked of development corpora: their evidence, and whether the first was right."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.fit import Sample
from retrieval.answering.confidence.judge import evidence_for
from retrieval.answering.confidence.reader import reader_for
from retrieval.answering.searcher import Searcher
from retrieval.encoder.protocol import Encoder
from retrieval.evaluation.dataset import Question, read_questions, spread
from retrieval.evaluation.judging import judge
from retrieval.evaluation.sources import CorpusFile, Sources
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.training.corpora import WRAPPINGS, Asking, DevelopmentCorpus, Kind
from retrieval.training.recording import RecordingJudge, examined, recording_searcher

__all__ = ["Asked", "ask_corpus", "questions_of", "read_asked", "write_asked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of one question."""

    id: str
    corpus: str
    """The name of the corpus it was asked of."""
    asking: str
    """The name of its file of questions, and what was done to them."""
    kind: Kind
    document: int
    """That of the first sentence."""
    ships: bool
    """Whether what ships may be fitted to it."""
    sample: Sample


def ask_corpus(
    wanted: DevelopmentCorpus, root: Path, encoder: Encoder, *, limit: int | None = None
) -> Iterator[Asked]:
    """Index a corpus and ask everything of it.

    Args:
        wanted: The corpus.
        root: The folder of all development folders.
        encoder: The model.
        limit: At most so many questions of each file.
    """
    files = sorted((root / wanted.folder / "corpus").glob(f"{wanted.documents}*"))
    if wanted.alone is None:
        yield from _ask_files(files, wanted, root, encoder, limit=limit)
        return
    for place in spread(range(len(files)), wanted.alone):
        for asked in _ask_files([files[place]], wanted, root, encoder, limit=limit):
            yield replace(asked, document=place)


def _ask_files(
    files: Sequence[Path],
    wanted: DevelopmentCorpus,
    root: Path,
    encoder: Encoder,
    *,
    limit: int | None,
) -> Iterator[Asked]:
    only = files[0].name if wanted.alone is not None else None
    with TemporaryDirectory() as temporary:
        documents = Path(temporary) / "corpus"
        documents.mkdir()
        for file in files:
            copyfile(file, documents / file.name)
        index = Path(temporary) / "index"
        build_index(documents, index, encoder)
        sources = Sources(documents)
        with closing(open_store(index).open()) as reader:
            searcher, recording = recording_searcher(
                reader, encoder, reader_for(encoder.fingerprint)
            )
            for asking in wanted.askings:
                for question in questions_of(asking, root, limit=limit, only=only):
                    asked = _asked(question, searcher, recording, wanted, asking, sources)
                    if asked is not None:
                        yield asked


def questions_of(
    asking: Asking, root: Path, *, limit: int | None = None, only: str | None = None
) -> list[Question]:
    """Read a file of questions; those about something else come without answers.

    With ``only``, the name of a document: of its own questions those that it answers, of others
    those that other documents do.
    """
    path = root / asking.file
    known = Sources(path.parent / "corpus")
    questions = [
        question
        for question in read_questions(path, sources=known)
        if not asking.about
        or any(answer.document.startswith(asking.about) for answer in question.answers)
    ]
    if only is not None:
        questions = [
            question
            for question in questions
            if question.answers
            and (asking.kind is Kind.OWN) == any(one.document == only for one in question.answers)
        ]
    least = min((one for one in (limit, asking.limit) if one is not None), default=None)
    chosen = spread(questions, least)
    if asking.kind is Kind.OWN:
        return list(chosen)
    return [
        replace(
            question, question=_wrapped(question.question, asking, place), history=(), answers=()
        )
        for place, question in enumerate(chosen)
    ]


def read_asked(file: Path) -> list[Asked]:
    """Read what `write_asked` wrote."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        value = json.loads(line)
        sample = value.pop("sample")
        evidence = Evidence(**sample.pop("evidence"))
        kind = Kind(value.pop("kind"))
        found.append(Asked(kind=kind, sample=Sample(evidence=evidence, **sample), **value))
    return found


def write_asked(file: Path, asked: Sequence[Asked]) -> None:
    """Write a JSON object a line."""
    text = "".join(json.dumps(asdict(one)) + "\n" for one in asked)
    file.write_text(text, encoding="utf-8")


def _wrapped(question: str, asking: Asking, place: int) -> str:
    if asking.kind is Kind.OTHER:
        return question
    return WRAPPINGS[place % len(WRAPPINGS)].format(question)


def _asked(
    question: Question,
    searcher: Searcher,
    recording: RecordingJudge,
    wanted: DevelopmentCorpus,
    asking: Asking,
    sources: Mapping[str, CorpusFile],
) -> Asked | None:
    """Ask as a door does; none where no search was judged."""
    found = examined(question.question, question.history, searcher, recording)
    if found is None:
        return None
    judged, first = found
    judgement = judge([first], question.answers, sources)
    return Asked(
        id=question.id,
        corpus=wanted.name,
        asking=asking.name,
        kind=asking.kind,
        document=judged.view.place(first.sentence_id).document,
        ships=wanted.ships,
        sample=Sample(
            evidence=evidence_for(judged.question, judged.found, judged.view, recording.reader),
            right=judgement.paragraph if wanted.by_paragraph else judgement.right,
            answerable=bool(question.answers),
            on_topic=asking.kind is Kind.OWN,
            corpus=wanted.folder,
        ),
    )
