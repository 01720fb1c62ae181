"""What a look at the field may keep: trends on the watch list."""

from datetime import datetime

from core.content.slots import fill
from core.names import plain, same_name
from core.trends import Trend
from core.worksheets.answers import Answers
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _trends(  # noqa: PLR0913 - each is a question of the worksheet
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    found: str,
    rated: str,
) -> tuple[Proposal, ...]:
    """Propose each thing once; one that is on the list by name is looked at again."""
    rates = {row.key: row.cells for row in answers.rows(rated)}
    proposals: list[Proposal] = []
    for row in answers.rows(found):
        if any(same_name(row.label, each.text) for each in proposals):
            continue
        told = {
            "source": row.cells["source"],
            "seen_on": row.cells["seen"],
            "skill": row.cells["skill"],
            "fits": rates.get(row.key, {}).get("fits"),
            "pull": rates.get(row.key, {}).get("pull"),
            "looked_on": day_of(run, now),
        }
        news = {name: value for name, value in told.items() if value not in (None, "")}
        known = next((t for t in workspace.trends.all() if same_name(t.name, row.label)), None)
        trend = known.model_copy(update=news) if known else Trend(name=row.label, **news)
        note = fill(keep.says["known" if known else "new"])
        proposals.append(Proposal(plain(row.label), row.label, note, trend, news))
    return tuple(proposals)


TRENDS = Keeper(_trends, frozenset({"new", "known"}))
