"""Stories: how to tell people what happened, in three lengths (catalogue S1-19)."""

from collections.abc import Collection
from typing import ClassVar

from core.records import Record, Text, instant


class Story(Record):
    """What to say in ten seconds, in thirty, and to a close friend; the newest one counts."""

    called: ClassVar[str] = "story to tell"

    ten_seconds: Text = ""
    thirty_seconds: Text = ""
    close_friend: Text = ""
    case_id: str = ""

    @property
    def versions(self) -> dict[str, str]:
        """The versions that were written, the shortest first, by the name of their field."""
        names = ("ten_seconds", "thirty_seconds", "close_friend")
        return {name: getattr(self, name) for name in names if getattr(self, name)}


def story_for(stories: Collection[Story], case_id: str = "") -> Story | None:
    """Return the story to tell now: the newest about this case, else the newest about none.

    Without a case it is the newest of all. One without any version is no story.
    """
    told = [each for each in stories if each.versions]
    if case_id:
        ours = [each for each in told if each.case_id == case_id]
        told = ours or [each for each in told if not each.case_id]
    return max(told, key=lambda each: instant(each.created_at), default=None)
