"""A search record on screen: how far things got, where they stop, what goes with a talk."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from core.applications import Outcome
from core.content.loader import case_words, fill, search_words, words
from core.insights.funnel import Funnel, Group, aims_narrow, contacts, funnel_of
from core.insights.tries import Match, Try, as_try, live
from core.odds import in_100
from core.shares import Compared, Count
from core.support import Tier
from core.views import standing, this_minute
from core.worksheets.calculations.search import FEW, MOST_SOURCES, groups_of, on_pair, point_of
from core.workspace import Workspace
from pages.parts.plain_text import inert
from pages.parts.worksheet_list import link_to_worksheet

AUDIT, WIDER, PROFILE = "search_audit", "wider_search", "profile_check"
LIVE = 3
"""With fewer live applications a soft word says so (catalogue S2-30)."""


def tries(workspace: Workspace, today: date) -> tuple[Try, ...]:
    """Return every application as far as it can be counted on this day."""
    waits = case_words().waits
    return tuple(as_try(each, waits, today) for each in workspace.applications.all())


def numbers(workspace: Workspace, today: date) -> Funnel:
    """Return what the record says as a whole."""
    return funnel_of(workspace.view(tries, today))


def show_numbers(workspace: Workspace, now: datetime) -> None:
    """Show how far applications got, where they stop, what goes with a talk, and ways on."""
    say = words("search_numbers")
    found = workspace.view(numbers, now.date())
    if found.sent:
        _show_far(found)
        _show_stops(found)
        _show_ways(workspace, found, now.date())
    else:
        st.write(say["empty"])
    st.header(say["on"])
    link_to_worksheet(AUDIT, say["to_audit"])
    link_to_worksheet(WIDER, say["to_wider"])
    link_to_worksheet(PROFILE, say["to_profile"])


def show_nudge(workspace: Workspace, now: datetime) -> None:
    """Say softly when few applications are live; never on a heavy day (catalogue S2-30).

    Who has not begun to note any, or has said yes to one, is told nothing.
    """
    every = workspace.applications.all()
    running = workspace.view(_live, now.date())
    found_one = any(each.outcome is Outcome.ACCEPTED for each in every)
    if not every or found_one or running >= LIVE:
        return
    if workspace.view(standing, this_minute(now)) > Tier.T0:
        return
    st.caption(fill(words("search_numbers")["nudge"], live=running))


def _live(workspace: Workspace, today: date) -> int:
    return len(live(workspace.applications.all(), case_words().waits, today))


def _show_far(found: Funnel) -> None:
    say = words("search_numbers")
    st.header(say["far"])
    if not found.yields:
        st.write(say["early"])
        show_recent(found.recent)
        return
    first = found.yields[0].count
    low, high = map(in_100, first.plausible.range)
    facts = {"yes": first.yes, "of": first.of, "low": f"{low:g}", "high": f"{high:g}"}
    told = fill(say["talk" if first.yes else "talk_none"], **facts)
    st.write(told)
    groups = [Group(search_words().step(each.to), each.count) for each in found.yields]
    show_ranges(groups, say["column_step"], say["column_yes"], told)
    if first.of < FEW:
        st.caption(say["few"])
    show_recent(found.recent)
    if found.taken_back:
        st.caption(fill(say["left_back"], count=found.taken_back))
    st.caption(say["how"])


def show_recent(recent: Count) -> None:
    """Tell how many are too recent to count, and how many of them led to a talk already."""
    say = words("search_numbers")
    if recent.of:
        st.caption(fill(say["left_recent"], count=recent.of))
    if recent.yes:
        st.caption(fill(say["left_talks"], count=recent.yes))


def show_ranges(
    groups: Sequence[Group], name: str, yes: str, alt: str, *, folded: bool = True
) -> None:
    """Show shares as a picture, each with its count, and the same as a table, `folded` or open."""
    from pages.parts.search_charts import ranges_chart  # noqa: PLC0415 - altair is large

    say = words("search_numbers")
    st.altair_chart(ranges_chart([point_of(each) for each in groups], ()), alt=alt)
    table = {
        name: [inert(each.name) for each in groups],
        yes: [each.count.yes for each in groups],
        say["column_of"]: [each.count.of for each in groups],
        say["column_range"]: [_range(each) for each in groups],
    }
    place = st.expander(say["table"]) if folded else st.container()
    place.table(table, border="horizontal", hide_index=True, alt=alt)


def _range(group: Group) -> str:
    low, high = map(in_100, group.count.plausible.range)
    return fill(words("search_numbers")["range"], low=f"{low:g}", high=f"{high:g}")


def _show_stops(found: Funnel) -> None:
    say = words("search_numbers")
    st.header(say["stops"])
    if not found.stops:
        st.write(say["stops_none"])
        return
    names = search_words().stops
    most = found.stops[0][1]
    places = [names[stop] for stop, count in found.stops if count == most]
    facts = {"count": most, "all": sum(count for _, count in found.stops)}
    if len(places) > 1:
        st.write(fill(say["stops_level"], places=", ".join(places), **facts))
    else:
        st.write(fill(say["stops_most"], place=places[0], **facts))
    table = {
        say["column_place"]: [names[stop] for stop, _ in found.stops],
        say["column_count"]: [count for _, count in found.stops],
    }
    with st.expander(say["table"]):
        st.table(table, border="horizontal", hide_index=True, alt=say["stops"])
    st.caption(say["silence"])


def _show_ways(workspace: Workspace, found: Funnel, today: date) -> None:
    """Show which ways to apply led to a talk more often so far, as far as that can be told."""
    say = words("search_numbers")
    groups = [each for each in groups_of(found) if each.count.of]
    st.header(say["ways"])
    if not (groups or found.matches):
        st.write(say["ways_empty"])
        return
    st.caption(say["ways_lead"])
    told = _pairs_in_words(found)
    if aims_narrow(workspace.view(tries, today)):
        told.append(say["narrow"])
    spoken, of, lately = contacts(workspace.view(tries, today), today)
    if of:
        told.append(fill(say["contacts"], count=spoken, of=of, weeks=lately))
    for each in told:
        st.write(each)
    names = search_words().matches
    groups += [Group(names[Match(each.name)], each.count) for each in found.matches]
    with st.expander(say["ways_all"]):
        show_ranges(groups, say["column_way"], say["column_talks"], say["ways_all"], folded=False)
        if (rest := len(found.sources) - MOST_SOURCES) > 0:
            st.caption(fill(say["ways_rest"], count=rest))


def _pairs_in_words(found: Funnel) -> list[str]:
    say = words("search_numbers")
    told = []
    for name, pair in found.pairs.items():
        for each in on_pair(name, pair):
            facts = {slot: _safe(fact) for slot, fact in each.facts.items()}
            says = Compared(each.id.rpartition("_")[2])
            text = {
                "tailored": lambda says=says: say[f"tailored_{says}"],
                "contacted": lambda says=says: say[f"contacted_{says}"],
                "sources": lambda says=says: say[f"sources_{says}"],
                "matches": lambda says=says: say[f"matches_{says}"],
            }[name]()
            told.append(fill(text, **facts))
    return told


def _safe(fact: object) -> object:
    """Return a fact of a sentence, a person's own words so that they are read as typed."""
    return inert(fact) if isinstance(fact, str) else fact
