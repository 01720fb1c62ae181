"""Preparing a talk: one thing to find out, a few questions chosen by tapping, how to tell it."""

from collections.abc import Sequence

import streamlit as st

from core.content.loader import fill, talk_words, words
from core.listed import digest_of
from core.network.talk_kit import MOST_QUESTIONS, Question, moved_up
from core.network.talks import Talk
from core.people import Person
from core.stories import Story, story_for
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import show_text
from pages.parts.questions import KEPT, ask_line, ask_long, legible
from pages.parts.saving import ask_to_save
from pages.parts.steady_story import WORKSHEET
from pages.parts.support import notice
from pages.parts.talk_form import keep
from pages.parts.worksheet_list import link_to_worksheet

PLACE = "talk.prepare"
QUESTIONS = "talk.questions"
PRESSED = f"{STAYS}talk.pressed"
TAKEN = f"{STAYS}talk.taken"
ADD, UP, OFF = "add", "up", "off"


def show_preparing(workspace: Workspace, talk: Talk, person: Person | None, form: Form) -> None:
    """Ask for one thing to find out, for questions, and for how to say what brings them."""
    say = words("talk")
    _settle(workspace, talk)
    st.header(say["goal"])
    ask_line(form, "goal", say["goal_ask"], help_text=say["goal_help"])
    with st.expander(say["story"], expanded=bool(form["story"])):
        _show_story(workspace, talk, told=bool(form["story"]))
        ask_long(form, "story", say["story_own"], say["story_help"])
    form.keep()
    if ask_to_save(workspace, form, say["save_goal"]):
        keep(workspace, form, talk, person)
        done(PLACE, say["goal_saved"])
    show_done(PLACE)
    st.header(say["questions"])
    _show_chosen(workspace, talk)
    if len(talk.questions) < MOST_QUESTIONS:
        _offer_questions(workspace, talk, person)
        _ask_own(workspace, talk)
    else:
        st.caption(say["questions_full"])


def _show_story(workspace: Workspace, talk: Talk, *, told: bool) -> None:
    """Show the short version of the story from the steady kit, or the way to find one."""
    say = words("talk")
    story = workspace.view(_story_for, talk.case_id)
    if story is None and told:
        return
    if story is None:
        st.caption(say["no_story"])
        link_to_worksheet(WORKSHEET, say["to_story"], talk.case_id)
        return
    st.caption(say["story_lead"])
    st.code(next(iter(story.versions.values())), language=None, wrap_lines=True)


def _show_chosen(workspace: Workspace, talk: Talk) -> None:
    """Show the chosen questions in their order, each to be moved up or taken off."""
    say = words("talk")
    show_done(QUESTIONS)
    st.caption(say["questions_lead" if talk.questions else "no_questions"])
    for place, question in enumerate(dict.fromkeys(talk.questions)):
        key = f"{talk.id}.{digest_of(question)}"
        with st.container(key=f"question.{key}", gap="xsmall"):
            show_text(f"{place + 1}. {question}")
            with st.container(horizontal=True):
                if place:
                    _offer(workspace, UP, question, say["up"], f"up.{key}")
                _offer(workspace, OFF, question, say["take_off"], f"off.{key}")
    taken = st.session_state.get(f"{TAKEN}.{talk.id}")
    if taken and taken not in talk.questions:
        _offer(workspace, ADD, taken, say["put_back"], f"put_back.{talk.id}")


def _offer(workspace: Workspace, act: str, question: str, label: str, key: str) -> None:
    st.button(
        label,
        icon=_ICONS[act],
        type="tertiary",
        key=f"talk.{key}",
        disabled=workspace.read_only,
        on_click=_press,
        args=(act, question),
    )


def _offer_questions(workspace: Workspace, talk: Talk, person: Person | None) -> None:
    """Offer the questions of one group at a time, each chosen with one tap."""
    say, groups = words("talk"), talk_words().questions
    begin = Question.MADE_MOVE if person and person.made_shift else Question.WORK
    key = f"talk.group.{talk.id}"
    st.session_state.setdefault(key, begin)
    chosen = st.pills(
        say["ideas"],
        list(groups),
        format_func=lambda each: legible(groups[each].label),
        key=key,
        required=True,
        persist_state=KEPT,
        wrap=True,
    )
    for question in _left(groups[chosen or begin].questions, talk):
        _offer(workspace, ADD, question, question, f"add.{talk.id}.{digest_of(question)}")


def _left(ideas: Sequence[str], talk: Talk) -> list[str]:
    return [each for each in ideas if each not in talk.questions]


def _ask_own(workspace: Workspace, talk: Talk) -> None:
    say = words("talk")
    form = Form(workspace, f"talk_question:{talk.id}", {"own": ""})
    own = ask_line(form, "own", say["own_question"]).strip()
    form.keep()
    if st.button(say["add_question"], key=form.act("add"), disabled=workspace.read_only):
        notice(*form.written())
        if not own:
            st.warning(say["question_first"])
            return
        _put(workspace, talk, tuple(dict.fromkeys((*talk.questions, own))))
        form.finish()
        done(QUESTIONS, say["question_added"])


def _settle(workspace: Workspace, talk: Talk) -> None:
    """Do what was just pressed on the questions as they are stored now."""
    pressed: tuple[str, str] | None = st.session_state.pop(PRESSED, None)
    if pressed is None:
        return
    act, question = pressed
    if act == ADD:
        st.session_state.pop(f"{TAKEN}.{talk.id}", None)
        _put(workspace, talk, tuple(dict.fromkeys((*talk.questions, question)))[:MOST_QUESTIONS])
    elif act == UP:
        _put(workspace, talk, moved_up(talk.questions, question))
    else:
        st.session_state[f"{TAKEN}.{talk.id}"] = question
        _put(workspace, talk, tuple(each for each in talk.questions if each != question))
    st.rerun()


def _put(workspace: Workspace, talk: Talk, questions: tuple[str, ...]) -> None:
    workspace.talks.replace(talk.model_copy(update={"questions": questions}))


def _press(act: str, question: str) -> None:
    st.session_state[PRESSED] = (act, question)


def _story_for(workspace: Workspace, case_id: str) -> Story | None:
    return story_for(workspace.stories.all(), case_id)


_ICONS = {ADD: ":material/add:", UP: ":material/arrow_upward:", OFF: ":material/delete:"}


def questions_in_short(talk: Talk) -> str:
    """Return what to find out and the questions of a talk, a line each, to take along."""
    say = words("talk")
    goal = [fill(say["goal_line"], goal=talk.goal)] if talk.goal else []
    return "\n".join([*goal, *(f"{at}. {each}" for at, each in enumerate(talk.questions, 1))])
