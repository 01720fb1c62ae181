"""What letter screens and the checks ask of a workspace."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.cases import Case, Direction, Door, Stage, StageReached
from core.check_ins import CheckIn
from core.content.letters import kind_words
from core.content.loader import case_words
from core.feedback import Feedback
from core.letters.context import case_facts
from core.letters.findings import CaseFacts
from core.letters.fitting import fitting
from core.letters.kinds import PAIRED, Kind, Openness
from core.letters.letter import Letter, LetterState
from core.letters.reasons import read_tags
from core.letters.variants import CANCELLED, DECLINED, NOT_CHOSEN
from core.letters.views import fits_of, kept_letters, letter_reminders, moment_for
from core.people import Person

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
DAY = NOW.date()
COMMUTE = "Thank you. I have decided not to accept, because of the long commute."
every_kind = pytest.mark.parametrize("kind", Kind)
unpaired = pytest.mark.parametrize("kind", sorted(set(Kind) - PAIRED))
paired = pytest.mark.parametrize("kind", sorted(PAIRED))


@pytest.fixture
def case(workspace):
    """A no of one's own, with a contact and a referrer."""
    people = [workspace.people.add(Person(name=name)) for name in ("Amara Bello", "Tom Lind")]
    return workspace.cases.add(
        Case(
            direction=Direction.I_SAID_NO,
            happened_on=DAY,
            employer="Northwind",
            role="Analyst",
            contact_id=people[0].id,
            referrer_id=people[1].id,
            door=Door.AJAR,
            stages=(StageReached(stage=Stage.OFFER),),
        )
    )


def letter_for(case, kind=Kind.DECLINE, **more):
    """A letter of a case, not yet kept."""
    return Letter(**{"kind": kind, "case_id": case.id} | more)


class TestCaseFacts:
    """What is not known is left open; what is known is told to the checks."""

    @every_kind
    def test_without_a_case_hardly_anything_is_known(self, workspace, kind):
        """Then no rule can rest on it."""
        facts = case_facts(workspace, Letter(kind=kind))
        optional = {move.id for move in kind_words(kind).moves if not move.required}
        levels = {Kind.DECLINE, Kind.DECLINE_DOOR_OPEN, Kind.REFERRER_NOTE}
        openness = Openness.NONE if kind in levels else None
        assert facts == CaseFacts(openness=openness, left_out=frozenset(optional))

    def test_names_are_known_once_each(self, workspace, case):
        """Employer, role, contact, referrer, recipient and who signs are names."""
        told = {"me": "Sam Reyes", "employer": "Northwind", "people_thanked": "Lena", "fit": "x"}
        letter = letter_for(case, facts=told, to_id=case.contact_id, to_name="Amara B.")
        facts = case_facts(workspace, letter)
        assert facts.contact == "Amara B."
        assert sorted(facts.names) == [
            "Amara B.",
            "Amara Bello",
            "Analyst",
            "Lena",
            "Northwind",
            "Sam Reyes",
            "Tom Lind",
        ]
        assert sorted(facts.told) == sorted(told.values())

    def test_names_are_known_without_a_case(self, workspace):
        """Also of a letter that belongs to none."""
        person = workspace.people.add(Person(name="Jo Roth"))
        letter = Letter(kind=Kind.COUNTER, to_id=person.id, to_name="Jo", facts={"role": "Nurse"})
        assert set(case_facts(workspace, letter).names) == {"Nurse", "Jo Roth", "Jo"}

    @pytest.mark.parametrize(
        ("given", "true", "expected"),
        [
            ((), (), None),
            (("pay",), (), False),
            (("pay",), ("other_offer",), True),
            (("other_offer",), (), True),
        ],
    )
    def test_another_offer_is_known_from_the_reasons(self, workspace, case, given, true, expected):
        """None where there are no reasons, so that nothing rests on a guess."""
        workspace.cases.replace(
            case.model_copy(update={"reasons_given": given, "reasons_true": true})
        )
        assert case_facts(workspace, letter_for(case)).other_offer is expected

    def test_reasons_are_known_by_their_tags(self, workspace, case):
        """True and given ones; what no longer has words is passed over."""
        update = {"reasons_given": ("level", "gone"), "reasons_true": ("security",)}
        workspace.cases.replace(case.model_copy(update=update))
        assert case_facts(workspace, letter_for(case)).reason_tags == {"growth", "pay"}

    @every_kind
    def test_openness_matters_where_a_reason_is_given(self, workspace, case, kind):
        """In a decline and the note to a referrer, and nowhere else."""
        facts = case_facts(workspace, letter_for(case, kind, openness=Openness.GENERIC))
        levels = {Kind.DECLINE, Kind.DECLINE_DOOR_OPEN, Kind.REFERRER_NOTE}
        assert facts.openness == (Openness.GENERIC if kind in levels else None)
        assert facts.door is Door.AJAR

    @pytest.mark.parametrize("tags", [None, (), ("pay", "hours")])
    def test_the_answer_of_the_person_is_told(self, workspace, tags):
        """No answer and "no reason" are two things."""
        letter = Letter(kind=Kind.DECLINE, tags=tags)
        assert case_facts(workspace, letter).tags == (None if tags is None else frozenset(tags))

    def test_what_was_left_out_is_told(self, workspace):
        """Optional moves that are not wanted, and no required one."""
        moves = kind_words(Kind.DECLINE).moves
        optional = [move.id for move in moves if not move.required]
        letter = Letter(kind=Kind.DECLINE, optional=optional[:1])
        assert case_facts(workspace, letter).left_out == set(optional[1:])

    @pytest.mark.parametrize(
        ("variant", "own"), [(DECLINED, True), (NOT_CHOSEN, False), (CANCELLED, False), ("", True)]
    )
    def test_it_is_told_whose_decision_it_was(self, workspace, variant, own):
        """A note about their no gives no reason of one's own."""
        letter = Letter(kind=Kind.REFERRER_NOTE, variant=variant)
        assert case_facts(workspace, letter).own_decision is own


