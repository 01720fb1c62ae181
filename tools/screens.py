"""The screens that the menu lists, read from its source without running it."""

import ast
from dataclasses import dataclass
from pathlib import Path

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
