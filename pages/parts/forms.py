"""Forms: what is being typed, kept as a draft, so that a reload or another page loses nothing."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import words
from core.errors import AjarError
from core.workspace import Workspace

TYPED = "forms.typed"


def typed_here() -> str:
    """Return the texts of the form that this window showed last, a paragraph each."""
    return "\n\n".join(filter(None, st.session_state.get(TYPED, ())))


class Form:
    """The fields of one form in this window.

    A field starts from its draft, else from `start`; every widget of the form takes its
    key from `key(field)`. The fields named in `dates` hold days; a field `rev` is the
    revision of the record that is edited: as long as something is typed over it, this window
    stays with the revision it began from, however often another window saves.
    """

    def __init__(
        self,
        workspace: Workspace,
        name: str,
        start: Mapping[str, Any],
        dates: Collection[str] = (),
    ) -> None:
        self.name = name
        self._workspace = workspace
        draft = workspace.drafts.find(name)
        self._has_draft = draft is not None
        typed = dict(draft.fields) if draft else {}
        for field in dates:
            if typed.get(field):
                typed[field] = date.fromisoformat(typed[field])
        begun = st.session_state.get(f"{name}.begun")
        if begun is None or not _is_typed_over(name, begun):
            begun = {**start, "rev": typed.get("rev", start.get("rev", 0))}
        self._start = st.session_state[f"{name}.begun"] = begun
        fields = {**begun, **typed, "rev": begun["rev"]}
        self._fields = dict.fromkeys(fields)
        self.texts: set[str] = set()
        self._form = f"{name}.{begun['rev']}"
        self._round = st.session_state.setdefault(self._form, 0)
        resumed = f"{self._form}.{self._round}.resumed"
        self.resumed: bool = st.session_state.setdefault(resumed, self._has_draft)
        for field, value in fields.items():
            self._seed(field, value)

    @property
    def kind(self) -> str:
        """What the form is about, whichever record it edits."""
        return self.name.partition(":")[0]

    @property
    def round(self) -> int:
        """How often this form was finished here; a button with it in its key saves one round."""
        return self._round

    def key(self, field: str) -> str:
        """Return the widget key of a field; a finished form starts afresh under new keys."""
        self._fields[field] = None
        return f"{self._form}.{self._round}.{field}"

    def __getitem__(self, field: str) -> Any:  # noqa: ANN401 - whatever a widget holds
        """Return what stands in a field now."""
        return st.session_state.get(self.key(field), self._start.get(field))

    def __setitem__(self, field: str, value: object) -> None:
        """Put a value into a field that no widget of this run shows yet."""
        st.session_state[self.key(field)] = value

    def fields(self) -> dict[str, Any]:
        """Return every field as it stands now, with those that only appear on the way."""
        return {field: self[field] for field in tuple(self._fields)}

    def keep(self) -> None:
        """Keep what is typed as a draft; where the disk refuses, say so and go on."""
        fields = self.fields()
        st.session_state[TYPED] = [fields[each] for each in sorted(self.texts)]
        try:
            if any(_differ(value, self._start.get(field)) for field, value in fields.items()):
                self._workspace.drafts.keep(self.name, fields)
            elif self._has_draft:
                self._workspace.drafts.drop(self.name)
        except AjarError as error:
            st.warning(f"{words('forms')['not_kept']} {error.sentence}")

    def show_resumed(self) -> None:
        """Say that this form was left half done, and offer to start it over."""
        if not self.resumed:
            return
        say = words("forms")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say["resumed"], width="content")
            st.button(
                say["start_over"], type="tertiary", key=f"{self._form}.over", on_click=self.finish
            )

    def finish(self) -> None:
        """Forget what was typed: it is saved, or the person let it go.

        A draft that the disk does not let go of is offered once more; nothing is lost by that.
        """
        for field in tuple(self._fields):
            st.session_state.pop(self.key(field), None)
        st.session_state.pop(TYPED, None)
        st.session_state[self._form] = self._round + 1
        with suppress(AjarError):
            self._workspace.drafts.drop(self.name)

    def _seed(self, field: str, value: object) -> None:
        if self.key(field) not in st.session_state:
            st.session_state[self.key(field)] = value


def _is_typed_over(name: str, begun: Mapping[str, Any]) -> bool:
    form = f"{name}.{begun['rev']}"
    stem = f"{form}.{st.session_state.get(form, 0)}"
    fields = begun.items()
    return any(_differ(st.session_state.get(f"{stem}.{each}", was), was) for each, was in fields)


def _differ(now: object, start: object) -> bool:
    empty = ("", None, [], ())
    return now != start and not (now in empty and start in empty)
