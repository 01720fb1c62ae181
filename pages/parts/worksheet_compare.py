"""Two runs of one worksheet side by side: what was rated anew, and what was said anew."""

from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.records import instant
from core.worksheets.answers import Answers
from core.worksheets.compare import Change, changes, wordings
from core.worksheets.definition import Worksheet
from core.worksheets.desk import beside, finished
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.worksheet_told import as_words, in_cell


def show_comparison(
    workspace: Workspace, run: WorksheetRun, worksheet: Worksheet, today: date
) -> None:
    """Offer to look at another finished run of the same worksheet beside this one."""
    say = words("worksheet")
    others = beside(workspace.view(finished, worksheet.id), run, worksheet)
    if not others:
        return
    with st.expander(say["compare"]):
        days = {each.id: in_words(each.finished_on or today) for each in others}
        chosen = st.selectbox(
            say["compare_with"],
            list(days),
            format_func=lambda each: days[each],
            key=f"worksheet.compare.{run.id}",
        )
        other = next(each for each in others if each.id == chosen)
        first, second = sorted((other, run), key=lambda each: _ended(each, today))
        _show(worksheet, first, second)


def _show(worksheet: Worksheet, first: WorksheetRun, second: WorksheetRun) -> None:
    say = words("worksheet")
    then, now = (Answers(worksheet, each.answers) for each in (first, second))
    rated, said = changes(then, now), wordings(then, now)
    if not (rated or said):
        st.write(say["compare_same"])
    days = [in_words(each.finished_on or each.happened_on) for each in (first, second)]
    heads = [f"{say['compare_then']}, {days[0]}", f"{say['compare_now']}, {days[1]}"]
    if rated:
        st.write(_sentence(rated))
        table = {
            say["compare_what"]: [in_cell(each.what) for each in rated],
            heads[0]: [as_words(each.then) for each in rated],
            heads[1]: [as_words(each.now) for each in rated],
        }
        st.table(table, border="horizontal", hide_index=True, alt=say["compare"])
    if said:
        table = {
            say["compare_what"]: [in_cell(each.what) for each in said],
            heads[0]: [in_cell(each.then) for each in said],
            heads[1]: [in_cell(each.now) for each in said],
        }
        st.table(table, border="horizontal", hide_index=True, alt=say["compare_said"])


def _ended(run: WorksheetRun, today: date) -> tuple[date, float]:
    """Return when a run was finished; of one day, the one begun first came first."""
    return run.finished_on or today, instant(run.created_at)


def _sentence(rated: tuple[Change, ...]) -> str:
    """Say how many numbers went up, went down and stayed; none of it is good or bad."""
    say = words("worksheet")
    up, down = (sum(1 for each in rated if way * each.by > 0) for way in (1, -1))
    return fill(say["compare_sum"], up=up, down=down, same=len(rated) - up - down)
