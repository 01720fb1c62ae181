"""A person at a page: does what the screens say, in the screens' own words, by mouse or keys."""

import json
import re
from collections import defaultdict
from copy import copy
from datetime import datetime

from playwright.sync_api import expect

from core.cases import Case, Direction
from core.workspace import WORDS_FILE, Workspace
from pages.parts.plain_text import JOINER
from tests.browser.harness import settled

GROUPS = "[role=radiogroup], [role=toolbar]"
HOLDS_FOCUS = """each => {
    let active = document.activeElement
    while (active?.shadowRoot) active = active.shadowRoot.activeElement
    return each === active || each.contains(active)
}"""
FOCUSED_WORDS = """() => {
    const active = document.activeElement
    return (active.closest("label") ?? active).innerText.split("\\n")[0].trim()
}"""
KEYS_A_SECOND, SECONDS_A_CLICK = 5, 2
"""The pace of somebody who is neither quick nor slow."""
KEYSTROKE = 5
"""Milliseconds between keystrokes in a test, where nobody has to be waited for."""
MOST_TABS = 80
MOST_CHOICES = 15
MOST_TRIES = 8


class Person:
    """Somebody who goes through the screens by mouse; types only where there is a field."""

    def __init__(self, page, url):
        self.page = page
        self.url = url
        self.room = page

    def within(self, part, place=0):
        """Return the same person, who looks only into a part of the screen, by its key.

        Of several parts that share what their key begins with, `place` is which one.
        """
        inside = copy(self)
        inside.room = self.page.locator(f"[class*={part}]:not([class*=-remove])").nth(place)
        return inside

    def open(self, screen="/"):
        """Go to the address of a screen."""
        self.page.goto(self.url + screen)
        settled(self.page)
        return self

    def pick(self, question, choice):
        """Choose one answer of a question whose answers stand side by side or in a list."""
        self.option(question, choice).click()
        settled(self.page)

    def write(self, label, text):
        """Type into a field and leave it."""
        field = self.field(label)
        field.fill(text)
        field.press("Tab")
        settled(self.page)

    def fill(self, texts):
        """Type into several lines and numbers, told by their labels, and leave each."""
        for label, text in texts.items():
            number = self.room.get_by_role("spinbutton", name=label, exact=True)
            line = self.field(label).or_(number)
            line.fill(text)
            line.press("Tab")
        settled(self.page)

    def date(self, label, day):
        """Type a day into a field for one, year first, and leave it."""
        self.room.get_by_role("spinbutton", name=f"year, {label}", exact=True).focus()
        self.page.keyboard.type(f"{day:%Y%m%d}", delay=KEYSTROKE)
        self.page.keyboard.press("Escape")  # the calendar opens beside the field
        self.page.keyboard.press("Tab")
        settled(self.page)

    def time(self, label, at):
        """Type a time ("10:30") into a field for one, and leave it."""
        self.room.get_by_role("spinbutton", name=f"hour, {label}", exact=True).focus()
        self.page.keyboard.type(at.replace(":", ""), delay=KEYSTROKE)
        self.page.keyboard.press("Escape")  # the list of times opens beside the field
        self.page.keyboard.press("Tab")
        settled(self.page)

    def press(self, label):
        """Press a button."""
        self.button(label).click()
        settled(self.page)

    def follow(self, label):
        """Follow a link in the screen itself."""
        self._link(label).click()
        settled(self.page)

    def unfold(self, label):
        """Open a part of the screen that is folded away, unless it is open."""
        summary = self.page.locator("summary").filter(has_text=label)
        if not summary.evaluate("each => each.parentElement.open"):
            summary.click()
        settled(self.page)

    def unfold_all(self):
        """Open every part of the screen that is folded away."""
        for each in self.page.locator("summary").all():
            each.click()
        settled(self.page)

    def choose(self, label, choice):
        """Choose from a list that opens, by its arrows."""
        for _ in self.open_list(label):
            focused = self.page.locator("[role=option][data-focused=true]")
            if choice in focused.inner_text():
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        settled(self.page)

    def look_for(self, label, choice):
        """Choose from a long list that opens, by typing what to look for."""
        box = self.page.get_by_role("combobox", name=label)
        box.scroll_into_view_if_needed()
        found = self.page.get_by_role("option", name=choice)
        for _ in range(MOST_TRIES):  # an open list closes while the page still scrolls
            settled(self.page)
            box.fill(choice)
            if found.count():
                break
        expect(found.first).to_be_visible()
        box.press("Enter")
        box.press("Escape")
        settled(self.page)

    def open_list(self, label):
        """Open a list and return what can be chosen from it."""
        box = self.page.get_by_role("combobox", name=label)
        box.scroll_into_view_if_needed()
        box.focus()
        options = self.page.get_by_role("option")
        for _ in range(MOST_TRIES):  # an open list closes while the page still scrolls
            settled(self.page)
            if options.count():
                break
            box.press("ArrowDown")
        expect(options.first).to_be_visible()
        return options.all_inner_texts()

    def tick(self, label):
        """Tick a box."""
        self.room.get_by_test_id("stCheckbox").filter(has_text=label).locator("label").click()
        settled(self.page)

    def visit(self, name):
        """Go to a screen by the menu."""
        self._in_menu(name).click()
        expect(self.page).to_have_title(name)
        settled(self.page)

    def field(self, label):
        """Return the field with this label."""
        return self.room.get_by_role("textbox", name=label, exact=True)

    def button(self, label):
        """Return the button that says this."""
        return self.room.get_by_role("button", name=label, exact=True)

    def sees(self, text):
        """Assert that the screen shows this text."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def sees_no(self, text):
        """Assert that the screen does not show this text."""
        expect(self.page.get_by_text(text)).to_have_count(0)

    def _in_menu(self, name):
        """Return the link to a screen in the menu, its part of the menu opened."""
        menu = self.page.get_by_role("navigation", name="App pages")
        link = menu.get_by_role("link", name=name, exact=True)
        opened = self.page.get_by_role("menuitem", name=name, exact=True)
        for part in menu.get_by_role("button").all():
            if link.or_(opened).count():
                break
            part.click()
        return link.or_(opened).first

    def _link(self, label):
        return self.page.get_by_role("main").get_by_role("link", name=label).first

    def option(self, question, choice):
        """Return one answer of a question whose answers stand side by side or in a list."""
        shown = re.compile(rf"^{JOINER}?{re.escape(choice)}$")
        return self.group(question).get_by_text(shown).first

    def group(self, question):
        """Return the answers of a question that stand side by side or in a list."""
        return self.room.locator(GROUPS).and_(self.page.get_by_label(question, exact=True))


class TypingPerson(Person):
    """Somebody who types key by key; `seconds` is how long that takes at an ordinary pace."""

    def __init__(self, page, url):
        super().__init__(page, url)
        self.keys = self.clicks = 0

    @property
    def seconds(self):
        """How long the keys and clicks so far take at five keys a second, two seconds a click."""
        return self.keys / KEYS_A_SECOND + self.clicks * SECONDS_A_CLICK

    def pick(self, question, choice):
        """Choose with one click."""
        self.clicks += 1
        super().pick(question, choice)

    def press(self, label):
        """Press with one click."""
        self.clicks += 1
        super().press(label)

    def follow(self, label):
        """Follow with one click."""
        self.clicks += 1
        super().follow(label)

    def visit(self, name):
        """Go by the menu with one click."""
        self.clicks += 1
        super().visit(name)

    def write(self, label, text):
        """Click into a field, type, and leave it by Tab."""
        self.clicks += 1
        self.keys += len(text) + 1
        field = self.field(label)
        field.click()
        field.press_sequentially(text, delay=KEYSTROKE)
        field.press("Tab")
        settled(self.page)


class KeyboardPerson(Person):
    """Somebody who uses the keyboard alone; `strokes` counts every key they press."""

    def __init__(self, page, url):
        super().__init__(page, url)
        self.strokes = 0

    def pick(self, question, choice):
        """Tab to the question, move with the arrows, choose with space."""
        group = self.group(question)
        expect(group).to_be_visible()
        self._reach(group)
        for _ in range(MOST_CHOICES):
            if self._focused() == choice:
                break
            self._key("ArrowRight")
        assert self._focused() == choice
        self._key("Space")
        settled(self.page)

    def write(self, label, text):
        """Tab to a field and type, key by key."""
        self._reach(self.field(label))
        self.page.keyboard.type(text)
        self.strokes += len(text)
        self._key("Tab")
        settled(self.page)

    def press(self, label):
        """Tab to a button and press Enter."""
        self._reach(self.button(label))
        self._key("Enter")
        settled(self.page)

    def follow(self, label):
        """Tab to a link and press Enter."""
        self._reach(self._link(label))
        self._key("Enter")
        settled(self.page)

    def _focused(self):
        return self.page.evaluate(FOCUSED_WORDS).strip(JOINER)

    def _reach(self, target):
        expect(target).to_be_visible()
        for _ in range(MOST_TABS):
            if target.evaluate(HOLDS_FOCUS):
                return
            self._key("Tab")
        raise AssertionError(f"no way there by Tab: {target}")

    def _key(self, name):
        self.page.keyboard.press(name)
        self.strokes += 1


def stored(folder):
    """Return the records in a data folder: a list of documents for each table."""
    file = folder / WORDS_FILE
    tables = json.loads(file.read_bytes()) if file.exists() else {}
    return defaultdict(list, {name: list(each.values()) for name, each in tables.items()})


def every_byte(folder):
    """Return all that stands in a folder, file names included, as one heap of bytes."""
    files = [each for each in sorted(folder.rglob("*")) if each.is_file()]
    return b"\n".join(str(each).encode() + b"\n" + each.read_bytes() for each in files)


def lived(folder, *records, now=None):
    """Put records into a data folder, as if they had been told before; return them as saved."""
    workspace = Workspace.open(folder, lambda: now or datetime.now().astimezone())
    homes = {each.kind: each for each in workspace.collections}
    saved = [homes[type(each)].add(each) for each in records]
    workspace.close()
    return saved


def emptied(folder):
    """Let a data folder hold nothing, while its app goes on."""
    workspace = Workspace.open(folder, lambda: datetime.now().astimezone())
    workspace.replace_content({})
    workspace.close()


def a_no(**facts):
    """Return a case as many are: a no after the final round."""
    told = {"employer": "Harbour Mills", "role": "Cook", **facts}
    today = datetime.now().astimezone().date()
    return Case(direction=Direction.THEY_SAID_NO, **{"happened_on": today, **told})