class TestPairTags:
    """The letters of one case give the same reason."""

    @paired
    def test_the_reason_of_the_sister_letter_is_read(self, workspace, case, kind):
        """Whatever the kinds are, one letter knows what the other says."""
        assert read_tags(COMMUTE) == {"location"}
        for sister in sorted(PAIRED - {kind}):
            kept = workspace.letters.add(letter_for(case, sister, body=COMMUTE))
            assert case_facts(workspace, letter_for(case, kind)).pair_tags == {"location"}
            workspace.letters.remove(kept.id)

    def test_the_answer_of_the_person_wins(self, workspace, case):
        """What they said that their reason is counts, also that there is none."""
        for tags in (("hours",), ()):
            workspace.letters.add(letter_for(case, body=COMMUTE, tags=tags))
            note = letter_for(case, Kind.REFERRER_NOTE)
            assert case_facts(workspace, note).pair_tags == set(tags)

    def test_the_latest_sister_counts(self, workspace, case):
        """Of several, the one that came last."""
        for tag in ("pay", "hours"):
            workspace.letters.add(letter_for(case, tags=(tag,)))
        assert case_facts(workspace, letter_for(case, Kind.REFERRER_NOTE)).pair_tags == {"hours"}

    def test_what_went_out_counts_before_a_draft(self, workspace, case):
        """The employer knows the letter that was sent, not the one that was begun after it."""
        workspace.letters.add(letter_for(case, tags=("pay",), state=LetterState.SENT))
        workspace.letters.add(letter_for(case, Kind.DECLINE_DOOR_OPEN, tags=("hours",)))
        assert case_facts(workspace, letter_for(case, Kind.REFERRER_NOTE)).pair_tags == {"pay"}

    def test_what_was_put_away_counts_no_more(self, workspace, case, clock):
        """Nor does a note about a decision that was not the person's."""
        workspace.letters.add(letter_for(case, tags=("pay",), archived_at=clock()))
        workspace.letters.add(letter_for(case, Kind.REFERRER_NOTE, variant=NOT_CHOSEN))
        assert case_facts(workspace, letter_for(case)).pair_tags is None

    def test_a_letter_is_not_its_own_sister(self, workspace, case):
        """What a kept letter says is not held against itself, nor against a second try."""
        first = workspace.letters.add(letter_for(case, tags=("pay",)))
        assert case_facts(workspace, first).pair_tags is None
        again = workspace.letters.add(letter_for(case, tags=("hours",)))
        assert case_facts(workspace, again).pair_tags is None

    def test_what_was_put_away_is_no_sister(self, workspace, case):
        """A letter in the archive says nothing to the next one."""
        workspace.letters.add(letter_for(case, tags=("pay",), archived_at=NOW))
        assert case_facts(workspace, letter_for(case, Kind.REAPPROACH)).pair_tags is None

    def test_letters_of_other_cases_are_no_sisters(self, workspace, case):
        """Nor are those of no case, to a letter of none."""
        workspace.letters.add(Letter(kind=Kind.DECLINE, case_id="other", tags=("pay",)))
        workspace.letters.add(Letter(kind=Kind.DECLINE, tags=("pay",)))
        assert case_facts(workspace, letter_for(case)).pair_tags is None
        assert case_facts(workspace, Letter(kind=Kind.DECLINE)).pair_tags is None

    @unpaired
    def test_other_kinds_give_no_reason(self, workspace, case, kind):
        """A thank-you is neither compared nor compared with."""
        workspace.letters.add(letter_for(case, tags=("pay",)))
        assert case_facts(workspace, letter_for(case, kind)).pair_tags is None
        other = case.model_copy(update={"id": "other"})
        workspace.letters.add(letter_for(other, kind, tags=("pay",)))
        assert case_facts(workspace, letter_for(other)).pair_tags is None


