"""What there is to read in a folder: found, sorted, and every exception reported."""

import os

import pytest

from retrieval.errors import SeedsError
from retrieval.reading import KNOWN, discover
from retrieval.text.printable import has_unsafe_name, printable


def found(seeds):
    discovery = discover(seeds)
    files = [file.relative_to(seeds).as_posix() for file in discovery.files]
    return files, {skipped.path: skipped.reason for skipped in discovery.skipped}


def test_documents_are_found_at_any_depth_and_sorted_by_path(seeds, write):
    write(dict.fromkeys(["b.txt", "a/z.md", "a/b/c.markdown", "README.md", "B.TXT"], "Text."))
    assert found(seeds) == (["B.TXT", "README.md", "a/b/c.markdown", "a/z.md", "b.txt"], {})


def test_hidden_files_and_folders_are_passed_over(seeds, write):
    write(dict.fromkeys([".notes.txt", ".git/readme.md", "a/.obsidian/x.md", "a/b.txt"], "Text."))
    assert found(seeds) == (["a/b.txt"], {})


def test_what_verbatim_keeps_is_no_document(seeds, write):
    kept = ["index/CURRENT", "index/builds/1/manifest.json", "seeds.json"]
    # An index of one's own is none that Verbatim keeps.
    mine = ["a.txt", "book/index/a.md", "seeds.json"]
    write(dict.fromkeys([*mine, *(f"data/{name}" for name in kept)], "Text."))
    files, skipped = found(seeds)
    assert files == mine
    assert skipped == {"data": "It is a folder in which Verbatim keeps its index."}


def test_what_verbatim_keeps_beside_documents_is_none_of_them(seeds, write):
    write(dict.fromkeys(["a.txt", "index/CURRENT", "index/a.json", "seeds.json"], "Text."))
    assert found(seeds) == (["a.txt"], {})


def test_an_empty_folder_holds_nothing(seeds):
    assert found(seeds) == ([], {})


@pytest.mark.parametrize("name", ["report.xps", "page.mht", "Makefile", "notes.txt~", "x.txt.bak"])
def test_other_formats_are_reported_by_name(seeds, write, name):
    write({name: "x", "good.txt": "Text."})
    files, skipped = found(seeds)
    assert files == ["good.txt"]
    assert skipped[name].endswith(f"can't be read; {KNOWN} can.")


def test_a_deep_tree(seeds, write):
    path = "d/" * 300 + "deep.txt"
    write({path: "Text."})
    assert found(seeds) == ([path], {})


def test_links_that_lead_out_of_the_folder_are_not_followed_but_named(seeds, write, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "far.txt").write_text("Text.")
    # One whose name only begins like the folder's.
    beside = seeds.with_name(f"{seeds.name}-private")
    beside.mkdir()
    (beside / "near.txt").write_text("Text.")
    write({"deep/a.txt": "Text."})
    (seeds / "linked").symlink_to(outside, target_is_directory=True)
    (seeds / "also.txt").symlink_to(outside / "far.txt")
    (seeds / "near.txt").symlink_to(beside / "near.txt")
    (seeds / "deep" / "up").symlink_to("..")
    (seeds / "deep" / "twice.txt").symlink_to("../also.txt")
    files, skipped = found(seeds)
    assert files == ["deep/a.txt"]
    out = "It is a link that leads out of the folder of documents; put what it leads to there."
    assert skipped == {
        "linked": out,
        "also.txt": out,
        "near.txt": out,
        "deep/twice.txt": out,
        "deep/up": "It is a link to the seeds folder itself, which is read already.",
    }


def test_the_folder_itself_may_be_a_link(seeds, write, tmp_path):
    write({"z/real.txt": "Text."})
    (seeds / "a.txt").symlink_to(seeds / "z" / "real.txt")
    (tmp_path / "link").symlink_to(seeds, target_is_directory=True)
    files, skipped = found(tmp_path / "link")
    assert files == ["z/real.txt"]
    assert skipped == {"a.txt": "It is a link to z/real.txt, which is read already."}


def test_what_is_there_keeps_its_name_and_the_link_to_it_is_reported(seeds, write):
    write({"z/real.txt": "Text."})
    (seeds / "a").symlink_to("z", target_is_directory=True)
    (seeds / "b.txt").symlink_to("z/real.txt")
    assert found(seeds) == (
        ["z/real.txt"],
        {
            "a": "It is a link to z, which is read already.",
            "b.txt": "It is a link to z/real.txt, which is read already.",
        },
    )


