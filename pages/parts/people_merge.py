"""Two cards that may be one person's: side by side, made one in one step, or kept as two."""

from collections.abc import Mapping, Sequence

import streamlit as st

from core.content.loader import fill, words
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.doubles import Double, doubles_in
from core.network.log import FORM as TOUCH
from core.network.merge import differing, keep_apart, merge, proposed
from core.network.turned import Turned
from core.people import Person
from core.workspace import Workspace
from pages.parts.conflict import CALLED
from pages.parts.paging import first_few
from pages.parts.people_turned import show_turned, take_step, turned_at
from pages.parts.person_clock import PACE
from pages.parts.person_favour import FORM as FAVOUR
from pages.parts.plain_text import inert
from pages.parts.told import told

PLACE = "people.merge"
LESS_SURE = f"{PLACE}.elsewhere"
AT_ONCE = 3
SHOWN = (
    *("name", "how_known", "organisation", "role", "address", "phone", "link", "circle"),
    *("closeness", "helps", "knows", "may_know_of", "made_shift", "hires", "cares_about"),
    *("could_give", "tags", "notes", "known_since", "last_before", "every_days", "not_before"),
)
"""What of two cards is held side by side, as far as one of them has it."""


def show_merge(workspace: Workspace, person: Person) -> None:
    """Show the cards that may be this person's too; nothing where there is none."""
    place = f"{PLACE}.{person.id}"
    if turned_at()[0] != place:
        show_turned(workspace)
    doubles = [each for each in workspace.view(doubles_in) if each.has(person)]
    if doubles:
        st.header(words("people_import")["double_of"])
    _show_pairs(workspace, doubles, place, person)


def show_doubles(workspace: Workspace) -> None:
    """Show everybody who may be here twice, a few pairs at a time."""
    say = words("people_import")
    if turned_at()[0] not in {PLACE, LESS_SURE}:
        show_turned(workspace)
    every = workspace.view(doubles_in)
    sure = [each for each in every if each.is_sure]
    elsewhere = [each for each in every if not each.is_sure]
    st.header(say["doubles"])
    count = len(sure)
    none = say["doubles_none_sure" if elsewhere else "doubles_none"]
    line = say["doubles_count" if count > 1 else "doubles_count_one"] if count else none
    st.write(fill(line, count=count))
    st.caption(say["doubles_lead"])
    _show_pairs(workspace, sure, PLACE)
    label = fill(say["doubles_elsewhere"], count=len(elsewhere))
    if elsewhere and st.toggle(label, key=LESS_SURE):
        _show_pairs(workspace, elsewhere, LESS_SURE)
    elif turned_at()[0] == LESS_SURE:
        show_turned(workspace)


def _show_pairs(
    workspace: Workspace, pairs: Sequence[Double], place: str, kept: Person | None = None
) -> None:
    """Show pairs a few at a time, and what was done last where its pair stood before."""
    more = words("people_import")["more_doubles"]
    done_in, done_at = turned_at()
    told = done_in != place
    for at, each in enumerate(first_few(pairs, key=place, more=more, at_once=AT_ONCE)):
        if not told and at == done_at:
            show_turned(workspace)
            told = True
        _show_double(workspace, each, kept or each.one, (place, at))
    if not told:
        show_turned(workspace)


def _show_double(workspace: Workspace, double: Double, kept: Person, at: tuple[str, int]) -> None:
    """Show one pair; what is kept is the card of `kept`, whatever stands on it then."""
    say = words("people_import")
    gone = double.other if double.one.id == kept.id else double.one
    key = f"{PLACE}.{kept.id}.{gone.id}"
    with st.container(border=True, key=key, gap="small"):
        st.write(fill(say["pair"], name=inert(kept.name), other=inert(gone.name)))
        st.caption(say[f"why_{double.why}"])
        with st.expander(say["side_by_side"], key=f"{key}.side"):
            _show_side_by_side(workspace, kept, gone)
        chosen = _ask_which(workspace, kept, gone, key)
        with st.container(horizontal=True):
            closed = workspace.read_only
            if st.button(say["make_one"], key=f"{key}.one", disabled=closed):
                take_step(say["made_one"], lambda: _make_one(workspace, kept, gone, chosen), at)
            if st.button(say["are_two"], type="tertiary", key=f"{key}.two", disabled=closed):
                take_step(say["kept_two"], lambda: _keep_two(workspace, double), at)


def _make_one(
    workspace: Workspace, kept: Person, gone: Person, chosen: Mapping[str, str]
) -> Turned:
    turned = merge(workspace, kept, gone, chosen)
    _bring_along(workspace, kept, gone)
    return turned


def _bring_along(workspace: Workspace, kept: Person, gone: Person) -> None:
    """Let a half-typed contact go on at the card that is kept, unless one is half typed there.

    What was typed over the card that went is found from Today. Of its pace and of a favour nothing
    is written yet, so that much is let go.
    """
    for kind in (PACE, FAVOUR):
        workspace.drafts.drop(f"{kind}:{gone.id}")
    form = f"{TOUCH}:{kept.id}"
    draft = workspace.drafts.find(f"{TOUCH}:{gone.id}")
    if draft is None or workspace.drafts.find(form):
        return
    workspace.drafts.keep(form, draft.fields)
    workspace.drafts.drop(draft.form)
    for key in [str(each) for each in st.session_state if str(each).startswith(f"{form}.")]:
        del st.session_state[key]


def _keep_two(workspace: Workspace, double: Double) -> Turned:
    before = workspace.people.get(double.one.id)
    after = keep_apart(workspace, double.one, double.other)
    return Turned((), (before,), (after,))


def _show_side_by_side(workspace: Workspace, one: Person, other: Person) -> None:
    say = words("people_import")
    rows = [
        (_called(name), *(inert(_told(workspace, name, each)) for each in (one, other)))
        for name in SHOWN
    ]
    found = workspace.view(contacts_by_person)
    counts = (str(found.get(each.id, NONE_YET).count) for each in (one, other))
    rows = [*(row for row in rows if any(row[1:])), (say["contacts_noted"], *counts)]
    named, first, second = zip(*rows, strict=True)
    columns = (say["field"], say["first_card"], say["second_card"])
    table = dict(zip(columns, (named, first, second), strict=True))
    st.table(table, border="horizontal", hide_index=True, alt=say["side_by_side"])


def _ask_which(workspace: Workspace, kept: Person, gone: Person, key: str) -> Mapping[str, str]:
    """Ask which line stands where both have another one; the likelier one is proposed."""
    say = words("people_import")
    names = differing(kept, gone)
    if not names:
        return {}
    start, both = proposed(kept, gone), {kept.id: kept, gone.id: gone}
    with st.expander(say["which"], key=f"{key}.which"):
        st.caption(say["which_note"])
        return {
            name: st.radio(
                _called(name),
                list(both),
                index=list(both).index(start[name]),
                format_func=lambda id_, name=name: inert(_told(workspace, name, both[id_])),
                key=f"{key}.which.{name}",
            )
            for name in names
        }


def _called(field: str) -> str:
    return words("conflict")[f"field_{CALLED.get((Person.called, field), field)}"]


def _told(workspace: Workspace, field: str, person: Person) -> str:
    value: object = getattr(person, field)
    return "" if value is False or value in ("", (), None) else told(workspace, field, value)
