"""What the worksheet on values may keep: the values in their order, and a line to steer by."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from core.content.slots import fill
from core.content.values import value_words
from core.me import ME
from core.names import plain
from core.records import LINE_LENGTH
from core.values import Value, in_order, same_value
from core.worksheets.answers import Answers, Named
from core.worksheets.calculations.values import card_of, each_once
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _values(  # noqa: PLR0913 - each is a question of the worksheet
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    values: str,
    importance: str,
    lived: str,
) -> tuple[Proposal, ...]:
    """Propose each value with its place and numbers; those of earlier runs lose their place.

    A value that is on the person's page already is changed, and not added a second time.
    """
    matters, now_lived = answers.scores(importance), answers.scores(lived)
    known = in_order(workspace.values.all())
    ranked: list[Proposal] = []
    for rank, named in enumerate(each_once(answers.named(values)), start=1):
        scores = {"importance": matters.get(named), "lived": now_lived.get(named)}
        told = {name: score for name, score in scores.items() if score is not None}
        rated = {"rated_on": day_of(run, now)} if told else {}
        taken = {each.record.id for each in ranked}
        before = _known([each for each in known if each.id not in taken], named)
        fresh = before or Value(name=named.label[:LINE_LENGTH], card=card_of(named))
        update = {"rank": rank, "run_id": run.id, **told, **rated}
        value = fresh.model_copy(update=update)
        note = fill(keep.says["changed" if before else "new"], rank=rank)
        key = card_of(named) or plain(named.label)
        ranked.append(Proposal(key, value.name, note, value, update))
    return (*ranked, *_unranked(keep, known, {each.record.id for each in ranked}))


def _unranked(keep: Keep, known: tuple[Value, ...], stays: Collection[str]) -> Iterator[Proposal]:
    """Yield the values of earlier runs that stay without a place; those added by hand keep it."""
    for each in known if stays else ():
        if each.run_id and each.rank and each.id not in stays:
            update = {"rank": None}
            changed = each.model_copy(update=update)
            key = f"unranked/{each.id}"
            yield Proposal(key, each.name, keep.says["unranked"], changed, update)


def _known(known: Sequence[Value], named: Named) -> Value | None:
    return same_value(known, card_of(named), named.label)


def _north_star(
    workspace: Workspace,
    _: WorksheetRun,
    answers: Answers,
    __: datetime,
    keep: Keep,
    *,
    values: str,
) -> tuple[Proposal, ...]:
    """Propose one line from the values that stand first (catalogue S1-32).

    It may take the place of a line that was made in this way, never of the person's own words.
    """
    me = workspace.me
    line = _line([each.label for each in each_once(answers.named(values))])
    made = _line([each.name for each in in_order(workspace.values.all())])
    before = me.north_star
    if line in ("", before) or before not in ("", made):
        return ()
    note = fill(keep.says["instead"], before=before) if before else keep.says["new"]
    update = {"north_star": line}
    return (Proposal(ME, line, note, me.model_copy(update=update), update),)


def _line(names: Sequence[str]) -> str:
    return value_words().line_from(names)[:LINE_LENGTH]


VALUES = Keeper(_values, frozenset({"new", "changed", "unranked"}))
NORTH_STAR = Keeper(_north_star, frozenset({"new", "instead"}))