def test_a_link_to_the_folder_above_is_none_to_follow(seeds, write, tmp_path):
    write({"a.txt": "Text."})
    (tmp_path / "beside.txt").write_text("Text.")
    (seeds / "up").symlink_to("..", target_is_directory=True)
    files, skipped = found(seeds)
    assert files == ["a.txt"]
    assert "leads out" in skipped["up"]


def test_a_mounted_configuration_is_read_through_its_links(seeds):
    """Kubernetes puts files in a hidden folder and links to them, so that it can swap them."""
    (seeds / "..2026").mkdir()
    (seeds / "..2026" / "faq.md").write_text("# FAQ")
    (seeds / "..data").symlink_to("..2026", target_is_directory=True)
    (seeds / "faq.md").symlink_to("..data/faq.md")
    assert found(seeds) == (["faq.md"], {})


def test_links_in_circles_and_into_nothing(seeds, write):
    write({"good.txt": "Text."})
    (seeds / "one.txt").symlink_to("two.txt")
    (seeds / "two.txt").symlink_to("one.txt")
    (seeds / "gone.txt").symlink_to("nowhere")
    (seeds / "loop").symlink_to(".", target_is_directory=True)
    files, skipped = found(seeds)
    assert files == ["good.txt"]
    assert skipped == {
        "gone.txt": "It is a link to something that doesn't exist.",
        "loop": "It is a link to the seeds folder itself, which is read already.",
        "one.txt": "It is a link that leads back to itself.",
        "two.txt": "It is a link that leads back to itself.",
    }


def test_a_folder_with_the_name_of_a_document_is_reported_and_read(seeds, write):
    write({"x.txt/inside.txt": "Text."})
    files, skipped = found(seeds)
    assert files == ["x.txt/inside.txt"]
    assert skipped["x.txt"].startswith("It is a folder")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\nb.txt", r"a\nb.txt"),
        (b"a\x1b[31mb.txt", r"a\x1b[31mb.txt"),
        (b"caf\xe9.txt", r"caf\xe9.txt"),
        ("\u202etxt.md".encode(), r"\u202etxt.md"),
        ("a\u2028b.md".encode(), r"a\u2028b.md"),
    ],
)
def test_a_name_that_nobody_could_type_is_reported_in_signs_that_are_safe(seeds, name, shown):
    try:
        (seeds / os.fsdecode(name)).write_text("Text.")
    except OSError:
        pytest.skip("this file system doesn't take such names")
    files, skipped = found(seeds)
    assert files == []
    assert list(skipped) == [shown]
    assert skipped[shown].endswith("rename it.")


@pytest.mark.parametrize("name", ["Ünïcode – «名前» 🎉.txt", "a b\u00a0c\u3000d.txt", "e\u0301.md"])
def test_unusual_letters_are_no_reason_to_skip(seeds, write, name):
    write({name: "Text."})
    assert found(seeds) == ([name], {})
    assert not has_unsafe_name(name)
    assert printable(name) == name


def test_no_pipe_is_waited_for(seeds):
    os.mkfifo(seeds / "pipe.txt")
    assert found(seeds) == (
        [],
        {"pipe.txt": "It is not an ordinary file but a pipe, a socket or a device."},
    )


def test_a_locked_folder_is_reported_and_the_rest_found(public_path, without_privileges):
    (public_path / "locked").mkdir()
    (public_path / "locked" / "a.txt").write_text("Text.")
    (public_path / "b.txt").write_text("Text.")
    (public_path / "locked").chmod(0)
    with without_privileges():
        files, skipped = found(public_path)
    assert files == ["b.txt"]
    assert skipped == {"locked": "The folder can't be opened: permission denied."}


def test_a_seeds_folder_that_is_none(tmp_path, public_path, without_privileges):
    with pytest.raises(SeedsError, match=r"nowhere doesn't exist; create it"):
        discover(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    with pytest.raises(SeedsError, match=r"file is a file; name the folder"):
        discover(tmp_path / "file")
    (public_path / "locked").mkdir(mode=0)
    with without_privileges(), pytest.raises(SeedsError, match=r"can't be opened \(permission"):
        discover(public_path / "locked")


def test_no_file_is_opened(public_path, without_privileges):
    (public_path / "a.txt").write_text("Text.")
    (public_path / "a.txt").chmod(0)
    with without_privileges():
        assert found(public_path) == (["a.txt"], {})
