"""Second thoughts on screen: what the newest pass found, what to do, and the ways on."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

import streamlit as st

from core.cases import Case
from core.content.loader import fill, regret_words, words
from core.content.regret import KindWords
from core.decisions.passes import standing
from core.decisions.regret import REGRET
from core.decisions.untangled import Untangled, comings_back, untangled
from core.worksheets.answers import Answers
from core.worksheets.desk import half_done
from core.worksheets.keeping import offers_of
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.happenings import CASE
from pages.parts.plain_text import show_text
from pages.parts.sections import choose_section
from pages.parts.steady_ways import STEADY
from pages.parts.worksheet_keep import ask_keeps
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet
from pages.parts.worksheet_live import ask_to_keep, play_with, results_now
from pages.parts.worksheet_results import show_on_the_way, show_results

SHEET = ":material/description:"
SECTIONS = ("was", "will", "time")
KNEW, NEWS = "knew", "news"
WAS, WILL = (KNEW, "kinds", NEWS, "mood"), ("learned", "doing", "until")
"""The results of the worksheet, by the section that shows them."""

FRIEND = "friend"
IN_PLACE = ("acts", "learned", "until")
"""The fields of the worksheet that are asked on this screen too."""

REVIEW, WAY_BACK = "reflect/offer_review.py", "reflect/reapproach.py"
VALUES, SKILLS, REASSESS = "move_on/values.py", "move_on/skills.py", "move_on/reassess.py"
PATHS = "move_on/paths.py"


class Way(NamedTuple):
    """Where a way on leads: a screen, some of which are about one case."""

    screen: str
    icon: str
    of_a_case: bool = False


PLACES: Mapping[str, Way] = {
    "review": Way(REVIEW, ":material/balance:", of_a_case=True),
    "reapproach": Way(WAY_BACK, ":material/door_open:", of_a_case=True),
    "paths": Way(PATHS, ":material/alt_route:"),
    "values": Way(VALUES, ":material/star:"),
    "reassess": Way(REASSESS, ":material/explore:"),
    "skills": Way(SKILLS, ":material/school:"),
    "steady": Way(STEADY, ":material/self_improvement:"),
}
"""The ways on that kinds and choices lead to."""

BY_ACT = {
    "go_back": "reapproach",
    "elsewhere": "paths",
    "change_job": "reassess",
    "learn": "skills",
    "let_be": "steady",
}
"""Where each choice of what can still be acted on leads."""


def passes(workspace: Workspace, case_id: str) -> tuple[Untangled, ...]:
    """Return the finished passes of a case, the latest first."""
    return workspace.view(untangled, case_id)


def ask_section() -> str:
    """Ask which part of the page to show."""
    say = words("regret")
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    return choose_section("regret.section", say["section"], labels, st.query_params.get("part", ""))


def show_empty(*, told: bool) -> None:
    """Say what will be here, and offer the first way in."""
    say = words("regret")
    st.write(say["no_pass" if told else "empty"])
    if not told:
        st.page_link(CASE, label=say["tell"], icon=":material/add:")


def show_so_far(workspace: Workspace, case_id: str) -> None:
    """Show how often it comes back where check-ins told of it before any pass."""
    if not comings_back(workspace.check_ins.all(), (), case_id):
        return
    from pages.parts.regret_time import show_comings_back  # noqa: PLC0415 - altair is large

    show_comings_back(workspace, (), case_id)


def show_coin() -> None:
    """Tell how a good choice can be lost and a poor one won, with one coin."""
    with st.expander(regret_words().coin_title):
        for line in regret_words().coin:
            st.write(line)


def show_was(workspace: Workspace, newest: Untangled, today: date) -> None:
    """Show what was known that day, then the kinds, and where each of them leads."""
    say, run = words("regret"), newest.run
    results = results_now(workspace, run, _answers(newest), today, WAS)
    with st.container(border=True, key="regret.knew"):
        show_results(tuple(each for each in results if each.result.id == KNEW))
    show_results(tuple(each for each in results if each.result.id != KNEW))
    if run.case_id and any(each.result.id == NEWS for each in results):
        _link("reapproach", say["to_reapproach"], run.case_id)
    _show_friend(newest)
    for kind in _one_of_each_place(newest):
        _link(kind.place, kind.link, run.case_id)
    with st.container(horizontal=True, vertical_alignment="center", key="regret.from"):
        st.caption(fill(say["from_pass"], when=in_words(newest.day)), width="content")
        query = {"run": run.id}
        st.page_link(WORKSHEET, label=say["open_pass"], icon=SHEET, query_params=query)
    show_coin()


def show_known(workspace: Workspace, newest: Untangled, today: date) -> None:
    """Keep what was known that day at hand before any number (S0-15)."""
    known = results_now(workspace, newest.run, _answers(newest), today, (KNEW,))
    with st.expander(words("regret")["known"], icon=":material/inventory_2:"):
        show_on_the_way(known)


def show_will(workspace: Workspace, newest: Untangled, now: datetime) -> None:
    """Show what was learned and chosen, let it be changed in place, and offer to keep it."""
    say, run, sheet = words("regret"), newest.run, worksheets()[REGRET]
    told = st.container()
    with st.expander(say["change"]):
        form, answers = play_with(workspace, run, sheet, IN_PLACE)
        ask_to_keep(workspace, form, run, answers)
    form.keep()
    with told:
        show_results(results_now(workspace, run, answers, now.date(), WILL))
    acts = [each.key for each in answers.chosen(IN_PLACE[0])]
    if acts:
        st.header(say["ways"])
    for each in acts:
        place = BY_ACT[each]
        _link(place, say[f"to_{place}"], run.case_id)
    ask_keeps(workspace, run, offers_of(workspace, run, _answers(newest), now))


def show_ways(workspace: Workspace, case: Case | None, today: date, *, begun: bool) -> None:
    """Offer to begin, to go on or to go through it once more, and the offer itself."""
    say, case_id = words("regret"), case.id if case else ""
    stands = workspace.view(standing, case_id, today)
    half = half_done(workspace, REGRET, case_id)
    if half:
        query = {"run": half.id}
        st.page_link(WORKSHEET, label=say["go_on"], icon=":material/edit:", query_params=query)
    else:
        link_to_worksheet(REGRET, say["again" if begun else "begin"], case_id)
    if stands.rests_until:
        st.caption(fill(say["rests"], when=in_words(stands.rests_until)))
    elif begun and not half:
        st.caption(say["again_free"])
    _link("review", say["to_review"], case_id)


def _answers(newest: Untangled) -> Answers:
    return Answers(worksheets()[REGRET], newest.run.answers)


def _show_friend(newest: Untangled) -> None:
    """Show what the person would tell a friend, in their own words (evidence 4)."""
    answers = _answers(newest)
    if text := answers.text(FRIEND):
        with st.container(key="regret.friend", gap="xsmall"):
            st.caption(answers.worksheet.fields[FRIEND].label)
            show_text(text)


def _one_of_each_place(newest: Untangled) -> tuple[KindWords, ...]:
    """Return the words of the kinds, of those that lead to one place only the first."""
    words_of = [regret_words().kinds[each] for each in newest.kinds]
    return tuple({each.place: each for each in reversed(words_of)}.values())[::-1]


def _link(place: str, label: str, case_id: str) -> None:
    """Link to a way on, for this case where it is about one; other places are worksheets."""
    if place not in PLACES:
        link_to_worksheet(place, label, case_id)
        return
    way = PLACES[place]
    query = {"case": case_id} if way.of_a_case and case_id else None
    st.page_link(way.screen, label=label, icon=way.icon, query_params=query)
