"""The closed classes of English words, one list for each use.

The lists differ on purpose, and figures were measured with each as it is: to a search "when" means
something, to a comparison of facts it does not; to a conversation "he" is what tells a follow-up,
to a search it is a word like others. What several of them share is written once.
"""

__all__ = [
    "ANAPHORS",
    "CONFIDENCE_STOP_WORDS",
    "CONTINUERS",
    "FUNCTION_WORDS",
    "HASH_ENCODER_STOP_WORDS",
    "LEADING_ON",
    "NEGATIONS",
    "NEVER_LAST",
    "OPENERS",
    "POINTERS",
    "SEARCH_STOP_WORDS",
    "SHARED",
    "TELLTALES",
]

SHARED = frozenset(
    "a an and are as at be by for in is it of on or that the their they this to was will"
    " with".split()
)
"""Words of every list."""

_QUESTION_WORDS = frozenset("how what when where which who whom whose why".split())

SEARCH_STOP_WORDS = SHARED | frozenset("but if into no not such then there these".split())
"""Lucene's list for English, which BM25 leaves out.

Question words stay: with a sentence's "when" they mean something.
"""

HASH_ENCODER_STOP_WORDS = (
    SHARED | _QUESTION_WORDS | frozenset("did do does from had has have he its she were".split())
)
"""Words that hardly count in a bag of words."""

_OF_QUESTIONS = (
    SHARED
    | _QUESTION_WORDS
    | frozenset(
        "about after also another any been before being between both but can could did do does"
        " during each from had has have he her him his i if into its many may me might more most"
        " much one other our over s shall she should so some such t than them then there these"
        " those through under us very we were would you your".split()
    )
)
"""What a question is built of, to the confidence as to a conversation."""

CONFIDENCE_STOP_WORDS = _OF_QUESTIONS | frozenset(
    """against all among because called d hows it kind ll name re since type until ve whats whens
    wheres while whos whys year""".split()
)
"""Words too common to be looked for in a sentence that is to answer."""

NEGATIONS = frozenset(
    """cannot except fail failed fails lack lacked lacks neither never no none nor not refuse
    refused unable without""".split()
)
"""Words that turn a statement round, apart from those in n't."""

ANAPHORS = frozenset(
    "he him his himself she her hers herself it its itself"
    " they them their theirs themselves".split()
)
"""Third-person pronouns: they stand for something said before."""

POINTERS = frozenset("this that these those there then".split())
"""Demonstratives, which mostly do."""

CONTINUERS = frozenset(
    "else other others another also too besides more again same anything further".split()
)
"""Words that ask for something beyond what was said."""

OPENERS = frozenset("and but so or also then any anything why really".split())
"""First words that carry a conversation on."""

FUNCTION_WORDS = (
    _OF_QUESTIONS
    | ANAPHORS
    | POINTERS
    | CONTINUERS
    | OPENERS
    | frozenset(
        "am doing done down few having just must my no nor not off once only out own up"
        " whats".split()
    )
)
"""Words that say nothing about the topic of a conversation."""

NEVER_LAST = frozenset(
    """a an and are as at be been but by can could for from had has have his her if into is its may
    might must nor of or our shall should than that the their these this those to was were which
    who whose will with would your""".split()
)
"""Words that hardly any sentence or heading ends with: the line goes on below."""

LEADING_ON = NEVER_LAST | frozenset(
    """because either including namely only provided since unless until when where whether
    while""".split()
)
"""Words that no sentence and no heading ends with, though a line of either may."""

TELLTALES = frozenset(
    "the of and to that is for with are from this which you it by your was not or be can".split()
)
"""Words that English has alone, or far more often than others: they tell an English text."""
