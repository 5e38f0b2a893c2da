"""A question with its topic as one line."""

import pytest

from retrieval.ranking.topic import BETWEEN, split_topics, with_topic


@pytest.mark.parametrize(
    "parts",
    [
        [("why?", None)],
        [("why?", "the harbour")],
        [("why (really)?", "the harbour (old)")],
        [("why?", "the harbour"), ("when?", None), ("who?", "keepers, lamps")],
    ],
)
def test_what_is_put_together_comes_apart_again(parts):
    line = BETWEEN.join(
        question if topic is None else with_topic(question, topic) for question, topic in parts
    )
    assert split_topics(line) == parts
