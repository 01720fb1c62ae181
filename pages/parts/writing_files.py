"""A page of private writing as a plain text file."""

import streamlit as st

from core.content.loader import writing_words
from core.exports.file_names import file_name
from core.writing import Writing
from pages.parts.days import in_words


def offer_file(writing: Writing, label: str, *, key: str) -> None:
    """Offer a page as a file, made when it is asked for."""
    st.download_button(
        label,
        lambda: as_text(writing),
        file_name=file_name("private", writing.happened_on, "txt"),
        mime="text/plain",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        disabled=not writing.text,
        key=key,
    )


def as_text(writing: Writing) -> bytes:
    """Return the day, the way and the page as UTF-8, with lines that end as on Windows."""
    head = f"{in_words(writing.happened_on)} · {writing_words().ways[writing.way].label}"
    return f"{head}\n\n{writing.text}\n".replace("\n", "\r\n").encode()
