"""The end of a networking sprint on screen: what came of it in one sentence, and rest."""

from datetime import date

import streamlit as st

from core.content.loader import fill, network_words, words
from core.network.sprint import REACHED, Sprint, Stands
from core.network.sprint_changes import rest
from core.network.touchpoints import CameOf
from core.workspace import Workspace


def show_end(workspace: Workspace, sprint: Sprint, today: date) -> None:
    """Tell what came of two weeks that are over, or from which the person rests."""
    say = words("sprint")
    st.write(in_one_sentence(sprint))
    labels = network_words().came_of
    came = [labels[each] for each in sprint.came_of if each is not CameOf.NOTHING]
    if came:
        st.caption(fill(say["came"], what=", ".join(came)))
    closed = workspace.read_only
    if sprint.rested_on is None:
        st.write(say["rest_or"])
        st.button(
            say["rest"],
            icon=":material/bedtime:",
            key="sprint.rest",
            disabled=closed,
            on_click=rest,
            args=(workspace, sprint.run_id, today),
        )
        return
    st.caption(say["rested"])
    if today <= sprint.ends:
        st.button(
            say["go_on_with"],
            icon=":material/undo:",
            type="tertiary",
            key="sprint.unrest",
            disabled=closed,
            on_click=rest,
            args=(workspace, sprint.run_id, None),
        )


def in_one_sentence(sprint: Sprint) -> str:
    """Return what came of two weeks: who heard, who wrote back, with how many there was a talk."""
    say, heard = words("sprint"), who_heard(sprint)
    if not heard:
        return say["over_none"]
    if talked := sprint.count(Stands.TALKED, Stands.THANKED):
        return fill(say["over_talked"], what=heard, talked=say[f"n_{talked}"])
    if answered := sprint.count(Stands.ANSWERED):
        return fill(say["over_answered"], what=heard, answered=say[f"n_{answered}"])
    return fill(say["over_written"], what=heard)


def who_heard(sprint: Sprint) -> str:
    """Return how many of the five heard from the person, in words; "" where nobody did."""
    say, count, of = words("sprint"), sprint.count(*REACHED), len(sprint.contacts)
    if count == of:
        return say["heard_all"]
    return fill(say["heard_some"], count=say[f"n_{count}"], of=say[f"n_{of}"]) if count else ""
