"""Ways on from a verdict: the letter, the worksheet or the screen that each one leads to."""

from collections.abc import Iterable, Mapping

import streamlit as st

from core.content.reapproach import reapproach_words
from core.decisions.factors import Way
from core.letters.kinds import Kind
from core.letters.views import begun
from core.workspace import Workspace
from pages.parts.happenings import DEBRIEF
from pages.parts.letters import address_of, link_to_letter
from pages.parts.steady_ways import WHO_HELPS

LETTER_ICON = ":material/mail:"

LETTERS: Mapping[Way, Kind] = {
    Way.REAPPROACH: Kind.REAPPROACH,
    Way.LATER_ROLE: Kind.STAY_IN_TOUCH,
    Way.STAY_IN_TOUCH: Kind.STAY_IN_TOUCH,
    Way.TALK: Kind.INFORMATIONAL_TALK,
    Way.REAPPLY: Kind.REAPPLY,
    Way.WITHDRAW: Kind.WITHDRAW_ACCEPTANCE,
}
SCREENS: Mapping[Way, tuple[str, str]] = {
    Way.REGRET: ("reflect/regret.py", ":material/psychology_alt:"),
    Way.OFFER: ("reflect/offer_review.py", ":material/balance:"),
    Way.PATHS: ("move_on/paths.py", ":material/alt_route:"),
    Way.VALUES: ("move_on/values.py", ":material/star:"),
    Way.REASSESS: ("move_on/reassess.py", ":material/explore:"),
    Way.DEBRIEF: (DEBRIEF, ":material/history:"),
    Way.PEOPLE: (WHO_HELPS, ":material/group:"),
}


def show_ways(workspace: Workspace, ways: Iterable[Way], case_id: str) -> None:
    """Show a link for each way on, side by side where there is room."""
    with st.container(horizontal=True, vertical_alignment="center", key="reapproach.ways"):
        for way in ways:
            _link(workspace, way, case_id)


def link_to_kind(workspace: Workspace, kind: Kind, case_id: str, label: str, way: str = "") -> None:
    """Link to the letter of a kind that was begun for a case, else to a new one."""
    letter = workspace.view(begun, case_id).get(kind)
    address = letter.id if letter else address_of(kind, case_id, way)
    link_to_letter(address, label, LETTER_ICON)


def _link(workspace: Workspace, way: Way, case_id: str) -> None:
    label = reapproach_words().ways[way]
    if way in LETTERS:
        link_to_kind(workspace, LETTERS[way], case_id, label)
    else:
        screen, icon = SCREENS[way]
        query = {"case": case_id} if case_id else None
        st.page_link(screen, label=label, icon=icon, query_params=query)
