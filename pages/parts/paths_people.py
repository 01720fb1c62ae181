"""People who made the same move, on screen: who they are, what to ask them, and the letter."""

from collections.abc import Sequence

import streamlit as st

from core.content.loader import fill, path_words, words
from core.letters.kinds import Kind
from core.path_people import note_who_knows, who_knows
from core.paths import Path
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import done, show_done
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, ask_line
from pages.parts.support import notice
from pages.parts.worksheet_list import link_to_worksheet

FORM = "mover"
ICON = ":material/mail:"


def show_who_knows(workspace: Workspace, path: Path) -> None:
    """Show who knows a path, each with the letter that asks for a short talk."""
    say = words("paths")
    for person in workspace.view(who_knows, path.name):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.write(fill(say["knows"], name=inert(person.name)))
            address = address_of(Kind.INFORMATIONAL_TALK, to=person.id)
            link_to_letter(address, say["ask_talk"], ICON)


def show_questions(workspace: Workspace, paths: Sequence[Path]) -> None:
    """Show what to ask somebody who made the same move, and ask who has."""
    say = words("paths")
    form = Form(workspace, FORM, {"name": "", "path": paths[0].id if paths else None})
    with st.expander(say["move"], expanded=form.resumed, key=form.act("more")):
        st.caption(say["move_lead"])
        asked = (f"- {each}" for each in path_words().move.questions)
        st.code("\n".join(asked), language=None, wrap_lines=True)
        if paths:
            _ask_who(workspace, form, {each.id: each for each in paths})
        form.keep()
        with st.container(horizontal=True):
            link_to_letter(address_of(Kind.INFORMATIONAL_TALK), say["write_talk"], ICON)
            link_to_worksheet("skills_plan", say["to_skills"])
    show_done(FORM)


def _ask_who(workspace: Workspace, form: Form, paths: dict[str, Path]) -> None:
    say = words("paths")
    name = ask_line(form, "name", say["mover"], help_text=say["mover_help"]).strip()
    if name and len(paths) > 1:
        if form["path"] not in paths:
            form["path"] = next(iter(paths))
        st.selectbox(
            say["which_path"],
            list(paths),
            format_func=lambda each: paths[each].name,
            key=form.key("path"),
            persist_state=KEPT,
        )
    closed = workspace.read_only
    if st.button(say["mover_keep"], key=form.act("keep"), disabled=closed):
        notice(*form.written())
        if not name:
            st.warning(say["mover_first"])
            return
        path = paths.get(form["path"]) or next(iter(paths.values()))
        note_who_knows(workspace, name, path.name)
        form.finish()
        done(FORM, say["mover_kept"])
