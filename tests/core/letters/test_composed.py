"""What Ajar composes passes what Ajar checks, whatever is chosen and told."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.content.letter_openness import openness_words
from core.content.letters import kind_words
from core.letters.checks import check, is_ready
from core.letters.compose import Choices, compose
from core.letters.context import THEIRS
from core.letters.findings import CaseFacts, Level
from core.letters.kinds import TELL_OF_A_NO, Firmness, Kind, Openness, Tone
from tests.core.letters.plausible_facts import plausible

CORE_LINE = "core_line"


def true_lines(openness):
    """Sentences that say a reason at this level, as the screen offers them."""
    words = openness_words()
    if openness is Openness.GENERIC:
        return [each.text for each in words.general.values()]
    return [line for each in words.tags.values() for line in (each.soft, each.plain)]


@st.composite
def letters(draw, kind):
    """Choices and facts for one letter of a kind: anything that a person may choose and tell."""
    words = kind_words(kind)
    optional = [move.id for move in words.moves if not move.required]
    openness = draw(st.sampled_from(Openness))
    choices = Choices(
        kind,
        draw(st.sampled_from(list(words.variants) or [""])),
        draw(st.sampled_from(Tone)),
        draw(st.sampled_from(Firmness)),
        openness,
        frozenset(draw(st.sets(st.sampled_from(optional)))) if optional else frozenset(),
        draw(st.integers(0, 10_000)),
    )
    asked = (*words.ask, "me", "contact")
    told = {fact: draw(st.sampled_from(plausible(kind)[fact])) for fact in asked}
    if CORE_LINE in told:
        told[CORE_LINE] = draw(st.sampled_from(true_lines(openness)))
    return choices, told


def checked(choices, told):
    """What the checks find in the letter that these choices and facts make."""
    letter = compose(choices, told)
    facts = CaseFacts(
        contact=told.get("contact", ""),
        names=tuple(told[each] for each in ("employer", "role", "me") if each in told),
        told=tuple(told.values()),
        openness=choices.openness if choices.kind in TELL_OF_A_NO else None,
        own_decision=choices.variant not in THEIRS,
    )
    return letter, check(choices.kind, letter.subject, letter.body, facts)


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_composed_letter_sets_nothing_off(kind, data):
    """With the facts it needs, and short enough, it has no error and no warning."""
    choices, told = data.draw(letters(kind))
    too_much = frozenset(compose(choices, told).drop)
    letter, found = checked(replace(choices, optional=choices.optional - too_much), told)
    assert letter.missing == ()
    off = [
        (each.rule, letter.body[each.start : each.end])
        for each in found
        if each.level is not Level.INFO and each.rule != "R13"
    ]
    assert off == [], letter.body
    assert is_ready(found)
