"""An index that can't be written: one sentence says so, and the old index stays."""

import json
import os
import re
import subprocess
import sys
from itertools import count

import pytest

from bot.rendering.errors import for_terminal
from retrieval.answering.searcher import open_index
from retrieval.errors import IndexWriteError, error_from_data
from retrieval.indexing.build import build_index
from retrieval.store.files.current import current_build
from retrieval.testing import HashEncoder

ROME = "Rome\n\nThe Colosseum was completed in 80 AD. It held fifty thousand people.\n"
ENCODER = HashEncoder(dimension=64)


def documents(count, salt):
    return {
        f"{number}.txt": f"Document {number}\n\nIt is number {number}. Its salt is {salt}.\n" * 3
        for number in range(count)
    }


def check_message(error, index):
    message = for_terminal(error)
    assert re.fullmatch(
        rf"The index in {re.escape(str(index))} can't be written \(.+\); .+\.", message
    )
    assert "\n" not in message
    assert "`verbatim index`" in message
    return message


def whole(index, build_id):
    """The build is still current, is undamaged, answers, and is alone with its predecessor."""
    assert current_build(index) == build_id
    with open_index(index, ENCODER, verify=True) as searcher:
        assert searcher.ask("Which salt has number 3?").passages
    names = [path.name for path in (index / "builds").iterdir()]
    assert build_id in names
    assert not [name for name in names if name.endswith(".partial")]
    return len(names) <= 2


def test_a_directory_of_somebody_else(public_path, without_privileges):
    seeds, index = public_path / "seeds", public_path / "data" / "index"
    seeds.mkdir()
    (seeds / "rome.txt").write_text(ROME)
    first = build_index(seeds, index, ENCODER)
    (seeds / "more.txt").write_text(ROME)
    for path in (index / "builds", index, index / ".lock"):
        path.chmod(0o555)
    with without_privileges(), pytest.raises(IndexWriteError) as caught:
        build_index(seeds, index, ENCODER)
    message = check_message(caught.value, index)
    assert "ermission denied" in message
    assert "right to write" in message
    with without_privileges():
        assert whole(index, first.build_id)

    never = public_path / "data" / "other" / "index"
    (public_path / "data").chmod(0o555)
    with without_privileges(), pytest.raises(IndexWriteError) as caught:
        build_index(seeds, never, ENCODER)
    check_message(caught.value, never)


def test_an_index_is_read_without_the_right_to_write(public_path, without_privileges):
    seeds, index = public_path / "seeds", public_path / "index"
    seeds.mkdir()
    (seeds / "rome.txt").write_text(ROME)
    build_index(seeds, index, ENCODER)
    with without_privileges(), open_index(index, ENCODER) as searcher:
        assert searcher.ask("When was the Colosseum completed?").passages


def test_a_disk_mounted_read_only(small_disk, seeds, write):
    index = small_disk / "index"
    write({"rome.txt": ROME})
    first = build_index(seeds, index, ENCODER)
    write({"more.txt": ROME})
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(IndexWriteError) as caught:
        build_index(seeds, index, ENCODER)
    assert "read-only file system" in check_message(caught.value, index)
    assert whole(index, first.build_id)


@pytest.mark.parametrize("in_the_way", ["data", "data/index", "data/index/builds"])
def test_a_file_where_a_folder_should_be(tmp_path, seeds, write, in_the_way):
    write({"rome.txt": ROME})
    blocked = tmp_path / in_the_way
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("in the way")
    with pytest.raises(IndexWriteError) as caught:
        build_index(seeds, tmp_path / "data" / "index", ENCODER)
    check_message(caught.value, tmp_path / "data" / "index")
    assert blocked.read_text() == "in the way"


def test_a_disk_that_is_full_at_any_moment(small_disk, seeds, write):
    """Leave ever less room, so that each file of the build in turn is the one that fails."""
    index, filler = small_disk / "index", small_disk / "filler"
    write(documents(25, "first"))
    build_id = build_index(seeds, index, ENCODER).build_id
    failures = 0
    for room in count(0, 12 * 1024):
        write(documents(25, f"with {room} bytes"))
        disk = os.statvfs(small_disk)
        filler.write_bytes(b"\0" * max(0, disk.f_bavail * disk.f_bsize - room))
        try:
            report = build_index(seeds, index, ENCODER)
        except IndexWriteError as error:
            failures += 1
            message = check_message(error, index)
            assert re.search(r"no space left on device|disk is full", message)
            assert "make room" in message
        else:
            break
        finally:
            filler.unlink()
        assert whole(index, build_id)
    assert whole(index, report.build_id)
    assert failures > 8


LIMITED = """
import json, resource, sys
from pathlib import Path
from retrieval.indexing.build import build_index
from retrieval.errors import IndexWriteError, error_to_data
from retrieval.testing import HashEncoder

encoder = HashEncoder(dimension=64)
for limit in range(0, 10_000_000, 5000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        build_index(Path(sys.argv[1]), Path(sys.argv[2]), encoder)
    except IndexWriteError as error:
        print(json.dumps(error_to_data(error)))
    else:
        print("built")
        break
"""


def test_files_that_may_not_grow(seeds, write, index):
    """A quota, which needs no rights to simulate."""
    write(documents(30, "first"))
    first = build_index(seeds, index, ENCODER)
    write(documents(30, "second"))
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(seeds), str(index)],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert len(lines) > 5
    assert lines[-1] == "built"
    for line in lines[:-1]:
        check_message(error_from_data(json.loads(line)), index)
    assert whole(index, current_build(index))
    assert current_build(index) != first.build_id
