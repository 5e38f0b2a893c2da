import pytest

from retrieval.text.versions import version_of


def test_versions_are_ordered_as_they_follow_each_other():
    shuffled = ["1.0-rc1", "1.10", "1.0", "1.0-beta.11", "0.9", "1.2", "1.0-alpha", "1.0-beta.2"]
    ordered = ["0.9", "1.0-alpha", "1.0-beta.2", "1.0-beta.11", "1.0-rc1", "1.0", "1.2", "1.10"]
    assert sorted(map(version_of, shuffled)) == list(map(version_of, ordered))


@pytest.mark.parametrize(
    ("one", "other"), [("1.0", "1.0.0"), ("v2", "2.0"), ("V1.2", "1.2"), ("1.0-RC1", "1.0-rc1")]
)
def test_zeros_at_the_end_and_the_letter_in_front_tell_nothing(one, other):
    assert version_of(one) == version_of(other)


def test_a_series_covers_its_versions():
    series = version_of("2.3")
    assert series.covers(version_of("2.3.1"))
    assert not series.covers(version_of("2.30.1"))
    assert not version_of("2.3-rc1").covers(version_of("2.3.1"))


@pytest.mark.parametrize("written", ["", "one", "1.2.", ".5", "1,5", "2.3x"])
def test_what_is_no_version_is_none(written):
    assert version_of(written) is None
