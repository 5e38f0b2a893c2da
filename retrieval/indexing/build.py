"""From a folder of documents to a published index, doing again only what has changed."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from retrieval.domain import BuildReport, Document, Sentence
from retrieval.encoder.protocol import Encoder
from retrieval.errors import ModelUnavailableError
from retrieval.indexing.contexts import Context, contexts
from retrieval.indexing.features import extract
from retrieval.indexing.plan import Fresh, Plan, compare
from retrieval.indexing.progress import Progress, Stage
from retrieval.indexing.spec import spec_for
from retrieval.indexing.structured import with_structure
from retrieval.reading import SIZE_LIMIT
from retrieval.reading.registry import is_own_file
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store import open_store
from retrieval.store.interface import IndexStore, IndexWriter
from retrieval.store.values import Features, IndexSpec, StoredContent, StoredDocument
from retrieval.structure import Unit, structure_of

__all__ = ["build_index"]

_BATCH = 256
"""Sentences that are embedded at once: enough to fill batches, few enough to show progress."""
_TOGETHER = 16 * _BATCH
"""Sentences whose documents are in memory at once: so many that batches that are not full are few.
"""


def build_index(
    seeds: Path,
    store: IndexStore | Path,
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    wait: bool = True,
    timeout: float | None = None,
    max_bytes: int = SIZE_LIMIT,
    origin: str = "",
    language: str = "",
) -> BuildReport:
    """Bring an index up to date with the documents in ``seeds``.

    The old index answers until the new one is complete, and stays if anything fails. Where
    nothing has changed, nothing is written and the old build's id is reported. So it is where
    somebody has gone back to an older index: that one stays until a document changes, and what
    has changed is told by the newest one.

    Args:
        seeds: Folder of documents.
        store: Where the index is kept, or the folder for it; made if need be.
        encoder: The model that embeds the sentences.
        progress: Told of every step.
        wait: Wait for a build that is already running, instead of giving up.
        timeout: Seconds to wait for it at most; None: as long as it takes.
        max_bytes: Larger files are skipped.
        origin: What builds, for the list of states.
        language: The language of documents that don't say theirs; empty: it is found.

    Raises:
        SeedsError: The folder can't be read, or nothing in it can be indexed. Where the last
            document was taken away, the index is empty.
        IndexBusyError: Another build is running.
        IndexWriteError: The index can't be written, or the disk is full.
        ModelUnavailableError: The model gives vectors that are not numbers.
    """
    started = time.monotonic()
    tell = progress or _silent
    spec = spec_for(encoder, language)
    kept_in = open_store(store) if isinstance(store, Path) else store
    with kept_in.begin(
        spec,
        timeout=timeout if wait else 0,
        waiting=lambda: tell(Stage.WAITING, 0, None),
        origin=origin,
    ) as writer:
        previous = writer.previous
        rollback = None if previous is None else kept_in.rolled_back()
        gone_back = None if rollback is None else rollback.build_id
        plan = compare(seeds, previous, spec, tell, max_bytes=max_bytes, language=language)
        if previous is not None and plan.same_as(previous):
            build_id, embedded = previous.build_id, 0
            held, left = gone_back, None
        else:
            embedded = _write(plan, writer, spec, encoder, tell)
            tell(Stage.WRITING, 0, 1)
            build_id = writer.publish().build_id
            tell(Stage.WRITING, 1, 1)
            held, left = None, gone_back
    return BuildReport(
        build_id=build_id,
        added=plan.added,
        changed=plan.changed,
        removed=plan.removed,
        unchanged=plan.unchanged,
        skipped=plan.skipped,
        warnings=plan.warnings,
        documents=sum(not is_own_file(entry.path) for entry in plan.entries),
        sentences=sum(entry.size for entry in plan.entries),
        embedded=embedded,
        seconds=time.monotonic() - started,
        held=held,
        left=left,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A document that was read now, with what need not be computed of it again."""

    document: Document
    sentences: tuple[Sentence, ...]
    sha256: str
    units: Sequence[Unit]
    contexts: Sequence[Context]
    kept: Mapping[int, Features]
    """By the position of their context."""

    @property
    def missing(self) -> list[Context]:
        return [one for place, one in enumerate(self.contexts) if place not in self.kept]


