"""Content files: read from the folder of a language, held against their shape."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.errors import AjarError

EN = Path(__file__).parent / "en"
WHOLE = "(whole file)"

M = TypeVar("M", bound=BaseModel)


class FaultyContentError(AjarError):
    """A content file that cannot be used, with the file and the field to look at."""

    def __init__(self, file: str, field: str, problem: str) -> None:
        super().__init__(
            f"Ajar cannot read its own words: {file}, field {field}: {problem}. "
            "Your own words are safe. Please put that file right and start again."
        )
        self.file = file
        self.field = field


def load(file: str, shape: type[M], folder: Path = EN) -> M:
    """Return one content file in its shape; raise FaultyContentError naming file and field."""
    try:
        return shape.model_validate(read(file, folder))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or WHOLE
        raise FaultyContentError(file, field, first["msg"].removeprefix("Value error, ")) from error


def read(file: str, folder: Path = EN) -> dict[str, Any]:
    """Return what a content file holds; raise FaultyContentError where it cannot be read."""
    try:
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except OSError as error:
        raise FaultyContentError(file, WHOLE, "it cannot be opened") from error
    except ValueError as error:
        raise FaultyContentError(file, WHOLE, str(error)) from error
