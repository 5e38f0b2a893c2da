"""Words for somebody: "members", "nephew", "baker"."""

import re

from retrieval.text.words import Word, stems

__all__ = ["is_somebody"]

_SOMEBODY = stems(
    """anyone anybody someone somebody everyone everybody nobody none whoever those who people
    person member group party pair class novice staff team crew we us you I he she they him her
    them volunteer guest visitor adult child children kid pupil student parent family boy girl
    committee board council club association society company firm office school city town state
    government police court guild union ministry brigade department agency authority shop bank
    church parish community university museum hospital husband wife friend neighbour neighbor
    tenant landlord applicant assistant accountant attendant participant occupant
    resident president agent client patient recipient owner
    son daughter father mother brother sister uncle aunt cousin nephew niece grandfather
    grandmother cook boss clerk monk nun priest king queen prince princess lord knight head
    chair chief guide nurse coach judge apprentice smith man men woman women"""
)
_DOER = re.compile(
    r"[a-z]{2,}(?:ers?|ors?|eers?|smiths?|wards?|mates?|folk|guards?|wife|wives|m[ae]n|ians?|ists?|ees?)"
)
"""Who does something, as far as an ending tells: "baker", "instructor", "lessee"."""
_NO_DOERS = stems(
    """number paper water server computer letter other over under after never ever however
    either whether together rather further later former another winter summer corner river
    center matter power quarter floor door error color mirror motor offer cover answer minor
    major poor indoor outdoor monitor sensor interior exterior timber silver copper leather
    weather feather finger shoulder tower flower shower chapter register folder filter printer
    scanner router adapter charger timer locker counter container poster sticker banner dinner
    supper butter pepper ginger beer pier amber rubber newspaper trailer order per for or nor
    layer meter lower upper inner outer earlier better larger longer older newer higher smaller
    bigger cheaper easier faster consider remember enter prior vapor vector factor deer steer
    gear year toward towards forward upward backward onward afterwards exist consist persist
    insist list twist coffee toffee degree decree free three tree fee knee bee agree disagree
    guarantee marquee settee puree levee pedigree foresee oversee see"""
)


def is_somebody(word: Word) -> bool:
    """Tell whether a word may mean somebody, by a list or as far as its ending tells."""
    is_doer = _DOER.fullmatch(word.lower) is not None and word.stem not in _NO_DOERS
    return is_doer or word.stem in _SOMEBODY
