"""What the check before a yes tells: what is settled, and what to settle first (S4-19)."""

from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Said

CHECKS = ("in_writing", "enough", "days", "other_answers", "slept", "keep_it")
YES, NO = "yes", "no"


def before_yes(  # noqa: PLR0913 - each is a question of the worksheet
    answers: Answers,
    _: Around,
    *,
    in_writing: str,
    enough: str,
    days: str,
    other_answers: str,
    slept: str,
    keep_it: str,
) -> Outcome:
    """Return what is still open of six questions, each answered with yes or no."""
    fields = (in_writing, enough, days, other_answers, slept, keep_it)
    given = {check: answers.raw.get(each) for check, each in zip(CHECKS, fields, strict=True)}
    answered = [each for each, answer in given.items() if answer in (YES, NO)]
    still_open = [each for each, answer in given.items() if answer == NO]
    if not answered:
        return Outcome()
    if still_open:
        said = Said("not_yet", {"count": len(still_open), "of": len(CHECKS)})
    elif len(answered) < len(CHECKS):
        said = Said("early", {"count": len(answered), "of": len(CHECKS)})
    else:
        said = Said("ready")
    return Outcome((said, *(Said(f"open_{each}") for each in still_open)))


BEFORE_YES = Calculation(
    before_yes, frozenset({"ready", "not_yet", "early", *(f"open_{each}" for each in CHECKS)})
)
