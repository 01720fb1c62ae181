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
    case_id, variant, to = (*rest.split("."), "", "")[:3]
    seeds = st.session_state.setdefault(BEGUN, {})
    seed = seeds.setdefault(address, randbelow(SEEDS))
    return workspace.view(_begun, Kind(kind), case_id, variant, to, seed)


def _begun(  # noqa: PLR0913, PLR0917 - a view is kept by each of them
    workspace: Workspace, kind: Kind, case_id: str, variant: str, to: str, seed: int
) -> Letter:
    return begin(workspace, kind, workspace.cases.find(case_id), variant, to=to, seed=seed)


def forget_beginning(address: str) -> None:
    """Let the next letter of this address begin with wordings of its own."""
    st.session_state.get(BEGUN, {}).pop(address, None)
