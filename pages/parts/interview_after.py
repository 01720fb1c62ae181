"""After a talk on screen: what was learned, thanks within a day, and the answer they named."""

from datetime import date, datetime

import streamlit as st

from core.applications import Application, Interview
from core.content.loader import fill, words
from core.dues import ANSWER, THANKS, When, asked_on, thanked_on, when
from core.interviews import Standing, new_facts, standing
from core.letters.kinds import Kind
from core.letters.variants import APPLICATION as AFTER_APPLICATION
from core.workspace import Workspace
from pages.parts.applications_card import offer_first_talk
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.interview_form import ask_after, is_answered_early, keep_talk
from pages.parts.interview_times import own_now
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import done, show_done
from pages.parts.saving import ask_to_save

PLACE = "interview.after"
AFTER_INTERVIEW = "interview"


def show_after(
    workspace: Workspace, application: Application, interview: Interview, form: Form, now: datetime
) -> None:
    """Ask what was learned, and show how thanks and the answer stand."""
    say = words("interview")
    mine = own_now(workspace, now)
    if standing(interview, now) is Standing.AHEAD:
        st.caption(say["after_early"])
    if interview.at:
        on = interview.at.astimezone(mine.tzinfo).date()
        offer_first_talk(workspace, application, on, mine)
    st.header(say["learned"])
    ask_after(form)
    form.keep()
    if ask_to_save(workspace, form, say["save_after"]):
        if is_answered_early(form):
            st.warning(say["answer_early"])
        else:
            keep_talk(workspace, form, application, interview)
            done(PLACE, say["after_saved"])
    show_done(PLACE)
    _offer_card(workspace, application, interview, mine.date())
    st.header(say["thanks"])
    _show_thanks(workspace, application, interview, mine)
    st.header(say["answer_title"])
    _show_answer(workspace, application, interview, mine)


def _offer_card(
    workspace: Workspace, application: Application, interview: Interview, today: date
) -> None:
    """Offer to put what was learned on the research card, once."""
    say = words("interview")
    if not interview.learned:
        return
    day = interview.at.date() if interview.at else today
    source = fill(say["source_talk"], date=in_words(day))
    fresh = new_facts(application, interview.learned, source)
    if not fresh:
        st.caption(say["on_card"])
        return
    label, icon, closed = say["to_card"], ":material/add:", workspace.read_only
    if st.button(label, icon=icon, key="interview.to_card", disabled=closed):
        facts = (*application.facts, *fresh)
        workspace.applications.replace(application.model_copy(update={"facts": facts}))
        st.rerun()


def _show_thanks(
    workspace: Workspace, application: Application, interview: Interview, mine: datetime
) -> None:
    say, today = words("interview"), mine.date()
    if day := thanked_on(application, interview, workspace.letters.all(), mine.tzinfo):
        st.write(fill(say["thanks_sent"], date=in_words(day)))
        if interview.thanked_on:
            _offer(workspace, interview, "take_back", {"thanked_on": None}, "thanks.back")
    elif THANKS in interview.left_alone:
        st.write(say["thanks_left"])
        _offer(workspace, interview, "take_back", _left(interview, THANKS), "thanks.back")
    else:
        st.caption(say["thanks_lead"])
        with st.container(horizontal=True, vertical_alignment="center"):
            address = address_of(Kind.THANKS_AFTER_TALK, application.case_id, AFTER_INTERVIEW)
            link_to_letter(address, say["write_thanks"], ":material/mail:")
            _offer(workspace, interview, "thanks_out", {"thanked_on": today}, "thanks.out")
            _offer(workspace, interview, "leave_alone", _left(interview, THANKS), "thanks.leave")


def _show_answer(
    workspace: Workspace, application: Application, interview: Interview, mine: datetime
) -> None:
    say, today = words("interview"), mine.date()
    day = interview.answer_by
    if asked := asked_on(application, interview, workspace.letters.all(), mine.tzinfo):
        st.write(fill(say["answer_asked"], date=in_words(asked)))
        if interview.asked_on:
            _offer(workspace, interview, "take_back", {"asked_on": None}, "answer.back")
    elif ANSWER in interview.left_alone:
        st.write(say["answer_left"])
        _offer(workspace, interview, "take_back", _left(interview, ANSWER), "answer.back")
    elif day is None:
        st.caption(say["no_answer_day"])
    elif when(day, today) is When.EARLIER:
        st.write(fill(say["answer_passed"], date=in_words(day)))
        with st.container(horizontal=True, vertical_alignment="center"):
            address = address_of(Kind.STATUS_CHECK, application.case_id, AFTER_APPLICATION)
            link_to_letter(address, say["write_question"], ":material/mail:")
            _offer(workspace, interview, "asked_out", {"asked_on": today}, "answer.out")
            _offer(workspace, interview, "leave_alone", _left(interview, ANSWER), "answer.leave")
    elif day == today:
        st.write(say["answer_today"])
    else:
        st.write(fill(say["answer_quiet"], date=in_words(day)))


def _left(interview: Interview, what: str) -> dict[str, object]:
    """Return the change that leaves something alone, or takes that back."""
    others = tuple(each for each in interview.left_alone if each != what)
    return {"left_alone": others if what in interview.left_alone else (*others, what)}


def _offer(
    workspace: Workspace, interview: Interview, label: str, change: dict[str, object], key: str
) -> None:
    closed = workspace.read_only
    name = f"interview.{key}.{interview.rev}"
    if st.button(words("interview")[label], type="tertiary", key=name, disabled=closed):
        workspace.interviews.replace(interview.model_copy(update=change))
        st.rerun()
