"""One small task: the smallest next thing with people, and rest where nothing is asked."""

from datetime import timedelta

import pytest

from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.small_task import A_FEW, RECALLED_DAYS, Small, one_small_task, thanks_owed
from core.network.talks import Talk
from core.network.touchpoints import Touchpoint
from core.people import Circle, Closeness, Person

DAY = timedelta(days=1)


class Network:
    """A workspace with people in it, and the day that it is."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.today = workspace.now().date()

    def know(self, name, **told):
        """Add somebody with whom all is well."""
        usual = {"closeness": Closeness.CLOSE, "last_before": self.today}
        return self.workspace.people.add(Person(name=name, **usual | told))

    def touch(self, person, ago=0, **told):
        """Note a contact of so many days ago."""
        on = self.today - ago * DAY
        return self.workspace.touchpoints.add(
            Touchpoint(person_id=person.id, happened_on=on, **told)
        )

    def owe(self, person, ago=0, **told):
        """Note a contact for which thanks are owed."""
        return self.touch(person, ago, owes_thanks=True, **told)

    def task(self):
        """The one small task."""
        return one_small_task(self.workspace, self.today)

    def owed(self):
        """To whom thanks are owed, and since when."""
        found = thanks_owed(self.workspace, self.today)
        return [
            (each.person.name, (self.today - each.touchpoint.happened_on).days) for each in found
        ]


@pytest.fixture
def net(workspace):
    """An empty network."""
    return Network(workspace)


def test_a_beginning_asks_for_one_person(net):
    """Not for a list of fifty."""
    assert net.task().what is Small.ADD


def test_thanks_come_before_everything(net):
    """They are the lightest, and do not keep (evidence 21)."""
    net.know("Ben", last_before=net.today - 99 * DAY)
    amara = net.know("Amara")
    note = net.owe(amara)
    found = net.task()
    assert (found.what, found.person, found.owed.touchpoint) == (Small.THANK, amara, note)


def test_then_somebody_to_write_to(net):
    """The first of the three of this week."""
    ben = net.know("Ben", last_before=net.today - 99 * DAY)
    net.know("Amara", closeness=None)
    found = net.task()
    assert (found.what, found.person, found.suggested.due.person) == (Small.WRITE, ben, ben)


def test_then_somebody_to_place(net):
    """Whom the person was in touch with last, so that it is easy to say."""
    net.know("Amara", closeness=None, last_before=net.today - 9 * DAY)
    ben = net.know("Ben", closeness=None, last_before=net.today - 2 * DAY)
    net.know("Cleo", closeness=None, archived_on=net.today)
    found = net.task()
    assert (found.what, found.person) == (Small.PLACE, ben)


def test_who_has_a_circle_is_placed_after_the_others(net):
    """They were asked about already, however lately the person was in touch with them."""
    ben = net.know("Ben", closeness=None, circle=Circle.WORK, last_before=net.today - 2 * DAY)
    amara = net.know("Amara", closeness=None, circle=None)
    assert net.task().person == amara
    net.workspace.people.replace(amara.model_copy(update={"archived_on": net.today}))
    assert net.task().person == ben


def test_a_few_people_are_enough(net):
    """With five, nobody else is asked for: rest."""
    for n in range(A_FEW):
        assert net.task().what is Small.ADD
        net.know(f"Person {n}")
    assert net.task().what is Small.REST


def test_after_three_in_a_week_it_is_rest(net):
    """Even where more are due, or somebody could be placed."""
    people = [net.know(f"Person {n}", last_before=net.today - 99 * DAY) for n in range(6)]
    net.know("Amara", closeness=None)
    for each in people[:3]:
        net.touch(each)
    found = net.task()
    assert (found.what, found.week_is_full, found.person) == (Small.REST, True, None)


class TestThanksOwed:
    """Who is owed thanks, the longest wait first, and not for ever."""

    @pytest.mark.parametrize(
        ("ago", "found"), [(-1, 0), (0, 1), (RECALLED_DAYS, 1), (RECALLED_DAYS + 1, 0)]
    )
    def test_two_weeks_long(self, net, ago, found):
        """From the day itself; after that it is let go."""
        net.owe(net.know("Amara"), ago)
        assert len(net.owed()) == found

    def test_one_line_for_each_person(self, net):
        """Of two contacts with one, the first."""
        amara, ben = net.know("Amara"), net.know("Ben")
        for person, ago in ((amara, 1), (ben, 2), (amara, 3)):
            net.owe(person, ago)
        assert net.owed() == [("Amara", 3), ("Ben", 2)]

    @pytest.mark.parametrize(
        ("kind", "ago", "found"),
        [
            (Kind.THANKS_AFTER_TALK, 1, 0),
            (Kind.THANKS_AFTER_TALK, 2, 1),
            (Kind.STAY_IN_TOUCH, 0, 1),
        ],
    )
    def test_a_letter_of_thanks_is_thanks(self, net, kind, ago, found):
        """One that went out on the day or after it."""
        amara = net.know("Amara")
        net.owe(amara, 1)
        sent = {"state": LetterState.SENT, "sent_on": net.today - ago * DAY}
        net.workspace.letters.add(Letter(kind=kind, to_id=amara.id, **sent))
        assert len(net.owed()) == found

    def test_what_was_noted_as_thanked_is_done(self, net):
        """And nothing is owed to somebody who is put away, or gone."""
        net.owe(net.know("Amara"), 1, thanked_on=net.today)
        net.owe(net.know("Ben", archived_on=net.today), 1)
        net.owe(Person(id="gone", name="Gone"), 1)
        assert net.owed() == []

    def test_thanks_for_a_talk_are_recalled_with_the_talk(self, net):
        """Not twice; where the talk is gone, the contact recalls them."""
        talk = net.workspace.talks.add(Talk(person_id="", held_on=net.today))
        net.owe(net.know("Amara"), 1, talk_id=talk.id)
        assert net.owed() == []
        net.workspace.delete(talk)
        assert net.owed() == [("Amara", 1)]
