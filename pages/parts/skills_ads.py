"""Ads on screen: pasted, counted, and taken along into a plan; nothing of them stays by itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from core.ads import Counted, Recount, recounted, shared_terms, tally, told
from core.content.loader import fill, skill_words, words
from core.names import same_name
from core.records import TEXT_LENGTH
from core.skills import Skill
from core.worksheets.answers import address
from core.worksheets.desk import begin
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.editor import ask_long_text
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, ask_some
from pages.parts.skills import WORKSHEET, in_order
from pages.parts.support import notice

FORM = "ads"
PLAN = "skills_plan"
MOST = 5
FIRST = 1
RECOUNTED = f"{STAYS}ads.recounted"
ASKED = tuple(f"ad{place}" for place in range(MOST))


def show_ads(workspace: Workspace, today: date) -> None:
    """Show how much each skill is wanted, and count again in ads that are pasted."""
    say = words("skills")
    show_done(FORM)
    _show_recount(workspace)
    _show_wanted(workspace)
    st.header(say["paste"])
    st.caption(say["paste_lead"])
    form = Form(workspace, FORM, {**dict.fromkeys(ASKED, ""), "more": [], "keep": False})
    form.show_resumed()
    ads = _ask_ads(form)
    if ads:
        _show_counts(workspace, form, ads, today)
    form.keep()


def _show_wanted(workspace: Workspace) -> None:
    say = words("skills")
    counted = [each for each in workspace.view(in_order) if each.of_ads]
    if not counted:
        return
    counted.sort(key=lambda each: -each.ads / each.of_ads)
    st.header(say["wanted"])
    table = {
        say["column_skill"]: [inert(each.name) for each in counted],
        say["column_ads"]: [fill(say["of"], ads=each.ads, of_ads=each.of_ads) for each in counted],
    }
    st.table(table, border="horizontal", hide_index=True, alt=say["wanted"])


def _ask_ads(form: Form) -> tuple[str, ...]:
    """Ask for an ad, and for one more as long as there is room."""
    say = words("skills")
    for place, field in enumerate(ASKED):
        if place and not (form[ASKED[place - 1]] or form[field]):
            break
        form.texts.add(field)
        ask_long_text(
            fill(say["ad"], place=place + 1),
            key=form.key(field),
            max_chars=TEXT_LENGTH,
            help_text=say["ad_help"] if not place else "",
            height=120,
        )
    return told(form[field] or "" for field in ASKED)


def _show_counts(workspace: Workspace, form: Form, ads: tuple[str, ...], today: date) -> None:
    say = words("skills")
    mine = [each.name for each in workspace.view(in_order)]
    known = tally(ads, mine)
    offered = shared_terms(ads, mine, skill_words().plain)
    st.header(say["counted"])
    st.caption(fill(say["counted_lead"], ads=len(ads)))
    if found := [each for each in known if each.ads]:
        told_as = (fill(say["known"], skill=inert(e.term), ads=e.ads) for e in found)
        st.write(" · ".join(told_as))
    if missing := [each.term for each in known if not each.ads]:
        st.caption(fill(say["not_found"], skills=", ".join(map(inert, missing))))
    more: tuple[str, ...] = ()
    if offered:
        names = {e.term: fill(say["term"], term=inert(e.term), ads=e.ads) for e in offered}
        form["more"] = [each for each in form["more"] or () if each in names]
        more = ask_some(form, "more", say["offered"], names, help_text=say["offered_help"])
    elif len(ads) > FIRST:
        st.caption(say["none_shared"])
    keep = st.checkbox(say["keep_text"], key=form.key("keep"), persist_state=KEPT)
    needs = [*found, *(each for each in offered if each.term in more)]
    closed = workspace.read_only
    with st.container(horizontal=True, vertical_alignment="center"):
        begun = st.button(say["to_plan"], type="primary", key=form.act("begin"), disabled=closed)
        again = found and st.button(say["recount"], key=form.act("recount"), disabled=closed)
    if begun or again:
        notice(*form.written())
    if begun:
        _begin(workspace, form, needs, ads if keep else (), len(ads), today)
    elif again:
        _recount(workspace, form, known, len(ads), today)


def _begin(  # noqa: PLR0913, PLR0917 - what a plan begins with
    workspace: Workspace,
    form: Form,
    needs: Sequence[Counted],
    texts: Sequence[str],
    of_ads: int,
    today: date,
) -> None:
    """Begin a plan with what was counted, and go there."""
    given = _answers(workspace.view(in_order), needs, texts, of_ads)
    run = begin(workspace, worksheets()[PLAN], None, today, given)
    form.finish()
    st.switch_page(WORKSHEET, query_params={"run": run.id})


def _answers(
    skills: Sequence[Skill], needs: Sequence[Counted], texts: Sequence[str], of_ads: int
) -> Mapping[str, Any]:
    """Return the first answers of a plan: needs as they were counted, levels as they are known."""
    answers: dict[str, Any] = {"ads": of_ads, "needs": []}
    for place, need in enumerate(needs, 1):
        row = f"r{place}"
        answers["needs"].append(row)
        answers |= {address("needs", row, "skill"): need.term}
        answers |= {address("needs", row, "ads"): need.ads}
        known = next((each for each in skills if same_name(each.name, need.term)), None)
        if known:
            answers |= {address("needs", row, "asked"): known.asked}
            answers |= {address("mine", row, "level"): known.level}
            answers |= {address("mine", row, "proof"): known.proof}
            answers |= {address("weigh", row, "goal"): known.goal_link}
    if texts:
        answers["ads_text"] = "\n\n".join(texts)[:TEXT_LENGTH]
    return {place: value for place, value in answers.items() if value not in (None, "", [])}


def _recount(
    workspace: Workspace, form: Form, known: Sequence[Counted], of_ads: int, today: date
) -> None:
    """Note how many of these ads ask for each skill that they name, and recall what was before."""
    changes = recounted(workspace.view(in_order), known, of_ads, today)
    with workspace.one_commit():
        for each in changes:
            workspace.skills.replace(each.now)
    st.session_state[RECOUNTED] = changes
    form.finish()
    done(FORM, words("skills")["recounted" if changes else "recounted_same"])


def _show_recount(workspace: Workspace) -> None:
    """Tell which counts were just changed from what to what, and offer to undo all of it."""
    say = words("skills")
    changes: tuple[Recount, ...] = st.session_state.get(RECOUNTED, ())
    if not changes:
        return
    with st.container(border=True, key="ads.changes", gap="xsmall"):
        for each in changes:
            counts = {"before": _count(each.was), "now": _count(each.now)}
            st.write(fill(say["change_of_count"], skill=inert(each.was.name), **counts))
        if st.button(
            say["undo_counts"], type="tertiary", key="ads.undo", disabled=workspace.read_only
        ):
            _undo(workspace, changes)
            del st.session_state[RECOUNTED]
            done(FORM, say["undone_counts"])


def _undo(workspace: Workspace, changes: Sequence[Recount]) -> None:
    with workspace.one_commit():
        for each in changes:
            if skill := workspace.skills.find(each.was.id):
                workspace.skills.replace(each.undone(skill))


def _count(skill: Skill) -> str:
    say = words("skills")
    if not skill.of_ads:
        return say["no_count"]
    return fill(say["of"], ads=skill.ads, of_ads=skill.of_ads)
