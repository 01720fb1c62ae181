"""The questions on what happened: only those that matter after the first answer."""

from datetime import date
from typing import Any

import streamlit as st

from core.cases import Case, Direction, Door, asks
from core.content.loader import case_words, words
from core.decisions.process import OFFER_REVIEW
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.happenings import ask_what_happened, just_checking_in, still_to_choose
from pages.parts.messages import STAYS
from pages.parts.questions import (
    ask_any_day,
    ask_day,
    ask_line,
    ask_long,
    ask_one,
    ask_some,
    legible,
)
from pages.parts.route_links import link_to_route
from pages.parts.session import app_mode
from pages.parts.setback_plan import show_setback_plan
from pages.parts.support import show_noticed
from pages.parts.worksheet_list import link_to_worksheet

TOLD = f"{STAYS}told"
CHECK_IN = "feel/check_in.py"
TODAY = "today.py"
MY_NO = (Direction.I_SAID_NO, Direction.SECOND_THOUGHTS, Direction.WITHDREW)


def ask_answers(form: Form, today: date) -> dict[str, Any] | None:
    """Ask what happened; None while there is no first answer, or a day is yet to come."""
    say = words("case")
    answer = ask_what_happened(say["question"], key=form.key("direction"))
    if answer is None:
        st.caption(say["pick_answer"])
        return None
    if just_checking_in(answer):
        st.write(say["just_checking_in"])
        st.page_link(CHECK_IN, label=say["go_check_in"], icon=":material/favorite:")
        return None
    if still_to_choose(answer):
        st.write(say["still_to_choose"])
        link_to_worksheet(OFFER_REVIEW, say["go_weigh"])
        return None
    direction = Direction(answer)
    answers = form.fields() | _ask_first(form, direction, today)
    answers |= _ask_more(form, direction)
    return answers if answers["happened_on"] else None


def show_history(case: Case) -> None:
    """Show how far it got, stage by stage, each with the day it was noted."""
    if not case.stages:
        return
    st.caption(words("case")["history"])
    for reached in case.stages:
        label = case_words().stages[reached.stage].label
        st.text(f"{label} · {in_words(reached.on)}" if reached.on else label)


def show_told(workspace: Workspace, told: Case | None = None) -> bool:
    """Show the way on after telling; returns whether something was just told in this window."""
    if told:
        st.session_state[TOLD] = told.id
        st.rerun()
    case = workspace.cases.find(st.session_state.get(TOLD, ""))
    if case is None:
        return False
    say = words("case")
    st.success(say["saved"])
    show_noticed()
    st.write(say["look_back"])
    with st.container(horizontal=True):
        query = {"case": case.id}
        label = say["to_check_in"]
        st.page_link(CHECK_IN, label=label, icon=":material/favorite:", query_params=query)
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")
        st.button(say["to_more"], type="tertiary", key="case.more", on_click=_tell_more)
    show_setback_plan(workspace, app_mode().now(), case.id)
    link_to_route(case)
    return True


def _tell_more() -> None:
    del st.session_state[TOLD]


def _ask_first(form: Form, direction: Direction, today: date) -> dict[str, Any]:
    say = words("case")
    when = "silence" if direction is Direction.SILENCE else "i_said_no"
    when = when if direction in (*MY_NO, Direction.SILENCE) else "they_said_no"
    answers: dict[str, Any] = {
        "direction": direction,
        "employer": ask_line(form, "employer", say["employer"]),
        "role": ask_line(form, "role", say["role"]),
        "happened_on": ask_day(form, "happened_on", say[f"when_{when}"], today),
    }
    if "stage" in asks(direction):
        stages = {stage.value: each.label for stage, each in case_words().stages.items()}
        answers["stage"] = ask_one(form, "stage", say["stage"], stages)
        if answers["stage"]:
            answers["stage_on"] = ask_any_day(form, "stage_on", say["stage_on"])
    answers["story"] = ask_long(form, "story", say["story"], say["story_help"])
    return answers


