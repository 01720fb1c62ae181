"""Tell what happened, or change what was told: only the first answer is needed."""

import streamlit as st

from core.cases import Case
from core.content.loader import words
from core.errors import EditedElsewhereError
from core.telling import AnswerError, answers_of, tell
from core.views import people_by_id
from pages.parts.case_form import ask_answers, show_history, show_told
from pages.parts.conflict import conflict_of, raise_conflict, settle_conflict
from pages.parts.forms import Form
from pages.parts.gone import show_gone
from pages.parts.interview_list import link_to_talks
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.steady_story import show_story
from pages.parts.support import notice
from pages.parts.watches import link_to_watch

say = words("case")
workspace = current_workspace()
today = app_mode().now().date()
case_id = st.query_params.get("case", "")
case = workspace.cases.find(case_id)

start = answers_of(case, workspace.view(people_by_id), today)
start["direction"] = start["direction"] or st.query_params.get("direction")
name = f"case:{case.id}" if case else "case"
form = Form(workspace, name, start, dates={"happened_on", "deadline", "stage_on"})

st.title(say["edit_title"] if case else say["title"])
if case_id and case is None:
    show_gone(workspace, f"case:{case_id}", Case)
elif conflict_of(form):
    settle_conflict(workspace, workspace.cases, form)
elif not show_told(workspace):
    show_done(form.kind)
    st.caption(say["permission"])
    form.show_resumed()
    if case:
        show_history(case)
        link_to_talks(workspace, case.id)
        link_to_watch(workspace, case)
    answers = ask_answers(form, today)
    form.keep()
    label = say["save_changes"] if case else say["save"]
    closed = workspace.read_only
    key = f"case.save.{form.round}"
    if answers and st.button(label, type="primary", key=key, disabled=closed):
        notice(*(each for each in answers.values() if isinstance(each, str)))
        try:
            told = tell(workspace, answers, case_id)
        except AnswerError as error:
            st.warning(f"{words('conflict')[f'field_{error.field}']}: {error.sentence}")
        except EditedElsewhereError as error:
            raise_conflict(form, error)
        else:
            form.finish()
            st.query_params.from_dict({"case": told.id})
            show_told(workspace, told)
    elif case:
        show_story(workspace, case.id)
