"""A talk on one page: when and where, five facts, the questions; to copy or to print."""

from collections.abc import Iterable
from datetime import date, tzinfo

import streamlit as st

from core.applications import Application, Interview
from core.content.loader import fill, words
from core.exports.file_names import file_name
from core.exports.letters.pdf import pdf_file
from core.exports.letters.sheet import Sheet
from core.exports.paper import paper_for
from core.workspace import Workspace
from pages.parts.interview_times import name_of, reminder


def show_card(
    workspace: Workspace, application: Application, interview: Interview, own: tzinfo, today: date
) -> None:
    """Show the page of a talk to copy, and offer it as PDF."""
    say, me = words("interview"), workspace.me
    title = fill(say["reminder_title"], employer=name_of(application))
    text = card_text(application, interview, own)
    with st.expander(say["card"]):
        st.code(f"{title}\n{text}", language=None, wrap_lines=True)
        sheet = Sheet(subject=title, body=text, day=today, paper=paper_for(me.paper, me.country))
        st.download_button(
            say["card_pdf"],
            lambda: pdf_file(sheet).content,
            file_name=file_name(title, today, "pdf"),
            mime="application/pdf",
            icon=":material/print:",
            on_click="ignore",
            key="interview.card_pdf",
        )


def card_text(application: Application, interview: Interview, own: tzinfo) -> str:
    """Return when and where, the facts, the questions and what is to go out, as paragraphs."""
    say = words("interview")
    open_things = (each.what for each in interview.send_ahead if each.sent_on is None)
    _, *when = reminder(interview, application, own).splitlines()
    blocks = [
        "\n".join(when),
        _block(say["facts"], (each.what for each in application.facts)),
        _block(say["questions"], interview.questions),
        _block(say["ahead"], open_things),
    ]
    return "\n\n".join(filter(None, blocks))


def _block(head: str, lines: Iterable[str]) -> str:
    kept = [f"- {each}" for each in lines]
    return "\n".join([head, *kept]) if kept else ""
