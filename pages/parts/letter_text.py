"""The text of a letter: the subject, the editor with its marks, and what is worth a look."""

from collections.abc import Iterator, Sequence
from typing import get_args

import streamlit as st

from core.content.cases import LetterTag
from core.content.letters import kind_words
from core.content.loader import fill, letter_rules, words
from core.letters.checks import check, is_ready
from core.letters.compose import Composed
from core.letters.findings import HEATED, CaseFacts, Finding, Level, is_heated, rewritten
from core.letters.kinds import Kind, Openness
from core.letters.letter import Letter
from core.letters.phrases import word_count
from core.letters.reasons import read_tags
from core.records import LINE_LENGTH, TEXT_LENGTH
from pages.parts.editor import Mark, ask_long_text, newest_text
from pages.parts.forms import Form
from pages.parts.letter_form import move_label
from pages.parts.plain_text import inert
from pages.parts.questions import legible

HEIGHT = 440
CHECKED = "letter.checked"
TAGS = get_args(LetterTag)
ICONS = {
    Level.ERROR: ":material/error:",
    Level.WARNING: ":material/help:",
    Level.INFO: ":material/info:",
}
AT_ONCE = 4


def ask_text(form: Form, letter: Letter, facts: CaseFacts) -> tuple[Letter, tuple[Finding, ...]]:
    """Show the letter to be changed by hand; return it as it stands, and what the checks find."""
    say = words("letter")
    form.texts |= {"subject", "body"}
    subject = st.text_input(
        say["subject"], max_chars=LINE_LENGTH, key=form.key("subject"), persist_state="session"
    )
    body = ask_long_text(
        say["body"],
        key=form.key("body"),
        height=HEIGHT,
        max_chars=TEXT_LENGTH,
        help_text=say["body_help"],
        marks=lambda text: _marks(_checked(letter.kind, subject, text, facts)),
        list_marks=False,
    )
    now = letter.model_copy(update={"subject": subject, "body": body})
    return now, findings_of(now, facts)


def findings_of(letter: Letter, facts: CaseFacts) -> tuple[Finding, ...]:
    """Return what the checks find in a letter as it stands."""
    return _checked(letter.kind, letter.subject, letter.body, facts)


def show_state(letter: Letter, composed: Composed, findings: Sequence[Finding]) -> None:
    """Say in one line whether the letter is whole and ready, and how long it is."""
    say = words("letter")
    count = fill(say["count"], words=word_count(letter.body))
    with st.container(horizontal=True, vertical_alignment="center"):
        if composed.missing:
            st.badge(say["missing"], icon=":material/edit_note:", color="gray")
        elif is_ready(findings):
            st.badge(say["ready"], icon=":material/check:", color="green")
        else:
            st.badge(say["not_ready"], icon=":material/edit_note:", color="orange")
        st.caption(count)


def show_too_long(form: Form, letter: Letter, composed: Composed) -> None:
    """Where it is longer than its kind should be, say which optional moves could go."""
    say = words("letter")
    if not composed.drop or word_count(letter.body) <= kind_words(letter.kind).most:
        return
    moves = ", ".join(move_label(letter, each).lower() for each in composed.drop)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(fill(say["too_long"], moves=moves))
        st.button(
            say["drop"], key=form.act("drop"), on_click=_leave_out, args=(form, composed.drop)
        )


def ask_reading(form: Form, letter: Letter) -> None:
    """Say which reason is read in the letter; what the person answers wins."""
    say = words("letter")
    read = sorted(read_tags(letter.body) if letter.tags is None else letter.tags)
    if not read and letter.tags is None and letter.openness is Openness.NONE:
        return
    key = form.act(f"reads.{'.'.join(read)}")
    st.pills(
        say["reads_as"] if read else say["reads_as_none"],
        TAGS,
        selection_mode="multi",
        default=read,
        format_func=lambda tag: legible(say[f"tag_{tag}"]),
        key=key,
        on_change=_answer_reading,
        args=(form, key),
        wrap=True,
    )
    st.caption(say["reads_more"])
    if letter.tags is not None:
        st.button(
            say["read_again"],
            type="tertiary",
            key=form.act("read_again"),
            on_click=_forget,
            args=(form,),
        )


