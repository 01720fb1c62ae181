"""Days on which something is broken, locked, or meant to be gone: what a person then meets."""

import os
import sys
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from core.content.loader import words
from core.workspace import WORDS_FILE
from tests.browser.person import Person, a_no, every_byte, lived, stored
from tools.screens import one_of_each_room

FRAME, MY_WORDS, RECOVERY = words("frame"), words("my_words"), words("recovery")
CHECK_IN, TODAY = words("check_in"), words("today")
DAMAGE = b'{"cases": {"1": {"employer": "Harb'
MAY_OVERRIDE = "-dac_override,-dac_read_search,-fowner"


def test_a_damaged_file_leads_to_recovery_and_back(start, open_page):
    """A link to any room leads to recovery, one choice to the last good version; the damage stays.

    Nothing is written before the person chooses.
    """
    server = start()
    yesterday = datetime.now().astimezone() - timedelta(days=1)
    lived(server.folder, a_no(employer="Old Mill"), now=yesterday)
    lived(server.folder, a_no())
    server.stop()
    (server.folder / WORDS_FILE).write_bytes(DAMAGE)
    server.start()
    for screen in one_of_each_room():
        person = Person(open_page(server.url + screen.address), server.url)
        if screen.name == "support":
            continue
        title = person.page.get_by_role("heading", name=RECOVERY["title"], level=1)
        expect(title).to_be_visible()
        assert (server.folder / WORDS_FILE).read_bytes() == DAMAGE
    person.open()
    person.open_list(RECOVERY["copy_choose"])
    person.page.keyboard.press("Enter")
    person.press(RECOVERY["restore"])
    person.open("/cases")
    person.sees("Old Mill, Cook")
    assert DAMAGE in every_byte(server.folder)


def test_support_is_there_when_the_file_is_damaged(start, open_page):
    """A file that cannot be opened takes nobody's way to support."""
    server = start()
    lived(server.folder, a_no())
    server.stop()
    (server.folder / WORDS_FILE).write_bytes(DAMAGE)
    server.start()
    person = Person(open_page(server.url), server.url)
    person.follow(FRAME["support_link"])
    person.sees(words("support")["right_now"])


@contextmanager
def unwritable(folder):
    """Take the right to write from a folder for a while."""
    folder.chmod(0o500)
    yield
    folder.chmod(0o700)


@pytest.fixture
def modest(monkeypatch, tmp_path):
    """Make the servers of this test obey permissions, also where root runs the tests."""
    if os.geteuid() == 0:
        wrapper = tmp_path / "modest.sh"
        drop = f"--bounding-set={MAY_OVERRIDE} --inh-caps={MAY_OVERRIDE}"
        wrapper.write_text(f'#!/bin/sh\nexec setpriv {drop} {sys.executable} "$@"\n')
        wrapper.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(wrapper))


def test_a_folder_that_cannot_be_written_is_said(modest, start, open_page):
    """Where the disk lets us only read, every screen says so, everything can be read."""
    server = start()
    lived(server.folder, a_no())
    server.stop()
    with unwritable(server.folder):
        before = every_byte(server.folder)
        server.start()
        person = Person(open_page(server.url), server.url)
        person.sees(FRAME["read_only"])
        person.sees("Harbour Mills, Cook")
        person.open("/check_in")
        person.sees(FRAME["read_only"])
        person.pick(CHECK_IN["mood"], "4")
        expect(person.button(CHECK_IN["save"])).to_be_disabled()
        person.sees_no(FRAME["broken_title"])
        server.stop()
        assert every_byte(server.folder) == before


def test_erasing_leaves_no_byte(ajar, page):
    """Erase everything: no word is left in any file, not in copies, drafts or the log."""
    yesterday = datetime.now().astimezone() - timedelta(days=1)
    lived(ajar.folder, a_no(employer="Zanzibar Mills"), now=yesterday)
    lived(ajar.folder, a_no(employer="Zanzibar Docks"))
    person = Person(page, ajar.url).open("/check_in")
    person.unfold(CHECK_IN["more"])
    person.write(CHECK_IN["note"], "Zanzibar, half typed")
    page.wait_for_timeout(500)
    assert every_byte(ajar.folder).count(b"Zanzibar") > 2
    person.open("/my_words")
    person.pick(MY_WORDS["section"], MY_WORDS["section_gone"])
    person.tick(MY_WORDS["erase_sure"])
    person.press(MY_WORDS["erase_button"])
    person.sees(MY_WORDS["erased"])
    assert b"Zanzibar" not in every_byte(ajar.folder)
    person.visit(FRAME["today"])
    person.sees(TODAY["question"])
    assert stored(ajar.folder) == {}


def test_one_thing_can_go_for_good(ajar, page):
    """One record can be deleted from the file and every copy; what is beside it stays."""
    yesterday = datetime.now().astimezone() - timedelta(days=1)
    lived(ajar.folder, a_no(employer="Zanzibar Mills"), a_no(), now=yesterday)
    lived(ajar.folder, a_no(employer="Docks"))
    person = Person(page, ajar.url).open("/my_words")
    person.pick(MY_WORDS["section"], MY_WORDS["section_gone"])
    person.write(MY_WORDS["forget_search"], "Zanzibar")
    person.open_list(MY_WORDS["forget_choose"])
    page.keyboard.press("Enter")
    person.tick(MY_WORDS["forget_sure"])
    person.press(MY_WORDS["forget_button"])
    expect(page.get_by_text("Gone, from here")).to_be_visible()
    assert b"Zanzibar" not in every_byte(ajar.folder)
    assert {each["employer"] for each in stored(ajar.folder)["cases"]} == {"Harbour Mills", "Docks"}
