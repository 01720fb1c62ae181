"""A worksheet to take along: blank to write on, or filled, made when it is asked for."""

from collections.abc import Callable
from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words
from core.exports.file_names import file_name
from core.exports.glyphs import setting
from core.exports.paper import Paper, paper_for
from core.exports.worksheets.layout import Filler, Form, blank_leaf, filled_leaf
from core.exports.worksheets.leaf import Leaf
from core.exports.worksheets.pdf import pdf_file
from core.exports.worksheets.word import word_file
from core.worksheets.answers import Answers
from core.worksheets.definition import Worksheet
from core.worksheets.fields import Private, privacy_of
from core.worksheets.results import Found
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.questions import legible
from pages.parts.session import app_mode

MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MAKE: dict[str, Callable[[Leaf, date], bytes]] = {
    "pdf": lambda leaf, _: pdf_file(leaf).content,
    "docx": word_file,
}


def offer_blanks(workspace: Workspace, worksheet: Worksheet) -> None:
    """Offer the blank sheet."""
    say = words("prints")
    key = f"print.{worksheet.id}"
    folded = st.expander(say["blank"], icon=":material/print:", key=key, on_change="rerun")
    if folded.open:
        with folded:
            st.caption(say["blank_help"])
            form = _ask_form(workspace, key)
            _offer(blank_leaf(worksheet, form), key, f"{worksheet.title} {say['blank_name']}")


def offer_prints(
    workspace: Workspace,
    run: WorksheetRun,
    worksheet: Worksheet,
    results: tuple[Found, ...],
    now: datetime,
) -> None:
    """Offer the filled sheet; of what is private, only what is ticked is on it."""
    say = words("prints")
    key = f"print.{run.id}"
    folded = st.expander(say["filled"], icon=":material/print:", key=key, on_change="rerun")
    if folded.open:
        with folded:
            st.caption(say["filled_help"])
            form = _ask_form(workspace, key)
            filler = Filler(
                run.finished_on or now.date(),
                in_words,
                name=workspace.me.name,
                next_step=run.next_step,
                currency=workspace.me.currency,
                shown=_ask_private(worksheet, key),
            )
            _offer(
                filled_leaf(Answers(worksheet, run.answers), results, filler, form),
                key,
                worksheet.title,
            )


def _ask_form(workspace: Workspace, key: str) -> Form:
    say = words("prints")
    usual = paper_for(workspace.me.paper, workspace.me.country)
    paper = st.pills(
        say["paper"],
        list(Paper),
        default=usual,
        required=True,
        format_func=lambda each: legible(say[f"paper_{each}"]),
        key=f"{key}.paper",
    )
    return Form(Paper(paper or usual), large=st.toggle(say["large"], key=f"{key}.large"))


def _offer(leaf: Leaf, key: str, name: str) -> None:
    say = words("prints")
    day = app_mode().now().date()
    with st.container(horizontal=True):
        for ending, make in MAKE.items():
            st.download_button(
                say[f"as_{ending}"],
                lambda make=make: make(leaf, day),
                file_name=file_name(name, day, ending),
                mime=MIME[ending],
                icon=":material/download:",
                on_click="ignore",
                key=f"{key}.{ending}",
            )
    if missing := setting(leaf.all_text).missing(leaf.all_text):
        st.caption(fill(say["missing"], letters=", ".join(missing)))


def _ask_private(worksheet: Worksheet, key: str) -> frozenset[Private]:
    """Ask for each kind of private that a worksheet has whether to print it."""
    say = words("prints")
    has = {privacy_of(each) for each in worksheet.fields.values()}
    if any(each.private for each in worksheet.results):
        has.add(Private.FEELINGS)
    labels = {Private.FEELINGS: say["feelings"], Private.WRITING: say["writing"]}
    return frozenset(
        kind
        for kind, label in labels.items()
        if kind in has and st.checkbox(label, key=f"{key}.{kind}")
    )
