"""The words of one screen, by key."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import RootModel, model_validator

from core.content.files import EN, FaultyContentError, load
from core.content.shapes import Id, Words, declares_its_slots

SCREENS = "screens"
SLOTS = "slots"


class ScreenFile(RootModel[dict[Id, Words | tuple[Words, ...]]]):
    """What one file in `screens/` holds: a text, or a list of texts, under each key.

    A file may declare its `slots`; then no other may be used in it.
    """

    @model_validator(mode="before")
    @classmethod
    def _declares_its_slots(cls, raw: dict[str, Any]) -> dict[str, Any]:
        return declares_its_slots(raw) if SLOTS in raw else raw


class ScreenWords(Mapping[str, Any]):
    """A read-only mapping from key to text, or to a tuple of texts where the file has a list."""

    def __init__(self, file: str, texts: ScreenFile) -> None:
        self._file = file
        self._texts = {key: text for key, text in texts.root.items() if key != SLOTS}

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - a page knows which of the two it asks for
        """Return the text or texts; raise FaultyContentError where the file has none."""
        if key not in self._texts:
            raise FaultyContentError(self._file, key, "it is missing")
        return self._texts[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether the file has words under this key."""
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in the order of the file."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._texts)


@cache
def words(screen: str) -> ScreenWords:
    """Return the words of one screen, from `screens/<screen>.toml`."""
    return screen_words(screen)


def screen_words(screen: str, folder: Path = EN) -> ScreenWords:
    """Return the words of one screen of the language in `folder`."""
    file = f"{SCREENS}/{screen}.toml"
    return ScreenWords(file, load(file, ScreenFile, folder))
