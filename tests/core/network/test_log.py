"""The log: what a contact does to the clock, whom it names, thanks, and deleting somebody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.names import plain
from core.network.log import (
    Clock,
    clock_after,
    introduce,
    introducer,
    is_owed,
    named_in,
    named_since,
    names_in,
    people_by_name,
    thanked,
)
from core.network.removal import delete_person, named
from core.network.resting import stopped
from core.network.talks import Talk
from core.network.touchpoints import Channel, Give, GiveKind, Started, Touchpoint
from core.people import Closeness, Person
from core.workspace import Workspace

DAY = date(2028, 2, 29)
NOW = datetime(2028, 2, 29, 12, tzinfo=UTC)
HOW = "Named by Ana"


@pytest.fixture
def workspace():
    """A workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


@pytest.fixture
def ana(workspace):
    """Somebody warm, of whom nothing is noted."""
    return workspace.people.add(Person(name="Ana", closeness=Closeness.WARM))


def noted(workspace, person, days_ago=0, **facts):
    """A contact that is saved."""
    on = DAY - timedelta(days_ago)
    return workspace.touchpoints.add(Touchpoint(person_id=person.id, happened_on=on, **facts))


class TestNames:
    """Who is named in a line."""

    @pytest.mark.parametrize(
        ("line", "names"),
        [
            ("", ()),
            (" , ; ,", ()),
            ("Ben", ("Ben",)),
            ("Ben, Chris; Dan", ("Ben", "Chris", "Dan")),
            ("Ben and  Chris AND Dan & Eve", ("Ben", "Chris", "Dan", "Eve")),
            ("Ben, and Chris", ("Ben", "Chris")),
            ("Sandra Anderson", ("Sandra Anderson",)),
            ("ben,  BEN , Ben", ("ben",)),
            ("Zoë\nAgnès", ("Zoë", "Agnès")),
        ],
    )
    def test_what_stands_between_names_parts_them(self, line, names):
        """No name is cut in two because of letters in it, and none counts twice."""
        assert names_in(line) == names

    @given(st.text("aA ,;&\nd", max_size=60))
    def test_no_name_is_empty_or_doubled(self, line):
        """Whatever was typed."""
        names = names_in(line)
        assert all(each and each == each.strip() for each in names)
        assert len({plain(each) for each in names}) == len(names)


class TestWhoElse:
    """Whom somebody named becomes people, and nobody is there twice."""

    def test_the_new_are_added_and_the_known_are_linked(self, workspace, ana):
        """With who named them, and how they are known."""
        ben = workspace.people.add(Person(name="Ben"))
        found = introduce(workspace, "ben, Chris", ana, HOW)
        assert found.new == ("Chris",)
        assert [each.id for each in found.known] == [ben.id]
        people = {each.name: each for each in workspace.people.all()}
        assert sorted(people) == ["Ana", "Ben", "Chris"]
        assert people["Ben"].introduced_by == people["Chris"].introduced_by == ana.id
        assert (people["Chris"].how_known, people["Ben"].how_known) == (HOW, "")

    @pytest.mark.parametrize(
        ("line", "before", "new"),
        [
            ("Zed, Yan", "", "Zed, Yan"),
            ("Zed, Yan", "yan and Zed", ""),
            ("Yan & Cleo", "Zed; YAN", "Cleo"),
            ("", "Zed", ""),
        ],
    )
    def test_who_was_named_before_is_not_named_anew(self, line, before, new):
        """Whatever became of them since: another name, or let go of."""
        assert named_since(line, before) == new

    def test_who_was_named_by_another_stays_theirs(self, workspace, ana):
        """The first who named somebody keeps that."""
        first = workspace.people.add(Person(name="First"))
        ben = workspace.people.add(Person(name="Ben", introduced_by=first.id))
        introduce(workspace, "Ben", ana, HOW)
        assert workspace.people.get(ben.id) == ben

    def test_nobody_introduces_themselves(self, workspace, ana):
        """Nor the one who introduced them."""
        ben = workspace.people.add(Person(name="Ben"))
        ana = workspace.people.replace(ana.model_copy(update={"introduced_by": ben.id}))
        introduce(workspace, "ana, Ben", ana, HOW)
        assert [each.introduced_by for each in workspace.people.all()] == [ben.id, ""]

    def test_two_of_one_name_are_not_made_three(self, workspace, ana):
        """The first of them is meant."""
        twins = [workspace.people.add(Person(name="Ben")) for _ in range(2)]
        assert named_in("Ben", people_by_name(workspace), ana).known == (twins[0],)

    @settings(max_examples=40)
    @given(st.lists(st.sampled_from(["Ben", "ben ", "Chris", "ANA", "Dan and Ben"]), max_size=4))
    def test_naming_again_adds_nobody(self, lines):
        """However often the same contact is saved."""
        workspace = Workspace.in_memory(lambda: NOW)
        ana = workspace.people.add(Person(name="Ana"))
        introduce(workspace, ", ".join(lines), ana, HOW)
        people = workspace.people.all()
        assert introduce(workspace, ", ".join(lines), ana, HOW).new == ()
        assert workspace.people.all() == people
        assert len({plain(each.name) for each in people}) == len(people)


