"""What shows a skill, as something to be proud of."""

from datetime import datetime

from core.content.slots import fill
from core.names import same_name
from core.records import LINE_LENGTH
from core.wins import Win
from core.worksheets.answers import Answers
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _wins(
    workspace: Workspace,
    _: WorksheetRun,
    answers: Answers,
    __: datetime,
    keep: Keep,
    *,
    proofs: str,
) -> tuple[Proposal, ...]:
    """Propose each proof of a skill; what stands among the wins already is left out."""
    known = [each.what for each in workspace.wins.all()]
    proposals = []
    for row in answers.rows(proofs):
        if proof := row.cells["proof"]:
            what = fill(keep.says["what"], skill=row.label, proof=proof)[:LINE_LENGTH]
            if not any(same_name(what, each) for each in known):
                known.append(what)
                proposals.append(Proposal(row.key, what, keep.says["note"], Win(what=what)))
    return tuple(proposals)


WINS = Keeper(_wins, frozenset({"what", "note"}))
