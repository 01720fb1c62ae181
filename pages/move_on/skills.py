"""Skills and the plan: what is wanted, what closes the gaps, and what is new in the field."""

import streamlit as st

from core.content.loader import words
from core.skills import Skill
from core.trends import Trend
from pages.parts.gone import show_gone
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.skills import NEW, ask_section, show_skills
from pages.parts.skills_ads import show_ads
from pages.parts.skills_form import show_skill_form
from pages.parts.skills_weeks import show_plan
from pages.parts.support import show_noticed
from pages.parts.trends import show_trends
from pages.parts.trends_form import show_trend_form
from pages.parts.undo import show_undo

workspace = current_workspace()
now = app_mode().now()
skill_id, trend_id = st.query_params.get("skill", ""), st.query_params.get("trend", "")
skill, trend = workspace.skills.find(skill_id), workspace.trends.find(trend_id)

if skill or skill_id == NEW:
    show_skill_form(workspace, skill)
elif trend or trend_id == NEW:
    show_trend_form(workspace, trend, now.date())
else:
    st.title(words("skills")["title"])
    show_done("skills")
    show_noticed()
    show_undo(workspace)
    if skill_id:
        show_gone(workspace, f"skill:{skill_id}", Skill)
    elif trend_id:
        show_gone(workspace, f"trend:{trend_id}", Trend)
    match ask_section():
        case "skills":
            show_skills(workspace, now)
        case "plan":
            show_plan(workspace, now.date())
        case "ads":
            show_ads(workspace, now.date())
        case _:
            show_trends(workspace, now.date())
