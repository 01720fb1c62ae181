"""The sample life: something to look around in, of which nothing is real and nothing stays."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.application_log import is_quiet
from core.applications import Outcome
from core.content.loader import case_words, feeling_words, path_words
from core.decisions.due_looks import look_for_today
from core.decisions.log import decisions
from core.decisions.patterns import ENOUGH
from core.energy import notes_of, themes
from core.experiments import current, progress
from core.exports.backup import everything
from core.imports.backup import read_download
from core.insights.funnel import funnel_of
from core.insights.moods import Trend, reading
from core.insights.tries import as_try
from core.interviews import Standing
from core.interviews import standing as standing_of
from core.network.cadence import Band, Rests, due_people, rests
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.sprint import Stands, next_thing, sprint_now
from core.network.suggested import A_WEEK, Tie, suggested_now
from core.network.talks import LOOK_DAYS
from core.path_fit import open_evidence
from core.people import Circle, Closeness
from core.sample import fill_with_sample, sample_workspace
from core.support import Tier
from core.values import in_order
from core.views import due, in_hand, living, newest_first, resting, standing, suggested
from core.worksheets.answers import Answers
from core.worksheets.comeback import comeback
from core.worksheets.desk import END, beside, finished, found_in
from core.worksheets.fields import PickField, RankField
from core.worksheets.shelf import worksheets
from core.workspace import Workspace


@pytest.fixture
def sample(clock):
    """The sample life as of a Thursday evening in March."""
    return sample_workspace(clock)


def test_it_touches_no_disk(sample, clock, home):
    """Looking around leaves nothing behind, and each look starts anew."""
    assert sample.path is None
    assert not home.exists()
    sample.delete_case(sample.cases.all()[0].id)
    assert len(sample_workspace(clock).cases.all()) == len(sample.cases.all()) + 1


def test_its_days_count_back_from_today(sample, clock):
    """Whenever it is opened, the latest news is two days old and nothing is yet to come."""
    today = clock().date()
    told = [*sample.cases.all(), *sample.check_ins.all(), *sample.runs.all()]
    told += sample.writings.all()
    assert in_hand(sample).happened_on == today - timedelta(days=2)
    assert max(each.happened_on for each in told) < today
    assert all(each.created_at.date() == each.happened_on for each in told)


def test_what_it_points_at_is_there(sample):
    """No person, case, feeling, reason or channel is named that does not exist."""
    people, cases = ({each.id for each in kind.all()} for kind in (sample.people, sample.cases))
    words = case_words()
    families = feeling_words().families
    for case in sample.cases.all():
        assert {case.contact_id, case.referrer_id} <= people | {""}
        assert {*case.pulls} <= words.pulls.keys()
        assert {*case.reasons_given, *case.reasons_true} <= words.reasons.keys()
        assert case.told_by in {"", *words.told_by}
        assert case.goal in {"", *words.goals}
    kinds = (sample.check_ins, sample.steps, sample.runs, sample.wins, sample.writings)
    for each in [each for kind in (*kinds, sample.walks) for each in kind.all()]:
        assert each.case_id in cases | {""}
    felt = [felt for each in sample.check_ins.all() for felt in each.feelings]
    assert felt
    assert all(each.word in families[each.family].words for each in felt)


def test_it_shows_what_a_screen_can_show(sample, clock):
    """A case in hand with a suggestion, some alive, one at rest, steps due, and a trend."""
    assert len(living(sample)) >= 3
    assert len(resting(sample)) >= 1
    assert len(due(sample, clock().date())) >= 2
    assert reading(newest_first(sample)).trend is not Trend.EARLY
    assert suggested(sample, in_hand(sample).id, clock()).id == "ask_feedback"


def test_every_answer_stands_where_its_worksheet_asks_for_it(sample):
    """No field, step or choice of a run is one that its worksheet does not have."""
    for run in sample.runs.all():
        worksheet = worksheets()[run.worksheet]
        answers = Answers(worksheet, run.answers)
        assert {place.partition(".")[0] for place in run.answers} <= worksheet.fields.keys()
        assert run.at in {END, *answers.steps()}
        for asked in worksheet.fields.values():
            told = run.answers.get(asked.id)
            if isinstance(asked, PickField | RankField) and told:
                assert [each.key for each in answers.chosen(asked.id)] == told


@pytest.mark.parametrize("name", ["first_48", "values_fit", "skills_plan", "setback", "sprint"])
def test_a_finished_worksheet_shows_all_its_results(sample, clock, name):
    """Each of these has a run in which every calculation found something to say."""
    worksheet = worksheets()[name]
    run = finished(sample, name)[0]
    shown = {each.result.id for each in found_in(sample, run, worksheet, clock().date())}
    assert shown == {each.id for each in worksheet.results if not each.on_the_way}


def test_what_was_kept_of_a_worksheet_is_there(sample, clock):
    """Values in their order, skills with actions, a line to steer by, a story, a watch list."""
    assert [each.card for each in in_order(sample.values.all())][:2] == ["purpose", "balance"]
    assert {each.rated_on for each in sample.values.all()} == {clock().date() - timedelta(days=20)}
    assert any(each.actions for each in sample.skills.all())
    assert sample.me.north_star
    assert len(sample.stories.all()) == 1
    assert len(sample.trends.all()) == 3
    assert sample.openings.all()
    assert sample.wins.all()


@pytest.mark.parametrize(
    ("name", "silent"),
    [("offer_review", {"rut"}), ("regret", {"mood"}), ("reapproach", {"special"})],
)
def test_the_decision_is_looked_at_from_each_side(sample, clock, name, silent):
    """The offer, the regret and the way back each say all but what only special cases ask for."""
    run = finished(sample, name)[0]
    worksheet = worksheets()[name]
    shown = {each.result.id for each in found_in(sample, run, worksheet, clock().date())}
    assert shown == {each.id for each in worksheet.results if not each.on_the_way} - silent


def test_the_regret_was_untangled_twice(sample):
    """So that two passes can stand side by side; they are fifteen days apart."""
    later, earlier = finished(sample, "regret")
    assert (later.finished_on - earlier.finished_on).days == 15


def test_the_decision_log_has_enough_to_count(sample, clock):
    """Three noes of one's own or more, one that was looked back at twice, one that is due."""
    every = decisions(sample)
    assert len(every) >= ENOUGH
    assert [each.after_days for each in every[-1].looks] == [90, 30]
    assert look_for_today(sample, clock()).case.employer == "Tideway Ferries"


