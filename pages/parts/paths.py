"""Paths on screen: a board of cards, each to be looked into, tested, rated and put away."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.content.loader import fill, path_words, words
from core.path_fit import ENOUGH, is_late, is_old, overlap
from core.paths import Path, known_path, on_board
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.paths_away import offer_put_away, show_put_away
from pages.parts.paths_forms import (
    BOARD,
    FORMS,
    SECTION,
    is_open,
    offer_forms,
    offer_test,
    show_form,
)
from pages.parts.paths_people import show_questions, show_who_knows
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_line, ask_one
from pages.parts.sections import choose_section
from pages.parts.skills import SKILLS
from pages.parts.support import notice
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.worksheet_list import link_to_worksheet

SHEET = "paths"
NEW = "new_path"
PART = "part"
SECTIONS = (BOARD, "compare", "skills", "energy")
AT_ONCE = 6


def ask_section(begin: str) -> str:
    """Ask which part of the page to show: first the one that the address names, else `begin`."""
    say = words("paths")
    if (wanted := st.query_params.pop(PART, "")) in SECTIONS:
        st.session_state[SECTION] = wanted
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    return choose_section(SECTION, say["section"], labels, begin)


def board(workspace: Workspace) -> tuple[Path, ...]:
    """Return the paths on the board, in their order."""
    return on_board(workspace.paths.all())


def show_board(workspace: Workspace, today: date) -> None:
    """Show every path as a card, and the ways to more of them."""
    say = words("paths")
    paths = workspace.view(board)
    for form in FORMS:
        show_done(form)
    for each in first_few(_open_first(paths), key="paths", more=say["show_more"], at_once=AT_ONCE):
        _show_card(workspace, each, today)
    if len(paths) < ENOUGH:
        st.write(say["fewer" if paths else "empty"])
    ask_new(workspace)
    with st.container(horizontal=True):
        link_to_worksheet(SHEET, say["again" if paths else "to_sheet"])
        query = {"part": "trends"}
        icon = ":material/visibility:"
        st.page_link(SKILLS, label=say["to_trends"], icon=icon, query_params=query)
    show_questions(workspace, paths)
    show_put_away(workspace)


def _open_first(paths: Sequence[Path]) -> list[Path]:
    """Return the paths, one that is being changed first where it would be out of sight."""
    far = [each for each in paths[AT_ONCE:] if is_open(each.id)]
    return [*far, *(each for each in paths if each not in far)]


def _show_card(workspace: Workspace, path: Path, today: date) -> None:
    say = words("paths")
    with st.container(border=True, key=f"path.{path.id}", gap="xsmall"):
        st.header(inert(path.name))
        if path.reach:
            st.caption(path_words().reaches[path.reach])
        show_done(f"path.{path.id}")
        if is_open(path.id):
            show_form(workspace, path, today)
            return
        _show_facts(path, today)
        _show_test(path, today)
        if path.test:
            with st.container(horizontal=True, vertical_alignment="center"):
                offer_test(workspace, path, today)
        show_who_knows(workspace, path)
        with st.container(horizontal=True, vertical_alignment="center"):
            offer_forms(path)
            offer_put_away(workspace, path, today)
            offer_delete(path.id)
        ask_delete(path.id, say["sure"], lambda: workspace.delete(path))


def _show_facts(path: Path, today: date) -> None:
    """Show what is known of a path; what speaks for it also where that is not checked."""
    say, blank = words("paths"), path_words().not_checked
    if path.tuesday:
        st.caption(say["tuesday"])
        show_text(path.tuesday)
    st.write(fill(say["speaks_line"], demand=inert(path.demand) or blank))
    source = fill(say["source_line"], source=inert(path.source) or blank)
    looked = in_words(path.checked_on) if path.checked_on else blank
    st.caption(f"{source} · {fill(say['when_line'], when=looked)}")
    if path.demand and is_old(path.checked_on, today):
        st.caption(say["old_line"])
    more = [fill(say["cost_line"], cost=inert(path.cost))] if path.cost else []
    more += [fill(say["worry_line"], worry=inert(path.worry))] if path.worry else []
    for each in (*more, _carried(path)):
        st.write(each)
    scores = {"pull": path.pull, "feasible": path.feasible, "proven": path.proven}
    told = {name: say["unrated"] if each is None else each for name, each in scores.items()}
    st.write(fill(say["rated_line"], **told))


def _carried(path: Path) -> str:
    say = words("paths")
    share = overlap(path.degrees.values())
    if share is None:
        return say["overlap_open"]
    return fill(say["overlap_line"], overlap=round(share * 100), count=len(path.degrees))


def _show_test(path: Path, today: date) -> None:
    """Show the smallest test of a path with its day, and what one showed."""
    say = words("paths")
    if not path.test:
        st.write(say["test_open"])
    else:
        st.write(fill(say["test_line"], test=inert(path.test)))
        kind = [path_words().trials[path.test_kind]] if path.test_kind else []
        by = [fill(say["test_by"], date=in_words(path.test_by))] if path.test_by else []
        done_on = path.test_done_on
        ran = [fill(say["test_done"], date=in_words(done_on))] if done_on else by
        if kind or ran:
            st.caption(" · ".join([*kind, *ran]))
        if path.waits_for_test and is_late(path.test_by, today):
            st.caption(say["test_late"])
    if path.test_found:
        st.caption(say["test_showed"])
        show_text(path.test_found)


def ask_new(workspace: Workspace) -> None:
    """Ask for one more path, in one line."""
    say = words("paths")
    form = Form(workspace, NEW, {"name": "", "reach": None})
    form.show_resumed()
    name = ask_line(form, "name", say["new"]).strip()
    reach = ask_one(form, "reach", say["new_reach"], _reaches()) if name else ""
    form.keep()
    closed = workspace.read_only
    if st.button(say["add"], key=f"paths.add.{form.round}", disabled=closed):
        notice(*form.written())
        _add(workspace, form, name, reach)
    show_done(NEW)


def _add(workspace: Workspace, form: Form, name: str, reach: str) -> None:
    say = words("paths")
    known = known_path(workspace.paths.all(), name)
    if not name:
        st.warning(say["name_first"])
    elif known:
        st.warning(say["away_there" if known.archived_on else "there"])
    else:
        told = {"name": name, "reach": reach or None}
        workspace.paths.add(Path.model_validate(told), form=NEW)
        form.finish()
        done(NEW, say["added"])


def _reaches() -> dict[str, str]:
    return {reach.value: label for reach, label in path_words().reaches.items()}
