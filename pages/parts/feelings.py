"""Feelings on screen: by family, then word, then how strong."""

import streamlit as st

from core.check_ins import MOST_FEELINGS, CheckIn, Felt
from core.content.loader import feeling_words, fill, words
from pages.parts.forms import Form
from pages.parts.plain_text import inert
from pages.parts.questions import ask_line, ask_one, ask_score, ask_some

HALF = 5


def feeling_fields(check_in: CheckIn | None) -> dict[str, object]:
    """Return the form fields that show these feelings; empty for a new check-in."""
    fields: dict[str, object] = {"families": [], "own_word": "", "own_family": None}
    for felt in check_in.feelings if check_in else ():
        family = feeling_words().families.get(felt.family)
        if family and felt.word in family.words:
            fields["families"] = list(dict.fromkeys([*fields["families"], felt.family]))
            fields[f"words.{felt.family}"] = [*fields.get(f"words.{felt.family}", []), felt.word]
        elif family and felt.word == family.label.lower():
            fields["families"] = list(dict.fromkeys([*fields["families"], felt.family]))
        else:
            fields |= {"own_word": felt.word, "own_family": felt.family or None}
        fields[f"strength.{felt.word}"] = felt.strength
    return fields


def ask_feelings(form: Form) -> tuple[Felt, ...]:
    """Ask for up to three words, each with its strength from 0 to 10."""
    say = words("check_in")
    families = feeling_words().families
    labels = {name: family.label for name, family in families.items()}
    picked: list[tuple[str, str]] = []
    for name in ask_some(form, "families", say["feelings"], labels, help_text=say["feelings_help"]):
        label = fill(say["words_of"], family=labels[name].lower())
        choices = {word: word for word in families[name].words}
        finer = ask_some(form, f"words.{name}", label, choices)
        picked += [(word, name) for word in finer or (labels[name].lower(),)]
    own = ask_line(form, "own_word", say["own_word"]).strip()
    if own and own.casefold() not in {word.casefold() for word, _ in picked}:
        picked.insert(0, (own, ask_one(form, "own_family", say["own_family"], labels)))
    named, left = picked[:MOST_FEELINGS], picked[MOST_FEELINGS:]
    if left:
        st.warning(fill(say["three_at_most"], words=_listed(named), left=_listed(left)))
    return tuple(_ask_strength(form, *each) for each in named)


def _listed(named: list[tuple[str, str]]) -> str:
    return ", ".join(inert(word) for word, _ in named)


def _ask_strength(form: Form, word: str, family: str) -> Felt:
    say = words("check_in")
    field = f"strength.{word}"
    if form[field] is None:
        form[field] = HALF
    strength = ask_score(
        form,
        field,
        fill(say["strength"], word=inert(word)),
        (say["barely"], say["all_of_it"]),
    )
    meaning = _meaning(word, family)
    if meaning:
        st.caption(meaning)
    return Felt(word=word, family=family, strength=strength)


def _meaning(word: str, family: str) -> str:
    known = feeling_words().families.get(family)
    return known.words.get(word, "") if known else ""
