"""Support on screen: the cards, the lines by country, and noticing what was written.

What a text speaks of is worked out when it is submitted, kept or not. Only this window
remembers that a card is open; no record, file or log ever holds it.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import streamlit as st

from core.check_ins import CheckIn
from core.content.loader import fill, support_words, words
from core.content.support import Country
from core.errors import AjarError
from core.support import (
    Opening,
    Tier,
    card_sentence,
    staleness,
    tier_of_check_in,
    tier_of_text,
    way_to,
)
from core.views import standing, this_minute
from core.workspace import Workspace
from pages.parts.messages import STAYS
from pages.parts.session import CRISIS, app_mode, current_workspace

NOTICED = f"{STAYS}noticed"
ROOM = "crisis.room"
SUPPORT = "support.py"


def notice(*texts: str) -> None:
    """Look at free text that is being submitted; open the crisis card where it calls for it."""
    _notice(tier_of_text(*texts))


def notice_thrown_away(*texts: str) -> None:
    """Look at text that is being thrown away before a run; the card opens with the run."""
    if tier_of_text(*texts) is Tier.T3:
        _open_crisis_card(Opening.WORDS)


def notice_check_in(workspace: Workspace, answers: Mapping[str, Any], now: datetime) -> None:
    """Look at the answers of a check-in that is being kept or let go, before anything is stored."""
    if answers["mood"] is not None or answers["feelings"]:
        dated = {**answers, "happened_on": answers["happened_on"] or now.date()}
        notice_felt(workspace, CheckIn(**dated), now)
    else:
        _notice(Tier.T0)


def notice_felt(workspace: Workspace, check_in: CheckIn, now: datetime) -> None:
    """Look at how it feels, whether it is kept as a check-in or not."""
    _notice(tier_of_check_in(check_in, workspace.check_ins.all(), now))


def show_noticed() -> None:
    """Show what the check-in that was just submitted calls for, up to the support card."""
    _show_card(Tier(st.session_state.get(NOTICED, Tier.T0)))


def show_standing_support(workspace: Workspace, now: datetime) -> None:
    """Show the support card while the records of the last seven days call for it."""
    _show_card(workspace.view(standing, this_minute(now)))


def show_crisis_card() -> None:
    """Show the crisis card above everything else until the person closes it.

    Called first on every screen, it also makes the room in which the card appears at once
    when a text further down calls for it.
    """
    st.session_state[ROOM] = st.container()
    opening = st.session_state.get(CRISIS)
    if opening is not None:
        with st.session_state[ROOM]:
            _draw_crisis_card(opening)


def _draw_crisis_card(opening: Opening) -> None:
    say = support_words().tiers
    with st.container(border=True, key="crisis"):
        st.header(words("support")["crisis"])
        st.write(say.t3)
        country = ask_country(key="crisis.country")
        st.write(card_sentence(country, opening))
        if country:
            show_lines(country, app_mode().now().date())
        show_anywhere(app_mode().now().date())
        show_friend_texts()
        st.page_link(SUPPORT, label=words("support")["more"], icon=":material/support:")
        st.button(say.t3_close, key="crisis.close", on_click=_close_crisis_card)


def show_not_safe_button() -> None:
    """Offer the button that opens the crisis card at once."""
    st.button(
        support_words().tiers.t3_not_safe_button,
        type="primary",
        key="support.not_safe",
        on_click=_open_crisis_card,
        args=(Opening.BUTTON,),
    )


def ask_country(*, key: str) -> Country | None:
    """Ask for the country whose lines to show; a choice is remembered with the person's facts."""
    say = words("support")
    countries = support_words().countries
    known = _known_country()
    widget = f"{key}.{known}"
    code = st.selectbox(
        say["country"],
        ["", *countries],
        index=["", *countries].index(known) if known in countries else 0,
        format_func=lambda each: countries[each].name if each else say["no_country"],
        help=say["country_help"],
        key=widget,
        on_change=_remember_country,
        args=(widget,),
    )
    return countries.get(code)


def show_lines(country: Country, today: date) -> None:
    """Show the lines of a country, with how far each number was checked."""
    say = words("support")
    st.header(fill(say["call_list"], country=country.name))
    for line in country.lines:
        st.metric(line.service, " / ".join(line.numbers))
        st.write(way_to(line))
        st.caption(" · ".join(filter(None, (line.hours, line.languages, staleness(line, today)))))
    st.metric(say["emergency"], " / ".join(country.emergency))
    if country.emergency_note:
        st.caption(country.emergency_note)


def show_anywhere(today: date) -> None:
    """Show what helps in every country."""
    anywhere = support_words().anywhere
    st.header(words("support")["anywhere"])
    st.link_button(anywhere.address_words, anywhere.address, icon=":material/open_in_new:")
    st.caption(staleness(anywhere, today))
    st.caption(anywhere.emergency_eu)


def show_friend_texts() -> None:
    """Show messages to a friend, each to be copied with one click."""
    for text in reversed(support_words().friend_texts):
        st.code(text, language=None, wrap_lines=True)


def _known_country() -> str:
    """Return the country chosen before: "" too where the file cannot be opened."""
    try:
        return current_workspace().me.country
    except AjarError:
        return ""


def _remember_country(widget: str) -> None:
    """Keep the choice; where the disk refuses, it holds on this screen alone."""
    code = st.session_state[widget]
    with suppress(AjarError):
        workspace = current_workspace()
        workspace.save_me(workspace.me.model_copy(update={"country": code}))


def _show_card(tier: Tier) -> None:
    say = support_words().tiers
    if tier < Tier.T1:
        return
    with st.container(border=True):
        if tier is Tier.T1:
            st.write(say.t1)
            st.caption(say.t1_action)
            st.page_link(SUPPORT, label=say.t1_talk, icon=":material/support:")
            return
        st.header(say.t2)
        for line in (say.t2_people, say.t2_doctor, say.t2_lines):
            st.write(line)
        st.page_link(SUPPORT, label=words("support")["more"], icon=":material/support:")


def _notice(tier: Tier) -> None:
    st.session_state[NOTICED] = max(int(tier), st.session_state.get(NOTICED, 0))
    if tier is Tier.T3 and CRISIS not in st.session_state:
        _open_crisis_card(Opening.WORDS)
        with st.session_state[ROOM]:
            _draw_crisis_card(Opening.WORDS)


def _open_crisis_card(opening: Opening) -> None:
    st.session_state[CRISIS] = opening


def _close_crisis_card() -> None:
    st.session_state.pop(CRISIS, None)
