"""One record edited in two windows: both versions side by side, and the person chooses."""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeVar

import streamlit as st

from core.collection import Collection
from core.conflicts import both, differences, rebased
from core.content.loader import words
from core.drafts import BASE
from core.errors import EditedElsewhereError
from core.listed import digest_of
from core.network.talks import Watch
from core.network.touchpoints import Give
from core.records import Record
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import done
from pages.parts.plain_text import show_text
from pages.parts.told import told

CONFLICT = "conflict"
CALLED = {
    ("letter", "body"): "letter_body",
    ("application", "source"): "application_source",
    ("trend", "source"): "trend_source",
    ("path", "source"): "trend_source",
    ("path", "pull"): "path_pull",
    ("person", "link"): "person_link",
    ("contact", "asked"): "touch_asked",
    (Give.called, "what"): "given",
    ("talk", "goal"): "talk_goal",
    ("talk", "skills"): "talk_skills",
    ("talk", "story"): "talk_story",
    ("event", "heard"): "event_heard",
    ("event", "link"): "person_link",
    (Watch.called, "link"): "watch_link",
}
"""Fields of one name that mean another thing in another kind of record."""

R = TypeVar("R", bound=Record)


def raise_conflict(form: Form, error: EditedElsewhereError) -> NoReturn:
    """Remember my version of the record, and show both in the next run."""
    st.session_state[CONFLICT] = (form.name, error)
    st.rerun()


def keep_record(home: Collection[R], form: Form, record: R) -> R:
    """Save a record, new or changed, and close its form.

    Where another window changed it since this one began, both versions are shown next.
    """
    try:
        kept = home.replace(record) if record.id else home.add(record, form=form.kind)
    except EditedElsewhereError as error:
        raise_conflict(form, error)
    form.finish()
    return kept


def from_record(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the form of a record starts from: its fields, and what tells of their change."""
    told = {name: value for name, value in fields.items() if name != "rev"}
    return {**fields, BASE: digest_of(told)}


def rev_over(form: Form, stored: Mapping[str, Any]) -> int:
    """Return the revision to save over, where the form started `from_record` as `stored` is now.

    What is stored may be another revision and say the same in these fields: something else of
    the record was ticked meanwhile, which is no other version of what stands in the form.
    """
    return int(stored["rev"] if form[BASE] == stored[BASE] else form["rev"] or 0)


def conflict_of(form: Form) -> EditedElsewhereError | None:
    """Return the open question which version to keep, if there is one for this form."""
    name, error = st.session_state.get(CONFLICT, ("", None))
    return error if name == form.name else None


def settle_conflict(
    workspace: Workspace,
    collection: Collection[R],
    form: Form,
    save: Callable[[R], object] | None = None,
) -> None:
    """Show both versions and save the one that the person chooses; neither is lost before that.

    `save` is how such a record is saved where more goes with it, such as an entry in the log.
    """
    error = conflict_of(form)
    if error is None:
        return
    say = words("conflict")
    mine, theirs = error.mine, collection.get(error.mine.id)
    st.warning(error.sentence)
    for name in differences(mine, theirs):
        if name in mine.inner:
            continue
        called = CALLED.get((mine.called, name), name)
        st.header(say[f"field_{called}"])
        with st.container(horizontal=True):
            _show_version(say["mine"], told(workspace, called, getattr(mine, name)))
            _show_version(say["theirs"], told(workspace, called, getattr(theirs, name)))
    chosen = {
        "mine": rebased(mine, theirs),
        "theirs": theirs,
        "both": both(mine, theirs),
    }
    with st.container(horizontal=True):
        for way, record in chosen.items():
            if st.button(say[f"keep_{way}"], key=f"conflict.{way}.{theirs.rev}"):
                (save or collection.replace)(record)
                form.finish()
                del st.session_state[CONFLICT]
                done(form.kind, say["kept"])


def _show_version(label: str, value: str) -> None:
    with st.container(border=True, width=300):
        st.caption(label)
        show_text(value or words("conflict")["empty"])
