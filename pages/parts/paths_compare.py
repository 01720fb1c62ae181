"""Paths side by side: their three ratings, and whether one is ahead; never below three of them."""

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from core.content.loader import fill, path_words, words
from core.content.paths import RATINGS
from core.path_fit import (
    LITTLE_KNOWN,
    Comparison,
    Ratings,
    Standing,
    compared,
    open_evidence,
)
from core.paths import Path
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.paths import SHEET, board
from pages.parts.plain_text import inert
from pages.parts.worksheet_list import link_to_worksheet

DRAWN = 3
"""So many lines in one picture can be told apart without colour."""


def show_comparison(workspace: Workspace) -> None:
    """Show what can be said of all paths together, as sentences, a picture and a table."""
    say = words("paths")
    paths = {each.id: each for each in workspace.view(board)}
    if not paths:
        st.write(say["compare_empty"])
        link_to_worksheet(SHEET, say["to_sheet"])
        return
    ratings = {key: _ratings(each) for key, each in paths.items()}
    found = compared(ratings)
    told = list(_in_words(found, paths, ratings))
    for each in told:
        st.write(each)
    if found.standing in (Standing.CLOSE, Standing.AHEAD):
        st.caption(say["how"])
    rated = [each for each in paths.values() if each.is_rated]
    _draw(rated, told[0])
    with st.expander(say["table" if rated else "column_checked"]):
        if rated:
            _show_table(_table(found, paths, ratings))
        _show_table(_evidence_table(paths))


def _show_table(columns: dict[str, list[str]]) -> None:
    alt = words("paths")["section_compare"]
    st.table(columns, border="horizontal", hide_index=True, alt=alt)


def _ratings(path: Path) -> Ratings:
    return Ratings(path.pull, path.feasible, path.proven)


def _in_words(
    found: Comparison, paths: dict[str, Path], ratings: dict[str, Ratings]
) -> Iterator[str]:
    say = words("paths")
    if found.standing is Standing.OPEN_ANOTHER:
        yield say["open_another"]
        return
    if found.standing is Standing.UNRATED:
        yield fill(say["wait_rating"], paths=_named(paths, found.unrated))
        return
    if found.standing is Standing.CLOSE:
        yield fill(say["close"], paths=_named(paths, found.ahead))
    else:
        [key] = found.ahead
        path = paths[key]
        yield fill(say["ahead"], path=inert(path.name), score=ratings[key].score)
        evidence = open_evidence(path.demand, path.source, path.checked_on)
        if (path.proven or 0) < LITTLE_KNOWN or evidence:
            yield say["untested"]
    if found.unrated:
        yield fill(say["left_out"], paths=_named(paths, found.unrated))


def _named(paths: dict[str, Path], keys: Iterable[str]) -> str:
    return ", ".join(inert(paths[key].name) for key in keys)


def _draw(rated: Sequence[Path], alt: str) -> None:
    """Draw a line for each path that has a rating, three in a picture."""
    from pages.parts.decision_charts import lines_chart  # noqa: PLC0415 - altair is large

    say, known = words("paths"), path_words().ratings
    heads = (say["column_path"], say["section_compare"])
    for start in range(0, len(rated), DRAWN):
        points = [
            (each.name, known[rating].short, getattr(each, rating))
            for each in rated[start : start + DRAWN]
            for rating in RATINGS
        ]
        st.altair_chart(lines_chart(points, heads), alt=alt)


def _table(
    found: Comparison, paths: dict[str, Path], ratings: dict[str, Ratings]
) -> dict[str, list[str]]:
    say, known = words("paths"), path_words().ratings
    every = list(paths.values())
    columns = {say["column_path"]: [inert(each.name) for each in every]}
    for rating in RATINGS:
        scores = (getattr(each, rating) for each in every)
        columns[known[rating].short.capitalize()] = [_told(score) for score in scores]
    sums = (each.score if found.ahead else None for each in ratings.values())
    nothing = words("worksheet")["nothing"]
    columns[say["column_score"]] = [nothing if each is None else str(each) for each in sums]
    return columns


def _evidence_table(paths: dict[str, Path]) -> dict[str, list[str]]:
    say = words("paths")
    return {
        say["column_path"]: [inert(each.name) for each in paths.values()],
        say["column_checked"]: [_evidence(each) for each in paths.values()],
    }


def _told(score: int | None) -> str:
    return words("paths")["unrated"] if score is None else str(score)


def _evidence(path: Path) -> str:
    """Return what speaks for a path with its source and day; each says where it is not checked."""
    say, blank = words("paths"), path_words().not_checked
    if not (path.demand or path.source or path.checked_on):
        return blank
    looked = in_words(path.checked_on) if path.checked_on else blank
    source = fill(say["source_line"], source=inert(path.source) or blank)
    return " · ".join([inert(path.demand) or blank, source, fill(say["when_line"], when=looked)])
