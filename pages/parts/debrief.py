"""Looking back on screen: four quiet parts, kept while typing, and keeping them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from core.cases import Case, Stage
from core.content.debrief import debrief_words
from core.content.loader import case_words, fill, words
from core.debriefs import About, Debrief, change_opens
from core.workspace import Workspace
from pages.parts.conflict import keep_record
from pages.parts.debrief_shares import ask_explanations, likelihoods
from pages.parts.forms import Form
from pages.parts.messages import STAYS
from pages.parts.questions import ask_line, ask_one

FORM = "debrief"
PARTS = ("well", "change", "explain", "take")
LIKELY = "likely."
ABOUT = "about."
TEXTS = ("well_", "change_", "learning", "tell_")
SETTLED = f"{STAYS}debrief.settled"


def open_form(workspace: Workspace, edited: Debrief | None, case: Case | None) -> Form:
    """Open the form of a new look back on a case, or of one that is to be changed."""
    looked = edited or Debrief(happened_on=date.min, stage=case.stage if case else None)
    start: dict[str, Any] = {
        "stage": looked.stage.value if looked.stage else None,
        "skip": False,
        "learning": looked.learning,
        "tell_personal": looked.tell_personal,
        "tell_work": looked.tell_work,
        "rev": looked.rev,
    }
    start |= {f"well_{place}": line for place, line in enumerate(_padded(looked.went_well, 3))}
    start |= {f"change_{place}": line for place, line in enumerate(_padded(looked.change, 2))}
    start["picked"] = [name for name in debrief_words().explanations if name in looked.explanations]
    for name, each in debrief_words().explanations.items():
        start[f"{LIKELY}{name}"] = looked.explanations.get(name)
        start[f"{ABOUT}{name}"] = looked.sorted_as.get(name, each.about).value
    about = edited.id if edited else (case.id if case else "")
    form = Form(workspace, f"{FORM}:{about}", start)
    form.texts |= {name for name in start if name.startswith(TEXTS)}
    return form


def is_at_start(form: Form) -> bool:
    """Return whether the look back shows its first part."""
    return not st.session_state.get(_place(form), 0)


def ask_debrief(form: Form, *, closed: bool) -> bool:
    """Ask one part of the look back, with the ways back and on; return whether to keep it now.

    Where the file is `closed` for writing, it cannot be kept.
    """
    say = words("debrief")
    at = st.session_state.get(_place(form), 0)
    is_last = at + 1 == len(PARTS)
    part = PARTS[at]
    st.caption(fill(say["place"], place=at + 1, places=len(PARTS)))
    st.header(say[f"part_{part}"])
    _ASKS[part](form)
    st.space("small")
    key = _place(form)
    with st.container(horizontal=True):
        if not is_last:
            st.button(
                say["next"], type="primary", key=f"{FORM}.next", on_click=_walk, args=(key, 1)
            )
        keep = st.button(
            say["save"],
            type="primary" if is_last else "secondary",
            key=f"{FORM}.save.{form.round}",
            disabled=closed,
        )
        if at:
            st.button(
                say["back"], type="tertiary", key=f"{FORM}.back", on_click=_walk, args=(key, -1)
            )
    return keep


def debrief_of(form: Form, edited: Debrief | None, case_id: str, today: date) -> Debrief | None:
    """Return the look back as it stands in the form; None while nothing is in it."""
    likely = likelihoods(form, LIKELY)
    explanations = debrief_words().explanations
    own = {name: About(form[f"{ABOUT}{name}"] or explanations[name].about) for name in likely}
    told: dict[str, Any] = {
        "went_well": _lines(form, "well_", 3),
        "change": _lines(form, "change_", 2),
        "explanations": likely,
        "learning": form["learning"] or "",
        "tell_personal": form["tell_personal"] or "",
        "tell_work": form["tell_work"] or "",
    }
    if not any(told.values()):
        return None
    base = edited or Debrief(happened_on=today, case_id=case_id)
    return Debrief.model_validate(
        {
            **base.model_dump(),
            **told,
            "stage": form["stage"] or None,
            "sorted_as": {n: about for n, about in own.items() if about != explanations[n].about},
            "rev": form["rev"] or 0,
        }
    )


def keep_debrief(workspace: Workspace, form: Form, looked: Debrief | None) -> None:
    """Save the look back and settle; where there is nothing in it yet, say so instead."""
    if looked is None:
        st.warning(words("debrief")["nothing_yet"])
        return
    st.session_state[SETTLED] = keep_record(workspace.debriefs, form, looked).id
    st.rerun()


def _ask_well(form: Form) -> None:
    say = words("debrief")
    stages = {stage.value: each.label for stage, each in case_words().stages.items()}
    stage = ask_one(form, "stage", say["stage"], stages)
    st.caption(say["well_lead"])
    ideas = debrief_words().starters[Stage(stage).value if stage else "any"]
    ask_line(form, "well_0", say["well_0"])
    ask_line(form, "well_1", say["well_1"])
    if change_opens(_lines(form, "well_", 3)):
        ask_line(form, "well_2", say["well_2"])
    st.caption(fill(say["ideas"], ideas=" ".join(ideas)))


def _ask_change(form: Form) -> None:
    say = words("debrief")
    if not change_opens(_lines(form, "well_", 3), skipped=bool(form["skip"])):
        st.write(say["change_waits"])
        st.button(
            say["change_skip"], type="tertiary", key=f"{FORM}.skip", on_click=_skip, args=(form,)
        )
        return
    st.caption(say["change_lead"])
    ask_line(form, "change_0", say["change_0"])
    ask_line(form, "change_1", say["change_1"])


def _ask_take(form: Form) -> None:
    say = words("debrief")
    ask_line(form, "learning", say["learning"], help_text=say["learning_help"])
    st.caption(say["tell_lead"])
    for name, circle in debrief_words().circles.items():
        ask_line(form, f"tell_{name}", circle.label)
        st.caption(circle.safe)


def _ask_explain(form: Form) -> None:
    st.caption(words("debrief")["explain_lead"])
    ask_explanations(form, LIKELY, ABOUT)


_ASKS: Mapping[str, Callable[[Form], None]] = {
    "well": _ask_well,
    "change": _ask_change,
    "explain": _ask_explain,
    "take": _ask_take,
}


def _lines(form: Form, stem: str, most: int) -> tuple[str, ...]:
    typed = (str(form[f"{stem}{place}"] or "").strip() for place in range(most))
    return tuple(line for line in typed if line)


def _padded(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    return (*lines, *[""] * most)[:most]


def _skip(form: Form) -> None:
    form["skip"] = True


def _place(form: Form) -> str:
    """Return the session key of the part that a form shows; it is forgotten with the screen."""
    return f"{STAYS}{form.name}.at"


def _walk(key: str, parts: int) -> None:
    st.session_state[key] = st.session_state.get(key, 0) + parts
