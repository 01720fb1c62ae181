"""The shelf: every worksheet there is, each read from its own file and held against the code."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from core.content.files import EN, WHOLE, FaultyContentError, read
from core.worksheets.calculation import Calculation
from core.worksheets.definition import Keep, Result, Worksheet, leading_to
from core.worksheets.fields import LIST
from core.worksheets.keeper import Keeper
from core.worksheets.keeping import KEEPERS
from core.worksheets.lists import is_list
from core.worksheets.results import CALCULATIONS
from core.worksheets.starts import STARTS

FOLDER = "worksheets"


def worksheets(folder: Path | None = None) -> Mapping[str, Worksheet]:
    """Return every worksheet of a language by id, in the order of the files' names.

    Without a folder it is the language of the app. Raises FaultyContentError naming file, step
    and field of the first that cannot be used.
    """
    return _read_all(folder or EN)


@cache
def _read_all(folder: Path) -> Mapping[str, Worksheet]:
    files = sorted(path.name for path in (folder / FOLDER).glob("*.toml"))
    return {each.id: each for each in (worksheet_in(file, folder) for file in files)}


def worksheet_in(file: str, folder: Path = EN) -> Worksheet:
    """Return the worksheet of one file; raise FaultyContentError naming step and field."""
    name = f"{FOLDER}/{file}"
    raw = read(name, folder)
    try:
        worksheet = Worksheet.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        problem = first["msg"].removeprefix("Value error, ")
        raise FaultyContentError(name, _place(raw, first["loc"]), problem) from error
    if f"{worksheet.id}.toml" != file:
        raise FaultyContentError(name, "id", "it has to be the name of the file")
    for place, problem in _faults(worksheet):
        raise FaultyContentError(name, place, problem)
    return worksheet


def _place(raw: Mapping[str, Any], loc: tuple[int | str, ...]) -> str:
    """Return where a fault lies, with the ids of steps and fields in place of their numbers."""
    here: Any = raw
    told: list[str] = []
    for part in loc:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            if part != "function-after":
                told.append(str(part))
            continue
        named = isinstance(part, int) and isinstance(here, Mapping) and here.get("id")
        told.append(str(named or part))
    return ".".join(told) or WHOLE


def _faults(worksheet: Worksheet) -> list[tuple[str, str]]:
    """Return where a worksheet asks for something that the code does not have, and what."""
    faults = []
    for field in worksheet.fields.values():
        lists = {each for source in field.sources for each in leading_to(worksheet, source)}
        faults += [
            (f"field {field.id}", f"there is no {each}")
            for each in sorted(lists)
            if each.startswith(LIST) and not is_list(each)
        ]
        if field.start and field.start not in STARTS:
            faults.append((f"field {field.id}.start", f"there is no {field.start}"))
    for result in worksheet.results:
        calculation = CALCULATIONS.get(result.calculation)
        faults += _mismatch(f"results.{result.id}", result, calculation)
        if calculation and set(result.columns) != calculation.columns:
            wanted = ", ".join(sorted(calculation.columns))
            faults.append((f"results.{result.id}.columns", f"needs {wanted}"))
    for keep in worksheet.keeps:
        faults += _mismatch(f"keeps.{keep.id}", keep, KEEPERS.get(keep.keeper))
    return faults


def _mismatch(
    place: str, part: Result | Keep, code: Calculation | Keeper | None
) -> list[tuple[str, str]]:
    if code is None:
        return [(place, "there is nothing of this name to work it out")]
    faults = []
    if not code.needs <= set(part.of) <= code.takes:
        faults.append((f"{place}.of", f"needs {', '.join(sorted(code.needs))}"))
    if set(part.says) != code.says:
        faults.append((f"{place}.says", f"needs {', '.join(sorted(code.says))}"))
    return faults
