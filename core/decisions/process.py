"""Process: how a decision was made, apart from how it turned out (evidence 17).

What is read here are the answers of the offer review, whichever run they stand in.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from core.worksheets.answers import Answers
from core.worksheets.raw import keys_in, number_in

OFFER_REVIEW = "offer_review"
"""The worksheet whose answers these are."""

CHECKS = (
    "check_question",
    "check_options",
    "check_facts",
    "check_values",
    "check_risks",
    "check_calm",
)
"""The six checks: clear question, real options, key facts, values weighed, risks faced, calm."""

DEGREES = {"no": 0, "partly": 1, "yes": 2}
"""What an answer to a check is worth."""

SOUND, SHAKY = 8, 6
"""From 8 of 12 a process was sound, up to 6 it was shaky; 7 is neither (evidence 17)."""

ANSWERED_ON = "answered_on"
STATE = "state"
KNOWN, FACT = "known", "fact"
TURNED_OUT, EFFECT = "turned_out", "effect"


class Making(StrEnum):
    """How a decision came about (catalogue S0-6)."""

    PLANNED = "planned"
    MIXED = "mixed"
    IN_THE_MOMENT = "in_the_moment"


class Quadrant(StrEnum):
    """Where process and outcome meet; what is neither is told as such (evidence 17)."""

    SOUND_GOOD = "sound_good"
    SOUND_BAD_LUCK = "sound_bad_luck"
    SHAKY_LUCKY = "shaky_lucky"
    SHAKY_LESSON = "shaky_lesson"
    BETWEEN = "between"
    EVEN = "even"
    EARLY = "early"


def process_of(answers: Answers | Mapping[str, Any]) -> int | None:
    """Return the process score, 0-12; None unless all six checks are answered.

    A check that was skipped is not a no: a sum of fewer than six would read as a worse process.
    """
    degrees = checks_of(answers)
    return sum(degrees.values()) if len(degrees) == len(CHECKS) else None


def checks_of(answers: Answers | Mapping[str, Any]) -> dict[str, int]:
    """Return what each check that was answered is worth, 0-2, by its field."""
    raw = _raw(answers)
    found = {each: DEGREES.get(str(raw.get(each))) for each in CHECKS}
    return {each: degree for each, degree in found.items() if degree is not None}


def outcome_of(answers: Answers | Mapping[str, Any]) -> int | None:
    """Return how it has turned out so far, -5 to +5; None while it is too early to say."""
    return _score(answers, TURNED_OUT, 5)


def effect_of(answers: Answers | Mapping[str, Any]) -> int | None:
    """Return what it did to the person's path, -2 to +2; None while it is not told (S0-2)."""
    return _score(answers, EFFECT, 2)


def known_of(answers: Answers | Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the person knew that day, in their own words (catalogue S0-15)."""
    raw = _raw(answers)
    facts = (raw.get(f"{KNOWN}.{row}.{FACT}") for row in keys_in(raw.get(KNOWN)))
    return tuple(each.strip() for each in facts if isinstance(each, str) and each.strip())


def quadrant(process: int | None, outcome: int | None) -> Quadrant | None:
    """Return where process (0-12) and outcome (-5 to +5) meet; None without a process.

    An outcome of 0 is neither luck nor a lesson, a process of 7 neither sound nor shaky.
    """
    if process is None:
        return None
    if outcome is None:
        return Quadrant.EARLY
    if SHAKY < process < SOUND:
        return Quadrant.BETWEEN
    if outcome == 0:
        return Quadrant.EVEN
    if process >= SOUND:
        return Quadrant.SOUND_GOOD if outcome > 0 else Quadrant.SOUND_BAD_LUCK
    return Quadrant.SHAKY_LUCKY if outcome > 0 else Quadrant.SHAKY_LESSON


def making_of(answers: Answers | Mapping[str, Any]) -> Making | None:
    """Return whether a decision was planned or of the moment; None without a process (S0-6).

    Planned is a sound process in a calm state, in the moment a shaky one in a stirred state.
    Anything else is mixed. Where the state of that day is not told, the check on it speaks.
    """
    process, calm = process_of(answers), _calm(answers)
    if process is None:
        return None
    if process >= SOUND and calm is True:
        return Making.PLANNED
    if process <= SHAKY and calm is False:
        return Making.IN_THE_MOMENT
    return Making.MIXED


def _calm(answers: Answers | Mapping[str, Any]) -> bool | None:
    """Return whether the state that day was calm; None where it was in between."""
    state = _raw(answers).get(STATE)
    if state:
        return {"calm": True, "torn": None}.get(str(state), False)
    return {0: False, 2: True}.get(checks_of(answers).get("check_calm", 1))


def _score(answers: Answers | Mapping[str, Any], field: str, most: int) -> int | None:
    number = number_in(_raw(answers).get(field), -most, most)
    return None if number is None else int(number)


def _raw(answers: Answers | Mapping[str, Any]) -> Mapping[str, Any]:
    return answers.raw if isinstance(answers, Answers) else answers