def _ask_more(form: Form, direction: Direction) -> dict[str, Any]:
    say = words("case")
    answers: dict[str, Any] = {}
    fitting = {name: say[name] for name, (asked, _) in _PARTS.items() if asked & asks(direction)}
    for name in _ask_parts(form, direction, fitting):
        st.header(fitting[name])
        answers |= _PARTS[name][1](form, direction)
    return answers


def _ask_parts(form: Form, direction: Direction, fitting: dict[str, str]) -> list[str]:
    """Ask which parts to open; those that hold something are open from the start."""
    key = f"parts.{form.name}.{form.round}.{direction}"
    if key not in st.session_state:
        st.session_state[key] = [name for name in fitting if _holds(form, name)]
    chosen = st.pills(
        words("case")["optional"],
        list(fitting),
        selection_mode="multi",
        format_func=lambda name: legible(fitting[name]),
        key=key,
        persist_state="session",
    )
    return [name for name in fitting if name in chosen]


def _holds(form: Form, part: str) -> bool:
    fields = form.fields()
    told = {name for name, value in fields.items() if value not in ("", None, [], Door.UNKNOWN)}
    return any(name.startswith(question) for name in told for question in _PARTS[part][0])


def _ask_how(form: Form, direction: Direction) -> dict[str, Any]:
    say = words("case")
    answers: dict[str, Any] = {}
    if "told_by" in asks(direction):
        label = say["told_by_me"] if direction in MY_NO else say["told_by"]
        ways = {name: way for name, way in case_words().told_by.items() if _fits(name, direction)}
        answers["told_by"] = ask_one(form, "told_by", label, ways)
    answers["pulls"] = ask_some(form, "pulls", say["pulls"], case_words().pulls)
    if answers["pulls"]:
        answers["elsewhere"] = ask_line(form, "elsewhere", say["elsewhere"])
    return answers


def _fits(told_by: str, direction: Direction) -> bool:
    return direction not in MY_NO or told_by not in {"portal", "no_word"}


def _ask_reasons(form: Form, direction: Direction) -> dict[str, Any]:
    say = words("case")
    reasons = {name: each.label for name, each in case_words().reasons.items()}
    st.caption(say["reasons_note"])
    answers: dict[str, Any] = {
        "reasons_given": ask_some(form, "reasons_given", say["reasons_given"], reasons),
        "reasons_true": ask_some(form, "reasons_true", say["reasons_true"], reasons),
        "reason_words": ask_long(form, "reason_words", say["reason_words"], say["story_help"]),
        "protected": ask_line(form, "protected", say["protected"], help_text=say["protected_help"]),
    }
    if "deadline" in asks(direction):
        answers["deadline"] = ask_any_day(form, "deadline", say["deadline"])
    return answers


def _ask_people(form: Form, direction: Direction) -> dict[str, Any]:
    say = words("case")
    answers = {}
    for role in ("contact", "referrer"):
        with st.container(horizontal=True):
            who = f"{role}_told" if direction in MY_NO and role == "contact" else role
            name = answers[f"{role}_name"] = ask_line(form, f"{role}_name", say[f"who_{who}"])
            for part in ("how_known", "address") if name else ():
                answers[f"{role}_{part}"] = ask_line(form, f"{role}_{part}", say[part])
    return answers


def _ask_later(form: Form, direction: Direction) -> dict[str, Any]:
    say = words("case")
    answers = {}
    if "door" in asks(direction):
        answers["door"] = ask_one(form, "door", say["door"], case_words().doors)
    if "goal" in asks(direction):
        answers["goal"] = ask_one(form, "goal", say["goal"], case_words().goals)
    return answers


_PARTS = {
    "how": ({"told_by", "pulls"}, _ask_how),
    "reasons": ({"reasons", "reason_words", "protected", "deadline"}, _ask_reasons),
    "people": ({"contact", "referrer"}, _ask_people),
    "later": ({"door", "goal"}, _ask_later),
}
