"""The sample life: something to look around in, of which nothing is real and nothing stays."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.content.loader import case_words, feeling_words
from core.exports.backup import everything
from core.imports.backup import read_download
from core.insights.moods import Trend, reading
from core.sample import fill_with_sample, sample_workspace
from core.support import Tier
from core.values import in_order
from core.views import due, in_hand, living, newest_first, resting, standing, suggested
from core.worksheets.answers import Answers
from core.worksheets.comeback import comeback
from core.worksheets.desk import END, finished, found_in
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


@pytest.mark.parametrize("name", ["first_48", "values_fit", "skills_plan", "setback"])
def test_a_finished_worksheet_shows_all_its_results(sample, clock, name):
    """Each of the four has a run in which every calculation found something to say."""
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


def test_the_plan_made_before_comes_back(sample, clock):
    """The no of two days ago meets the plan of eight days ago."""
    plan = comeback(sample, clock())
    assert plan.case == in_hand(sample)
    assert plan.person == "Nadia Rahman"


def test_one_worksheet_is_half_done_and_one_was_done_twice(sample):
    """To go on with, and to compare."""
    assert [each.worksheet for each in sample.runs.all() if not each.is_finished] == ["wider_view"]
    assert len(finished(sample, "first_48")) == 2


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
