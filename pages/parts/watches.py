"""Companies to watch on screen: when to look again, what was new, and a role that is back."""

from datetime import date
from typing import Any

import streamlit as st

from core.cases import OWN_NO, Case, Direction
from core.content.loader import fill, talk_words, words
from core.listed import digest_of
from core.network.talks import Look, Watch
from core.network.watches import (
    case_behind,
    in_order,
    is_due,
    is_reposted,
    last_look,
    looked,
    next_look,
    running_again,
    stopped,
    watched,
    without,
)
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, from_record, keep_record, rev_over, settle_conflict
from pages.parts.days import ago, in_words
from pages.parts.forms import Form
from pages.parts.gone import show_gone
from pages.parts.happenings import CASE
from pages.parts.messages import STAYS, done, show_done
from pages.parts.paging import first_few
from pages.parts.people_ways import TALKS
from pages.parts.plain_text import inert, show_line, show_text
from pages.parts.questions import KEPT, ask_line
from pages.parts.saving import ask_to_save
from pages.parts.sections import PART
from pages.parts.support import notice
from pages.parts.undo import ask_delete, offer_delete

FORM = "watch"
NEW = "new"
PART_WATCHES = "watches"
REAPPROACH = "reflect/reapproach.py"
TAKEN = f"{STAYS}watch.taken"
FIELDS = {"employer", "why", "link", "every_days", "rev"}
LEAST_DAYS, MOST_DAYS = 7, 365
AT_ONCE = 3


def show_watches(workspace: Workspace, today: date) -> None:
    """Show the companies, the next to look at first, and ask for another one."""
    say = words("talks")
    st.caption(say["watch_lead"])
    every = in_order(workspace.watches.all(), today)
    if not every:
        st.write(say["no_watches"])
    for each in first_few(every, key=PART_WATCHES, more=say["more"]):
        _show_watch(workspace, each, today)
    with st.expander(say["new_watch"], expanded=not every):
        begun = _begun(workspace, "", today)
        _ask_watch(workspace, begun, open_form(workspace, begun))


def show_watch(workspace: Workspace, asked: str, employer: str, case_id: str, today: date) -> None:
    """Show the form of one company: to be changed, or new, from a case where one is named."""
    say = words("talks")
    query = {PART: PART_WATCHES}
    st.page_link(TALKS, label=say["to_watches"], icon=":material/arrow_back:", query_params=query)
    watch = workspace.watches.find(asked)
    case = workspace.cases.find(case_id or asked)
    if watch is None and case is None and asked != NEW:
        show_gone(workspace, f"{FORM}:{asked}", Watch)
        return
    named = employer or (case.employer if case else "")
    base = watch or _begun(workspace, named, today, case.id if case else "")
    if base.id and watch is None:
        st.caption(fill(say["watched_already"], employer=inert(base.employer)))
    form = open_form(workspace, base)
    st.header(inert(base.employer) or say["new_watch"])
    if conflict_of(form):
        settle_conflict(workspace, workspace.watches, form)
        return
    form.show_resumed()
    _ask_watch(workspace, base, form)


def link_to_watch(workspace: Workspace, case: Case) -> None:
    """Show the way to watch the company of a case; where it is watched already, to that."""
    say = words("talks")
    if not case.employer:
        return
    known = watched(workspace.watches.all(), case.employer)
    label = say["watched_one" if known else "watch_it"]
    query = {FORM: known.id} if known else {"case": case.id}
    st.page_link(TALKS, label=label, icon=":material/visibility:", query_params=query)


def open_form(workspace: Workspace, watch: Watch) -> Form:
    """Open the form of a company, or of a new one as it was begun: its own for each case."""
    about = watch.id or watch.case_id
    return Form(workspace, f"{FORM}:{about}" if about else FORM, _fields(watch))


def _begun(workspace: Workspace, employer: str, today: date, case_id: str = "") -> Watch:
    """Return the company of this name that is watched already, else a new one from today on."""
    known = watched(workspace.watches.all(), employer) if employer else None
    return known or Watch(employer=employer, case_id=case_id, began_on=today)


def _ask_watch(workspace: Workspace, base: Watch, form: Form) -> None:
    say = words("talks")
    ask_line(form, "employer", say["watch_employer"])
    ask_line(form, "why", say["watch_why"])
    ask_line(form, "link", say["watch_link"])
    st.number_input(
        say["watch_every"],
        min_value=LEAST_DAYS,
        max_value=MOST_DAYS,
        key=form.key("every_days"),
        persist_state=KEPT,
    )
    form.keep()
    if not ask_to_save(workspace, form, say["watch_save"], part=PART_WATCHES):
        return
    if not (form["employer"] or "").strip():
        st.warning(say["watch_first"])
        return
    known = watched(workspace.watches.all(), form["employer"])
    if known and known.id != base.id:
        st.info(fill(say["watched_already"], employer=inert(known.employer)))
        return
    stored = _fields(base)
    told: dict[str, Any] = {
        **base.model_dump(),
        **{each: form[each] or "" for each in ("employer", "why", "link")},
        "every_days": form["every_days"] or base.every_days,
        "rev": rev_over(form, stored) if base.id else 0,
    }
    keep_record(workspace.watches, form, Watch.model_validate(told))
    st.query_params.from_dict({PART: PART_WATCHES})
    done(PART_WATCHES, say["watch_saved"])


