"""What the worksheet on going back works out (W4): the card, the pulls, and what would change it.

Points are never shown as a chance: bands in words, and how far each factor pulls.
"""

from collections.abc import Iterable, Iterator

from core.content.reapproach import reapproach_words
from core.decisions.doors import FIND_OUT, Verdict
from core.decisions.factors import UNKNOWN, Band, Confidence, Factor
from core.decisions.reapproach import FIXED, Change, Door, at_most, changes, points_of
from core.decisions.way_back import sleeps_on_it, told_in, verdict_in, was_safe
from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Picture, Said

NO_PUSH = frozenset({"stop", "anew", "signed"})
"""Verdicts beside which nothing may say that they listen, or that it is worth asking."""


def way_back_card(answers: Answers, around: Around) -> Outcome:
    """Say how the door stands, whether it is worth it, and what to do now."""
    words = reapproach_words()
    told = told_in(answers, around.today)
    found = verdict_in(answers, around.today, around.asks)
    if found is None:
        if not answers.raw:
            return Outcome()
        names = _list(words.factors[each].name for each in told.missing)
        return Outcome((Said("early", {"factors": names}),))
    said = [Said("opening", {"told": words.opening}), Said("as_of", {"day": around.today})]
    said += _headline(found)
    if found.door:
        said += _on_the_door(found, found.door)
        said += [] if found.id in NO_PUSH else _on_the_wish(found)
    sleeps = sleeps_on_it(answers, around)
    said.append(Said("sleep") if sleeps else Said("do", {"told": words.verdicts[found.id].do}))
    return Outcome(tuple(said))


def way_back_pulls(answers: Answers, around: Around) -> Outcome:
    """Return what pulls the door open and what pulls it shut, the strongest first in the picture.

    What is not known stands in the table with no number, and is not drawn.
    """
    found = verdict_in(answers, around.today, around.asks)
    if found is None or found.door is None:
        return Outcome()
    rows = tuple(_pull(found, factor) for factor in Factor)
    drawn = sorted((row for row in rows if row[2]), key=lambda row: -(row[2] or 0))
    return Outcome(
        says=tuple(_on_the_pulls([(row[0], row[2] or 0) for row in drawn])),
        columns=("factor", "told", "points"),
        rows=rows,
        picture=Picture.PULLS if drawn else None,
        points=tuple((row[0], row[2]) for row in drawn),
    )


def way_back_changes(answers: Answers, around: Around) -> Outcome:
    """Say which three things would change it most, and what cannot be moved any more."""
    found = verdict_in(answers, around.today, around.asks)
    if found is None or found.door is None:
        return Outcome()
    words = reapproach_words()
    best = _worth_trying(found, found.door)
    said = [Said("nothing")]
    if best:
        alone = "surer" if found.door.band is Band.LIKELY else "alone"
        lifts = "most" if best[0].bands else alone
        said = [Said(lifts, {"do": words.moves[best[0].factor]})]
    said.append(Said("fixed", {"factors": _list(words.factors[each].name for each in FIXED)}))
    rows = tuple((words.moves[each.factor], words.bands[each.band]) for each in best)
    return Outcome(tuple(said), ("do", "after") if rows else (), rows)


def way_back_checks(answers: Answers, around: Around) -> Outcome:
    """Return the six checks as they were answered, and what to look at first."""
    words = reapproach_words()
    wish = told_in(answers, around.today).wish
    if not wish.scores or not was_safe(answers):
        return Outcome()
    said = [Said("open", {"count": len(wish.open)})] if wish.open else []
    if wish.has_breaker:
        said.append(Said("breaker"))
    elif wish.weak:
        said.append(Said("weak", {"mend": words.checks[wish.weak[0]].mend}))
    else:
        said.append(Said("firm"))
    rows = tuple(
        (_opened(words.checks[check].name), words.checks[check].answers[score])
        for check, score in wish.scores.items()
    )
    return Outcome(tuple(said), ("check", "answer"), rows)


