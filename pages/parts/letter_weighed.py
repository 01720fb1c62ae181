"""Before a letter goes back: whether it was weighed, the way to weigh it, and the way past it."""

import streamlit as st

from core.content.loader import fill, words
from core.content.reapproach import reapproach_words
from core.decisions.weighed import Weighing, weighing
from core.letters.letter import Letter, Weighed
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form

REAPPROACH_PAGE = "reflect/reapproach.py"


def ask_weighed(workspace: Workspace, form: Form, letter: Letter) -> bool:
    """Return whether a letter that goes back may open (S4-18); where not, ask to weigh it first.

    It opens once going back was weighed in the last thirty days, or where the person says that
    they want to write now: that is noted on the letter. One that is kept already stays open.
    It stands above the steps of the letter, so that none of them leads past it.
    """
    found = workspace.view(weighing, letter.case_id, workspace.now().date())
    with st.container(border=True, key="letter.weighed"):
        if found is not None:
            _show_weighed(found, letter.case_id)
            return True
        return _ask(form, letter)


def _show_weighed(found: Weighing, case_id: str) -> None:
    say = words("letter")
    if found.as_noted is Weighed.YES:
        title = reapproach_words().verdicts[found.verdict.id].title
        st.write(fill(say["weighed"], when=in_words(found.on), title=title))
    else:
        st.write(fill(say["weighed_not"], when=in_words(found.on)))
    if not found.verdict.may_ask:
        st.write(say["not_advised"])
    _link(say["weighed_look"], case_id)


def _ask(form: Form, letter: Letter) -> bool:
    say = words("letter")
    st.write(say["weigh_first"])
    _link(say["weigh"], letter.case_id)
    skipped = st.checkbox(say["weigh_skip"], key=form.key("weigh_skip"), persist_state="session")
    form["weighed"] = Weighed.SKIPPED.value if skipped else form.started_with("weighed")
    return skipped or bool(letter.id) or not letter.case_id


def _link(label: str, case_id: str) -> None:
    query = {"case": case_id} if case_id else None
    icon = ":material/balance:"
    st.page_link(REAPPROACH_PAGE, label=label, icon=icon, query_params=query)
