"""Wait or send: what is worth knowing before a letter leaves, and noting that it went."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

import streamlit as st

from core.content.loader import case_words, fill, letter_times, words
from core.letters.desk import held, let_go, sent
from core.letters.follow_ups import follow_up
from core.letters.letter import Letter, LetterState
from core.letters.timing import Gate, deadline_note, gates
from core.letters.views import moment_for
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.letter_files import offer_files
from pages.parts.letters import address_of, link_to_letter
from pages.parts.questions import ask_any_day, ask_line, ask_one

WAYS = ("email", "post", "message", "form", "phone")
HELD_FROM_MORNING = 8
Save = Callable[[Letter, str], None]
"""Keeps the letter as it is now and tells the person what was done."""


class Standing(NamedTuple):
    """What the checks say of a letter: ready to go, or better slept on."""

    is_ready: bool
    is_heated: bool


def show_sending(  # noqa: PLR0913, PLR0917 - the letter, and where it stands
    workspace: Workspace,
    form: Form,
    letter: Letter,
    now: datetime,
    save: Save,
    stands: Standing,
) -> None:
    """Show when the letter goes best, what speaks for waiting, and the ways to take it along.

    Only a letter that is ready, whole and without an error, is offered to be called so.
    """
    say = words("sending")
    st.header(say["title"])
    st.caption(say["lead"])
    _show_window(workspace, letter, now)
    moment = moment_for(workspace, letter, now)
    found = gates(letter.kind, moment)
    for each in found:
        _show_gate(each, letter)
    if found:
        st.caption(say["overrule"])
    if letter.state is LetterState.HELD and letter.held_until:
        _show_rest(letter, now, save)
    else:
        _offer_rest(form, letter, found, now, save, heated=stands.is_heated)
        _offer_later(form, letter, save, is_ready=stands.is_ready)
    ask_line(form, "to_address", say["to_address"])
    offer_files(letter, workspace.me, now.date())
    _offer_sent(form, letter, now, save)


def _show_window(workspace: Workspace, letter: Letter, now: datetime) -> None:
    times = letter_times()
    case = workspace.cases.find(letter.case_id)
    deadline = case.deadline if case else None
    note = deadline_note(letter.kind, deadline, now.date())
    said = fill(times.deadline[note], date=in_words(deadline)) if note and deadline else ""
    st.write(" ".join(each for each in (times.windows[letter.kind], said) if each))


def _show_gate(gate: Gate, letter: Letter) -> None:
    say = words("sending")
    reason = letter_times().reasons[gate.reason]
    slots = _slots(gate.slots)
    with st.container(border=True, key=f"gate.{gate.reason}"):
        st.write(fill(reason.what, **slots))
        st.caption(fill(reason.why, **slots))
        if gate.instead:
            link_to_letter(address_of(gate.instead, letter.case_id), say["next_letter"])


def _slots(slots: Mapping[str, str | date]) -> dict[str, str]:
    told = {name: in_words(each) for name, each in slots.items() if isinstance(each, date)}
    return {name: str(each) for name, each in slots.items()} | told


def _show_rest(letter: Letter, now: datetime, save: Save) -> None:
    say = words("sending")
    until = (letter.held_until or now).astimezone(now.tzinfo)
    st.write(fill(say["resting"], date=in_words(until.date()), time=f"{until:%H:%M}"))
    if st.button(say["wake"], key="sending.wake"):
        save(let_go(letter), say["woken"])


def _offer_rest(  # noqa: PLR0913 - all that speaks for a night's sleep
    form: Form,
    letter: Letter,
    found: tuple[Gate, ...],
    now: datetime,
    save: Save,
    *,
    heated: bool,
) -> None:
    """Offer to let it rest: as long as a rule asks for, else until tomorrow morning."""
    say = words("sending")
    asked = [each.hold_until for each in found if each.hold_until]
    tomorrow = (now + timedelta(days=1)).replace(hour=HELD_FROM_MORNING, minute=0, second=0)
    until = max(asked) if asked else tomorrow.replace(microsecond=0)
    label = fill(say["rest"], date=in_words(until.date()), time=f"{until:%H:%M}")
    if heated:
        st.write(say["heated"])
    elif not found:
        st.caption(say["calm"])
    kind = "primary" if asked or heated else "secondary"
    if st.button(label, type=kind, key=form.act("rest"), icon=":material/bedtime:"):
        save(held(letter, until), say["rest_saved"])


def _offer_later(form: Form, letter: Letter, save: Save, *, is_ready: bool) -> None:
    """Offer to keep the letter for later: as ready if it is, else as the draft that it is."""
    say = words("sending")
    if not is_ready:
        if st.button(say["keep_for_later"], key=form.act("later")):
            save(let_go(letter), say["kept_for_later"])
    elif letter.state is LetterState.DRAFT and st.button(say["later"], key=form.act("later")):
        save(letter.model_copy(update={"state": LetterState.READY}), say["later_saved"])


def _offer_sent(form: Form, letter: Letter, now: datetime, save: Save) -> None:
    say = words("sending")
    st.header(say["sent"])
    on = ask_any_day(form, "sent_on", say["sent_on"]) or now.date()
    by = ask_one(form, "sent_by", say["sent_by"], {way: say[f"by_{way}"] for way in WAYS})
    if on > now.date():
        st.warning(say["future"])
        return
    if st.button(say["mark_sent"], key=form.act("mark_sent"), icon=":material/outgoing_mail:"):
        out = sent(letter, on, by, None, now)
        day = follow_up(out, case_words().waits)
        told = say["marked_open"] if day else say["marked"]
        save(out.model_copy(update={"follow_up_on": day}), told)
