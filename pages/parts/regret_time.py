"""Second thoughts over time: how often they come back, and two passes side by side.

Only the screen of second thoughts imports this, when it is looked at: pandas and altair are large.
"""

from collections.abc import Sequence

import streamlit as st

from core.content.loader import fill, regret_words, words
from core.decisions.untangled import Untangled, comings_back
from core.insights.comings_back import Comings, Way, coming_points, way_of
from core.insights.moods import events, named
from core.workspace import Workspace
from pages.parts.charts import mood_chart
from pages.parts.days import in_words
from pages.parts.plain_text import inert

CHECK_IN = "feel/check_in.py"
TWO = 2


def show_comings_back(workspace: Workspace, passes: Sequence[Untangled], case_id: str) -> None:
    """Show how often it comes back, with the line that this is common (catalogue S0-1)."""
    say = words("regret")
    comings = comings_back(workspace.check_ins.all(), passes, case_id)
    way = way_of(comings)
    st.header(say["comes_back"])
    if way is Way.EARLY:
        st.write(say["comes_early"])
    else:
        sentence = fill(say[f"comes_{way.value}"], first=comings[0][1], last=comings[-1][1])
        st.write(sentence)
        _draw(comings, sentence)
    st.caption(say["comes_back_note"])
    query = {"case": case_id} if case_id else None
    icon = ":material/favorite:"
    st.page_link(CHECK_IN, label=say["to_check_in"], icon=icon, query_params=query)


def show_beside(passes: Sequence[Untangled]) -> None:
    """Show the newest pass beside an earlier one, the one before it at first."""
    say = words("regret")
    st.header(say["beside"])
    if len(passes) < TWO:
        st.write(say["beside_one"])
        return
    newest, *earlier = passes
    before = _ask_which(earlier) if len(earlier) > 1 else earlier[0]
    if before.strength is not None and newest.strength is not None:
        st.write(_stronger(before.strength, newest.strength))
    table = {say["row"]: [say[f"row_{each}"] for each in _ROWS]}
    for each in (before, newest):
        head = in_words(each.day)
        while head in table:
            head += " "
        table[head] = _column(each)
    st.table(table, border="horizontal", hide_index=True, alt=say["beside"])


_ROWS = ("strength", "often", "kinds", "learned", "acts")


def _draw(comings: Comings, sentence: str) -> None:
    say = words("regret")
    points = coming_points(comings)
    st.altair_chart(mood_chart(points, events((), comings[0][0])), alt=sentence)
    with st.expander(say["table"]):
        names = {each: say[f"column_{each}"] for each in ("day", "comes_back")}
        st.dataframe(named(points, names)[list(names.values())], hide_index=True, alt=say["table"])


def _ask_which(earlier: Sequence[Untangled]) -> Untangled:
    say = words("regret")
    by_id = {each.run.id: each for each in earlier}
    chosen = st.selectbox(
        say["beside_with"],
        list(by_id),
        format_func=lambda each: in_words(by_id[each].day),
        key="regret.beside",
    )
    return by_id[chosen]


def _stronger(before: int, now: int) -> str:
    say = words("regret")
    way = "same" if before == now else "less" if now < before else "more"
    return fill(say[f"beside_{way}"], before=before, now=now)


def _column(each: Untangled) -> list[str]:
    say, kinds = words("regret"), regret_words().kinds
    cells = (
        "" if each.strength is None else str(each.strength),
        "" if each.often is None else str(each.often),
        "; ".join(kinds[kind].label for kind in each.kinds),
        inert(each.learned),
        ", ".join(label for _, label in each.acts),
    )
    return [cell or say["nothing"] for cell in cells]
