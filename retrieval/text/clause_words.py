"""Whether a line without a full stop says something, or only names it: by its verb.

Verbs are told from names by closed lists and by their place, in English only: "the key hangs
behind the box" says something, "the keys of the house" names it. What is in doubt names it.
"""

import re

from retrieval.text.stop_words import SHARED

__all__ = ["has_verb"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\w.:,]*")
_FEWEST = 4
_NEVER_BEFORE_NAMES = frozenset("are be is they was will".split())
_LEADING = (SHARED - _NEVER_BEFORE_NAMES) | frozenset(
    """these those my your his her its our any some each every no from without than who which what
    how where when why if whether very more most all both other new old own""".split()
)
"""What stands before a name, or begins a clause that is no sentence of its own."""
_SUBJECTS = frozenset("i we you they he she somebody someone nobody everybody everyone".split())
_DETERMINERS = frozenset("the our my your his her their this that a an each every".split())
_SAYS = frozenset(
    """comes goes hangs sits keeps belongs needs gets gives takes makes opens begins brings sells
    buys pays holds grows eats sleeps wants knows says tells asks rises drips smells seems
    appears becomes contains includes requires depends weighs reaches cleans fixes empties
    delivers collects meets teaches sings sends receives writes reads speaks owns expires
    happens occurs carries shuts swings freezes melts rots rusts creaks squeaks wakes washes
    pulls prefers loves allows forbids accepts refuses manages follows helps serves provides
    consumes arrives remains
    """.split()
)
_MAY_SAY = frozenset(
    """leaves stands lies lives runs stays works starts ends stops closes costs locks drains
    feeds calls shows turns moves falls burns leaks sounds fits breaks repairs visits plays
    rents flows lasts handles leads supplies produces waters mows prunes sweeps sticks jams
    ticks rings uses checks changes orders floods smokes prints charges covers means
    """.split()
)
"""As much the plural of a name; one with an object or a time behind it is a verb."""
_SAID = frozenset(
    """came went gave took began broke chose drove ate fell flew froze grew hid knew rang rode
    rose sang sank shook spoke stole swam threw tore woke wore wrote became drank blew drew
    forgot lay got ran leaked nested collapsed happened arrived died disappeared failed
    crashed lived stayed belonged remained appeared existed exploded escaped retired expired
    rusted jammed melted dripped slipped overheated burst stopped started ended
    """.split()
)
_SAID_OR_DONE = frozenset(
    """bought sold held made found kept lost built brought caught cut dug fed hung hurt laid led
    left lent met paid put read sent set shot shut stuck struck swept taught told thought won
    bent dealt
    """.split()
)
"""As much a participle, "the keys found in the hall", as are all words in -ed."""
_PLAIN = frozenset(
    """come go hang lie stand stay live belong need get take begin start run work hold grow eat
    sleep want pay cost keep sell meet leave arrive contain remain become make give bring open
    close end happen know say use feed move
    """.split()
)
_PLURALS = frozenset("people children men women sheep mice geese fish police".split())
_OBJECT = frozenset(
    """the a an my our your his her its their no all every each this that it them him us me
    itself here there out up down off back away again too only until till after before at when
    if because daily weekly twice once almost
    """.split()
)
_CLAUSES = frozenset(
    "before after while when if because until since that who which where as whether".split()
)
"""What stands behind one is no sentence of its own."""
_JOINERS = frozenset("and or of".split())
_ALWAYS = frozenset("never always no-longer already usually".split())
_TIME = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:every|each|this|last|next)\s+(?:other\s+)?"
    r"(?:day|morning|afternoon|evening|night|week(?:end)?|month|year|spring|summer|autumn|fall|winter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august"
    r"|september|october|november|december))\b|\bno longer\b",
    re.IGNORECASE,
)


def has_verb(words: str) -> bool:
    """Tell whether a line has a finite verb; lines in a headline's capitals have none."""
    tokens = _WORD.findall(words)
    if len(tokens) < _FEWEST or sum(token[0].islower() for token in tokens[1:]) * 2 < len(tokens):
        return False
    is_timed = _TIME.search(words) is not None
    end = next((at for at, token in enumerate(tokens) if at and token in _CLAUSES), len(tokens))
    return any(_is_verb(tokens, at, is_timed=is_timed) for at in range(1, end))


def _is_verb(tokens: list[str], at: int, *, is_timed: bool) -> bool:
    word, before = tokens[at], tokens[at - 1].casefold()
    after = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    if not word.islower() or (after in _JOINERS and word not in _SAID):
        return False
    is_subject = before in _SUBJECTS and at == 1
    if before in _LEADING and not (before in {"it", "this", "that"} and at == 1):
        return False
    if word in _SAYS or word in _SAID or word in _ALWAYS:
        return True
    if word in _MAY_SAY:
        named = {tokens[0].casefold(), tokens[at - 2].casefold() if at > 1 else ""}
        return after in _OBJECT or bool(named & _DETERMINERS and not before.endswith("s"))
    if word in _SAID_OR_DONE or (word.endswith("ed") and len(word) > len("need")):
        return is_subject or is_timed or after in _OBJECT
    is_plural = is_subject or before in _PLURALS or (before.endswith("s") and len(before) > 2)
    return word in _PLAIN and is_plural
