"""What is told of an index and of a build to somebody who sees a part of it: pure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.app.collections.sight import Sight
from bot.app.counting import counted, without_own_files
from retrieval.domain import BuildReport, DocumentInfo, IndexInfo

__all__ = ["seen_info", "seen_report"]


def seen_info(info: IndexInfo, documents: Sequence[DocumentInfo], sight: Sight) -> IndexInfo:
    """Return what is known of an index without what only others see.

    Args:
        info: of all of it; its size is 0 in what is returned, unless everything is seen.
        documents: those of it that are seen.
        sight: what is seen.
    """
    if sight.unrestricted and len(documents) == info.documents:
        return counted(info, documents)
    sentences = sum(one.sentences for one in documents)
    # What lies in the folders of channels, while none may be a document, is nobody's; its bytes
    # are in the size all the same.
    size = info.size_bytes if sight.unrestricted else 0
    return counted(replace(info, sentences=sentences, size_bytes=size), documents)


def seen_report(
    report: BuildReport, documents: Sequence[DocumentInfo], sight: Sight
) -> BuildReport:
    """Return what a build did as far as it is seen.

    Args:
        report: of all of it; how much was embedded is 0 in what is returned, unless everything is
            seen.
        documents: those of the new index that are seen.
        sight: what is seen.
    """

    def seen(paths: Sequence[str]) -> tuple[str, ...]:
        return tuple(filter(sight.sees_path, paths))

    told = replace(
        report,
        added=seen(report.added),
        changed=seen(report.changed),
        removed=seen(report.removed),
        unchanged=seen(report.unchanged),
        skipped=tuple(one for one in report.skipped if sight.sees_path(one.path)),
        warnings=tuple(one for one in report.warnings if sight.sees_path(one.path)),
    )
    number = len(without_own_files(one.path for one in documents))
    if sight.unrestricted and told == report and number == report.documents:
        return report
    return replace(
        told,
        documents=number,
        sentences=sum(one.sentences for one in documents),
        embedded=0,
    )
