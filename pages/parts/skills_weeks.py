"""The plan on screen: which action in which weeks, whether there is room, and when it ends."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import streamlit as st

from core.content.loader import fill, words
from core.skill_plan import Piece, WeekPlan, last_day, week_plan
from core.skill_room import MOST_FREE, MOST_WEEKS, room_for_plan
from core.skills import Skill, SkillAction
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.messages import done, show_done
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT
from pages.parts.skills import in_order, link_to_worksheet

FREE = "skills.free_hours"
WEEKS = "skills.weeks"
PLACE = "skills.plan"

Open = dict[str, tuple[Skill, SkillAction]]
"""The actions that are not done, by a key that tells them apart."""


def show_plan(workspace: Workspace, today: date) -> None:
    """Show what is open over the weeks to come, at four fifths of the free hours."""
    say = words("skills")
    todo = workspace.view(_todo)
    if not todo:
        st.write(say["plan_empty"])
        link_to_worksheet("skills_plan", say["to_plan_sheet"])
        return
    free, weeks = _ask_room(workspace)
    pieces = [Piece.of(key, each.hours) for key, (_, each) in todo.items() if each.hours]
    plan = week_plan(pieces, free, today)
    if plan is None:
        st.write(say["no_hours" if free is None else "no_free"])
    elif plan.placed:
        _show_weeks(plan, todo, weeks, today)
    if unknown := [each.text for _, each in todo.values() if not each.hours]:
        st.caption(fill(say["no_length"], actions=_joined(unknown)))


def _ask_room(workspace: Workspace) -> tuple[float | None, int]:
    say = words("skills")
    room = workspace.view(room_for_plan)
    _start(FREE, room.free_hours)
    _start(WEEKS, room.weeks)
    left, right = st.columns(2)
    with left:
        free = st.number_input(
            say["free_hours"],
            min_value=0.0,
            max_value=float(MOST_FREE),
            step=1.0,
            format="%g",
            key=FREE,
            persist_state=KEPT,
        )
    with right:
        weeks = st.number_input(
            say["weeks"],
            min_value=1,
            max_value=MOST_WEEKS,
            key=WEEKS,
            persist_state=KEPT,
        )
    if room.told_on:
        st.caption(fill(say["room_from"], date=in_words(room.told_on)))
    show_done(PLACE)
    if free != workspace.me.free_hours and st.button(
        say["keep_hours"], key="skills.keep_hours", disabled=workspace.read_only
    ):
        workspace.save_me(workspace.me.model_copy(update={"free_hours": free}))
        done(PLACE, say["hours_kept"])
    return free, int(weeks)


def _start(key: str, told: float | None) -> None:
    """Begin a field with what is told elsewhere, again whenever something else is told there."""
    before = f"{key}.told"
    if key not in st.session_state or st.session_state.get(before) != told:
        st.session_state[key] = told
        st.session_state[before] = told


def _show_weeks(plan: WeekPlan, todo: Open, weeks: int, today: date) -> None:
    from pages.parts.result_charts import weeks_chart  # noqa: PLC0415 - altair is large

    say = words("skills")
    sentence = say["beyond"]
    if plan.ends_on:
        hours = {"hours": _plain(plan.hours), "per_week": _plain(plan.per_week)}
        sentence = fill(say["ends"], **hours, week=plan.weeks, date=in_words(plan.ends_on))
    st.write(sentence)
    if plan.is_over_full(weeks):
        st.warning(fill(say["over"], weeks=weeks))
        fitting = [todo[each.key][1].text for each in plan.that_fit(weeks)]
        told = {"weeks": weeks, "actions": _joined(fitting)}
        st.write(fill(say["fits" if fitting else "fits_none"], **told))
    elif plan.ends_on:
        st.write(fill(say["room"], weeks=weeks))
    if plan.ends_on:
        points = [(todo[e.piece.key][1].text, e.begins, e.ends) for e in plan.placed]
        st.altair_chart(weeks_chart(points, ()), alt=sentence)
    with st.expander(say["table"]):
        st.table(_table(plan, todo, today), border="horizontal", hide_index=True, alt=sentence)


def _table(plan: WeekPlan, todo: Open, today: date) -> dict[str, list[str]]:
    say = words("skills")
    rows = [(each, *todo[each.piece.key]) for each in plan.placed]
    days = [last_day(today, each.ends) for each in plan.placed]
    return {
        say["column_action"]: [inert(action.text) for _, _, action in rows],
        say["column_skill"]: [inert(skill.name) for _, skill, _ in rows],
        say["column_hours"]: [_plain(each.piece.hours) for each, _, _ in rows],
        say["column_begins"]: [str(each.begins) for each, _, _ in rows],
        say["column_ends"]: [str(each.ends) for each, _, _ in rows],
        say["column_by"]: [in_words(day) if day else "" for day in days],
    }


def _todo(workspace: Workspace) -> Open:
    return {
        f"{skill.id}.{place}": (skill, action)
        for skill in workspace.view(in_order)
        for place, action in enumerate(skill.actions)
        if action.done_on is None and action.text
    }


def _joined(texts: Sequence[str]) -> str:
    return ", ".join(map(inert, texts))


def _plain(hours: Fraction) -> str:
    return f"{round(float(hours), 1):g}"
