"""From a folder of documents to a published index, doing again only what has changed."""

import time
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path

import numpy as np

from retrieval.domain import BuildReport, Sentence
from retrieval.encoder.protocol import Encoder
from retrieval.errors import ModelUnavailableError
from retrieval.indexing.features import RECIPE, Part, extract
from retrieval.indexing.plan import Entry, Fresh, compare, tools
from retrieval.indexing.progress import Progress, Stage
from retrieval.reading import SIZE_LIMIT
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.files.previous import Previous, open_previous
from retrieval.store.files.publish import Workplace, open_workplace
from retrieval.store.files.tables import Features
from retrieval.store.files.writer import BuildWriter

__all__ = ["build_index"]

_BATCH = 256
"""Sentences that are embedded at once: enough to fill batches, few enough to show progress."""


def build_index(
    seeds: Path,
    directory: Path,
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    wait: bool = True,
    timeout: float | None = None,
    max_bytes: int = SIZE_LIMIT,
) -> BuildReport:
    """Bring the index in ``directory`` up to date with the documents in ``seeds``.

    The old index answers until the new one is complete, and stays if anything fails. Where
    nothing has changed, nothing is written and the old build's id is reported.

    Args:
        seeds: Folder of documents.
        directory: The index directory; made if need be.
        encoder: The model that embeds the sentences.
        progress: Told of every step.
        wait: Wait for a build that is already running, instead of giving up.
        timeout: Seconds to wait for it at most; None: as long as it takes.
        max_bytes: Larger files are skipped.

    Raises:
        SeedsError: The folder can't be read, or nothing in it can be indexed.
        IndexBusyError: Another build is running.
        IndexWriteError: The index directory can't be written, or the disk is full.
        ModelUnavailableError: The model gives vectors that are not numbers.
    """
    started = time.monotonic()
    tell = progress or _silent
    with (
        open_workplace(
            directory,
            timeout=timeout if wait else 0,
            waiting=lambda: tell(Stage.WAITING, 0, None),
        ) as workplace,
        open_previous(directory, encoder, recipe=RECIPE, tools=tools()) as previous,
    ):
        plan = compare(seeds, previous, tell, max_bytes=max_bytes)
        if previous is not None and plan.same_as(previous):
            build_id, embedded = previous.build_id, 0
        else:
            build_id, embedded = _build(plan.entries, previous, workplace, encoder, tell)
    return BuildReport(
        build_id=build_id,
        added=plan.added,
        changed=plan.changed,
        removed=plan.removed,
        unchanged=plan.unchanged,
        skipped=plan.skipped,
        documents=len(plan.entries),
        sentences=sum(entry.size for entry in plan.entries),
        embedded=embedded,
        seconds=time.monotonic() - started,
    )


def _build(
    entries: Sequence[Entry],
    previous: Previous | None,
    workplace: Workplace,
    encoder: Encoder,
    tell: Progress,
) -> tuple[str, int]:
    """Write and publish a build; return its id and how many sentences were embedded."""
    fresh = {e.document.path: _parts(e) for e in entries if isinstance(e, Fresh)}
    features = _embed([part for parts in fresh.values() for part in parts], encoder, tell)
    build = workplace.new_build()
    with BuildWriter(build, encoder, recipe=RECIPE, tools=tools()) as writer:
        for entry in entries:
            if isinstance(entry, Fresh):
                own = list(islice(features, len(fresh[entry.document.path])))
                writer.add(entry.document, entry.sentences, own, sha256=entry.sha256)
            elif previous is not None:
                document, sentences, kept = previous.read(entry)
                writer.add(document, sentences, [kept], sha256=entry.sha256)
        tell(Stage.WRITING, 0, 1)
        writer.publish()
        tell(Stage.WRITING, 1, 1)
    return build.build_id, sum(entry.size for entry in entries if isinstance(entry, Fresh))


def _parts(entry: Fresh) -> list[Part]:
    """Cut a document between blocks, into as few parts as keep each near the batch size."""
    parts: list[list[Sentence]] = []
    for _, block in groupby(entry.sentences, key=lambda sentence: sentence.block):
        if not parts or len(parts[-1]) >= _BATCH:
            parts.append([])
        parts[-1] += block
    return [Part(document=entry.document, sentences=sentences) for sentences in parts]


def _embed(parts: Sequence[Part], encoder: Encoder, tell: Progress) -> Iterator[Features]:
    """Yield the features of each part, computed some parts at a time."""
    total = sum(len(part.sentences) for part in parts)
    done = size = 0
    batch: list[Part] = []
    if total:
        tell(Stage.EMBEDDING, 0, total)
    for part in parts:
        batch.append(part)
        size += len(part.sentences)
        if size >= _BATCH or part is parts[-1]:
            features = _checked(extract(batch, encoder), encoder)
            done += size
            tell(Stage.EMBEDDING, done, total)
            yield from features
            size = 0
            batch = []


def _checked(features: list[Features], encoder: Encoder) -> list[Features]:
    if not all(np.isfinite(part.vectors).all() for part in features):
        raise ModelUnavailableError(
            f"The model {encoder.name} gives vectors that are not numbers",
            Remedy(RemedyKind.SET, "model", "another model"),
        )
    return features


def _silent(stage: str, done: int, total: int | None, /) -> None:
    """Report to nobody."""
