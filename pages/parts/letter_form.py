"""The questions of a letter: whom it is for, a few facts, how it sounds, what else to say."""

from collections.abc import Mapping

import streamlit as st

from core.cases import Case
from core.content.letter_openness import openness_words
from core.content.letters import common_words, fact_words, kind_words
from core.content.loader import fill, words
from core.letters.compose import Composed, facts_asked
from core.letters.desk import choices_of
from core.letters.drafting import (
    CORE_LINE,
    PROCESS_ASKED,
    PROCESS_CAN_ACT,
    PROCESS_NOTE,
    answers_of,
    as_fields,
    fact_field,
    followed,
    plan_of,
    written,
)
from core.letters.letter import Letter
from core.letters.openness import process_feedback
from core.letters.phrases import word_count
from core.letters.recipients import recipient
from core.records import LINE_LENGTH
from core.workspace import Workspace
from pages.parts.editor import newest_text
from pages.parts.forms import Form
from pages.parts.interview_notes import show_notes
from pages.parts.people_beside import show_beside
from pages.parts.questions import ask_any_day, ask_line, ask_one, ask_some, legible
from pages.parts.session import app_mode

MINE = "letter.by_hand"
ME, THEIR_COST = "me", "their_cost"
RECENT_FACT, STALE_DAYS = "recent_fact", 180
DAYS = frozenset({"sent_on", "replied_on", "recent_on"})
_YES_NO = {"yes": True, "no": False}


def letter_form(workspace: Workspace, letter: Letter, address: str, case: Case | None) -> Form:
    """Return the form of a letter; one that is not yet kept goes by its address."""
    start = answers_of(letter, case)
    return Form(
        workspace,
        f"letter:{letter.id or address}",
        start,
        dates=DAYS,
    )


def address_anew(workspace: Workspace, form: Form, letter: Letter, case: Case | None) -> None:
    """Where the situation goes with another person, name them, unless a name was typed."""
    people = {
        variant: recipient(workspace, letter.kind, case, variant)
        for variant in kind_words(letter.kind).variants
    }
    person = people.get(form["variant"])
    known = {each.name for each in people.values() if each}
    if person and form["to_name"] in known - {person.name}:
        form["to_name"], form["to_address"] = person.name, person.address


def follow(form: Form, letter: Letter) -> tuple[Letter, Composed]:
    """Bring the text to the answers as they stand now, before any field is drawn.

    Returns the letter as it stands in the form, and the letter as composed from the facts. A
    field is put anew only where its text changes: what is typed at that moment stays.
    """
    typed = newest_text(form.key("body")) or form["body"]
    answers = form.fields() | {"body": typed}
    if not _is_welcome(form):
        answers[fact_field(PROCESS_NOTE)] = ""
    letter, composed, by_hand = followed(
        written(letter, answers), form["subject_was"], form["plan"]
    )
    if letter.body != typed:
        form["body"] = letter.body
    form["pieces"] = as_fields(letter.pieces)
    if letter.subject != form["subject"]:
        form["subject"] = letter.subject
    if form["plan"] != (plan := plan_of(letter)):
        form["plan"], form["subject_was"] = plan, composed.subject
    if by_hand:
        st.session_state[f"{MINE}.{form.name}"] = by_hand
    return letter, composed


def ask_about(form: Form, letter: Letter, composed: Composed) -> None:
    """Ask whom the letter is for, and for the facts that its sentences can use."""
    say = words("letter")
    st.header(say["facts"])
    kind = kind_words(letter.kind)
    if kind.variants:
        ask_one(form, "variant", say["variant"], kind.variants)
    ask_line(form, "to_name", say["to_name"])
    for fact in facts_asked(choices_of(letter)):
        if fact != CORE_LINE:
            _ask_fact(form, letter, fact, composed)
    if not letter.facts.get(ME) or form.started_with(fact_field(ME)) != letter.facts.get(ME):
        _ask_fact(form, letter, ME, composed)


def ask_sound(form: Form, letter: Letter) -> None:
    """Ask for the tone, for a no its firmness, and for what else to say."""
    say = words("letter")
    st.header(say["sound"])
    ask_one(form, "tone", say["tone"], common_words().tones)
    kind = kind_words(letter.kind)
    if kind.has_firmness:
        ask_one(form, "firmness", say["firmness"], common_words().firmnesses)
    if more := _optional(letter):
        ask_some(form, "optional", say["optional"], more)


def move_label(letter: Letter, move: str) -> str:
    """Return what a move of the letter is called."""
    say = words("letter")
    if move in ("greeting", "closing"):
        return str(say["greeting"] if move == "greeting" else say["closing"])
    return next(each.label for each in kind_words(letter.kind).moves if each.id == move)


def _optional(letter: Letter) -> Mapping[str, str]:
    moves = kind_words(letter.kind).moves
    return {
        move.id: move.label
        for move in moves
        if not move.required and move.belongs_to(letter.variant, letter.openness)
    }


def _ask_fact(form: Form, letter: Letter, fact: str, composed: Composed) -> None:
    say = words("letter")
    question = fact_words(letter.kind, fact)
    field = fact_field(fact)
    form.texts.add(field)
    if fact == PROCESS_NOTE and not _may_stay(form):
        return
    text = st.text_input(
        question.label,
        max_chars=LINE_LENGTH,
        placeholder=question.example,
        key=form.key(field),
        persist_state="session",
    )
    if word_count(text) > question.words:
        st.caption(fill(say["shorter"], most=question.words))
    elif fact in composed.missing:
        st.caption(say["needed"])
    show_notes(fact, letter.case_id)
    show_beside(fact, letter, form["to_name"])
    if fact == THEIR_COST and not text:
        _offer_completions(form, field)
    if fact == RECENT_FACT and text:
        _ask_how_recent(form)


def _ask_how_recent(form: Form) -> None:
    """Ask how long ago something recent was, and say when it is recent no more."""
    say = words("letter")
    day = ask_any_day(form, "recent_on", say["recent_on"])
    if day and (app_mode().now().date() - day).days > STALE_DAYS:
        st.caption(say["stale"])


def _may_stay(form: Form) -> bool:
    """Ask whether feedback on their process would be welcome and of use; say what follows."""
    say = words("letter")
    told = openness_words().process_feedback
    answers = {"yes": say["yes"], "no": say["no"]}
    ask_one(form, PROCESS_ASKED, told.asked, answers)
    ask_one(form, PROCESS_CAN_ACT, told.can_act, answers)
    said = {"keep": told.keep, "drop": told.drop, "undecided": told.undecided}
    st.caption(said[_verdict(form)])
    return _is_welcome(form)


def _verdict(form: Form) -> str:
    asked, can_act = (_YES_NO.get(form[each]) for each in (PROCESS_ASKED, PROCESS_CAN_ACT))
    return process_feedback(asked=asked, can_act=can_act)


def _is_welcome(form: Form) -> bool:
    return _verdict(form) == "keep"


def _offer_completions(form: Form, field: str) -> None:
    """Offer ends for "so that you can ...": what the no costs the other side this week."""
    empathy = openness_words().empathy
    st.pills(
        empathy.question,
        list(empathy.completions),
        format_func=legible,
        key=form.act("completion"),
        on_change=_complete,
        args=(form, field),
        wrap=True,
    )


def _complete(form: Form, field: str) -> None:
    form[field] = st.session_state[form.act("completion")] or ""
