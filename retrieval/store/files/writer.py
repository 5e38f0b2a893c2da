"""A new build, the index writer over files: a segment of what is new, and the earlier ones."""

import posixpath
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from retrieval.domain import Document, IndexInfo, Sentence
from retrieval.store.files.inspect import index_info
from retrieval.store.files.manifest import (
    UNFINISHED,
    FileRecord,
    Manifest,
    Segment,
    record_files,
    write_manifest,
)
from retrieval.store.files.merging import SegmentSize, taken_in
from retrieval.store.files.previous import open_previous
from retrieval.store.files.publish import PartialBuild, Workplace, write_error
from retrieval.store.files.segment_writer import SegmentWriter
from retrieval.store.files.unfinished import open_unfinished
from retrieval.store.interface import PublishedIndex
from retrieval.store.values import Features, IndexSpec, StoredContent, StoredDocument

__all__ = ["SEGMENT", "FileIndexWriter"]

SEGMENT = 100_000
"""Sentences after which a build goes on with another segment: what a build holds in memory of what
it writes doesn't grow any more."""


class FileIndexWriter:
    """Implements `retrieval.store.interface.IndexWriter`; what is not published is removed.

    The files are begun with the first document, so that a build that has nothing to write leaves
    nothing to remove.
    """

    def __init__(self, workplace: Workplace, spec: IndexSpec, *, origin: str = "") -> None:
        self._workplace = workplace
        self._spec = spec
        self._origin = origin
        self._old = open_previous(workplace.directory)
        self._build: PartialBuild | None = None
        self._segment: SegmentWriter | None = None
        self._finished: list[Segment] = []
        self._files: dict[str, FileRecord] = {}
        """Those of the finished segments."""
        self._unfinished = open_unfinished(workplace.directory, spec)
        self._resumed: set[str] = set()
        """Paths of the documents that need not be written again."""
        self._kept: dict[int, set[int]] = {}
        """By segment of the previous index, the ids that its documents have there."""

    @property
    def previous(self) -> PublishedIndex | None:
        """The newest index, checked byte by byte, since it will be copied from."""
        return None if self._old is None else self._old.index

    def stored(self, document: StoredDocument) -> StoredContent:
        """Return everything that the previous index has of a document."""
        if self._old is None:
            raise ValueError("there is no index to read from")
        return self._old.content(document)

    def add(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        features: Sequence[Features],
        *,
        sha256: str,
    ) -> None:
        """Append a document; ``features`` follow each other and cover its sentences."""
        with self._writing():
            # Before and not after it, so that what is merged finds room in the last one.
            if self._segment is not None and self._segment.sentences >= SEGMENT:
                self._finish_segment()
                self._note_finished()
            segment = self._segment or self._begin_segment()
            segment.add(document, sentences, features, sha256=sha256)

    def keep(self, document: StoredDocument) -> None:
        """Leave a document of the previous index where it is."""
        if self._old is None:
            raise ValueError("there is no index to keep anything of")
        if self._old.index.spec != self._spec:
            self._copy(document)
            return
        one = self._old.located[document.id]
        self._kept.setdefault(one.segment, set()).add(one.own.id)

    @property
    def unfinished(self) -> Mapping[str, StoredDocument]:
        """What a build has written that was killed then, of the same spec."""
        return {} if self._unfinished is None else self._unfinished.documents

    def resume(self, document: StoredDocument) -> None:
        """Leave a document of `unfinished` where it is."""
        if self._unfinished is None:
            raise ValueError("there is nothing to go on with")
        if self._build is None:
            manifest = self._unfinished.manifest
            self._build = self._workplace.resume(self._unfinished.path, manifest.files)
            self._finished += manifest.segments
            self._files |= manifest.files
            self._note_finished()
        elif not self._resumed:
            raise ValueError("another build has been begun already")
        self._resumed.add(document.path)

    def publish(self) -> IndexInfo:
        """Complete the build and make it the current one."""
        with self._writing():
            build = self._build or self._begin()
            segments, files = self._earlier()
            if self._segment is None and not segments and not self._finished:
                self._begin_segment()
            if self._segment is not None:
                self._finish_segment()
            segments += self._without_changed(self._finished)
            manifest = self._manifest(build, segments, files | self._files)
            write_manifest(build.path, manifest)
            build.publish()
        return index_info(manifest)

    def _without_changed(self, finished: Sequence[Segment]) -> list[Segment]:
        """Mark what a killed build has written and that has changed since then."""
        gone: dict[int, list[StoredDocument]] = {}
        if self._resumed and self._unfinished is not None:
            for path, one in self._unfinished.located.items():
                if path not in self._resumed:
                    gone.setdefault(one.segment, []).append(one.own)
        return [_without(one, gone.get(place, ())) for place, one in enumerate(finished)]

    def _manifest(
        self, build: PartialBuild, segments: Sequence[Segment], files: Mapping[str, FileRecord]
    ) -> Manifest:
        return Manifest(
            build_id=build.build_id,
            created_at=datetime.now(UTC),
            spec=self._spec,
            segments=tuple(segments),
            files=files,
            origin=self._origin,
        )

    def _note_finished(self) -> None:
        """Let the next build go on from here if this one is killed."""
        if self._build is not None:
            manifest = self._manifest(self._build, self._finished, self._files)
            write_manifest(self._build.path, manifest, name=UNFINISHED)

    def _earlier(self) -> tuple[list[Segment], dict[str, FileRecord]]:
        """Return the segments that stay, once what is to be merged is copied into the new one."""
        if self._old is None:
            return [], {}
        gone: dict[int, list[StoredDocument]] = {}
        there: dict[int, list[StoredDocument]] = {}
        for one in self._old.located:
            kept = one.own.id in self._kept.get(one.segment, ())
            (there if kept else gone).setdefault(one.segment, []).append(one.own)
        places = sorted(there)
        earlier = [_without(self._old.segments[place], gone.get(place, ())) for place in places]
        sizes = [
            SegmentSize(alive=one.sentences - one.deleted_sentences, dead=one.deleted_sentences)
            for one in earlier
        ]
        new = 0 if self._segment is None else self._segment.sentences
        merged = taken_in(sizes, new)
        taken = {places[place] for place in merged}
        for one in self._old.located:
            if one.segment in taken and one.own.id in self._kept[one.segment]:
                self._copy(one.document)
        stay = [one for place, one in enumerate(earlier) if place not in merged]
        files: dict[str, FileRecord] = {}
        for segment in stay:
            files |= self._old.files(segment)
        return stay, files

    def _copy(self, document: StoredDocument) -> None:
        content = self.stored(document)
        self.add(content.document, content.sentences, [content.features], sha256=document.sha256)

    def _begin(self) -> PartialBuild:
        self._build = self._workplace.new_build()
        return self._build

    def _begin_segment(self) -> SegmentWriter:
        path = (self._build or self._begin()).path
        folder = str(len(self._finished)) if self._finished else "."
        (path / folder).mkdir(exist_ok=True)
        self._segment = SegmentWriter(path, folder, dimension=self._spec.dimension)
        return self._segment

    def _finish_segment(self) -> None:
        if self._segment is not None and self._build is not None:
            segment, self._segment = self._segment, None
            finished = segment.finish()
            self._finished.append(finished)
            # Of the first one, whose folder holds the others', there are no others yet.
            for name, record in record_files(self._build.path / finished.folder).items():
                self._files[posixpath.normpath(posixpath.join(finished.folder, name))] = record

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise write_error(self._workplace.directory, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._segment is not None:
            self._segment.abandon(error or GeneratorExit())
        stopped = error is not None and not isinstance(error, Exception)
        if self._build is not None and not (stopped and self._finished):
            self._build.discard()
        elif self._build is None and self._unfinished is not None and error is None:
            # What it was written for is not wanted any more.
            shutil.rmtree(self._unfinished.path, ignore_errors=True)
        if self._old is not None:
            self._old.close()


def _without(segment: Segment, gone: Sequence[StoredDocument]) -> Segment:
    """Mark documents of a segment as deleted, besides those that are."""
    return replace(
        segment,
        deleted=tuple(sorted({*segment.deleted, *(one.id for one in gone)})),
        deleted_sentences=segment.deleted_sentences + sum(one.size for one in gone),
    )
