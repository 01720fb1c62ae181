"""What the profile check works out: which words of target ads a profile has, and which it lacks.

Words are counted, nothing is understood; the profile itself is never told back.
"""

import re

from core.ads import Counted, shared_terms, tally, told
from core.content.skills import skill_words
from core.names import plain
from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Cell, Outcome, Said

COMMA, SEMICOLON = ", ", "; "
NAMED = 12
"""So many words are named in a sentence; the table has all."""

_BREAKS = re.compile(r"[\n,;\u2022]+")


def terms_of(ads: tuple[str, ...], keywords: str) -> tuple[Counted, ...]:
    """Return the words to look for: those that were named, then those that ads share.

    Each is counted in the ads; one that was named and that no ad has counts 0.
    """
    split = (each.strip(" -\t") for each in _BREAKS.split(keywords))
    named = list({plain(each): each for each in split if each}.values())
    return (*tally(ads, named), *shared_terms(ads, named, skill_words().plain))


def _profile(  # noqa: PLR0913 - each is a question of the worksheet
    answers: Answers, _: Around, *, profile: str, keywords: str, ad_1: str, ad_2: str, ad_3: str
) -> Outcome:
    """Return which words of ads the own profile has, and which it lacks (catalogue S1-26)."""
    ads = told(answers.text(each) for each in (ad_1, ad_2, ad_3))
    terms = terms_of(ads, answers.text(keywords))
    own = answers.text(profile)
    if not (own and terms):
        few = own and ads
        return Outcome((Said("nothing_shared"),) if few else ())
    held = {each.term for each in tally([own], [each.term for each in terms]) if each.ads}
    covered = [each.term for each in terms if each.term in held]
    missing = [each for each in terms if each.term not in held]
    said = [Said("covered", {"count": len(covered), "of": len(terms)})]
    if missing:
        words = COMMA.join(each.term for each in missing[:NAMED])
        said += [Said("missing", {"words": words}), Said("true_only")]
    if covered:
        said.append(Said("there", {"words": COMMA.join(covered[:NAMED])}))
    rows: tuple[tuple[Cell, ...], ...] = tuple((each.term, each.ads) for each in missing)
    return Outcome(tuple(said), ("word", "ads"), rows)


def _checklist(answers: Answers, _: Around, *, has: str) -> Outcome:
    """Return which parts of a profile are still open, in the order of the list."""
    chosen = {each.key for each in answers.chosen(has)}
    every = answers.choices(answers.worksheet.fields[has])
    open_ = [each.label for each in every if each.key not in chosen]
    if not chosen:
        return Outcome()
    if not open_:
        return Outcome((Said("all"),))
    return Outcome((Said("open", {"parts": SEMICOLON.join(open_)}),))


PROFILE_WORDS = Calculation(
    _profile,
    frozenset({"covered", "missing", "true_only", "there", "nothing_shared"}),
    frozenset({"word", "ads"}),
)
PROFILE_PARTS = Calculation(_checklist, frozenset({"open", "all"}))
