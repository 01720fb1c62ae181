"""What the rehearsal of the next knock works out (W10)."""

from collections.abc import Iterator
from itertools import compress

from core.content.if_then import if_then_words
from core.if_then import if_then_hints
from core.setbacks import KnockPlan, weightiest
from core.worksheets.answers import Answers, Named
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Picture, Said

PLANNED = ("action", "person", "balanced")
COLUMNS = ("knock", "weight", "action", "person")


def knock_coverage(answers: Answers, _: Around, *, knocks: str, likely: str, hard: str) -> Outcome:
    """Say whether each of the three weightiest knocks has a first action and a first person.

    `knocks` is the table of plans, with a row for each knock.
    """
    top = weightiest(_plans(answers, knocks, likely, hard))
    if not top:
        return Outcome()
    rows = tuple((e.name, e.weight, e.action or None, e.person or None) for e in top)
    points = tuple((each.name, each.weight) for each in top if each.weight is not None)
    picture = Picture.BARS if points else None
    return Outcome(tuple(_on_coverage(top)), COLUMNS, rows, picture, points)


def knock_plan(answers: Answers, _: Around, *, knocks: str, plan: str) -> Outcome:
    """Return the plan as it can be read aloud: the if-then plan, and what is meant for each knock.

    A column is left out in which nothing stands, and so is a knock without a plan.
    """
    cue, action = (_open(each) for each in answers.plan(plan))
    says = (Said("told", {"cue": cue, "action": action}),) if cue and action else ()
    rows = [
        (row.label, *(row.cells[each] or None for each in PLANNED)) for row in answers.rows(knocks)
    ]
    rows = [row for row in rows if any(row[1:])]
    if not rows:
        return Outcome(says)
    used = [any(row[place] for row in rows) for place in range(len(rows[0]))]
    columns = tuple(compress(("knock", *PLANNED), used))
    return Outcome(says, columns, tuple(tuple(compress(row, used)) for row in rows))


def if_then_check(answers: Answers, _: Around, *, plan: str) -> Outcome:
    """Say the plan back, with a hint where its cue is vague or its action is more than one."""
    cue, action = answers.plan(plan)
    hints = if_then_hints(cue, action)
    says = [Said("hint", {"hint": if_then_words().hints[each]}) for each in hints]
    if cue and action:
        said = "told" if hints else "clear"
        says.insert(0, Said(said, {"cue": _open(cue), "action": _open(action)}))
    return Outcome(tuple(says))


def confidence_shift(answers: Answers, _: Around, *, before: str, after: str) -> Outcome:
    """Say by how much the person feels more or less sure; it is no test (evidence 11)."""
    was, now = answers.number(before), answers.number(after)
    if was is None or now is None:
        return Outcome()
    if was == now:
        return Outcome((Said("same"),))
    return Outcome((Said("up" if now > was else "down", {"change": f"{abs(now - was):g}"}),))


def _plans(answers: Answers, knocks: str, likely: str, hard: str) -> Iterator[KnockPlan]:
    how_likely, how_hard = answers.scores(likely), answers.scores(hard)
    for row in answers.rows(knocks):
        named = Named(row.key, row.label)
        yield KnockPlan(
            name=row.label,
            likely=how_likely.get(named),
            hard=how_hard.get(named),
            action=row.cells["action"],
            person=row.cells["person"],
        )


def _on_coverage(top: tuple[KnockPlan, ...]) -> Iterator[Said]:
    most = [
        _open(each.name) for each in top if each.weight is not None and each.weight == top[0].weight
    ]
    if most:
        yield Said("weightiest" if len(most) == 1 else "level", {"knock": ", ".join(most)})
    covered = sum(each.is_covered for each in top)
    if covered == len(top):
        yield Said("covered")
        return
    yield Said("partly", {"covered": covered, "all": len(top)})
    for each in top:
        if not each.is_covered:
            yield Said(_lacking(each), {"knock": _open(each.name)})


def _lacking(plan: KnockPlan) -> str:
    if plan.action:
        return "no_person"
    return "no_action" if plan.person else "neither"


def _open(text: str) -> str:
    """Return what a person wrote as it stands inside a sentence."""
    return text.rstrip(" .,;")


COVERAGE = Calculation(
    knock_coverage,
    frozenset({"weightiest", "level", "covered", "partly", "no_action", "no_person", "neither"}),
    frozenset(COLUMNS),
)
KNOCK_PLAN = Calculation(knock_plan, frozenset({"told"}), frozenset({"knock", *PLANNED}))
IF_THEN = Calculation(if_then_check, frozenset({"clear", "told", "hint"}))
CONFIDENCE = Calculation(confidence_shift, frozenset({"up", "same", "down"}))