def _write(
    plan: Plan, writer: IndexWriter, spec: IndexSpec, encoder: Encoder, tell: Progress
) -> int:
    """Write every document, some at a time; return how many sentences were embedded."""
    for entry in plan.entries:
        if isinstance(entry, StoredDocument):
            writer.keep(entry)
    fresh = [entry for entry in plan.entries if isinstance(entry, Fresh)]
    total = sum(entry.size for entry in fresh)
    done = embedded = 0
    if total:
        tell(Stage.EMBEDDING, 0, total)
    written = writer.unfinished
    for entry in fresh:
        if entry.is_written(written.get(entry.path)):
            writer.resume(written[entry.path])
            done += entry.size
    fresh = [entry for entry in fresh if not entry.is_written(written.get(entry.path))]
    if done:
        tell(Stage.EMBEDDING, done, total)
    for together in _together(fresh):
        jobs = [_job(entry, writer, spec) for entry in together]
        missing = [context for job in jobs for context in job.missing]
        known = sum(entry.size for entry in together) - _count(missing)
        done += known
        if known:
            tell(Stage.EMBEDDING, done, total)
        features = _embed(missing, encoder, partial(_tell_more, tell, done, total))
        for job in jobs:
            own = [
                with_structure(
                    job.kept[place] if place in job.kept else next(features),
                    job.units,
                    context.first,
                )
                for place, context in enumerate(job.contexts)
            ]
            writer.add(job.document, job.sentences, own, sha256=job.sha256)
        done += _count(missing)
        embedded += _count(missing)
    return embedded


def _together(fresh: Sequence[Fresh]) -> Iterator[list[Fresh]]:
    """Take as many documents as fill some batches."""
    some: list[Fresh] = []
    for entry in fresh:
        some.append(entry)
        if sum(one.size for one in some) >= _TOGETHER:
            yield some
            some = []
    if some:
        yield some


def _count(contexts: Sequence[Context]) -> int:
    return sum(len(context.spans) for context in contexts)


def _job(entry: Fresh, writer: IndexWriter, spec: IndexSpec) -> _Job:
    """Find what the last build knows of a document's contexts."""
    document, sentences = entry.unpack()
    units = structure_of(document, sentences)
    cut = contexts(document, sentences, units)
    kept: dict[int, Features] = {}
    previous = writer.previous
    old = previous.documents.get(entry.path) if previous is not None else None
    if previous is not None and old is not None and _same_numbers(previous.spec, spec):
        known = _known(writer.stored(old))
        kept = {place: known[one.key] for place, one in enumerate(cut) if one.key in known}
    return _Job(
        document=document,
        sentences=sentences,
        sha256=entry.sha256,
        units=units,
        contexts=cut,
        kept=kept,
    )


def _same_numbers(old: IndexSpec, new: IndexSpec) -> bool:
    """Tell whether one context would get the same features in both indexes."""
    return (old.fingerprint, old.dimension, old.recipe) == (
        new.fingerprint,
        new.dimension,
        new.recipe,
    )


def _known(content: StoredContent) -> dict[object, Features]:
    units = structure_of(content.document, content.sentences)
    return {
        one.key: content.features.take(one.first, one.first + len(one.spans))
        for one in contexts(content.document, content.sentences, units)
    }


def _embed(
    missing: Sequence[Context], encoder: Encoder, tell: Callable[[int], None]
) -> Iterator[Features]:
    """Yield the features of each context, computed some contexts at a time."""
    done = size = 0
    batch: list[Context] = []
    for context in missing:
        batch.append(context)
        size += len(context.spans)
        if size >= _BATCH or context is missing[-1]:
            features = _checked(extract(batch, encoder), encoder)
            done += size
            tell(done)
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


def _tell_more(tell: Progress, done: int, total: int, more: int) -> None:
    tell(Stage.EMBEDDING, done + more, total)


def _silent(stage: str, done: int, total: int | None, /) -> None:
    """Report to nobody."""
