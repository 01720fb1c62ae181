"""The wins bank on screen: what the person has done, kept for a day that tells them otherwise."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import streamlit as st

from core.cases import Case, Stage
from core.content.loader import fill, steady_words, words
from core.records import LINE_LENGTH
from core.views import in_hand, this_minute
from core.wins import Win, low_day_wins, newest_first, offers_without_win
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.days import ago
from pages.parts.forms import Form
from pages.parts.gone import show_gone
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_any_day, ask_line
from pages.parts.saving import ask_to_save
from pages.parts.steady_ways import WINS, offer_change
from pages.parts.undo import ask_delete, offer_delete, show_undo

FORM = "win"
NEW = "new"


def show_wins(workspace: Workspace, now: datetime) -> None:
    """Show the wins that are kept and ask for one more, or ask how to change one."""
    win_id = st.query_params.get(FORM, NEW)
    edited = workspace.wins.find(win_id)
    form = _open_form(workspace, edited)
    show_done(FORM)
    if edited is None and win_id != NEW:
        show_gone(workspace, f"{FORM}:{win_id}", Win)
    elif conflict_of(form):
        settle_conflict(workspace, workspace.wins, form)
    elif edited:
        _ask_win(workspace, form, edited, now)
    else:
        show_undo(workspace)
        _show_kept(workspace, now.date())
        _offer_win_of_offer(workspace)
        _ask_win(workspace, form, None, now)


def show_wins_if_low(workspace: Workspace, now: datetime) -> None:
    """Show a win or two where today is a low day; nothing on any other day."""
    wins = workspace.view(_for_low_day, this_minute(now))
    if not wins:
        return
    say = words("steady")
    with st.container(border=True, key="wins.low_day"):
        st.caption(say["low_day"])
        for each in wins:
            show_text(each.what)
            if around := _around(each, now.date()):
                st.caption(" · ".join(around))
        st.page_link(WINS, label=say["low_day_all"], icon=":material/trophy:")


def _for_low_day(workspace: Workspace, minute: datetime) -> tuple[Win, ...]:
    case = workspace.view(in_hand)
    told = workspace.check_ins.all()
    return low_day_wins(workspace.wins.all(), told, minute, case.id if case else "")


def _open_form(workspace: Workspace, edited: Win | None) -> Form:
    win = edited or Win(what="")
    start = {**win.model_dump(include={"what", "proof", "who_saw", "on"}), "rev": win.rev}
    return Form(workspace, f"{FORM}:{win.id or NEW}", start, dates={"on"})


def _ask_win(workspace: Workspace, form: Form, edited: Win | None, now: datetime) -> None:
    say = words("steady")
    st.header(say["win_edit" if edited else "win_add"])
    form.show_resumed()
    answers: dict[str, Any] = {"what": ask_line(form, "what", say["win_what"])}
    is_open = bool(edited) or form.resumed
    with st.expander(say["win_more"], expanded=is_open, key=form.act("more")):
        answers["proof"] = ask_line(form, "proof", say["win_proof"])
        answers["who_saw"] = ask_line(form, "who_saw", say["win_who"])
        answers["on"] = ask_any_day(form, "on", say["win_on"])
    form.keep()
    save = ask_to_save(workspace, form, say["win_save"], say["leave"] if edited else "")
    if save and not answers["what"].strip():
        st.warning(say["win_needs_what"])
    elif save and answers["on"] and answers["on"] > now.date():
        st.warning(words("forms")["future"])
    elif save:
        _keep(workspace, form, answers, edited)


def _keep(workspace: Workspace, form: Form, answers: Mapping[str, Any], edited: Win | None) -> None:
    base = edited.model_dump() if edited else {}
    win = Win.model_validate({**base, **answers, "rev": form["rev"] or 0})
    keep_record(workspace.wins, form, win)
    st.query_params.clear()
    done(FORM, words("steady")["win_saved"])


def _show_kept(workspace: Workspace, today: date) -> None:
    say = words("steady")
    wins = workspace.view(_newest_first)
    if not wins:
        st.write(say["wins_empty"])
    for each in first_few(wins, key="wins", more=say["wins_more"]):
        _show_win(workspace, each, today)


def _show_win(workspace: Workspace, win: Win, today: date) -> None:
    say = words("steady")
    with st.container(border=True, key=f"win.{win.id}", gap="xsmall"):
        show_text(win.what)
        if around := _around(win, today):
            st.caption(" · ".join(around))
        with st.container(horizontal=True, vertical_alignment="center"):
            offer_change(FORM, win.id)
            offer_delete(win.id)
        ask_delete(win.id, say["win_sure"], lambda: workspace.delete(win))


def _around(win: Win, today: date) -> list[str]:
    """Return what proves a win, who saw it and when it was, as far as it is known."""
    told = [inert(win.proof)] if win.proof else []
    told += [f"{words('steady')['seen_by']} {inert(win.who_saw)}"] if win.who_saw else []
    return [*told, ago(win.on, today)] if win.on else told


def _offer_win_of_offer(workspace: Workspace) -> None:
    """Offer to keep the latest declined offer as a win (catalogue S3-38)."""
    say = words("steady")
    cases = workspace.view(_offers)
    if not cases or workspace.read_only:
        return
    win = _win_of(cases[0])
    with st.container(border=True, key="wins.offer", gap="xsmall"):
        st.caption(f"{say['offer']}. {say['offer_lead']}")
        show_text(win.what)
        if st.button(say["offer_take"], key=f"wins.take.{cases[0].id}"):
            kept = workspace.wins.add(win, form="wins.offer")
            st.query_params.from_dict({FORM: kept.id})
            done(FORM, say["offer_taken"])


def _win_of(case: Case) -> Win:
    """Return the win in an offer, in words that the person can change."""
    say = steady_words().offer
    what = fill(say.what_at, employer=case.employer) if case.employer else say.what
    proof = fill(say.proof_as, role=case.role) if case.role else say.proof
    on = next((each.on for each in case.stages if each.stage is Stage.OFFER), None)
    limit = {"what": what[:LINE_LENGTH], "proof": proof[:LINE_LENGTH]}
    return Win(**limit, on=on, case_id=case.id)


def _newest_first(workspace: Workspace) -> tuple[Win, ...]:
    return newest_first(workspace.wins.all())


def _offers(workspace: Workspace) -> tuple[Case, ...]:
    return offers_without_win(workspace.cases.all(), workspace.wins.all())
