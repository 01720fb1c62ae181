"""The energy log on screen: noted in one line, and what comes back over time (S0-29)."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import partial

import streamlit as st

from core.content.loader import fill, path_words, words
from core.energy import (
    Noted,
    Theme,
    delights,
    drains,
    gives,
    latest_first,
    notes_of,
    themes,
)
from core.paths import Activity
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.paths import ask_new
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_day, ask_line, ask_one
from pages.parts.support import notice
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.worksheet_fields import ask_degree

FORM = "activity"
DEGREES = range(-3, 4)
FEW = 5
YES = "yes"


def show_energy(workspace: Workspace, today: date) -> None:
    """Ask for a note, and show what all notes say together."""
    say = words("paths")
    st.caption(say["energy_lead"])
    _ask_note(workspace, today)
    log = workspace.view(_latest_first)
    if not log:
        st.write(say["energy_empty"])
        return
    _show_themes(workspace, notes_of(log), today)
    _show_log(workspace, log, today)


def _ask_note(workspace: Workspace, today: date) -> None:
    say = words("paths")
    start = {"what": "", "energy": None, "unpaid": None, "happened_on": today}
    form = Form(workspace, FORM, start, dates=("happened_on",))
    form.show_resumed()
    what = ask_line(form, "what", say["energy_what"]).strip()
    ask_degree(form, "energy", say["energy"], DEGREES, (say["energy_low"], say["energy_high"]))
    yes_or_no = {YES: words("forms")["yes"], "no": words("forms")["no"]}
    unpaid = ask_one(form, "unpaid", say["energy_unpaid"], yes_or_no) if what else ""
    with st.expander(say["energy_day"], expanded=form["happened_on"] not in (None, today)):
        day = ask_day(form, "happened_on", say["energy_day"], today)
    form.keep()
    closed = workspace.read_only
    if st.button(say["energy_add"], type="primary", key=form.act("add"), disabled=closed):
        notice(*form.written())
        if not what or form["energy"] is None:
            st.warning(say["energy_first"])
        elif day:
            told = {"what": what, "energy": form["energy"]}
            note = Activity(happened_on=day, unpaid=unpaid == YES if unpaid else None, **told)
            workspace.activities.add(note, form=FORM)
            form.finish()
            done(FORM, say["energy_added"])
    show_done(FORM)


def _show_themes(workspace: Workspace, notes: Sequence[Noted], today: date) -> None:
    """Show both sides in one sentence, then what comes back, as bars and as a table."""
    say = words("paths")
    st.header(say["themes"])
    giving, taking, liked = gives(notes), drains(notes), delights(notes)
    level = len(notes) - len(giving) - len(taking)
    counts = {"gives": len(giving), "drains": len(taking), "level": level}
    st.write(fill(say["energy_counts"], **counts))
    if liked:
        names = dict.fromkeys(inert(each.what) for each in liked)
        st.write(fill(say["energy_liked"], things=", ".join(list(names)[:FEW])))
    found = workspace.view(_themes, today)
    if not found:
        st.caption(say["themes_none"])
        return
    from pages.parts.decision_charts import pulls_chart  # noqa: PLC0415 - altair is large

    first = fill(say["theme_first"], theme=inert(found[0].name), count=found[0].count)
    st.write(first)
    bars = [(each.name, _plain(each.mean)) for each in found[:FEW]]
    heads = (say["column_theme"], say["column_mean"])
    st.altair_chart(pulls_chart(bars, heads, reach=DEGREES[-1]), alt=first)
    with st.expander(say["table"]):
        st.table(_table(found), border="horizontal", hide_index=True, alt=say["themes"])
    st.caption(say["themes_ask"])
    ask_new(workspace)


def _table(found: Sequence[Theme]) -> dict[str, list[str]]:
    say = words("paths")
    return {
        say["column_theme"]: [inert(each.name) for each in found],
        say["column_count"]: [str(each.count) for each in found],
        say["column_mean"]: [_signed(each.mean) for each in found],
        say["column_lately"]: [_signed(each.lately) for each in found],
        say["column_before"]: [_signed(each.before) for each in found],
    }


def _show_log(workspace: Workspace, log: Sequence[Activity], today: date) -> None:
    say = words("paths")
    st.header(say["energy_log"])
    for each in first_few(log, key="energy", more=say["energy_more"]):
        told = [fill(say["energy_line"], energy=_signed(Fraction(each.energy)))]
        told += [say["energy_free"]] if each.unpaid else []
        with st.container(key=f"activity.{each.id}", gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center"):
                with st.container(gap=None, width="stretch"):
                    show_text(each.what)
                    st.caption(" · ".join([*told, ago(each.happened_on, today)]))
                offer_delete(each.id)
            ask_delete(each.id, say["energy_sure"], partial(workspace.delete, each))


def _themes(workspace: Workspace, today: date) -> tuple[Theme, ...]:
    return themes(notes_of(_latest_first(workspace)), today, path_words().common.words)


def _latest_first(workspace: Workspace) -> tuple[Activity, ...]:
    return latest_first(workspace.activities.all())


def _plain(mean: Fraction) -> float:
    return round(float(mean), 1)


def _signed(mean: Fraction | None) -> str:
    """Return a number with its sign, safe for a table or a label."""
    if mean is None:
        return words("worksheet")["nothing"]
    return inert(f"{_plain(mean):+g}" if mean else "0")
