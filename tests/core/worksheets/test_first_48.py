"""48 hours after the no (W1): a card for the next day, what changed, and when letters go best."""

import string
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.cases import Case, Direction, Stage
from core.content.feelings import feeling_words
from core.content.slots import fill
from core.content.steps import step_words
from core.feelings import strain
from core.letters.first_days import Days, advice_days, fit_the_news, thanks_days
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.people import Help, Person
from core.steadying import ENOUGH, Rated, eased, family_of, rated_twice
from core.steps import Energy, Step
from core.views import suggested
from core.waits import Waiting, waits_now
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
SHEET = worksheet_in("first_48.toml")


def of_energy(energy, field):
    """Where a small thing for this energy stands."""
    return Answers(SHEET, {"energy": energy}).place(SHEET.fields[field])


FULL = {
    "happened": "They chose somebody else.",
    "news_on": YESTERDAY.isoformat(),
    "felt": ["sad", "let down", "calm"],
    "strength.sad": 8,
    "strength.let down": 6,
    "strength.calm": 1,
    "body": ["tight_chest"],
    "pulls": ["people"],
    "letter": "This hurts.",
    "near": ["r1", "r2"],
    "near.r1.who": "Mara",
    "near.r1.helps": ["listen", "advise"],
    "near.r2.who": "Tom",
    "energy": "low",
    of_energy("low", "today"): "glass_of_water",
    "tomorrow_own": "Call Ana at lunch.",
    "waits": ["replying", "deciding"],
    "strength_now.sad": 5,
    "strength_now.let down": 6,
    "strength_now.calm": 3,
}
words = st.sampled_from(
    [word for family in feeling_words().families.values() for word in family.words]
)
scores = st.dictionaries(words, st.integers(0, 10), max_size=3)


def found(raw, today=TODAY):
    """What the results say of answers: by result the ids of the sentences, with their facts."""
    results = results_of(Answers(SHEET, raw), Around(today))
    return {each.result.id: {said.id: said.facts for said in each.outcome.says} for each in results}


def shift(before, after):
    """What is said of feelings that were rated before and after."""
    raw = {"felt": list(before)}
    raw |= {f"strength.{name}": score for name, score in before.items()}
    raw |= {f"strength_now.{name}": score for name, score in after.items()}
    return found(raw).get("shift", {})


class TestTheSheet:
    """One page, nine steps, for a no of theirs and a no that is doubted."""

    def test_it_has_the_nine_steps_and_fits_a_page(self):
        """As the specification orders them."""
        assert len(SHEET.steps) == 9
        assert (SHEET.pages, SHEET.minutes, SHEET.routes) == (1, 25, ("A", "C"))

    def test_feelings_bodies_and_the_letter_stay_off_a_print(self):
        """Unless the person ticks them."""
        private = {name for name, field in SHEET.fields.items() if field.private}
        assert private == {"felt", "strength", "body", "letter", "strength_now"}
        assert [each.id for each in SHEET.results if each.private] == ["shift"]

    def test_what_can_wait_is_what_the_gate_knows(self):
        """No choice without a wait, and no wait that cannot be chosen."""
        assert set(SHEET.fields["waits"].choices) == set(Waiting)

    def test_the_workshop_takes_an_hour(self):
        """It begins at once, goes forward and closes before the hour."""
        times = [each.at for each in SHEET.workshop]
        assert times == sorted(set(times))
        assert (times[0], times[-1]) == (0, 57)

    def test_all_skipped_says_nothing(self):
        """No card, no shift, no letter times: nothing is made up."""
        assert found({}) == {}

    def test_every_sentence_has_its_facts(self):
        """Whatever is said of full answers can be shown, early and late."""
        for days in range(20):
            for each in results_of(Answers(SHEET, FULL), Around(TODAY + timedelta(days=days))):
                for said in each.outcome.says:
                    assert fill(each.result.says[said.id], **said.facts)


class TestTheCard:
    """Tonight, tomorrow, can wait, near you."""

    def test_each_line_holds_what_was_chosen(self):
        """A choice from the menu and words of one's own count alike."""
        card = found(FULL)["card"]
        assert card["tonight"] == {"what": "Drink a glass of water, slowly."}
        assert card["tomorrow"] == {"what": "Call Ana at lunch."}
        assert card["waits"] == {"what": "Replying to them, Big choices"}
        assert card["near"] == {"who": "Mara (Listening, Thinking along), Tom"}

    def test_what_was_skipped_is_left_out(self):
        """A card of one line is a card."""
        assert found({"today_own": "Sleep early."}) == {
            "card": {"tonight": {"what": "Sleep early."}}
        }

    def test_only_small_things_for_any_day_are_offered(self):
        """None that speaks of a no of one's own to who was turned down."""
        for energy in Energy:
            answers = Answers(SHEET, {"energy": energy.value})
            offered = {each.key for each in answers.choices(SHEET.fields["today"])}
            assert offered == {each.id for each in step_words().ideas(energy)}

    def test_a_choice_of_another_energy_counts_no_more(self):
        """Whoever has less energy than first said is not held to what they picked then."""
        raw = {"energy": "low", of_energy("more", "today"): "brisk_walk"}
        assert found(raw) == {}


