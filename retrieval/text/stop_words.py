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
    "OF_ANY_TOPIC",
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

OF_ANY_TOPIC = frozenset(
    """able actually advise again ago ahead allow almost already always am anybody anyone anything
    anyway anyways anywhere apparently appreciate ask away back bad basically become begin
    believe best better bit bring bye call care case certain cheers clear clearly come confused
    consider correct correctly could couple curious currently day dear decide definitely
    describe detail details difference different directly do doing done dont down due early
    easiest easily easy either else enough especially ever every everybody everyone everything
    exact exactly example expect explain explanation fact far feel few figure find fine first
    follow found front full fully further general generally get getting give given go going gone
    gonna good got great guess guidance guide guidelines guy guys hand happen happened happens
    hard hear heard hello help helpful here hey hi hope however i'd i'll i'm i've idea important
    impossible indicate info information instead interested issue issues just keep kind know
    known last late lately later lead learn least leave less let like likely little long longer
    look lot lots main mainly make mean means meant mention moment morning my nearly need needed
    new next nice normal normally nothing notice now obviously often ok okay old once one ones
    only onto open or order ought out own part particular perhaps person place please point
    possible possibly prefer pretty probably problem problems procedure proceed proper properly
    provide purpose put question questions quick quickly quite rather reach real really reason
    recommend recommended regard regarding relate related relation remember require required
    resolve result right said same say see seem seems sense set several short should show
    similar simple simply situation solution solve some somebody someone something sometimes
    somewhere soon sorry sort specific start state step steps still stuff suggest suggestion
    suppose supposed sure take taken talk tell term terms thank thanks that's thing things think
    though thought tip tips today together told too tried trouble try trying turn typical
    typically understand unfortunately up us use used useful user using usual usually various
    via wait wanna want wanted wants way ways well went whatever whenever whether whole within
    wonder wondering word work working works would wrong yes yesterday yet""".split()
)
"""Words that a question about anything may have: they say how it is asked, or what is wanted of
whoever answers, and never what it is about."""