def _forget(form: Form) -> None:
    form["tags"] = None


def _answer_reading(form: Form, key: str) -> None:
    form["tags"] = list(st.session_state[key])


def show_findings(
    form: Form, letter: Letter, composed: Composed, findings: Sequence[Finding]
) -> None:
    """Show what stands out: what, why, and other words to take with one click."""
    say = words("letter")
    st.header(say["findings"])
    if composed.missing and letter.body == composed.body:
        st.caption(say["not_yet"])
        return
    if not findings:
        st.caption(say["nothing_found"])
    if is_heated(findings):
        st.write(say["heated"])
    told: set[str] = set()
    for number, finding in enumerate(sorted(findings, key=_weight)):
        _show_finding(form, letter, finding, number, again=finding.message in told)
        told.add(finding.message)


def _weight(finding: Finding) -> tuple[int, bool]:
    """Errors first, and among equals what may hurt somebody."""
    return list(Level).index(finding.level), finding.rule not in HEATED


def _show_finding(
    form: Form, letter: Letter, finding: Finding, number: int, *, again: bool
) -> None:
    """Show one finding; what it is about is told once, where several say the same."""
    said = letter_rules().findings[finding.message]
    with st.container(key=f"{form.name}.finding.{number}", gap="xsmall"):
        what = fill(said.what, **finding.slots)
        st.write(f"{ICONS[finding.level]} {inert(what)}")
        marked = _marked(letter, finding)
        if marked and finding.where == "body" and marked not in what:
            st.caption(f"“{inert(marked)}”")
        if not again:
            more = " ".join(fill(each, **finding.slots) for each in (said.why, said.hint) if each)
            st.caption(inert(more))
        if finding.rewrite is not None and marked:
            _offer_rewrite(form, finding, marked, number)


def _offer_rewrite(form: Form, finding: Finding, marked: str, number: int) -> None:
    say = words("letter")
    new = finding.rewrite or ""
    st.button(
        fill(say["take"], name=inert(new)) if new else say["take_out"],
        key=form.act(f"take.{number}"),
        type="tertiary",
        icon=":material/auto_fix_high:",
        on_click=_take,
        args=(form, finding, marked),
    )


def _take(form: Form, finding: Finding, marked: str) -> None:
    """Put the rewrite where the marked words stand, if they still stand there."""
    field = finding.where
    text = newest_text(form.key("body")) if field == "body" else form["subject"]
    if text[finding.start : finding.end] != marked:
        return
    form[field] = rewritten(text, finding)


def _leave_out(form: Form, moves: Sequence[str]) -> None:
    form["optional"] = [each for each in form["optional"] or () if each not in moves]


def _marked(letter: Letter, finding: Finding) -> str:
    text = letter.body if finding.where == "body" else letter.subject
    return text[finding.start : finding.end]


def _marks(findings: Sequence[Finding]) -> Iterator[Mark]:
    for each in findings:
        if each.where == "body" and each.start < each.end:
            said = letter_rules().findings[each.message]
            kind = "care" if each.level is Level.ERROR else "tip"
            yield Mark(each.start, each.end, kind, fill(said.what, **each.slots))


def _checked(kind: Kind, subject: str, body: str, facts: CaseFacts) -> tuple[Finding, ...]:
    """What the checks find in a text; asked twice in a run, worked out once."""
    asked = (kind, subject, body, facts)
    known: tuple[object, tuple[Finding, ...]] = st.session_state.get(CHECKED, (None, ()))
    if known[0] != asked:
        known = st.session_state[CHECKED] = (asked, check(*asked))
    return known[1]