class TestTheShift:
    """What changed between the two ratings, said kindly whichever way it went."""

    def test_lighter(self):
        """The largest change and the mean: 3, 0 and 2 (of calm more is lighter) are 5 over 3."""
        assert found(FULL)["shift"] == {
            "largest": {"feeling": "sad", "before": 8, "after": 5},
            "lighter": {"mean": "1.7"},
        }

    def test_nothing_moved(self):
        """That is said to be all right, and nothing is called the largest change."""
        assert shift({"sad": 4}, {"sad": 4}) == {"unchanged": {}}

    def test_up_and_down_alike(self):
        """The mean is even, and a rise of two still ends the looking."""
        assert set(shift({"sad": 4, "angry": 4}, {"sad": 2, "angry": 6})) == {
            *("largest", "even", "stop")
        }

    @pytest.mark.parametrize(("after", "stops"), [(5, False), (6, True), (10, True)])
    def test_a_rise_of_two_says_stop(self, after, stops):
        """One point more is no reason to stop."""
        said = shift({"worried": 4}, {"worried": after})
        assert ("stop" in said) is stops
        assert "heavier" in said

    def test_calm_that_rises_is_no_alarm(self):
        """Of what is steadier, more is lighter, and a fall of two counts as a rise."""
        assert "lighter" in shift({"calm": 2}, {"calm": 9})
        assert "stop" in shift({"hopeful": 6}, {"hopeful": 4})

    def test_of_changes_equally_large_the_first_named_counts(self):
        """Whichever way they went."""
        said = shift({"angry": 3, "sad": 6}, {"angry": 5, "sad": 4})
        assert said["largest"]["feeling"] == "angry"

    @pytest.mark.parametrize(("before", "after"), [({"sad": 5}, {}), ({}, {"sad": 5})])
    def test_what_was_rated_once_has_no_shift(self, before, after):
        """One number is no change."""
        assert shift(before, after) == {}

    def test_the_picture_has_both_numbers_of_each_feeling(self):
        """The table is what the picture draws."""
        [each] = [e for e in results_of(Answers(SHEET, FULL), Around(TODAY)) if e.result.private]
        assert each.outcome.rows == (("sad", 8, 5), ("let down", 6, 6), ("calm", 1, 3))

    @given(scores, scores)
    def test_only_what_was_rated_twice_counts(self, before, after):
        """The mean lies between the changes, and looking stops at a rise of two, never else."""
        rated = rated_twice(before, after)
        assert {each.feeling for each in rated} == before.keys() & after.keys()
        change = eased(rated)
        assert (change is None) == (not rated)
        if change:
            falls = [each.lighter for each in rated]
            assert min(falls) - 0.1 <= change.mean <= max(falls) + 0.1
            assert change.is_enough == (min(falls) <= -ENOUGH)
            assert (change.largest is None) == (not any(falls))

    @given(scores, scores)
    def test_the_way_back_is_as_long_as_the_way(self, before, after):
        """What is lighter one way is heavier the other way, by as much."""
        there, back = eased(rated_twice(before, after)), eased(rated_twice(after, before))
        if there and back:
            assert there.mean == -back.mean

    def test_a_word_of_ones_own_is_in_no_family(self):
        """It counts as one that weighs."""
        assert family_of("hollow") == ""
        assert Rated("hollow", 5, 7).lighter == -2


