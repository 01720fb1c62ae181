"""One change at a time on screen: begun, counted along with the log, and looked back at."""

from datetime import date, datetime

import streamlit as st

from core.applications import Experiment, Tests
from core.content.loader import case_words, fill, search_words, words
from core.experiments import Progress, before_and_since, current, past, progress, recent_since
from core.insights.funnel import Pair
from core.shares import Compared, Count
from core.support import Tier
from core.views import standing, this_minute
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import KEPT, ask_any_day, ask_line, ask_long, ask_one
from pages.parts.search_numbers import AUDIT, numbers, show_recent
from pages.parts.support import notice
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.worksheet_list import link_to_worksheet

SEARCH = "move_on/search.py"
EXPERIMENT = "experiment"
"""Where the address names one, the page opens at its part."""

PLACE = "experiment"
NEW, LOOK = "experiment:new", "experiment"
TEN, MOST = 10, 100


def show_experiment(workspace: Workspace, today: date) -> None:
    """Show the change that runs, or ask for one; then what was tried before."""
    say = words("search_numbers")
    running = workspace.view(_current)
    st.header(say["try"])
    show_done(PLACE)
    if running:
        _show_running(workspace, running, today)
    else:
        st.caption(say["try_lead"])
        st.write(say["try_empty"])
        _ask_new(workspace, today)
        link_to_worksheet(AUDIT, say["to_audit"])
    _show_past(workspace, today)


def show_tried(workspace: Workspace, now: datetime) -> None:
    """Lead from Today to a change whose try is over; on a heavy day it waits."""
    running = workspace.view(_current)
    if running is None or workspace.view(standing, this_minute(now)) > Tier.T0:
        return
    if workspace.view(_progress, running.id, now.date()).is_over:
        label, query = words("search_numbers")["try_look_back"], {EXPERIMENT: running.id}
        st.page_link(SEARCH, label=label, icon=":material/science:", query_params=query)


def _current(workspace: Workspace) -> Experiment | None:
    return current(workspace.experiments.all())


def _past(workspace: Workspace) -> tuple[Experiment, ...]:
    return past(workspace.experiments.all())


def _progress(workspace: Workspace, experiment_id: str, today: date) -> Progress:
    experiment = workspace.experiments.get(experiment_id)
    return progress(experiment, workspace.applications.all(), today)


def _pair(workspace: Workspace, experiment_id: str, today: date) -> Pair:
    experiment = workspace.experiments.get(experiment_id)
    waits = case_words().waits
    return before_and_since(experiment, workspace.applications.all(), waits, today)


def _recent(workspace: Workspace, experiment_id: str, today: date) -> Count:
    experiment = workspace.experiments.get(experiment_id)
    return recent_since(experiment, workspace.applications.all(), case_words().waits, today)


def _name(experiment: Experiment) -> str:
    return experiment.change or search_words().tests[experiment.tests]


def _show_running(workspace: Workspace, experiment: Experiment, today: date) -> None:
    say = words("search_numbers")
    stands = workspace.view(_progress, experiment.id, today)
    with st.container(border=True, key="experiment.card", gap="small"):
        show_text(_name(experiment))
        st.caption(fill(say["try_since"], when=in_words(experiment.begun_on)))
        share = min(1.0, stands.sent / stands.of)
        st.progress(share, fill(say["try_card"], left=stands.sent, of=stands.of))
        if experiment.stop_on and not stands.is_over:
            st.caption(fill(say["try_until"], day=in_words(experiment.stop_on)))
        _show_comparison(workspace, experiment, today)
        if stands.is_over:
            st.write(say["try_over"])
        _ask_end(workspace, experiment, today, is_over=stands.is_over)


