"""A report over questions whose figures can be worked out by hand."""

import json

import pytest

from retrieval.domain import Level, State
from retrieval.errors import EvaluationError
from retrieval.evaluation.files import run_line, write_lines, write_object
from retrieval.evaluation.report import make_report


@pytest.fixture
def outcomes(outcome):
    return (
        outcome(1, rank=1, probability=0.9, seconds=0.010),
        outcome(2, rank=3, probability=0.7, paragraph=True, seconds=0.020),
        outcome(3, rank=None, probability=0.4, seconds=0.030),
        outcome(4, answerable=False, probability=0.6, seconds=0.040),
        outcome(5, answerable=False, probability=0.1, violations=("wrong",), seconds=0.050),
    )


def test_quality_counts_the_answerable_only(outcomes):
    quality = make_report(outcomes).quality
    assert quality.hit_at_1 == pytest.approx(1 / 3)
    assert quality.hit_at_3 == quality.hit_at_5 == pytest.approx(2 / 3)
    assert quality.mrr_at_10 == pytest.approx((1 + 1 / 3) / 3)
    assert quality.paragraph_at_1 == pytest.approx(2 / 3)
    assert quality.document_at_1 == pytest.approx(2 / 3)


def test_abstention_by_hand(outcomes):
    abstention = make_report(outcomes).abstention
    # .9 and .7 beat .6 and .1, .4 beats .1 only: 5 of 6 pairs.
    assert abstention.auroc == pytest.approx(5 / 6)
    assert abstention.answerable_answered == pytest.approx(2 / 3)
    assert abstention.unanswerable_answered == pytest.approx(1 / 2)
    # Answered are .9 (right), .7 and .6 (both wrong).
    assert abstention.answered_right == pytest.approx(1 / 3)


def test_levels_by_hand(outcome):
    report = make_report(
        [
            outcome(1, rank=1, level=Level.HIGH),
            outcome(2, rank=1, level=Level.MEDIUM),
            outcome(3, rank=1, level=Level.LOW, state=State.PERHAPS),
            outcome(4, rank=1, level=Level.LOW, state=State.NONE),
            outcome(5, rank=2, level=Level.HIGH, paragraph=True),
            # Not answerable: it counts for no level.
            outcome(6, answerable=False, level=Level.HIGH),
        ]
    )
    levels = report.levels
    assert levels.right_withheld == pytest.approx(1 / 4)
    assert levels.right_confident == pytest.approx(2 / 4)
    assert levels.high == pytest.approx(2 / 5)
    assert levels.high_right == pytest.approx(1 / 2)
    assert levels.high_paragraph == pytest.approx(1)
    assert levels.perhaps == pytest.approx(1 / 5)
    assert report.abstention.answerable_answered == pytest.approx(4 / 5)


def test_calibration_is_over_every_question(outcomes):
    calibration = make_report(outcomes).calibration
    gaps = (1 - 0.9) + 0.7 + 0.4 + 0.6 + 0.1
    assert calibration.expected_calibration_error == pytest.approx(gaps / 5)
    assert calibration.area_under_risk_coverage == pytest.approx(
        (0 + 1 / 2 + 2 / 3 + 3 / 4 + 4 / 5) / 5
    )


def test_calibration_counts_on_the_share_that_the_set_has(outcomes):
    def at_share(share, probability):
        assert share == pytest.approx(3 / 5)
        return probability / 2

    calibration = make_report(outcomes, at_share=at_share).calibration
    gaps = (1 - 0.45) + 0.35 + 0.2 + 0.3 + 0.05
    assert calibration.answerable == pytest.approx(3 / 5)
    assert calibration.expected_calibration_error == pytest.approx(gaps / 5)
    as_shown = make_report(outcomes).calibration
    assert calibration.as_shown == pytest.approx(as_shown.expected_calibration_error)


def test_off_topic_questions_count_nowhere_else(outcomes, outcome):
    negatives = [
        outcome(number, answerable=False, probability=value)
        for number, value in enumerate((0.8, 0.45, 0.3, 0.2), start=10)
    ]
    report = make_report(outcomes, negatives)
    # Of 12 pairs .9 wins 4, .7 wins 3 and .4 wins 2.
    assert report.off_topic.auroc == pytest.approx(9 / 12)
    assert report.off_topic.answered == 1 / 4
    # 93 % of three answerable questions are all three, so the threshold is .4.
    assert report.off_topic.threshold == 0.4
    assert report.off_topic.answered_at_threshold == 2 / 4
    alone = make_report(outcomes)
    assert alone.off_topic is None
    assert (report.questions, report.answerable) == (5, 3)
    assert report.as_dict()["calibration"] == alone.as_dict()["calibration"]
    assert report.quotations == 18


def test_time_and_violations(outcomes):
    report = make_report(outcomes)
    assert report.seconds_p50 == pytest.approx(0.030)
    assert report.seconds_p95 == pytest.approx(0.048)
    assert report.violations == ("q5: wrong",)


def test_what_nothing_counts_towards_is_null_in_json(outcome, tmp_path):
    report = make_report([outcome(1, rank=1)]).as_dict()
    assert report["abstention"]["auroc"] is None
    assert report["calibration"]["bins"][0]["accuracy"] is None
    write_object(tmp_path / "report.json", report)
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8")) == report


def test_a_run_has_one_object_a_question(outcomes, tmp_path):
    file = tmp_path / "run.jsonl"
    write_lines(file, map(run_line, outcomes))
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in lines] == ["q1", "q2", "q3", "q4", "q5"]
    assert lines[1] == {
        "id": "q2",
        "answered": True,
        "state": "answer",
        "level": "Medium",
        "confidence": 0.7,
        "seconds": 0.02,
        "rank": 3,
        "hits": [{"document": "a.txt", "start": 0, "end": 5, "score": 1.5}],
    }


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(EvaluationError, match=r"nowhere/report\.json can't be written"):
        write_object(tmp_path / "nowhere" / "report.json", {})
