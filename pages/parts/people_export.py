"""Everybody on their way out: as a table, or as cards for an address book."""

from datetime import date

import streamlit as st

from core.content.loader import (
    import_words,
    network_words,
    people_import_words,
    steady_words,
    words,
)
from core.exports.file_names import file_name
from core.exports.people import Labels, as_people_csv, as_vcards, with_last_contact
from core.names import plain
from core.network.contacts import contacts_by_person
from core.people import Person
from core.workspace import Workspace


def show_export(workspace: Workspace, today: date) -> None:
    """Offer everybody as a CSV file and as a file of cards."""
    say = words("people_import")
    st.header(say["take"])
    if not workspace.people.all():
        st.caption(say["take_none"])
        return
    st.caption(say["take_lead"])
    with st.container(horizontal=True):
        st.download_button(
            say["take_csv"],
            lambda: as_people_csv(_in_touch(workspace, today), _labels()),
            file_name=file_name(say["file"], today, "csv"),
            mime="text/csv",
            icon=":material/table:",
            on_click="ignore",
            key="people.take.csv",
        )
        st.download_button(
            say["take_cards"],
            lambda: as_vcards(workspace.view(_by_name)),
            file_name=file_name(say["file"], today, "vcf"),
            mime="text/vcard",
            icon=":material/contacts:",
            on_click="ignore",
            key="people.take.vcf",
        )


def _labels() -> Labels:
    return Labels(people_import_words(), import_words(), network_words(), steady_words())


def _in_touch(workspace: Workspace, today: date) -> tuple[Person, ...]:
    contacts = workspace.view(contacts_by_person, today)
    return with_last_contact(workspace.view(_by_name), contacts)


def _by_name(workspace: Workspace) -> tuple[Person, ...]:
    return tuple(sorted(workspace.people.all(), key=lambda each: plain(each.name)))
