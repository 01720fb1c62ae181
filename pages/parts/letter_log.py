"""After a letter went: its text as sent, the one follow-up, the answer, and rest."""

from collections.abc import Iterator
from datetime import datetime

import streamlit as st

from core.content.loader import fill, words
from core.letters.desk import answered, follow_up_of, not_sent, unanswered, with_set_aside
from core.letters.fitting import BROUGHT_FEEDBACK, SAID_NO
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.letters.variants import AFTER_REAPPROACH
from core.letters.views import letter_reminders
from core.records import TEXT_LENGTH
from core.views import this_minute
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.letter_reminders import in_short
from pages.parts.letter_sending import Save
from pages.parts.letters import FEEDBACK, LETTER, address_of, link_to_letter
from pages.parts.messages import done
from pages.parts.plain_text import show_text
from pages.parts.questions import ask_any_day, ask_long, ask_one
from pages.parts.support import notice

ANSWERS = ("yes", "no", "feedback", "other")


def show_log(workspace: Workspace, form: Form, letter: Letter, now: datetime, save: Save) -> None:
    """Show a letter that went: what it said, and what may come now."""
    say = words("sending")
    if letter.sent_on:
        way = say[f"by_{letter.sent_by}"] if letter.sent_by else ""
        text = say["went"] if way else say["went_plain"]
        st.caption(fill(text, date=in_words(letter.sent_on), way=way))
    _show_unsent_change(workspace, form, letter, now)
    with st.container(border=True):
        st.text(letter.subject)
        show_text(letter.body)
    if letter.state is LetterState.ANSWERED:
        _show_answer(letter)
        return
    if letter.state is LetterState.SENT:
        _show_follow_up(workspace, letter, now)
        with st.container(horizontal=True):
            if st.button(say["quiet"], key=form.act("quiet"), icon=":material/bedtime:"):
                save(unanswered(letter), say["quiet_kept"])
            if st.button(say["not_sent"], type="tertiary", key=form.act("not_sent")):
                save(not_sent(letter), say["not_sent_done"])
    _ask_answer(form, letter, now, save)


def _show_unsent_change(workspace: Workspace, form: Form, letter: Letter, now: datetime) -> None:
    """Where this window still held other words when the letter was noted as sent, keep them."""
    say = words("sending")
    typed = str(form["body"] or "")
    if typed.strip() == letter.body:
        return
    with st.container(border=True):
        st.write(say["unsent"])
        show_text(typed)
        with st.container(horizontal=True):
            if st.button(say["keep_unsent"], type="primary", key=form.act("keep_unsent")):
                notice(typed)
                whole = with_set_aside(letter, [(letter.subject, typed[:TEXT_LENGTH])], now)
                workspace.letters.replace(whole)
                form.finish()
                done("letter", say["unsent_kept"])
            if st.button(say["let_go_unsent"], key=form.act("let_go_unsent")):
                notice(typed)
                form.finish()
                st.rerun()


def show_versions(letter: Letter) -> None:
    """Show the earlier versions of a letter on request, the latest first."""
    say = words("sending")
    now = (letter.subject, letter.body)
    earlier = [each for each in letter.versions if (each.subject, each.body) != now]
    if not earlier:
        return
    with st.expander(fill(say["versions"], count=len(earlier))):
        for version in reversed(earlier):
            st.caption(in_words(version.kept_at.date()))
            st.text(version.subject)
            show_text(version.body)


def _show_follow_up(workspace: Workspace, letter: Letter, now: datetime) -> None:
    say = words("sending")
    due = {each.letter.id: each for each in workspace.view(letter_reminders, this_minute(now))}
    reminder = due.get(letter.id)
    if reminder:
        st.write(in_short(reminder))
    begun = next((each for each in _follow_ups(workspace, letter) if not each.is_out), None)
    if begun:
        link_to_letter(begun.id, say["go_on_follow_up"])
    elif reminder and reminder.id == "follow_up":
        if st.button(say["write_follow_up"], type="primary", key=f"log.follow.{letter.id}"):
            form = f"log.follow.{letter.id}"
            follows = workspace.letters.add(follow_up_of(workspace, letter), form=form)
            st.switch_page(LETTER, query_params={"letter": follows.id})
    elif letter.follow_up_on and not reminder:
        st.write(fill(say["follow_up"], date=in_words(letter.follow_up_on)))
    elif not reminder:
        st.caption(say["no_follow_up"])


def _follow_ups(workspace: Workspace, letter: Letter) -> Iterator[Letter]:
    return (each for each in workspace.letters.all() if each.follows_id == letter.id)


def _ask_answer(form: Form, letter: Letter, now: datetime, save: Save) -> None:
    say = words("sending")
    st.header(say["answer"])
    answers = {each: say[f"was_{each}"] for each in ANSWERS}
    was = ask_one(form, "reply_was", say["answer_was"], answers)
    if not was:
        return
    on = ask_any_day(form, "replied_on", say["answer_on"]) or now.date()
    text = ask_long(form, "reply", say["answer_text"], say["answer_help"])
    if on > now.date():
        st.warning(say["future"])
    elif st.button(say["keep_answer"], type="primary", key=form.act("keep_answer")):
        notice(text)
        save(answered(letter, on, was, text), say["answer_kept"])


def _show_answer(letter: Letter) -> None:
    say = words("sending")
    st.header(say["answer"])
    was = say[f"was_{letter.reply_was}"] if letter.reply_was in ANSWERS else ""
    day = in_words(letter.replied_on) if letter.replied_on else ""
    st.caption(" · ".join(each for each in (was, day) if each))
    if letter.reply:
        show_text(letter.reply)
    if letter.reply_was == SAID_NO:
        st.write(say["no_hurts"])
        variant = AFTER_REAPPROACH if letter.kind is Kind.REAPPROACH else ""
        address = address_of(Kind.THANKS_AFTER_NO, letter.case_id, variant)
        link_to_letter(address, say["next_thanks"])
    if letter.reply_was == BROUGHT_FEEDBACK:
        st.page_link(
            FEEDBACK,
            label=say["sort_feedback"],
            icon=":material/hearing:",
            query_params={"letter": letter.id},
        )
