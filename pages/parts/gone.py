"""A record that is no longer there: what was typed over it can be taken along."""

import streamlit as st

from core.content.loader import words
from core.drafts import Draft
from core.records import Record, longest
from core.workspace import Workspace
from pages.parts.edge import TYPED_FILE
from pages.parts.support import notice_thrown_away


def show_gone(workspace: Workspace, form: str, kind: type[Record]) -> None:
    """Say that a record is gone; offer the text that was typed in its form, or to let it go."""
    say = words("forms")
    st.warning(say["gone"])
    draft = workspace.drafts.find(form)
    if draft is None:
        return
    st.write(say["gone_draft"])
    texts = _texts(draft, kind)
    with st.container(horizontal=True):
        st.download_button(
            words("frame")["take_typed"],
            texts,
            file_name=TYPED_FILE,
            mime="text/plain",
            icon=":material/download:",
            on_click="ignore",
            key="gone.typed",
        )
        let_go = (workspace, form, texts)
        st.button(say["let_go"], key="gone.let_go", on_click=_let_go, args=let_go)


def _let_go(workspace: Workspace, form: str, texts: str) -> None:
    notice_thrown_away(texts)
    workspace.drafts.drop(form)


def _texts(draft: Draft, kind: type[Record]) -> str:
    own = (name for name, field in kind.model_fields.items() if longest(field))
    texts = (draft.fields.get(name) for name in own)
    return "\n\n".join(text for text in texts if isinstance(text, str) and text)
