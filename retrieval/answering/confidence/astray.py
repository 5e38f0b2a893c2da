"""How much of what a question is about is told neither by a sentence nor by all around it.

"How do I copy a directory to a Docker container?" has most of its words in "copy the contents of
the docker config": what it is about, a directory, stands nowhere near. In documents about other
software most words of a question are at home, and one by one they tell nothing; in those that a
question was meant for, what the sentence leaves out is mostly told by its headings or on the same
page. What is asked of anything ("could you tell me", "what is the best way") is no topic; and what
neither a document has nor a dictionary may be a slip.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from retrieval.answering.confidence.standing import stands_in
from retrieval.text.rarity import expected_shares
from retrieval.text.stop_words import OF_ANY_TOPIC
from retrieval.text.words import Word, stem

__all__ = ["share_astray", "topic_weight"]

_OF_ANY_TOPIC = frozenset(map(stem, OF_ANY_TOPIC))
_STEADY = 0.5
"""Added to the rarity of all words: a question of one is told little by."""
_ABSENT = 0.5
"""What a word counts that no document has: in a few sentences that is soon so of any word, and it
may be a name that people know of who have nothing to ask about it."""


def share_astray(
    asked: Collection[Word],
    far: Iterable[Word],
    lost: Mapping[str, float],
    rarity: Callable[[str], float],
    pages: Iterable[str] = (),
) -> float:
    """Return the share of a question's topic, by rarity, that is told nowhere near, 0 to below 1.

    Args:
        asked: Its words that may be looked for in an answer, each once.
        far: Those that neither the sentence nor what is around it has.
        lost: How badly the vectors of the sentence meet each of these, by stem, 0 to about 1.
        rarity: How rare a stem is.
        pages: What stands further around, in small letters; read only if a word is missing.
    """
    strayed = [word for word in far if topic_weight(word, rarity)]
    if strayed:
        texts = list(pages)
        strayed = [word for word in strayed if not any(stands_in(word, one) for one in texts)]
    if not strayed:
        return 0.0
    whole = sum(topic_weight(word, rarity) for word in asked)
    gone = sum(topic_weight(word, rarity) * lost[word.stem] for word in strayed)
    return gone / (whole + _STEADY)


def topic_weight(word: Word, rarity: Callable[[str], float]) -> float:
    """Return how much a word says of what a question is about: its rarity, or less; 0: nothing."""
    if word.stem in _OF_ANY_TOPIC:
        return 0.0
    rare = rarity(word.stem)
    if rare < 1:
        return rare
    is_slip = word.lower.isalpha() and word.text.islower() and word.stem not in expected_shares()
    return 0.0 if is_slip else _ABSENT
