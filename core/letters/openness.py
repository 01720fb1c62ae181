"""How open to be about a reason: the chooser, its sentences, and what to hold back.

Source: catalogue, transparency chooser (our own judgement, from S3-25 to S3-32), S2-11, S3-14,
S3-28, S3-42, S3-45.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.cases import Case
from core.content.cases import LetterTag, Reason
from core.content.letter_openness import General, openness_words
from core.letters.kinds import Firmness, Openness

READS_AS_BLAME = 2
KNOWN = 1
CLOSE = 2


@dataclass(frozen=True)
class Choice:
    """How open to be, and the id of why in `letter_openness.toml`."""

    level: Openness
    why: str


def choose(rapport: int, later_interest: int, tag: LetterTag | None, sting: int) -> Choice:
    """Return how open to be about a reason; anyone may choose otherwise.

    `rapport` and `later_interest` run from 0 (none) to 3 (a lot), `sting` from 0 (no) to 2
    (yes): would the truth read as blame? Without a reason there is none to give.
    """
    if tag is None:
        return Choice(Openness.NONE, "no_reason")
    if sting >= READS_AS_BLAME or tag == "culture":
        return Choice(Openness.GENERIC, "sting" if sting >= READS_AS_BLAME else "culture")
    if rapport <= KNOWN and later_interest == 0:
        return Choice(Openness.NONE, "hardly_know")
    if tag == "pay" and rapport < KNOWN:
        return Choice(Openness.GENERIC, "pay_unknown")
    if tag == "pay":
        return Choice(Openness.SPECIFIC, "pay_gently")
    return Choice(Openness.SPECIFIC, "rapport" if rapport >= KNOWN else "later")


def main_tag(case: Case, reasons: Mapping[str, Reason]) -> LetterTag | None:
    """Return the letter tag of the first true reason, else of the first one given; None if none."""
    named = (each for each in (*case.reasons_true, *case.reasons_given) if each in reasons)
    return next((reasons[each].letter_tag for each in named), None)


def reason_sentence(tag: LetterTag, firmness: Firmness) -> str:
    """Return one sentence that gives the reason, cushioned where the no is to be soft."""
    words = openness_words().tags[tag]
    return words.soft if firmness is Firmness.SOFT else words.plain


def reason_noun(tag: LetterTag) -> str:
    """Return the reason as it stands after "I declined it because of ..."."""
    return openness_words().tags[tag].noun


def general_reasons(
    tags: Collection[str], *, other_offer: bool | None = None
) -> Mapping[str, General]:
    """Return the general reasons that can be true, by id, those that fit `tags` first.

    Another offer is named only where there is one (rule R32). The rest is for the person to
    say: each is sent only if they answer that it is true.
    """
    known = openness_words().general
    has_offer = other_offer if other_offer is not None else "other_offer" in tags
    possible = [id_ for id_, each in known.items() if each.tag != "other_offer" or has_offer]
    ordered = sorted(possible, key=lambda id_: known[id_].tag not in tags)
    return {id_: known[id_] for id_ in ordered}


def process_feedback(*, asked: bool | None, can_act: bool | None) -> str:
    """Return "keep", "drop" or "undecided" for feedback on their process.

    Would they ask for this? Can they act on it? Two yes keep one point (catalogue S3-14).
    """
    answers = (asked, can_act)
    if False in answers:
        return "drop"
    return "undecided" if None in answers else "keep"
