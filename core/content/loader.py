"""The one way to the words: content files read once, checked, and kept."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.content.cases import CaseWords
from core.content.feelings import FeelingWords
from core.content.screens import ScreenFile, ScreenWords
from core.content.shapes import FaultyContentError
from core.content.slots import fill

__all__ = ["FaultyContentError", "case_words", "check_all", "feeling_words", "fill", "words"]

EN = Path(__file__).parent / "en"
SCREENS = "screens"

M = TypeVar("M", bound=BaseModel)


@cache
def feeling_words() -> FeelingWords:
    """Return the feeling words by family, and the body cues."""
    return load("feelings.toml", FeelingWords)


@cache
def case_words() -> CaseWords:
    """Return the words for cases: directions, stages, channels, reasons, doors, goals."""
    return load("cases.toml", CaseWords)


@cache
def words(screen: str) -> ScreenWords:
    """Return the words of one screen, from `screens/<screen>.toml`."""
    return screen_words(screen, EN)


def screen_words(screen: str, folder: Path) -> ScreenWords:
    """Return the words of one screen of the language in `folder`."""
    file = f"{SCREENS}/{screen}.toml"
    return ScreenWords(file, load(file, ScreenFile, folder))


def check_all(folder: Path = EN) -> None:
    """Load every content file; raise FaultyContentError for the first that cannot be used."""
    for file, shape in SHAPES.items():
        load(file, shape, folder)
    for path in sorted((folder / SCREENS).glob("*.toml")):
        screen_words(path.stem, folder)


def load(file: str, shape: type[M], folder: Path = EN) -> M:
    """Return one content file in its shape; raise FaultyContentError naming file and field."""
    try:
        return shape.model_validate(_read(file, folder))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "(whole file)"
        raise FaultyContentError(file, field, first["msg"].removeprefix("Value error, ")) from error


def _read(file: str, folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except OSError as error:
        raise FaultyContentError(file, "(whole file)", "cannot be opened") from error
    except ValueError as error:
        raise FaultyContentError(file, "(whole file)", str(error)) from error


SHAPES: dict[str, type[BaseModel]] = {
    "feelings.toml": FeelingWords,
    "cases.toml": CaseWords,
}
"""Every content file that is not a screen's, and its shape."""
