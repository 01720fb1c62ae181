"""The log of applications on screen: one noted in seconds, the list of them, and ways to many."""

from datetime import date, datetime
from typing import Any

import streamlit as st

from core.application_log import Wanted, Which, found, newest_first, noted, sources
from core.applications import Application
from core.content.loader import case_words, fill, import_words, words
from core.exports.applications import as_csv
from core.exports.file_names import file_name
from core.workspace import Workspace
from pages.parts.applications_card import changed_here, show_application
from pages.parts.conflict import keep_record
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.questions import KEPT, ask_any_day, ask_line, ask_one, legible
from pages.parts.support import notice

SEARCH = "move_on/search.py"
PLACE = "applications"
FORM = "new_application"
PART = "part"
AT_ONCE = 8
ABREAST = 2
YES_NO = {"yes": True, "no": False}
MORE = ("sent_on", "tailored", "contacted")


def show_log(workspace: Workspace, now: datetime) -> None:
    """Show the line that notes one, then the list, then the ways to many at once."""
    ask_application(workspace, now)
    show_done(PLACE)
    if workspace.applications.all():
        _show_list(workspace, now)
    else:
        st.write(words("applications")["empty"])
    _show_ways(workspace, now)


def ask_application(workspace: Workspace, now: datetime) -> None:
    """Ask for one application in one line; the source is the one that was named last."""
    say = words("applications")
    every = workspace.applications.all()
    last = next((each.source for each in reversed(every) if each.source), "")
    start: dict[str, Any] = {"line": "", "source": last, "sent_on": now.date()}
    start |= {"tailored": None, "contacted": None}
    form = Form(workspace, FORM, start, dates={"sent_on"})
    form.show_resumed()
    left, right = st.columns(ABREAST)
    with left:
        ask_line(form, "line", say["line"], help_text=say["line_help"])
    with right:
        ask_line(form, "source", say["source"])
    with st.expander(say["more"], expanded=_has_more(form)):
        yes_no = {"yes": say["yes"], "no": say["no"]}
        ask_any_day(form, "sent_on", say["sent_on"])
        ask_one(form, "tailored", say["tailored"], yes_no)
        ask_one(form, "contacted", say["contacted"], yes_no)
    form.keep()
    key = form.act("save")
    if st.button(say["note_it"], type="primary", key=key, disabled=workspace.read_only):
        _keep(workspace, form, now)


def _has_more(form: Form) -> bool:
    return any(form[each] != form.started_with(each) for each in MORE)


def _keep(workspace: Workspace, form: Form, now: datetime) -> None:
    say = words("applications")
    notice(*form.written())
    if not (form["line"] or "").strip():
        st.warning(say["line_first"])
        return
    answers = {name: YES_NO.get(form[name]) for name in ("tailored", "contacted")}
    day = form["sent_on"] or now.date()
    application = noted(form["line"], form["source"] or "", day, now)
    keep_record(workspace.applications, form, application.model_copy(update=answers))
    done(PLACE, say["noted"])


def _show_list(workspace: Workspace, now: datetime) -> None:
    say = words("applications")
    today = now.date()
    wanted = _ask_wanted(workspace, today)
    shown = workspace.view(_wanted, wanted, today)
    if (changed := changed_here(workspace)) and changed not in shown:
        shown = newest_first((*shown, changed))
    if not shown:
        st.caption(say["none_found"])
    key = f"applications.{wanted.which}.{wanted.source}.{wanted.words}"
    for each in first_few(shown, key=key, more=say["show_more"], at_once=AT_ONCE):
        show_application(workspace, each, now)


def _ask_wanted(workspace: Workspace, today: date) -> Wanted:
    """Ask which applications to show; the list opens with the first sort that has any."""
    say = words("applications")
    counts = workspace.view(_counts, today)
    chosen = st.session_state.setdefault("applications.which", _opens_with(counts))
    labels = {
        each: fill(say["counted"], what=say[f"which_{each}"], count=counts[each])
        for each in Which
        if counts[each] or each in {Which.RUNNING, chosen}
    }
    which = st.pills(
        say["which"],
        list(labels),
        format_func=lambda each: legible(labels[each]),
        key="applications.which",
        label_visibility="collapsed",
        required=True,
        persist_state=KEPT,
        wrap=True,
    )
    if counts[Which.ALL] <= AT_ONCE:
        return Wanted(which or Which.RUNNING)
    return Wanted(which or Which.RUNNING, *_ask_words(workspace))


def _ask_words(workspace: Workspace) -> tuple[str, str]:
    """Ask for a source and for words to find; a short list needs neither."""
    say = words("applications")
    kept = ("applications.source", "applications.search")
    with st.expander(say["find"], expanded=any(st.session_state.get(each) for each in kept)):
        said = st.text_input(
            say["search"], key="applications.search", help=say["search_help"], persist_state=KEPT
        )
        chosen = st.session_state.get("applications.source") or ""
        source = st.selectbox(
            say["source"],
            list(dict.fromkeys(["", *workspace.view(_sources), chosen])),
            format_func=lambda each: each or say["all_sources"],
            key="applications.source",
            persist_state=KEPT,
        )
    return source, said


def _opens_with(counts: dict[Which, int]) -> Which:
    return next((each for each in Which if counts[each]), Which.RUNNING)


def _show_ways(workspace: Workspace, now: datetime) -> None:
    say = words("applications")
    st.header(say["ways"])
    with st.container(horizontal=True):
        query = {PART: "import"}
        icon = ":material/upload_file:"
        st.page_link(SEARCH, label=say["to_import"], icon=icon, query_params=query)
        if not workspace.applications.all():
            return
        query = {PART: "table"}
        st.page_link(SEARCH, label=say["to_table"], icon=":material/table:", query_params=query)
        st.download_button(
            say["download"],
            lambda: as_csv(workspace.view(in_order), import_words()),
            file_name=file_name(say["file"], now.date(), "csv"),
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
            key="applications.download",
        )


def in_order(workspace: Workspace) -> tuple[Application, ...]:
    """Return every application, the one sent last first."""
    return newest_first(workspace.applications.all())


def _sources(workspace: Workspace) -> tuple[str, ...]:
    return sources(workspace.applications.all())


def _wanted(workspace: Workspace, wanted: Wanted, today: date) -> tuple[Application, ...]:
    return found(workspace.view(in_order), wanted, case_words().waits, today)


def _counts(workspace: Workspace, today: date) -> dict[Which, int]:
    every, waits = workspace.applications.all(), case_words().waits
    return {each: len(found(every, Wanted(each), waits, today)) for each in Which}
