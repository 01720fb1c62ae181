"""What was kept of a worksheet and told in another way afterwards, on screen."""

from core.content.loader import words
from core.worksheets.desk import begin, finish, write
from core.worksheets.shelf import worksheets

WORKSHEET = "worksheet.py"
SAY = words("worksheet")


def test_what_was_told_again_says_that_it_changes_what_was_kept(visit, stored, today):
    """And does so: the step that came of it first stands there in its new words, once."""
    run = begin(stored(), worksheets()["first_48"], None, today, {"today_own": "walk"})
    finish(stored(), run.id, today)
    visit(WORKSHEET, run=run.id).press("worksheet.keep")
    assert [each.text for each in stored().steps.all()] == ["walk"]
    run = stored().runs.get(run.id)
    assert SAY["keep_changes"] not in visit(WORKSHEET, run=run.id).seen
    write(stored(), run.id, run.answers, {**run.answers, "today_own": "swim"})
    screen = visit(WORKSHEET, run=run.id)
    assert SAY["keep_changes"] in screen.seen
    screen.press("worksheet.keep")
    assert [each.text for each in stored().steps.all()] == ["swim"]


def test_a_run_that_is_not_the_latest_asks_nothing(visit, stored, today):
    """What is newer is not put at risk by a look back."""
    sheet = worksheets()["setback"]
    answers = {"plan.cue": "it is nine", "plan.action": "open one advert"}
    old = finish(stored(), begin(stored(), sheet, None, today, answers).id, today)
    assert SAY["keep"] in visit(WORKSHEET, run=old.id).seen
    finish(stored(), begin(stored(), sheet, None, today, {"helped": "tea"}).id, today)
    assert SAY["keep"] not in visit(WORKSHEET, run=old.id).seen
