"""Skills on screen: where the person is, what ads ask for, and what closes the gap."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, skill_words, words
from core.letters.kinds import Kind
from core.people import Person
from core.skills import Skill, SkillAction, by_worth, gap
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import STAYS, done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.questions import legible
from pages.parts.sections import choose_section
from pages.parts.undo import ask_delete, offer_delete

SKILLS = "move_on/skills.py"
WORKSHEET = "worksheet.py"
SECTIONS = ("skills", "plan", "ads", "trends")
SECTION = "skills.section"
PART = "part"
NEW = "new"
"""Stands in an address for one that is not kept yet."""

GO_TO = "skills.go_to"
LIFTED = f"{STAYS}skills.lifted"
WORTH = "skills.by_worth"


def ask_section() -> str:
    """Ask which part of the page to show; it opens at the one that its address names."""
    say = words("skills")
    wanted = st.query_params.pop(PART, "")
    if GO_TO in st.session_state:
        st.session_state[SECTION] = st.session_state.pop(GO_TO)
    elif wanted in SECTIONS:
        st.session_state[SECTION] = wanted
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    return choose_section(SECTION, say["section"], labels)


def show_skills(workspace: Workspace, now: datetime) -> None:
    """Show every skill, the one first whose gap counts most, and the ways to more."""
    say = words("skills")
    skills = workspace.view(in_order)
    if not skills:
        st.write(say["empty"])
    for each in first_few(skills, key="skills", more=say["show_more"]):
        _show_skill(workspace, each, now)
    with st.container(horizontal=True):
        link_to_worksheet("skills_plan", say["to_plan_sheet"])
        query = {"skill": NEW}
        st.page_link(SKILLS, label=say["add"], icon=":material/add:", query_params=query)


def link_to_worksheet(worksheet: str, label: str) -> None:
    """Show a link to a worksheet."""
    query = {"worksheet": worksheet}
    st.page_link(WORKSHEET, label=label, icon=":material/description:", query_params=query)


def in_order(workspace: Workspace) -> tuple[Skill, ...]:
    """Return the skills in the order of a plan."""
    return by_worth(workspace.skills.all())


def _show_skill(workspace: Workspace, skill: Skill, now: datetime) -> None:
    say = words("skills")
    with st.container(border=True, key=f"skill.{skill.id}", gap="small"):
        st.header(inert(skill.name))
        st.caption(" · ".join(_levels(skill)))
        st.write(_gap(skill))
        if skill.proof:
            st.caption(fill(say["proof_line"], proof=inert(skill.proof)))
        show_done(f"skill.{skill.id}")
        _ask_lift(workspace, skill, now.date())
        for place, action in enumerate(skill.actions):
            _show_action(workspace, skill, place, action, now.date())
        for person in workspace.view(_teachers, skill.name):
            _show_teacher(person)
        with st.container(horizontal=True, vertical_alignment="center"):
            query = {"skill": skill.id}
            st.page_link(SKILLS, label=say["change"], icon=":material/edit:", query_params=query)
            offer_delete(skill.id)
        ask_delete(skill.id, say["sure"], lambda: workspace.delete(skill))


def _levels(skill: Skill) -> list[str]:
    say, levels = words("skills"), skill_words().levels
    told = []
    if skill.level is not None:
        told.append(fill(say["my_level"], level=levels[skill.level]))
    if skill.asked is not None:
        told.append(fill(say["asked_level"], level=levels[skill.asked]))
    if skill.of_ads:
        told.append(fill(say["in_ads"], ads=skill.ads, of_ads=skill.of_ads))
    if skill.goal_link is not None:
        told.append(fill(say["goal_line"], goal=skill_words().goal[skill.goal_link]))
    return told


def _gap(skill: Skill) -> str:
    say = words("skills")
    missing = gap(skill.level, skill.asked)
    if missing is None:
        return say["gap_open"]
    return fill(say["gap" if missing > 1 else "gap_one" if missing else "gap_none"], gap=missing)


def _show_action(
    workspace: Workspace, skill: Skill, place: int, action: SkillAction, today: date
) -> None:
    say = words("skills")
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(gap=None, width="stretch"):
            st.text(action.text or (skill_words().kinds[action.kind] if action.kind else ""))
            st.caption(" · ".join(_around(action, today)))
        label = say["not_done" if action.done_on else "done"]
        icon = ":material/undo:" if action.done_on else ":material/check:"
        key = f"skill.tick.{skill.id}.{place}.{skill.rev}"
        if st.button(label, icon=icon, key=key, disabled=workspace.read_only):
            _tick(workspace, skill, place, today)


def _around(action: SkillAction, today: date) -> list[str]:
    say = words("skills")
    told = [skill_words().kinds[action.kind]] if action.kind and action.text else []
    told += [fill(say["hours_line"], hours=f"{action.hours:g}")] if action.hours else []
    told += [inert(action.cost)] if action.cost else []
    if action.done_on:
        return [*told, fill(say["done_line"], when=ago(action.done_on, today))]
    return [*told, fill(say["by_line"], date=in_words(action.by))] if action.by else told


def _tick(workspace: Workspace, skill: Skill, place: int, today: date) -> None:
    """Note an action as done, or as open again; once done, the level is asked about."""
    action = skill.actions[place]
    ticked = action.model_copy(update={"done_on": None if action.done_on else today})
    actions = (*skill.actions[:place], ticked, *skill.actions[place + 1 :])
    workspace.skills.replace(skill.model_copy(update={"actions": actions}))
    st.session_state[LIFTED] = skill.id if ticked.done_on else ""
    say = words("skills")
    done(f"skill.{skill.id}", say["ticked" if ticked.done_on else "unticked"])


def _ask_lift(workspace: Workspace, skill: Skill, today: date) -> None:
    """Ask, after an action was done, whether the level is another one now."""
    if st.session_state.get(LIFTED) != skill.id:
        return
    say, levels = words("skills"), skill_words().levels
    level = st.pills(
        say["lifted"],
        range(len(levels)),
        default=skill.level,
        format_func=lambda each: legible(f"{each} · {levels[each]}"),
        key=f"skill.lift.{skill.id}",
        wrap=True,
    )
    with st.container(horizontal=True):
        keep = st.button(say["lift_keep"], type="primary", key=f"skill.lifted.{skill.id}")
        leave = st.button(say["lift_leave"], type="tertiary", key=f"skill.as_before.{skill.id}")
    if keep:
        update = {"level": level, "noted_on": today}
        workspace.skills.replace(skill.model_copy(update=update))
    if keep or leave:
        st.session_state.pop(LIFTED)
        done(f"skill.{skill.id}", say["lift_kept" if keep else "lift_left"])


def _show_teacher(person: Person) -> None:
    say = words("skills")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.write(fill(say["teacher"], name=inert(person.name)))
        address = address_of(Kind.INFORMATIONAL_TALK, to=person.id)
        link_to_letter(address, say["ask_talk"], ":material/mail:")


def _teachers(workspace: Workspace, skill: str) -> tuple[Person, ...]:
    return tuple(each for each in workspace.people.all() if each.has(skill))
