"""People on Today: a few names, thanks first, folded on a heavy day, and one tap to put off."""

from datetime import timedelta

import pytest

from core.check_ins import CheckIn
from core.content.loader import fill, words
from core.network.touchpoints import Channel, Started, Touchpoint
from core.people import Closeness, Person

SAY, CARD = words("people_today"), words("people_due")


@pytest.fixture
def know(stored):
    """Put somebody into the store: `know("Amara")`."""

    def known(name, **told):
        with_place = {"closeness": Closeness.CLOSE, **told}
        return stored().people.add(Person(name=name, **with_place))

    return known


def names(screen):
    """The names on the cards, in their order."""
    return [each.proto.label for each in screen.app.main.get("page_link")]


def test_nobody_due_leaves_no_trace(visit, know, today):
    """Today is not a place for people who are fine."""
    know("Amara", last_before=today)
    assert SAY["title"] not in [each.value for each in visit().app.header]


def test_no_more_than_three_are_shown(visit, know, today):
    """However many are due: a week has room for three."""
    for name in ("Amara", "Ben", "Chidi", "Dana", "Esra"):
        know(name, last_before=today - timedelta(days=100))
    screen = visit()
    cards = [b for b in screen.app.button if (b.key or "").startswith("snooze.today.")]
    assert len(cards) == 3
