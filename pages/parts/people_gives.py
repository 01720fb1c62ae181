"""Giving and asking: one small give as an option, what was given, what was asked, no verdict."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, network_words, people_map_words, words
from core.network.balance import (
    BALANCE_DAYS,
    Given,
    all_given,
    balance_now,
    could_give,
    gave_this_week,
    idea_of_the_week,
)
from core.network.touchpoints import Give, GiveKind
from core.people import Person
from core.steps import Step
from core.views import people_by_id
from core.workspace import Workspace
from pages.parts.conflict import (
    conflict_of,
    from_record,
    keep_record,
    rev_over,
    settle_conflict,
)
from pages.parts.days import ago
from pages.parts.forms import Form
from pages.parts.gone import show_gone
from pages.parts.messages import STAYS, done, show_done
from pages.parts.paging import first_few
from pages.parts.people_asks import show_asks
from pages.parts.people_ways import link_to_person
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import KEPT, ask_day, ask_line, ask_one
from pages.parts.saving import ask_to_save
from pages.parts.sections import PART
from pages.parts.undo import ask_delete, offer_delete

GIVE = "give"
NEW = "new"
GIVES = "gives"
TURN = f"{STAYS}people.idea"
NOTED = f"{STAYS}people.given"
"""How often something was noted here: after each, the form is folded away again."""

OPEN = "people.give"
FIELDS = {"what", "kind", "person_id", "happened_on", "rev"}
AT_ONCE = 3


def show_give_and_ask(workspace: Workspace, today: date) -> None:
    """Show both numbers, the small give of the week, and what was given and asked."""
    give_id = st.query_params.get(GIVE, NEW)
    edited = workspace.gives.find(give_id)
    if edited is None and give_id != NEW:
        show_gone(workspace, f"{GIVE}:{give_id}", Give)
    elif edited:
        st.header(words("people")["give_edit"])
        _ask_give(workspace, edited, today)
    else:
        _show_balance(workspace, today)
        _show_idea(workspace, today)
        _show_given(workspace, today)
        show_asks(workspace, today)


def _show_balance(workspace: Workspace, today: date) -> None:
    say, found = words("people"), workspace.view(balance_now, today)
    facts = {"gives": _times(found.gives), "asks": _times(found.asks), "days": BALANCE_DAYS}
    some = found.gives or found.asks
    st.write(fill(say["balance_told" if some else "balance_none"], **facts))
    st.caption(say["balance_info"])


def _times(count: int) -> str:
    say = words("people")
    if count <= 1:
        return say["once" if count else "never"]
    return fill(say["times"], count=count)


def _show_idea(workspace: Workspace, today: date) -> None:
    """Show one small thing to give this week, as an option, and the form that notes one."""
    say = words("people")
    st.header(say["give"])
    show_done(GIVE)
    this_week = gave_this_week(workspace.view(all_given), today)
    st.caption(say["give_this_week" if this_week else "give_lead"])
    if not this_week:
        _show_one_idea(workspace, today)
    key, begun = f"{OPEN}.{st.session_state.get(NOTED, 0)}", _is_begun(workspace)
    box = st.expander(say["give_note"], expanded=begun, key=key, on_change="rerun")
    with box:
        _ask_give(workspace, None, today, every=begun or bool(box.open))


def _show_one_idea(workspace: Workspace, today: date) -> None:
    say = words("people")
    idea = idea_of_the_week(people_map_words().gives.ideas, today, st.session_state.get(TURN, 0))
    with st.container(border=True, key="people.idea", gap="small"):
        st.write(idea)
        with st.container(horizontal=True):
            key, off = "people.idea.take", workspace.read_only
            if st.button(say["give_to_today"], icon=":material/add:", key=key, disabled=off):
                workspace.steps.add(Step(text=idea, due=today), form="people.idea")
                done(GIVE, say["give_on_today"])
            key = "people.idea.other"
            if st.button(say["give_other"], icon=":material/refresh:", type="tertiary", key=key):
                st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
                st.rerun()
    _show_could_give(workspace)


def _show_could_give(workspace: Workspace) -> None:
    """Show to whom the person noted what they could give: an offer comes before an ask (S3-49)."""
    say, for_whom = words("people"), workspace.view(_could_give)
    if not for_whom:
        return
    with st.expander(fill(say["give_could"], count=len(for_whom)), key="people.could"):
        for each in first_few(for_whom, key="people.could", more=say["show_more"]):
            with st.container(gap="xxsmall"):
                link_to_person(each)
                st.caption(inert(each.could_give))


def _is_begun(workspace: Workspace) -> bool:
    return workspace.drafts.find(f"{GIVE}:{NEW}") is not None


def _ask_give(
    workspace: Workspace, edited: Give | None, today: date, *, every: bool = True
) -> None:
    """Ask for one give; where it is folded away, without `every` name, which can be thousands."""
    say, people = words("people"), workspace.view(people_by_id)
    start = {"what": "", "kind": None, "person_id": "", "happened_on": today}
    if edited:
        start = _fields(edited)
    form = Form(workspace, f"{GIVE}:{edited.id if edited else NEW}", start, dates={"happened_on"})
    if conflict_of(form):
        settle_conflict(workspace, workspace.gives, form)
        return
    form.show_resumed()
    answers = {
        "what": ask_line(form, "what", say["give_what"]),
        "kind": ask_one(form, "kind", say["give_kind"], network_words().gives),
        "person_id": _ask_person(form, people, every=every),
        "happened_on": ask_day(form, "happened_on", say["give_on"], today),
    }
    form.keep()
    label = say["give_save_change" if edited else "give_save"]
    if ask_to_save(workspace, form, label, say["give_leave"] if edited else "", part=GIVES):
        _keep(workspace, form, answers, edited)


def _fields(give: Give) -> dict[str, Any]:
    return from_record(give.model_dump(include=FIELDS) | {"kind": give.kind.value})


def _ask_person(form: Form, people: Mapping[str, Person], *, every: bool) -> str:
    """Ask for whom it was; somebody who is gone by now is nobody in particular."""
    say, field = words("people"), "person_id"
    if form[field] not in people:
        form[field] = ""
    here = people.values() if every else ()
    names = {each.id: each.name for each in here if each.archived_on is None}
    names |= {each: people[each].name for each in [form[field]] if each in people}
    ordered = sorted(names, key=lambda each: names[each].casefold())
    return st.selectbox(
        say["give_who"],
        ["", *ordered],
        format_func=lambda each: names.get(each, say["give_nobody"]),
        key=form.key(field),
        persist_state=KEPT,
    )


def _keep(
    workspace: Workspace, form: Form, answers: Mapping[str, Any], edited: Give | None
) -> None:
    say = words("people")
    if not answers["what"].strip():
        st.warning(say["give_first"])
        return
    if answers["happened_on"] is None:
        return
    base = edited.model_dump() if edited else {}
    kind = answers["kind"] or GiveKind.SHARED
    rev = rev_over(form, _fields(edited)) if edited else 0
    give = Give.model_validate({**base, **answers, "kind": kind, "rev": rev})
    keep_record(workspace.gives, form, give)
    st.session_state[NOTED] = st.session_state.get(NOTED, 0) + 1
    st.query_params.from_dict({PART: GIVES})
    done(GIVE, say["give_saved"])


def _show_given(workspace: Workspace, today: date) -> None:
    say = words("people")
    st.header(say["given"])
    every = workspace.view(all_given)
    if not every:
        st.caption(say["given_empty"])
    for place, each in enumerate(
        first_few(every, key="people.given", more=say["show_more"], at_once=AT_ONCE)
    ):
        with st.container(key=f"people.given.{place}", gap="xxsmall"):
            show_text(each.what)
            _show_one(workspace, each, today)


def _show_one(workspace: Workspace, given: Given, today: date) -> None:
    say = words("people")
    told = [ago(given.on, today)]
    if given.kind:
        told.append(network_words().gives[given.kind])
    if person := workspace.people.find(given.person_id):
        told.append(fill(say["given_to"], name=inert(person.name)))
    if given.give is None:
        st.caption(" · ".join([*told, say["given_beside"]]))
        return
    st.caption(" · ".join(told))
    give = given.give
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say["change"],
            icon=":material/edit:",
            type="tertiary",
            key=f"people.give.change.{give.id}",
            on_click=st.query_params.from_dict,
            args=({GIVE: give.id, PART: GIVES},),
        )
        offer_delete(give.id)
    ask_delete(give.id, say["give_sure"], lambda: workspace.delete(give))


def _could_give(workspace: Workspace) -> tuple[Person, ...]:
    return could_give(workspace.people.all())
