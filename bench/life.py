"""A life of a chosen length in a data folder, the same for the same seed.

Sixty records are a few weeks, `TEN_YEARS` somebody who writes every day; both hold the same
kinds in the same mix. Most cases are at rest and most steps are done, as in a life.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from core.applications import Application, Outcome
from core.cases import OWN_NO, Case, Direction, Door, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import case_words, feeling_words
from core.decisions.look_backs import LOOK_BACK_DAYS, LookBack
from core.network.touchpoints import Channel, Started, Touchpoint
from core.paths import Activity
from core.people import Circle, Closeness, Person
from core.records import Record
from core.sample import sample_workspace
from core.steps import Energy, Step
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

R = TypeVar("R", bound=Record)

MIX = {
    "check_ins": 3650,
    "cases": 2000,
    "steps": 5000,
    "people": 1500,
    "touchpoints": 3000,
    "applications": 2000,
    "activities": 400,
    "look_backs": 300,
}
"""Ten years of somebody who writes every day."""

TEN_YEARS = sum(MIX.values())
DAYS = 3650
LATEST = 6
"""So many of the latest cases are alive, and of the latest steps open, in every life."""

ALIVE = 20
"""Of the earlier cases, one in so many is still alive."""

OPEN = 100
"""Of the earlier steps, one in so many is still open."""

EMPLOYERS = ("Northlight", "Harbour & Sons", "Fieldgate", "Blue Mill", "Oakrise", "Tern Labs")
ROLES = ("data analyst", "teacher", "nurse", "buyer", "editor", "carpenter", "designer")
SOURCES = ("Board", "Somebody I know", "Their own page", "Fair")
THINGS = ("Walked", "Read", "Wrote a page", "Sat with a friend", "Filled in a form")
PLACES = ("at home", "in the library", "by the water", "at the club")
FIRST_NAMES = ("Ada", "Bo", "Chidi", "Dalia", "Emre", "Fen", "Gwen", "Hana", "Ivo", "Jun")
SENTENCE = "I wrote down what was said and what I would do another time. "


def fill(folder: Path, size: int, seed: int = 1) -> None:
    """Fill a folder with a life of `size` records that ends today."""
    Life(Random(seed), size).write(folder)  # noqa: S311 - a life, not a secret


class Life:
    """One made-up life: every record is dated, the oldest first, and so are its stamps."""

    def __init__(self, random: Random, size: int) -> None:
        self._random = random
        self._counts = {kind: round(size * of / TEN_YEARS) for kind, of in MIX.items()}
        self._days = max(20, DAYS * size // TEN_YEARS)
        self._today = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
        self._moment = self._today
        self._words = [
            (word, family)
            for family, each in feeling_words().families.items()
            for word in each.words
        ]

    def write(self, folder: Path) -> None:
        """Write every record to the folder in one commit."""
        workspace = Workspace.open(folder, lambda: self._moment)
        with workspace.one_commit():
            people = [workspace.people.add(each).id for each in self._people()]
            cases = [workspace.cases.add(each).id for each in self._cases(people)]
            workspace.touchpoints.add_all(self._touchpoints(people))
            for check_in in self._check_ins(cases):
                workspace.check_ins.add(check_in)
            for step in self._steps(cases):
                workspace.steps.add(step)
            workspace.applications.add_all(self._applications())
            workspace.activities.add_all(self._activities())
            workspace.look_backs.add_all(self._look_backs(workspace))
            workspace.runs.add_all(self._runs(cases[-1]))
            workspace.paths.add_all(_anew(each) for each in self._sample().paths.all())
            workspace.save_me(workspace.me.model_copy(update={"name": "Sam"}))
        workspace.close()

    def _people(self) -> Iterator[Person]:
        for number in self._through_time("people"):
            name = f"{self._random.choice(FIRST_NAMES)} {number}"
            yield Person(
                name=name,
                how_known="met at a talk",
                address=f"p{number}@example.org",
                circle=self._random.choice(list(Circle)),
                closeness=self._random.choice((None, None, *Closeness)),
            )

    def _touchpoints(self, people: list[str]) -> Iterator[Touchpoint]:
        for number in self._through_time("touchpoints"):
            yield Touchpoint(
                happened_on=self._moment.date(),
                person_id=self._random.choice(people),
                channel=self._random.choice(list(Channel)),
                started=self._random.choice(list(Started)),
                note=SENTENCE * (number % 2),
            )

    def _cases(self, people: list[str]) -> Iterator[Case]:
        reasons, pulls = list(case_words().reasons), list(case_words().pulls)
        for number in self._through_time("cases"):
            moment = self._moment
            stages = list(Stage)[: self._random.randint(1, 6)]
            yield Case(
                direction=self._direction(number),
                employer=f"{self._random.choice(EMPLOYERS)} {number}",
                role=self._random.choice(ROLES),
                happened_on=moment.date(),
                stages=tuple(StageReached(stage=each, noted_at=moment) for each in stages),
                story=SENTENCE * self._random.randint(1, 8),
                pulls=tuple(self._random.sample(pulls, 2)),
                reasons_given=tuple(self._random.sample(reasons, 1)),
                reasons_true=tuple(self._random.sample(reasons, 2)),
                referrer_id=self._random.choice(people),
                door=self._random.choice(list(Door)),
                rested_at=moment if self._is_over("cases", number, ALIVE) else None,
            )

    def _direction(self, number: int) -> Direction:
        """Return any direction; the last case is one of second thoughts."""
        is_last = number == self._counts["cases"] - 1
        return Direction.SECOND_THOUGHTS if is_last else self._random.choice(list(Direction))

    def _applications(self) -> Iterator[Application]:
        for number in self._through_time("applications"):
            day = self._moment.date()
            reached = list(Stage)[: self._random.choice((1, 1, 1, 3, 4, 7))]
            over = self._is_over("applications", number, ALIVE)
            yield Application(
                role=self._random.choice(ROLES),
                employer=f"{self._random.choice(EMPLOYERS)} {number}",
                sent_on=day,
                source=self._random.choice(SOURCES),
                tailored=self._random.choice((True, False, None)),
                contacted=self._random.choice((True, False, None)),
                must_haves=self._random.choice((None, 45, 70, 90)),
                stages=tuple(StageReached(stage=each, on=day) for each in reached),
                outcome=self._random.choice(list(Outcome)) if over else None,
                ended_on=day if over else None,
            )

    def _activities(self) -> Iterator[Activity]:
        for _ in self._through_time("activities"):
            what = f"{self._random.choice(THINGS)} {self._random.choice(PLACES)}"
            energy = self._random.randint(-3, 3)
            yield Activity(happened_on=self._moment.date(), what=what, energy=energy)

    def _look_backs(self, workspace: Workspace) -> Iterator[LookBack]:
        noes = [each for each in workspace.cases.all() if each.direction in OWN_NO]
        for number in range(self._counts["look_backs"]):
            case, days = noes[number % len(noes)], self._random.choice(LOOK_BACK_DAYS)
            yield LookBack(
                happened_on=min(case.happened_on + timedelta(days=days), self._today.date()),
                case_id=case.id,
                after_days=days,
                regret=self._random.randint(0, 10),
                outcome=self._random.randint(-5, 5),
                learned=SENTENCE,
            )

    def _runs(self, case: str) -> Iterator[WorksheetRun]:
        """Yield the runs of the sample life, those about one case as if about this one."""
        for run in self._sample().runs.all():
            yield _anew(run).model_copy(update={"case_id": case if run.case_id else ""})

    def _sample(self) -> Workspace:
        return sample_workspace(lambda: self._today)

    def _check_ins(self, cases: list[str]) -> Iterator[CheckIn]:
        for number in self._through_time("check_ins"):
            picked = self._random.sample(self._words, self._random.randint(0, 3))
            yield CheckIn(
                happened_on=self._moment.date(),
                mood=self._random.randint(3, 8),
                feelings=tuple(
                    Felt(word=str(w), family=f, strength=self._random.randint(2, 7))
                    for w, f in picked
                ),
                note=SENTENCE * (number % 4),
                case_id=self._random.choice(cases) if number % 2 else "",
            )

    def _steps(self, cases: list[str]) -> Iterator[Step]:
        for number in self._through_time("steps"):
            day = self._moment.date()
            yield Step(
                text=f"Walk round the block, and write one line about it ({number})",
                energy=self._random.choice(list(Energy)),
                due=day,
                done_on=day if self._is_over("steps", number, OPEN) else None,
                case_id=self._random.choice(cases),
            )

    def _is_over(self, kind: str, number: int, still_open: int) -> bool:
        return number < self._counts[kind] - LATEST and number % still_open > 0

    def _through_time(self, kind: str) -> Iterator[int]:
        """Count the records of a kind from the oldest on, with the clock at each one's day."""
        count = self._counts[kind]
        for number in range(count):
            self._moment = self._today - timedelta(days=self._days * (count - number) / count)
            yield number
        self._moment = self._today


def _anew(record: R) -> R:
    """Return a record as one that was not saved before."""
    return record.model_copy(update={"id": "", "rev": 0})
