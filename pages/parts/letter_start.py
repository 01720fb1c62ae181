"""Where a letter begins: its address leads to one that is kept, or to a new one."""

from secrets import randbelow

import streamlit as st

from core.letters.desk import begin
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.workspace import Workspace

BEGUN = "letters.begun"
SEEDS = 1_000_000


def letter_at(workspace: Workspace, address: str) -> Letter | None:
    """Return the letter of an address, kept or begun; None where there is none such.

    In one window, a letter that is begun keeps its wordings until it is kept.
    """
    kind, _, rest = address.partition(".")
    if kind not in set(Kind):
        return workspace.letters.find(address)
    case_id, _, variant = rest.partition(".")
    seeds = st.session_state.setdefault(BEGUN, {})
    seed = seeds.setdefault(address, randbelow(SEEDS))
    return workspace.view(_begun, Kind(kind), case_id, variant, seed)


def _begun(workspace: Workspace, kind: Kind, case_id: str, variant: str, seed: int) -> Letter:
    return begin(workspace, kind, workspace.cases.find(case_id), variant, seed=seed)


def forget_beginning(address: str) -> None:
    """Let the next letter of this address begin with wordings of its own."""
    st.session_state.get(BEGUN, {}).pop(address, None)
