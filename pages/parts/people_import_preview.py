"""What a file of people would bring: counts, the first rows, what is odd, and what is wanted."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from core.content.loader import fill, network_words, words
from core.imports.people import Incoming, PeoplePreview, Twins, Wishes
from core.imports.people_rows import PersonRemark
from core.records import LINE_LENGTH
from pages.parts.days import in_words
from pages.parts.plain_text import inert
from pages.parts.questions import legible

FIRST = 5
MOST = 20


def show_preview(looked_at: PeoplePreview, kind: Literal["row", "card"]) -> None:
    """Show what would come in, who is known already, and what stays out and why.

    `kind` is what somebody stands in: a row of a list, or a card.
    """
    say = words("people_import")
    st.header(say["preview"])
    count = len(looked_at.new)
    line = say["preview_new" if count > 1 else "preview_new_one" if count else "preview_none"]
    st.write(fill(line, count=count))
    if count:
        clocks = len(looked_at.with_clock)
        st.caption(fill(say["with_clock"], count=clocks) if clocks else say["no_clock"])
    _show_first([each for each in looked_at.every if each.is_new][:FIRST])
    place = say[f"place_{kind}"]
    _show_twins(looked_at, place)
    _show_remarks(say["left_out"], looked_at.left_out, place)
    _show_remarks(say["in_part"], looked_at.brought_in_part, place)


def ask_wishes(looked_at: PeoplePreview, stem: str) -> Wishes:
    """Ask what becomes of those who are known, and where all who are new belong."""
    say = words("people_import")
    twins = Twins.LEAVE
    if looked_at.twins:
        known = any(each.known for each in looked_at.twins)
        twice = any(not each.known for each in looked_at.twins)
        chosen = st.pills(
            say["twins_and_twice" if known and twice else "twins" if known else "twins_twice"],
            list(Twins),
            default=Twins.LEAVE,
            format_func=lambda each: legible(
                say[f"twins_{each}"] if known else say[f"twice_{each}"]
            ),
            key=f"{stem}.twins",
            required=True,
            wrap=True,
        )
        twins = chosen or Twins.LEAVE
    with st.expander(say["place"]):
        st.caption(say["place_note"])
        labels = network_words().circles
        circle = st.pills(
            say["circle"],
            list(labels),
            format_func=lambda each: legible(labels[each]),
            key=f"{stem}.circle",
            wrap=True,
        )
        tag = st.text_input(say["tag"], max_chars=LINE_LENGTH, key=f"{stem}.tag")
    return Wishes(twins, circle, tag)


def _show_first(first: Sequence[Incoming]) -> None:
    say = words("people_import")
    if not first:
        return
    label = fill(say["first_rows"], count=len(first))
    st.caption(label)
    people = [each.person for each in first]
    table = {
        say["column_name"]: [inert(each.name) for each in people],
        say["column_work"]: [inert(_work(each.role, each.organisation)) for each in people],
        say["column_known"]: [
            in_words(each.known_since) if each.known_since else "" for each in people
        ],
    }
    table = {name: cells for name, cells in table.items() if any(cells)}
    st.table(table, border="horizontal", hide_index=True, alt=label)


def _work(role: str, organisation: str) -> str:
    return ", ".join(filter(None, (role, organisation)))


def _show_twins(looked_at: PeoplePreview, place: str) -> None:
    say = words("people_import")
    known = [each for each in looked_at.twins if each.known]
    twice = [each for each in looked_at.twins if not each.known]
    _show_alike(say["known_here"], known, place)
    _show_alike(say["twice_here"], twice, place)


def _show_alike(label: str, twins: Sequence[Incoming], place: str) -> None:
    say = words("people_import")
    if not twins:
        return
    with st.expander(fill(label, count=len(twins))):
        for each in twins[:MOST]:
            why, name = say[f"why_{each.why}"], each.person.name
            where = fill(place, row=each.row)
            if each.known:
                line, other = say["known_line"], each.known.name
                st.text(fill(line, where=where, name=name, other=other, what=why))
            else:
                st.text(fill(say["above_line"], where=where, name=name, what=why))
        if len(twins) > MOST:
            st.caption(fill(say["and_more"], count=len(twins) - MOST))


def _show_remarks(label: str, remarks: Sequence[PersonRemark], place: str) -> None:
    if not remarks:
        return
    with st.expander(fill(label, count=len(remarks))):
        for each in remarks[:MOST]:
            st.text(_remark(each, place))
        if len(remarks) > MOST:
            more = words("people_import")["and_more"]
            st.caption(fill(more, count=len(remarks) - MOST))


def _remark(remark: PersonRemark, place: str) -> str:
    say = words("people_import")
    line = say["row_column_line" if remark.column else "row_line"]
    if remark.cell:
        line = say["row_column_cell_line" if remark.column else "row_cell_line"]
    what = say[f"trouble_{remark.trouble}"]
    where = fill(place, row=remark.row)
    return fill(line, where=where, column=remark.column, cell=remark.cell, what=what)
