"""What an index of a hundred thousand sentences costs beside a small one; takes two minutes.

`make bench-scale` says the same of a million. Times are the processor's, and bounds of them ratios
within this run.
"""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "eval" / "squad2-a"
SMALL, LARGE = 3_600, 100_000

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"there is no {FOLDER}"),
]


def test_a_hundred_thousand_sentences_keep_what_is_promised_of_a_million(scale):
    small, large = scale.measure(FOLDER, SMALL), scale.measure(FOLDER, LARGE)
    assert large["sentences"] >= LARGE
    # A question looks closely at as many sentences in both.
    assert large["p95"] <= 3 * small["p95"]
    assert large["recall"] >= 0.98
    assert large["same"] >= 0.99
    assert large["open"] < 2
    # A change costs what it changes; files are only compared with what was read of them.
    assert large["change"] <= 0.02 * large["build"]
    assert large["disk after the change"] - large["disk"] < 0.002 * large["disk"]
    assert large["disk"] <= 6000 * large["sentences"]
    assert max(large["memory"]) < 600e6
