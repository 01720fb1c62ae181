"""What the networking sprint plans: days, letters, asks and gifts, and what came of it (W8)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from core.letters.kinds import Kind
from core.letters.reading import Reading
from core.network.pace import LATEST, last_day, spread
from core.worksheets.answers import Answers, address
from core.worksheets.calculation import Calculation
from core.worksheets.fields import TableField
from core.worksheets.outcomes import Around, Outcome, Said

LETTERS = (Kind.STAY_IN_TOUCH, Kind.INFORMATIONAL_TALK, Kind.ASK_FOR_LEADS)
"""The letters of a sprint; the first asks for nothing."""

MOST_WORDS = 25
"""How long an ask may be (safety: no sentence above 25 words)."""

LET_GO, RESTED = "let_go", "rested"
"""Beside what is asked: the day on which a note was let go, and that on which the sprint was."""


@dataclass(frozen=True)
class Note:
    """One planned note: to whom, on which day and at what time of it, what to write and to give."""

    key: str
    name: str
    on: date
    part: str = ""
    letter: Kind = Kind.STAY_IN_TOUCH
    ask: str = ""
    give: str = ""
    let_go_on: date | None = None


def begin_in(answers: Answers, begin_on: str, today: date) -> date:
    """Return the first of the fourteen days: as told, else `today`."""
    told = answers.day(begin_on)
    return told if told and told <= LATEST else min(today, LATEST)


def notes_in(  # noqa: PLR0913 - each is a question of the worksheet
    answers: Answers,
    begins: date,
    *,
    five: str,
    letters: str,
    slots: str,
    give: str = "",
) -> tuple[Note, ...]:
    """Return a note for each of the five, the earliest first."""
    chosen = answers.named(five)
    booked = {row.key: row.cells for row in answers.rows(slots)}
    written = {row.key: row.cells for row in answers.rows(letters)}
    gifts = {row.key: row.cells["give"] for row in answers.rows(give)} if give else {}
    days = spread(begins, [e.key for e in chosen], {e: booked[e]["day"] for e in booked})
    notes = (
        Note(
            key=each.key,
            name=each.label,
            on=days[each.key],
            part=booked.get(each.key, {}).get("part") or "",
            letter=_kind(written.get(each.key, {})),
            ask=written.get(each.key, {}).get("ask", ""),
            give=gifts.get(each.key, ""),
            let_go_on=answers.day(address(slots, each.key, LET_GO)),
        )
        for each in chosen
    )
    return tuple(sorted(notes, key=lambda each: each.on))


def plan(  # noqa: PLR0913 - each is a question of the worksheet
    answers: Answers,
    around: Around,
    *,
    five: str,
    give: str,
    letters: str,
    slots: str,
    begin_on: str,
) -> Outcome:
    """Tell the two weeks: who hears when, by which letter, with what to give."""
    begins = begin_in(answers, begin_on, around.today)
    notes = notes_in(answers, begins, five=five, letters=letters, slots=slots, give=give)
    if not notes:
        return Outcome()
    facts = {"first": begins, "last": last_day(begins), "count": len(notes)}
    says = (Said("days" if len(notes) > 1 else "one_day", facts), Said("lives"))
    kinds = letter_labels(answers, letters)
    rows = tuple((e.on, e.name, kinds[e.letter], e.give or None) for e in notes)
    return Outcome(says, ("day", "person", "letter", "give"), rows)


def asks(answers: Answers, _: Around, *, letters: str) -> Outcome:
    """Look at each ask: one sentence, short, one question, and not for a job (rules R14, R15)."""
    clear, faults = [], []
    for row in answers.rows(letters):
        ask = row.cells["ask"]
        if not ask:
            if _kind(row.cells) is not Kind.STAY_IN_TOUCH:
                faults.append(Said("none", {"name": row.label}))
        elif fault := next(_faults(ask), None):
            said, facts = fault
            faults.append(Said(said, {"name": row.label, **facts}))
        else:
            clear.append(row.label)
    says = [Said("clear", {"names": ", ".join(clear)})] if clear else []
    return Outcome((*says, *faults))


def balance(answers: Answers, _: Around, *, give: str, letters: str) -> Outcome:
    """Say for how many of the five there is something to give, and of how many is asked."""
    gives = sum(bool(row.cells["give"]) for row in answers.rows(give))
    rows = answers.rows(letters)
    asked = sum(bool(row.cells["ask"]) or _kind(row.cells) != LETTERS[0] for row in rows)
    if not (gives or asked):
        return Outcome()
    said = "both" if gives and asked else "only_gives" if gives else "only_asks"
    facts = {"gives": gives, "asks": asked}
    return Outcome((Said(said, facts), Said("info")))


def talks(answers: Answers, _: Around, *, after: str) -> Outcome:
    """Tell what came of the talks so far, and who would be glad of thanks (evidence 21)."""
    held = [row for row in answers.rows(after) if row.cells["talked"]]
    if not held:
        return Outcome()
    owed = [row.label for row in held if not row.cells["thanked"]]
    thanks = Said("thanks", {"names": ", ".join(owed)}) if owed else Said("thanked")
    told = [row for row in held if row.cells["learned"] or row.cells["next"]]
    rows = tuple((e.label, e.cells["learned"] or None, e.cells["next"] or None) for e in told)
    columns = ("person", "learned", "next")
    return Outcome((Said("talked", {"count": len(held)}), thanks), columns, rows)


def letter_labels(answers: Answers, letters: str) -> dict[Kind, str]:
    """Return what the letters of a sprint are called in its table."""
    asked = answers.worksheet.fields[letters]
    columns = asked.columns if isinstance(asked, TableField) else ()
    return {Kind(key): label for each in columns for key, label in each.choices.items()}


def _kind(cells: Mapping[str, str | None]) -> Kind:
    told = cells.get("letter")
    return Kind(told) if told else LETTERS[0]


def _faults(ask: str) -> Iterator[tuple[str, dict[str, object]]]:
    reading = Reading(ask)
    if len(reading.sentences) > 1:
        yield "two", {}
    if reading.faults("any_job"):
        yield "job", {}
    if reading.plain.count("?") > 1:
        yield "several", {}
    if len(reading.words) > MOST_WORDS:
        yield "long", {"count": len(reading.words)}


PLAN = Calculation(
    plan, frozenset({"days", "one_day", "lives"}), frozenset({"day", "person", "letter", "give"})
)
ASKS = Calculation(asks, frozenset({"clear", "two", "long", "several", "job", "none"}))
BALANCE = Calculation(balance, frozenset({"both", "only_gives", "only_asks", "info"}))
TALKS = Calculation(
    talks, frozenset({"talked", "thanks", "thanked"}), frozenset({"person", "learned", "next"})
)