class TestViews:
    """What the screens show comes from what is stored."""

    def test_the_letter_changed_last_comes_first(self, workspace, clock):
        """At hand and put away are two shelves, each in that order."""
        kept = []
        for number in range(4):
            clock.forward(minutes=1)
            away = NOW if number % 2 else None
            kept.append(workspace.letters.add(Letter(kind=Kind.DECLINE, archived_at=away)))
        clock.forward(minutes=1)
        first = workspace.letters.replace(kept[0].model_copy(update={"body": "Anew."}))
        assert kept_letters(workspace) == ((first, kept[2]), (kept[3], kept[1]))

    def test_nothing_is_on_empty_shelves(self, workspace):
        """A new workspace has no letters."""
        assert kept_letters(workspace) == ((), ())

    def test_kinds_fit_the_case(self, workspace, case):
        """The proposals are those for this case, its letters and its feedback."""
        waits = case_words().waits
        assert fits_of(workspace, case.id, DAY) == fitting(case, (), waits, DAY)
        sent = letter_for(case, state=LetterState.SENT, sent_on=DAY)
        workspace.letters.add(sent)
        with_letter = fits_of(workspace, case.id, DAY)
        assert with_letter == fitting(case, workspace.letters.all(), waits, DAY)
        assert with_letter != fitting(case, (), waits, DAY)

    def test_feedback_on_this_case_is_thanked_for(self, workspace, case):
        """Feedback on another case leads to no letter here."""
        workspace.feedback.add(Feedback(case_id="other", quote="Well done."))
        letters, waits = (), case_words().waits
        assert fits_of(workspace, case.id, DAY) == fitting(case, letters, waits, DAY)
        workspace.feedback.add(Feedback(case_id=case.id, quote="Well done."))
        thanks = fitting(case, letters, waits, DAY, has_feedback=True)
        assert thanks != fitting(case, letters, waits, DAY)
        assert fits_of(workspace, case.id, DAY) == thanks

    @pytest.mark.parametrize("case_id", ["", "gone"])
    def test_without_a_case_some_kinds_always_fit(self, workspace, case_id):
        """Also where the case was deleted."""
        assert fits_of(workspace, case_id, DAY) == fitting(None, (), case_words().waits, DAY)

    def test_a_held_letter_is_recalled_when_its_time_has_come(self, workspace, case):
        """Not before, and not from the archive."""
        held = letter_for(case, state=LetterState.HELD, held_until=NOW)
        kept = workspace.letters.add(held)
        workspace.letters.add(held.model_copy(update={"archived_at": NOW}))
        assert letter_reminders(workspace, NOW - timedelta(minutes=1)) == ()
        assert [each.letter for each in letter_reminders(workspace, NOW)] == [kept]

    def test_a_moment_knows_case_people_and_strain(self, workspace, case):
        """What the gate asks about is gathered from letters, cases and check-ins."""
        to = {"to_id": case.contact_id, "to_name": "Amara Bello"}
        out = workspace.letters.add(letter_for(case, **to, state=LetterState.SENT, sent_on=DAY))
        letter = letter_for(case, Kind.STAY_IN_TOUCH, **to)
        calm = moment_for(workspace, letter, NOW)
        assert (calm.now, calm.case, calm.log) == (NOW, case, (out,))
        assert calm.to_employer
        workspace.check_ins.add(CheckIn(mood=0, happened_on=date(2026, 3, 12), case_id=case.id))
        assert moment_for(workspace, letter, NOW).strain != calm.strain
