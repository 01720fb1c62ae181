"""Explanations on screen: how likely each is to the person, and the picture that this makes."""

import streamlit as st

from core.content.debrief import debrief_words
from core.content.loader import fill, words
from core.debriefs import About, reading, shares_by_sort, sorts_of, tenths
from pages.parts.charts import parts_chart
from pages.parts.forms import Form
from pages.parts.questions import ask_one, ask_score, ask_some

PICKED = "picked"
HALF = 5
Likely = dict[str, int]
Sorts = dict[str, About]


def ask_explanations(form: Form, likely: str, about: str) -> None:
    """Ask which explanations may have played a part and how likely each is, then show the picture.

    `likely` and `about` are what the fields of an explanation begin with.
    """
    say = words("debrief")
    explanations = debrief_words().explanations
    labels = {name: each.label for name, each in explanations.items()}
    ask_some(form, PICKED, say["explain"], labels)
    for name in likelihoods(form, likely):
        field = f"{likely}{name}"
        if form[field] is None:
            form[field] = HALF
        ask_score(form, field, labels[name], (say["none"], say["full"]))
    numbers = likelihoods(form, likely)
    usual = {name: each.about for name, each in explanations.items()}
    own = {name: About(sort) for name in usual if (sort := form[f"{about}{name}"])}
    if not numbers:
        return
    st.space("small")
    show_shares(numbers, sorts_of(own, usual))
    with st.expander(say["sort_own"]):
        for name in numbers:
            _ask_about(form, f"{about}{name}", labels[name])


def likelihoods(form: Form, likely: str) -> Likely:
    """Return how likely each picked explanation is, 0-10; halfway until the person says more."""
    picked = form[PICKED] or ()
    return {
        name: HALF if form[f"{likely}{name}"] is None else int(form[f"{likely}{name}"])
        for name in debrief_words().explanations
        if name in picked
    }


def show_shares(numbers: Likely, sorts: Sorts) -> None:
    """Show one sentence, ten parts by what they are about, and the same as a table."""
    say = words("debrief")
    shares = shares_by_sort(numbers, sorts)
    told = {"mine": shares[About.ME], "match": shares[About.MATCH], "luck": shares[About.LUCK]}
    sentence = fill(debrief_words().readings[reading(numbers, shares)], **told)
    st.write(sentence)
    parts = tenths(numbers)
    if len(parts) < 2:  # noqa: PLR2004 - one explanation alone makes no picture
        return
    labels = debrief_words().about
    st.altair_chart(
        parts_chart({labels[each]: count for each, count in shares.items()}), alt=sentence
    )
    with st.expander(say["table"]):
        names = debrief_words().explanations
        table = {
            say["column_explanation"]: [names[name].label for name in parts],
            say["column_likely"]: [numbers[name] for name in parts],
            say["column_about"]: [labels[sorts[name]] for name in parts],
            say["column_parts"]: list(parts.values()),
        }
        st.dataframe(table, hide_index=True, alt=say["table"])


def _ask_about(form: Form, field: str, label: str) -> None:
    question = fill(words("debrief")["sort_question"], question=label)
    labels = {each.value: text for each, text in debrief_words().about.items()}
    ask_one(form, field, question, labels)
