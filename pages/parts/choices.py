"""The board of ways on: what is open to the person now, each with a next move and a day (S0-16)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from core.choices import Choice, ChoiceKind
from core.content.loader import fill, words
from core.steps import Step
from core.ways_on import KnownWay, closed_ways, known_ways, open_ways
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_any_day, ask_line, ask_one
from pages.parts.route_links import WAYS
from pages.parts.saving import ask_to_save
from pages.parts.sections import PART
from pages.parts.undo import ask_delete, offer_delete

FORM = "choice"
BOARD = "choices"
STEP = "choices.step"
AT_ONCE = 4
FIELDS = {"what", "kind", "next_move", "by", "rev"}
ADDRESSES = {
    ChoiceKind.LEARN: ("move_on/skills.py", "skill", ":material/school:"),
    ChoiceKind.APPLICATION: ("move_on/application.py", "application", ":material/send:"),
}
"""Where a way that stands in another record is kept: the screen, what its address asks, a sign."""


def open_choice(workspace: Workspace, edited: Choice | None) -> Form:
    """Open the form of a new way on, or of one that is to be changed."""
    start = (edited or Choice(what="")).model_dump(include=FIELDS)
    start["kind"] = edited.kind.value if edited else None
    return Form(workspace, f"{FORM}:{edited.id}" if edited else FORM, start, dates={"by"})


def ask_choice(workspace: Workspace, form: Form, edited: Choice | None) -> None:
    """Ask what is open; once that stands there, of which sort, what next, and by when."""
    say = words("reassess")
    if conflict_of(form):
        settle_conflict(workspace, workspace.choices, form)
        return
    form.show_resumed()
    answers: dict[str, Any] = {"what": ask_line(form, "what", say["way_what"])}
    if answers["what"].strip():
        kinds = {each.value: say[f"kind_{each}"] for each in ChoiceKind}
        answers |= {
            "kind": ask_one(form, "kind", say["way_kind"], kinds),
            "next_move": ask_line(form, "next_move", say["way_next"]),
            "by": ask_any_day(form, "by", say["way_by"]),
        }
    form.keep()
    label = say["way_save_change" if edited else "way_save"]
    if ask_to_save(workspace, form, label, say["way_leave"] if edited else "", part=WAYS):
        _keep(workspace, form, answers, edited)
    show_done(FORM)


def show_board(workspace: Workspace, today: date) -> None:
    """Show every open way with its next move, what stands elsewhere, and what was closed.

    Openings have a list of their own beside the board.
    """
    say = words("reassess")
    st.header(say["ways"])
    st.caption(say["ways_lead"])
    show_done(BOARD)
    ways = workspace.view(_open)
    known = [e for e in workspace.view(known_ways, today) if e.kind is not ChoiceKind.LEAD]
    if not (ways or known):
        st.write(say["ways_empty"])
    for each in first_few(ways, key=BOARD, more=say["show_more"], at_once=AT_ONCE):
        _show_choice(workspace, each, today)
    if known:
        with st.expander(say["known"], expanded=not ways, key="choices.known"):
            for each in known:
                _show_known(each)
    _show_closed(workspace)


def _show_choice(workspace: Workspace, choice: Choice, today: date) -> None:
    say = words("reassess")
    closed = workspace.read_only
    with st.container(border=True, key=f"choice.{choice.id}", gap="xsmall"):
        st.caption(say[f"kind_{choice.kind}"])
        show_text(choice.what)
        st.caption(_move(choice.next_move or say["way_no_move"], choice.by))
        show_done(f"choice.{choice.id}")
        with st.container(horizontal=True, vertical_alignment="center"):
            if choice.next_move and st.button(
                say["way_to_today"],
                icon=":material/add:",
                type="tertiary",
                key=f"choice.take.{choice.id}",
                disabled=closed,
            ):
                workspace.steps.add(Step(text=choice.next_move, due=today), form=STEP)
                done(f"choice.{choice.id}", say["way_on_today"])
            st.button(
                say["way_change"],
                icon=":material/edit:",
                type="tertiary",
                key=f"choice.change.{choice.id}",
                on_click=st.query_params.from_dict,
                args=({FORM: choice.id},),
            )
            if st.button(
                say["way_close"],
                icon=":material/door_front:",
                type="tertiary",
                key=f"choice.close.{choice.id}",
                disabled=closed,
            ):
                _close(workspace, choice, today, say["way_closed"])
            offer_delete(choice.id)
        ask_delete(choice.id, say["way_sure"], lambda: workspace.delete(choice))


def _show_closed(workspace: Workspace) -> None:
    say = words("reassess")
    over = workspace.view(_closed)
    if not over:
        return
    with st.expander(fill(say["ways_closed"], count=len(over)), key="choices.closed"):
        for each in first_few(over, key="choices.over", more=say["show_more"]):
            with st.container(horizontal=True, vertical_alignment="center"):
                show_text(each.what)
                key, off = f"choice.open.{each.id}", workspace.read_only
                if st.button(say["way_open"], type="tertiary", key=key, disabled=off):
                    _close(workspace, each, None, say["way_opened"])


def _show_known(way: KnownWay) -> None:
    say = words("reassess")
    screen, name, icon = ADDRESSES[way.kind]
    with st.container(key=f"known.{way.id}", gap="xsmall"):
        label, query = inert(way.what), {name: way.id}
        st.page_link(screen, label=label, icon=icon, query_params=query)
        waits = say["known_waits"] if way.kind is ChoiceKind.APPLICATION else say["way_no_move"]
        st.caption(f"{say[f'kind_{way.kind}']} · {_move(way.next_move or waits, way.by)}")


def _move(move: str, by: date | None) -> str:
    """Return the next move with its day; what a person wrote does nothing in a label."""
    told = [fill(words("reassess")["day_by"], by=in_words(by))] if by else []
    return " · ".join([inert(move), *told])


def _close(workspace: Workspace, choice: Choice, on: date | None, told: str) -> None:
    workspace.choices.replace(choice.model_copy(update={"closed_on": on}))
    done(BOARD, told)


def _keep(
    workspace: Workspace, form: Form, answers: Mapping[str, Any], edited: Choice | None
) -> None:
    say = words("reassess")
    if not answers["what"].strip():
        st.warning(say["way_nothing"])
        return
    base = edited or Choice(what="")
    kind = answers.get("kind") or ChoiceKind.OTHER
    fields = {**base.model_dump(), **answers, "kind": kind, "rev": form["rev"] or 0}
    keep_record(workspace.choices, form, Choice.model_validate(fields))
    st.query_params.from_dict({PART: WAYS})
    done(FORM, say["way_saved"])


def _open(workspace: Workspace) -> tuple[Choice, ...]:
    return open_ways(workspace.choices.all())


def _closed(workspace: Workspace) -> tuple[Choice, ...]:
    return closed_ways(workspace.choices.all())
