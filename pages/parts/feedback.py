"""Taking feedback on screen: the calm way to it, its questions, and keeping it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, words
from core.errors import EditedElsewhereError
from core.feedback import Feedback, way_on
from core.letters.letter import Letter
from core.taking_feedback import FORM, take
from core.workspace import Workspace
from pages.parts.case_choice import ask_case
from pages.parts.conflict import raise_conflict
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done
from pages.parts.questions import ask_day, ask_line, ask_long, ask_one
from pages.parts.sections import choose_section

SECTIONS = ("before", "add", "here")
SECTION = "feedback.section"
GO_TO = "feedback.go_to"
AT = f"{STAYS}feedback.at"
FITS = ("0", "1", "2", "3")
DO, PARK, LATER = "do", "park", "later"


def ask_section(begin: str) -> str:
    """Ask which part of the page to show; `begin` is where it opens."""
    say = words("feedback")
    if GO_TO in st.session_state:
        st.session_state[SECTION] = st.session_state.pop(GO_TO)
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    return choose_section(SECTION, say["section"], labels, begin)


def show_before() -> None:
    """Lead to the feedback in five quiet steps: breathe, pick a time, read once, wait, sort."""
    say = words("feedback")
    titles, texts = say["before_titles"], say["before_texts"]
    at = st.session_state.get(AT, 0)
    with st.container(border=True, key="feedback.before"):
        st.caption(fill(say["place"], place=at + 1, places=len(titles)))
        st.header(titles[at])
        st.write(texts[at])
        st.space("small")
        with st.container(horizontal=True):
            if at + 1 < len(titles):
                st.button(
                    say["next"], type="primary", key="feedback.next", on_click=_walk, args=(1,)
                )
            else:
                st.button(
                    say["to_sort"], type="primary", key="feedback.to_sort", on_click=_open_add
                )
            if at:
                st.button(
                    say["back"], type="tertiary", key="feedback.back", on_click=_walk, args=(-1,)
                )


def open_form(
    workspace: Workspace, edited: Feedback | None, letter: Letter | None, case_id: str, today: date
) -> Form:
    """Open the form of a new piece of feedback, or of one that is to be changed or sorted."""
    feedback = edited or Feedback(
        case_id=letter.case_id if letter else case_id,
        letter_id=letter.id if letter else "",
        heard_on=(letter.replied_on if letter else None) or today,
        quote=letter.reply if letter else "",
        source=letter.to_name if letter else "",
    )
    control = {None: None, True: "yes", False: "no"}
    start = {
        **feedback.model_dump(include={"case_id", "letter_id", "heard_on", "quote", "source"}),
        "fits": None if feedback.fits is None else str(feedback.fits),
        "control": control[feedback.in_my_control],
        "becomes": _becomes(feedback),
        "will_do": feedback.will_do,
        "rev": feedback.rev,
    }
    name = f"{FORM}:{edited.id}" if edited else FORM
    return Form(workspace, name, start, dates={"heard_on"})


def ask_feedback(workspace: Workspace, form: Form, today: date) -> dict[str, Any]:
    """Ask what was said and by whom; once something stands there, how to sort it."""
    say = words("feedback")
    answers: dict[str, Any] = {
        "quote": ask_long(form, "quote", say["quote"], say["quote_help"]),
        "source": ask_line(form, "source", say["source"]),
        "heard_on": ask_day(form, "heard_on", say["heard_on"], today),
        "case_id": ask_case(workspace, form, say["case"], say["no_case"]),
        "letter_id": form["letter_id"] or "",
    }
    if answers["quote"].strip():
        answers |= _ask_sorting(form)
    return answers


def keep_feedback(
    workspace: Workspace, form: Form, answers: Mapping[str, Any], edited: Feedback | None
) -> None:
    """Save it and say so; where nothing was noted, or the step has no name, say that instead."""
    say = words("feedback")
    if not answers["quote"].strip():
        st.warning(say["nothing_yet"])
        return
    if answers["heard_on"] is None:
        st.warning(words("forms")["future"])
        return
    if answers["becomes"] == DO and not answers["will_do"].strip():
        st.warning(say["name_the_step"])
        return
    feedback = _feedback(answers, edited, form["rev"])
    try:
        kept = take(workspace, feedback, say["step_why"])
    except EditedElsewhereError as error:
        raise_conflict(form, error)
    form.finish()
    st.query_params.clear()
    st.session_state[GO_TO] = "here"
    done(FORM, say["saved_step" if kept.will_do and not kept.parked else "saved"])


def _feedback(answers: Mapping[str, Any], edited: Feedback | None, rev: int) -> Feedback:
    base = edited or Feedback()
    becomes = answers["becomes"]
    plain = {name: answers[name] for name in ("quote", "source", "heard_on", "case_id")}
    return Feedback.model_validate(
        {
            **base.model_dump(),
            **plain,
            "letter_id": base.letter_id or answers["letter_id"],
            "fits": int(answers["fits"]) if answers["fits"] else None,
            "in_my_control": {"yes": True, "no": False}.get(answers["control"]),
            "will_do": answers["will_do"] if becomes == DO else "",
            "parked": becomes == PARK,
            "rev": rev,
        }
    )


def _ask_sorting(form: Form) -> dict[str, Any]:
    say = words("feedback")
    st.header(say["sort"])
    st.caption(say["sort_lead"])
    degrees = {each: say[f"fits_{each}"] for each in FITS}
    yes_no = {each: say[f"control_{each}"] for each in ("yes", "no")}
    fits = ask_one(form, "fits", say["fits"], degrees)
    control = ask_one(form, "control", say["control"], yes_no)
    in_my_control = {"yes": True, "no": False}.get(control)
    way = way_on(int(fits) if fits else None, in_my_control=in_my_control)
    if way != "open":
        st.write(say[f"way_{way}"])
    choices = {each: say[f"becomes_{each}"] for each in (DO, PARK, LATER)}
    becomes = ask_one(form, "becomes", say["becomes"], choices)
    will_do = ask_line(form, "will_do", say["will_do"]) if becomes == DO else ""
    return {"fits": fits, "control": control, "becomes": becomes, "will_do": will_do}


def _becomes(feedback: Feedback) -> str | None:
    if feedback.parked:
        return PARK
    return DO if feedback.will_do else None


def _walk(steps: int) -> None:
    st.session_state[AT] = st.session_state.get(AT, 0) + steps


def _open_add() -> None:
    st.session_state[GO_TO] = "add"