class TestWhenLettersGoBest:
    """Thanks 24 to 72 hours after the no; advice 24 to 48 hours, and within a week."""

    def test_counted_from_the_day_of_the_news(self):
        """Days of the calendar, over the end of a month too."""
        news = date(2026, 2, 27)
        assert thanks_days(news) == Days(date(2026, 2, 28), date(2026, 3, 2), date(2026, 3, 13))
        assert advice_days(news) == Days(date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 6))

    @pytest.mark.parametrize(
        ("days", "said"),
        [
            *((0, {"thanks", "advice"}), (2, {"thanks", "advice"}), (3, {"thanks", "advice_late"})),
            *((4, {"thanks_late", "advice_late"}), (7, {"thanks_late", "advice_late"})),
            *((8, {"thanks_late", "advice_over"}), (14, {"thanks_late", "advice_over"})),
            (15, {"advice_over"}),
        ],
    )
    def test_each_day_has_its_sentences(self, days, said):
        """Early, in time, late and over."""
        raw = {"news_on": (TODAY - timedelta(days=days)).isoformat()}
        assert set(found(raw)["letters"]) == said

    @given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(0, 40))
    def test_a_letter_never_goes_before_its_first_day(self, news, later):
        """Nor after its last."""
        today = news + timedelta(days=later)
        for days in (thanks_days(news), advice_days(news)):
            on = days.next_from(today)
            assert on is None or max(days.first, today) == on <= days.latest

    @pytest.mark.parametrize(
        ("direction", "stage", "fits"),
        [
            (Direction.THEY_SAID_NO, Stage.FINAL, True),
            (Direction.THEY_SAID_NO, None, True),
            (Direction.THEY_SAID_NO, Stage.APPLIED, False),
            (Direction.THEY_SAID_NO, Stage.SCREENED, False),
            (Direction.SECOND_THOUGHTS, Stage.OFFER, False),
            (Direction.SILENCE, Stage.FINAL, False),
        ],
    )
    def test_they_fit_a_no_after_a_talk(self, direction, stage, fits):
        """Where nobody talked, nobody is thanked or asked."""
        stages = ({"stage": stage},) if stage else ()
        case = Case(direction=direction, happened_on=TODAY, stages=stages)
        assert fit_the_news(case) is fits


@pytest.fixture
def case(workspace):
    """A no of yesterday, after a final round."""
    stages = ({"stage": Stage.FINAL},)
    return workspace.cases.add(
        Case(direction=Direction.THEY_SAID_NO, happened_on=YESTERDAY, stages=stages)
    )


@pytest.fixture
def done(workspace, case):
    """A run for that no that was walked through, with everything answered."""
    run = begin(workspace, SHEET, case, TODAY, FULL)
    return finish(workspace, run.id, TODAY)


def offered(workspace, run, now=NOW):
    """What may be kept of a run, by keep."""
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), now)
    return {each.keep.id: each.proposals for each in offers}


def kept(workspace, run, *keeps):
    """Keep all that these keeps offer; returns the run."""
    offers = offered(workspace, run)
    return take_up(workspace, run, {each: offers[each] for each in keeps})


