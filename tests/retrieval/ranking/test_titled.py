"""What sentences gain by the title of their document."""

import numpy as np
import pytest

from retrieval.ranking.late_interaction import Interaction
from retrieval.ranking.titled import title_gains

FAR = np.array([9])


def gain(titled, sentence, around, behind=FAR):
    """Compare one sentence with a question of two tokens that count the same."""
    matches, context = np.array([sentence], np.float32), np.array([around], np.float32)
    shares = np.array([0.5, 0.5], np.float32)
    close = Interaction(
        sentence=matches @ shares,
        context=context @ shares,
        matches=matches,
        around=context,
        shares=shares,
    )
    (found,) = title_gains(np.array([titled], np.float32), close, behind)
    return float(found)


def test_a_title_counts_for_what_it_meets_beyond_the_context_and_the_sentence():
    # A fifth of what the context gains, (0.3 + 0) / 2, and a twentieth of the sentence's 0.7 / 2.
    assert gain([0.9, 0.3], [0.2, 0.8], [0.6, 0.8]) == pytest.approx(0.2 * 0.15 + 0.05 * 0.35)


def test_what_the_title_repeats_gains_nothing():
    assert gain([0.9, 0.3], [0.9, 0.8], [0.9, 0.8]) == 0


def test_a_title_that_has_nothing_to_do_with_the_question_does_not_count():
    assert gain([0.7, 0.0], [0.1, 0.1], [0.1, 0.1]) == 0
    assert gain([0.8, 0.0], [0.1, 0.1], [0.1, 0.1]) > 0
    assert gain([-1, -1], [-1, -1], [-1, -1]) == 0


@pytest.mark.parametrize(
    ("titled", "behind", "gained"),
    [
        ([0.7, 0.7], [1], 0.03),
        ([0.7, 0.7], [3], 0.03),
        ([0.7, 0.7], [4], 0),
        ([0.7, 0.5], [1], 0),
        ([0.7, 0.7], None, 0),
    ],
)
def test_the_opening_gains_where_the_title_says_what_is_asked(titled, behind, gained):
    behind = None if behind is None else np.array(behind)
    assert gain(titled, [0.9, 0.9], [0.9, 0.9], behind) == pytest.approx(gained)
