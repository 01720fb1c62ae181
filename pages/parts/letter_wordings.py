"""Other words for a letter: one sentence at a time, or all of it anew; what is written stays."""

import streamlit as st

from core.content.loader import fill, words
from core.letters.compose import Composed
from core.letters.drafting import as_fields
from core.letters.letter import Letter
from core.letters.weave import insist
from pages.parts.editor import newest_text
from pages.parts.forms import Form
from pages.parts.letter_form import MINE, move_label
from pages.parts.messages import STAYS


def offer_wordings(form: Form, letter: Letter, composed: Composed) -> None:
    """Offer another wording for each sentence, and the whole letter anew."""
    say = words("letter")
    _show_by_hand(form, letter, composed)
    with st.popover(say["another"], icon=":material/sync:"):
        st.caption(say["another_more"])
        with st.container(horizontal=True):
            for piece in composed.pieces:
                st.button(
                    move_label(letter, piece.move),
                    key=form.act(f"turn.{piece.move}"),
                    on_click=_turn,
                    args=(form, piece.move),
                )
        _offer_anew(form, composed)


def _show_by_hand(form: Form, letter: Letter, composed: Composed) -> None:
    """Where a new sentence was held back because the person wrote there, let them choose."""
    say = words("letter")
    key = f"{MINE}.{form.name}"
    known = {piece.move for piece in composed.pieces}
    for move in [each for each in st.session_state.get(key, ()) if each in known]:
        with st.container(border=True):
            st.write(fill(say["by_hand"], move=move_label(letter, move).lower()))
            with st.container(horizontal=True):
                taken = {"key": form.act(f"new.{move}"), "on_click": _insist}
                st.button(say["take_new"], **taken, args=(form, composed, move))
                kept = {"key": form.act(f"mine.{move}"), "on_click": _settle}
                st.button(say["keep_mine"], type="primary", **kept, args=(form, move))


def _offer_anew(form: Form, composed: Composed) -> None:
    say = words("letter")
    asked = f"{STAYS}anew.{form.name}"
    if not st.session_state.get(asked):
        st.button(
            say["anew"], type="tertiary", key=form.act("anew"), on_click=_ask_anew, args=(asked,)
        )
        return
    st.write(say["anew_sure"])
    with st.container(horizontal=True):
        st.button(
            say["anew_yes"], key=form.act("anew_yes"), on_click=_anew, args=(form, composed, asked)
        )
        st.button(
            say["anew_no"],
            type="primary",
            key=form.act("anew_no"),
            on_click=st.session_state.pop,
            args=(asked, None),
        )


def _turn(form: Form, move: str) -> None:
    turns = dict(form["turns"] or {})
    form["turns"] = {**turns, move: turns.get(move, 0) + 1}


def _insist(form: Form, composed: Composed, move: str) -> None:
    text = _set_aside(form)
    form["body"] = insist(text, composed.pieces, move)
    _settle(form, move)


def _set_aside(form: Form) -> str:
    """Keep the text as it stands, to be a version of the letter when it is saved; return it."""
    body: str = newest_text(form.key("body")) or form["body"] or ""
    form["set_aside"] = [*(form["set_aside"] or ()), [form["subject"], body]]
    return body


def _settle(form: Form, move: str) -> None:
    key = f"{MINE}.{form.name}"
    left = [each for each in st.session_state.get(key, ()) if each != move]
    st.session_state[key] = left


def _ask_anew(key: str) -> None:
    st.session_state[key] = True


def _anew(form: Form, composed: Composed, asked: str) -> None:
    _set_aside(form)
    form["body"] = composed.body
    form["pieces"] = as_fields(composed.pieces)
    st.session_state.pop(f"{MINE}.{form.name}", None)
    st.session_state.pop(asked, None)
