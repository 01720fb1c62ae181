"""Forms: what is being typed, kept as a draft, so that a reload or another page loses nothing."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import words
from core.drafts import BASE, BEGAN
from core.errors import AjarError
from core.workspace import Workspace
from pages.parts.support import notice_thrown_away

TYPED = "forms.typed"


def typed_here() -> str:
    """Return the texts of the form that this window showed last, a paragraph each."""
    return "\n\n".join(st.session_state.get(TYPED, ()))


@dataclass
class _Begun:
    """How a form began in this window: from what, in which round, and from a draft or not."""

    given: Mapping[str, Any]
    start: Mapping[str, Any]
    round: int = 0
    resumed: bool = False
    over: bool = False
    known: set[str] = field(default_factory=set)
    """Every field that this round has shown so far."""
    kept: Mapping[str, Any] = field(default_factory=dict)
    """What this window kept as a draft last, as it is stored."""


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
        self.texts: set[str] = set()
        self._workspace = workspace
        typed = self._drafted(dates)
        self._begun = self._begin(start, typed)
        fields = {**self._begun.start, **typed, "rev": self._begun.start.get("rev")}
        for place, value in fields.items():
            if self.key(place) not in st.session_state:
                self[place] = value

    @property
    def kind(self) -> str:
        """What the form is about, whichever record it edits."""
        return self.name.partition(":")[0]

    @property
    def round(self) -> int:
        """How often this form began anew here; a button with it in its key saves one round."""
        return self._begun.round

    @property
    def resumed(self) -> bool:
        """Whether it was left half done before this window opened it."""
        return self._begun.resumed

    def key(self, field: str) -> str:
        """Return the widget key of a field; a form that begins anew does so under new keys."""
        self._begun.known.add(field)
        return f"{self.name}.{self.round}.{field}"

    def act(self, name: str) -> str:
        """Return the key of what acts in this round of the form and holds nothing to keep."""
        return f"{self.name}.{self.round}.{name}"

    def __getitem__(self, field: str) -> Any:  # noqa: ANN401 - whatever a widget holds
        """Return what stands in a field now."""
        return st.session_state.get(self.key(field), self._begun.start.get(field))

    def __setitem__(self, field: str, value: object) -> None:
        """Put a value into a field that no widget of this run shows yet."""
        st.session_state[self.key(field)] = value

    def fields(self) -> dict[str, Any]:
        """Return every field as it stands now, with those that only appear on the way."""
        return {field: self[field] for field in sorted(self._begun.known)}

    def written(self) -> list[str]:
        """Return every free text of the form as it stands now."""
        return [str(self[field]) for field in sorted(self.texts) if self[field]]

    def started_with(self, field: str) -> Any:  # noqa: ANN401 - whatever a widget holds
        """Return what a field held when the form began."""
        return self._begun.start.get(field)

    def changed(self) -> dict[str, Any]:
        """Return what was typed over what the form began from."""
        fields, start = self.fields(), self._begun.start
        typed = {each: value for each, value in fields.items() if each not in BEGAN}
        return {each: value for each, value in typed.items() if _differ(value, start.get(each))}

    def type_again(self, typed: Mapping[str, Any]) -> None:
        """Put into a form that begins anew what was typed before and is not saved."""
        for place, value in typed.items():
            self[place] = value
        self.keep()

    def keep(self) -> None:
        """Keep what is typed as a draft; where the disk refuses, say so and go on.

        A draft is dropped only by a window that had a part in it.
        """
        begun, typed = self._begun, self._typed()
        st.session_state[TYPED] = self.written()
        try:
            if typed:
                begun.kept = self._workspace.drafts.keep(self.name, typed, begun.kept)
            elif begun.kept:
                self._workspace.drafts.take_back(self.name, begun.kept)
                begun.kept = {}
        except AjarError as error:
            st.warning(f"{words('forms')['not_kept']} {error.sentence}")

    def _typed(self) -> dict[str, Any]:
        """Return what is to be kept: what was changed, and what the form began from.

        A form without a `base` may begin otherwise in another window, so all of it is kept.
        """
        fields, start = self.fields(), self._begun.start
        changed = {each for each, value in fields.items() if _differ(value, start.get(each))}
        if not changed - BEGAN:
            return {}
        whole = BASE not in start
        return {each: value for each, value in fields.items() if whole or each in changed | BEGAN}

    def show_resumed(self) -> None:
        """Say that this form was left half done, and offer to start it over."""
        if not self.resumed:
            return
        say = words("forms")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say["resumed"], width="content")
            st.button(
                say["start_over"],
                type="tertiary",
                key=f"{self.name}.over",
                on_click=self.start_over,
            )

    def finish(self) -> None:
        """Forget what was typed: it is saved, or the person let it go.

        A draft that the disk does not let go of is offered once more; nothing is lost by that.
        """
        self._begun.over = True
        for place in tuple(self._begun.known):
            st.session_state.pop(self.key(place), None)
        st.session_state.pop(TYPED, None)
        with suppress(AjarError):
            self._workspace.drafts.take_back(self.name, self._begun.kept)

    def start_over(self) -> None:
        """Let go of what was typed, and begin again from what is saved."""
        notice_thrown_away(*self.written())
        self.finish()

    def _drafted(self, dates: Collection[str]) -> dict[str, Any]:
        draft = self._workspace.drafts.find(self.name)
        typed = dict(draft.fields) if draft else {}
        days = {field: typed[field] for field in dates if typed.get(field)}
        return typed | {field: date.fromisoformat(day) for field, day in days.items()}

    def _begin(self, given: Mapping[str, Any], typed: Mapping[str, Any]) -> _Begun:
        before: _Begun | None = st.session_state.get(f"{self.name}.begun")
        if before and not before.over and (before.given == given or self._is_typed_over(before)):
            return before
        start = {**given, "rev": typed.get("rev", given.get("rev", 0))}
        begun = _Begun(given, start, before.round + 1 if before else 0, resumed=bool(typed))
        begun.kept = draft.fields if (draft := self._workspace.drafts.find(self.name)) else {}
        st.session_state[f"{self.name}.begun"] = begun
        return begun

    def _is_typed_over(self, begun: _Begun) -> bool:
        """Return whether this window holds something that its draft does not begin with."""
        if begun.kept:
            return True
        stem = f"{self.name}.{begun.round}"
        now = {place: st.session_state.get(f"{stem}.{place}") for place in begun.known}
        typed = {place: value for place, value in now.items() if value is not None}
        return any(_differ(value, begun.start.get(place)) for place, value in typed.items())


def _differ(now: object, start: object) -> bool:
    empty = ("", None, [], ())
    now = now.strip() if isinstance(now, str) else now
    return now != start and not (now in empty and start in empty)
