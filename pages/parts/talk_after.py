"""After a talk: that it was held, what it brought, and thanks within a day."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words
from core.letters.kinds import Kind
from core.network.log import Clock, clock_after, named_in, people_by_name
from core.network.talk_kit import State, day_of, held, not_held, state_of, thanked_on
from core.network.talk_log import keep_talk, touches_of
from core.network.talks import Talk
from core.people import Person
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.interview_times import own_now
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert
from pages.parts.saving import ask_to_save
from pages.parts.talk_form import ask_after, keep, newly_named, tap
from pages.parts.talk_gains import show_gains

PLACE = "talk.after"
AFTER_TALK = "talk"
TAKEN = f"{STAYS}talk.moment"


def show_after(
    workspace: Workspace, talk: Talk, person: Person | None, form: Form, now: datetime
) -> None:
    """Ask whether the talk was held; then for thanks, and for what it brought."""
    say, mine = words("talk"), own_now(workspace, now)
    show_done(PLACE)
    if talk.held_on is None:
        _ask_if_held(workspace, talk, person, form, mine)
        return
    st.header(say["thanks"])
    _show_thanks(workspace, talk, mine)
    st.header(say["brought"])
    ask_after(form, mine.date())
    form.keep()
    if ask_to_save(workspace, form, say["save_after"]):
        if isinstance(form["held_on"], date) and form["held_on"] > mine.date():
            st.warning(say["held_later"])
        else:
            _keep(workspace, talk, person, form, mine.date())
    show_gains(workspace, talk, person, mine.date())
    _offer_back(workspace, talk, form)


def _ask_if_held(
    workspace: Workspace, talk: Talk, person: Person | None, form: Form, mine: datetime
) -> None:
    say = words("talk")
    state = state_of(talk, mine)
    st.write(say["how_did_it_go" if state is State.OVER else "after_early"])
    day = day_of(talk, mine.tzinfo)
    closed = workspace.read_only
    with st.container(horizontal=True):
        if st.button(say["we_talked"], type="primary", key=f"talk.held.{talk.id}", disabled=closed):
            kept = tap(workspace, form, talk, held(talk, mine.date(), mine.tzinfo))
            done(PLACE, _told(workspace, kept, person, mine.date()))
        if day and st.button(say["not_held"], key=f"talk.not_held.{talk.id}", disabled=closed):
            st.session_state[f"{TAKEN}.{talk.id}"] = talk.at
            tap(workspace, form, talk, not_held(talk))
            done(PLACE, say["not_held_done"])
        at = st.session_state.get(f"{TAKEN}.{talk.id}")
        if at and talk.at is None and _is_back(say["moment_back"], talk, disabled=closed):
            tap(workspace, form, talk, talk.model_copy(update={"at": at}))
            done(PLACE, say["moment_is_back"])


def _keep(workspace: Workspace, talk: Talk, person: Person | None, form: Form, today: date) -> None:
    say = words("talk")
    line = newly_named(workspace, talk, form["who_else"] or "")
    new = named_in(line, workspace.view(people_by_name), person).new if person else ()
    kept = keep(workspace, form, talk, person)
    moved = kept.held_on != talk.held_on
    told = _told(workspace, kept, person, today) if moved else say["after_saved"]
    if new:
        told = f"{told} {fill(say['now_known'], names=', '.join(map(inert, new)))}"
    done(PLACE, told)


def _told(workspace: Workspace, talk: Talk, person: Person | None, today: date) -> str:
    """Return what became of the clock, in one sentence."""
    say = words("talk")
    touch = next(iter(touches_of(workspace, talk)), None)
    if touch is None or person is None:
        return say["held_saved"]
    clock, day = clock_after(workspace, touch, today)
    if clock in {Clock.AGAIN, Clock.GOES_ON}:
        return fill(say["held_again"], date=in_words(day))
    return say["held_saved"]


def _show_thanks(workspace: Workspace, talk: Talk, mine: datetime) -> None:
    say, today = words("talk"), mine.date()
    if day := thanked_on(talk, workspace.letters.all()):
        st.write(fill(say["thanks_sent"], date=in_words(day)))
        if talk.thanked_on:
            _offer(workspace, talk, "take_back", {"thanked_on": None}, "back")
    elif talk.thanks_left:
        st.write(say["thanks_left"])
        _offer(workspace, talk, "take_back", {"thanks_left": False}, "back")
    else:
        st.caption(say["thanks_lead"])
        with st.container(horizontal=True, vertical_alignment="center"):
            address = address_of(Kind.THANKS_AFTER_TALK, talk.case_id, AFTER_TALK, talk.person_id)
            link_to_letter(address, say["write_thanks"], ":material/mail:")
            _offer(workspace, talk, "thanks_out", {"thanked_on": today}, "out")
            _offer(workspace, talk, "thanks_leave", {"thanks_left": True}, "leave")


def _offer(
    workspace: Workspace, talk: Talk, label: str, change: dict[str, object], key: str
) -> None:
    name, closed = f"talk.thanks.{key}.{talk.rev}", workspace.read_only
    if st.button(words("talk")[label], type="tertiary", key=name, disabled=closed):
        keep_talk(workspace, talk.model_copy(update=change))
        st.rerun()


def _is_back(label: str, talk: Talk, *, disabled: bool) -> bool:
    """Offer to put back the moment that one tap took away; return whether it was pressed."""
    key = f"talk.moment_back.{talk.id}"
    return st.button(label, icon=":material/undo:", type="tertiary", key=key, disabled=disabled)


def _offer_back(workspace: Workspace, talk: Talk, form: Form) -> None:
    """Offer to take back that it was held: what was written stays, the log lets go of it."""
    say, key = words("talk"), f"talk.unheld.{talk.id}"
    if st.button(say["unheld"], type="tertiary", key=key, disabled=workspace.read_only):
        tap(workspace, form, talk, talk.model_copy(update={"held_on": None}))
        done(PLACE, say["unheld_done"])
