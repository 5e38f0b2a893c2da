import subprocess
import sys
import time

from bot.cli import main


def test_help_costs_little_more_than_the_library_that_prints_it():
    """Half a second is promised; in a test only the ratio holds on a busy machine. Best of five."""

    def seconds(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        return time.perf_counter() - start

    bare = min(seconds("-c", "import typer, rich.console, rich.panel") for _ in range(5))
    helped = min(seconds("-m", "bot", "--help") for _ in range(5))
    assert helped < 3 * bare


def test_the_version_is_printed(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("verbatim 0.")


def test_an_unknown_command_is_a_failure(capsys):
    assert main(["explode"]) == 2


def test_a_reader_that_stops_reading_is_no_failure(project):
    command = f"{sys.executable} -P -m bot status | head -n 1"
    result = subprocess.run(
        ["bash", "-c", command], cwd=project, capture_output=True, text=True, check=False
    )
    assert result.stdout.startswith("Build")
    assert "Traceback" not in result.stderr
