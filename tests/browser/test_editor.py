"""The text editor: what is typed arrives, stays, and is marked where Python says."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.harness import axe
from tools.serving import Server

APP = "tests/browser/apps/guarded_editor_app.py"
SPEED = 8
"""Milliseconds between keystrokes of a very fast typist."""
CLICK = 80
"""Milliseconds a person's click lasts; with none, Streamlit may fall back to the page just left."""
FOCUSED = "document.activeElement.shadowRoot.activeElement"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Yield the small app, one for this file; it keeps what the editor returned in body.json."""
    folder = tmp_path_factory.mktemp("editor")
    server = Server(APP, folder / "data", EDITOR_STORE=str(folder / "body.json")).start()
    yield server
    server.stop()


@pytest.fixture
def store(server):
    """Return the file in which the small app keeps what the editor returned, not there yet."""
    file = server.folder.with_name("body.json")
    file.unlink(missing_ok=True)
    return file


@pytest.fixture
def open_app(page, server, store):
    """Return a function that opens the small app and gives the editor's field."""

    def open_page(query=""):
        page.goto(server.url + query)
        field = page.get_by_role("textbox", name="Letter body")
        field.wait_for()
        return field

    return open_page


def arrives(page, store, text, within=2.0):
    """Tell whether the app returned exactly this text within some seconds."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if store.exists() and store.read_text() == json.dumps(text):
            return True
        page.wait_for_timeout(50)
    return False


def marked(page):
    """Return the words that are underlined, in order."""
    return page.locator(".under mark").all_inner_texts()


def test_typing_arrives_within_two_seconds(page, open_app, store):
    """What is typed is in Python two seconds after the last key, with the field still focused."""
    field = open_app()
    field.press_sequentially("Dear Ana, thank you", delay=SPEED)
    assert arrives(page, store, "Dear Ana, thank you")
    expect(field).to_be_focused()


def test_the_editor_runs_under_the_security_headers(page, open_app):
    """The page's content security policy lets the editor in, and nothing is reported."""
    open_app().press_sequentially("Dear Ana")
    expect(page.get_by_text("Python has 8 characters")).to_be_visible()
    response = page.request.get(page.url)
    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert [said for said in page.complaints if "Content Security Policy" in said] == []


def test_text_goes_out_at_most_once_a_second(page, open_app):
    """Somebody who types without a pause has each second's words sent, not each key."""
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda it: sent.append(bytes(it))))
    field = open_app()
    page.wait_for_timeout(500)
    sent.clear()
    started = time.monotonic()
    field.press_sequentially("so much to say " * 12, delay=20)
    seconds = time.monotonic() - started
    assert 2 <= len([frame for frame in sent if b"typed" in frame]) <= seconds + 1


def test_leaving_the_field_sends_at_once(page, open_app, store):
    """Tab or a click elsewhere does not wait for a pause."""
    field = open_app()
    field.press_sequentially("Dear Ana")
    field.press("Tab")
    assert arrives(page, store, "Dear Ana", within=0.6)


def test_hiding_the_page_sends_at_once(page, open_app, store):
    """Closing or hiding the tab keeps the last words."""
    field = open_app()
    field.press_sequentially("Dear Ana")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert arrives(page, store, "Dear Ana", within=0.6)


def test_a_reload_keeps_the_text(page, open_app):
    """Two seconds after the last key the text survives a reload."""
    field = open_app()
    field.press_sequentially("Dear Ana,\nthank you")
    page.wait_for_timeout(2000)
    page.reload()
    expect(field).to_have_value("Dear Ana,\nthank you")


def test_leaving_the_page_keeps_the_text(page, open_app):
    """Typing, going to another page at once and coming back: the text is there."""
    field = open_app()
    field.press_sequentially("Dear Ana")
    page.get_by_role("link", name="Away").click(delay=CLICK)
    expect(page.get_by_text("Session has 'Dear Ana'")).to_be_visible()
    page.get_by_role("link", name="Letter").click()
    expect(field).to_have_value("Dear Ana")
    field.press("End")
    field.press_sequentially(" and Ben")
    expect(page.get_by_text("Python has 16 characters")).to_be_visible()


def test_going_back_before_it_was_sent_keeps_the_text(page, open_app):
    """The browser's own back key right after a letter loses nothing that is typed."""
    field = open_app()
    page.get_by_role("link", name="Away").click()
    page.get_by_role("link", name="Letter").click()
    field.press_sequentially("Dear Ana")
    page.go_back()
    expect(page.get_by_role("heading", name="Away")).to_be_visible()
    page.get_by_role("link", name="Letter").click()
    expect(field).to_have_value("Dear Ana")
    expect(page.get_by_text("Python has 8 characters")).to_be_visible()


