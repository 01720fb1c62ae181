"""What may be kept of the first two days (W1) and of the rehearsal of a knock (W10)."""

from datetime import date, datetime, timedelta

from core.check_ins import MOST_FEELINGS, CheckIn, Felt
from core.content.slots import fill
from core.content.steps import SmallStep, step_words
from core.letters.first_days import advice_days, fit_the_news, thanks_days
from core.letters.variants import taken_care_of
from core.names import plain
from core.people import Help, Person, known_person
from core.records import LINE_LENGTH
from core.steadying import family_of
from core.steps import Step
from core.waits import PUTS_OFF, WAIT, Wait, Waiting
from core.worksheets.answers import Answers, Named
from core.worksheets.calculations.steadying import with_helps
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

_SUGGESTIONS = {"thanks": "thank_after_no", "advice": "ask_feedback"}
"""The suggestions of Today that a step for each of the first letters stands for."""


def _waits(
    _: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep, *, waits: str
) -> tuple[Proposal, ...]:
    """Propose a wait of 24 hours for each thing that can wait."""
    until = now + WAIT
    note = fill(keep.says["note"], time=f"{until:%H:%M}")
    return tuple(
        Proposal(
            each.key,
            each.label,
            note,
            Wait(what=Waiting(each.key), until=until, case_id=run.case_id),
            {"what": each.key},
        )
        for each in answers.named(waits)
    )


def _today_and_tomorrow(  # noqa: PLR0913 - two days, each with a choice and a line
    _: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    today: str,
    today_own: str,
    tomorrow: str,
    tomorrow_own: str,
) -> tuple[Proposal, ...]:
    """Propose the small things as steps, each for its day."""
    days = {"today": (today, today_own), "tomorrow": (tomorrow, tomorrow_own)}
    return tuple(
        Proposal(
            source,
            each.label,
            keep.says[day],
            _as_step(each, _on(day, day_of(run, now)), run.case_id),
        )
        for day, sources in days.items()
        for source in sources
        for each in answers.named(source)
    )


def _letter_days(  # noqa: PLR0913 - as every keeper, and the day of the news
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    news: str,
    waits: str,
) -> tuple[Proposal, ...]:
    """Propose a step for each of the first letters whose time is not over and not used.

    What can wait is not for today.
    """
    case = workspace.cases.find(run.case_id)
    day = answers.day(news) or (case.happened_on if case else None)
    if day is None or not fit_the_news(case):
        return ()
    done = day_of(run, now)
    day = min(day, done)
    due = {"thanks": thanks_days(day), "advice": advice_days(day)}
    taken = _taken(workspace, run.case_id)
    waiting = {each for named in answers.named(waits) for each in _put_off_by(named)}
    nexts = (
        (
            name,
            days.next_from(_on("tomorrow" if _SUGGESTIONS[name] in waiting else "today", done)),
        )
        for name, days in due.items()
    )
    return tuple(
        Proposal(
            name,
            keep.says[name],
            keep.says["today" if on <= done else "tomorrow"],
            _letter_step(keep, name, on, run.case_id),
        )
        for name, on in nexts
        if on and _SUGGESTIONS[name] not in taken
    )


def _people_near(
    workspace: Workspace, _: WorksheetRun, answers: Answers, __: datetime, keep: Keep, *, near: str
) -> tuple[Proposal, ...]:
    """Propose each name as a person, with what they are good for added to what is known."""
    found: dict[str, Proposal] = {}
    told: dict[str, list[str]] = {}
    for row in answers.rows(near):
        called = row.label[:LINE_LENGTH]
        name = plain(called)
        before = found.get(name)
        people = workspace.people.all()
        person = before.record if before else known_person(people, called) or Person(name=called)
        told[name] = [*told.get(name, ()), *row.cells["helps"]]
        if not isinstance(person, Person):
            continue
        helps = {*person.helps, *map(Help, row.cells["helps"])}
        new = person.model_copy(update={"helps": tuple(each for each in Help if each in helps)})
        if new != person or not person.id:
            note = keep.says["known"] if person.id else ""
            text = with_helps(answers, near, row)
            found[name] = Proposal(name, text, note, new, {"helps": sorted(told[name])})
    return tuple(found.values())


def _first_people(
    workspace: Workspace, _: WorksheetRun, answers: Answers, __: datetime, ___: Keep, *, plans: str
) -> tuple[Proposal, ...]:
    """Propose each first person of a plan who is not known yet."""
    found: dict[str, Proposal] = {}
    for row in answers.rows(plans):
        called = row.cells["person"][:LINE_LENGTH]
        name = plain(called)
        if name and name not in found and not known_person(workspace.people.all(), called):
            found[name] = Proposal(name, called, "", Person(name=called))
    return tuple(found.values())


def _check_in(  # noqa: PLR0913 - how it was, how it is, and where
    _: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    before: str,
    after: str,
    body: str,
) -> tuple[Proposal, ...]:
    """Propose the feelings as a check-in, as strong as they were rated last."""
    strengths = answers.scores(before) | answers.scores(after)
    felt = tuple(
        Felt(word=named.label, family=family_of(named.label), strength=strength)
        for named, strength in strengths.items()
    )[:MOST_FEELINGS]
    if not felt:
        return ()
    check_in = CheckIn(
        happened_on=day_of(run, now),
        feelings=felt,
        body=tuple(each.key for each in answers.named(body)),
        case_id=run.case_id,
    )
    told = ", ".join(f"{each.word} {each.strength}" for each in felt)
    return (Proposal("check_in", told, keep.says["note"], check_in),)


def _as_step(named: Named, due: date, case_id: str) -> Step:
    step = Step(text=named.label[:LINE_LENGTH], due=due, case_id=case_id)
    small = _small_step(named.key)
    if small is None:
        return step
    return step.model_copy(update={"minutes": small.minutes, "energy": small.energy})


def _small_step(key: str) -> SmallStep | None:
    return next((each for each in step_words().steps if each.id == key), None)


def _on(day: str, today: date) -> date:
    return today + timedelta(days=1) if day == "tomorrow" else today


def _letter_step(keep: Keep, name: str, due: date, case_id: str) -> Step:
    return Step(
        text=keep.says[name],
        why=keep.says["why"],
        due=due,
        suggestion=_SUGGESTIONS[name],
        case_id=case_id,
    )


def _put_off_by(named: Named) -> frozenset[str]:
    return PUTS_OFF.get(Waiting(named.key), frozenset())


def _taken(workspace: Workspace, case_id: str) -> frozenset[str]:
    """Return the suggestions of Today that steps and letters of a case have met."""
    steps = {each.suggestion for each in workspace.steps.all() if each.case_id == case_id}
    case = workspace.cases.find(case_id)
    if case is None:
        return frozenset(steps)
    out = {each.kind for each in workspace.letters.all() if each.case_id == case_id and each.is_out}
    return taken_care_of(case, out) | steps


WAITS = Keeper(_waits, frozenset({"note"}), of_its_day=True)
TODAY_AND_TOMORROW = Keeper(_today_and_tomorrow, frozenset({"today", "tomorrow"}), of_its_day=True)
LETTER_DAYS = Keeper(
    _letter_days,
    frozenset({"thanks", "advice", "why", "today", "tomorrow"}),
    of_its_day=True,
)
PEOPLE_NEAR = Keeper(_people_near, frozenset({"known"}))
FIRST_PEOPLE = Keeper(_first_people)
CHECK_IN = Keeper(_check_in, frozenset({"note"}), of_its_day=True)
