"""A life of a chosen length in a data folder, the same for the same seed.

Sixty records are a few weeks, `TEN_YEARS` somebody who writes every day; both hold the same
kinds in the same mix. Most cases are at rest and most steps are done, as in a life.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from core.cases import Case, Direction, Door, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import case_words, feeling_words
from core.people import Person
from core.steps import Energy, Step
from core.workspace import Workspace

MIX = {"check_ins": 3650, "cases": 2000, "steps": 5000, "people": 1500}
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
            for check_in in self._check_ins(cases):
                workspace.check_ins.add(check_in)
            for step in self._steps(cases):
                workspace.steps.add(step)
            workspace.save_me(workspace.me.model_copy(update={"name": "Sam"}))
        workspace.close()

    def _people(self) -> Iterator[Person]:
        for number in self._through_time("people"):
            name = f"{self._random.choice(FIRST_NAMES)} {number}"
            yield Person(name=name, how_known="met at a talk", address=f"p{number}@example.org")

    def _cases(self, people: list[str]) -> Iterator[Case]:
        reasons, pulls = list(case_words().reasons), list(case_words().pulls)
        for number in self._through_time("cases"):
            moment = self._moment
            stages = list(Stage)[: self._random.randint(1, 6)]
            yield Case(
                direction=self._random.choice(list(Direction)),
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
