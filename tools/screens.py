"""The screens that the menu lists, read from its source without running it, and their states."""

import ast
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from core.content.loader import words
from core.letters.kinds import Kind
from tools.chromium import settle

MENU = Path(__file__).parent.parent / "pages" / "menu.py"


@dataclass(frozen=True)
class Screen:
    """One screen: its file under `pages/`, its address in the app, whether the menu shows it."""

    file: str
    address: str
    hidden: bool

    @property
    def name(self) -> str:
        """The file's stem: the name of the screen in tests and pictures."""
        return Path(self.file).stem


@dataclass(frozen=True)
class State:
    """A screen after some presses, in the sample life: the labels that are pressed, in order."""

    name: str
    address: str
    presses: tuple[str, ...] = ()

    def come_to(self, page: Page, url: str) -> None:
        """Open the screen and press what leads to this state."""
        page.goto(url + self.address)
        settle(page)
        for label in self.presses:
            page.get_by_role("main").get_by_text(label, exact=True).first.click()
            settle(page)


def states() -> list[State]:
    """Return the states of the letter screens that no address alone leads to."""
    letter, openness = words("letter"), words("openness")
    decline, back = f"/letter?letter={Kind.DECLINE_DOOR_OPEN}", f"/letter?letter={Kind.REAPPROACH}"
    reason = (openness["level_specific"], letter["another"])
    return [
        State("letter_written", f"/letter?letter={Kind.FEEDBACK_REQUEST}"),
        State("letter_reason", decline, reason),
        State("letter_call", back, (letter["step_call"],)),
        State("letter_waits", back, (letter["step_send"],)),
        State("letter_sent", "/letters", (words("letters")["open"],)),
    ]


def screens(menu: Path = MENU) -> list[Screen]:
    """Return the screens in the list SCREENS of the menu, in its order."""
    for node in ast.parse(menu.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SCREENS":
            calls = (each for each in ast.walk(node.value) if isinstance(each, ast.Call))
            return [_screen(each) for each in calls if ast.unparse(each.func) == "st.Page"]
    raise LookupError("the menu has no list SCREENS")


def _screen(page: ast.Call) -> Screen:
    file = ast.literal_eval(page.args[0])
    options = {each.arg: each.value for each in page.keywords}
    told = {
        name: ast.literal_eval(options[name])
        for name in ("default", "visibility", "url_path")
        if name in options
    }
    address = "" if told.get("default") else told.get("url_path", Path(file).stem)
    return Screen(file, f"/{address}", told.get("visibility") == "hidden")
