"""People on Today: a few names, thanks first, folded on a heavy day, and one tap to put off."""

from datetime import date, timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.content.loader import fill, network_words, words
from core.letters.drafting import fact_field
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.me import Me
from core.network.resting import SNOOZE_DAYS
from core.network.touchpoints import Channel, Touchpoint
from core.people import Closeness, Person

SAY, CARD = words("people_today"), words("people_due")
THANKS = words("people_thanks")
DAY = timedelta(days=1)


@pytest.fixture
def know(stored, today):
    """Put somebody into the store who has been waiting: `know("Amara")`."""

    def known(name, **told):
        usual = {"closeness": Closeness.CLOSE, "last_before": today - 50 * DAY}
        return stored().people.add(Person(name=name, **usual | told))

    return known


@pytest.fixture
def owed(stored, know, today):
    """Somebody who is owed thanks since yesterday, and nothing else."""
    amara = know("Amara", last_before=today)
    return stored().touchpoints.add(
        Touchpoint(
            person_id=amara.id,
            happened_on=today - DAY,
            channel=Channel.MET,
            owes_thanks=True,
        )
    )


def cards(screen):
    """The ids of the people on cards, in their order."""
    keys = [each.key or "" for each in screen.app.button]
    return [each.removeprefix("snooze.today.") for each in keys if each.startswith("snooze.")]


def is_there(screen):
    """Whether Today speaks of people at all."""
    return SAY["title"] in [each.value for each in screen.app.header]


class TestTheFew:
    """At most three people, each with a reason and ways on."""

    def test_nobody_due_leaves_no_trace(self, visit, know, today):
        """Today is not a place for people who are fine."""
        know("Amara", last_before=today)
        assert not is_there(visit())

    def test_no_more_than_three_are_shown(self, visit, know):
        """However many are due: a week has room for three."""
        for name in ("Amara", "Ben", "Chidi", "Dana", "Esra"):
            know(name)
        assert len(cards(visit())) == 3

    def test_one_small_thing_is_one_on_today_too(self, visit, know, stored, owed):
        """Whom three names overwhelm sees the first of them, thanks before a note (needs 13)."""
        for name in ("Ben", "Chidi", "Dana"):
            know(name)
        stored().save_me(Me(one_small_task=True))
        screen = visit()
        assert cards(screen) == []
        assert fill(THANKS["thanks"], name="Amara", when="yesterday") in screen.seen
        screen.press(f"today.thanks.{owed.id}.done")
        assert len(cards(screen)) == 1

    @pytest.mark.parametrize(("zone", "due"), [("Pacific/Auckland", True), ("US/Hawaii", False)])
    def test_the_day_is_that_of_where_the_person_is(self, visit, know, stored, zone, due):
        """At noon in London it is tomorrow in Auckland, and still early in Hawaii."""
        stored().save_me(Me(name="Robin", time_zone=zone))
        know("Amara", last_before=date(2026, 10, 22))
        assert is_there(visit()) is due

    def test_a_card_tells_who_why_and_what_was_noted(self, visit, know, stored, today):
        """As it was typed, and in words for how long ago."""
        amara = know(
            "*Amara*",
            how_known="Choir",
            role="Nurse",
            organisation="Leeds",
            last_before=today - 400 * DAY,
        )
        stored().touchpoints.add(
            Touchpoint(
                person_id=amara.id, happened_on=today - 100 * DAY, note="Her **exam** in May"
            )
        )
        seen = visit().seen
        assert fill(CARD["who_at"], role="Nurse", organisation="Leeds") in seen
        assert "Choir" in seen
        assert network_words().ties["close"] in seen
        assert fill(CARD["months_ago"], months=3) in seen
        assert "Her **exam** in May" in seen

    @pytest.mark.parametrize(
        ("days", "told"),
        [
            (60, fill(words("days")["days_ago"], days=60)),
            (61, fill(CARD["months_ago"], months=2)),
            (364, fill(CARD["months_ago"], months=12)),
            (365, CARD["year_ago"]),
            (729, CARD["year_ago"]),
            (730, fill(CARD["years_ago"], years=2)),
            (None, CARD["since_never"]),
        ],
    )
    def test_how_long_ago_is_told_roughly(self, visit, know, today, days, told):
        """Days, then months, then years; and it is said where nothing is known."""
        know("Amara", last_before=days and today - days * DAY)
        assert told in visit().seen

    def test_to_be_known_since_a_day_is_no_contact(self, visit, know):
        """A connection has a day; nobody was in touch then."""
        know("Amara", last_before=None, known_since=date(2015, 8, 18))
        seen = visit().seen
        assert fill(CARD["since_known"], date="18 August 2015") in seen
        assert CARD["since"].split("{", 1)[0] not in seen

    def test_who_hires_is_told_as_such(self, visit, know):
        """A light hello, whatever the tie (S3-59)."""
        know("Amara", closeness=None, hires=True, last_before=None, known_since=date(2026, 1, 5))
        assert network_words().employer_contact in visit().seen

    def test_a_letter_that_is_begun_goes_on(self, visit, know, stored):
        """Nobody begins a second one beside it."""
        amara = know("Amara")
        assert CARD["write"] in links(visit())
        stored().letters.add(Letter(kind=Kind.STAY_IN_TOUCH, to_id=amara.id))
        found = links(visit())
        assert CARD["go_on"] in found
        assert CARD["write"] not in found

    @pytest.mark.parametrize(
        ("told", "label"),
        [({}, "talk"), ({"hires": True}, "write")],
    )
    def test_who_made_the_move_is_asked_for_a_talk(self, visit, know, told, label):
        """Where they were not spoken with yet, and do not hire."""
        know("Amara", made_shift=True, **told)
        assert CARD[label] in links(visit())

    def test_writing_takes_the_name_along(self, visit, know):
        """The letter is for this person, with what was noted beside its questions, not in it."""
        amara = know("Amara Bello", cares_about="her *garden*", could_give="Seeds")
        screen = visit("reach_out/letter.py", letter=f"stay_in_touch...{amara.id}")
        assert screen.field("text_input", "to_name").value == "Amara Bello"
        assert fill(CARD["beside_cares"], note="her \\*garden\\*") in screen.seen
        assert fill(CARD["beside_gives"], note="Seeds") in screen.seen
        assert screen.field("text_input", fact_field("use_to_them")).value == ""
        screen.type("to_name", "Ben Otto")
        assert fill(CARD["beside_gives"], note="Seeds") not in screen.seen


