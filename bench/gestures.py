"""What a person does on each screen while it is timed: nothing that is saved for good."""

from itertools import count

from bench.protocol import BUTTONS, CHOICES, Session, Widget, filled, pressed
from tools.screens import Screen, screens

ASK_AND_LEAVE = (r"delete\.[0-9a-f]+", r"delete\.no\..+")
AGAIN = ("again",)

GESTURES = {
    "today": (r".+\.mood",),
    "cases": ASK_AND_LEAVE,
    "case": (r".+\.direction",),
    "check_in": (r".+\.mood",),
    "progress": ASK_AND_LEAVE,
    "support": (r"support\.not_safe", r"crisis\.close"),
    "letter": (r".+\.tone",),
    "feedback": (r"feedback\.next", r"feedback\.back"),
    "writing": (r"writing\.begin\.deepest",),
    "search": (r"new_application\.\d+\.line",),
    "wins": (r"win:new\.\d+\.what",),
    "values": (r"new_value\.\d+\.name",),
    "decisions": (r"decisions\.section",),
    "offer_review": (r"offer_review\.section",),
    "regret": (r"regret\.section",),
    "reapproach": (r"reapproach\.section",),
    "people": (r"people\.section",),
    "talk": (r"talk\.\d+\.topic",),
    "calendar": (r"calendar\.one",),
    "paths": (r"new_path\.\d+\.name",),
    "worksheet": (r"worksheet\.begin\..+|worksheet:\w+\.\d+\.happened",),
}
"""Screen -> the keys of the widgets that are changed in turn; elsewhere the first choice."""

ASKED_FOR = {"letter": "?letter=feedback_request", "worksheet": "?worksheet=first_48"}
"""What a screen has to be asked for by its address."""

NEEDS_AN_ID = ("application", "debrief", "interview", "people_import", "person")
"""The screens that show only links until they are asked for one case or person, or given a file."""

ONLY_LINKS = ("route", "steady", "worksheets")
"""The screens on which there is nothing to change."""

CHARTS = ("progress", "decisions", "offer_review", "regret", "reapproach", "people")
"""The screens with a chart or a table."""


class Visitor:
    """Somebody in front of one screen who makes the same gesture over and over."""

    def __init__(self, session: Session, page: str, keys: tuple[str, ...]) -> None:
        self.session = session
        self._page = page
        self._keys = keys
        self._turns = count()

    async def arrive(self) -> float:
        """Open the screen; return the seconds of its first run."""
        return await self.session.go_to(self._page)

    async def act(self) -> float:
        """Make the next change; return the seconds of its run."""
        turn = next(self._turns)
        widget = self._widget(turn)
        if widget.kind in BUTTONS:
            return await self.session.change(pressed(widget))
        return await self.session.change(filled(widget, turn))

    def _widget(self, turn: int) -> Widget:
        if self._keys and (found := self.session.find(self._keys[turn % len(self._keys)])):
            return found
        offered = self.session.widgets.values()
        for widget in offered:
            if widget.kind in CHOICES and len(widget.choices) > 1:
                return widget
        raise LookupError(f"nothing to change on {self._page or 'home'}: {list(offered)}")


def visitor_of(session: Session, screen: Screen) -> Visitor:
    """Return a visitor of one screen of the app."""
    address = screen.address.strip("/") + ASKED_FOR.get(screen.name, "")
    return Visitor(session, address, GESTURES.get(screen.name, ()))


def visitor_of_bare(session: Session) -> Visitor:
    """Return a visitor of a page of `bench/bare`."""
    return Visitor(session, "", AGAIN)


def plain_screens() -> list[Screen]:
    """Return the screens without chart or table on which something can be changed."""
    apart = {*CHARTS, *NEEDS_AN_ID, *ONLY_LINKS}
    return [each for each in screens() if each.name not in apart]


def chart_screens() -> list[Screen]:
    """Return the screens with a chart or a table."""
    return [each for each in screens() if each.name in CHARTS]
