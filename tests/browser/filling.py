"""Filling in a worksheet: a person's answers as a story, told by hand or at the app's own desk.

A story holds the answers to some fields, by the ids of the worksheet: a text, a number, a day or
a choice as it is; a list of choices; for a table a list of rows, or the rows by what they are
about; for scores the number of each row, of a grid that of each pair; a plan as (if, then).
"""

import re
from collections.abc import Mapping
from datetime import date
from itertools import count

from playwright.sync_api import expect

from core.content.loader import words
from core.worksheets import desk
from core.worksheets.answers import Answers, address
from core.worksheets.fields import (
    DateField,
    IfThenField,
    LineField,
    MatrixField,
    NumberField,
    OneField,
    PickField,
    SliderField,
    TableField,
    TextField,
)
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from tests.browser.harness import settled
from tests.browser.person import stored
from tools.screens import go_to_step

SAY = words("worksheet")
SLOT = re.compile(r"\{(\w+)\}")
CURRENCY = "currency"
"""Stands for the person's own, which nobody here has told."""

SHORT = 28
"""Longer choices do not stand side by side, but one below the other or in a list."""


def label_of(worksheet, field, column=""):
    """The words of a field of a worksheet, or of a column of a table, with its unit."""
    asked = worksheets()[worksheet].fields[field]
    if column:
        asked = next(each for each in asked.columns if each.id == column)
    unit = getattr(asked, "unit", "")
    return f"{asked.label} ({unit})" if unit not in {"", CURRENCY} else asked.label


def choice_of(worksheet, field, key, column=""):
    """The words of a choice of a field, or of a degree in a column."""
    asked = worksheets()[worksheet].fields[field]
    if not column:
        return asked.choices[key]
    choices = next(each.choices for each in asked.columns if each.id == column)
    return choices.get(f"d{key}", str(key))


def said(worksheet, result, sentence, **facts):
    """What a result says, as a pattern that takes anything for facts that are not given."""
    results = {each.id: each for each in worksheets()[worksheet].results}
    words, names = re.split(r"\{\w+\}", told := results[result].says[sentence]), SLOT.findall(told)
    slots = [f".?{re.escape(str(facts[each]))}" if each in facts else ".*" for each in names]
    return re.compile("".join(map("".join, zip(map(re.escape, words), [*slots, ""], strict=True))))


def sees_all(person, worksheet, *results):
    """Assert that the screen says each of these: a result, its sentence, and facts in it."""
    for result, sentence, facts in results:
        person.sees(said(worksheet, result, sentence, **facts))


def told(text, **facts):
    """Return a text of a screen as a pattern that takes anything for facts that are not given."""
    for name, each in facts.items():
        text = text.replace(f"{{{name}}}", f"\0{each}")
    parts = (re.escape(each).replace("\0", ".?") for each in re.split(r"\{\w+\}", text))
    return re.compile(".*".join(parts))


def rate(person, worksheet, field, key, **degrees):
    """Choose a degree in columns of one row of a table."""
    inside = row(person, field, key)
    for column, degree in degrees.items():
        words = choice_of(worksheet, field, degree, column)
        inside.pick(label_of(worksheet, field, column), words)


def begin(person, worksheet, case=""):
    """Begin a worksheet from its cover, for a case if there is one."""
    person.open(f"/worksheet?worksheet={worksheet}&case={case}")
    person.press(SAY["begin"])
    expect(person.page).to_have_url(re.compile(r"\?run=[0-9a-f]{32}$"))


def go_on(person):
    """Go on to the next step."""
    person.within("-act-next").press(SAY["next"])


def row(person, field, key):
    """The same person, looking into one row of a table, by its key or by its place."""
    if isinstance(key, int):
        return person.within(f"-act-{field}-r", key)
    return person.within(f"-act-{field}-{key}")


def add_row(person, field):
    """Ask for one more row of a table."""
    person.within(f"-act-{field}-add").press(SAY["row_add"])


