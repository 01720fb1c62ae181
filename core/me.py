"""Me: the few facts about the person that letters, lines and plans may use."""

from typing import Annotated

from pydantic import Field

from core.records import Line, Record

ME = "me"
"""The fixed id of the one record of this kind."""


class Me(Record):
    """Everything here is optional. `country`, `currency` and `time_zone` hold standard codes."""

    id: str = ME
    name: Line = ""
    contact: Line = ""
    country: str = ""
    currency: str = ""
    paper: str = ""
    time_zone: str = ""
    free_hours: Annotated[float, Field(ge=0, le=168)] | None = None
    welcomed: bool = False
