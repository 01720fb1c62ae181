"""Skills and the plan: what is wanted, what closes the gaps, and what is new in the field."""

import streamlit as st

from core.content.loader import words
from core.skills import Skill
from core.trends import Trend
from pages.parts import skills_form, trends_form
from pages.parts.conflict import conflict_of, settle_conflict
from pages.parts.gone import show_gone
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.skills import NEW, SKILLS, ask_section, show_skills
from pages.parts.skills_ads import show_ads
from pages.parts.skills_weeks import show_plan
from pages.parts.support import notice, show_noticed
from pages.parts.trends import show_trends
from pages.parts.undo import show_undo

say = words("skills")
workspace = current_workspace()
now = app_mode().now()
skill_id, trend_id = st.query_params.get("skill", ""), st.query_params.get("trend", "")
skill, trend = workspace.skills.find(skill_id), workspace.trends.find(trend_id)
form = None
if skill or skill_id == NEW:
    form = skills_form.open_form(workspace, skill)
elif trend or trend_id == NEW:
    form = trends_form.open_form(workspace, trend, now.date())

if form is None:
    st.title(say["title"])
    show_done("skills")
    show_noticed()
    show_undo(workspace)
    if skill_id:
        show_gone(workspace, f"skill:{skill_id}", Skill)
    elif trend_id:
        show_gone(workspace, f"trend:{trend_id}", Trend)
    section = ask_section()
    if section == "skills":
        show_skills(workspace, now)
    elif section == "plan":
        show_plan(workspace, now.date())
    elif section == "ads":
        show_ads(workspace, now.date())
    else:
        show_trends(workspace, now.date())
elif conflict_of(form):
    st.title(say["edit_title"])
    settle_conflict(workspace, workspace.skills if skill else workspace.trends, form)
else:
    about_skill = bool(skill or skill_id == NEW)
    st.title(say["new_title" if NEW in (skill_id, trend_id) else "edit_title"])
    show_done(form.kind)
    form.show_resumed()
    seen = None
    if about_skill:
        skills_form.ask_skill(form)
    else:
        seen = trends_form.ask_trend(form, now.date())
    form.keep()
    with st.container(horizontal=True):
        key, closed = f"{form.kind}.save.{form.round}", workspace.read_only
        save = st.button(say["save"], type="primary", key=key, disabled=closed)
        leave = st.button(say["leave"], type="tertiary", key=f"{form.kind}.leave")
    if save or leave:
        notice(*form.written())
    if leave:
        form.finish()
        st.switch_page(SKILLS)
    elif save and about_skill:
        skills_form.keep_skill(workspace, form, skill)
    elif save:
        trends_form.keep_trend(workspace, form, trend, seen, now.date())
