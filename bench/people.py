"""What thousands of people cost: who is due, the three of the week, a search, and one save.

    python -m bench.people

On a workspace on disk with 25,000 contacts; milliseconds, medians of rounds. "Index" is what is
known of all contacts (last real contact, unanswered notes), made anew for each revision; "warm"
means that it is there already and everything else is worked out. A person waits for the warm
figures on each change of a list, and for the index once after each save.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from bench.figures import Row, p95, table
from core.content.loader import import_words, people_import_words
from core.imports.people import preview_people, read_people_sheet
from core.imports.people_rows import (
    PeopleMatching,
    PersonReader,
    guess_people_fields,
    people_orders,
)
from core.network.cadence import due_among
from core.network.contacts import contacts_by_person
from core.network.listing import Wanted, found, listed_people
from core.network.small_task import one_small_task
from core.network.suggested import reached_this_week, suggested
from core.network.touchpoints import Channel, Started, Touchpoint
from core.people import Circle, Closeness, Person
from core.views import standing
from core.workspace import Workspace
from pages.parts.people_import_matching import vocabulary

SIZES = (100, 1_000, 5_000)
TOUCHPOINTS = 25_000
ROUNDS = 9
SAVES = 5
TODAY = date(2026, 11, 20)
LIMIT = 50
"""Milliseconds for the due list, the suggestions and a search together, once they are indexed."""

CIRCLES, PLACED = tuple(Circle), (*Closeness, None)
CHANNELS, BEGAN = tuple(Channel), tuple(Started)


def now() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


def people(count: int) -> list[Person]:
    """Return so many people, as an import and some care would leave them."""
    return [
        Person(
            id=f"{n:032x}",
            name=f"Person {n} Nguyen",
            how_known=f"Ex-colleague from ward {n % 17}",
            organisation=f"Trust {n % 311}",
            role="Analyst",
            circle=CIRCLES[n % len(CIRCLES)],
            closeness=PLACED[n % len(PLACED)],
            made_shift=n % 9 == 0,
            cares_about="Open data and rotas",
            notes=f"Met at the meeting of spring {n % 29}.",
            known_since=TODAY - timedelta(days=n % 3000),
        )
        for n in range(count)
    ]


def touchpoints(count: int) -> list[Touchpoint]:
    """Return 25,000 contacts of six years, spread over so many people."""
    return [
        Touchpoint(
            person_id=f"{(n * 7919) % count:032x}",
            happened_on=TODAY - timedelta(days=(n * 31) % 2200),
            channel=CHANNELS[n % len(CHANNELS)],
            started=BEGAN[n % 3 == 0],
            note=f"Spoke of rota {n}." if n % 2 else "",
        )
        for n in range(TOUCHPOINTS)
    ]


def taken(act: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the milliseconds that something takes, round for round."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        act()
        times.append((time.perf_counter() - started) * 1000)
    return times


def measured(count: int, folder: Path) -> list[Row]:
    """Measure a workspace of so many people with 25,000 contacts."""
    workspace = Workspace.open(folder, now)
    workspace.people.add_all(people(count))
    workspace.touchpoints.add_all(touchpoints(count))
    contacts = contacts_by_person(workspace, TODAY)
    everybody, known = listed_people(workspace), workspace.people.all()
    due = due_among(known, contacts, TODAY)
    warm = {
        "due list": lambda: due_among(known, contacts, TODAY),
        "suggestions": lambda: suggested(due, reached_this_week(workspace, TODAY), TODAY),
        "search": lambda: found(everybody, Wanted(words="nguyen 77 rota")),
    }
    rows = [row(f"{name}, warm", taken(act)) for name, act in warm.items()]
    rows.append(
        row("all three, warm", taken(lambda: [act() for act in warm.values()]), limit=LIMIT)
    )
    rows.append(row("index of contacts", taken(lambda: contacts_by_person(workspace, TODAY))))
    rows.append(row("index for the search", taken(lambda: listed_people(workspace))))
    rows.append(row("one small task, after a save", taken(lambda: after_a_save(workspace), SAVES)))
    standing(workspace, now())
    rows.append(row("standing, after a save", taken(lambda: stood(workspace), SAVES)))
    rows.append(row("one save", taken(lambda: note(workspace), SAVES)))
    rows.append(row("look at a list of them", taken(lambda: looked_at(count, known), SAVES)))
    workspace.close()
    rows.append(row("open", taken(lambda: reopened(folder), 1)))
    return rows


def after_a_save(workspace: Workspace) -> None:
    """Save a contact, then work everything out anew, as the first screen after it does."""
    note(workspace)
    one_small_task(workspace, TODAY)


def stood(workspace: Workspace) -> None:
    """Save a contact, then ask what the last seven days speak of, as every screen does."""
    note(workspace)
    standing(workspace, now())


def note(workspace: Workspace) -> None:
    """Note one contact, as a person does."""
    workspace.touchpoints.add(Touchpoint(person_id=f"{1:032x}", happened_on=TODAY))


def looked_at(count: int, here: tuple[Person, ...]) -> None:
    """Look at a list of so many connections, as it would come in beside everybody who is here."""
    lines = "".join(f"Person {n},Nguyen,,Trust {n % 311}\n" for n in range(count))
    raw = f"First Name,Last Name,Email Address,Company\n{lines}".encode()
    sheet = read_people_sheet(raw, people_import_words())
    fields = guess_people_fields(sheet, people_import_words())
    matching = PeopleMatching(fields, people_orders(sheet, fields, import_words(), TODAY)[0])
    reader = PersonReader(sheet, matching, vocabulary(), TODAY)
    preview_people(tuple(map(reader.read, sheet.rows)), here)


def reopened(folder: Path) -> None:
    """Open the workspace and read every person and every contact."""
    workspace = Workspace.open(folder, now)
    workspace.people.all()
    workspace.touchpoints.all()
    workspace.close()


def row(what: str, times: list[float], limit: float | None = None) -> Row:
    """Return one line of the table."""
    target = f"at most {limit}" if limit else ""
    return Row(what, median(times), "ms", spread=p95(times), limit=limit, target=target)


if __name__ == "__main__":
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="ajar-bench-") as base:
            print(f"\n{size} people, {TOUCHPOINTS} contacts\n{table(measured(size, Path(base)))}")
