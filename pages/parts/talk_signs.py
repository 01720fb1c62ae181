"""How people are there, as somebody told in a talk: evidence beside what the person saw (S0-19)."""

from collections.abc import Sequence

import streamlit as st

from core.content.loader import fill, words
from core.network.talk_kit import with_signs
from core.network.talks import Talk
from core.views import people_by_id
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.paging import first_few
from pages.parts.people_ways import TALK
from pages.parts.plain_text import inert, show_text

AT_ONCE = 3
ASKED_IN = {"offer_review": "gut", "values_fit": "roles"}
"""The steps of worksheets that ask what one saw of a place."""


def show_talk_signs(workspace: Workspace, employer: str = "") -> None:
    """Show what talks told of a place, or of every place; nothing where none did."""
    if found := workspace.view(_signs, employer):
        st.header(words("talks")["signs"])
        _show(workspace, found, employer)


def show_signs_in_step(workspace: Workspace, run: WorksheetRun, step: str) -> None:
    """Keep what talks told of the employer at hand in a step that asks what one saw of a place.

    A worksheet without an employer shows what was told of every place.
    """
    if ASKED_IN.get(run.worksheet) != step:
        return
    case = workspace.cases.find(run.case_id)
    employer = case.employer if case else ""
    if found := workspace.view(_signs, employer):
        with st.expander(words("talks")["signs"]):
            _show(workspace, found, employer)


def _show(workspace: Workspace, talks: Sequence[Talk], key: str) -> None:
    say, people = words("talks"), workspace.view(people_by_id)
    for talk in first_few(talks, key=f"signs.{key}", more=say["more"], at_once=AT_ONCE):
        person = people.get(talk.person_id)
        name = person.name if person else say["somebody"]
        with st.container(key=f"sign.{talk.id}", gap="xsmall"):
            show_text(talk.culture)
            told = fill(say["sign_from"], name=inert(name), date=_day(talk))
            label = " · ".join(filter(None, (told, inert(talk.organisation))))
            st.page_link(TALK, label=label, icon=":material/forum:", query_params={"talk": talk.id})


def _day(talk: Talk) -> str:
    return in_words(talk.held_on) if talk.held_on else ""


def _signs(workspace: Workspace, employer: str) -> tuple[Talk, ...]:
    return with_signs(workspace.talks.all(), employer)
