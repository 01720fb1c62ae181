"""What `routes.toml` holds: the walk for each situation, stop by stop, and why each is there.

A stop is data: a new worksheet finds its place in a route by an entry in the file.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from core.cases import Case, Direction
from core.content.files import EN, FaultyContentError, load
from core.content.shapes import Content, Id, Table, Words, has_words_for_all
from core.letters.kinds import Kind
from core.today import NO_TALK_YET
from core.walks import Builds, Counts, Place, Route

FILE = "routes.toml"
SHELF = "worksheets"
"""The folder that holds a file for each worksheet, named by its id."""


class Stop(Content):
    """One stop: what to do there, why, about how long it takes, and where it leads.

    It is there for every case of its route, or `only` after some directions, only
    `after_a_talk`, only `with_referrer`. `worksheet` and `letters` say which one it leads to; of
    several letters any counts, and the one that fits best is offered. `steadies` marks the stop
    that comes first on a heavy day, `heavy` one that then comes last.
    """

    id: Id
    part: Id
    title: Words
    what: Words
    why: Words
    minutes: Annotated[int, Field(ge=1, le=60)]
    builds: Builds
    to: Place
    counts: Counts
    worksheet: str = ""
    letters: tuple[Kind, ...] = ()
    only: tuple[Direction, ...] = ()
    after_a_talk: bool = False
    with_referrer: bool = False
    steadies: bool = False
    heavy: bool = False

    @model_validator(mode="after")
    def _leads_somewhere(self) -> "Stop":
        if (self.to is Place.WORKSHEET) != bool(self.worksheet):
            raise ValueError("needs a worksheet where it leads to one, and only there")
        if (self.to is Place.LETTER) != bool(self.letters):
            raise ValueError("needs letters where it leads to one, and only there")
        if (self.counts is Counts.RUN_FINISHED) != bool(self.worksheet):
            raise ValueError("counts a run where it leads to a worksheet, and only there")
        if (self.counts is Counts.LETTER_SENT) != bool(self.letters):
            raise ValueError("counts a letter where it leads to one, and only there")
        return self

    @property
    def is_for_all(self) -> bool:
        """Whether it is there for every case of its route."""
        return not (self.only or self.after_a_talk or self.with_referrer)

    def is_for(self, case: Case) -> bool:
        """Return whether it is there for this case."""
        if self.only and case.direction not in self.only:
            return False
        if self.after_a_talk and case.stage in NO_TALK_YET:
            return False
        return bool(case.referrer_id) or not self.with_referrer


class RouteOfStops(Content):
    """One route: its parts in their order, and the stops of each."""

    title: Words
    lead: Words
    parts: Table[Id, Words]
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_a_walk(self) -> "RouteOfStops":
        ids = [each.id for each in self.stops]
        if len(set(ids)) != len(ids):
            raise ValueError("two stops have one id")
        if [part for part, _ in groupby(each.part for each in self.stops)] != list(self.parts):
            raise ValueError("needs its stops in the order of its parts, some in each")
        if sum(1 for each in self.stops if each.steadies and each.is_for_all) != 1:
            raise ValueError("needs one stop that steadies, for every case")
        return self

    @model_validator(mode="after")
    def _builds_both(self) -> "RouteOfStops":
        always = {each.builds for each in self.stops if each.is_for_all}
        if missing := sorted(set(Builds) - always):
            raise ValueError(f"has no stop for {', '.join(missing)} in every case")
        return self


class RouteWords(Content):
    """The three routes."""

    routes: Table[Route, RouteOfStops]

    @model_validator(mode="after")
    def _are_all_there(self) -> "RouteWords":
        has_words_for_all(self.routes, Route)
        return self


@cache
def route_words() -> RouteWords:
    """Return the three routes, each stop of which leads to something that there is."""
    return routes_in()


def routes_in(folder: Path = EN) -> RouteWords:
    """Return the routes of a language; raise FaultyContentError where a worksheet is missing."""
    found = load(FILE, RouteWords, folder)
    for place, worksheet in _missing(found, folder):
        raise FaultyContentError(FILE, place, f"there is no worksheet {worksheet}")
    return found


def _missing(found: RouteWords, folder: Path) -> Iterator[tuple[str, str]]:
    shelf = {path.stem for path in (folder / SHELF).glob("*.toml")}
    for route, way in found.routes.items():
        for stop in way.stops:
            if stop.worksheet and stop.worksheet not in shelf:
                yield f"routes.{route}.stops.{stop.id}", stop.worksheet
