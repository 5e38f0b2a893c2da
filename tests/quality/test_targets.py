"""The quality that the README promises, on the whole public set."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


def test_sentences_are_found_and_silence_is_kept_as_promised(evaluated, sets):
    off_topic = sets / "canard-a" / "questions-rewritten.jsonl"
    report = evaluated("squad2-a", negatives=off_topic).report
    quality = report.quality
    assert quality.hit_at_1 >= 0.80
    assert quality.hit_at_5 >= 0.945
    assert quality.mrr_at_10 >= 0.865
    # .904 before documents were searched by their structure; no column may lose more than .005.
    assert quality.paragraph_at_1 >= 0.899
    assert report.off_topic.auroc >= 0.995
    assert report.off_topic.answered_at_threshold <= 0.015
    assert report.abstention.auroc >= 0.67
    assert report.calibration.expected_calibration_error <= 0.05
    assert report.violations == ()


@pytest.mark.parametrize(
    ("kind", "least"), [("lower", 0.81), ("typos", 0.78), ("keywords", 0.785), ("chatter", 0.81)]
)
def test_questions_are_understood_as_people_type_them(evaluated, sets, kind, least):
    noisy = sets / "squad2-a" / f"questions-noisy-{kind}.jsonl"
    report = evaluated("squad2-a", questions=noisy).report
    assert report.quality.hit_at_1 >= least
    assert report.abstention.answerable_answered >= 0.90
    assert report.violations == ()
