"""One application as a card: where it stands, what happened next in one tap, and what follows."""

from collections.abc import Callable
from datetime import date, datetime

import streamlit as st

from core.application_log import (
    DIRECTIONS,
    case_from,
    ended,
    expected_by,
    is_offer,
    is_quiet,
    last_sign,
    make_case,
    moved_on,
    next_stage,
    reopened,
    stage_of,
)
from core.applications import Application, Outcome
from core.cases import Case, Stage
from core.content.loader import case_words, fill, words
from core.interviews import is_before_talks, talks_of
from core.letters.kinds import Kind
from core.silent_cases import bring_up_to_date, is_told_by
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.happenings import CASE
from pages.parts.letters import LETTER, LETTERS, address_of
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert
from pages.parts.practice import delete_talks
from pages.parts.questions import ISO, legible
from pages.parts.undo import ask_delete, offer_delete

APPLICATION = "move_on/application.py"
OFFER_REVIEW, OPEN_OFFER = "reflect/offer_review.py", {"case": "open"}
OPENED = f"{STAYS}applications.opened"
BEFORE = f"{STAYS}applications.before"
"""Session key of an application as it was before the last change in this list."""


def show_application(workspace: Workspace, application: Application, now: datetime) -> None:
    """Show one application in a list: its name, its state, and what can be done with it."""
    with st.container(border=True, key=f"application.{application.id}", gap="small"):
        st.caption(state_of(application, now.date()))
        st.header(inert(name_of(application)))
        show_moves(workspace, application, now, in_list=True)
        ask_delete(
            application.id,
            words("applications")["sure"],
            lambda: delete_talks(
                workspace, application, *talks_of(workspace.interviews.all(), application.id)
            ),
        )


def show_moves(
    workspace: Workspace, application: Application, now: datetime, *, in_list: bool = False
) -> None:
    """Offer what can happen to an application next; in a list it can be opened and deleted too."""
    show_done(_place(application))
    _offer_undo(workspace, application)
    case = case_from(workspace, application)
    if is_offer(application) and not application.archived_on:
        _show_offer(workspace, application, now.date())
    elif is_quiet(application, case_words().waits, now.date()):
        _show_quiet(workspace, application, case, now)
    elif application.outcome in DIRECTIONS and case is None:
        _offer_case(workspace, application, now.date())
    elif case and not is_told_by(case, application):
        _offer_update(workspace, application, now.date())
    with st.container(horizontal=True, vertical_alignment="center"):
        _offer_next(workspace, application, now)
        if in_list:
            query = {"application": application.id}
            icon = ":material/edit:"
            st.page_link(
                APPLICATION, label=words("applications")["open"], icon=icon, query_params=query
            )
        if case:
            _link_to_case(case)
    if st.session_state.get(OPENED) == application.id:
        _ask_what_else(workspace, application, now, in_list=in_list)


def offer_first_talk(
    workspace: Workspace, application: Application, on: date, now: datetime
) -> None:
    """Offer to note a talk of this day in the history of an application, where it has none."""
    say = words("applications")
    show_done(_place(application))
    _offer_undo(workspace, application)
    if not is_before_talks(application):
        return
    label, icon = say["note_talk"], ":material/arrow_forward:"
    key = f"application.talk.{application.id}.{application.rev}"
    if st.button(label, icon=icon, key=key, disabled=workspace.read_only):
        _move(workspace, application, Stage.FIRST_TALK, on, now)


def name_of(application: Application) -> str:
    """Return how a card names an application."""
    named = ", ".join(filter(None, (application.role, application.employer)))
    return named or words("applications")["nameless"]


def state_of(application: Application, today: date) -> str:
    """Return where an application stands, and since when."""
    say = words("applications")
    if application.outcome:
        what, day = say[f"outcome_{application.outcome}"], application.ended_on
    else:
        what, day = say[f"stage_{stage_of(application)}"], last_sign(application)
    state = fill(say["state"], what=what, when=ago(day, today) if day else say["no_day"])
    return f"{state} · {inert(application.source)}" if application.source else state


