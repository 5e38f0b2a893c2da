"""Merging segments behind: after a change is published, and in everybody's way as little as can be.

A merge writes what is alive in some segments into one, in a folder of its own beside the builds,
and then replaces the newest build's manifest by one that names it instead. The documents, their
ids and the build's id stay what they are, so whoever has it open goes on with the files that were,
and whoever opens it next finds fewer. The older builds go on naming the old segments.

Killed before the manifest is replaced, it has done nothing: the next build clears its folder away.
It ends by itself as soon as somebody else wants to write.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from retrieval.atomic import sync
from retrieval.store.files.current import build_directory, published
from retrieval.store.files.manifest import (
    FileRecord,
    Manifest,
    Segment,
    check_files,
    read_manifest,
    record_files,
    write_manifest,
)
from retrieval.store.files.merging import SegmentSize, worth_merging
from retrieval.store.files.previous import PreviousIndex, beside
from retrieval.store.files.publish import RETIRED, PartialBuild, Workplace
from retrieval.store.files.segment_writer import SegmentWriter

__all__ = ["merge_once"]


def merge_once(workplace: Workplace, *, stop: Callable[[], bool]) -> bool:
    """Merge some segments of the newest build; returns whether it did, and there may be more.

    Args:
        workplace: The right to write.
        stop: Asked after every document whether somebody has something better to do.

    Raises:
        OSError, sqlite3.Error, IndexDamagedError, IndexOutdatedError: It can't be read or written.
    """
    pointer = published(workplace.directory)
    if pointer is None:
        return False
    build = build_directory(workplace.directory, pointer.latest)
    places = _worth_merging(read_manifest(build))
    if not places:
        return False
    old = PreviousIndex(build, check_contents=False)
    try:
        chosen = [old.segments[place] for place in places]
        taken: dict[str, FileRecord] = {}
        for segment in chosen:
            taken |= old.files(segment)
        folders = {one.folder for one in chosen}
        check_files(build, old.manifest, contents=_named(old.manifest, taken))
        partial = workplace.new_build()
        try:
            merged = _copy(old, folders, partial, stop)
            if merged is None:
                return False
            segment, files = merged
            _put_in_place(old.manifest, partial, segment, files)
        finally:
            partial.discard()
        stay = [one for one in old.segments if one.folder not in folders]
        kept = {name: record for one in stay for name, record in old.files(one).items()}
        new = {f"../{partial.build_id}/{name}": record for name, record in files.items()}
        own = replace(segment, folder=f"../{partial.build_id}")
        # From the build's own folder, "../ID" is as good a name for its own segment as ".".
        manifest = replace(old.manifest, segments=(*stay, own), files=kept | new)
        write_manifest(build, manifest)
    finally:
        old.close()
    return True


def _worth_merging(manifest: Manifest) -> tuple[int, ...]:
    sizes = [
        SegmentSize(alive=one.sentences - one.deleted_sentences, dead=one.deleted_sentences)
        for one in manifest.segments
    ]
    return worth_merging(sizes)


def _named(manifest: Manifest, taken: Mapping[str, FileRecord]) -> list[str]:
    """Return the files of segments, which are named from beside, as their manifest names them."""
    return [name for name in manifest.files if beside(manifest, name) in taken]


def _copy(
    old: PreviousIndex, folders: set[str], partial: PartialBuild, stop: Callable[[], bool]
) -> tuple[Segment, dict[str, FileRecord]] | None:
    """Write what is alive in some segments into one; None where it was stopped."""
    writer = SegmentWriter(partial.path, ".", dimension=old.index.spec.dimension)
    segments = old.segments
    try:
        for one in old.located:
            if segments[one.segment].folder not in folders:
                continue
            if stop():
                writer.abandon(GeneratorExit())
                return None
            content = old.content(one.document)
            writer.add(
                content.document,
                content.sentences,
                [content.features],
                sha256=one.document.sha256,
            )
        segment = writer.finish()
    except BaseException as error:
        writer.abandon(error)
        raise
    return segment, record_files(partial.path)


def _put_in_place(
    manifest: Manifest, partial: PartialBuild, segment: Segment, files: Mapping[str, FileRecord]
) -> None:
    """Let a merged segment stand beside the builds, without being one."""
    own = replace(
        manifest,
        build_id=partial.build_id,
        created_at=datetime.now(UTC),
        segments=(segment,),
        files=files,
    )
    write_manifest(partial.path, own, name=RETIRED)
    paths: Sequence[Path] = [*partial.path.rglob("*"), partial.path]
    for path in paths:
        sync(path)
    final = build_directory(partial.directory, partial.build_id)
    partial.path.rename(final)
    sync(final.parent)
