"""Patterns over decisions on screen: counts in sentences, a picture and its table, no verdict."""

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from core.content.loader import case_words, fill, words
from core.decisions.log import decisions
from core.decisions.patterns import Pattern, RegretAt, pattern
from core.worksheets.calculations.skills import plain
from core.workspace import Workspace
from pages.parts.happenings import name_of
from pages.parts.plain_text import inert

TOP = 3
ENOUGH_TO_DRAW = 2
"""One middle alone is no line."""

VALUES = "move_on/values.py"
CHOICES = {"part": "fit"}
"""Where the values page shows what choices say."""


def show_patterns(workspace: Workspace) -> None:
    """Show what three or more decisions have in common; before that, that it is too early."""
    say = words("decisions")
    found = workspace.view(_pattern)
    if found.is_early:
        st.write(_early(found.decisions))
        return
    st.caption(fill(say["patterns_lead"], decisions=found.decisions))
    _show_reasons(found)
    _show_protected(found)
    _show_processes(found)
    _show_regret(found.regret)


def _pattern(workspace: Workspace) -> Pattern:
    return pattern(workspace.view(decisions), list(case_words().reasons))


def _early(count: int) -> str:
    say = words("decisions")
    if not count:
        return str(say["early_none"])
    return fill(say["early_one" if count == 1 else "early_some"], count=count)


def _show_reasons(found: Pattern) -> None:
    say, labels = words("decisions"), case_words().reasons
    st.header(say["top_reasons"])
    if not found.reasons:
        st.write(say["no_reasons"])
        return
    for each in found.reasons[:TOP]:
        name = labels[each.what].label if each.what in labels else inert(each.what)
        st.write(fill(say["top_reason"], name=name, count=each.count, of=found.decisions))
    st.page_link(VALUES, label=say["to_values"], icon=":material/star:", query_params=CHOICES)


def _show_protected(found: Pattern) -> None:
    say = words("decisions")
    st.header(say["protected_values"])
    if not found.protected:
        st.write(say["no_protected"])
        return
    for each in found.protected[:TOP]:
        value = inert(each.what)
        st.write(fill(say["protected_value"], value=value, count=each.count, of=found.decisions))
    if found.protected[0].count == 1 and len(found.protected) > 1:
        st.caption(say["protected_once"])


def _show_processes(found: Pattern) -> None:
    """Show how each choice was made, and beside it how it turned out, where both are told."""
    say = words("decisions")
    st.header(say["processes"])
    if not found.processes:
        st.write(say["processes_early"])
        return
    st.caption(say["processes_lead"])
    heads = (say["column_choice"], say["column_process"], say["column_outcome"])
    rows = [(inert(name_of(e.case)), score, e.outcome) for e, score in found.processes]
    both = [each for each in rows if each[2] is not None]
    if both:
        from pages.parts.decision_charts import square_chart  # noqa: PLC0415 - altair is large

        told = say["square_told_one" if len(both) == 1 else "square_told"]
        told = fill(told, count=len(both))
        st.write(told)
        st.altair_chart(square_chart(both, heads), alt=told)
    _show_table(heads, rows, say["square"])


def _show_regret(every: Sequence[RegretAt]) -> None:
    say = words("decisions")
    st.header(say["regrets"])
    told = [_regret_in_words(each) for each in every]
    for each in told:
        st.write(each)
    known = sum(1 for each in every if each.middle is not None)
    if known < ENOUGH_TO_DRAW:
        st.caption(say["regret_more" if known else "regret_early"])
        return
    from pages.parts.decision_charts import lines_chart  # noqa: PLC0415 - altair is large

    heads = [say["column_days"], say["column_regret"], say["column_looks"]]
    drawn = [
        (say["regret_picture"], fill(say["days_after"], days=each.days), _drawn(each.middle))
        for each in every
    ]
    st.altair_chart(lines_chart(drawn, heads), alt=told[0])
    with st.expander(say["table"]):
        rows = [(each.days, _shown(each.middle), each.looks) for each in every]
        _show_table(heads, rows, say["regrets"])


def _regret_in_words(each: RegretAt) -> str:
    say = words("decisions")
    facts = {"days": each.days, "count": each.looks}
    if each.middle is not None:
        return fill(say["regret_at"], regret=plain(each.middle), **facts)
    if not each.looks:
        return fill(say["regret_none"], **facts)
    return fill(say["regret_few_one" if each.looks == 1 else "regret_few"], **facts)


def _drawn(middle: Fraction | None) -> float | None:
    return None if middle is None else float(middle)


def _shown(middle: Fraction | None) -> str:
    return "" if middle is None else str(plain(middle))


def _show_table(heads: Sequence[str], rows: Sequence[Sequence[object]], alt: str) -> None:
    columns = zip(*rows, strict=True)
    table = dict(zip(heads, map(list, columns), strict=True))
    st.table(table, border="horizontal", hide_index=True, alt=alt)