def changed_here(workspace: Workspace) -> Application | None:
    """Return the application that was changed last in this list; it keeps its place there."""
    before: Application | None = st.session_state.get(BEFORE)
    return workspace.applications.find(before.id) if before else None


def _place(application: Application) -> str:
    return f"application.{application.id}"


def _change(workspace: Workspace, before: Application, after: Application, told: str) -> None:
    """Save a change, remember what was there before, and say so on the card."""
    workspace.applications.replace(after)
    st.session_state[BEFORE] = before
    st.session_state.pop(OPENED, None)
    done(_place(before), told)


def _offer_undo(workspace: Workspace, application: Application) -> None:
    """Offer to take back what was just noted, until something else is."""
    before: Application | None = st.session_state.get(BEFORE)
    if before is None or before.id != application.id or application.rev != before.rev + 1:
        return
    say = words("applications")
    key = f"application.undo.{application.id}"
    if st.button(say["undo"], icon=":material/undo:", type="tertiary", key=key):
        again = before.model_copy(update={"rev": application.rev})
        workspace.applications.replace(again)
        done(_place(before), say["undone"])


def _show_quiet(
    workspace: Workspace, application: Application, case: Case | None, now: datetime
) -> None:
    """Say that the usual wait is over, with the choice to ask once or to close it."""
    say = words("applications")
    over = expected_by(application, case_words().waits)
    asked = case is not None and workspace.view(_asked, case.id)
    st.write(fill(say["asked_once" if asked else "quiet"], date=in_words(over) if over else ""))
    with st.container(horizontal=True):
        closed = workspace.read_only
        label = say["ask_once_case" if case else "ask_once"]
        key = f"application.ask.{application.id}"
        if not asked and st.button(label, icon=":material/mail:", key=key, disabled=closed):
            case = make_case(workspace, application, now.date())
            address = address_of(Kind.STATUS_CHECK, case.id)
            st.switch_page(LETTER, query_params={"letter": address})
        key = f"application.silence.{application.id}"
        if st.button(say["close_silence"], key=key, disabled=closed):
            after = ended(application, Outcome.SILENCE, now.date())
            told = fill(say["moved"], what=say["outcome_silence"])
            _change(workspace, application, after, told)


def _show_offer(workspace: Workspace, application: Application, today: date) -> None:
    """Say that the answer to an offer is the person's, with both answers and a way to weigh it."""
    say = words("applications")
    st.write(say["offer"])
    with st.container(horizontal=True, vertical_alignment="center"):
        icon = ":material/balance:"
        st.page_link(OFFER_REVIEW, label=say["weigh_offer"], icon=icon, query_params=OPEN_OFFER)
        for outcome in (Outcome.ACCEPTED, Outcome.DECLINED):
            label = say[f"outcome_{outcome}"]
            key = f"application.{outcome}.{application.id}"
            if st.button(label, key=key, disabled=workspace.read_only):
                after = ended(application, outcome, today)
                _change(workspace, application, after, fill(say["moved"], what=label))


def _offer_case(workspace: Workspace, application: Application, today: date) -> None:
    """Offer to make a no a case; that is never done by itself."""
    say = words("applications")
    st.caption(say["case_why"])
    key = f"application.case.{application.id}"
    icon = ":material/event_note:"
    if st.button(say["make_case"], icon=icon, key=key, disabled=workspace.read_only):
        make_case(workspace, application, today)
        done(_place(application), say["case_made"])


def _offer_update(workspace: Workspace, application: Application, today: date) -> None:
    """Offer to tell the case, a silence so far, what came of it."""
    say = words("applications")
    st.caption(say["case_silent"])
    key = f"application.update.{application.id}"
    if st.button(
        say["case_update"], icon=":material/update:", key=key, disabled=workspace.read_only
    ):
        bring_up_to_date(workspace, application, today)
        done(_place(application), say["case_updated"])


