"""What of a way waits by itself: letters that were put off, that rest, or that are ready to go."""

from collections.abc import Mapping
from datetime import datetime

from core.cases import Case
from core.letters.kinds import Kind
from core.letters.letter import LetterState
from core.letters.variants import kind_for_suggestion
from core.letters.views import begun
from core.waits import put_off_until
from core.workspace import Workspace


def waiting_letters(
    workspace: Workspace, case: Case, now: datetime
) -> Mapping[Kind, datetime | None]:
    """Return the kinds of letters of a case that are not to be gone to now, and until when.

    A kind waits while the person put off what asks for it (worksheet W1), and while the letter
    at hand rests. One that is written and only has to be sent waits without an end (None).
    """
    waiting: dict[Kind, datetime | None] = {
        kind: letter.held_until if letter.held_until and letter.held_until > now else None
        for kind, letter in begun(workspace, case.id).items()
        if letter.state in (LetterState.HELD, LetterState.READY)
    }
    for suggestion, until in put_off_until(workspace.waits.all(), now, case.id).items():
        if way := kind_for_suggestion(suggestion, case):
            waiting[way[0]] = max(until, waiting.get(way[0]) or until)
    return waiting
