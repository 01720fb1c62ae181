"""What carries over on screen: each skill on each path, drawn as a grid, rated in place."""

from collections.abc import Sequence

import streamlit as st

from core.content.loader import fill, path_words, words
from core.names import plain, same_name
from core.path_fit import gaps_that_matter, overlap
from core.paths import Path, with_degrees
from core.skills import Skill, by_worth
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.paths import SHEET, board
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import KEPT, ask_line, legible
from pages.parts.support import notice
from pages.parts.worksheet_list import link_to_worksheet

FORM = "path_skills"
GAP = "path_gap"
ABREAST = 3
"""So many paths fit beside each other on a phone."""

LISTED = 12
"""So many skills are asked for at once; more on request."""


def show_carried(workspace: Workspace) -> None:
    """Show how far each skill carries on each path, and ask for one path at a time."""
    say = words("paths")
    paths = workspace.view(board)
    show_done(FORM)
    if not paths:
        st.write(say["skills_none"])
        link_to_worksheet(SHEET, say["to_sheet"])
        return
    rated = [each for each in paths if each.skills]
    if rated:
        _show_grid(workspace, rated)
    else:
        st.write(say["skills_empty"])
    st.header(say["rate_skills"])
    path = _choose_path(paths)
    _ask_degrees(workspace, path, _skills_for(workspace, paths))


def _show_grid(workspace: Workspace, paths: Sequence[Path]) -> None:
    from pages.parts.result_charts import heat_chart  # noqa: PLC0415 - altair is large

    say = words("paths")
    for each in paths:
        share = overlap(each.degrees.values()) or 0
        facts = {"overlap": round(share * 100), "count": len(each.degrees)}
        st.write(fill(say["carries_line"], path=inert(each.name), **facts))
    degrees = {each.id: each.degrees for each in paths}
    gaps = gaps_that_matter(degrees, {each.id: each.pull for each in paths})
    alt = _gap_in_words(gaps)
    if alt:
        st.write(alt)
        _offer_gap(workspace, gaps)
    abreast = [paths[start : start + ABREAST] for start in range(0, len(paths), ABREAST)]
    heads = (say["column_path"], say["column_skill"], say["section_skills"])
    for few in abreast:
        cells = [(e.name, skill, degree) for e in few for skill, degree in e.degrees.items()]
        st.altair_chart(heat_chart(cells, heads), alt=alt or say["section_skills"])
    with st.expander(say["table"]):
        for few in abreast:
            st.table(_table(few), border="horizontal", hide_index=True, alt=say["section_skills"])


def _offer_gap(workspace: Workspace, gaps: Sequence[str]) -> None:
    """Offer to note the one gap that matters most as a skill to plan for (S0-21)."""
    say = words("paths")
    show_done(GAP)
    known = any(same_name(each.name, gaps[0]) for each in workspace.skills.all())
    closed = workspace.read_only
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(gaps) == 1 and not known:
            taken = st.button(say["gap_take"], key=f"{GAP}.take", disabled=closed)
            if taken:
                skill = Skill(name=gaps[0], noted_on=workspace.now().date())
                workspace.skills.add(skill, form=GAP)
                done(GAP, say["gap_taken"])
        link_to_worksheet("skills_plan", say["to_skills"])


def _gap_in_words(gaps: Sequence[str]) -> str:
    say = words("paths")
    if not gaps:
        return ""
    if len(gaps) > 1:
        return fill(say["gaps"], skills=", ".join(map(inert, gaps)))
    return fill(say["gap"], skill=inert(gaps[0]))


def _table(paths: Sequence[Path]) -> dict[str, list[str]]:
    say, degrees = words("paths"), path_words().degrees
    skills = list(dict.fromkeys(skill for each in paths for skill in each.degrees))
    columns = {say["column_skill"]: [inert(each) for each in skills]}
    for path in paths:
        told = (path.degrees.get(skill) for skill in skills)
        columns[inert(path.name)] = [
            words("worksheet")["nothing"] if each is None else degrees[each] for each in told
        ]
    return columns


def _choose_path(paths: Sequence[Path]) -> Path:
    names = {each.id: each.name for each in paths}
    if len(paths) == 1:
        show_text(paths[0].name)
        return paths[0]
    chosen = st.selectbox(
        words("paths")["which_path"],
        list(names),
        format_func=names.__getitem__,
        key=f"{FORM}.path",
    )
    return next(each for each in paths if each.id == chosen)


def _skills_for(workspace: Workspace, paths: Sequence[Path]) -> list[str]:
    """Return the skills that are asked for: those that a path knows, then those of the plan."""
    names = [skill for each in paths for skill in each.degrees]
    names += [each.name for each in by_worth(workspace.skills.all())]
    kept: list[str] = []
    for each in names:
        if not any(same_name(each, known) for known in kept):
            kept.append(each)
    return kept


def _ask_degrees(workspace: Workspace, path: Path, skills: Sequence[str]) -> None:
    """Ask how far each skill carries on one path, and for one more skill."""
    say = words("paths")
    form = _open_form(workspace, path, skills)
    if conflict_of(form):
        settle_conflict(workspace, workspace.paths, form)
        return
    st.caption(say["rate_lead"])
    form.show_resumed()
    for skill in first_few(skills, key=FORM, more=say["skills_more"], at_once=LISTED):
        _ask_degree(form, _field(skill), inert(skill))
    own = ask_line(form, "own", say["own_skill"]).strip()
    if own:
        _ask_degree(form, "own_degree", say["own_degree"])
    form.keep()
    closed = workspace.read_only
    if st.button(say["save"], type="primary", key=form.act("save"), disabled=closed):
        notice(*form.written())
        _keep(workspace, form, path, skills)


def _open_form(workspace: Workspace, path: Path, skills: Sequence[str]) -> Form:
    known = {
        _field(skill): next((d for name, d in path.degrees.items() if same_name(name, skill)), None)
        for skill in skills
    }
    start = {**known, "own": "", "own_degree": None, "rev": path.rev}
    return Form(workspace, f"{FORM}:{path.id}", start)


def _ask_degree(form: Form, field: str, label: str) -> None:
    degrees = path_words().degrees
    st.pills(
        label,
        range(len(degrees)),
        format_func=lambda degree: legible(degrees[degree]),
        key=form.key(field),
        persist_state=KEPT,
        wrap=True,
    )


def _keep(workspace: Workspace, form: Form, path: Path, skills: Sequence[str]) -> None:
    """Save the degrees; a skill whose degree was taken back is not asked for on this path."""
    say = words("paths")
    own, own_degree = (form["own"] or "").strip(), form["own_degree"]
    if own_degree is not None and not own:
        st.warning(say["skill_first"])
        return
    told = {skill: form[_field(skill)] for skill in skills}
    if own:
        named = next((each for each in skills if same_name(each, own)), own)
        told[named] = told.get(named) if own_degree is None else own_degree
    degrees = {skill: degree for skill, degree in told.items() if degree is not None}
    left = [e for e in path.skills if not any(same_name(e.skill, skill) for skill in told)]
    rated = with_degrees(Path(name=""), degrees)
    update = {"skills": (*left, *rated), "rev": form["rev"]}
    keep_record(workspace.paths, form, path.model_copy(update=update))
    done(FORM, say["saved"])


def _field(skill: str) -> str:
    """Return the field of a skill: by its name, as others may come before it meanwhile."""
    return f"skill/{plain(skill)}"
