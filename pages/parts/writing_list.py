"""What was written, to be read again or deleted, and the quiet end of a session."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words, writing_words
from core.workspace import Workspace
from core.writing import Writing, latest_first
from pages.parts.days import ago
from pages.parts.happenings import name_of
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.session import CRISIS
from pages.parts.steps import ask_small_step
from pages.parts.support import notice, show_noticed
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.writing import SETTLED, show_weight, start_again
from pages.parts.writing_files import offer_file

TODAY = "today.py"
STEP = "writing.step"


def show_settled(workspace: Workspace, now: datetime) -> bool:
    """Show the end of a session: a breath, one small step, ways on; False where none ended."""
    if SETTLED not in st.session_state:
        return False
    say = words("writing")
    case_id, kept = st.session_state[SETTLED]
    st.success(say["kept" if kept else "gone"])
    show_noticed()
    if CRISIS in st.session_state:
        return True
    show_weight(workspace, now.date())
    st.write(say["settle"])
    st.header(say["small_step"])
    show_done(STEP)
    case = workspace.cases.find(case_id)
    step = ask_small_step(now, case.direction if case else None, key="writing.small")
    if step and st.button(say["put_on_list"], type="primary", key="writing.small.take"):
        notice(step.text)
        workspace.steps.add(step.model_copy(update={"case_id": case_id}), form=STEP)
        done(STEP, say["step_saved"])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")
        st.button(say["done"], type="tertiary", key="writing.done", on_click=start_again)
    return True


def show_written(workspace: Workspace, today: date) -> None:
    """Show what was written, the latest first and closed, and that of which no word is left."""
    say = words("writing")
    written = workspace.view(_latest_first)
    if not written:
        return
    st.header(say["before"])
    for each in first_few(written, key="writings", more=say["show_more"]):
        with st.container(border=True, key=f"writing.{each.id}"):
            st.caption(" · ".join(_around(workspace, each, today)))
            if each.kept:
                with st.expander(say["read"], key=f"writing.read.{each.id}"):
                    show_text(each.text)
            else:
                st.caption(say["gone_line"])
            with st.container(horizontal=True, vertical_alignment="center"):
                if each.kept:
                    offer_file(each, say["take"], key=f"writing.take.{each.id}")
                offer_delete(each.id)
            ask_delete(each.id, say["sure"], lambda each=each: workspace.delete(each))


def _around(workspace: Workspace, writing: Writing, today: date) -> list[str]:
    """Return how it was written, when, for how long, and what it belongs to."""
    told = [writing_words().ways[writing.way].label, ago(writing.happened_on, today)]
    if writing.minutes > 1:
        told.append(fill(words("writing")["minutes_line"], minutes=writing.minutes))
    case = workspace.cases.find(writing.case_id)
    return [*told, inert(name_of(case))] if case else told


def _latest_first(workspace: Workspace) -> tuple[Writing, ...]:
    return latest_first(workspace.writings.all())