def _offer_next(workspace: Workspace, application: Application, now: datetime) -> None:
    """Offer the next stage in one tap, and anything else in two."""
    say = words("applications")
    stage = next_stage(application)
    if application.is_running and stage and not application.archived_on:
        label = fill(say["next_stage"], what=say[f"stage_{stage}"])
        key = f"application.next.{application.id}.{application.rev}"
        icon = ":material/arrow_forward:"
        if st.button(label, icon=icon, key=key, disabled=workspace.read_only):
            _move(workspace, application, stage, now.date(), now)
    opened = st.session_state.get(OPENED) == application.id
    st.button(
        say["less" if opened else "what_else"],
        key=f"application.else.{application.id}",
        type="tertiary",
        icon=":material/expand_less:" if opened else ":material/expand_more:",
        on_click=_open,
        args=("" if opened else application.id,),
    )


def _link_to_case(case: Case) -> None:
    say, query = words("applications"), {"case": case.id}
    st.page_link(CASE, label=say["to_case"], icon=":material/event_note:", query_params=query)
    st.page_link(LETTERS, label=say["to_letters"], icon=":material/mail:", query_params=query)


def _ask_what_else(
    workspace: Workspace, application: Application, now: datetime, *, in_list: bool
) -> None:
    """Ask for a stage, an outcome and the day of it; one tap on either keeps it."""
    say = words("applications")
    stem = f"application.{application.id}.{application.rev}"
    day = st.date_input(say["when"], value=now.date(), format=ISO, key=f"{stem}.when")
    if application.is_running:
        stage = _ask_one(say["how_far"], _stages(), f"{stem}.stage")
        if stage:
            _move(workspace, application, Stage(stage), day or now.date(), now)
    outcome = _ask_one(say["how_ended"], _outcomes(), f"{stem}.outcome")
    if outcome and day and day > now.date():
        st.warning(say["end_to_come"])
    elif outcome:
        after = ended(application, Outcome(outcome), day or now.date())
        _change(workspace, application, after, fill(say["moved"], what=_outcomes()[outcome]))
    with st.container(horizontal=True):
        if not application.is_running:
            _offer(workspace, application, "reopen", "reopened", reopened)
        if application.archived_on:
            _offer(workspace, application, "bring_back", "brought_back", _archived_on(None))
        else:
            _offer(workspace, application, "put_away", "archived", _archived_on(now.date()))
        if in_list:
            offer_delete(application.id)


def _ask_one(label: str, choices: dict[str, str], key: str) -> str | None:
    return st.pills(
        label, list(choices), format_func=lambda each: legible(choices[each]), key=key, wrap=True
    )


def _offer(
    workspace: Workspace,
    application: Application,
    label: str,
    told: str,
    change: Callable[[Application], Application],
) -> None:
    say = words("applications")
    key = f"application.{label}.{application.id}.{application.rev}"
    if st.button(say[label], type="tertiary", key=key, disabled=workspace.read_only):
        _change(workspace, application, change(application), say[told])


def _archived_on(day: date | None) -> Callable[[Application], Application]:
    return lambda application: application.model_copy(update={"archived_on": day})


def _move(
    workspace: Workspace, application: Application, stage: Stage, on: date, now: datetime
) -> None:
    after = moved_on(application, stage, on, now)
    _change(
        workspace, application, after, fill(words("applications")["moved"], what=_stages()[stage])
    )


def _stages() -> dict[str, str]:
    say = words("applications")
    return {each.value: say[f"stage_{each}"] for each in Stage if each is not Stage.ACCEPTED}


def _outcomes() -> dict[str, str]:
    say = words("applications")
    return {each.value: say[f"outcome_{each}"] for each in Outcome}


def _open(application_id: str) -> None:
    st.session_state[OPENED] = application_id


def _asked(workspace: Workspace, case_id: str) -> bool:
    return any(
        each.case_id == case_id and each.kind is Kind.STATUS_CHECK and each.is_out
        for each in workspace.letters.all()
    )