class TestWhatMayBeKept:
    """Waits, small things, nudges for letters, people, and a check-in."""

    def test_it_starts_from_the_case(self, workspace, case):
        """The day of the news is there already."""
        assert begin(workspace, SHEET, case, TODAY).answers["news_on"] == YESTERDAY.isoformat()

    def test_waits_last_24_hours_and_belong_to_the_case(self, workspace, case, done):
        """What was chosen waits, and nothing else."""
        kept(workspace, done, "waits")
        waits = waits_now(workspace.waits.all(), NOW, case.id)
        assert [each.what for each in waits] == [Waiting.REPLYING, Waiting.DECIDING]
        assert {each.until for each in waits} == {NOW + timedelta(hours=24)}
        assert not waits_now(workspace.waits.all(), NOW + timedelta(hours=24), case.id)

    def test_small_things_go_on_their_days(self, workspace, done):
        """One from the menu keeps how long it takes and how much it asks."""
        kept(workspace, done, "small_things")
        today, tomorrow = workspace.steps.all()
        assert (today.due, today.minutes, today.energy) == (TODAY, 2, Energy.LOW)
        assert (tomorrow.due, tomorrow.text) == (TOMORROW, "Call Ana at lunch.")

    def test_nudges_for_letters_are_not_suggested_again(self, workspace, case, done):
        """Today knows that both letters are on the list."""
        assert suggested(workspace, case.id, NOW).id == "ask_feedback"
        kept(workspace, done, "letters")
        assert {each.due for each in workspace.steps.all()} == {TOMORROW}
        assert suggested(workspace, case.id, NOW).id == "rest"

    @pytest.mark.parametrize(
        ("waits", "due"),
        [
            ([], {"thanks": TODAY, "advice": TODAY}),
            (["posting", "deciding"], {"thanks": TODAY, "advice": TODAY}),
            (["feedback"], {"thanks": TODAY, "advice": TOMORROW}),
            (["replying"], {"thanks": TOMORROW, "advice": TOMORROW}),
        ],
    )
    def test_what_can_wait_is_not_for_today(self, workspace, case, waits, due):
        """A nudge does not break the quiet that was just chosen."""
        run = begin(workspace, SHEET, case, TODAY, {"waits": waits})
        assert {each.key: each.record.due for each in offered(workspace, run)["letters"]} == due

    def test_news_of_today_is_answered_tomorrow(self, workspace, case):
        """A night's sleep comes first."""
        run = begin(workspace, SHEET, case, TODAY, {"news_on": TODAY.isoformat()})
        proposals = offered(workspace, run)["letters"]
        assert {each.record.due for each in proposals} == {TOMORROW}
        assert {each.note for each in proposals} == {SHEET.keeps[2].says["tomorrow"]}

    def test_what_went_out_is_not_offered(self, workspace, case, done):
        """A thank-you that was sent needs no nudge, nor does a step that is on the list."""
        sent = Letter(kind=Kind.THANKS_AFTER_NO, state=LetterState.SENT, case_id=case.id)
        workspace.letters.add(sent)
        assert [each.key for each in offered(workspace, done)["letters"]] == ["advice"]
        workspace.steps.add(Step(text="Ask", suggestion="ask_feedback", case_id=case.id))
        assert "letters" not in offered(workspace, done)

    @pytest.mark.parametrize(
        ("days", "keys"), [(7, ["thanks", "advice"]), (8, ["thanks"]), (14, ["thanks"]), (15, None)]
    )
    def test_nothing_is_offered_when_its_time_is_over(self, workspace, case, days, keys):
        """A week for advice, two for thanks."""
        raw = {"news_on": (TODAY - timedelta(days=days)).isoformat()}
        found = offered(workspace, begin(workspace, SHEET, case, TODAY, raw)).get("letters")
        assert (found and [each.key for each in found]) == keys

    def test_a_day_to_come_counts_as_today(self, workspace):
        """A slip of the calendar puts no letter off for a month."""
        raw = {"news_on": (TODAY + timedelta(days=30)).isoformat()}
        proposals = offered(workspace, begin(workspace, SHEET, None, TODAY, raw))["letters"]
        assert {each.record.due for each in proposals} == {TOMORROW}

    def test_people_are_known_by_their_names(self, workspace, done):
        """Somebody known gains what they are good for, somebody new is added."""
        mara = workspace.people.add(Person(name="mara", address="m@x.org", helps=(Help.DISTRACT,)))
        kept(workspace, done, "near")
        known, new = workspace.people.all()
        assert (known.id, known.address) == (mara.id, "m@x.org")
        assert set(known.helps) == {Help.LISTEN, Help.ADVISE, Help.DISTRACT}
        assert (new.name, new.helps) == ("Tom", ())

    def test_a_name_written_twice_is_one_person(self, workspace):
        """With all that was said of them."""
        raw = {"near": ["a", "b"], "near.a.who": "Mara", "near.b.who": "MARA "}
        raw |= {"near.a.helps": ["listen"], "near.b.helps": ["distract"]}
        [proposal] = offered(workspace, begin(workspace, SHEET, None, TODAY, raw))["near"]
        assert proposal.record.helps == (Help.LISTEN, Help.DISTRACT)

    def test_who_is_known_with_all_of_it_is_not_offered(self, workspace, done):
        """There would be nothing to change."""
        workspace.people.add(Person(name="Mara", helps=(Help.LISTEN, Help.ADVISE)))
        assert [each.text for each in offered(workspace, done)["near"]] == ["Tom"]

    def test_the_check_in_holds_how_it_is_now(self, workspace, case, done):
        """The strengths rated last, with their families: the gates read them as any check-in."""
        kept(workspace, done, "check_in")
        [check_in] = workspace.check_ins.all()
        felt = {each.word: (each.strength, each.family) for each in check_in.feelings}
        assert felt == {"sad": (5, "sad"), "let down": (6, "sad"), "calm": (3, "steadier")}
        assert (check_in.body, check_in.case_id) == (("tight_chest",), case.id)
        assert strain(workspace.check_ins.all(), NOW, case.id) == 6

    def test_a_feeling_without_a_number_is_no_check_in(self, workspace):
        """No strength is made up."""
        run = begin(workspace, SHEET, None, TODAY, {"felt": ["sad"]})
        assert offered(workspace, run) == {}

    def test_what_was_kept_is_not_offered_twice(self, workspace, done):
        """Whoever comes back to the sheet keeps nothing double."""
        keeps = ("waits", "small_things", "letters", "near", "check_in", "pulls")
        run = kept(workspace, done, *keeps)
        assert not any(offered(workspace, run).values())

    def test_all_skipped_offers_nothing(self, workspace):
        """Not even a nudge."""
        assert offered(workspace, begin(workspace, SHEET, None, TODAY)) == {}


@given(st.text(string.printable, max_size=400))
@example("long " * 80)
def test_whatever_is_typed_becomes_a_line(text):
    """A long or odd text never stops the keeping."""
    workspace = Workspace.in_memory(lambda: NOW)
    raw = {"today_own": text, "near": ["r1"], "near.r1.who": text}
    run = begin(workspace, SHEET, None, TODAY, raw)
    take_up(workspace, run, offered(workspace, run))
    assert all(each.text for each in workspace.steps.all())
    assert all(each.name for each in workspace.people.all())
