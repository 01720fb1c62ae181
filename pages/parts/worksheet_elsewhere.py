"""What two windows answered differently, on screen: the other answer, and which one counts."""

from collections.abc import Iterable

import streamlit as st

from core.content.loader import words
from core.worksheets.answers import DOT, Answers
from core.worksheets.desk import settle_elsewhere
from core.worksheets.fields import Field
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.worksheet_told import told


def show_elsewhere(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    fields: Iterable[Field],
    *,
    titled: bool = False,
) -> None:
    """Show what another window had saved for an answer to these fields that this one changed too.

    Where the fields themselves do not stand beside it, it is `titled` with the question.
    """
    say = words("worksheet")
    ours = {each.id: each for each in fields}
    for place, others in run.elsewhere.items():
        field = ours.get(place.partition(DOT)[0])
        if field is None:
            continue
        with st.container(border=True, key=f"elsewhere.{run.id}.{place}"):
            if titled:
                st.write(field.label)
            st.caption(say["elsewhere"])
            st.text(told(answers, place, others[-1]))
            with st.container(horizontal=True):
                for take, label in ((True, say["take_other"]), (False, say["keep_mine"])):
                    st.button(
                        label,
                        type="tertiary",
                        key=f"elsewhere.{run.id}.{place}.{take}",
                        on_click=settle_elsewhere,
                        args=(workspace, run.id, place),
                        kwargs={"take": take},
                        disabled=workspace.read_only,
                    )
