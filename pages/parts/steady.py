"""Steady at a glance: a few ways in, each on its own card, and what was practised lately."""

from collections.abc import Iterator
from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, steady_words, words
from core.steady import Change, Practised, feeling_change, mood_change, practised
from core.thoughts import Shift, is_time_to_stop
from core.worksheets.calculations.thoughts import shifts_of
from core.worksheets.desk import finished, found_in, half_done
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.steady_ways import SMALL_ACTIONS, WHO_HELPS, WINS
from pages.parts.worksheet_list import WORKSHEET
from pages.parts.worksheet_told import said_of

THOUGHT_CHECK = "thought_check"
WIDER_VIEW = "wider_view"
WRITING = "feel/writing.py"


def show_ways(workspace: Workspace, now: datetime) -> None:
    """Show the ways in, each with one line that says what is there or what came of it."""
    say = words("steady")
    if workspace.view(_time_to_stop):
        with st.container(border=True, key="steady.stop"):
            st.write(say["stop"])
            st.page_link(SMALL_ACTIONS, label=say["stop_action"], icon=":material/directions_walk:")
    today = now.date()
    near, far = st.columns(2)
    with near, _card("thought"):
        _link_to_sheet(workspace, THOUGHT_CHECK, say["way_thought"], ":material/balance:")
        st.caption(_last(workspace, THOUGHT_CHECK, today) or say["way_thought_line"])
    with far, _card("actions"):
        st.page_link(SMALL_ACTIONS, label=say["way_actions"], icon=":material/directions_walk:")
        st.caption(say["way_actions_line"])
    near, far = st.columns(2)
    with near, _card("people"):
        st.page_link(WHO_HELPS, label=say["way_people"], icon=":material/group:")
        st.caption(f"{_count_of_people(workspace)}{say['way_people_line']}")
    with far, _card("wins"):
        st.page_link(WINS, label=say["way_wins"], icon=":material/trophy:")
        st.caption(f"{_count_of_wins(workspace)}{say['way_wins_line']}")
    near, far = st.columns(2)
    with near, _card("wider"):
        _link_to_sheet(workspace, WIDER_VIEW, say["way_wider"], ":material/landscape:")
        st.caption(_last(workspace, WIDER_VIEW, today) or say["way_wider_line"])
    with far, _card("writing"):
        st.page_link(WRITING, label=say["way_writing"], icon=":material/edit_note:")
        st.caption(say["way_writing_line"])


def show_practice(workspace: Workspace, now: datetime) -> None:
    """Show what was done with its days, and what it changed, in words."""
    say = words("steady")
    st.header(say["practice"])
    for sentence in workspace.view(_changes):
        st.write(sentence)
    log = workspace.view(_practised)
    if not log:
        st.caption(say["practice_empty"])
    with st.container(key="steady.practice", gap="xsmall"):
        for each in first_few(log, key="practice", more=say["practice_more"]):
            told = [ago(each.on, now.date()), steady_words().practice[each.practice]]
            st.caption(" · ".join([*told, inert(each.text)] if each.text else told))


def _card(name: str) -> st.delta_generator.DeltaGenerator:
    return st.container(border=True, key=f"steady.{name}", gap="xsmall", height="stretch")


def _link_to_sheet(workspace: Workspace, worksheet: str, label: str, icon: str) -> None:
    """Link to a worksheet, straight to the run that was left half done where there is one."""
    begun = workspace.view(half_done, worksheet, "")
    query = {"run": begun.id} if begun else {"worksheet": worksheet}
    st.page_link(WORKSHEET, label=label, icon=icon, query_params=query)


def _last(workspace: Workspace, worksheet: str, today: date) -> str:
    """Return what came of a worksheet last, or that one is half done; "" where there is none."""
    say = words("steady")
    if workspace.view(half_done, worksheet, ""):
        return say["half_done"]
    return workspace.view(_found_last, worksheet, today)


def _found_last(workspace: Workspace, worksheet: str, today: date) -> str:
    known = worksheets().get(worksheet)
    for run in finished(workspace, worksheet)[:1] if known else ():
        found = found_in(workspace, run, known, today)
        told = (said_of(f.result, each) for f in found for each in f.outcome.says)
        when = ago(run.finished_on or today, today)
        sentence = next(told, "")
        return " · ".join(each for each in (words("steady")["last_run"], when, sentence) if each)
    return ""


def _count_of_people(workspace: Workspace) -> str:
    say = words("steady")
    count = sum(1 for each in workspace.people.all() if each.name and each.helps)
    return _before(say["count_people_one"] if count == 1 else say["count_people"], count)


def _count_of_wins(workspace: Workspace) -> str:
    say = words("steady")
    count = len(workspace.wins.all())
    return _before(say["count_wins_one"] if count == 1 else say["count_wins"], count)


def _before(text: str, count: int) -> str:
    return f"{fill(text, count=count)} · " if count else ""


def _shifts(workspace: Workspace) -> tuple[Shift, ...]:
    """Return the shifts of all finished thought checks, the oldest first."""
    known = worksheets().get(THOUGHT_CHECK)
    runs = reversed(finished(workspace, THOUGHT_CHECK))
    return shifts_of(known, [each.answers for each in runs]) if known else ()


def _time_to_stop(workspace: Workspace) -> bool:
    return is_time_to_stop(_shifts(workspace))


def _changes(workspace: Workspace) -> tuple[str, ...]:
    return tuple(_told_changes(workspace))


def _told_changes(workspace: Workspace) -> Iterator[str]:
    say = words("steady")
    changes: dict[str, Change] = {
        "feeling": feeling_change(_shifts(workspace)),
        "steps": mood_change(workspace.steps.all()),
        "writing": mood_change(workspace.writings.all()),
    }
    for what, change in changes.items():
        if change.can_be_told:
            some, none = say[f"change_{what}"], say[f"change_{what}_none"]
            yield fill(some if change.better else none, better=change.better, of=change.of)


def _practised(workspace: Workspace) -> tuple[Practised, ...]:
    return practised(workspace.steps.all(), workspace.runs.all(), workspace.writings.all())
