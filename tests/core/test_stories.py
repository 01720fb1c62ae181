"""Stories: one way to tell it, in three lengths (catalogue S1-19)."""

from datetime import UTC, datetime, timedelta

from core.stories import Story, story_for
from core.worksheets.answers import Answers
from core.worksheets.desk import begin
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.shelf import worksheet_in

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def story(text, minutes, case_id=""):
    """A story in its shortest version, told some minutes after noon."""
    at = NOON + timedelta(minutes=minutes)
    return Story(ten_seconds=text, case_id=case_id, created_at=at)


def test_the_newest_story_counts():
    """Whichever way round they lie."""
    old, new = story("old", 1), story("new", 2)
    assert story_for([new, old]) == story_for([old, new]) == new


def test_a_case_has_its_own_story():
    """Before a newer one about something else or about no case in particular."""
    ours, other, free = story("ours", 1, "acme"), story("other", 2, "zeta"), story("free", 3)
    assert story_for([ours, other, free], "acme") == ours
    assert story_for([ours, other]) == other


def test_a_case_without_a_story_never_has_that_of_another():
    """What Acme did is not said of Bolt; one that is about no case fits any."""
    other, free = story("Acme chose somebody else.", 2, "acme"), story("free", 1)
    assert story_for([other], "bolt") is None
    assert story_for([other, free], "bolt") == free


def test_an_empty_one_is_none():
    """Nothing told is nothing to copy."""
    assert story_for([]) is None
    assert story_for([Story(created_at=NOON)]) is None
    assert story_for([Story(created_at=NOON), story("told", -5)]) == story("told", -5)


def test_only_what_was_written_is_shown_and_the_shortest_comes_first():
    """A version that was skipped leaves no gap."""
    told = Story(close_friend="all of it", ten_seconds="It ended.")
    assert list(told.versions.items()) == [
        ("ten_seconds", "It ended."),
        ("close_friend", "all of it"),
    ]
    assert set(told.own_words) == {"It ended.", "all of it"}


class TestTheWorksheet:
    """The words that were found can be kept, as one story of one run."""

    SHEET = worksheet_in("story_to_tell.toml")

    def offer(self, workspace, clock, **texts):
        """Begin a run with these versions, and return it with what it offers to keep."""
        run = begin(workspace, self.SHEET, None, clock().date(), texts)
        return run, offers_of(workspace, run, Answers(self.SHEET, run.answers), clock())

    def test_nothing_written_offers_nothing(self, workspace, clock):
        """Every step can be skipped."""
        assert self.offer(workspace, clock, facts="It ended.")[1] == ()

    def test_a_story_is_kept_in_its_versions(self, workspace, clock):
        """And stands on its own then."""
        run, [offer] = self.offer(workspace, clock, ten_seconds="Short.", close_friend="Long.")
        assert offer.proposals[0].text == "Short."
        take_up(workspace, run, {offer.keep.id: offer.proposals})
        told = story_for(workspace.stories.all())
        assert told.versions == {"ten_seconds": "Short.", "close_friend": "Long."}

    def test_the_same_words_are_offered_once_and_new_ones_again(self, workspace, clock):
        """A story that was found anew in the same run takes the place of the first."""
        run, [offer] = self.offer(workspace, clock, ten_seconds="Short.")
        run = take_up(workspace, run, {offer.keep.id: offer.proposals})
        [same] = offers_of(workspace, run, Answers(self.SHEET, run.answers), clock())
        assert same.proposals == ()
        [new] = offers_of(workspace, run, Answers(self.SHEET, {"close_friend": "New."}), clock())
        assert [each.text for each in new.proposals] == ["New."]
        take_up(workspace, run, {new.keep.id: new.proposals})
        assert [each.versions for each in workspace.stories.all()] == [{"close_friend": "New."}]
