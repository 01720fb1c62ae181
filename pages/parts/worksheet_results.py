"""Results on screen: sentences, a picture where one would rather look, and its table."""

import streamlit as st

from core.content.loader import words
from core.worksheets.outcomes import Outcome, Picture
from core.worksheets.results import Found
from pages.parts.worksheet_told import in_cell, said_of


def show_results(results: tuple[Found, ...]) -> None:
    """Show what was found, one after another."""
    for found in results:
        with st.container(key=f"result.{found.result.id}", gap="small"):
            _show_one(found)


def show_on_the_way(results: tuple[Found, ...]) -> None:
    """Tell the results that a step shows, as far as they are known by then.

    A table that would also be drawn at the end waits for its picture.
    """
    for found in results:
        for each in found.outcome.says:
            st.write(said_of(found.result, each))
        if found.outcome.rows and not found.outcome.picture:
            _show_table(found)


def _show_one(found: Found) -> None:
    outcome = found.outcome
    st.header(found.result.title)
    sentences = [said_of(found.result, each) for each in outcome.says]
    for each in sentences:
        st.write(each)
    if outcome.picture:
        alt = sentences[0] if sentences else found.result.title
        _draw(
            outcome, outcome.picture, [found.result.columns[each] for each in outcome.columns], alt
        )
    if outcome.rows and outcome.picture:
        with st.expander(words("worksheet")["table"]):
            _show_table(found)
    elif outcome.rows:
        _show_table(found)


def _show_table(found: Found) -> None:
    heads = [found.result.columns[each] for each in found.outcome.columns]
    rows = [[in_cell(each) for each in row] for row in found.outcome.rows]
    table = {head: [row[place] for row in rows] for place, head in enumerate(heads)}
    st.table(table, border="horizontal", hide_index=True, alt=found.result.title)


def _draw(outcome: Outcome, picture: Picture, heads: list[str], alt: str) -> None:
    from pages.parts import (  # noqa: PLC0415 - altair is large, a picture needs it
        decision_charts,
        result_charts,
        search_charts,
    )

    drawn = {
        Picture.GAPS: result_charts.gaps_chart,
        Picture.HEAT: result_charts.heat_chart,
        Picture.BARS: result_charts.bars_chart,
        Picture.WEEKS: result_charts.weeks_chart,
        Picture.PULLS: decision_charts.pulls_chart,
        Picture.SQUARE: decision_charts.square_chart,
        Picture.LINES: decision_charts.lines_chart,
        Picture.RANGES: search_charts.ranges_chart,
    }[picture](outcome.points or outcome.rows, heads)
    st.altair_chart(drawn, alt=alt)
