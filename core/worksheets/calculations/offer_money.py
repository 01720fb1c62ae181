"""What the offer review tells of money: need, hope, whether pay decides, and the golden rut."""

from typing import TypedDict, Unpack

from core.decisions.money import Band, MoneyWeight, band, golden_rut, money_weight
from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.offer import listed
from core.worksheets.calculations.offer_weights import OFFER, TEN, Weighing, by_keys, lacking, told
from core.worksheets.outcomes import Around, Outcome, Said

PAY, GOALS = "pay", "goals"
RUT = ("rut", "rut_days", "rut_price", "rut_way_on")
"""The flag, and its three questions."""


class Money(TypedDict):
    """The fields that tell of money: three numbers, and the weighing."""

    need: str
    hope: str
    offered: str
    swing: str
    scores: str
    must_haves: str
    meets: str


def money_told(answers: Answers, _: Around, **of: Unpack[Money]) -> Outcome:
    """Return where an offer stands between need and hope, and whether pay decides (S0-9, S0-10)."""
    need, hope, offered = (answers.number(of[each]) for each in ("need", "hope", "offered"))
    where = band(need, hope, offered)
    said = [Said(where.value)] if where else []
    found = Weighing(answers, of["swing"], of["scores"])
    left = found.matrix.without(lacking(answers, found, of["must_haves"], of["meets"]))
    weight = money_weight(left, PAY) if len(left.options) > 1 else None
    if weight:
        said += _pay_in_words(found, weight)
    figures = (answers.worksheet.fields[of[each]].label for each in ("need", "hope", "offered"))
    amounts = zip(figures, (need, hope, offered), strict=True)
    rows = tuple((figure, amount) for figure, amount in amounts if amount is not None)
    return Outcome(tuple(said), ("figure", "amount"), rows if said else ())


def _pay_in_words(found: Weighing, weight: MoneyWeight) -> list[Said]:
    said = [Said("pay_decides" if weight.decides else "pay_does_not")]
    if weight.without != weight.as_it_is:
        names = listed(found.options[each] for each in weight.without)
        said.append(Said("without_pay", {"options": names}))
    if weight.tips_at is not None:
        facts = {"now": told(weight.share * TEN), "at": told(weight.tips_at * TEN)}
        said.append(Said("pay_tips", facts))
    return said


def golden_rut_told(
    answers: Answers, _: Around, *, hope: str, offered: str, tasks_liked: str, scores: str
) -> Outcome:
    """Return three questions where an offer pays well and leads off the way (S3-34)."""
    liked = answers.number(tasks_liked)
    fit = by_keys(answers.matrix(scores)).get((GOALS, OFFER))
    enjoyed = None if liked is None else int(liked)
    flag = golden_rut(answers.number(offered), answers.number(hope), fit, enjoyed)
    return Outcome(tuple(map(Said, RUT))) if flag else Outcome()


MONEY = Calculation(
    money_told,
    frozenset(
        {"pay_decides", "pay_does_not", "without_pay", "pay_tips"} | {each.value for each in Band}
    ),
    frozenset({"figure", "amount"}),
)
GOLDEN_RUT = Calculation(golden_rut_told, frozenset(RUT))
