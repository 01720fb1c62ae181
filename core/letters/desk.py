"""The desk: letters are begun from what is known, kept, sent, answered and put away."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import get_args

from core.cases import Case
from core.content.cases import LetterTag
from core.content.letters import common_words, kind_words
from core.content.loader import case_words
from core.decisions.weighed import change_told, with_weighing
from core.letters.compose import Choices, compose
from core.letters.kinds import Kind, Openness, Tone
from core.letters.letter import Letter, LetterState, Version
from core.letters.openness import reason_noun
from core.letters.reasons import read_tags
from core.letters.recipients import known_person, recipient
from core.letters.variants import APPLICATION, ASKED_AFTER
from core.records import LINE_LENGTH, TEXT_LENGTH
from core.workspace import Workspace

FORM = "letter"


def begin(  # noqa: PLR0913 - each is one fact of where a letter begins
    workspace: Workspace, kind: Kind, case: Case | None, way: str = "", *, to: str = "", seed: int
) -> Letter:
    """Return a new letter, not yet kept, with what is known of the person and the case in it.

    `way` is its variant, an unknown one the usual; `to` is whom it is for by id, where that is not
    as usual; `seed`, any number, picks the wordings.
    """
    person = workspace.people.find(to) or recipient(workspace, kind, case, way)
    words = kind_words(kind)
    letter = Letter(
        kind=kind,
        case_id=case.id if case else "",
        to_id=person.id if person else "",
        to_name=person.name if person else "",
        to_address=person.address if person else "",
        variant=way if way in words.variants else next(iter(words.variants), ""),
        tone=_TONES.get(case.goal, Tone.WARM) if case else Tone.WARM,
        openness=(case.openness if case else None) or Openness.NONE,
        facts=told_before(workspace, kind, case),
        optional=tuple(move.id for move in words.moves if move.on and not move.required),
        seed=seed,
    )
    composed = compose(choices_of(letter), facts_of(letter))
    return letter.model_copy(
        update={"pieces": composed.pieces, "subject": composed.subject, "body": composed.body}
    )


def told_before(workspace: Workspace, kind: Kind, case: Case | None) -> dict[str, str]:
    """Return the answers that need not be asked for, because they were told before."""
    known = {"me": workspace.me.name} | change_told(workspace, case)
    if case:
        contact = workspace.people.find(case.contact_id)
        tag = _tag_told(case)
        known |= {
            "employer": case.employer,
            "role": case.role,
            "core_line": case.core_line,
            "event": common_words().events.get(case.stage, "") if case.stage else "",
            "told_there": contact.name if contact else "",
            "reason_then": reason_noun(tag) if tag else "",
        }
    asked = {"me", *kind_words(kind).ask}
    return {fact: text for fact, text in known.items() if text and fact in asked}


def _tag_told(case: Case) -> LetterTag | None:
    """Return the tag of the reason that the employer knows of; what was kept back stays so."""
    reasons = case_words().reasons
    if case.openness is None:
        given = (reasons[each].letter_tag for each in case.reasons_given if each in reasons)
        return next(given, None)
    read = read_tags(case.core_line) if case.openness is not Openness.NONE else frozenset()
    return next((tag for tag in get_args(LetterTag) if tag in read), None)


def choices_of(letter: Letter) -> Choices:
    """Return what colours this letter."""
    return Choices(
        letter.kind,
        letter.variant,
        letter.tone,
        letter.firmness,
        letter.openness,
        frozenset(letter.optional),
        letter.seed,
        letter.turns,
    )


def facts_of(letter: Letter) -> dict[str, str]:
    """Return what this letter can say, the recipient included."""
    return {**letter.facts, "contact": letter.to_name}


def keep(
    workspace: Workspace, letter: Letter, change: Mapping[str, object] | None = None
) -> Letter:
    """Save a letter, whom it is for, and what all letters of its case say alike, in one commit.

    `change` holds fields of the case: how open to be and the reason in one sentence. Raises
    EditedElsewhereError, and saves nothing, where the letter changed since it was read. A text
    that is too long is kept as far as it goes, and a second click on a new letter keeps no other.
    """
    letter = with_weighing(workspace, letter.model_copy(update={"body": letter.body[:TEXT_LENGTH]}))
    with workspace.one_commit():
        person = known_person(workspace, letter)
        addressed = letter.model_copy(update={"to_id": person.id if person else ""})
        case = workspace.cases.find(letter.case_id)
        if case and change:
            workspace.cases.replace(Case.model_validate({**case.model_dump(), **change}))
        _remember_name(workspace, letter)
        if letter.id:
            return workspace.letters.replace(addressed)
        return workspace.letters.add(addressed, form=FORM, payload=_payload(letter))


def _remember_name(workspace: Workspace, letter: Letter) -> None:
    """Keep the name that the first letter is signed with, so that nobody is asked twice."""
    name = letter.facts.get("me", "")
    if name and not workspace.me.name:
        workspace.save_me(workspace.me.model_copy(update={"name": name}))


def sent(letter: Letter, on: date, by: str, follow_up_on: date | None, now: datetime) -> Letter:
    """Return the letter as sent on a day by a way, its words kept as a version."""
    return with_version(letter, now).model_copy(
        update={
            "state": LetterState.SENT,
            "sent_on": on,
            "sent_by": by,
            "follow_up_on": follow_up_on,
            "held_until": None,
        }
    )


def held(letter: Letter, until: datetime) -> Letter:
    """Return the letter as put by until a moment: written now, to be sent later."""
    return letter.model_copy(update={"state": LetterState.HELD, "held_until": until})


def let_go(letter: Letter) -> Letter:
    """Return a letter that was held or ready as one that is being written again."""
    return letter.model_copy(update={"state": LetterState.DRAFT, "held_until": None})


def not_sent(letter: Letter) -> Letter:
    """Return a letter that was noted as sent by mistake as the draft that it was."""
    undone = {"state": LetterState.DRAFT, "sent_on": None, "sent_by": "", "follow_up_on": None}
    return letter.model_copy(update=undone)


def answered(letter: Letter, on: date, was: str, text: str) -> Letter:
    """Return the letter with the answer that came; `was` is a yes, a no or something else."""
    return letter.model_copy(
        update={
            "state": LetterState.ANSWERED,
            "replied_on": on,
            "reply_was": was,
            "reply": text,
            "follow_up_on": None,
        }
    )


def unanswered(letter: Letter) -> Letter:
    """Return the letter as one that nobody answered, which is usual; nothing more is due."""
    return letter.model_copy(update={"state": LetterState.NO_REPLY, "follow_up_on": None})


def with_version(letter: Letter, now: datetime) -> Letter:
    """Return the letter with its words kept as a version, unless the last one says the same."""
    words = (letter.subject, letter.body)
    if letter.versions and (letter.versions[-1].subject, letter.versions[-1].body) == words:
        return letter
    version = Version(kept_at=now, subject=letter.subject, body=letter.body)
    return letter.model_copy(update={"versions": (*letter.versions, version)})


def with_set_aside(letter: Letter, texts: Iterable[tuple[str, str]], now: datetime) -> Letter:
    """Return the letter with texts that were replaced (subject and body each) as versions."""
    for subject, body in texts:
        before = letter.model_copy(update={"subject": subject, "body": body})
        letter = letter.model_copy(update={"versions": with_version(before, now).versions})
    return letter


def duplicate(letter: Letter) -> Letter:
    """Return a new draft with the words of this letter, and nothing of what became of it."""
    fresh = {name: getattr(Letter(kind=letter.kind), name) for name in _FATE}
    return letter.model_copy(update=fresh)


def archived(letter: Letter, now: datetime | None) -> Letter:
    """Return the letter as put away at a moment, or (None) as taken out again."""
    return letter.model_copy(update={"archived_at": now})


def of_case(letters: Iterable[Letter], case_id: str) -> tuple[Letter, ...]:
    """Return the letters of a case, the latest first."""
    own = [each for each in letters if case_id and each.case_id == case_id]
    return tuple(reversed(own))


def follow_up_of(workspace: Workspace, letter: Letter) -> Letter:
    """Return a status check for a letter that is still waiting, to go into the same thread."""
    case = workspace.cases.find(letter.case_id)
    variant = ASKED_AFTER.get(letter.kind, APPLICATION)
    fresh = begin(workspace, Kind.STATUS_CHECK, case, variant, seed=letter.seed)
    return addressed_to(fresh, letter).model_copy(
        update={"subject": _in_thread(letter.subject) or fresh.subject, "follows_id": letter.id}
    )


def addressed_to(letter: Letter, other: Letter) -> Letter:
    """Return the letter as one to the person whom another is for."""
    there = {"to_id": other.to_id, "to_name": other.to_name, "to_address": other.to_address}
    moved = letter.model_copy(update=there)
    composed = compose(choices_of(moved), facts_of(moved))
    return moved.model_copy(update={"pieces": composed.pieces, "body": composed.body})


def _in_thread(subject: str) -> str:
    whole = subject if subject.casefold().startswith("re:") else f"Re: {subject}"
    return whole[:LINE_LENGTH] if subject else ""


_TONES = {"no_plans": Tone.DIRECT, "recommended": Tone.FORMAL}
"""The tone that a letter begins in, by what the person hopes to be to the employer (S3-15)."""

_FATE = (
    "id", "rev", "created_at", "updated_at", "state", "held_until", "sent_on", "sent_by",
    "follow_up_on", "follows_id", "reply", "replied_on", "reply_was", "versions", "archived_at",
)  # fmt: skip


_ONE_CLICK = frozenset(
    {"kind", "case_id", "to_name", "to_address", "subject", "body", "facts", "state"}
)
"""What two clicks on one button have in common; the moment of each is not among it."""


def _payload(letter: Letter) -> dict[str, object]:
    return letter.model_dump(mode="json", include=set(_ONE_CLICK))
