"""Ways back when the file cannot be opened: an earlier version, or what can still be read."""

import streamlit as st

from core.content.loader import fill, words
from core.storage.errors import StorageError
from core.storage.folder import Folder
from pages.parts.keeping import ask_version


def show_way_back(folder: Folder) -> None:
    """Offer the earlier versions; the file as it is now is set aside and kept."""
    say = words("recovery")
    st.header(say["copies"])
    st.caption(say["copies_more"])
    chosen = ask_version(folder, "recovery")
    if chosen and st.button(say["restore"], key="recovery.restore"):
        folder.restore(chosen.backup)
        st.rerun()


def show_download(folder: Folder, label: str) -> bool:
    """Offer the file as it is; False where there is none that can be read."""
    try:
        raw = folder.content()
    except StorageError:
        return False
    st.header(words("recovery")["damaged"])
    st.download_button(
        label,
        raw,
        file_name=folder.path.name,
        mime="application/octet-stream",
        on_click="ignore",
        key="recovery.download",
    )
    return True


def show_damaged(folder: Folder) -> None:
    """Offer the damaged file as it is, and what can still be read of it."""
    say = words("recovery")
    if not show_download(folder, say["download_damaged"]) or not st.checkbox(
        say["salvage"], key="recovery.salvage"
    ):
        return
    salvaged = folder.salvage()
    count = sum(salvaged.counts.values())
    st.write(fill(say["salvaged"], count=count) if count else say["salvaged_none"])
    if count and st.button(say["accept"], key="recovery.accept"):
        folder.accept(salvaged)
        st.rerun()


def show_strangers(folder: Folder) -> None:
    """Name other files in the folder that may hold words."""
    if strangers := [*folder.damaged(), *folder.strangers()]:
        st.caption(words("recovery")["strangers"])
        st.code("\n".join(each.name for each in strangers), language=None)
