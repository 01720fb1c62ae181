"""Taking a letter along: to copy, in the mail program, and as a file."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.content.letters import kind_words
from core.content.loader import fill, words
from core.errors import AjarError
from core.exports.file_names import file_name
from core.exports.glyphs import setting
from core.exports.letters.mail import draft_mail, mail_link
from core.exports.letters.pdf import pdf_file
from core.exports.letters.plain import text_file
from core.exports.letters.sheet import Sheet
from core.exports.letters.word import word_file
from core.exports.paper import paper_for
from core.letters.letter import Letter
from core.me import Me
from pages.parts.days import in_words

MIME = {
    "eml": "message/rfc822",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain",
}


def offer_files(letter: Letter, me: Me, today: date) -> None:
    """Offer the letter as it stands: to copy, as a mail, and as files made when asked for."""
    say = words("sending")
    sheet = sheet_of(letter, me, today)
    ways = st.container(horizontal=True)
    with ways.popover(say["copy"], icon=":material/content_copy:"):
        st.caption(say["copy_help"])
        st.caption(say["copy_subject"])
        st.code(letter.subject, language=None, wrap_lines=True)
        st.caption(say["copy_body"])
        st.code(letter.body, language=None, wrap_lines=True)
    no_mail = _offer_mail(sheet, ways)
    named = partial(file_name, letter.subject or kind_words(letter.kind).title, today)
    st.caption(say["take"])
    with st.container(horizontal=True):
        _offer_file(named("eml"), say["eml"], lambda: draft_mail(sheet), no_mail)
        _offer_file(named("docx"), say["word"], lambda: word_file(sheet))
        _offer_file(named("pdf"), say["pdf"], lambda: pdf_file(sheet).content)
        _offer_file(named("txt"), say["text"], lambda: text_file(sheet))
    if missing := setting(sheet.all_text).missing(sheet.all_text):
        st.caption(fill(say["pdf_missing"], letters=", ".join(missing)))


def sheet_of(letter: Letter, me: Me, today: date) -> Sheet:
    """Return everything that stands on the letter when it goes out."""
    return Sheet(
        subject=letter.subject,
        body=letter.body,
        day=today,
        date_line=in_words(today),
        from_name=letter.facts.get("me", "") or me.name,
        from_line=me.contact,
        to_name=letter.to_name,
        to_address=letter.to_address,
        paper=paper_for(me.paper, me.country),
    )


def _offer_mail(sheet: Sheet, ways: DeltaGenerator) -> str:
    """Offer the mail program among the ways; where that cannot be, say and return why."""
    say = words("sending")
    try:
        link = mail_link(sheet)
    except AjarError as error:
        st.warning(error.sentence)
        return error.sentence
    ways.link_button(say["mail"], link.url, icon=":material/mail:")
    if not link.has_body:
        st.caption(say["mail_long"])
    return ""


def _offer_file(name: str, label: str, make: Callable[[], bytes], cannot_be: str = "") -> None:
    """Offer a file to be made when asked for; where it `cannot_be`, the button says why."""
    ending = name.rpartition(".")[2]
    st.download_button(
        label,
        make,
        file_name=name,
        mime=MIME[ending],
        icon=":material/download:",
        on_click="ignore",
        disabled=bool(cannot_be),
        help=cannot_be or None,
        key=f"letter.file.{ending}",
    )
