"""A worksheet to take along: blank to write on, or filled, made when it is asked for."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from core.content.loader import words
from core.exports.letters.plain import file_name
from core.worksheets.answers import Answers
from core.worksheets.definition import Worksheet
from core.worksheets.results import Found
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.session import app_mode

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def offer_blanks(workspace: Workspace, worksheet: Worksheet) -> None:
    """Offer the blank sheet, for the person's paper."""
    say = words("prints")
    with st.expander(say["blank"], icon=":material/print:"):
        st.caption(say["blank_help"])
        large = st.toggle(say["large"], key=f"print.{worksheet.id}.large")
        day = app_mode().now().date()
        _offer(
            worksheet.title,
            f"blank.{worksheet.id}",
            lambda: leaf_of(worksheet, None, (), me=workspace.me, large=large, day=day),
        )


def offer_prints(
    workspace: Workspace,
    run: WorksheetRun,
    worksheet: Worksheet,
    results: tuple[Found, ...],
    now: datetime,
) -> None:
    """Offer the filled sheet; what tells of feelings is on it only where that is ticked."""
    say = words("prints")
    answers = Answers(worksheet, run.answers)
    with st.expander(say["filled"], icon=":material/print:"):
        st.caption(say["filled_help"])
        large = st.toggle(say["large"], key=f"print.{run.id}.large")
        feelings = _has_feelings(worksheet) and st.checkbox(
            say["feelings"], key=f"print.{run.id}.feelings"
        )
        _offer(
            worksheet.title,
            f"filled.{run.id}",
            lambda: leaf_of(
                worksheet,
                answers,
                results,
                me=workspace.me,
                large=large,
                day=now.date(),
                with_feelings=feelings,
            ),
        )


def _has_feelings(worksheet: Worksheet) -> bool:
    return any(each.private for each in (*worksheet.fields.values(), *worksheet.results))


def _offer(title: str, key: str, make: Callable[[], object]) -> None:
    say = words("prints")
    today = app_mode().now().date()
    with st.container(horizontal=True):
        for ending, mime, content in (
            ("pdf", "application/pdf", lambda: pdf_file(make()).content),
            ("docx", WORD, lambda: word_file(make())),
        ):
            st.download_button(
                say[f"as_{ending}"],
                content,
                file_name=file_name(title, today, ending),
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"print.{key}.{ending}",
            )
