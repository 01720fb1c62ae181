"""What is known of one person: all of it in one calm form, in four groups."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import network_words, steady_words, words
from core.network.log import introducer
from core.people import Circle, Closeness, Person
from core.records import LINE_LENGTH
from core.workspace import Workspace
from pages.parts.conflict import (
    conflict_of,
    from_record,
    keep_record,
    rev_over,
    settle_conflict,
)
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.happenings import name_of
from pages.parts.messages import done, show_done
from pages.parts.questions import KEPT, ask_day, ask_line, ask_long, ask_one, ask_some
from pages.parts.saving import ask_to_save

FORM = "person_card"
LINES = ("name", "how_known", "organisation", "role", "address", "phone", "link")
TEXTS = ("cares_about", "could_give", "notes")
YES_NO = ("hires", "made_shift")
KNOWS = "knows"
LISTS = ("may_know_of", KNOWS, "tags")
CHOSEN = ("helps", "case_ids")
PLAIN = {*LINES, *TEXTS, *YES_NO, "last_before", "rev"}


def show_about(workspace: Workspace, person: Person, today: date) -> None:
    """Ask what is known of somebody; nothing but the name is needed."""
    start = _fields(workspace, person)
    form = Form(workspace, f"{FORM}:{person.id}", start, dates={"last_before"})
    if conflict_of(form):
        settle_conflict(workspace, workspace.people, form)
        return
    form.show_resumed()
    _ask_who(form)
    _ask_reach(form)
    _ask_you(workspace, form)
    _ask_more(workspace, form, today)
    form.keep()
    if ask_to_save(workspace, form, words("person")["about_save"]):
        _keep(workspace, form, person, today)
    show_done(FORM)


def _fields(workspace: Workspace, person: Person) -> dict[str, Any]:
    fields = person.model_dump(include=PLAIN)
    fields |= {name: list(getattr(person, name)) for name in (*LISTS, "case_ids")}
    fields["helps"] = [each.value for each in person.helps]
    fields["circle"] = person.circle.value if person.circle else None
    fields["closeness"] = person.closeness.value if person.closeness else None
    by = workspace.people.find(person.introduced_by)
    return from_record(fields | {"introducer": by.name if by else ""})


def _ask_who(form: Form) -> None:
    say = words("person")
    st.header(say["about_who"])
    ask_line(form, "name", say["name"])
    ask_line(form, "how_known", say["how_known"])
    left, right = st.columns(2)
    with left:
        ask_line(form, "role", say["role"])
    with right:
        ask_line(form, "organisation", say["organisation"])


def _ask_reach(form: Form) -> None:
    say = words("person")
    with st.expander(say["about_reach"], key=form.act("reach")):
        ask_line(form, "address", say["address"])
        ask_line(form, "phone", say["phone"])
        ask_line(form, "link", say["link"])


def _ask_you(workspace: Workspace, form: Form) -> None:
    say, labels = words("person"), network_words()
    st.header(say["about_you"])
    circles = {each.value: labels.circles[each] for each in Circle}
    closeness = {each.value: labels.closeness[each] for each in Closeness}
    ask_one(form, "circle", say["circle"], circles)
    ask_one(form, "closeness", say["closeness"], closeness)
    helps = {each.value: kind.label for each, kind in steady_words().helps.items()}
    ask_some(form, "helps", say["helps"], helps)
    st.checkbox(say["made_shift"], key=form.key("made_shift"), persist_state=KEPT)
    st.checkbox(say["hires_ask"], key=form.key("hires"), persist_state=KEPT)
    ask_long(form, "cares_about", say["cares_about"], say["short_help"])
    ask_long(form, "could_give", say["could_give"], say["short_help"])
    for name, label in (("may_know_of", say["may_know_of"]), ("knows", say["knows"])):
        _ask_list(form, name, label, workspace.view(_every, name))


def _ask_more(workspace: Workspace, form: Form, today: date) -> None:
    say = words("person")
    with st.expander(say["about_more"], key=form.act("more")):
        ask_long(form, "notes", say["notes"], say["notes_help"])
        _ask_list(form, "tags", say["tags"], workspace.view(_every, "tags"))
        _ask_cases(workspace, form)
        ask_line(form, "introducer", say["introduced_by"], help_text=say["introduced_help"])
        ask_day(form, "last_before", say["last_before"], today)


def _ask_list(form: Form, field: str, label: str, known: Sequence[str]) -> None:
    """Ask for a few short names: those known from others are offered, new ones are typed."""
    form.texts.add(field)
    st.multiselect(
        label,
        list(dict.fromkeys([*(form[field] or ()), *known])),
        key=form.key(field),
        accept_new_options=True,
        placeholder=words("person")["type_here"],
        persist_state=KEPT,
    )


def _ask_cases(workspace: Workspace, form: Form) -> None:
    """Ask in what happened they have a part; one that is gone is let go."""
    say = words("person")
    cases = {each.id: each for each in workspace.cases.all()}
    chosen = [each for each in form["case_ids"] or [] if each in cases]
    form["case_ids"] = chosen
    if not cases:
        return
    st.multiselect(
        say["cases"],
        list(cases),
        format_func=lambda each: f"{name_of(cases[each])} · {in_words(cases[each].happened_on)}",
        key=form.key("case_ids"),
        placeholder=say["choose"],
        persist_state=KEPT,
    )


def _keep(workspace: Workspace, form: Form, person: Person, today: date) -> None:
    """Save what stands in the form.

    Somebody new who introduced them is saved before, so that both of two versions can name them.
    """
    say = words("person")
    if not (form["name"] or "").strip():
        st.warning(say["name_first"])
        return
    if form["last_before"] and form["last_before"] > today:
        st.warning(say["last_before_ahead"])
        return
    by = introducer(workspace, form["introducer"] or "", person)
    told = {
        **_told(form),
        "introduced_by": by.id if by else "",
        "rev": rev_over(form, _fields(workspace, person)),
    }
    changed = Person.model_validate({**person.model_dump(), **told})
    keep_record(workspace.people, form, changed)
    done(FORM, say["about_saved"])


def _told(form: Form) -> Mapping[str, Any]:
    told: dict[str, Any] = {name: form[name] or "" for name in (*LINES, *TEXTS)}
    told |= {name: bool(form[name]) for name in YES_NO}
    told |= {name: tuple(form[name] or ()) for name in CHOSEN}
    told |= {name: form[name] or None for name in ("circle", "closeness", "last_before")}
    return told | {name: _short(form[name] or ()) for name in LISTS}


def _short(typed: Sequence[str]) -> tuple[str, ...]:
    lines = (each.strip()[:LINE_LENGTH].strip() for each in typed)
    return tuple(dict.fromkeys(filter(None, lines)))


def _every(workspace: Workspace, field: str) -> tuple[str, ...]:
    """Return every entry of a list of people, in the order of the alphabet.

    What they can know is also every skill and every path that is noted.
    """
    entries = {entry for each in workspace.people.all() for entry in getattr(each, field)}
    if field == KNOWS:
        entries |= {each.name for each in (*workspace.skills.all(), *workspace.paths.all())}
    return tuple(sorted(entries, key=str.casefold))
