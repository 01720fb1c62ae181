"""What has a day, on a heavy day: what cannot be put off stands open, the rest in one line."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

import streamlit as st

from core.content.loader import fill
from core.support import Tier
from core.views import standing, this_minute
from core.workspace import Workspace

T = TypeVar("T")


def is_heavy(workspace: Workspace, now: datetime) -> bool:
    """Return whether today is too heavy for all that has its day."""
    return workspace.view(standing, this_minute(now)) >= Tier.T1


def show_or_fold(
    found: Sequence[T],
    show: Callable[[Sequence[T], str], None],
    fixed: Callable[[T], bool],
    folded: tuple[str, str],
    *,
    heavy: bool,
) -> None:
    """Show things that have a day; on a heavy day all but those that are `fixed` stand folded.

    `show` is told for which part they are: "all", "fixed" or "rest". `folded` are the sentences
    for one thing that waits and for several.
    """
    if not heavy:
        show(found, "all")
        return
    show([each for each in found if fixed(each)], "fixed")
    rest = [each for each in found if not fixed(each)]
    if rest:
        one, several = folded
        with st.expander(one if len(rest) == 1 else fill(several, count=len(rest))):
            show(rest, "rest")
