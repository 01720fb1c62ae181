"""The map: who stands in which circle, and where there is room; then who may hear of work."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, network_words, people_map_words, words
from core.network.circles import A_FEW, Coverage, coverage_now, in_circle
from core.network.listing import Can
from core.people import Circle, Closeness, Person
from core.workspace import Workspace
from pages.parts.heavy_day import is_heavy
from pages.parts.paging import first_few
from pages.parts.people_charts import map_chart
from pages.parts.people_hears import show_hears
from pages.parts.people_list import go_to_list
from pages.parts.people_place import show_placing
from pages.parts.people_quick import ask_quick, show_added
from pages.parts.people_ways import link_to_person
from pages.parts.questions import KEPT, legible

PICTURE = 560
"""Pixels: wider, the dots of one cell would drift apart."""

GAP = "people.gap"
CIRCLE = "people.in_circle"
AT_ONCE = 5


def show_map(workspace: Workspace, now: datetime) -> None:
    """Show the map with its reading and its table, then where there is room and whom to ask.

    `now` is in the time zone of the person. On a heavy day the room and the asks wait folded.
    """
    found, today = workspace.view(coverage_now), now.date()
    _show_picture(found)
    _show_circle(workspace, found)
    _show_introducers(found)
    show_placing(workspace, found.unplaced, today)
    if not is_heavy(workspace, now):
        _show_openings(workspace, found, today)
        return
    say = words("people")
    st.write(say["heavy"])
    with st.expander(say["heavy_map"], key="people.heavy_map"):
        _show_openings(workspace, found, today)


def _show_openings(workspace: Workspace, found: Coverage, today: date) -> None:
    _show_gaps(workspace, found)
    show_hears(workspace, today)


def _show_picture(found: Coverage) -> None:
    say, told = words("people"), network_words()
    st.header(say["map"])
    if not found.placed:
        st.write(_nobody_yet(found))
        return
    reading = _reading(found)
    st.write(reading)
    st.caption(say["map_lead"])
    cells = [
        (row, column, found.cells[circle, closeness])
        for row, circle in enumerate(Circle)
        for column, closeness in enumerate(Closeness)
    ]
    names = [told.circles[each] for each in Circle]
    heads = [told.closeness[each] for each in Closeness]
    with st.container(width=PICTURE, key="people.map"):
        st.altair_chart(map_chart(cells, names, heads), alt=reading)
    with st.expander(say["table"]):
        st.dataframe(_table(found), hide_index=True, alt=say["map"])
    if weak := _weak(found):
        st.caption(weak)


def _nobody_yet(found: Coverage) -> str:
    """Return why the map is bare: nobody is known, or those of a circle have no closeness yet."""
    say, count = words("people"), sum(found.by_circle.values())
    if not count:
        return say["map_empty"]
    return say["map_circles_one"] if count == 1 else fill(say["map_circles"], count=count)


def _reading(found: Coverage) -> str:
    """Return what the map shows in one or two sentences, gaps only where they are of use."""
    say, circles = words("people"), network_words().circles
    placed = {c: sum(found.cells[c, each] for each in Closeness) for c in Circle}
    most = max(placed, key=lambda each: placed[each])
    facts = {"count": found.placed, "circle": circles[most], "many": placed[most]}
    alone = list(placed.values()).count(placed[most]) == 1
    key = "map_read_one" if found.placed == 1 else "map_read" if alone else "map_evenly"
    first = fill(say[key], **facts)
    if not found.empty:
        return f"{first} {say['map_none_empty']}"
    if not found.tells_gaps:
        return first
    empty = ", ".join(circles[each] for each in found.empty)
    gaps = say["map_gaps_one" if len(found.empty) == 1 else "map_gaps"]
    return f"{first} {fill(gaps, circles=empty, number=len(found.empty))}"


def _weak(found: Coverage) -> str:
    """Return how many are loose ties; nothing where so few are known that it says nothing."""
    say, weak = words("people"), found.by_closeness[Closeness.WEAK]
    if found.close_or_loose < (2 if weak else A_FEW):
        return ""
    key = "weak_one" if weak == 1 else "weak_told" if weak else "weak_none"
    return fill(say[key], count=found.close_or_loose, weak=weak)


def _table(found: Coverage) -> Mapping[str, Sequence[str | int]]:
    say, told = words("people"), network_words()
    table: dict[str, list[str | int]] = {
        say["column_circle"]: [told.circles[each] for each in Circle]
    }
    for closeness in Closeness:
        table[told.closeness[closeness]] = [found.cells[each, closeness] for each in Circle]
    placed = {c: sum(found.cells[c, each] for each in Closeness) for c in Circle}
    table[say["column_other"]] = [found.by_circle[each] - placed[each] for each in Circle]
    table[say["column_all"]] = [found.by_circle[each] for each in Circle]
    table[say["column_introduce"]] = [found.introducers[each] for each in Circle]
    return table


def _show_circle(workspace: Workspace, found: Coverage) -> None:
    """Show the people of one circle, once it is tapped: what a picture cannot be asked."""
    say, told = words("people"), network_words()
    filled = {
        each.value: fill(say["counted"], what=told.circles[each], count=count)
        for each, count in found.by_circle.items()
        if count
    }
    if not filled:
        return
    chosen = _ask_circle(CIRCLE, say["circle_pick"], filled)
    if not chosen:
        return
    key, more = f"people.circle.{chosen}", say["show_more"]
    for each in first_few(workspace.view(_those_in, chosen), key=key, more=more, at_once=AT_ONCE):
        with st.container(gap="xxsmall"):
            link_to_person(each)
            st.caption(told.closeness[each.closeness] if each.closeness else say["no_closeness"])


def _ask_circle(key: str, label: str, circles: Mapping[str, str]) -> Circle | None:
    """Ask for one of some circles; one that is none of them any more is not chosen."""
    if st.session_state.get(key) not in circles:
        st.session_state.pop(key, None)
    chosen = st.pills(
        label,
        list(circles),
        format_func=lambda each: legible(circles[each]),
        key=key,
        persist_state=KEPT,
        wrap=True,
    )
    return Circle(chosen) if chosen else None


def _show_introducers(found: Coverage) -> None:
    """Say how many could introduce the person, and in which circles."""
    say = words("people")
    if not found.introducing:
        if found.known >= A_FEW:
            st.caption(say["introduce_none"])
        return
    st.write(_introducing(found))
    st.button(
        say["introduce_show"],
        icon=":material/search:",
        type="tertiary",
        key="people.introducers",
        on_click=go_to_list,
        kwargs={"can": Can.INTRODUCE},
    )


def _introducing(found: Coverage) -> str:
    """Return who can introduce the person, by circle."""
    say, circles = words("people"), network_words().circles
    by_circle = {circles[each]: count for each, count in found.introducers.items() if count}
    if found.introducing == 1:
        named = list(by_circle)
        return fill(say["introduce_one"], circle=named[0]) if named else say["introduce_one_free"]
    parts = [fill(say["introduce_part"], count=by_circle[each], circle=each) for each in by_circle]
    if elsewhere := found.introducing - sum(by_circle.values()):
        parts.append(fill(say["introduce_elsewhere"], count=elsewhere))
    return fill(say["introduce"], count=found.introducing, circles=", ".join(parts))


def _show_gaps(workspace: Workspace, found: Coverage) -> None:
    """Offer one kind question for an empty circle, and a line for the name that it brings."""
    say, told = words("people"), network_words()
    if not (found.empty or found.placed):
        show_added(workspace)
        return
    st.header(say["gaps"])
    show_added(workspace)
    if not found.empty:
        st.write(say["gaps_none"])
        return
    st.caption(say["gaps_lead"])
    empty = {each.value: told.circles[each] for each in found.empty}
    chosen = _ask_circle(GAP, say["gap_pick"], empty)
    if chosen:
        st.write(people_map_words().questions[chosen])
        ask_quick(workspace, chosen)


def _those_in(workspace: Workspace, circle: Circle) -> tuple[Person, ...]:
    return in_circle(workspace.people.all(), circle)
