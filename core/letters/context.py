"""Context: what the checks need to know of a letter's case, people and sister letters."""

from collections.abc import Iterable, Iterator

from core.cases import Case, Door
from core.content.letters import kind_words
from core.content.loader import case_words
from core.decisions.weighed import weighing
from core.letters.findings import CaseFacts
from core.letters.kinds import GIVE_A_REASON, PAIRED, TELL_OF_A_NO, Kind
from core.letters.letter import Letter
from core.letters.reasons import read_tags
from core.letters.variants import CANCELLED, NOT_CHOSEN
from core.workspace import Workspace

OTHER_OFFER = "other_offer"
THEIRS = frozenset({NOT_CHOSEN, CANCELLED})
"""Variants of a note in which the decision was not the person's."""


def case_facts(workspace: Workspace, letter: Letter) -> CaseFacts:
    """Return what the checks may rest on for this letter as it stands now."""
    case = workspace.cases.find(letter.case_id)
    optional = {move.id for move in kind_words(letter.kind).moves if not move.required}
    return CaseFacts(
        contact=letter.to_name,
        names=tuple(_names(workspace, letter, case)),
        told=tuple(letter.facts.values()),
        openness=letter.openness if letter.kind in TELL_OF_A_NO else None,
        tags=None if letter.tags is None else frozenset(letter.tags),
        pair_tags=_pair_tags(workspace.letters.all(), letter),
        reason_tags=tags_of(case),
        pay_may_reopen=_pay_may_reopen(workspace, letter),
        other_offer=_other_offer(case),
        door=case.door if case else Door.UNKNOWN,
        left_out=frozenset(optional - set(letter.optional)),
        own_decision=letter.variant not in THEIRS,
    )


def _pay_may_reopen(workspace: Workspace, letter: Letter) -> bool:
    """Return whether weighing the way back allowed to name pay once more (rule R25)."""
    if letter.kind is not Kind.REAPPROACH:
        return False
    weighed = weighing(workspace, letter.case_id, workspace.now().date())
    return weighed is not None and weighed.pay_may_reopen


def gives_own_reason(letter: Letter) -> bool:
    """Return whether a letter may give the person's own reason for a no, in one line."""
    return letter.kind in GIVE_A_REASON and letter.variant not in THEIRS


def reasons_of(case: Case | None) -> tuple[str, ...]:
    """Return every reason on a case, those that are true first."""
    return (*case.reasons_true, *case.reasons_given) if case else ()


def _names(workspace: Workspace, letter: Letter, case: Case | None) -> Iterator[str]:
    """Yield employer, role and people: what is a name is never a fault."""
    people = (letter.to_id, case.contact_id, case.referrer_id) if case else (letter.to_id,)
    known = (workspace.people.find(each) for each in people)
    told = (letter.facts.get(each, "") for each in ("employer", "role", "me", "people_thanked"))
    case_names = (case.employer, case.role) if case else ()
    every = (*case_names, *told, *(each.name for each in known if each), letter.to_name)
    yield from dict.fromkeys(name for name in every if name)


def _pair_tags(letters: Iterable[Letter], letter: Letter) -> frozenset[str] | None:
    """Return the tags that the latest sister letter gives; None where there is none.

    What went out counts before what is still a draft; what was put away does not count.
    """
    if letter.kind not in PAIRED or not letter.case_id:
        return None
    sisters = [
        each
        for each in letters
        if each.case_id == letter.case_id
        and each.kind in PAIRED
        and each.kind is not letter.kind
        and each.variant not in THEIRS
        and each.archived_at is None
    ]
    if not sisters:
        return None
    latest = ([each for each in sisters if each.is_out] or sisters)[-1]
    return frozenset(latest.tags) if latest.tags is not None else read_tags(latest.body)


def tags_of(case: Case | None) -> frozenset[str]:
    """Return the letter tags of every reason on a case."""
    known = case_words().reasons
    return frozenset(known[each].letter_tag for each in reasons_of(case) if each in known)


def _other_offer(case: Case | None) -> bool | None:
    """Return whether the case speaks of another offer; None where it gives no reasons."""
    reasons = reasons_of(case)
    return OTHER_OFFER in reasons if reasons else None