def _show_watch(workspace: Workspace, watch: Watch, today: date) -> None:
    say = words("talks")
    with st.container(border=True, key=f"watch.{watch.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            label, query = inert(watch.employer), {FORM: watch.id}
            st.page_link(TALKS, label=label, icon=":material/visibility:", query_params=query)
            offer_delete(watch.id)
        if watch.why:
            show_text(watch.why)
        st.caption(_when(watch, today))
        show_done(f"watch.{watch.id}")
        if watch.stopped_on is None:
            if watch.link:
                show_line(watch.link)
            _ask_look(workspace, watch, today)
        _show_looks(workspace, watch)
        if is_reposted(watch):
            _show_way_back(workspace, watch)
        _offer_stop(workspace, watch, today)
        ask_delete(watch.id, say["watch_sure"], lambda: workspace.delete(watch))


def _ask_look(workspace: Workspace, watch: Watch, today: date) -> None:
    """Ask what was new; a look without a word counts too."""
    say = words("talks")
    form = Form(workspace, f"watch_look:{watch.id}", {"note": "", "reposted": False})
    opened = is_due(watch, today) or bool(form["note"])
    with st.expander(say["look"], expanded=opened):
        st.caption(" · ".join(talk_words().looking.ideas))
        note = ask_line(form, "note", say["look_note"])
        back = st.checkbox(say["look_reposted"], key=form.key("reposted"), persist_state=KEPT)
        form.keep()
        if st.button(say["looked"], key=form.act("looked"), disabled=workspace.read_only):
            notice(*form.written())
            look = Look(on=today, note=note, reposted=back)
            kept = workspace.watches.replace(looked(watch, look))
            form.finish()
            day = next_look(kept, today) or today
            done(f"watch.{watch.id}", fill(say["looked_done"], date=in_words(day)))


def _show_looks(workspace: Workspace, watch: Watch) -> None:
    """Show what the last look found, and folded all looks, each to be taken off and put back."""
    say = words("talks")
    if watch.looks:
        st.caption(_told(watch.looks[-1]))
        with st.expander(fill(say["looks"], count=len(watch.looks))):
            looks, key = watch.looks[::-1], f"looks.{watch.id}"
            for look in first_few(looks, key=key, more=say["more"], at_once=AT_ONCE):
                _show_look(workspace, watch, look)
    taken: Look | None = st.session_state.get(f"{TAKEN}.{watch.id}")
    if taken and taken not in watch.looks:
        key, off = f"watch.put_back.{watch.id}", workspace.read_only
        if st.button(say["look_back"], type="tertiary", key=key, disabled=off):
            workspace.watches.replace(looked(watch, taken))
            st.rerun()


def _show_look(workspace: Workspace, watch: Watch, look: Look) -> None:
    told = digest_of(look.model_dump(mode="json"))
    key, off = f"watch.off.{watch.id}.{told}", workspace.read_only
    st.caption(_told(look))
    if st.button(words("talks")["look_off"], type="tertiary", key=key, disabled=off):
        st.session_state[f"{TAKEN}.{watch.id}"] = look
        workspace.watches.replace(without(watch, look))
        st.rerun()


def _told(look: Look) -> str:
    """Return one look in a line."""
    say = words("talks")
    told = [in_words(look.on), inert(look.note) or say["nothing_new"]]
    return " · ".join([*told, say["is_reposted"]] if look.reposted else told)


def _show_way_back(workspace: Workspace, watch: Watch) -> None:
    """Lead on from a role that is there again: to weigh going back, where there is a case."""
    say = words("talks")
    case = case_behind(watch, workspace.cases.all())
    if case is None:
        st.caption(say["reposted_new"])
        return
    st.write(_how_it_ended(case))
    query = {"case": case.id}
    if case.direction in OWN_NO:
        icon = ":material/balance:"
        st.page_link(REAPPROACH, label=say["weigh"], icon=icon, query_params=query)
    else:
        st.page_link(REAPPROACH, label=say["ready"], icon=":material/route:", query_params=query)
    st.page_link(CASE, label=say["to_case"], icon=":material/event_note:", query_params=query)


def _how_it_ended(case: Case) -> str:
    """Return how it ended last time, with what a role that is back can mean; never a no that
    nobody said.
    """
    say = words("talks")
    if case.direction in OWN_NO:
        return say["reposted_own"]
    if case.direction is Direction.SILENCE:
        return say["reposted_quiet"]
    return say["reposted_cancelled" if case.direction is Direction.CANCELLED else "reposted_theirs"]


def _offer_stop(workspace: Workspace, watch: Watch, today: date) -> None:
    say, off = words("talks"), workspace.read_only
    label = say["watch_again" if watch.stopped_on else "watch_stop"]
    if st.button(label, type="tertiary", key=f"watch.stop.{watch.id}", disabled=off):
        changed = running_again(watch) if watch.stopped_on else stopped(watch, today)
        workspace.watches.replace(changed)
        done(f"watch.{watch.id}", say["runs_again" if watch.stopped_on else "watch_stopped"])


def _fields(watch: Watch) -> dict[str, Any]:
    return from_record(watch.model_dump(include=FIELDS))


def _when(watch: Watch, today: date) -> str:
    """Return when it was looked at, and when to look again."""
    say, seen, day = words("talks"), last_look(watch), next_look(watch, today)
    if day is None:
        return say["watch_rests"]
    told = fill(say["last_look"], when=ago(seen, today)) if seen else say["no_look"]
    upcoming = say["look_now"] if day <= today else fill(say["next_look"], date=in_words(day))
    return f"{told} {upcoming}"
