"""What to keep of a run on screen: ticked by the person, saved in one go."""

from collections.abc import Collection, Iterable
from datetime import datetime

import streamlit as st

from core.check_ins import CheckIn
from core.content.loader import fill, words
from core.errors import EditedElsewhereError
from core.steps import Step
from core.worksheets.keeper import Proposal
from core.worksheets.keeping import Offer, take_up
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.messages import done, show_done
from pages.parts.plain_text import inert
from pages.parts.support import notice_felt

PLACE = "worksheet.keep"
LATER = f"{PLACE}.later"


def notice_offers(workspace: Workspace, offers: Iterable[Offer], now: datetime) -> None:
    """Look at the check-in that a run would make, before the person says whether to keep it."""
    for offer in offers:
        for each in offer.proposals:
            if isinstance(each.record, CheckIn):
                notice_felt(workspace, each.record, now)


def ask_keeps(workspace: Workspace, run: WorksheetRun, offers: Collection[Offer]) -> None:
    """Offer what may become records; nothing is kept before the person says so."""
    say = words("worksheet")
    if not offers:
        return
    st.header(say["keep"])
    show_done(PLACE)
    if st.session_state.pop(LATER, False):
        st.warning(say["keep_later"])
    chosen = {each.keep.id: _ask(run, each) for each in offers}
    count = sum(len(each) for each in chosen.values())
    if not any(each.proposals for each in offers):
        return
    label = fill(say["keep_these"], count=count)
    pressed = st.button(
        label,
        type="primary",
        key=f"{PLACE}.{run.id}.{run.rev}",
        disabled=workspace.read_only or not count,
    )
    if pressed:
        try:
            take_up(workspace, run, chosen)
        except EditedElsewhereError:
            st.session_state[LATER] = True
            st.rerun()
        done(PLACE, say["keep_done"])


def _ask(run: WorksheetRun, offer: Offer) -> list[Proposal]:
    say = words("worksheet")
    if not offer.proposals:
        st.caption(f"{offer.keep.label} · {say['kept']}")
        return []
    st.write(offer.keep.label)
    return [
        each
        for place, each in enumerate(offer.proposals)
        if _is_ticked(run, offer, each, first=place == 0)
    ]


def _is_ticked(run: WorksheetRun, offer: Offer, proposal: Proposal, *, first: bool) -> bool:
    """Ask whether to keep one; of several steps only the first is ticked beforehand."""
    key = f"{PLACE}.{run.id}.{offer.keep.id}.{proposal.key}"
    usual = first or not isinstance(proposal.record, Step)
    ticked = st.checkbox(inert(proposal.text), value=usual, key=key)
    note = words("worksheet")["keep_changes"] if proposal.changes else inert(proposal.note)
    if note:
        st.caption(note)
    return ticked
