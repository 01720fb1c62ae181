"""A list from elsewhere on screen: read, shown as what it would bring, written on a yes."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.applications import Application
from core.content.imports import as_compared
from core.content.loader import fill, import_words, words
from core.errors import AjarError
from core.imports.application_rows import Remark
from core.imports.applications import Preview, imports_in, preview, take_back, take_in
from core.imports.sheets import LARGEST, Sheet, read_sheet
from core.records import Record
from core.workspace import Workspace
from pages.parts.applications import SEARCH
from pages.parts.applications_card import state_of
from pages.parts.applications_matching import ask_matching
from pages.parts.days import in_words
from pages.parts.messages import done, show_done
from pages.parts.plain_text import inert
from pages.parts.questions import legible
from pages.parts.undo import ask_delete, forget_undo, offer_delete
from pages.parts.upload import ask_file, done_with, look_once, read_once

PLACE = "applications.import"
KINDS = ["csv", "tsv", "txt"]
MEGABYTES = LARGEST // 1_000_000
FIRST = 5
MOST_REMARKS = 20


def show_import(workspace: Workspace, today: date) -> None:
    """Take in a list: how it is read, what it would bring, and the yes; then what came before."""
    say = words("applications")
    st.page_link(SEARCH, label=say["back"], icon=":material/arrow_back:")
    st.header(say["import_title"])
    st.caption(say["import_lead"])
    show_done(PLACE)
    file = ask_file(PLACE, say["choose_file"], KINDS, MEGABYTES)
    if file is not None:
        _look_at(workspace, file, today)
    _show_imports(workspace)


def _look_at(workspace: Workspace, file: UploadedFile, today: date) -> None:
    try:
        sheet = read_once(PLACE, file, _read)
    except AjarError as error:
        st.warning(error.sentence)
        return
    matching = ask_matching(sheet, file.file_id, today)
    here = workspace.applications.all()
    looked_at = look_once(
        PLACE,
        (file.file_id, matching, workspace.revision),
        lambda: preview(sheet, matching, import_words(), here),
    )
    st.header(words("applications")["preview"])
    _show_counts(looked_at)
    _show_first(looked_at, today)
    _show_remarks(looked_at)
    _ask_yes(workspace, file.file_id, looked_at)


def _read(raw: bytes) -> Sheet:
    names = import_words().field_names
    return read_sheet(raw, lambda name: as_compared(name) in names)


def _show_counts(looked_at: Preview) -> None:
    say = words("applications")
    count = len(looked_at.new)
    line = say["preview_new" if count > 1 else "preview_new_one" if count else "preview_none"]
    st.write(fill(line, count=count))
    if looked_at.twins:
        rows = _rows(looked_at.twin_rows)
        st.caption(fill(say["preview_twins"], count=len(looked_at.twins), rows=rows))


def _rows(numbers: Sequence[int]) -> str:
    told = ", ".join(str(each) for each in numbers[:FIRST])
    return f"{told}, ..." if len(numbers) > FIRST else told


def _show_first(looked_at: Preview, today: date) -> None:
    say = words("applications")
    first = (looked_at.new or looked_at.every)[:FIRST]
    if not first:
        return
    label = fill(say["first_rows"], count=len(first))
    st.caption(label)
    table = {
        say["column_role"]: [inert(each.role) for each in first],
        say["column_employer"]: [inert(each.employer) for each in first],
        say["column_sent_on"]: [in_words(each.sent_on) if each.sent_on else "" for each in first],
        say["column_stage"]: [state_of(each, today).partition(" · ")[0] for each in first],
    }
    st.table(table, border="horizontal", hide_index=True, alt=label)


def _show_remarks(looked_at: Preview) -> None:
    say = words("applications")
    told = {"left_out": looked_at.left_out, "in_part": looked_at.brought_in_part}
    for label, remarks in told.items():
        if remarks:
            with st.expander(fill(say[label], count=len(remarks))):
                for each in remarks[:MOST_REMARKS]:
                    st.text(_remark(each))
                if len(remarks) > MOST_REMARKS:
                    st.caption(fill(say["and_more"], count=len(remarks) - MOST_REMARKS))


def _remark(remark: Remark) -> str:
    say = words("applications")
    line = say["row_column_line" if remark.column else "row_line"]
    if remark.column and remark.cell:
        line = say["row_cell_line"]
    what = say[f"trouble_{remark.trouble}"]
    return fill(line, row=remark.row, column=remark.column, cell=remark.cell, what=what)


def _ask_yes(workspace: Workspace, file_id: str, looked_at: Preview) -> None:
    """Ask what becomes of duplicates, and write nothing before the yes."""
    say = words("applications")
    with_twins = False
    if looked_at.twins:
        choices = {"leave": say["twins_leave"], "keep": say["twins_keep"]}
        chosen = st.pills(
            say["twins"],
            list(choices),
            default="leave",
            format_func=lambda each: legible(choices[each]),
            key=f"{PLACE}.{file_id}.twins",
            required=True,
            wrap=True,
        )
        with_twins = chosen == "keep"
    count = len(looked_at.every if with_twins else looked_at.new)
    if not count:
        return
    label = fill(say["yes_bring" if count > 1 else "yes_bring_one"], count=count)
    key = f"{PLACE}.{file_id}.yes"
    if st.button(label, type="primary", key=key, disabled=workspace.read_only):
        brought = take_in(workspace, looked_at, file_id, with_twins=with_twins)
        forget_undo(_was_brought_in)
        done_with(PLACE)
        told = say["brought" if brought > 1 else "brought_one" if brought else "brought_none"]
        done(PLACE, fill(told, count=brought))


def _was_brought_in(record: Record) -> bool:
    """Return whether this came from a list: brought in again, it must not return as well."""
    return isinstance(record, Application) and bool(record.import_id)


def _show_imports(workspace: Workspace) -> None:
    """Show what was brought in so far, each to be taken back in one step."""
    say = words("applications")
    imports = workspace.view(imports_in)
    if not imports:
        return
    st.header(say["imports"])
    for each in imports:
        with st.container(border=True, key=f"{PLACE}.{each.id}", gap="small"):
            day = in_words(each.on) if each.on else ""
            st.write(fill(say["import_line"], date=day, count=len(each.untouched)))
            if each.kept:
                st.caption(fill(say["import_kept"], kept=len(each.kept)))
            offer_delete(each.id)
            ask_delete(each.id, say["sure_import"], lambda one=each.id: take_back(workspace, one))
