"""What a talk brings further: skills, steps for the skills plan, people, and an opening."""

from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.names import distinct, same_name
from core.network.talks import Talk
from core.openings import Opening
from core.people import Person
from core.skills import Skill, SkillAction
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.people_ways import link_to_person
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_line
from pages.parts.route_links import WAYS
from pages.parts.sections import PART
from pages.parts.support import notice

SKILLS = "move_on/skills.py"
REASSESS = "move_on/reassess.py"
PLACE = "talk.gains"
COPIED = f"{STAYS}talk.copied"


def show_gains(workspace: Workspace, talk: Talk, person: Person | None, today: date) -> None:
    """Show what of a talk can go on elsewhere, each with one tap; nothing where nothing can."""
    show_done(PLACE)
    if talk.skills:
        _show_skills(workspace, talk, today)
    if talk.steps:
        _show_steps(workspace, talk, person, today)
    if person:
        _show_named(workspace, person)
    source = person.name if person else talk.organisation
    ask_opening(workspace, f"talk_opening:{talk.id}", source, talk.organisation)


def ask_opening(workspace: Workspace, name: str, heard_from: str, employer: str = "") -> None:
    """Ask for work that was heard of and stands in no advert; it joins the openings."""
    say = words("talk")
    form = Form(workspace, name, {"role": "", "employer": employer})
    with st.expander(say["opening"], expanded=bool(form["role"])):
        form.show_resumed()
        st.caption(say["opening_lead"])
        role = ask_line(form, "role", say["opening_role"]).strip()
        where = ask_line(form, "employer", say["opening_employer"]).strip()
        form.keep()
        if st.button(say["opening_add"], key=form.act("add"), disabled=workspace.read_only):
            notice(*form.written())
            if not role:
                st.warning(say["opening_first"])
                return
            opening = Opening(role=role, employer=where, heard_from=heard_from)
            workspace.openings.add(opening, form=name)
            form.finish()
            done(name, say["opening_added"])
    show_done(name)
    if any(heard_from and each.heard_from == heard_from for each in workspace.openings.all()):
        icon = ":material/arrow_forward:"
        st.page_link(REASSESS, label=say["to_openings"], icon=icon, query_params={PART: WAYS})


def _show_skills(workspace: Workspace, talk: Talk, today: date) -> None:
    """Offer each skill that counts for the person's own list; what was added can go again."""
    say, closed = words("talk"), workspace.read_only
    st.header(say["skills_title"])
    st.caption(say["skills_lead"])
    with st.container(horizontal=True, vertical_alignment="center"):
        for name in distinct(talk.skills):
            known = next((e for e in workspace.skills.all() if same_name(e.name, name)), None)
            key = f"talk.skill.{talk.id}.{name}"
            if known is None:
                label = fill(say["skill_add"], skill=inert(name))
                if st.button(label, icon=":material/add:", key=key, disabled=closed):
                    workspace.skills.add(Skill(name=name, noted_on=today), form=key)
                    st.session_state[f"{COPIED}.{name}"] = True
                    st.rerun()
            elif st.session_state.get(f"{COPIED}.{name}") and _is_bare(known):
                label = fill(say["skill_back"], skill=inert(name))
                if st.button(label, icon=":material/undo:", key=f"{key}.back", disabled=closed):
                    workspace.skills.remove(known.id)
                    st.rerun()
            else:
                st.caption(fill(say["skill_there"], skill=inert(name)))


def _is_bare(skill: Skill) -> bool:
    """Return whether nothing is told of a skill but its name."""
    return skill.level is None and skill.asked is None and not skill.actions


def _show_steps(workspace: Workspace, talk: Talk, person: Person | None, today: date) -> None:
    """Offer to copy what it took somebody into the skills plan, as ways to close a gap (S0-32)."""
    say = words("talk")
    st.header(say["steps_title"])
    for step in talk.steps:
        show_text(step)
    _offer_back(workspace, f"{COPIED}.steps.{talk.id}")
    left = tuple(each for each in talk.steps if not _is_planned(workspace, each))
    if not left:
        st.page_link(SKILLS, label=say["to_skills"], icon=":material/school:")
        return
    st.caption(say["steps_for"])
    skills = {each.id: each.name for each in workspace.skills.all()}
    new = [each for each in talk.skills if not _known(workspace, each)]
    named = person.role if person and person.role else say["this_move"]
    chosen = st.selectbox(
        say["which_skill"],
        [*skills, *(new or ([] if skills else [named]))],
        format_func=lambda each: skills.get(each, each),
        key=f"talk.steps.skill.{talk.id}",
    )
    closed = workspace.read_only
    if st.button(say["steps_copy"], icon=":material/add:", key="talk.steps", disabled=closed):
        skill = _copy(workspace, chosen, left, today)
        st.session_state[f"{COPIED}.steps.{talk.id}"] = (skill.id, left)
        done(PLACE, fill(say["steps_copied"], skill=inert(skill.name)))


def _offer_back(workspace: Workspace, key: str) -> None:
    """Offer to take what was just copied out of the skills plan again."""
    say, copied = words("talk"), st.session_state.get(key)
    off = workspace.read_only
    label, icon = say["steps_back"], ":material/undo:"
    if copied and st.button(label, icon=icon, key="talk.steps.back", disabled=off):
        _take_back(workspace, *copied)
        del st.session_state[key]
        done(PLACE, say["steps_taken_back"])


def _copy(workspace: Workspace, chosen: str, steps: tuple[str, ...], today: date) -> Skill:
    actions = tuple(SkillAction(text=each) for each in steps)
    skill = workspace.skills.find(chosen)
    if skill is None:
        return workspace.skills.add(Skill(name=chosen, noted_on=today, actions=actions))
    return workspace.skills.replace(
        skill.model_copy(update={"actions": (*skill.actions, *actions)})
    )


def _take_back(workspace: Workspace, skill_id: str, steps: tuple[str, ...]) -> None:
    skill = workspace.skills.find(skill_id)
    if skill:
        kept = tuple(e for e in skill.actions if e.text not in steps or e.done_on)
        workspace.skills.replace(skill.model_copy(update={"actions": kept}))


def _is_planned(workspace: Workspace, step: str) -> bool:
    actions = (action for skill in workspace.skills.all() for action in skill.actions)
    return any(same_name(each.text, step) for each in actions)


def _known(workspace: Workspace, name: str) -> bool:
    return any(same_name(each.name, name) for each in workspace.skills.all())


def _show_named(workspace: Workspace, person: Person) -> None:
    """Show whom they named, with the way to each."""
    named = [each for each in workspace.people.all() if each.introduced_by == person.id]
    if not named:
        return
    st.header(words("talk")["named"])
    with st.container(horizontal=True):
        for each in named:
            link_to_person(each)
