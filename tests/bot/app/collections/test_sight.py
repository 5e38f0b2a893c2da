"""What is told of an answer, an index and a build to whoever sees a part of it."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.app.collections.reports import seen_info, seen_report
from bot.app.collections.sight import ALL, Sight
from retrieval.domain import (
    Answer,
    BuildReport,
    Citation,
    Confidence,
    DocumentInfo,
    IndexInfo,
    Level,
    Passage,
    Pinned,
    Skipped,
    Span,
    Warned,
)

OTHERS = Sight(hidden=frozenset({"staff"}))


def cite(path):
    return Citation(path=path, title=path, headings=(), first_line=1, last_line=1)


def passage(path, *also):
    return Passage(
        citation=cite(path),
        text="Text.",
        start=0,
        end=5,
        highlights=(Span(start=0, end=5),),
        score=1.0,
        also_in=tuple(map(cite, also)),
    )


def answer(*passages, more=()):
    return Answer(
        question="Q?",
        answered=True,
        confidence=Confidence(probability=0.9, level=Level.HIGH),
        passages=passages,
        more=tuple(more),
        build_id="b",
    )


def test_an_answer_is_seen_where_all_that_it_names_is():
    assert OTHERS.sees_answer(answer(passage("open.md"), passage("handbook/a.md")))
    assert not OTHERS.sees_answer(answer(passage("staff/a.md")))
    assert not OTHERS.sees_answer(answer(passage("open.md"), passage("staff/deep/a.md")))
    assert not OTHERS.sees_answer(answer(passage("open.md"), more=[passage("staff/a.md")]))
    assert not OTHERS.sees_answer(answer(passage("open.md", "staff/a.md")))
    assert ALL.sees_answer(answer(passage("staff/a.md")))


def documents():
    return [
        DocumentInfo(
            path=path,
            title=path,
            author=None,
            sentences=number,
            characters=9,
            sha256="s",
            collection=path.split("/")[0],
        )
        for number, path in enumerate(["handbook/a.md", "staff/b.md"], 1)
    ]


def test_an_index_is_as_large_as_what_is_seen_of_it():
    info = IndexInfo(
        build_id="b",
        built_at=datetime(2026, 1, 1, tzinfo=UTC),
        documents=2,
        sentences=3,
        model="m",
        fingerprint="f",
        dimension=3,
        size_bytes=1000,
    )
    seen = OTHERS.of(documents())
    assert [one.path for one in seen] == ["handbook/a.md"]
    assert seen_info(info, seen, OTHERS) == replace(info, documents=1, sentences=1, size_bytes=0)
    assert seen_info(info, documents(), ALL) == info


def test_a_build_tells_of_what_is_seen_and_not_how_much_it_did():
    report = BuildReport(
        build_id="b",
        added=("handbook/new.md", "staff/new.md"),
        changed=("staff/b.md",),
        removed=("old.md", "staff/old.md"),
        unchanged=("handbook/a.md", "staff/c.md"),
        skipped=(
            Skipped(path="scan.pdf", reason="A scan."),
            Skipped(path="staff/x.pdf", reason="A scan."),
        ),
        warnings=(Warned(path="staff/y.pdf", text="Hm."),),
        documents=20,
        sentences=300,
        embedded=40,
        seconds=1.0,
    )
    seen = seen_report(report, OTHERS.of(documents()), OTHERS)
    assert "staff" not in str(seen)
    assert (seen.added, seen.changed, seen.removed) == (("handbook/new.md",), (), ("old.md",))
    assert [one.path for one in seen.skipped] == ["scan.pdf"]
    assert (seen.documents, seen.sentences, seen.embedded) == (1, 1, 0)
    whole = replace(report, documents=2, sentences=3)
    assert seen_report(whole, documents(), ALL) == whole


def test_an_answer_that_a_hidden_document_pins_is_hidden():
    def pinned_by(path):
        one = replace(passage("open.md"), pinned=Pinned(question="Which?", path=path))
        return Answer(
            question="Which?",
            answered=True,
            confidence=Confidence(probability=0.9, level=Level.HIGH),
            passages=(one,),
            more=(),
            build_id="b",
        )

    assert OTHERS.sees_answer(pinned_by("pinned.md"))
    assert not OTHERS.sees_answer(pinned_by("staff/pinned.md"))