@pytest.mark.parametrize("query", ["", "?seed=1"])
def test_a_server_that_starts_again_takes_up_what_was_typed(page, open_app, server, store, query):
    """The server ends and starts anew under an open page: its older text does not win."""
    field = open_app(query)
    field.press_sequentially("Dear Ana")
    assert arrives(page, store, "Dear Ana")
    server.kill()
    field.press_sequentially(", dear Ben")
    page.wait_for_timeout(1500)
    store.write_text(json.dumps("Dear"))
    server.start()
    assert arrives(page, store, "Dear Ana, dear Ben", within=30)
    field.press_sequentially(" and Cleo")
    assert arrives(page, store, "Dear Ana, dear Ben and Cleo", within=5)
    expect(field).to_have_value("Dear Ana, dear Ben and Cleo")


@pytest.mark.parametrize("slow", [0, 1.5])
def test_runs_while_typing_lose_no_character(page, open_app, store, slow):
    """200 fast keystrokes over many runs of the script, quick or slow, all stay, in order."""
    text = "".join(f"{number:03} " for number in range(50))
    field = open_app(f"?slow={slow}")
    field.press_sequentially(text, delay=SPEED * 2)
    expect(field).to_have_value(text)
    assert arrives(page, store, text)
    page.wait_for_timeout(slow * 1000 + 300)
    expect(field).to_have_value(text)


def test_runs_leave_the_caret_the_selection_and_undo_alone(page, open_app, store):
    """While Python answers, the caret stays in mid-text, and undo still goes back."""
    field = open_app()
    field.press_sequentially("one three")
    assert arrives(page, store, "one three")
    for _ in range(5):
        field.press("ArrowLeft")
    field.press_sequentially("two ")
    assert arrives(page, store, "one two three")
    field.press("Shift+ArrowRight")
    page.wait_for_timeout(300)
    assert page.evaluate(f"[{FOCUSED}.selectionStart, {FOCUSED}.selectionEnd]") == [8, 9]
    field.press("Control+z")
    expect(field).not_to_have_value("one two three")
    for _ in range(3):
        field.press("Control+z")
    assert arrives(page, store, field.input_value())


def test_runs_leave_a_composition_alone(page, open_app, store):
    """Letters that are still being composed, as in Japanese, are not cut off by a run."""
    field = open_app()
    field.focus()
    devtools = page.context.new_cdp_session(page)
    for shown in ("k", "か", "かn", "かんj", "かんじ"):
        devtools.send(
            "Input.imeSetComposition",
            {"text": shown, "selectionStart": len(shown), "selectionEnd": len(shown)},
        )
        page.wait_for_timeout(500)
    devtools.send("Input.insertText", {"text": "漢字"})
    expect(field).to_have_value("漢字")
    assert arrives(page, store, "漢字")


def test_python_replaces_the_text_only_on_purpose(page, open_app, store):
    """A text put under the key takes the place of the one in the field; typing goes on from it."""
    field = open_app()
    field.press_sequentially("My own")
    page.get_by_role("button", name="Replace").click()
    expect(field).to_have_value("Put here on purpose.")
    assert arrives(page, store, "Put here on purpose.")
    field.press("End")
    field.press_sequentially(" Mine.")
    assert arrives(page, store, "Put here on purpose. Mine.")


def test_a_callback_sees_the_last_letter(page, open_app, store):
    """A button that adds to the text adds to what was typed up to the click."""
    field = open_app()
    field.press_sequentially("Dear Ana")
    page.get_by_role("button", name="Add a closing").click()
    assert arrives(page, store, "Dear Ana\nKind regards")
    expect(field).to_have_value("Dear Ana\nKind regards")


def test_what_is_typed_meanwhile_goes_into_the_new_text(page, open_app, store):
    """While a text from Python is on its way, typing goes on where it was and nothing is lost."""
    field = open_app("?late=1")
    field.press_sequentially("Dear Ana\nthank you")
    assert arrives(page, store, "Dear Ana\nthank you", within=4)
    field.press("ArrowUp")
    field.press("End")
    page.get_by_role("button", name="Add a closing").click()
    field.focus()
    field.press_sequentially(", dear Ben")
    expect(field).to_have_value("Dear Ana, dear Ben\nthank you\nKind regards")
    field.press_sequentially(" and Cleo")
    assert arrives(page, store, "Dear Ana, dear Ben and Cleo\nthank you\nKind regards", within=4)


