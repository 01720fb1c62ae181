"""Keeping words: where they are, everything out, everything back in, and earlier versions."""

from datetime import datetime

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.content.loader import fill, words
from core.errors import AjarError
from core.exports.backup import everything, file_name
from core.imports.backup import LARGEST, Incoming, differences, read_download, restore
from core.storage.folder import Folder
from core.versions import Version, versions
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.messages import done
from pages.parts.session import app_mode, close_own_workspace, looking_around

INCOMING = "my_words.incoming"
"""Session key of the upload that was read last, with the name Streamlit gave it."""


def kind_words(kind: str) -> str:
    """Return what one kind of record is called; a general word for one that we do not know."""
    say = words("my_words")
    return say[f"kind_{kind}"] if f"kind_{kind}" in say else say["kind_other"]


def show_where(workspace: Workspace) -> None:
    """Show the path of the file and how much is in it."""
    say = words("my_words")
    st.header(say["where"])
    if looking_around():
        st.write(say["in_memory"])
    else:
        st.code(str(workspace.path), language=None, wrap_lines=True)
        st.caption(say["where_more"])
    counted = (f"{say[f'kind_{each.name}']}: {len(each.all())}" for each in workspace.collections)
    st.write(" · ".join(counted))
    if odd := sum(each.unreadable for each in workspace.collections):
        st.caption(fill(say["unreadable"], count=odd))


def show_download(workspace: Workspace) -> None:
    """Offer everything as one file, made when it is asked for."""
    say = words("my_words")
    st.header(say["download"])
    st.caption(say["download_more"])
    st.download_button(
        say["download_button"],
        lambda: everything(workspace),
        file_name=file_name(app_mode().now()),
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
        key="my_words.download",
    )


def show_restore(workspace: Workspace) -> None:
    """Take in a downloaded file: what it would change is shown first, and written on a yes."""
    say = words("my_words")
    st.header(say["restore"])
    st.caption(say["restore_more"])
    upload = st.file_uploader(say["restore_file"], type="json", key="my_words.upload")
    if upload is None:
        return
    if upload.size > LARGEST:
        st.warning(say["too_large"])
        return
    try:
        incoming = _read_once(upload)
    except AjarError as error:
        st.warning(error.sentence)
        return
    _show_preview(workspace, incoming)
    if st.button(say["restore_yes"], type="primary", key="my_words.restore"):
        restore(workspace, incoming)
        st.session_state.pop(INCOMING, None)
        done("my_words", say["restored"])


def show_versions(folder: Folder) -> None:
    """List the safety copies and offer to go back to one."""
    say = words("my_words")
    st.header(say["copies"])
    st.caption(say["copies_more"])
    chosen = ask_version(folder, "my_words")
    if chosen and st.button(say["copy_restore"], key="my_words.copy_restore"):
        close_own_workspace()
        folder.restore(chosen.backup)
        done("my_words", say["copy_restored"])


def ask_version(folder: Folder, screen: str) -> Version | None:
    """Ask for one of the kept versions, told by when and how much; None while none is chosen."""
    say = words(screen)
    kept = versions(folder)
    if not kept:
        st.caption(say["no_copies"])
        return None
    chosen = st.selectbox(
        say["copy_choose"],
        range(len(kept)),
        index=None,
        format_func=lambda number: _in_words(kept[number], screen),
        key=f"{screen}.copy",
    )
    version = None if chosen is None else kept[chosen]
    return version if version and version.records is not None else None


def _in_words(version: Version, screen: str) -> str:
    say = words(screen)
    when = _local(version.backup.taken_at)
    if version.records is None:
        return fill(say["copy_broken"], when=when)
    return fill(say["copy_line"], when=when, counts=version.records)


def _local(moment: datetime) -> str:
    here = moment.astimezone(app_mode().now().tzinfo)
    return f"{in_words(here.date())}, {here:%H:%M}"


def _read_once(upload: UploadedFile) -> Incoming:
    """Return what an upload holds: a large one takes a second to check, and is checked once."""
    kept = st.session_state.get(INCOMING)
    if kept is None or kept[0] != upload.file_id:
        kept = (upload.file_id, read_download(upload.getvalue(), app_mode().now))
        st.session_state[INCOMING] = kept
    incoming: Incoming = kept[1]
    return incoming


def _show_preview(workspace: Workspace, incoming: Incoming) -> None:
    say = words("my_words")
    st.write(say["preview"])
    changes = differences(workspace, incoming)
    st.table(
        {
            say["column_kind"]: [kind_words(each.kind) for each in changes],
            say["column_now"]: [each.now for each in changes],
            say["column_then"]: [each.then for each in changes],
            say["column_gone"]: [each.gone for each in changes],
        }
    )
    if incoming.unreadable:
        st.caption(fill(say["odd_records"], count=incoming.unreadable))
    if odd := sum(each.unreadable for each in workspace.collections):
        st.caption(fill(say["odd_here"], count=odd))
    st.caption(say["restore_kept"])