def _show_comparison(workspace: Workspace, experiment: Experiment, today: date) -> None:
    """Tell how often a talk came since, against before: with counts, and not too early."""
    say = words("search_numbers")
    pair = workspace.view(_pair, experiment.id, today)
    if pair.says is Compared.NOTHING:
        st.caption(say["try_nothing"])
        show_recent(workspace.view(_recent, experiment.id, today))
        return
    since, before = pair.one.count, pair.other.count
    facts = {"yes": since.yes, "of": since.of, "other_yes": before.yes, "other_of": before.of}
    st.write(fill(say[f"try_{pair.says}"], **facts))
    show_recent(workspace.view(_recent, experiment.id, today))


def _ask_end(workspace: Workspace, experiment: Experiment, today: date, *, is_over: bool) -> None:
    """Ask what was noticed, and close it; one that still runs only when that is asked for."""
    say = words("search_numbers")
    form = Form(workspace, f"{LOOK}:{experiment.id}", {"learned": experiment.learned})
    if is_over:
        _ask_learned(workspace, form, experiment, today)
    else:
        with st.expander(say["try_stop_now"]):
            st.write(say["try_stop_sure"])
            _ask_learned(workspace, form, experiment, today)
    form.keep()


def _ask_learned(workspace: Workspace, form: Form, experiment: Experiment, today: date) -> None:
    say = words("search_numbers")
    learned = ask_long(form, "learned", say["try_learned"], say["try_learned_help"])
    closed = workspace.read_only
    if st.button(say["try_end"], key=form.act("end"), disabled=closed):
        notice(*form.written())
        update = {"learned": learned.strip(), "ended_on": max(today, experiment.begun_on)}
        workspace.experiments.replace(experiment.model_copy(update=update))
        form.finish()
        done(PLACE, say["try_ended"])


def _ask_new(workspace: Workspace, today: date) -> None:
    say, known = words("search_numbers"), search_words()
    form = Form(
        workspace,
        NEW,
        {"tests": None, "change": "", "count": TEN, "stop_on": None},
        dates=("stop_on",),
    )
    form.show_resumed()
    stops = workspace.view(numbers, today).stops
    if stops:
        fitting = ", ".join(known.tests[each] for each in known.helps[stops[0][0]])
        st.caption(fill(say["try_fits"], places=fitting))
    labels = {each.value: label for each, label in known.tests.items()}
    tests = ask_one(form, "tests", say["try_what"], labels)
    if tests:
        st.caption(fill(say["try_idea"], idea=known.ideas[Tests(tests)]))
    change = ask_line(form, "change", say["try_change"], help_text=say["try_change_help"])
    count = st.number_input(
        say["try_count"],
        min_value=1,
        max_value=MOST,
        step=1,
        key=form.key("count"),
        persist_state=KEPT,
    )
    stop_on = ask_any_day(form, "stop_on", say["try_stop"])
    form.keep()
    closed = workspace.read_only
    if st.button(say["try_begin"], type="primary", key=form.act("begin"), disabled=closed):
        notice(*form.written())
        if not tests:
            st.warning(say["try_pick"])
        elif stop_on and stop_on <= today:
            st.warning(say["try_past_stop"])
        else:
            new = Experiment(
                tests=Tests(tests),
                change=change.strip(),
                begun_on=today,
                count=count or TEN,
                stop_on=stop_on,
            )
            workspace.experiments.add(new, form=NEW)
            form.finish()
            done(PLACE, say["try_begun"])


def _show_past(workspace: Workspace, today: date) -> None:
    """Show what was tried before, with what was noticed, and ways to delete it."""
    say = words("search_numbers")
    every = workspace.view(_past)
    if not every:
        return
    st.header(say["try_past"])
    for each in first_few(every, key="experiments", more=say["try_more"]):
        with st.container(border=True, key=f"experiment.{each.id}", gap="xsmall"):
            day = in_words(each.ended_on) if each.ended_on else ""
            st.write(fill(say["try_past_line"], name=inert(_name(each)), when=day))
            if each.learned:
                show_text(each.learned)
            _show_comparison(workspace, each, today)
            offer_delete(each.id)
        ask_delete(each.id, say["try_delete_sure"], lambda each=each: workspace.delete(each))
