"""Find my words again: where the file cannot be opened, with nothing lost and nothing begun."""

import streamlit as st

from core.content.loader import words
from core.storage.errors import NewerFileError, StorageError
from pages.parts.recovering import show_damaged, show_download, show_strangers, show_way_back
from pages.parts.session import current_workspace, own_folder

say = words("recovery")
folder = own_folder()
newer = False

st.title(say["title"])
st.write(say["lead"])
try:
    current_workspace().revision  # noqa: B018 - the file may be damaged since it was opened
except StorageError as error:
    newer = isinstance(error, NewerFileError)
    st.warning(error.sentence)
st.header(say["where"])
st.code(str(folder.path), language=None, wrap_lines=True)
st.button(say["again"], type="primary", key="recovery.again")
if newer:
    show_download(folder, say["download_newer"])
else:
    show_way_back(folder)
    show_damaged(folder)
    show_strangers(folder)
