"""Second thoughts about a no of one's own: what they are made of, and when they may rest."""

import streamlit as st

from core.cases import OWN_NO, Direction
from core.content.loader import words
from core.decisions.passes import standing
from pages.parts.heavy import passes_heavy
from pages.parts.regret import (
    ask_section,
    passes,
    show_coin,
    show_empty,
    show_known,
    show_so_far,
    show_was,
    show_ways,
    show_will,
)
from pages.parts.regret_guard import show_often, show_weight
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo
from pages.parts.worksheet_live import choose_case

say = words("regret")
workspace = current_workspace()
now = app_mode().now()

st.title(say["title"])
st.caption(say["lead"])
show_noticed()
show_undo(workspace)
if passes_heavy(workspace, now, say["title"]):
    case = choose_case(workspace, "regret", OWN_NO, Direction.SECOND_THOUGHTS)
    case_id = case.id if case else ""
    gone_through = passes(workspace, case_id)
    stands = workspace.view(standing, case_id, now.date())
    show_weight(stands)
    show_often(stands, case_id)
    if not gone_through:
        show_empty(told=case is not None)
        if case:
            show_ways(workspace, case, now.date(), begun=False)
            show_so_far(workspace, case.id)
        show_coin()
    else:
        section = ask_section()
        if section == "was":
            show_was(workspace, gone_through[0], now.date())
        elif section == "will":
            show_will(workspace, gone_through[0], now)
        else:
            from pages.parts.regret_time import show_beside, show_comings_back

            show_known(workspace, gone_through[0], now.date())
            show_comings_back(workspace, gone_through, case_id)
            show_beside(gone_through)
        show_ways(workspace, case, now.date(), begun=True)
