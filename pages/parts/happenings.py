"""What happened, in short: the first question, and how a case is named on a card."""

from datetime import date

import streamlit as st

from core.cases import Case
from core.content.loader import case_words
from pages.parts.days import ago

CASE = "reflect/case.py"
CASES = "reflect/cases.py"
DEBRIEF = "reflect/debrief.py"
OPEN_OFFER, NOTHING_NEW = "open_offer", "nothing_new"


def ask_what_happened(label: str, *, key: str) -> str | None:
    """Ask the first question; returns a direction's id, or None so far.

    Two answers are none of the directions: `open_offer` and `nothing_new`.
    """
    say = case_words()
    answers = {**say.directions, OPEN_OFFER: say.open_offer, NOTHING_NEW: say.nothing_new}
    return st.radio(
        label,
        [str(each) for each in answers],
        index=None,
        format_func=lambda each: answers[each].label,
        captions=[each.caption for each in answers.values()],
        key=key,
        persist_state="session",
    )


def name_of(case: Case) -> str:
    """Return how a card names a case, in the person's own words where there are any."""
    told = ", ".join(each for each in (case.employer, case.role) if each)
    return told or case_words().directions[case.direction].label


def day_of(case: Case, today: date) -> str:
    """Return which way the no went, and how long ago."""
    return f"{case_words().directions[case.direction].label} · {ago(case.happened_on, today)}"


def still_to_choose(answer: str | None) -> bool:
    """Return whether the answer to the first question is an offer that waits for its answer."""
    return answer == OPEN_OFFER


def just_checking_in(answer: str | None) -> bool:
    """Return whether the answer to the first question is that nothing new happened."""
    return answer == NOTHING_NEW
