"""How open to be: three questions, a level, and one true sentence that all letters share."""

import streamlit as st

from core.cases import Case
from core.content.cases import LetterTag
from core.content.letter_openness import openness_words
from core.content.loader import case_words, fill, words
from core.letters.context import tags_of
from core.letters.drafting import CORE_LINE, fact_field
from core.letters.kinds import Openness
from core.letters.letter import Letter
from core.letters.openness import Choice, choose, general_reasons, main_tag, reason_sentence
from core.letters.phrases import word_count
from pages.parts.forms import Form
from pages.parts.questions import KEPT, ask_line, ask_one, legible

REASON = "reason"
MOST_WORDS = 25


def ask_openness(form: Form, letter: Letter, case: Case | None) -> None:
    """Ask how open the letters of this case are to be, and for the reason in one true sentence."""
    say = words("openness")
    st.caption(say["lead"])
    tag = _ask_reason(form, case)
    choice = _ask_three(form, tag) if tag else None
    if choice:
        said = openness_words()
        st.write(fill(say["suggested"], reason=said.levels[choice.level]))
        st.caption(said.why[choice.why])
    elif tag:
        st.caption(say["answer_all"])
    levels = {str(level): say[f"level_{level}"] for level in Openness}
    level = ask_one(form, "openness", say["level"], levels)
    if choice and level and level != choice.level:
        ask_line(form, "openness_why", say["own_way"])
    if level in ("", Openness.NONE):
        st.caption(say["unchosen"])
        return
    _ask_line(form, letter, Openness(level), tag, case)
    if case:
        st.caption(say["on_case"])


def _ask_reason(form: Form, case: Case | None) -> LetterTag | None:
    """Return the tag of the reason on the case; ask for it where there is none."""
    reasons = case_words().reasons
    known = main_tag(case, reasons) if case else None
    if known:
        return known
    labels = {name: each.label for name, each in reasons.items()}
    chosen = ask_one(form, REASON, words("openness")["reason"], labels)
    return reasons[chosen].letter_tag if chosen else None


def _ask_three(form: Form, tag: LetterTag | None) -> Choice | None:
    say = words("openness")
    rapport = _ask_degree(form, "rapport", say["rapport"], [say[f"rapport_{n}"] for n in range(4)])
    later = _ask_degree(form, "later_interest", say["later"], [say[f"later_{n}"] for n in range(4)])
    sting = _ask_degree(form, "sting", say["sting"], [say[f"sting_{n}"] for n in range(3)])
    if rapport is None or later is None or sting is None:
        return None
    return choose(rapport, later, tag, sting)


def _ask_degree(form: Form, field: str, label: str, names: list[str]) -> int | None:
    return st.pills(
        label,
        range(len(names)),
        format_func=lambda degree: legible(names[degree]),
        key=form.key(field),
        persist_state=KEPT,
        wrap=True,
    )


def _ask_line(
    form: Form, letter: Letter, level: Openness, tag: LetterTag | None, case: Case | None
) -> None:
    say = words("openness")
    field = fact_field(CORE_LINE)
    if level is Openness.GENERIC:
        _offer_general(form, field, {tag, *tags_of(case)})
    elif tag:
        _offer(form, field, reason_sentence(tag, letter.firmness))
    text = ask_line(form, field, say["line"], help_text=say["line_help"])
    if word_count(text) > MOST_WORDS:
        st.caption(say["too_long"])


def _offer_general(form: Form, field: str, tags: set[str | None]) -> None:
    """Offer the general reasons that can be true; the person says which one is."""
    say = words("openness")
    general = general_reasons({tag for tag in tags if tag})
    chosen = st.radio(
        say["true_ones"],
        list(general),
        index=None,
        format_func=lambda each: general[each].ask,
        key=form.key("general"),
        persist_state=KEPT,
    )
    if chosen:
        _offer(form, field, general[chosen].text)


def _offer(form: Form, field: str, sentence: str) -> None:
    say = words("openness")
    if form[field] == sentence:
        return
    st.caption(say["idea"])
    st.text(sentence)
    st.button(say["use_it"], key=form.act("use_line"), on_click=_use, args=(form, field, sentence))


def _use(form: Form, field: str, sentence: str) -> None:
    form[field] = sentence