def way_back_special(answers: Answers, around: Around) -> Outcome:
    """Tell what there is to know about each special case that was picked."""
    edges = told_in(answers, around.today).edges
    texts = (reapproach_words().edges[each].text for each in edges)
    return Outcome(tuple(Said("case", {"told": each}) for each in texts))


def _headline(found: Verdict) -> list[Said]:
    words = reapproach_words()
    headline = Said("headline", {"told": words.verdicts[found.id].title})
    if found.door and found.id == FIND_OUT:
        names = _list(words.factors[each].name for each in found.door.unknown)
        return [headline, Said("find_out", {"factors": names})]
    return [headline]


def _on_the_door(found: Verdict, door: Door) -> list[Said]:
    words = reapproach_words()
    low, high = words.bands[door.worst], words.bands[door.best]
    said = [Said("door", {"band": words.bands[door.band]})]
    if door.confidence is not Confidence.LOW:
        said.append(Said("confidence", {"told": words.confidence[door.confidence]}))
    if door.unknown and found.id != FIND_OUT:
        names = _list(words.factors[each].name for each in door.unknown)
        said.append(Said("unknown", {"factors": names}))
    if not door.is_sure:
        said.append(Said("range", {"worst": low, "best": high}))
    elif door.unknown:
        said.append(Said("settled"))
    said += [Said("cap", {"told": words.caps[each]}) for each in door.caps]
    if found.id not in {FIND_OUT, *NO_PUSH}:
        said.append(Said("expect", {"told": words.expect[door.band]}))
    return said


def _on_the_wish(found: Verdict) -> list[Said]:
    words = reapproach_words()
    wish = found.wish
    if wish.worth is None:
        return [Said("unweighed")]
    said = [Said("worth", {"worth": words.worth[wish.worth]})]
    if wish.weak and not wish.has_breaker:
        said.append(Said("weak", {"check": words.checks[wish.weak[0]].name}))
    return said


def _pull(found: Verdict, factor: Factor) -> tuple[str, str, int | None]:
    words = reapproach_words().factors[factor]
    level = found.levels[factor]
    points = None if level == UNKNOWN else points_of(factor, level)
    return words.name, words.levels[level].label, points


def _worth_trying(found: Verdict, door: Door) -> tuple[Change, ...]:
    """Return what would change it; nothing where not even all of it together lifts the door."""
    lifts = door.band is Band.LIKELY or at_most(found.levels) is not door.band
    return changes(found.levels) if lifts else ()


def _on_the_pulls(drawn: list[tuple[str, int]]) -> Iterator[Said]:
    up = [_inside(name) for name, points in drawn if points > 0]
    down = [_inside(name) for name, points in reversed(drawn) if points < 0]
    if up and down:
        yield Said("both", {"up": up[0], "down": down[0]})
    elif up:
        yield Said("up", {"up": up[0]})
    else:
        yield Said("down", {"down": down[0]}) if down else Said("level")


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inside(name: str) -> str:
    """Return a name as it stands inside of a sentence."""
    return name[:1].lower() + name[1:]


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_inside, names))


CARD = Calculation(
    way_back_card,
    frozenset(
        {
            "early",
            "opening",
            "as_of",
            "headline",
            "find_out",
            "door",
            "range",
            "settled",
            "confidence",
        }
        | {"unknown", "cap", "expect", "unweighed", "worth", "weak", "do", "sleep"}
    ),
)
PULLS = Calculation(
    way_back_pulls,
    frozenset({"both", "up", "down", "level"}),
    frozenset({"factor", "told", "points"}),
)
CHANGES = Calculation(
    way_back_changes,
    frozenset({"most", "surer", "alone", "nothing", "fixed"}),
    frozenset({"do", "after"}),
)
CHECKS = Calculation(
    way_back_checks,
    frozenset({"open", "breaker", "weak", "firm"}),
    frozenset({"check", "answer"}),
)
SPECIAL = Calculation(way_back_special, frozenset({"case"}))
