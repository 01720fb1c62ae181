"""Letters as cards: what fits now, every kind there is, and those that are kept."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from core.cases import Case
from core.content.letters import kind_words
from core.content.loader import fill, letter_times, words
from core.letters.desk import archived, duplicate
from core.letters.fitting import Fit
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.letters.views import begun, fits_of, kept_letters
from core.views import in_hand, living
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.happenings import name_of as case_name
from pages.parts.letter_weighed import REAPPROACH_PAGE
from pages.parts.letters import address_of, link_to_letter, name_of, state_of
from pages.parts.messages import done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.undo import ask_delete, offer_delete

AT_ONCE = 4
NO_CASE = ""


def ask_case(workspace: Workspace) -> Case | None:
    """Ask which case a letter is about; None where it is about none."""
    say = words("letters")
    cases = {each.id: each for each in workspace.view(living)}
    if not cases:
        return None
    asked = st.query_params.get("case", "")
    first = workspace.view(in_hand)
    start = asked if asked in cases else (first.id if first else NO_CASE)
    choices = [*cases, NO_CASE]
    chosen = st.selectbox(
        say["case"],
        choices,
        index=choices.index(start),
        format_func=lambda each: case_name(cases[each]) if each else say["no_case"],
        key=f"letters.case.{start}",
    )
    return cases.get(chosen or NO_CASE)


def show_fitting(workspace: Workspace, case: Case | None, now: datetime) -> None:
    """Show the kinds that fit what happened, each with when and why."""
    say = words("letters")
    st.header(say["fits"])
    fits = workspace.view(fits_of, case.id if case else NO_CASE, now.date())
    if not fits:
        st.caption(say["fits_none"])
    letters = workspace.view(begun, case.id if case else NO_CASE)
    for fit in first_few(fits, key="letters.fits", more=say["more"], at_once=AT_ONCE):
        _show_fit(fit, case, letters.get(fit.kind))


def show_every_kind(case: Case | None) -> None:
    """Show any of the seventeen kinds on request: nothing is out of reach."""
    say = words("letters")
    kind = st.selectbox(
        say["all"],
        list(Kind),
        index=None,
        placeholder=say["pick"],
        format_func=lambda each: kind_words(each).title,
        key="letters.kind",
    )
    if kind is None:
        return
    kind_says = kind_words(kind)
    with st.container(border=True):
        st.write(kind_says.purpose)
        st.caption(f"{say['to_whom']}: {kind_says.to_whom}")
        st.caption(f"{say['when']}: {kind_says.when}")
        link_to_letter(address_of(kind, case.id if case else NO_CASE), say["write"])


def show_letters(workspace: Workspace, now: datetime) -> None:
    """Show the letters that are kept, the latest first, and those put away on request."""
    say = words("letters")
    st.header(say["yours"])
    out, away = workspace.view(kept_letters)
    if not (out or away):
        st.caption(say["none_yet"])
    _show_some(workspace, out, now, key="letters.out")
    if away and st.toggle(fill(say["show_away"], count=len(away)), key="letters.away"):
        _show_some(workspace, away, now, key="letters.put_away")


def _show_fit(fit: Fit, case: Case | None, letter: Letter | None) -> None:
    say = words("letters")
    told = letter_times().fits[fit.reason]
    date = in_words(fit.on) if fit.on else ""
    with st.container(border=True, key=f"fit.{fit.kind}"):
        st.header(kind_words(fit.kind).title)
        st.write(fill(told.why, date=date))
        st.caption(fill(told.when, date=date))
        if fit.note:
            st.caption(letter_times().notes[fit.note])
            if case:
                query, icon = {"case": case.id}, ":material/balance:"
                st.page_link(REAPPROACH_PAGE, label=say["weigh"], icon=icon, query_params=query)
        address = fit.follows or address_of(fit.kind, case.id if case else NO_CASE, fit.variant)
        if letter:
            link_to_letter(letter.id, say["go_on"])
        elif fit.worth:
            link_to_letter(address, say["write"])
        else:
            link_to_letter(address, say["anyway"], icon=":material/edit_note:")


def _show_some(workspace: Workspace, letters: Sequence[Letter], now: datetime, *, key: str) -> None:
    more = words("letters")["more"]
    for letter in first_few(letters, key=key, more=more, at_once=AT_ONCE):
        _show_letter(workspace, letter, now)


def _show_letter(workspace: Workspace, letter: Letter, now: datetime) -> None:
    say = words("letters")
    case = workspace.cases.find(letter.case_id)
    with st.container(border=True, key=f"letter.{letter.id}"):
        about = inert(case_name(case)) if case else ""
        st.caption(" · ".join(each for each in (state_of(letter), about) if each))
        st.header(name_of(letter))
        st.text(letter.subject or say["untold"])
        with st.container(horizontal=True, vertical_alignment="center"):
            link_to_letter(letter.id, say["open"])
            if _act(letter, "again", say["again"], ":material/content_copy:"):
                workspace.letters.add(duplicate(letter), form=f"letters.again.{letter.id}")
                done("letters", say["again_done"])
            if letter.archived_at is None:
                if _act(letter, "put_away", say["put_away"], ":material/archive:"):
                    workspace.letters.replace(archived(letter, now))
                    done("letters", say["put_away_done"])
            elif _act(letter, "take_out", say["take_out"], ":material/unarchive:"):
                workspace.letters.replace(archived(letter, None))
                done("letters", say["take_out_done"])
            offer_delete(letter.id)
        ask_delete(letter.id, say["delete_sure"], lambda: workspace.delete(letter))


def _act(letter: Letter, way: str, label: str, icon: str) -> bool:
    return st.button(label, icon=icon, type="tertiary", key=f"letters.{way}.{letter.id}")
