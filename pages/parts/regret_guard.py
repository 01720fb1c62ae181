"""The rumination guard on screen: kind words, ways out, and a line for what is new.

Nothing is locked. Who has a new fact goes on with it, and it stands in the first step.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import streamlit as st

from core.cases import Case
from core.content.loader import fill, words
from core.decisions.passes import NEW_FACT, Gate, Standing, standing
from core.decisions.regret import REGRET
from core.worksheets.definition import Worksheet
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.questions import ask_line
from pages.parts.steady_ways import SMALL_ACTIONS, STEADY
from pages.parts.support import SUPPORT, notice
from pages.parts.timer import is_timed, show_timer
from pages.parts.worksheet_list import link_to_worksheet

WIDER_VIEW = "wider_view"
"""The worksheet that looks from outside."""

MINUTES = 20
"""So long is enough for one day (safety, rumination guard 1)."""


@dataclass
class Meeting:
    """How the person who would begin a worksheet anew is met.

    `form` holds the new fact where one is asked for; `given` are answers to begin with.
    """

    form: Form | None = None
    given: Mapping[str, Any] = field(default_factory=dict)

    def lets_begin(self) -> bool:
        """Return whether to begin now; where a new fact is asked for and missing, say so."""
        if self.form is None:
            return True
        notice(*self.form.written())
        if not self.given:
            st.warning(words("regret")["fact_first"])
        return bool(self.given)

    def begun(self) -> None:
        """Close the form: what stood in it is saved with what was begun."""
        if self.form:
            self.form.finish()


def meet(workspace: Workspace, worksheet: Worksheet, case: Case | None, now: datetime) -> Meeting:
    """Say what the guard has to say before another pass; for other worksheets there is nothing."""
    if worksheet.id != REGRET:
        return Meeting()
    case_id = case.id if case else ""
    stands: Standing = workspace.view(standing, case_id, now.date())
    show_weight(stands)
    if stands.gate is Gate.OPEN or stands.rests_until is None:
        show_often(stands, case_id)
        return Meeting()
    say = words("regret")
    met = say["met_enough" if stands.often or stands.gate is Gate.ENOUGH else "met_rests"]
    st.write(fill(met, when=in_words(stands.rests_until)))
    _link_out(case_id)
    form = Form(workspace, f"regret_fact:{case_id}", {"fact": ""})
    fact = ask_line(form, "fact", say["fact"], help_text=say["fact_help"]).strip()
    form.keep()
    return Meeting(form, {NEW_FACT: fact} if fact else {})


def show_often(stands: Standing, case_id: str) -> None:
    """Meet who came to look often this week with a view from outside, or one small step."""
    if not stands.often:
        return
    with st.container(key="regret.often"):
        st.info(words("regret")["often"])
        _link_out(case_id)


def show_weight(stands: Standing) -> None:
    """Say kindly that this may not be the right page now, once the mood sank twice."""
    if not stands.sinks:
        return
    say = words("regret")
    with st.container(border=True, key="regret.sinks"):
        st.write(say["sinks"])
        with st.container(horizontal=True):
            st.page_link(STEADY, label=say["to_steady"], icon=":material/self_improvement:")
            st.page_link(SUPPORT, label=say["to_support"], icon=":material/support:")


def show_soft_timer(worksheet: Worksheet, run: WorksheetRun | None) -> None:
    """Offer twenty quiet minutes at the first step of a pass, and show them over all its steps.

    Nothing happens when they are over.
    """
    if run is None or worksheet.id != REGRET or run.is_finished:
        return
    key = f"regret.{run.id}"
    if run.at == worksheet.steps[0].id or is_timed(key):
        show_timer(key, (MINUTES,))


def _link_out(case_id: str) -> None:
    say = words("regret")
    with st.container(horizontal=True):
        link_to_worksheet(WIDER_VIEW, say["to_outside"], case_id)
        st.page_link(SMALL_ACTIONS, label=say["to_small_step"], icon=":material/directions_walk:")
