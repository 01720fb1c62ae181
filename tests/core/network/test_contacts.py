"""Contacts: who was heard, who was written to, and what stands unanswered, from every record."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.letters.kinds import SAY_THANKS, Kind
from core.letters.letter import Letter, LetterState
from core.network.contacts import NONE_YET, contacts_by_person, contacts_in
from core.network.talks import Talk
from core.network.touchpoints import TALKS, Channel, Started, Touchpoint
from core.people import Person

DAY = timedelta(days=1)
LEAP = date(2028, 2, 29)
ADA = "ada"


def touch(on, channel=Channel.MESSAGE, started=Started.ME, **told):
    """A contact with Ada."""
    known = {"person_id": ADA, "happened_on": on, "channel": channel, "started": started}
    return Touchpoint(**known | told)


def letter(on, state=LetterState.SENT, **told):
    """A letter to Ada."""
    return Letter(
        **{"kind": Kind.STAY_IN_TOUCH, "to_id": ADA, "state": state, "sent_on": on} | told
    )


def known(*touches, letters=(), **more):
    """What is known of the contacts with Ada."""
    return contacts_in(touches, letters, **more).get(ADA, NONE_YET)


class TestWhatCountsAsAContact:
    """A real contact moves the clock, whoever began it; a reaction does not."""

    @pytest.mark.parametrize("started", Started)
    @pytest.mark.parametrize("channel", sorted(set(Channel) - {Channel.REACTION}))
    def test_whoever_began(self, channel, started):
        """It counts for its day."""
        assert known(touch(LEAP, channel, started)).last_on == LEAP

    @pytest.mark.parametrize("started", Started)
    def test_a_reaction_changes_nothing(self, started):
        """A like is noted, and that is all, its note included."""
        before = known(touch(LEAP - DAY))
        liked = touch(LEAP, Channel.REACTION, started, note="Liked her post")
        assert known(touch(LEAP - DAY), liked) == before
        assert contacts_in([liked], ()) == {}

    @pytest.mark.parametrize("channel", sorted(TALKS))
    def test_in_a_talk_both_were_heard(self, channel):
        """Whoever began it: nothing stands unanswered."""
        found = known(touch(LEAP - DAY), touch(LEAP, channel))
        assert (found.heard_on, found.unanswered) == (LEAP, 0)

    def test_a_letter_that_went_out_is_a_contact(self):
        """Marked as sent, it logs itself."""
        found = known(letters=[letter(LEAP)])
        assert (found.last_on, found.wrote_on, found.unanswered, found.count) == (LEAP, LEAP, 1, 1)

    @pytest.mark.parametrize("state", [LetterState.DRAFT, LetterState.READY, LetterState.HELD])
    def test_a_letter_that_is_here_is_none(self, state):
        """Writing and sending are two steps."""
        assert known(letters=[letter(None, state)]) == NONE_YET

    def test_a_letter_to_nobody_known_is_nobodys(self):
        """No id, no person."""
        assert contacts_in((), [letter(LEAP, to_id="")]) == {}

    def test_a_talk_that_was_held_counts_once(self):
        """Noted as a contact too, it is still one talk."""
        talk = Talk(id="t", person_id=ADA, held_on=LEAP)
        noted = touch(LEAP, Channel.CALL, talk_id="t")
        assert known(talks=[talk]).last_on == LEAP
        assert known(noted, talks=[talk]) == known(noted)
        assert known(talks=[Talk(id="t", person_id=ADA)]) == NONE_YET

    @pytest.mark.parametrize(
        ("direction", "heard"),
        [(Direction.THEY_SAID_NO, LEAP), (Direction.CANCELLED, LEAP), (Direction.SILENCE, None)],
    )
    def test_news_is_a_word_from_the_one_who_told_it(self, direction, heard):
        """After silence nobody said anything; either way they are known as the contact."""
        case = Case(direction=direction, happened_on=LEAP, contact_id=ADA)
        found = known(cases=[case])
        assert (found.heard_on, found.told_news) == (heard, True)
        assert not known(touch(LEAP)).told_news


class TestUnanswered:
    """Rule R28 counts what was written since the other was heard."""

    @pytest.mark.parametrize("channel", [Channel.MESSAGE, Channel.EMAIL, Channel.LETTER])
    def test_notes_and_letters_are_counted_together(self, channel):
        """Two that nobody answered are two, however they went."""
        found = known(touch(LEAP, channel), letters=[letter(LEAP - 30 * DAY)])
        assert found.unanswered == 2

    def test_no_reply_is_unanswered(self):
        """Also where the letter itself was closed."""
        assert known(letters=[letter(LEAP, LetterState.NO_REPLY)]).unanswered == 1

    @pytest.mark.parametrize(("days", "left"), [(0, 0), (1, 0), (-1, 1)])
    def test_a_reply_answers_what_was_written_up_to_its_day(self, days, left):
        """On the same day the reply came after the note."""
        reply = touch(LEAP + days * DAY, started=Started.THEM)
        assert known(touch(LEAP), reply).unanswered == left
        assert known(reply, letters=[letter(LEAP)]).unanswered == left

    def test_the_answer_to_a_letter_answers_that_letter_and_what_went_before(self):
        """What was written on the day of that answer still waits."""
        answered = letter(LEAP - 5 * DAY, LetterState.ANSWERED, replied_on=LEAP)
        assert known(touch(LEAP - DAY), letters=[answered]).unanswered == 0
        assert known(touch(LEAP), letters=[answered]).unanswered == 1
        assert known(letters=[answered, letter(LEAP)]).unanswered == 1

    def test_an_answer_without_a_day_came_on_the_day_of_the_letter(self):
        """Nothing is said of a day that is not known."""
        found = known(letters=[letter(LEAP, LetterState.ANSWERED)])
        assert (found.heard_on, found.unanswered) == (LEAP, 0)

    def test_what_is_written_on_the_day_of_the_news_waits_for_an_answer(self):
        """The news came first that day."""
        case = Case(direction=Direction.THEY_SAID_NO, happened_on=LEAP, contact_id=ADA)
        assert known(cases=[case], letters=[letter(LEAP)]).unanswered == 1
        assert known(cases=[case], letters=[letter(LEAP - DAY)]).unanswered == 0

    def test_a_note_on_the_day_of_a_letter_is_that_letter(self):
        """Whoever notes it by hand as well has still written once; a second note is a second."""
        assert known(touch(LEAP, Channel.EMAIL), letters=[letter(LEAP)]).unanswered == 1
        twice = [touch(LEAP, Channel.EMAIL), touch(LEAP, Channel.MESSAGE)]
        found = known(*twice, letters=[letter(LEAP)])
        assert (found.unanswered, found.count) == (2, 2)

    @pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.LETTER])
    @pytest.mark.parametrize("days", [-2, -1, 1, 2])
    def test_a_note_by_mail_within_two_days_of_a_letter_is_that_letter(self, days, channel):
        """Marked as sent on one day and noted on another, it went out once."""
        found = known(touch(LEAP + days * DAY, channel), letters=[letter(LEAP)])
        assert found.unanswered == 1
        assert found.last_on == max(LEAP, LEAP + days * DAY)

    @pytest.mark.parametrize(
        ("days", "channel"), [(3, Channel.EMAIL), (-3, Channel.LETTER), (1, Channel.MESSAGE)]
    )
    def test_later_or_another_way_it_is_a_second_note(self, days, channel):
        """A message on the next day is no letter, nor is an email half a week later."""
        assert known(touch(LEAP + days * DAY, channel), letters=[letter(LEAP)]).unanswered == 2

    def test_one_letter_is_one_note(self):
        """The same day goes first, and nothing is taken for the letter twice."""
        three = [touch(LEAP + n * DAY, Channel.EMAIL) for n in (-1, 0, 1)]
        assert known(*three, letters=[letter(LEAP)]).unanswered == 3
        assert known(*three[::2], letters=[letter(LEAP)]).unanswered == 2

    def test_a_mail_after_their_word_is_no_letter_from_before_it(self):
        """It answers them."""
        mail = touch(LEAP + DAY, Channel.EMAIL)
        answered = letter(LEAP, LetterState.ANSWERED, replied_on=LEAP + DAY)
        assert known(mail, letters=[answered]).unanswered == 1
        rang = touch(LEAP, Channel.CALL, Started.THEM)
        assert known(mail, rang, letters=[letter(LEAP - DAY)]).unanswered == 1

    @pytest.mark.parametrize("kind", sorted(SAY_THANKS))
    def test_thanks_are_written_and_wait_for_nothing(self, kind):
        """A talk, thanks, and one note: one note stands unanswered."""
        talk, thanks = touch(LEAP, Channel.CALL), letter(LEAP + DAY, kind=kind)
        found = known(talk, letters=[thanks])
        assert (found.wrote_on, found.last_on) == (LEAP + DAY, LEAP + DAY)
        assert (found.unanswered, found.silent_on) == (0, LEAP + DAY)
        assert known(talk, touch(LEAP + 9 * DAY), letters=[thanks]).unanswered == 1

    def test_thanks_noted_by_hand_as_well_are_still_thanks(self):
        """On their day, or on the next."""
        thanks = letter(LEAP, kind=Kind.THANKS_AFTER_TALK)
        for days in (0, 1):
            noted = touch(LEAP + days * DAY, Channel.EMAIL)
            assert known(noted, letters=[thanks]).unanswered == 0

    def test_the_day_of_the_last_note_is_kept_where_it_was_answered(self):
        """The clock and the count are two things."""
        found = known(touch(LEAP), touch(LEAP + DAY, started=Started.THEM))
        assert (found.wrote_on, found.heard_on, found.last_on) == (LEAP, LEAP + DAY, LEAP + DAY)


class TestDays:
    """What is dated back counts for its day, what is dated ahead not before it."""

    def test_what_is_dated_ahead_waits_for_its_day(self):
        """A slip of the year does not rest somebody for a year."""
        ahead = [touch(LEAP + DAY), touch(LEAP + DAY, Channel.CALL)]
        assert known(*ahead, letters=[letter(LEAP + DAY)], until=LEAP) == NONE_YET
        assert known(*ahead, until=LEAP + DAY).last_on == LEAP + DAY

    def test_an_answer_that_is_dated_ahead_has_not_come(self):
        """The letter went out all the same."""
        answered = letter(LEAP, LetterState.ANSWERED, replied_on=LEAP + 3 * DAY)
        assert known(letters=[answered], until=LEAP).unanswered == 1
        assert known(letters=[answered], until=LEAP + 3 * DAY).unanswered == 0

    def test_the_latest_day_wins(self):
        """Noting an old contact later takes nothing away from a newer one."""
        assert known(touch(LEAP), touch(LEAP - 300 * DAY)).last_on == LEAP

    @given(
        st.lists(
            st.tuples(
                st.integers(0, 900), st.sampled_from(Channel), st.sampled_from(Started), st.text()
            ),
            max_size=8,
        ),
        st.randoms(),
    )
    def test_the_order_of_the_log_does_not_matter(self, told, shuffled):
        """Whatever was noted first."""
        touches = [
            touch(LEAP - each[0] * DAY, each[1], each[2], note=each[3], id=f"{n}")
            for n, each in enumerate(told)
        ]
        mixed = list(touches)
        shuffled.shuffle(mixed)
        assert known(*mixed) == known(*touches)

    @given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=10))
    def test_no_more_stands_unanswered_than_was_written(self, told):
        """And none of it before the day on which they were heard."""
        touches = [
            touch(LEAP + days * DAY, started=Started.THEM if theirs else Started.ME)
            for days, theirs in told
        ]
        found = known(*touches)
        heard = found.heard_on or date.min
        assert found.unanswered <= sum(not theirs for _, theirs in told)
        assert all(day > heard for day in found.notes)
        assert found.last_on == max((each.happened_on for each in touches), default=None)


class TestTheLastNote:
    """Beside a name stands what was noted last (needs 12)."""

    def test_it_is_that_of_the_latest_day(self):
        """A later contact without a note does not hide it."""
        found = known(
            touch(LEAP, note="Her exam"), touch(LEAP + DAY), touch(LEAP - DAY, note="Old")
        )
        assert (found.note, found.noted_on) == ("Her exam", LEAP)

    def test_on_one_day_what_was_kept_last_stands(self):
        """Two notes of one day go by when they were kept."""
        morning, evening = (
            datetime(2028, 2, 29, 8, tzinfo=UTC),
            datetime(2028, 2, 29, 20, tzinfo=UTC),
        )
        notes = [
            touch(LEAP, note="Later", created_at=evening),
            touch(LEAP, note="First", created_at=morning),
        ]
        assert known(*notes).note == known(*reversed(notes)).note == "Later"

    def test_what_they_answered_is_a_note_too(self):
        """Their own words on the letter are the context of the next."""
        answered = letter(LEAP, LetterState.ANSWERED, replied_on=LEAP + DAY, reply="Call me in May")
        found = known(touch(LEAP, note="Wrote"), letters=[answered])
        assert (found.note, found.noted_on) == ("Call me in May", LEAP + DAY)


def test_the_workspace_keeps_each_person_apart(workspace):
    """Everybody has their own contacts, read from every kind of record."""
    today = workspace.now().date()
    workspace.touchpoints.add(touch(today))
    workspace.letters.add(letter(today, to_id="ben"))
    workspace.talks.add(Talk(person_id="cleo", held_on=today + DAY))
    found = workspace.view(contacts_by_person, today)
    assert set(found) == {ADA, "ben"}
    assert "cleo" in workspace.view(contacts_by_person, today + DAY)


class TestToANameAlone:
    """A letter that went out before there was a card is a contact with the one of that name."""

    def written(self, workspace, *names, **told):
        """Keep people of these names and a letter to Amara; return who has contacts, by name."""
        people = workspace.people.add_all(Person(name=each) for each in names)
        workspace.letters.add(letter(**{"on": LEAP, "to_id": "", "to_name": "Amara"} | told))
        found = workspace.view(contacts_by_person, LEAP)
        return [each.name for each in people if each.id in found]

    def test_it_is_to_the_one_who_is_called_so(self, workspace):
        """Capitals do not count."""
        assert self.written(workspace, "amara", "Ben") == ["amara"]

    def test_of_two_namesakes_it_is_nobodys(self, workspace):
        """Which of them is not known."""
        assert self.written(workspace, "Amara", "Amara") == []

    @pytest.mark.parametrize("told", [{"to_name": ""}, {"state": LetterState.DRAFT, "on": None}])
    def test_without_a_name_or_unsent_it_is_nobodys(self, workspace, told):
        """No card without a name is taken for it either."""
        assert self.written(workspace, "Amara", "", **told) == []

    def test_a_letter_to_somebody_else_stays_theirs(self, workspace):
        """Whatever it says, the id decides."""
        assert self.written(workspace, "Amara", to_id="other") == []