def keep_ticked(person):
    """Keep what is ticked."""
    person.page.get_by_role("button", name=re.compile("^Keep these")).click()
    settled(person.page)
    person.sees(SAY["keep_done"])


def flat(worksheet, story):
    """Return a story as the desk keeps it: every answer under its address."""
    fields = worksheets()[worksheet].fields
    return {place: told for name, each in story.items() for place, told in _at(fields[name], each)}


def at_desk(folder, worksheet, story, now, case=None, **kept):
    """Begin a worksheet at the desk and write a story into it; return the id of its run.

    `kept` are facts of the run beside its answers, such as the day on which it was finished.
    """
    workspace = Workspace.open(folder, lambda: now)
    sheet, told = worksheets()[worksheet], flat(worksheet, story)
    run = desk.begin(workspace, sheet, case, kept.pop("happened_on", now.date()))
    rows = [name for name in story if _is_open(sheet.fields[name])]
    run = desk.write(workspace, run.id, run.answers, told, rows=rows)
    if kept:
        workspace.runs.replace(run.model_copy(update=kept))
    workspace.close()
    return run.id


def go_through(person, folder, worksheet, story, now, case=None, steps=()):  # noqa: PLR0913, PLR0917
    """Go a worksheet to its end, by hand on `steps` (places) or on all, and see that all is kept.

    What is answered on the other steps is written at the desk before the person opens it.
    """
    sheet = worksheets()[worksheet]
    theirs = {each.id for place in steps for each in sheet.steps[place - 1].fields}
    if steps:
        others = {name: told for name, told in story.items() if name not in theirs}
        run_id = at_desk(folder, worksheet, others, now, case)
        person.open(f"/worksheet?run={run_id}")
    else:
        begin(person, worksheet, case.id if case else "")
    walk(person, worksheet, story, steps)
    kept, told = kept_in(folder, worksheet), flat(worksheet, story)
    lost = {at: (each, kept.get(at)) for at, each in told.items() if kept.get(at) != each}
    assert not lost, lost


def walk(person, worksheet, story, steps=()):
    """Go through a worksheet that is open at its first step, to its end."""
    sheet = worksheets()[worksheet]
    asked = list(Answers(sheet, flat(worksheet, story)).steps())
    before = 0
    for place in steps or range(1, len(sheet.steps) + 1):
        step = sheet.steps[place - 1]
        if step.id not in asked:
            continue
        if place > before + 1 and steps:
            go_to_step(person.page, asked.index(step.id) + 1)
        person.sees(step.title)
        by_hand(person, worksheet, story, [each.id for each in step.fields])
        if step.id != asked[-1]:
            go_on(person)
        before = place
    person.press(SAY["finish"])


def by_hand(person, worksheet, story, fields):
    """Answer some fields of the step that is open, as far as the story tells of them."""
    answers = Answers(worksheets()[worksheet], flat(worksheet, story))
    for name in fields:
        field = answers.worksheet.fields[name]
        if name in story and answers.meets(field.when):
            _answer(person, answers, field, story[name])


def kept_in(folder, worksheet):
    """Return the answers of the newest run of a worksheet; rows are called r1, r2 and so on."""
    runs = [each for each in stored(folder)["runs"] if each["worksheet"] == worksheet]
    answers = max(runs, key=lambda each: each["updated_at"])["answers"]
    fields = worksheets()[worksheet].fields
    slots = {
        slot: f"r{at}"
        for name in answers.keys() & fields.keys()
        if _is_open(fields[name])
        for at, slot in enumerate(answers[name], start=1)
    }
    return {
        address(*(slots.get(part, part) for part in place.split("."))): _renamed(told, slots)
        for place, told in answers.items()
    }


def _renamed(told, slots):
    return [slots.get(each, each) for each in told] if isinstance(told, list) else told