class TestAWayToBegin:
    """A scaffold to copy; another one on request."""

    def test_another_way_is_another(self, visit, know):
        """And nothing of it is sent or kept."""
        amara = know("Amara", cares_about="open data")
        screen = visit()
        [first] = [each.value for each in screen.app.code]
        assert "open data" in first
        screen.press(f"another.today.{amara.id}")
        [second] = [each.value for each in screen.app.code]
        assert second != first


class TestPuttingOff:
    """One tap, and one tap back."""

    def test_in_two_weeks(self, visit, know, stored, today):
        """The name goes, the next one comes, and it can be undone."""
        amara = know("Amara")
        screen = visit().press(f"snooze.today.{amara.id}")
        assert stored().people.get(amara.id).snoozed_until == today + SNOOZE_DAYS * DAY
        assert cards(screen) == []
        assert CARD["undo"] in screen.seen
        screen.press("people.due.undo")
        assert stored().people.get(amara.id).snoozed_until is None
        assert cards(screen) == [amara.id]
        assert CARD["undo"] not in screen.seen

    def test_who_is_gone_by_then_is_not_put_off(self, visit, know, stored):
        """Another window may have deleted them; the screen goes on."""
        amara = know("Amara")
        screen = visit()
        workspace = stored()
        workspace.delete(workspace.people.get(amara.id))
        workspace.close()
        screen.press(f"snooze.today.{amara.id}")
        assert not is_there(screen)


class TestThanks:
    """Thanks that are owed come first, and are noted with one tap."""

    def test_they_come_before_the_others(self, visit, owed, know):
        """Two others are left of the three."""
        for name in ("Ben", "Chidi", "Dana"):
            know(name)
        screen = visit()
        assert fill(THANKS["thanks"], name="Amara", when="yesterday") in screen.seen
        assert len(cards(screen)) == 2

    def test_one_tap_notes_them(self, visit, owed, stored, today):
        """And the line goes."""
        screen = visit().press(f"today.thanks.{owed.id}.done")
        assert stored().touchpoints.get(owed.id).thanked_on == today
        assert THANKS["kept"] in screen.seen
        assert not is_there(screen)

    def test_a_contact_that_is_gone_is_said_to_be(self, visit, owed, stored):
        """Nothing breaks where another window deleted it."""
        screen = visit()
        workspace = stored()
        workspace.delete(workspace.touchpoints.get(owed.id))
        workspace.close()
        screen.press(f"today.thanks.{owed.id}.done")
        assert not is_there(screen)


class TestAHeavyDay:
    """All of it in one line."""

    def test_it_waits_folded(self, visit, know, stored, today):
        """Nothing is lost, and nothing presses."""
        for name in ("Amara", "Ben"):
            know(name)
        assert fill(SAY["folded"], count=2) not in folds(visit())
        stored().check_ins.add(CheckIn(mood=1, happened_on=today))
        screen = visit()
        assert fill(SAY["folded"], count=2) in folds(screen)
        assert len(cards(screen)) == 2

    def test_on_the_day_of_news_it_waits_folded_too(self, visit, know, stored, today):
        """A no of today comes first; two days later they would stand there again."""
        know("Amara")
        told = {"direction": Direction.THEY_SAID_NO, "employer": "Harbour"}
        older = stored().cases.add(Case(**told, happened_on=today - 2 * DAY))
        assert SAY["folded_one"] not in folds(visit())
        stored().cases.replace(older.model_copy(update={"happened_on": today}))
        assert SAY["folded_one"] in folds(visit())

    def test_one_is_told_as_one(self, visit, know, stored, today):
        """In words that fit."""
        know("Amara")
        stored().check_ins.add(CheckIn(mood=1, happened_on=today))
        assert SAY["folded_one"] in folds(visit())


def test_after_three_in_a_week_today_is_quiet(visit, know, stored, today):
    """The letters that went out this week count; the rest keep."""
    for name in ("Amara", "Ben", "Chidi", "Dana"):
        person = know(name)
        if name != "Dana":
            letter = Letter(kind=Kind.STAY_IN_TOUCH, to_id=person.id, state=LetterState.SENT)
            stored().letters.add(letter.model_copy(update={"sent_on": today}))
    assert not is_there(visit())


def links(screen):
    """The labels of the links on the screen."""
    return [each.proto.label for each in screen.app.main.get("page_link")]


def folds(screen):
    """The labels of what is folded."""
    return [each.label for each in screen.app.expander]
