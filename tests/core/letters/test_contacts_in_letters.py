"""Rule R28 across letters and contacts: what was said by mouth or in a note counts at the gate."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.loader import case_words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.letters.reminders import Known, moment_of, reminders
from core.letters.timing import OPEN, gate, gates
from core.letters.views import letter_reminders, moment_for
from core.network.contacts import NONE_YET, contacts_by_person, contacts_in
from core.network.touchpoints import Channel, Started, Touchpoint
from core.people import Person

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
ADA = "ada"


def ago(days):
    """The day so many days ago."""
    return TODAY - days * DAY


def touch(days, channel=Channel.MESSAGE, started=Started.ME):
    """A contact with Ada, so many days ago."""
    return Touchpoint(person_id=ADA, happened_on=ago(days), channel=channel, started=started)


def letter(days=None, state=LetterState.SENT, **told):
    """A letter to Ada: sent so many days ago, or a draft."""
    state = LetterState.DRAFT if days is None else state
    sent = None if days is None else ago(days)
    known = {"kind": Kind.STAY_IN_TOUCH, "to_id": ADA, "to_name": "Ada", "sent_on": sent}
    return Letter(**{"id": f"{days}", "state": state} | known | told)


def known(*touches, letters=(), hires=False, cases=()):
    """What is known beside the letters."""
    contacts = contacts_in(touches, letters, cases=cases, until=TODAY)
    return Known(contacts, frozenset({ADA} if hires else ()))


def reasons(*touches, letters=(), kind=Kind.STAY_IN_TOUCH, **more):
    """What speaks for waiting with a letter to Ada, as ids."""
    beside = known(*touches, letters=letters, **more)
    moment = moment_of(letter(kind=kind), letters, more.get("cases", ()), (), NOW, known=beside)
    return [each.reason for each in gates(kind, moment)]


STATES = st.sampled_from([LetterState.SENT, LetterState.ANSWERED, LetterState.NO_REPLY])
LETTERS = st.lists(
    st.builds(
        lambda days, took, **told: letter(
            days, replied_on=ago(days - took), id=uuid4().hex, **told
        ),
        st.integers(4, 12),
        st.integers(0, 4),
        state=STATES,
        kind=st.sampled_from(Kind),
    ),
    max_size=4,
)
TOUCHES = st.lists(
    st.builds(touch, st.integers(0, 12), st.sampled_from(Channel), st.sampled_from(Started)),
    max_size=4,
)
NEWS = Case(direction=Direction.THEY_SAID_NO, happened_on=TODAY, contact_id=ADA)


class TestStopHere:
    """Two unanswered notes, however they went, and it is their turn."""

    @pytest.mark.parametrize("kind", [Kind.STAY_IN_TOUCH, Kind.ASK_FOR_LEADS, Kind.STATUS_CHECK])
    def test_a_note_and_a_letter_are_two(self, kind):
        """Neither alone would stop it."""
        assert reasons(touch(20), kind=kind) == []
        assert reasons(letters=[letter(10)], kind=kind) == []
        assert reasons(touch(20), letters=[letter(10)], kind=kind) == ["two_unanswered"]

    def test_two_notes_are_two(self):
        """Without any letter at all."""
        assert reasons(touch(20), touch(10)) == ["two_unanswered"]

    @pytest.mark.parametrize("days", [10, 5, 0])
    def test_a_word_from_them_opens_it(self, days):
        """On the day of the last note or after it."""
        heard = touch(days, started=Started.THEM)
        assert reasons(touch(20), heard, letters=[letter(10)]) == []

    def test_a_talk_opens_it(self):
        """Whoever rang up."""
        assert reasons(touch(5, Channel.CALL), letters=[letter(30), letter(20)]) == []

    def test_a_word_from_before_opens_nothing(self):
        """It answers neither."""
        heard = touch(25, started=Started.THEM)
        assert reasons(touch(20), heard, letters=[letter(10)]) == ["two_unanswered"]

    def test_a_reaction_opens_nothing(self):
        """A like is no answer, and no note."""
        liked = [touch(1, Channel.REACTION, started) for started in Started]
        assert reasons(touch(20), *liked, letters=[letter(10)]) == ["two_unanswered"]
        assert reasons(*liked, letters=[letter(10)]) == []

    def test_an_answered_letter_answers_the_note_before_it(self):
        """It went the other way round just as well."""
        answered = letter(9, LetterState.ANSWERED, replied_on=ago(8))
        assert reasons(touch(20), letters=[answered, letter(5)]) == []

    def test_the_note_that_is_the_letter_counts_once(self):
        """Noted by hand on the same day."""
        assert reasons(touch(10, Channel.EMAIL), letters=[letter(10)]) == []

    def test_who_waits_for_an_answer_gets_it(self):
        """A no to an offer is owed, whatever was left unanswered."""
        assert "two_unanswered" not in reasons(touch(20), touch(10), kind=Kind.DECLINE)

    def test_the_clock_and_the_gate_agree(self):
        """Both count alike: what rests on the list is stopped at the letter."""
        touches, letters = [touch(30), touch(12, started=Started.THEM), touch(10)], [letter(4)]
        beside = known(*touches, letters=letters)
        moment = moment_of(letter(), letters, (), (), NOW, known=beside)
        assert len(moment.silent) == beside.contacts[ADA].unanswered == 2

    @given(LETTERS, TOUCHES, st.none() | st.integers(0, 12))
    def test_they_agree_on_any_log(self, letters, touches, news):
        """Whatever was written, answered, noted or told: nobody is stopped by the one alone."""
        cases = () if news is None else (NEWS.model_copy(update={"happened_on": ago(news)}),)
        beside = known(*touches, letters=letters, cases=cases)
        found = beside.contacts.get(ADA, NONE_YET)
        moment = moment_of(letter(), letters, cases, (), NOW, known=beside)
        assert len(moment.silent) == found.unanswered
        assert moment.silent_since == found.silent_on


class TestSixtyDays:
    """A recruiter, a manager, an interviewer who did not answer is left alone for sixty days."""

    @pytest.mark.parametrize(("days", "found"), [(20, ["too_soon"]), (59, ["too_soon"]), (60, [])])
    def test_from_a_note_as_from_a_letter(self, days, found):
        """Who is marked as hiring need not be the contact of a case."""
        assert reasons(touch(days), hires=True) == found
        assert reasons(letters=[letter(days)], hires=True) == found

    def test_the_last_of_them_counts(self):
        """And the words name its day."""
        beside = known(touch(20), hires=True)
        found = gate(Kind.STAY_IN_TOUCH, moment_of(letter(), (), (), (), NOW, known=beside))
        assert found.slots == {"days": "20", "date": ago(20) + 60 * DAY}

    def test_friends_follow_their_own_cadence(self):
        """Nobody holds them back."""
        assert reasons(touch(20)) == []

    @pytest.mark.parametrize("channel", [Channel.CALL, Channel.MET])
    def test_after_a_talk_it_is_open(self, channel):
        """They were heard since."""
        assert reasons(touch(20), touch(15, channel), hires=True) == []


class TestReminders:
    """Nobody is reminded to follow up on somebody who was heard."""

    def recalled(self, *touches, days=9):
        """What Today recalls of a request for a talk."""
        asked = [letter(days, kind=Kind.INFORMATIONAL_TALK)]
        found = reminders(asked, (), case_words().waits, NOW, known(*touches, letters=asked))
        return [each.id for each in found]

    def test_without_a_word_there_is_one_follow_up(self):
        """On its day."""
        assert self.recalled() == ["follow_up"]
        assert self.recalled(days=2) == []

    @pytest.mark.parametrize("days", [9, 4, 0])
    def test_who_rang_up_is_not_followed_up(self, days):
        """The answer came another way, and was noted as a contact."""
        assert self.recalled(touch(days, Channel.CALL, Started.THEM)) == []

    def test_a_word_from_before_the_letter_is_no_answer_to_it(self):
        """It is why the letter was written."""
        assert self.recalled(touch(12, Channel.MET)) == ["follow_up"]

    def test_a_second_note_was_the_follow_up(self):
        """Two are enough: then it rests."""
        assert self.recalled(touch(3)) == ["rest"]


class TestTheWorkspace:
    """The screens ask with all that is stored."""

    def test_the_gate_knows_contacts_and_who_hires(self, workspace):
        """From people and touchpoints, as of the day."""
        ada = workspace.people.add(Person(name="Ada", hires=True))
        note = Touchpoint(person_id=ada.id, happened_on=ago(20), channel=Channel.EMAIL)
        draft = letter(to_id=ada.id)
        assert gate(draft.kind, moment_for(workspace, draft, NOW)) == OPEN
        workspace.touchpoints.add(note)
        assert gate(draft.kind, moment_for(workspace, draft, NOW)).reason == "too_soon"
        workspace.touchpoints.add(note.model_copy(update={"happened_on": ago(-20)}))
        assert gate(draft.kind, moment_for(workspace, draft, NOW)).reason == "too_soon"
        later = NOW + 21 * DAY
        assert gate(draft.kind, moment_for(workspace, draft, later)).reason == "two_unanswered"

    def test_today_knows_who_was_heard(self, workspace):
        """A reply that was noted by hand ends the reminder."""
        asked = workspace.letters.add(letter(9, kind=Kind.INFORMATIONAL_TALK, to_id=ADA))
        assert [each.letter for each in letter_reminders(workspace, NOW)] == [asked]
        workspace.touchpoints.add(touch(1, started=Started.THEM))
        assert letter_reminders(workspace, NOW) == ()

    def test_news_answers_for_the_clock_and_for_the_gate(self, workspace):
        """One no, told by Ada: what was written before it waits no more."""
        case = Case(direction=Direction.THEY_SAID_NO, happened_on=ago(5), contact_id=ADA)
        workspace.cases.add(case)
        for days in (20, 10):
            workspace.touchpoints.add(touch(days))
        assert workspace.view(contacts_by_person, TODAY)[ADA].unanswered == 0
        assert gate(Kind.STAY_IN_TOUCH, moment_for(workspace, letter(), NOW)) == OPEN


def test_nobody_known_changes_nothing():
    """A letter to somebody who is not noted is judged by its letters alone."""
    assert Known().contacts.get("", NONE_YET) == NONE_YET
    written = letter(10, to_id="")
    moment = moment_of(letter(to_id=""), [written], (), (), NOW, known=known(touch(5)))
    assert moment.silent == (ago(10),)
    assert moment.today == date(2026, 3, 12)
