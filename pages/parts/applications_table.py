"""Many applications in one table: changed where they stand, and saved all at once.

The grid is drawn on a canvas: it can be used by keyboard and is read out cell by cell, and on a
phone the cards serve better. What is changed in it is kept as a draft, by application and column.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import streamlit as st

from core.application_log import Wanted, Which, found
from core.application_table import (
    FIRST_DAY,
    LAST_DAY,
    Change,
    Column,
    Slip,
    cells_of,
    changes_in,
    save_changes,
)
from core.applications import Application, Outcome
from core.cases import Stage
from core.content.loader import case_words, fill, words
from core.workspace import Workspace
from pages.parts.applications import SEARCH, in_order
from pages.parts.applications_card import name_of
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert
from pages.parts.questions import ISO, KEPT
from pages.parts.support import notice

FORM = "applications_table"
AT_ONCE = 50
SHOWN = f"{STAYS}{FORM}.shown"
CHANGES = "changes"
CHOICES = (Column.OUTCOME, Column.TAILORED, Column.CONTACTED)
"""Columns of choices that may be left empty."""

WIDTH = 140
"""Pixels of a column with words, which the longest stage fits into."""

NOTHING = " "
"""What an empty cell shows; without it the grid would say None."""


Changes = dict[str, dict[str, Change]]


@dataclass(frozen=True)
class _Shown:
    """The rows that the grid shows: as they were kept when it was drawn, and what was typed then.

    A grid whose data changes forgets what was typed in it: with something typed these stay until
    the page is another one, else until anything is kept, in whichever window (`revision`).
    """

    of: tuple[object, ...]
    revision: int
    records: tuple[Application, ...]
    typed: Changes

    @property
    def key(self) -> str:
        """The key of the grid: another one for other rows."""
        return f"{FORM}.grid.{hash((self.of, self.revision))}"


def forget_table() -> None:
    """Let the table begin anew when it is opened again."""
    st.session_state.pop(SHOWN, None)


def show_table(workspace: Workspace, now: datetime) -> None:
    """Show the applications in pages of 50, and save what was changed in one step."""
    say = words("applications")
    st.page_link(SEARCH, label=say["back"], icon=":material/arrow_back:")
    st.header(say["table"])
    st.caption(say["table_lead"])
    show_done(FORM)
    form = Form(workspace, FORM, {CHANGES: {}})
    form.show_resumed()
    said = st.text_input(say["search"], key=f"{FORM}.search", persist_state=KEPT)
    every = found(
        workspace.view(in_order), Wanted(Which.ALL, words=said), case_words().waits, now.date()
    )
    if not every:
        st.write(say["table_empty"])
        return
    first = _ask_page(len(every))
    rows = every[first : first + AT_ONCE]
    shown = _shown(form, rows, (said, first, form.round), workspace.revision)
    form[CHANGES] = _with(form[CHANGES], _edit(shown))
    form.keep()
    _ask_to_save(workspace, form, now)


def _ask_page(count: int) -> int:
    """Ask for a page of the table; return the place of its first row."""
    if count <= AT_ONCE:
        return 0
    pages = -(-count // AT_ONCE)
    page = st.pagination(pages, key=f"{FORM}.page.{pages}", persist_state=KEPT)
    first = (page - 1) * AT_ONCE
    last = min(first + AT_ONCE, count)
    line = words("applications")["rows_shown"]
    st.caption(fill(line, first=first + 1, number=last, of=count))
    return first


def _shown(
    form: Form, records: tuple[Application, ...], of: tuple[object, ...], revision: int
) -> _Shown:
    shown: _Shown | None = st.session_state.get(SHOWN)
    if shown is None or shown.of != of or (shown.revision != revision and not _typed(form, shown)):
        shown = st.session_state[SHOWN] = _Shown(of, revision, records, dict(form[CHANGES]))
    return shown


def _typed(form: Form, shown: _Shown) -> bool:
    """Return whether anything was typed that is not saved, in this very run included."""
    grid = st.session_state.get(shown.key) or {}
    return bool(form[CHANGES] or grid.get("edited_rows"))


def _edit(shown: _Shown) -> Changes:
    """Show the grid; return what was changed in each of its rows, also where that is nothing."""
    rows = [
        {**cells_of(each), **{name: now for name, (_, now) in shown.typed.get(each.id, {}).items()}}
        for each in shown.records
    ]
    edited = st.data_editor(
        {each.value: [_drawn(each, row[each]) for row in rows] for each in Column},
        column_config=_columns(),
        hide_index=True,
        num_rows="fixed",
        placeholder=NOTHING,
        key=shown.key,
        alt=words("applications")["table"],
    )
    return {
        record.id: changes_in(
            record,
            {each.value: _told(each, edited[each][place]) for each in Column},
            shown.typed.get(record.id),
        )
        for place, record in enumerate(shown.records)
    }


def _with(before: Changes, now: Changes) -> Changes:
    every = {**before, **now}
    return {id_: changes for id_, changes in every.items() if changes}


def _columns() -> dict[str, Any]:
    say, config = words("applications"), st.column_config
    stages = {each.value: say[f"stage_{each}"] for each in Stage}
    outcomes = {each.value: say[f"outcome_{each}"] for each in Outcome}
    yes_no = {"yes": say["yes"], "no": say["no"]}
    kinds: dict[Column, Any] = {
        Column.SENT_ON: config.DateColumn(
            say["column_sent_on"], format=ISO, min_value=FIRST_DAY, max_value=LAST_DAY
        ),
        Column.STAGE: _choice(say["column_stage"], stages, required=True),
        Column.OUTCOME: _choice(say["column_outcome"], outcomes),
        Column.TAILORED: _choice(say["column_tailored"], yes_no),
        Column.CONTACTED: _choice(say["column_contacted"], yes_no),
        Column.MUST_HAVES: config.NumberColumn(
            say["column_must_haves"], min_value=0, max_value=100, step=1
        ),
    }
    lines = {
        each: config.TextColumn(say[f"column_{each}"], width=WIDTH)
        for each in Column
        if each not in kinds
    }
    return {each.value: kind for each, kind in {**lines, **kinds}.items()}


def _choice(label: str, labels: Mapping[str, str], *, required: bool = False) -> Any:  # noqa: ANN401 - Streamlit's own dict
    """Return a column of choices; one that is not required has an empty choice of its own."""
    return st.column_config.SelectboxColumn(
        label, options=list(labels), format_func=labels.__getitem__, required=required, width=WIDTH
    )


def _drawn(column: Column, cell: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    if column is Column.SENT_ON and cell:
        return date.fromisoformat(cell)
    return cell or None if column in CHOICES else cell


def _told(column: Column, cell: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """Return a cell of the grid as it is kept as a draft."""
    if column is Column.MUST_HAVES:
        return None if cell is None or cell != cell else int(cell)  # noqa: PLR0124 - not a number
    return cell.isoformat()[:10] if isinstance(cell, date) else cell or ""


def _ask_to_save(workspace: Workspace, form: Form, now: datetime) -> None:
    say = words("applications")
    changes: Changes = form[CHANGES]
    if not changes:
        st.caption(say["nothing_changed"])
        return
    label = say["save_row"] if len(changes) == 1 else fill(say["save_rows"], count=len(changes))
    with st.container(horizontal=True):
        closed = workspace.read_only
        saved = st.button(label, type="primary", key=form.act("save"), disabled=closed)
        left = st.button(say["drop_changes"], type="tertiary", key=form.act("leave"))
    if left:
        form.finish()
        done(FORM, say["dropped"])
    if saved:
        _save(workspace, form, changes, now)


def _save(workspace: Workspace, form: Form, changes: Changes, now: datetime) -> None:
    """Save all changes or none, and say which cells stand in the way."""
    say = words("applications")
    notice(*(str(now_) for each in changes.values() for _, now_ in each.values() if now_))
    gone = [id_ for id_ in changes if workspace.applications.find(id_) is None]
    slips = save_changes(workspace, changes, now.date(), now)
    for each in slips:
        st.warning(_slip(each))
        if each.column and each.meanwhile is not None:
            _, typed = changes[each.application.id][each.column]
            changes[each.application.id][each.column] = (each.meanwhile, typed)
            forget_table()
    if not slips:
        form.finish()
        told = fill(say["rows_saved"], count=len(changes) - len(gone))
        lost = fill(say["rows_gone"], count=len(gone)) if gone else ""
        done(FORM, f"{told} {lost}".strip())


def _slip(slip: Slip) -> str:
    say = words("applications")
    if slip.column is None:
        return say["row_nameless"]
    named = {"name": inert(name_of(slip.application)), "what": say[f"column_{slip.column}"]}
    if slip.meanwhile is not None:
        return fill(say["row_meanwhile"], other=inert(str(slip.meanwhile)), **named)
    return fill(say["row_wrong"], **named)
