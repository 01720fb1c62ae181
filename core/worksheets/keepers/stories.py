"""What the story to tell may keep: one story, in the versions that were written."""

from datetime import datetime

from core.content.slots import fill
from core.stories import Story
from core.worksheets.answers import Answers
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _story(  # noqa: PLR0913 - each is a question of the worksheet
    _: Workspace,
    run: WorksheetRun,
    answers: Answers,
    __: datetime,
    keep: Keep,
    *,
    ten_seconds: str,
    thirty_seconds: str,
    close_friend: str,
) -> tuple[Proposal, ...]:
    """Propose the story as it is told now: one story of one run."""
    story = Story(
        ten_seconds=answers.text(ten_seconds),
        thirty_seconds=answers.text(thirty_seconds),
        close_friend=answers.text(close_friend),
        case_id=run.case_id,
    )
    if not story.versions:
        return ()
    shortest = next(iter(story.versions.values()))
    return (Proposal(keep.id, shortest, fill(keep.says["note"]), story),)


STORY = Keeper(_story, frozenset({"note"}))
