"""Values on screen: in the person's order, each with its two numbers, to be rated and moved."""

from datetime import date

import streamlit as st

from core.content.loader import fill, value_words, words
from core.values import Value, in_order, moved, same_value
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.questions import ask_line, ask_score
from pages.parts.sections import choose_section
from pages.parts.support import notice
from pages.parts.undo import ask_delete, offer_delete

RATING = f"{STAYS}values.rating"
NEW = "new_value"
SECTIONS = ("order", "lived", "fit", "ask")


def ask_section(begin: str) -> str:
    """Ask which part of the page to show; `begin` is where it opens."""
    say = words("values")
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    return choose_section("values.section", say["section"], labels, begin)


def ordered(workspace: Workspace) -> tuple[Value, ...]:
    """Return the values in the person's order."""
    return in_order(workspace.values.all())


def show_values(workspace: Workspace, today: date) -> None:
    """Show every value in its place, with ways to rate, move and delete it."""
    say = words("values")
    values = workspace.view(ordered)
    st.header(say["order"])
    show_done("values.order")
    for place, each in enumerate(first_few(values, key="values", more=say["show_more"])):
        _show_value(workspace, each, place, len(values), today)


def ask_own(workspace: Workspace) -> None:
    """Ask for a value in the person's own words."""
    say = words("values")
    form = Form(workspace, NEW, {"name": ""})
    form.show_resumed()
    name = ask_line(form, "name", say["add"], help_text=say["add_help"]).strip()
    form.keep()
    closed = workspace.read_only
    if st.button(say["add_keep"], key=f"values.add.{form.round}", disabled=closed):
        notice(*form.written())
        _add(workspace, form, name)
    show_done(NEW)


def _add(workspace: Workspace, form: Form, name: str) -> None:
    say = words("values")
    cards = {each.name.casefold(): card for card, each in value_words().cards.items()}
    card = cards.get(name.casefold(), "")
    if not name:
        st.warning(say["add_first"])
        return
    if same_value(workspace.values.all(), card, name):
        st.warning(say["add_there"])
        return
    ranks = [each.rank for each in workspace.values.all() if each.rank]
    workspace.values.add(Value(name=name, card=card, rank=max(ranks, default=0) + 1), form=NEW)
    form.finish()
    done(NEW, say["added"])


def _show_value(workspace: Workspace, value: Value, place: int, every: int, today: date) -> None:
    say = words("values")
    card = value_words().cards.get(value.card)
    name = inert(value.name)
    with st.container(border=True, key=f"value.{value.id}", gap="xsmall"):
        placed = fill(say["placed"], place=value.rank, name=name) if value.rank else name
        st.header(placed)
        if card:
            st.write(card.means)
        st.caption(_numbers(value))
        show_done(f"value.{value.id}")
        if st.session_state.get(RATING) == value.id:
            _ask_rating(workspace, value, today)
        else:
            _show_ways(workspace, value, place, every)
        ask_delete(value.id, say["sure"], lambda: workspace.delete(value))


def _show_ways(workspace: Workspace, value: Value, place: int, every: int) -> None:
    say = words("values")
    closed = workspace.read_only
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say["rate"], key=f"value.rate.{value.id}", on_click=_rate, args=(value.id,))
        for by, label, icon, at_end in (
            (-1, say["up"], ":material/arrow_upward:", place == 0),
            (1, say["down"], ":material/arrow_downward:", place == every - 1),
        ):
            key = f"value.move.{by}.{value.id}"
            off = closed or at_end
            if st.button(label, icon=icon, type="tertiary", key=key, disabled=off):
                _move(workspace, value.id, by)
        offer_delete(value.id)


def _ask_rating(workspace: Workspace, value: Value, today: date) -> None:
    """Ask for both numbers in place; the one that is left open stays as it was."""
    say = words("values")
    form = Form(
        workspace, f"value:{value.id}", {"importance": value.importance, "lived": value.lived}
    )
    ends = (say["importance_low"], say["importance_high"])
    importance = ask_score(form, "importance", say["importance"], ends)
    lived = ask_score(form, "lived", say["lived"], (say["lived_low"], say["lived_high"]))
    form.keep()
    with st.container(horizontal=True):
        key, closed = f"value.keep.{form.round}", workspace.read_only
        keep = st.button(say["keep"], type="primary", key=key, disabled=closed)
        leave = st.button(say["leave"], type="tertiary", key="value.leave")
    if keep:
        _keep_rating(workspace, value.id, {"importance": importance, "lived": lived}, today)
    if keep or leave:
        form.finish()
        st.session_state.pop(RATING, None)
    if keep:
        done(f"value.{value.id}", say["rated"])
    if leave:
        st.rerun()


def _keep_rating(
    workspace: Workspace, value_id: str, scores: dict[str, int | None], today: date
) -> None:
    """Save the numbers into the value as it stands now, whichever window changed it last."""
    told = {name: score for name, score in scores.items() if score is not None}
    if not told:
        return
    with workspace.one_commit():
        stored = workspace.values.get(value_id)
        workspace.values.replace(stored.model_copy(update={**told, "rated_on": today}))


def _move(workspace: Workspace, value_id: str, by: int) -> None:
    with workspace.one_commit():
        for each in moved(workspace.values.all(), value_id, by):
            workspace.values.replace(each)
    done("values.order", words("values")["moved"])


def _rate(value_id: str) -> None:
    st.session_state[RATING] = value_id


def _numbers(value: Value) -> str:
    say = words("values")
    facts = {"importance": value.importance, "lived": value.lived}
    if value.importance is not None and value.lived is not None:
        told = fill(say["both_numbers"], **facts)
        when = in_words(value.rated_on) if value.rated_on else ""
        return f"{told} {fill(say['rated_on'], when=when)}" if when else told
    if value.importance is not None:
        return fill(say["matters_number"], **facts)
    if value.lived is not None:
        return fill(say["lived_number"], **facts)
    return say["no_numbers"]
