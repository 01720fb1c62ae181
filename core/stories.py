"""Stories: how to tell people what happened, in three lengths (catalogue S1-19)."""

from typing import ClassVar

from core.records import Record, Text


class Story(Record):
    """What to say in ten seconds, in thirty, and to a close friend; the newest one counts."""

    called: ClassVar[str] = "story to tell"

    ten_seconds: Text = ""
    thirty_seconds: Text = ""
    close_friend: Text = ""
    case_id: str = ""
