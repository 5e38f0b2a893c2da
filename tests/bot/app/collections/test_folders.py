"""Collections that are named and aren't there."""

import pytest

from bot.app.collections.folders import first_folders, missing_folders, require_folders
from bot.app.collections.policy import CollectionPolicy, Readers
from config.errors import ConfigurationError

SOME = Readers(roles=frozenset({1}))


@pytest.fixture
def seeds(tmp_path):
    for name in ("staff", "handbook", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "loose.md").write_text("Loose.")
    return tmp_path


def test_only_folders_are_collections(seeds, tmp_path):
    assert first_folders(seeds) == {"staff", "handbook"}
    assert first_folders(tmp_path / "nowhere") == frozenset()


def test_names_are_compared_as_people_type_them(seeds):
    (seeds / "Bu\u0308ro").mkdir()  # As some file systems write it.
    assert require_folders(CollectionPolicy(named={"B\u00fcro": SOME}), seeds) == ()


@pytest.mark.parametrize("misspelt", ["staf", "Staff", "stuff"])
def test_a_misspelt_name_that_leaves_a_folder_open_is_refused_by_name(seeds, misspelt):
    policy = CollectionPolicy(named={misspelt: SOME})
    with pytest.raises(ConfigurationError) as caught:
        require_folders(policy, seeds)
    said = str(caught.value)
    assert f"names {misspelt}, which is no folder in {seeds}; staff is one" in said
    assert "staff=everyone" in said


def test_whoever_names_the_readers_of_the_other_folder_has_meant_it(seeds):
    policy = CollectionPolicy(named={"staf": SOME, "staff": SOME})
    (missing,) = require_folders(policy, seeds)
    assert (missing.name, missing.meant) == ("staf", None)


def test_where_the_rest_is_not_open_nothing_is_exposed(seeds):
    policy = CollectionPolicy(named={"staf": SOME}, rest=SOME)
    (missing,) = require_folders(policy, seeds)
    assert missing.meant == "staff"
    assert "everyone" not in missing.in_words(seeds)


def test_a_folder_that_is_yet_to_come_is_only_said(seeds):
    (missing,) = require_folders(CollectionPolicy(named={"minutes": SOME}), seeds)
    assert missing.in_words(seeds).endswith(f"names minutes, which is no folder in {seeds}")
    assert missing_folders(CollectionPolicy(named={"staff": SOME}), ["staff"]) == ()