def test_the_log_of_applications_says_something(sample, clock):
    """Every way to end but one, quiet ones, talks and offers, and groups that can be compared."""
    waits, today = case_words().waits, clock().date()
    every = sample.applications.all()
    funnel = funnel_of([as_try(each, waits, today) for each in every])
    assert {each.outcome for each in every} == {None, *Outcome} - {Outcome.ACCEPTED}
    assert any(is_quiet(each, waits, today) for each in every)
    assert {"tailored", "contacted", "matches", "sources"} <= funnel.pairs.keys()
    assert funnel.record.offers
    assert funnel.recent


def test_the_log_and_the_cases_tell_the_same(sample):
    """Who became a case has its employer and its role, and ended on its day."""
    cases = {each.id: each for each in sample.cases.all()}
    became = [each for each in sample.applications.all() if each.case_id]
    assert len(became) == len(cases)
    for each in became:
        case = cases[each.case_id]
        assert (each.role, each.employer) == (case.role, case.employer)
        assert each.ended_on in {case.happened_on, None}


def test_days_in_the_log_follow_each_other(sample, clock):
    """Nothing was reached before it was sent, or ended before it was reached, or is to come."""
    for each in sample.applications.all():
        days = [reached.on for reached in each.stages] + [each.ended_on or clock().date()]
        assert days == sorted(days)


def test_one_talk_is_ahead_and_one_is_over(sample, clock):
    """Of the one, something is due by tomorrow; of the other, something was learned."""
    over, ahead = sorted(sample.interviews.all(), key=lambda each: each.at)
    assert standing_of(over, clock()) is Standing.OVER
    assert over.learned
    assert standing_of(ahead, clock()) is Standing.AHEAD
    assert ahead.send_ahead


def test_one_change_is_being_tried(sample, clock):
    """An experiment runs and has some applications already; an earlier one was learned from."""
    running = current(sample.experiments.all())
    done = progress(running, sample.applications.all(), clock().date())
    assert 0 < done.sent < done.of
    assert not done.is_over
    assert [each.learned for each in sample.experiments.all() if each.ended_on]


def test_three_paths_are_open_and_one_is_not_checked(sample):
    """Each leads away another distance, and one has nothing yet to show that it is wanted."""
    paths = sample.paths.all()
    assert len({each.reach for each in paths}) == 3
    missing = [open_evidence(each.demand, each.source, each.checked_on) for each in paths]
    assert sum(len(each) == 3 for each in missing) == 1


def test_energy_has_themes(sample, clock):
    """Ten notes are enough for something to come back."""
    notes = notes_of(sample.activities.all())
    assert len(notes) == 10
    assert themes(notes, clock().date(), path_words().common.words)


