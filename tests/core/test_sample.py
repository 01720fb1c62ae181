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
from core.views import due, in_hand, living, newest_first, resting, standing, suggested
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
    told = [*sample.cases.all(), *sample.check_ins.all()]
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
    for each in (*sample.check_ins.all(), *sample.steps.all()):
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
    workspace.check_ins._table.insert = lambda _: 1 // 0
    with pytest.raises(ZeroDivisionError):
        fill_with_sample(workspace, clock())
    assert all(not each.all() for each in workspace.collections)
