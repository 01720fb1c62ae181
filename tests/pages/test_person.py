"""One person on screen: when they are due, the log, what is known, a favour, the quiet ends."""

from datetime import timedelta

import pytest

from core.content.loader import network_words, words
from core.people import Circle, Closeness, Person

SAY, KNOWN = words("person"), network_words()
PERSON = "reach_out/person.py"


@pytest.fixture
def amara(stored, today):
    """Somebody warm, last heard of a hundred days ago."""
    return stored().people.add(
        Person(
            name="Amara *Okafor*",
            how_known="Ex-colleague",
            organisation="Leeds trust",
            role="Planner",
            circle=Circle.PAST_WORK,
            closeness=Closeness.WARM,
            cares_about="Quiet _handovers_",
            last_before=today - timedelta(100),
        )
    )


def test_it_opens(visit, amara):
    """All three parts."""
    for part in ("now", "log", "about"):
        assert "Leeds trust" in visit(PERSON, person=amara.id, part=part).seen
