"""What the worksheet of the first two days works out (W1)."""

from collections.abc import Iterable, Iterator, Mapping

from core.letters.first_days import advice_days, thanks_days
from core.steadying import Eased, eased, rated_twice
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.fields import TableField
from core.worksheets.outcomes import Around, Outcome, Picture, Said


def first_48_card(  # noqa: PLR0913 - what the card is made of
    answers: Answers,
    _: Around,
    *,
    tonight: str,
    tonight_own: str,
    tomorrow: str,
    tomorrow_own: str,
    waits: str,
    near: str,
) -> Outcome:
    """Say what is for tonight, what for tomorrow, what can wait, and who can be near."""
    said = {
        "tonight": {"what": _small_thing(answers, tonight, tonight_own)},
        "tomorrow": {"what": _small_thing(answers, tomorrow, tomorrow_own)},
        "waits": {"what": _joined(each.label for each in answers.named(waits))},
        "near": {"who": _joined(with_helps(answers, near, row) for row in answers.rows(near))},
    }
    return Outcome(tuple(Said(id_, facts) for id_, facts in said.items() if any(facts.values())))


def feelings_shift(answers: Answers, _: Around, *, before: str, after: str) -> Outcome:
    """Say how the feelings changed that were rated twice: the largest change, and the mean."""
    rated = rated_twice(_by_word(answers, before), _by_word(answers, after))
    change = eased(rated)
    if change is None:
        return Outcome()
    rows = tuple((each.feeling, each.before, each.after) for each in rated)
    columns = ("feeling", "before", "after")
    return Outcome(tuple(_on_change(change)), columns, rows, Picture.GAPS)


def first_letters(answers: Answers, around: Around, *, news: str) -> Outcome:
    """Say when thanks and a request for advice go best, counted from the day of the news."""
    day = answers.day(news)
    if day is None:
        return Outcome()
    thanks, advice, today = thanks_days(day), advice_days(day), around.today
    says = []
    if today <= thanks.latest:
        facts = {"first": thanks.first, "last": thanks.last}
        says.append(Said("thanks" if today <= thanks.last else "thanks_late", facts))
    facts = {"first": advice.first, "last": advice.last, "latest": advice.latest}
    late = "advice_late" if today <= advice.latest else "advice_over"
    says.append(Said("advice" if today <= advice.last else late, facts))
    return Outcome(tuple(says))


def _on_change(change: Eased) -> Iterator[Said]:
    if change.largest is None:
        yield Said("unchanged")
        return
    facts = {"before": change.largest.before, "after": change.largest.after}
    yield Said("largest", {"feeling": change.largest.feeling, **facts})
    way = "even"
    if change.mean:
        way = "lighter" if change.mean > 0 else "heavier"
    yield Said(way, {"mean": f"{abs(change.mean):g}"})
    if change.is_enough:
        yield Said("stop")


def _by_word(answers: Answers, field: str) -> Mapping[str, int]:
    return {named.label: score for named, score in answers.scores(field).items()}


def _small_thing(answers: Answers, picked: str, own: str) -> str:
    named = [each.label for source in (picked, own) for each in answers.named(source)]
    return " ".join(named)


def with_helps(answers: Answers, field: str, row: Row) -> str:
    """Return who a row of the table names, with what they are good for behind the name."""
    asked = answers.worksheet.fields[field]
    columns = asked.columns if isinstance(asked, TableField) else ()
    labels = [
        label
        for each in columns
        if each.id == "helps"
        for name, label in answers.options(each).items()
        if name in row.cells["helps"]
    ]
    return f"{row.label} ({_joined(labels)})" if labels else row.label


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)


CARD = Calculation(first_48_card, frozenset({"tonight", "tomorrow", "waits", "near"}))
SHIFT = Calculation(
    feelings_shift,
    frozenset({"largest", "unchanged", "lighter", "even", "heavier", "stop"}),
    frozenset({"feeling", "before", "after"}),
)
LETTERS = Calculation(
    first_letters,
    frozenset({"thanks", "thanks_late", "advice", "advice_late", "advice_over"}),
)
