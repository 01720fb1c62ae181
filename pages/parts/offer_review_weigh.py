"""Weighing on screen: numbers that can be moved in place, with all that follows from them."""

from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.decisions.process import OFFER_REVIEW
from core.decisions.reviews import answers_of
from core.worksheets.answers import Answers, address
from core.worksheets.calculations.offer_weights import Weighing
from core.worksheets.definition import Worksheet
from core.worksheets.fields import MatrixField, SliderField
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS
from pages.parts.offer_review import show_some
from pages.parts.plain_text import inert
from pages.parts.worksheet_fields import ask_degree
from pages.parts.worksheet_live import ask_to_keep, play_with, results_now
from pages.parts.worksheet_results import show_on_the_way

WEIGHED = ("weighed", "turns", "money_told", "rut")
TIMED = ("years_told", "fit_today")
SWING, SCORES, AGAIN = "swing", "scores", "scores_now"
OFFER = "offer"
OTHERS = {
    "must_haves": ("must_haves", "meets"),
    "criteria": ("other", "own_criterion", "criteria"),
}
"""What else can be changed in place, with its fields."""


def show_weighing(workspace: Workspace, run: WorksheetRun, today: date) -> None:
    """Show how the options come out, with numbers to be moved in place (S0-10)."""
    say = words("offer_review")
    sheet = worksheets()[OFFER_REVIEW]
    _show_known(workspace, run, today)
    with st.expander(say["try"], icon=":material/tune:"):
        st.caption(say["try_lead"])
        form, answers = play_with(workspace, run, sheet, ())
        form, answers = _ask_one(workspace, form, run, answers, sheet)
    ask_to_keep(workspace, form, run, answers)
    show_some(workspace, run, answers, today, WEIGHED, say["nothing_weighed"])
    form.keep()


def _show_known(workspace: Workspace, run: WorksheetRun, today: date) -> None:
    """Keep what was known that day at hand before any number (S0-15)."""
    with st.expander(words("offer_review")["known"], icon=":material/inventory_2:"):
        show_on_the_way(results_now(workspace, run, answers_of(run), today, ("knew",)))


def _ask_one(
    workspace: Workspace, form: Form, run: WorksheetRun, answers: Answers, sheet: Worksheet
) -> tuple[Form, Answers]:
    """Ask for one change: the numbers of a criterion, the must-haves, or what is weighed at all."""
    say = words("offer_review")
    criteria = {each.key: each.label for each in answers.named(SWING)}
    others = {each: say[f"try_{each}"] for each in OTHERS}
    which = st.selectbox(
        say["try_what"],
        [*criteria, *others],
        format_func=lambda each: {**criteria, **others}.get(each, each),
        key=f"{STAYS}offer_review.try.{form.name}",
    )
    if which in OTHERS:
        return play_with(workspace, run, sheet, OTHERS[which])
    _ask_numbers(form, answers, sheet, which)
    return play_with(workspace, run, sheet, ())


def _ask_numbers(form: Form, answers: Answers, sheet: Worksheet, criterion: str) -> None:
    """Ask the weight of one criterion, and how each option does on it."""
    swing, scores = sheet.fields[SWING], sheet.fields[SCORES]
    if not isinstance(swing, SliderField) or not isinstance(scores, MatrixField):
        return
    degrees, ends = range(swing.most + 1), (swing.low, swing.high)
    ask_degree(form, address(SWING, criterion), words("offer_review")["swing"], degrees, ends)
    for option in answers.of(scores.across):
        place, ends = address(SCORES, criterion, option.key), (scores.low, scores.high)
        ask_degree(form, place, inert(option.label), degrees, ends)
    _tell_filled_in(answers, criterion)


def _tell_filled_in(answers: Answers, criterion: str) -> None:
    """Tell which score counts where the person gave none (S0-5)."""
    score = Weighing(answers, SWING, SCORES).matrix.scores.get((criterion, OFFER))
    if score is not None and answers.number(address(SCORES, criterion, OFFER)) is None:
        st.caption(fill(words("offer_review")["filled_in"], score=score))


def show_over_time(workspace: Workspace, run: WorksheetRun, today: date) -> None:
    """Show the years ahead, and the offer as it fitted then and fits today (S0-27, S3-33)."""
    say = words("offer_review")
    sheet = worksheets()[OFFER_REVIEW]
    _show_known(workspace, run, today)
    form, answers = play_with(workspace, run, sheet, ())
    with st.expander(say["score_now"], icon=":material/tune:"):
        st.caption(say["score_now_lead"])
        scored = _ask_today(form, answers, sheet)
    form, answers = play_with(workspace, run, sheet, ())
    answers = Answers(sheet, {**answers.raw, **scored})
    ask_to_keep(workspace, form, run, answers)
    show_some(workspace, run, answers, today, TIMED, say["nothing_timed"])
    form.keep()


def _ask_today(form: Form, answers: Answers, sheet: Worksheet) -> dict[str, str]:
    """Ask how good the offer is today, criterion by criterion.

    Return the answer that goes with new numbers: that it was scored once more.
    """
    again, criteria = sheet.fields[AGAIN], answers.named(SWING)
    if not criteria or not isinstance(again, MatrixField):
        st.write(words("offer_review")["nothing_weighed"])
        return {}
    places = [address(AGAIN, each.key, OFFER) for each in criteria]
    for place, each in zip(places, criteria, strict=True):
        degrees = range(again.most + 1)
        ask_degree(form, place, inert(each.label), degrees, (again.low, again.high))
    scored = any(form[place] != form.started_with(place) for place in places)
    return {"again": "yes"} if scored else {}
