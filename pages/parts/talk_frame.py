"""In the talk: its minutes one by one, with the person's own questions, and a quiet timer."""

import streamlit as st

from core.content.loader import fill, talk_words, words
from core.network.talk_kit import FramePart, frame
from core.network.talks import Talk
from pages.parts.plain_text import show_text
from pages.parts.talk_prepare import questions_in_short
from pages.parts.timer import show_timer


def show_frame(talk: Talk) -> None:
    """Show what to say in which minute, and offer a timer that makes no sound."""
    say, known = words("talk"), talk_words()
    st.write(known.not_a_job)
    show_timer(f"talk.{talk.id}", [talk.minutes])
    for slot in frame(talk.minutes):
        part = known.frame[slot.part]
        with st.container(key=f"frame.{slot.part}", gap="xsmall"):
            minutes = fill(say["minutes_from"], begins=slot.begins, ends=slot.ends)
            st.header(fill(say["frame_part"], minutes=minutes, part=part.label))
            st.write(part.say)
            if slot.part is FramePart.THANKS and talk.story:
                show_text(talk.story)
            elif slot.part is FramePart.QUESTIONS:
                _show_questions(talk)
    with st.expander(say["to_copy"]):
        st.code(questions_in_short(talk) or say["none_chosen"], language=None, wrap_lines=True)


def _show_questions(talk: Talk) -> None:
    say = words("talk")
    if talk.goal:
        show_text(fill(say["goal_line"], goal=talk.goal))
    for question in talk.questions:
        show_text(question)
    if not (talk.goal or talk.questions):
        st.caption(say["none_chosen"])
