"""Values: what the person needs from work, in their order, and how much of it they live."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Line, Record, Score


class Value(Record):
    """One value that the person named.

    `card` is an id of `core/content/en/values.toml`, empty for a value in their own words.
    `rank` begins with 1. `importance` and `lived` (this month) run from 0 (not at all) to 10
    (fully); both are as of `rated_on`. `run_id` is the worksheet run that it came from.
    """

    called: ClassVar[str] = "value"

    name: Line
    card: str = ""
    rank: Annotated[int, Field(ge=1)] | None = None
    importance: Score | None = None
    lived: Score | None = None
    rated_on: date | None = None
    run_id: str = ""
