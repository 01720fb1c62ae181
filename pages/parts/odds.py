"""The odds on screen: only for who asks, never while a strong feeling stands (evidence 15)."""

from datetime import datetime

import streamlit as st

from core.content.loader import fill, words
from core.odds import (
    OFFERS_GUESS,
    TALKS_GUESS,
    TARGETS,
    Guess,
    Odds,
    Record,
    in_100,
    mean_in_100,
    too_heavy,
)
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.heavy import passes_heavy
from pages.parts.messages import STAYS
from pages.parts.questions import KEPT
from pages.parts.search_numbers import numbers

ASKED = f"{STAYS}odds.asked"
FORM = "odds"
SEED = 15
MORE, MOST_MORE = 20, 200
FIRST_GUESS = {
    "one_in": int(TALKS_GUESS.one_in),
    "worth": int(TALKS_GUESS.worth),
    "offer_one_in": int(OFFERS_GUESS.one_in),
    "offer_worth": int(OFFERS_GUESS.worth),
}
"""Where the odds start, as long as the person does not change it."""

LIMITS = {"one_in": (2, 50), "worth": (4, 200)}


def show_odds(workspace: Workspace, now: datetime) -> None:
    """Show the odds to who asks for them: not while a strong feeling or heavy days stand."""
    say = words("search_numbers")
    st.header(say["odds"])
    if too_heavy(workspace.check_ins.all(), now):
        st.write(say["odds_strained"])
        return
    if not passes_heavy(workspace, now, say["odds_heavy"]):
        return
    st.caption(say["odds_lead"])
    if not st.session_state.get(ASKED):
        st.button(say["odds_show"], key="odds.show", on_click=_ask, args=(True,))
        return
    st.button(say["odds_hide"], type="tertiary", key="odds.hide", on_click=_ask, args=(False,))
    record = workspace.view(numbers, now.date()).record
    form = Form(
        workspace,
        FORM,
        {**FIRST_GUESS, "more": MORE},
    )
    odds = Odds(record, *_guesses(form))
    _show_talks(odds, record, form)
    _ask_guesses(form)
    _show_caveats()
    form.keep()


def _ask(asked: bool) -> None:  # noqa: FBT001 - a callback is given its arguments by place
    st.session_state[ASKED] = asked


def _guesses(form: Form) -> tuple[Guess, Guess]:
    """Return both guesses as they stand in the form; what is left empty is as it was given."""
    talks, offers = TALKS_GUESS, OFFERS_GUESS
    return (
        Guess(form["one_in"] or talks.one_in, form["worth"] or talks.worth),
        Guess(form["offer_one_in"] or offers.one_in, form["offer_worth"] or offers.worth),
    )


def _show_talks(odds: Odds, record: Record, form: Form) -> None:
    say = words("search_numbers")
    if record.sent:
        facts = {"sent": record.sent, "talks": record.talks, "offers": record.offers}
        st.write(fill(say["odds_record"], **facts))
    else:
        st.write(say["odds_no_record"])
    low, high = odds.talks.range
    rate = {"mean": _told(mean_in_100(odds.talks.mean)), "low": _of(low), "high": _of(high)}
    told = fill(say["odds_rate"], **rate)
    st.write(told)
    if record.sent:
        st.caption(say["odds_beside"])
    _draw(odds, told)
    more = _ask_number(form, "more", say["odds_more"], 1, MOST_MORE) or MORE
    chance = in_100(odds.a_talk_within(more))
    facts = {"more": more, "chance": _told(chance), "left": _of(odds.talks.none_in(more))}
    st.write(fill(say["odds_chance"], **facts))
    st.caption(fill(say["odds_fixed"], fixed=_of(odds.if_fixed(more))))
    st.write(fill(say["odds_offer"], more=more, chance=_of(odds.an_offer_within(more))))
    low, high = odds.offer_range(SEED)
    st.caption(fill(say["odds_offer_rate"], low=_of(low), high=_of(high)))
    _show_counts(odds)


def _draw(odds: Odds, alt: str) -> None:
    from pages.parts.search_charts import ranges_chart  # noqa: PLC0415 - altair is large

    ends = (odds.talks.range[0], odds.talks.mean, odds.talks.range[1])
    point = (words("search_numbers")["odds_picture"], *(round(100 * each, 1) for each in ends))
    st.altair_chart(ranges_chart([point], ()), alt=alt)


def _show_counts(odds: Odds) -> None:
    """Show how many more applications a talk takes, for three chances."""
    say = words("search_numbers")
    counts = [odds.more_for(each) for each in TARGETS]
    table = {
        say["column_in_100"]: list(map(str, TARGETS)),
        say["column_more"]: [str(each) if each else say["odds_beyond"] for each in counts],
    }
    st.write(say["odds_counts"])
    st.table(table, border="horizontal", hide_index=True, alt=say["odds_counts"])


def _ask_guesses(form: Form) -> None:
    """Show where the odds start, and let the person change it."""
    say = words("search_numbers")
    talks, _ = _guesses(form)
    st.write(fill(say["odds_guess"], one_in=_told(talks.one_in), worth=_told(talks.worth)))
    with st.expander(say["odds_start"]):
        _ask_number(form, "one_in", say["odds_one_in"], *LIMITS["one_in"])
        _ask_number(form, "worth", say["odds_worth"], *LIMITS["worth"])
        _ask_number(form, "offer_one_in", say["odds_offer_one_in"], *LIMITS["one_in"])
        _ask_number(form, "offer_worth", say["odds_offer_worth"], *LIMITS["worth"])
        if any(form[name] != first for name, first in FIRST_GUESS.items()):
            args = (form,)
            st.button(
                say["odds_back"], type="tertiary", key="odds.back", on_click=_go_back, args=args
            )


def _go_back(form: Form) -> None:
    """Let the odds start from the first guess again."""
    for name, first in FIRST_GUESS.items():
        form[name] = first


def _ask_number(form: Form, field: str, label: str, least: int, most: int) -> int | None:
    key = form.key(field)
    return st.number_input(
        label, min_value=least, max_value=most, step=1, key=key, persist_state=KEPT
    )


def _show_caveats() -> None:
    say = words("search_numbers")
    st.write(say["odds_caveats"])
    caveats = (
        say["odds_caveat_past"],
        say["odds_caveat_kind"],
        say["odds_caveat_apart"],
        say["odds_caveat_small"],
        say["odds_caveat_worth"],
    )
    st.caption("\n".join(f"- {each}" for each in caveats))


def _of(chance: float) -> str:
    return _told(in_100(chance))


def _told(number: float) -> str:
    return f"{number:g}"
