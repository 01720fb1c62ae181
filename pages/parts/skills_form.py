"""One skill on screen: its levels, how much it is wanted, and what closes the gap."""

from typing import Any

import streamlit as st

from core.content.loader import skill_words, words
from core.skills import Skill, SkillAction
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.questions import KEPT, ask_any_day, ask_line, ask_one
from pages.parts.saving import ask_to_save
from pages.parts.skills import GO_TO, NEW

FORM = "skill"
MOST = 9
"""As many actions as a skill is asked for."""

MOST_ADS = 20
MOST_HOURS = 1000
ABREAST = 2
PLAIN = ("text", "cost", "proof")


def show_skill_form(workspace: Workspace, edited: Skill | None) -> None:
    """Show a new skill, or one to be changed, to be kept or left as it was."""
    say = words("skills")
    form = _open_form(workspace, edited)
    st.title(say["edit_title" if edited else "new_title"])
    if conflict_of(form):
        settle_conflict(workspace, workspace.skills, form)
        return
    show_done(FORM)
    form.show_resumed()
    _ask_skill(form)
    form.keep()
    if ask_to_save(workspace, form, say["save"], say["leave"]):
        _keep_skill(workspace, form, edited)


def _open_form(workspace: Workspace, edited: Skill | None) -> Form:
    skill = edited or Skill(name="")
    start: dict[str, Any] = {
        **{name: getattr(skill, name) for name in ("name", "proof", "rev")},
        **{name: _degree(getattr(skill, name)) for name in ("level", "asked", "goal_link")},
        "ads": skill.ads or None,
        "of_ads": skill.of_ads or None,
    }
    for place in range(MOST):
        action = skill.actions[place] if place < len(skill.actions) else SkillAction()
        start |= {f"a{place}.{name}": getattr(action, name) for name in PLAIN}
        start |= {f"a{place}.kind": action.kind and action.kind.value}
        start |= {f"a{place}.hours": action.hours, f"a{place}.by": action.by}
        start |= {f"a{place}.closes": _degree(action.closes)}
    return Form(
        workspace,
        f"{FORM}:{edited.id if edited else NEW}",
        start,
        dates={f"a{place}.by" for place in range(MOST)},
    )


def _ask_skill(form: Form) -> None:
    """Ask for a skill: its name first, then where the person is, then what closes the gap."""
    say, known = words("skills"), skill_words()
    levels = {str(each): f"{each} · {label}" for each, label in enumerate(known.levels)}
    ask_line(form, "name", say["name"])
    ask_one(form, "level", say["level"], levels)
    ask_one(form, "asked", say["asked"], levels)
    ask_line(form, "proof", say["proof"])
    left, right = st.columns(ABREAST)
    with left:
        _ask_number(form, "ads", say["ads"], MOST_ADS, whole=True)
    with right:
        _ask_number(form, "of_ads", say["of_ads"], MOST_ADS, whole=True)
    goals = {str(each): f"{each} · {label}" for each, label in enumerate(known.goal)}
    ask_one(form, "goal_link", say["goal"], goals)
    st.header(say["actions"])
    st.caption(say["actions_lead"])
    for place in range(MOST):
        if place and not form[f"a{place - 1}.text"] and not form[f"a{place}.text"]:
            break
        _ask_action(form, place)


def _keep_skill(workspace: Workspace, form: Form, edited: Skill | None) -> None:
    """Save the skill and say so; one without a name is asked for it."""
    say = words("skills")
    if not (form["name"] or "").strip():
        st.warning(say["name_first"])
        return
    skill = _skill(form, edited, workspace)
    keep_record(workspace.skills, form, skill)
    st.query_params.clear()
    st.session_state[GO_TO] = "skills"
    done("skills", say["saved"])


def _ask_action(form: Form, place: int) -> None:
    say = words("skills")
    with st.container(border=True, key=form.act(f"action.{place}")):
        text = ask_line(form, f"a{place}.text", say["action"])
        if not text:
            return
        kinds = {kind.value: label for kind, label in skill_words().kinds.items()}
        ask_one(form, f"a{place}.kind", say["kind"], kinds)
        left, right = st.columns(ABREAST)
        with left:
            _ask_number(form, f"a{place}.hours", say["hours"], MOST_HOURS)
        with right:
            ask_any_day(form, f"a{place}.by", say["by"])
        lifts = {str(each): str(each) for each in range(len(skill_words().levels))}
        ask_one(form, f"a{place}.closes", say["closes"], lifts)
        ask_line(form, f"a{place}.cost", say["cost"])
        ask_line(form, f"a{place}.proof", say["shows"])


def _ask_number(form: Form, field: str, label: str, most: int, *, whole: bool = False) -> None:
    number = int if whole else float
    st.number_input(
        label,
        min_value=number(0),
        max_value=number(most),
        value=None,
        step=number(1),
        format="%d" if whole else "%g",
        key=form.key(field),
        persist_state=KEPT,
    )


def _skill(form: Form, edited: Skill | None, workspace: Workspace) -> Skill:
    base = edited or Skill(name="")
    ads, of_ads = int(form["ads"] or 0), int(form["of_ads"] or 0)
    told = {
        "name": form["name"],
        "proof": form["proof"] or "",
        "ads": ads,
        "of_ads": max(ads, of_ads),
        **{name: _number(form[name]) for name in ("level", "asked", "goal_link")},
        "actions": tuple(_actions(form, base)),
        "rev": form["rev"],
    }
    rated = (told["level"], told["asked"]) != (base.level, base.asked)
    noted = workspace.now().date() if rated else base.noted_on
    return Skill.model_validate({**base.model_dump(), **told, "noted_on": noted})


def _actions(form: Form, base: Skill) -> list[dict[str, Any]]:
    """Return the actions that have a name; what is not asked here stays as it was."""
    told = []
    for place in range(MOST):
        if not (form[f"a{place}.text"] or "").strip():
            continue
        before = base.actions[place].model_dump() if place < len(base.actions) else {}
        plain = {name: form[f"a{place}.{name}"] or "" for name in PLAIN}
        told.append(
            {
                **before,
                **plain,
                "kind": form[f"a{place}.kind"] or None,
                "hours": form[f"a{place}.hours"],
                "by": form[f"a{place}.by"],
                "closes": _number(form[f"a{place}.closes"]),
            }
        )
    return [*told, *(each.model_dump() for each in base.actions[MOST:])]


def _degree(number: int | None) -> str | None:
    return None if number is None else str(number)


def _number(degree: str | None) -> int | None:
    return int(degree) if degree else None
