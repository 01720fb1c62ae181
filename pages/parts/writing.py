"""Private writing on screen: before, the page itself, and what becomes of it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words, writing_words
from core.errors import AjarError
from core.records import TEXT_LENGTH
from core.views import living
from core.workspace import Workspace
from core.writing import Gate, Way, Writing, gate, minutes_between, past_soft_end, weighs
from pages.parts.case_choice import ask_case
from pages.parts.editor import ask_long_text
from pages.parts.forms import Form
from pages.parts.messages import STAYS
from pages.parts.plain_text import inert
from pages.parts.questions import ask_one, ask_score
from pages.parts.support import SUPPORT, notice
from pages.parts.timer import put_timer_away, show_timer
from pages.parts.writing_files import offer_file

FORM = "writing"
BEGUN = f"{STAYS}writing.begun"
BEGAN = f"{STAYS}writing.began"
AT = f"{STAYS}writing.at"
SEEN = f"{STAYS}writing.seen"
SETTLED = f"{STAYS}writing.settled"
"""Session key of the case that the session just ended was about, and whether it was kept."""

STEADY = "feel/steady.py"
MINUTES = (5, 10, 15, 20)
PARTS = 3
VALUES = 3
PAGE_HEIGHT = 260
"""Pixels of an empty page; it grows with what is written."""


def open_form(workspace: Workspace, case_id: str) -> Form:
    """Open the one page that can be written at a time; where it was left half done, that one."""
    start = {"case_id": case_id, "way": Way.DEEPEST.value, "text": ""}
    form = Form(workspace, FORM, start | dict.fromkeys(("mood_before", "mood_after")))
    form.texts.add("text")
    return form


def is_writing() -> bool:
    """Return whether the person began to write since this screen was opened."""
    return bool(st.session_state.get(BEGUN))


def has_begun(form: Form) -> bool:
    """Return whether the person chose to write, or left a page half done earlier."""
    return bool(is_writing() or form["text"])


def show_opening(workspace: Workspace, form: Form, now: datetime) -> None:
    """Say honestly what this is, and offer to begin or to write a plain diary page."""
    say = words("writing")
    held = workspace.view(_gate, "", now.date()) is Gate.TODAY
    for line in [say["held_today"]] if held else say["honest"]:
        st.write(line)
    heavy = show_weight(workspace, now.date())
    with st.container(horizontal=True):
        if not held:
            _offer_begin(form, Way.DEEPEST, say["begin"], first=not heavy)
        _offer_begin(form, Way.DIARY, say["begin_diary"])


def show_weight(workspace: Workspace, today: date) -> bool:
    """Say kindly that this may not be the right exercise now, once the mood sank twice.

    Return whether that was said.
    """
    if not workspace.view(_weighs, today):
        return False
    say = words("writing")
    with st.container(border=True, key="writing.weighs"):
        st.write(say["weighs"])
        with st.container(horizontal=True):
            st.page_link(STEADY, label=say["to_steady"], icon=":material/self_improvement:")
            st.page_link(SUPPORT, label=say["to_support"], icon=":material/support:")
    return True


def ask_writing(workspace: Workspace, form: Form, now: datetime) -> None:
    """Ask one part of the session, with the ways back and on."""
    st.session_state[BEGUN] = True
    at = st.session_state.setdefault(AT, 1 if form["text"] else 0)
    st.caption(fill(words("writing")["place"], place=at + 1, places=PARTS))
    _PARTS[at](workspace, form, now)


def _offer_begin(form: Form, way: Way, label: str, *, first: bool = False) -> None:
    kind = "primary" if first else "secondary"
    key = f"writing.begin.{way.value}"
    st.button(label, type=kind, key=key, on_click=_begin, args=(form, way))


def _ask_before(workspace: Workspace, form: Form, now: datetime) -> None:
    say = words("writing")
    st.header(say["part_before"])
    if workspace.view(living):
        ask_case(workspace, form, say["case"], say["no_case"])
    if not _show_held(workspace, form, now):
        ways = {way.value: each.label for way, each in writing_words().ways.items()}
        ask_one(form, "way", say["way"], ways)
    ask_score(form, "mood_before", say["mood_before"], (say["very_low"], say["very_good"]))
    form.keep()
    st.button(say["next"], type="primary", key="writing.next", on_click=_walk, args=(1,))


def _ask_page(workspace: Workspace, form: Form, now: datetime) -> None:
    say = words("writing")
    began = st.session_state.setdefault(BEGAN, now)
    way = _way_of(workspace, form, now)
    said = writing_words().ways[way]
    name = inert(workspace.me.name)
    st.header(said.label)
    _show_held(workspace, form, now)
    st.write(fill(said.named, name=name) if said.named and name else said.about)
    if way is Way.VALUES and (own := workspace.view(_values)):
        st.write(fill(say["own_values"], values=", ".join(map(inert, own))))
    with st.container(gap="xsmall"):
        for prompt in said.prompts:
            st.caption(prompt)
    form.show_resumed()
    show_timer(FORM, MINUTES)
    ask_long_text(
        say["text"],
        key=form.key("text"),
        max_chars=TEXT_LENGTH,
        help_text=say["text_help"],
        height=PAGE_HEIGHT,
    )
    form.keep()
    if past_soft_end(began, now):
        st.write(say["long_enough"])
    with st.container(horizontal=True):
        enough = st.button(say["enough"], type="primary", key=form.act("enough"))
        _offer_back(0)
    if enough:
        _notice_once(form)
        _walk(2)
        st.rerun()


def _ask_after(workspace: Workspace, form: Form, now: datetime) -> None:
    say = words("writing")
    st.header(say["part_after"])
    ask_score(form, "mood_after", say["mood_after"], (say["very_low"], say["very_good"]))
    _show_held(workspace, form, now)
    form.keep()
    writing = _writing_of(workspace, form, now)
    st.header(say["choose"])
    with st.container(gap="xsmall"):
        st.caption(say["choose_keep"])
        st.caption(say["choose_take"])
        st.caption(say["choose_let_go" if writing.is_session else "choose_let_go_diary"])
    with st.container(horizontal=True):
        closed = workspace.read_only
        keep = st.button(say["keep"], type="primary", key=form.act("keep"), disabled=closed)
        offer_file(writing, say["take"], key=form.act("take"))
        let_go = st.button(say["let_go"], key=form.act("let_go"))
        _offer_back(1)
    if keep and not writing.text:
        st.warning(say["nothing_yet"])
    elif keep or let_go:
        _notice_once(form)
        _end(workspace, form, writing, kept=keep)


_PARTS: tuple[Callable[[Workspace, Form, datetime], None], ...] = (
    _ask_before,
    _ask_page,
    _ask_after,
)


def _end(workspace: Workspace, form: Form, writing: Writing, *, kept: bool) -> None:
    """Keep the page, or let every word of it go; a page that is let go goes in any case."""
    if kept:
        workspace.writings.add(writing.model_copy(update={"kept": True}), form=FORM)
    elif writing.is_session and writing.text:
        with suppress(AjarError):
            workspace.writings.add(writing.without_text(), form=FORM)
    form.finish()
    put_timer_away(FORM)
    start_again()
    st.session_state[SETTLED] = (writing.case_id, kept)
    st.rerun()


def start_again() -> None:
    """Forget where the person was on this screen."""
    for key in (BEGUN, BEGAN, AT, SEEN, SETTLED):
        st.session_state.pop(key, None)


def _writing_of(workspace: Workspace, form: Form, now: datetime) -> Writing:
    return Writing(
        happened_on=now.date(),
        way=_way_of(workspace, form, now),
        text=form["text"] or "",
        minutes=minutes_between(st.session_state.get(BEGAN, now), now),
        mood_before=form["mood_before"],
        mood_after=form["mood_after"],
        case_id=form["case_id"] or "",
    )


def _way_of(workspace: Workspace, form: Form, now: datetime) -> Way:
    """Return the way that was chosen; a page of plain diary while no session may begin."""
    if _held(workspace, form, now) is not Gate.OPEN:
        return Way.DIARY
    return Way(form["way"] or Way.DEEPEST)


def _show_held(workspace: Workspace, form: Form, now: datetime) -> bool:
    """Say why only the plain diary is open, where that is so and the person wants more."""
    held = _held(workspace, form, now)
    if held is Gate.OPEN:
        return False
    if form["way"] != Way.DIARY:
        say = words("writing")
        st.write(say["held_all" if held is Gate.ALL else "held_today"])
        if form["text"]:
            st.caption(say["held_typed"])
    return True


def _held(workspace: Workspace, form: Form, now: datetime) -> Gate:
    return workspace.view(_gate, form["case_id"] or "", now.date())


def _notice_once(form: Form) -> None:
    """Look at the page when it is done; a card that was closed comes back only for other words."""
    if st.session_state.get(SEEN) != form.written():
        st.session_state[SEEN] = form.written()
        notice(*form.written())


def _offer_back(part: int) -> None:
    say = words("writing")
    key = f"writing.back.{part}"
    st.button(say["back"], type="tertiary", key=key, on_click=_walk, args=(part,))


def _begin(form: Form, way: Way) -> None:
    form["way"] = way.value
    st.session_state[BEGUN] = True


def _walk(part: int) -> None:
    st.session_state[AT] = part


def _gate(workspace: Workspace, case_id: str, today: date) -> Gate:
    return gate(workspace.writings.all(), case_id, today)


def _weighs(workspace: Workspace, today: date) -> bool:
    return weighs(workspace.writings.all(), today)


def _values(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of the values that the person put first."""
    ranked = [each for each in workspace.values.all() if each.rank]
    return tuple(each.name for each in sorted(ranked, key=lambda each: each.rank or 0)[:VALUES])