def _is_open(field):
    return isinstance(field, TableField) and field.is_open


def _at(field, told):
    """Yield each answer to a field under its address."""
    if _is_open(field):
        slots = [f"r{place}" for place, _ in enumerate(told, start=1)]
        yield field.id, slots
        told = dict(zip(slots, told, strict=True))
    if isinstance(field, IfThenField):
        told = dict(zip(("cue", "action"), told, strict=True))
    yield from _leaves(field.id, told)


def _leaves(place, told):
    if isinstance(told, Mapping):
        for name, each in told.items():
            yield from _leaves(address(place, name), each)
    else:
        yield place, told.isoformat() if isinstance(told, date) else told


def _answer(person, answers, field, told):
    if isinstance(field, LineField | TextField | NumberField):
        person.fill({label_of(answers.worksheet.id, field.id): str(told)})
    elif isinstance(field, DateField):
        person.date(field.label, told)
    elif isinstance(field, IfThenField):
        for part, text in zip(("cue", "action"), told, strict=True):
            person.within(f"-{field.id}-{part}").fill({SAY[f"if_then_{part}"]: text})
    else:
        _mark(person, answers, field, told)
        settled(person.page)


def _mark(person, answers, field, told):
    match field:
        case OneField():
            _choose(person, field.label, dict(answers.choices(field)), [told])
        case PickField():
            _choose(person, field.label, dict(answers.choices(field)), told)
        case SliderField():
            _slide(person, answers, field, told)
        case MatrixField():
            _pair(person, answers, field, told)
        case TableField():
            _fill_table(person, answers, field, told)


def _choose(person, label, choices, chosen):
    words = [choices[each] for each in chosen]
    if all(len(each) <= SHORT for each in choices.values()) or person.group(label).count():
        for each in words:
            person.option(label, each).click()
    else:
        for each in words:
            person.look_for(label, each)


def _slide(person, answers, field, told):
    if not field.rows:
        person.option(field.label, _degree(field, told)).click()
        return
    names = dict(answers.of(field.rows))
    for key, degree in told.items():
        inside = person.within(f"-{field.id}-{key}")
        inside.option(names[key], _degree(field, degree)).click()


def _pair(person, answers, field, told):
    names = dict(answers.of(field.across))
    for key, degrees in told.items():
        inside = row(person, field.id, _place(key))
        for across, degree in degrees.items():
            inside.option(names[across], _degree(field, degree)).click()


def _fill_table(person, answers, field, told):
    if not field.is_open:
        for key, cells in told.items():
            _fill_row(row(person, field.id, _place(key)), answers, field, cells)
        return
    for place, cells in zip(count(), told):
        if place:
            add_row(person, field.id)
        _fill_row(row(person, field.id, place), answers, field, cells)


def _fill_row(inside, answers, field, cells):
    columns = [each for each in field.columns if each.id in cells]
    typed = [each.id for each in columns if each.kind in ("line", "number")]
    sheet = answers.worksheet.id
    if typed:
        inside.fill({label_of(sheet, field.id, each): str(cells[each]) for each in typed})
    for column in columns:
        told = cells[column.id]
        if column.kind == "date":
            inside.date(column.label, told)
        elif column.kind == "score":
            words = column.choices.get(f"d{told}", str(told))
            inside.option(column.label, words).click()
        elif column.id not in typed:
            chosen = told if column.kind == "some" else [told]
            for each in chosen:
                inside.option(column.label, answers.options(column)[each]).click()


def _place(key):
    """Return the place of a row that the person added, who knows it by its place; else its key."""
    added = re.fullmatch(r"r(\d+)", key)
    return int(added[1]) - 1 if added else key


def _degree(field, degree):
    """Return a degree as a scale says it: both ends in words."""
    least = getattr(field, "least", 0)
    ends = {least: field.low, field.most: field.high}
    return f"{degree} · {ends[degree]}" if degree in ends else str(degree)
