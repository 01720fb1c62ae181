"""Cards on Today: the case in hand with its one next step, and what was left half done."""

from datetime import datetime

import streamlit as st

from core.cases import Case
from core.content.loader import fill, next_words, words
from core.letters.kinds import Kind
from core.letters.variants import kind_for_suggestion
from core.letters.views import begun
from core.steps import Step
from core.today import Suggestion
from core.views import in_hand, people_by_id, suggested, this_minute
from core.worksheets.desk import runs_of
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.decisions_ways import DECISIONS
from pages.parts.followed import DONE_AT, link_to_place
from pages.parts.happenings import CASE, DEBRIEF, day_of, name_of
from pages.parts.letters import FEEDBACK, LETTER, address_of, link_to_letter, title_at
from pages.parts.messages import STAYS
from pages.parts.people_ways import PEOPLE, PERSON, TALK, TALKS
from pages.parts.plain_text import inert
from pages.parts.route_links import show_route
from pages.parts.steady_ways import SMALL_ACTIONS, WHO_HELPS, WINS
from pages.parts.worksheet_list import WORKSHEET, title_of

REASSESS = "move_on/reassess.py"
DRAFTS = {
    "check_in": "feel/check_in.py",
    "case": CASE,
    "me": "my_words.py",
    "letter": LETTER,
    "feedback": FEEDBACK,
    "debrief": DEBRIEF,
    "look_back": DECISIONS,
    "decision": DECISIONS,
    "small_action": SMALL_ACTIONS,
    "person": WHO_HELPS,
    "win": WINS,
    "comeback": WINS,
    "opening": REASSESS,
    "choice": REASSESS,
    "north_star": REASSESS,
    "reassess_step": REASSESS,
    "skill": "move_on/skills.py",
    "trend": "move_on/skills.py",
    "path": "move_on/paths.py",
    "path_test": "move_on/paths.py",
    "path_found": "move_on/paths.py",
    "activity": "move_on/paths.py",
    "application": "move_on/application.py",
    "experiment": "move_on/search.py",
    "new_application": "move_on/search.py",
    "applications_table": "move_on/search.py",
    "interview": "move_on/interview.py",
    "person_card": PERSON,
    "touchpoint": PERSON,
    "pace": PERSON,
    "boundary": PERSON,
    "quick_person": PEOPLE,
    "give": PEOPLE,
    "talk": TALK,
    "event": TALKS,
    "watch": TALKS,
}

MOST_RUNS = 3
LETTER_ICON = ":material/mail:"


def show_case_in_hand(workspace: Workspace, now: datetime, *, alone: bool = True) -> None:
    """Show the case that was touched last, and the one next step suggested for it.

    Where there is none, that is said if the case would stand `alone`.
    """
    say = words("today")
    case = workspace.view(in_hand)
    if case is None:
        if alone:
            st.write(say["nothing_alive"])
            st.caption(say["nothing_alive_more"])
        return
    with st.container(border=True, key="today.in_hand"):
        st.caption(f"{say['in_hand']} · {day_of(case, now.date())}")
        st.header(inert(name_of(case)))
        _show_suggestion(workspace, case, now)
        show_route(workspace, now)


def _show_suggestion(workspace: Workspace, case: Case, now: datetime) -> None:
    say = words("today")
    taken = f"{STAYS}taken.{case.id}"
    if taken in st.session_state:
        st.success(say["on_list"])
        _link_to(case)
        return
    idea = workspace.view(suggested, case.id, this_minute(now))
    text, why = _in_words(workspace, case, idea, now)
    st.caption(say["next_step"])
    st.text(text)
    st.caption(inert(why))
    with st.container(horizontal=True, vertical_alignment="center"):
        key = f"today.take.{case.id}.{idea.id}"
        wanted = idea.is_a_step and st.button(say["put_on_list"], key=key, type="primary")
        if way := kind_for_suggestion(idea.id, case):
            _link_to_letter(workspace, case, *way)
        if idea.id in DONE_AT:
            link_to_place(idea.id, case.id)
        _link_to(case)
    if wanted:
        step = Step(text=text, why=why, suggestion=idea.id, case_id=case.id, due=now.date())
        workspace.steps.add(step, form="today.take")
        st.session_state[taken] = True
        st.rerun()


def _link_to_letter(workspace: Workspace, case: Case, kind: Kind, variant: str) -> None:
    """Link to the letter that the suggestion speaks of: the one begun, else a new one."""
    say = words("today")
    if letter := workspace.view(begun, case.id).get(kind):
        link_to_letter(letter.id, say["go_on_letter"], LETTER_ICON)
    else:
        link_to_letter(address_of(kind, case.id, variant), say["write_letter"], LETTER_ICON)


def _link_to(case: Case) -> None:
    label = words("today")["open_case"]
    st.page_link(CASE, label=label, icon=":material/edit:", query_params={"case": case.id})


def show_half_done(workspace: Workspace) -> None:
    """Offer to go on with what was left half done."""
    say = words("today")
    drafts = [each for each in workspace.drafts.all() if each.form.split(":")[0] in DRAFTS]
    begun = [each for each in workspace.view(runs_of) if not each.is_finished][:MOST_RUNS]
    if not (drafts or begun):
        return
    st.header(say["half_done"])
    for run in begun:
        label = f"{say['go_on']}: {title_of(run)}"
        st.page_link(WORKSHEET, label=label, icon=":material/edit:", query_params={"run": run.id})
    for draft in drafts:
        kind, _, record_id = draft.form.partition(":")
        query = {kind: record_id} if record_id else None
        label = f"{say['go_on']}: {say[f'draft_{kind}']}"
        title = title_at(workspace, record_id) if kind == "letter" else ""
        st.page_link(
            DRAFTS[kind],
            label=" · ".join(each for each in (label, title) if each),
            icon=":material/edit:",
            query_params=query,
        )


def _in_words(workspace: Workspace, case: Case, idea: Suggestion, now: datetime) -> tuple[str, str]:
    referrer = workspace.view(people_by_id).get(case.referrer_id)
    facts = {
        "name": referrer.name if referrer else "",
        "employer": case.employer,
        "date": in_words(idea.on) if idea.on else "",
        "days": (now.date() - case.happened_on).days,
    }
    said = next_words().suggestions[idea.id]
    return fill(said.text, **facts), fill(said.why, **facts)