def test_marks_stand_under_the_right_words(page, open_app):
    """Marked passages are found by character, with emoji and other scripts before them."""
    field = open_app()
    field.fill("👩‍💻 漢字 🙂 honestly, I would never say honestly.")
    expect(page.locator(".under mark")).to_have_text(["honestly", "never", "honestly"])
    under = page.locator(".under")
    assert under.evaluate("each => each.textContent.replace('\\u200b', '')") == field.input_value()


def test_marks_lie_exactly_under_the_text(page, open_app):
    """The underlined copy has the size and wrapping of the field, also with long words."""
    field = open_app()
    field.fill("honestly " + "long" * 80 + "\n\n\tnever  two  spaces\n" + "words and " * 60)
    expect(page.locator(".under mark").first).to_be_visible()
    sizes = page.evaluate(
        """() => {
            const root = document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot
            return [...root.querySelectorAll(".under, textarea")].map(each =>
                [each.clientWidth, each.clientHeight, each.scrollHeight, each.scrollWidth])
        }"""
    )
    assert sizes[0] == sizes[1]


def test_marks_move_with_the_words_before_python_answers(page, open_app):
    """Typing before a marked word carries the mark along at once."""
    field = open_app()
    field.fill("I never said so")
    expect(page.locator(".under mark")).to_have_text(["never"])
    field.press("Home")
    field.press_sequentially("Yes, ")
    assert marked(page) == ["never"]


def test_notes_are_a_list_that_leads_to_the_words(page, open_app):
    """Each marked passage is in a list with its reason; its button selects it in the text."""
    field = open_app()
    field.fill("I never said so")
    expect(page.get_by_text("Worth a second look")).to_be_visible()
    notes = page.get_by_role("list").filter(has_text="never")
    expect(notes.get_by_role("listitem")).to_have_text(["never: Say it in your own words."])
    expect(field).to_have_accessible_description(re.compile("speak.*Say it in your own words"))
    field.press("Tab")
    expect(notes.get_by_role("button", name="never")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("once")
    expect(field).to_have_value("I once said so")


def test_what_does_not_fit_is_said_and_stays(page, open_app, store):
    """Past the limit nothing leaves the field: it is struck through, said, and not returned."""
    field = open_app("?most=20")
    field.press_sequentially("🙂 twenty characters and more")
    expect(page.get_by_role("status").filter(has_text="Only the first 20")).to_be_visible()
    expect(field).to_have_value("🙂 twenty characters and more")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("28 of 20 characters")).to_be_visible()
    assert page.locator(".under mark.over").inner_text() == "and more"
    assert arrives(page, store, "🙂 twenty characters ")
    for _ in range(8):
        field.press("Backspace")
    expect(page.get_by_text("Only the first 20")).to_have_count(0)
    expect(field).to_have_attribute("aria-invalid", "false")


def test_a_long_paste_arrives_whole(page, open_app, store):
    """20,000 characters at once arrive, and the field grows so that all of them are seen."""
    text = "\n".join(f"{number:05} honestly, a line as long as lines are" for number in range(500))
    field = open_app()
    field.focus()
    page.evaluate("text => document.execCommand('insertText', false, text)", text)
    assert len(text) > 20_000
    assert arrives(page, store, text, within=3)
    assert field.evaluate("each => each.scrollHeight <= each.clientHeight")
    started = time.monotonic()
    field.press_sequentially("quick")
    assert time.monotonic() - started < 2
    assert arrives(page, store, text + "quick")


def test_keys_in_the_field_are_letters_only(page, open_app, store):
    """Letters that are Streamlit's shortcuts elsewhere are letters here."""
    field = open_app()
    field.press_sequentially("rc?")
    assert arrives(page, store, "rc?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_keyboard_alone_is_enough(page, open_app, store):
    """Tab leads in and out of the field."""
    field = open_app()
    page.get_by_role("button", name="Add a closing").focus()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    page.keyboard.type("Dear Ana")
    page.keyboard.press("Tab")
    expect(field).not_to_be_focused()
    assert arrives(page, store, "Dear Ana")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, open_app, scheme):
    """No accessibility rule is broken, with notes and over the limit, in both themes."""
    page.emulate_media(color_scheme=scheme)
    field = open_app("?most=20&native=1")
    field.fill("I never honestly said this, and more")
    expect(page.get_by_role("status")).to_contain_text("Only the first 20")
    expect(page.get_by_role("listitem").filter(has_text="never")).to_be_visible()
    assert axe(page) == []