class TestIntroducer:
    """Who introduced somebody, by name."""

    def test_the_one_who_is_kept_stays_among_namesakes(self, workspace, ana):
        """A name that was not changed changes nothing."""
        twins = [workspace.people.add(Person(name="Ben")) for _ in range(2)]
        ana = ana.model_copy(update={"introduced_by": twins[1].id})
        assert introducer(workspace, "ben ", ana) == twins[1]

    def test_somebody_new_is_added_and_nobody_is_oneself(self, workspace, ana):
        """An empty name takes the link away."""
        assert introducer(workspace, " ", ana) is None
        assert introducer(workspace, "ANA", ana) is None
        assert introducer(workspace, "Chris", ana).name == "Chris"
        assert len(workspace.people.all()) == 2

    def test_a_name_longer_than_a_line_is_cut(self, workspace, ana):
        """And the one who goes by it is found again."""
        long = introducer(workspace, "x" * 300, ana)
        assert introducer(workspace, "x" * 300, ana) == long


class TestClock:
    """What a contact did to the clock."""

    @pytest.mark.parametrize("started", Started)
    def test_it_starts_again_whoever_began(self, workspace, ana, started):
        """From the day of the contact, over a leap day: warm is ninety days."""
        touch = noted(workspace, ana, started=started)
        assert clock_after(workspace, touch, DAY) == (Clock.AGAIN, date(2028, 5, 29))

    def test_an_older_contact_lets_it_go_on(self, workspace, ana):
        """It runs from the latest day, in whatever order they are noted."""
        noted(workspace, ana, channel=Channel.MET)
        older = noted(workspace, ana, days_ago=40)
        assert clock_after(workspace, older, DAY) == (Clock.GOES_ON, date(2028, 5, 29))

    def test_a_like_moves_nothing(self, workspace, ana):
        """It is noted all the same."""
        like = noted(workspace, ana, channel=Channel.REACTION)
        assert clock_after(workspace, like, DAY) == (Clock.NOT_MOVED, DAY)

    def test_a_clock_that_stands_still_stays_so(self, workspace, ana):
        """Stopped, or never set."""
        workspace.people.replace(stopped(ana, DAY))
        assert clock_after(workspace, noted(workspace, ana), DAY)[0] is Clock.RESTS
        ben = workspace.people.add(Person(name="Ben"))
        assert clock_after(workspace, noted(workspace, ben), DAY)[0] is Clock.RESTS

    def test_the_second_note_without_an_answer_rests(self, workspace, ana):
        """Then it is their turn (rule R28); a word of theirs starts it again."""
        noted(workspace, ana, days_ago=30)
        assert clock_after(workspace, noted(workspace, ana), DAY)[0] is Clock.RESTS
        theirs = noted(workspace, ana, started=Started.THEM)
        assert clock_after(workspace, theirs, DAY)[0] is Clock.AGAIN

    @settings(max_examples=50)
    @given(
        st.lists(st.tuples(st.integers(0, 400), st.sampled_from(Channel)), min_size=1, max_size=5)
    )
    def test_it_starts_again_for_the_latest_only(self, many):
        """Where the other was heard throughout, each real contact moves it or lets it go on."""
        workspace = Workspace.in_memory(lambda: NOW)
        ana = workspace.people.add(Person(name="Ana", closeness=Closeness.CLOSE))
        told = {"started": Started.THEM}
        touches = [noted(workspace, ana, days, channel=how, **told) for days, how in many]
        latest = max((each.happened_on for each in touches if each.is_real), default=None)
        for each in touches:
            clock, day = clock_after(workspace, each, DAY)
            if not each.is_real:
                assert clock is Clock.NOT_MOVED
            else:
                again = each.happened_on == latest
                assert clock is (Clock.AGAIN if again else Clock.GOES_ON)
                assert day == latest + timedelta(days=30)


