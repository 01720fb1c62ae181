"""A way through what happened: the next stop and why, and every other one within reach."""

import streamlit as st

from core.content.loader import route_words, words
from core.routes import way_of
from core.views import this_minute
from pages.parts.happenings import day_of, name_of
from pages.parts.plain_text import inert
from pages.parts.route import ask_own_way, show_next, show_where, show_whole
from pages.parts.route_links import choose_route
from pages.parts.session import app_mode, current_workspace

say = words("route")
workspace = current_workspace()
now = app_mode().now()
case = workspace.cases.find(st.query_params.get("case", ""))

if case is None:
    st.title(say["from_case"])
    choose_route(workspace, now)
else:
    way = workspace.view(way_of, case.id, this_minute(now))
    route = route_words().routes[way.route]
    st.title(route.title)
    st.caption(f"{inert(name_of(case))} · {day_of(case, now.date())}")
    st.write(route.lead)
    show_where(way)
    show_next(workspace, case, way, now)
    show_whole(workspace, case, way, now)
    ask_own_way(workspace, case, way)
