"""Having words gone: one record from every copy, or everything."""

from pathlib import Path

import streamlit as st

from core.content.loader import fill, words
from core.storage.folder import Folder
from core.storage.forgetting import erase, forget
from core.versions import AT_ONCE, Named, deleted_earlier, here, matching, named_with
from core.workspace import Workspace
from pages.parts.keeping import kind_words
from pages.parts.messages import done
from pages.parts.session import clear_window, close_own_workspace

FORGOTTEN = "my_words.forgotten"
ERASED = "my_words.erased"


def show_forget(workspace: Workspace, folder: Folder) -> None:
    """Offer to delete one record now, from the file and from every copy of it."""
    say = words("my_words")
    st.header(say["forget"])
    st.caption(say["forget_more"])
    if done := st.session_state.pop(FORGOTTEN, None):
        st.success(fill(say["forgotten"], versions=done.versions))
        if done.left:
            _name_left(say["forgotten_left"], done.left)
    known = workspace.view(here)
    if st.checkbox(say["forget_look"], key="my_words.forget_look"):
        known += deleted_earlier(workspace, folder)
    word = st.text_input(say["forget_search"], key="my_words.forget_search")
    named = {each.id: each for each in matching(known, word)}
    if len(named) == AT_ONCE:
        st.caption(fill(say["forget_first"], count=AT_ONCE))
    chosen = st.selectbox(
        say["forget_choose"],
        list(named),
        index=None,
        format_func=lambda each: _line(named[each]),
        key=f"my_words.forget_choose.{workspace.revision}",
    )
    sure = st.checkbox(
        say["forget_sure"],
        key=f"my_words.forget_sure.{workspace.revision}",
        disabled=chosen is None,
    )
    if st.button(say["forget_button"], key="my_words.forget", disabled=not (chosen and sure)):
        ids = named_with(workspace, folder, chosen)
        close_own_workspace()
        _begin_afresh()
        st.session_state[FORGOTTEN] = forget(folder, ids)
        st.rerun()


def show_erase(folder: Folder) -> None:
    """Offer to erase everything that Ajar keeps on this computer."""
    say = words("my_words")
    st.header(say["erase"])
    st.caption(say["erase_more"])
    if left := st.session_state.pop(ERASED, ()):
        _name_left(say["erased_left"], left)
    sure = st.checkbox(say["erase_sure"], key="my_words.erase_sure")
    if st.button(say["erase_button"], key="my_words.erase", disabled=not sure):
        close_own_workspace()
        left = erase(folder)
        _begin_afresh()
        st.session_state[ERASED] = left
        done("my_words", say["erased_own"] if left else say["erased"])


def _name_left(sentence: str, left: tuple[Path, ...]) -> None:
    st.caption(sentence)
    st.code("\n".join(str(each) for each in left), language=None, wrap_lines=True)


def _begin_afresh() -> None:
    """Forget all that this window held, but stay in the part of the page that it shows."""
    clear_window()
    st.session_state["my_words.section"] = "gone"


def _line(named: Named) -> str:
    say = words("my_words")
    line = say["forget_deleted"] if named.deleted else say["forget_line"]
    return fill(line, kind=kind_words(named.kind), name=named.name)