class TestThanks:
    """Thanks that are owed."""

    def test_they_are_owed_until_they_are_said(self):
        """And again where that was a slip."""
        touch = Touchpoint(person_id="a", happened_on=DAY, owes_thanks=True)
        assert is_owed(touch)
        assert not is_owed(thanked(touch, DAY))
        assert is_owed(thanked(thanked(touch, DAY), None))

    @pytest.mark.parametrize(
        ("letter", "owed"),
        [
            ({}, False),
            ({"sent_on": DAY - timedelta(1)}, True),
            ({"to_id": "b"}, True),
            ({"state": LetterState.READY}, True),
            ({"kind": Kind.STAY_IN_TOUCH}, True),
        ],
    )
    def test_a_letter_of_thanks_is_enough(self, letter, owed):
        """Sent to them on that day or later."""
        touch = Touchpoint(person_id="a", happened_on=DAY, owes_thanks=True)
        sent = {"kind": Kind.THANKS_AFTER_TALK, "to_id": "a", "sent_on": DAY}
        told = Letter(**({**sent, "state": LetterState.SENT} | letter))
        assert is_owed(touch, [told]) is owed


class TestRemoval:
    """Somebody is deleted with what hangs on them, in one commit, and comes back whole."""

    @pytest.fixture
    def known(self, workspace, ana):
        """Ana with one of each, and Ben with the same."""
        ben = workspace.people.add(Person(name="Ben", introduced_by=ana.id))
        for each in (ana, ben):
            noted(workspace, each)
            workspace.talks.add(Talk(person_id=each.id))
            workspace.gives.add(
                Give(kind=GiveKind.SHARED, what="x", person_id=each.id, happened_on=DAY)
            )
            workspace.letters.add(Letter(kind=Kind.STAY_IN_TOUCH, to_id=each.id))
        case = {"direction": Direction.SILENCE, "happened_on": DAY}
        workspace.cases.add(Case(**case, contact_id=ana.id, referrer_id=ana.id))
        return ana

    def test_it_is_told_before_what_goes_and_what_stays(self, workspace, known):
        """A case that names somebody twice is one case."""
        found = named(workspace, known.id)
        assert (found.goes_along, found.letters, found.cases, found.introduced) == (3, 1, 1, 1)
        assert (found.contacts, found.talks, found.gives) == (1, 1, 1)

    def test_only_theirs_goes_and_all_of_it_returns(self, workspace, known):
        """Letters and cases are left as they are."""
        before = {each.name: each.all() for each in workspace.collections}
        deleted = delete_person(workspace, known)
        assert len(deleted) == 4
        for home in (workspace.people, workspace.touchpoints, workspace.talks, workspace.gives):
            assert len(home.all()) == 1
        assert workspace.letters.all() == before["letters"]
        assert workspace.cases.all() == before["cases"]
        workspace.put_back(deleted)
        after = {each.name: each.all() for each in workspace.collections}
        for name, records in before.items():
            assert sorted(after[name], key=lambda each: each.id) == sorted(
                records, key=lambda each: each.id
            )