def test_people_stand_in_every_circle_and_some_are_not_placed(sample):
    """The map has something in each of its fields, and something left to do."""
    people = sample.people.all()
    assert {each.circle for each in people} == {None, *Circle}
    assert {each.closeness for each in people} == {None, *Closeness}
    assert {len([each for each in people if each.made_shift])} == {1}
    assert len([each for each in people if each.hires]) >= 2


def test_somebody_is_due_in_each_way_and_somebody_rests(sample, clock):
    """One of each tie is suggested, each band has somebody, two unanswered notes rest."""
    today, contacts = clock().date(), contacts_by_person(sample)
    chosen = suggested_now(sample, today)
    assert len(chosen) == A_WEEK
    assert {each.tie for each in chosen} == {*Tie}
    assert {each.band for each in due_people(sample, today)} == {*Band}
    resting = {rests(each, contacts.get(each.id, NONE_YET)) for each in sample.people.all()}
    assert resting >= {Rests.UNANSWERED, Rests.STOPPED, Rests.NOT_PLACED}


def test_contacts_name_people_who_are_there(sample, clock):
    """Nothing went to nobody; thanks are owed once; nothing that happened is yet to come."""
    people = {each.id: each for each in sample.people.all()}
    contacts = sample.touchpoints.all()
    named = [each.person_id for each in (*contacts, *sample.talks.all())]
    assert {*named, *(each.person_id for each in sample.gives.all() if each.person_id)} <= {*people}
    owed = [each.person_id for each in contacts if each.owes_thanks and each.thanked_on is None]
    assert [people[each].name for each in owed] == ["Helga Lund"]
    assert max(each.happened_on for each in contacts) < clock().date()
    asked = [each for each in people.values() if each.introduced_by]
    assert [people[each.introduced_by].name for each in asked] == ["Wanda Kowal"]


def test_one_talk_about_work_was_held_and_one_is_ahead(sample, clock):
    """So are an event to come, and two companies, one of which asks for a look."""
    today = clock().date()
    held, ahead = sorted(sample.talks.all(), key=lambda each: each.at)
    assert held.learned
    assert held.culture
    assert held.thanked_on == held.held_on
    assert ahead.held_on is None
    assert ahead.at.date() > today
    assert [each.on > today for each in sample.events.all()] == [True]
    seen = [(today - each.looks[-1].on).days for each in sample.watches.all()]
    assert sorted(each > LOOK_DAYS for each in seen) == [False, True]


def test_a_sprint_is_in_its_second_week(sample, clock):
    """Of the five, some answered, one is owed thanks, and one is for today."""
    today = clock().date()
    sprint = sprint_now(sample, today)
    assert 7 < (today - sprint.begins).days < 14
    stands = [each.stands for each in sprint.contacts]
    assert stands == [Stands.TALKED, Stands.ANSWERED, Stands.TALKED, Stands.OPEN, Stands.OPEN]
    assert sprint.contacts[3].note.on == today
    assert next_thing(sprint, today).contact.person.name == "Helga Lund"


def test_the_plan_made_before_comes_back(sample, clock):
    """The no of two days ago meets the plan of eight days ago."""
    plan = comeback(sample, clock())
    assert plan.case == in_hand(sample)
    assert plan.person == "Nadia Rahman"


def test_one_worksheet_is_half_done_and_one_was_done_twice(sample):
    """To go on with, and to compare."""
    assert [each.worksheet for each in sample.runs.all() if not each.is_finished] == ["wider_view"]
    regret = worksheets()["regret"]
    later, earlier = finished(sample, regret.id)
    assert beside((later, earlier), later, regret) == (earlier,)


def test_looking_around_is_calm(sample, clock):
    """The sample life opens no support card of its own."""
    assert standing(sample, clock()) <= Tier.T1


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_it_is_the_same_life_everywhere(zone):
    """Neither the place nor a night when clocks change moves a check-in to another day."""
    now = datetime(2026, 3, 29, 0, 30, tzinfo=UTC).astimezone(ZoneInfo(zone))
    sample = sample_workspace(lambda: now)
    case = in_hand(sample)
    assert case.happened_on == now.date() - timedelta(days=2)


def test_it_can_be_taken_out_like_any_other(sample, clock):
    """A download of it is read again without an odd record."""
    incoming = read_download(everything(sample), clock)
    assert incoming.unreadable == 0
    assert sum(incoming.counts.values()) == sum(len(each.all()) for each in sample.collections)


def test_it_fills_a_workspace_in_one_commit(clock):
    """Where it cannot be saved whole, nothing of it is."""
    workspace = Workspace.in_memory(clock)
    workspace.check_ins._table.insert_multiple = lambda _: 1 // 0
    with pytest.raises(ZeroDivisionError):
        fill_with_sample(workspace, clock())
    assert all(not each.all() for each in workspace.collections)
