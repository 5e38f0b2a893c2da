"""The owner's correction of the confidence, and its file."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.calibration import (
    IDENTITY,
    Calibration,
    logit,
    read_calibration,
    write_calibration,
)
from retrieval.errors import EvaluationError

probabilities = st.floats(0, 1)
HALF = Calibration(slope=0.5, intercept=0.0)


def test_by_hand():
    # Odds of 9 to 1, halved on the log scale, are 3 to 1; log 2 more makes them 6 to 1.
    assert HALF.apply(0.9) == pytest.approx(3 / 4)
    assert Calibration(slope=0.5, intercept=math.log(2)).apply(0.9) == pytest.approx(6 / 7)


@given(probabilities)
def test_the_identity_changes_nothing(probability):
    assert IDENTITY.apply(probability) == probability


@given(probabilities, probabilities, st.floats(0.1, 10), st.floats(-20, 20))
def test_order_is_kept_and_the_result_is_a_probability(first, second, slope, intercept):
    calibration = Calibration(slope=slope, intercept=intercept)
    low, high = sorted((first, second))
    assert 0 <= calibration.apply(low) <= calibration.apply(high) <= 1


def test_log_odds_end_somewhere():
    assert math.isfinite(logit(0.0))
    assert logit(1.0) == pytest.approx(-logit(0.0))


def test_what_is_written_is_read(tmp_path):
    file = tmp_path / "data" / "calibration.json"
    write_calibration(file, HALF, fingerprint="m", about={"questions": 40})
    assert read_calibration(file, fingerprint="m") == HALF
    assert json.loads(file.read_text(encoding="utf-8"))["questions"] == 40
    assert [one.name for one in file.parent.iterdir()] == ["calibration.json"]


def test_without_a_file_the_shipped_confidence_stays(tmp_path):
    assert read_calibration(tmp_path / "calibration.json", fingerprint="m") is IDENTITY


def test_another_model_is_refused(tmp_path, worded):
    file = tmp_path / "calibration.json"
    write_calibration(file, HALF, fingerprint="m", about={})
    with pytest.raises(
        EvaluationError, check=worded("fitted with another model; run 'verbatim calibr")
    ):
        read_calibration(file, fingerprint="other")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"schema": 2, "slope": 1, "intercept": 0, "fingerprint": "m"}',
        b'{"schema": 1, "slope": -1, "intercept": 0, "fingerprint": "m"}',
        b'{"schema": 1, "slope": 1, "intercept": NaN, "fingerprint": "m"}',
        b'{"schema": 1, "slope": "x", "intercept": 0, "fingerprint": "m"}',
        b'{"schema": 1, "slope": 1, "intercept": null, "fingerprint": "m"}',
    ],
)
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path, content):
    file = tmp_path / "calibration.json"
    file.write_bytes(content)
    with pytest.raises(EvaluationError, match="is not a calibration that can be used") as error:
        read_calibration(file, fingerprint="m")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("there", [True, False])
def test_a_data_folder_that_may_not_be_opened_is_named(
    public_path, without_privileges, there, worded
):
    folder = public_path / "data"
    if there:
        write_calibration(folder / "calibration.json", HALF, fingerprint="m", about={})
    folder.mkdir(exist_ok=True)
    folder.chmod(0)
    with (
        without_privileges(),
        pytest.raises(EvaluationError, match=rf"^{folder} can't be read \(permission") as error,
    ):
        read_calibration(folder / "calibration.json", fingerprint="m")
    assert worded("give the user that runs Verbatim the right to read it")(error.value)


def test_a_file_that_may_not_be_opened_is_named(public_path, without_privileges):
    file = public_path / "calibration.json"
    write_calibration(file, HALF, fingerprint="m", about={})
    file.chmod(0)
    with without_privileges(), pytest.raises(EvaluationError, match=rf"^{file} can't be read"):
        read_calibration(file, fingerprint="m")


def test_a_failed_write_leaves_the_old_file(tmp_path):
    file = tmp_path / "calibration.json"
    write_calibration(file, HALF, fingerprint="m", about={})
    with pytest.raises(TypeError):
        write_calibration(file, IDENTITY, fingerprint="m", about={"bad": object()})
    assert read_calibration(file, fingerprint="m") == HALF
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"calibration\.json can't be written"):
        write_calibration(tmp_path / "data" / "calibration.json", HALF, fingerprint="m", about={})
