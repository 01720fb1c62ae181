"""Drafting: a letter as the fields of a form, and back; its text follows the answers."""

from collections.abc import Mapping, Sequence
from json import dumps
from typing import Any

from core.cases import Case
from core.content.letters import kind_words
from core.letters.compose import Composed, compose
from core.letters.context import gives_own_reason
from core.letters.desk import choices_of, facts_of
from core.letters.letter import Letter, Piece
from core.letters.weave import weave
from core.records import LINE_LENGTH, TEXT_LENGTH

ON_THE_CASE = ("rapport", "later_interest", "sting", "openness", "openness_why", "core_line")
"""What is asked on a letter and kept on its case, because all of its letters say it alike."""

CORE_LINE, PROCESS_NOTE = "core_line", "process_note"
PROCESS_ASKED, PROCESS_CAN_ACT = "process_asked", "process_can_act"
"""The two questions that open feedback on their process (catalogue S3-14)."""

_PLANNED = {"kind", "variant", "tone", "firmness", "openness", "facts", "seed", "turns", "to_name"}
_LINES = frozenset({"openness_why", CORE_LINE})
_COLOURS = ("to_name", "to_address", "variant", "tone", "firmness", "openness", "seed", "weighed")


def answers_of(letter: Letter, case: Case | None) -> dict[str, Any]:
    """Return a letter as the fields of a form, in plain values and days."""
    whole = letter.model_dump(mode="json")
    facts = ("me", *kind_words(letter.kind).ask, *letter.facts)
    shared = case.model_dump(mode="json", include=set(ON_THE_CASE)) if case else {}
    return {
        **{name: shared.get(name) for name in ON_THE_CASE},
        **{name: whole[name] for name in _COLOURS},
        **{fact_field(fact): letter.facts.get(fact, "") for fact in facts},
        "optional": list(letter.optional),
        "turns": dict(letter.turns),
        "pieces": whole["pieces"],
        "subject": letter.subject,
        "subject_was": compose(choices_of(letter), facts_of(letter)).subject,
        "body": letter.body,
        "tags": whole["tags"],
        "recent_on": letter.recent_on,
        "plan": plan_of(letter),
        "set_aside": [],
        **dict.fromkeys((PROCESS_ASKED, PROCESS_CAN_ACT), _answered_before(letter)),
        "rev": letter.rev,
    }


def _answered_before(letter: Letter) -> str | None:
    """Return "yes" where feedback on their process was let through before."""
    return "yes" if letter.facts.get(PROCESS_NOTE) else None


def fact_field(fact: str) -> str:
    """Return the name of the field that asks for a fact."""
    return f"fact_{fact}"


def written(letter: Letter, answers: Mapping[str, Any]) -> Letter:
    """Return the letter as these answers have it, its text to the last blank as it was typed."""
    facts = {fact: answers.get(fact_field(fact)) or "" for fact in _facts_in(answers)}
    colours = {name: answers[name] for name in _COLOURS if answers.get(name) is not None}
    body = answers.get("body") or ""
    letter = Letter.model_validate(
        {
            **letter.model_dump(),
            **colours,
            "facts": {fact: text for fact, text in facts.items() if text.strip()},
            "optional": answers.get("optional") or (),
            "turns": answers.get("turns") or {},
            "pieces": answers.get("pieces") or (),
            "subject": (answers.get("subject") or "")[:LINE_LENGTH],
            "body": body[:TEXT_LENGTH],
            "tags": answers.get("tags"),
            "recent_on": answers.get("recent_on"),
            "rev": answers.get("rev") or 0,
        }
    )
    return letter.model_copy(update={"body": body})


def case_change(
    letter: Letter, answers: Mapping[str, Any], start: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what was newly chosen on a letter for all letters of its case.

    `start` is what its form began with: what was not touched here is left as the case has it
    by now. {} where the letter does not rest on the person's own reason.
    """
    if not gives_own_reason(letter):
        return {}
    fields = {name: name for name in ON_THE_CASE} | {CORE_LINE: fact_field(CORE_LINE)}
    told = {name: answers.get(field) for name, field in fields.items()}
    before = {name: start.get(field) for name, field in fields.items()}
    return {
        name: value or "" if name in _LINES else value
        for name, value in told.items()
        if (value or None) != (before[name] or None)
    }


def plan_of(letter: Letter) -> str:
    """Return what the text of a letter follows, its facts and choices, in one line."""
    chosen = letter.model_dump(mode="json", include=_PLANNED)
    return dumps(chosen | {"optional": sorted(letter.optional)}, sort_keys=True)


def followed(
    letter: Letter, subject_was: str, plan_was: str = ""
) -> tuple[Letter, Composed, tuple[str, ...]]:
    """Return the letter with its text brought to its facts and choices, and how it was done.

    With it come the letter as composed now, and the moves whose new sentence was not put in
    because the person wrote there. A subject line that was typed stays. Where the plan is the
    one that the text follows already, nothing is touched: a newer Ajar may have other words.
    """
    composed = compose(choices_of(letter), facts_of(letter))
    if plan_of(letter) == plan_was or letter.pieces == composed.pieces:
        return letter, composed, ()
    woven = weave(letter.body, letter.pieces, composed.pieces)
    own_subject = letter.subject != subject_was
    kept = letter.model_copy(
        update={
            "body": woven.body,
            "pieces": composed.pieces,
            "subject": letter.subject if own_subject else composed.subject,
        }
    )
    return kept, composed, woven.by_hand


def as_fields(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    """Return pieces as a draft can hold them."""
    return [piece.model_dump(mode="json") for piece in pieces]


def _facts_in(answers: Mapping[str, Any]) -> tuple[str, ...]:
    start = fact_field("")
    return tuple(name.removeprefix(start) for name in answers if name.startswith(start))
