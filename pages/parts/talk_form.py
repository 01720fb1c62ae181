"""The form of one talk about work: one draft for all of its parts, each saved by its own button."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, network_words, words
from core.drafts import BASE
from core.errors import EditedElsewhereError
from core.interviews import there
from core.network.events import known_as
from core.network.log import introduce, named_since
from core.network.talk_kit import LENGTHS, MOST_LEARNED, MOST_STEPS, timed
from core.network.talk_log import keep_talk
from core.network.talks import Talk
from core.network.touchpoints import Channel
from core.people import Person, known_person
from core.workspace import Workspace
from pages.parts.conflict import from_record, raise_conflict, rev_over
from pages.parts.forms import Form
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, ask_day, ask_line, ask_long, ask_one
from pages.parts.talk_moments import ask_moment, half_told, moment_fields, moment_of

FORM = "talk"
PLAIN = ("topic", "organisation", "place", "goal", "story", "culture", "who_else")
NUMBERS = ("minutes", "travel")
DATES = {"day", "held_on"}
CHANNELS = (Channel.CALL, Channel.VIDEO, Channel.MET)
FIVE_MINUTES, A_DAY = 5, 1440


def open_form(workspace: Workspace, kept: Talk | None, person: Person | None) -> Form:
    """Open the form of a talk, or of a new one, with a person where one is named."""
    base = kept or new_talk(workspace, person)
    about = kept or person
    name = f"{FORM}:{about.id}" if about else FORM
    return Form(workspace, name, _fields(workspace, base, person), dates=DATES)


def new_talk(workspace: Workspace, person: Person | None) -> Talk:
    """Return a talk with somebody, of which nothing else is told yet.

    One that comes of a case stays with it: the case that the address names (`case`).
    """
    case = workspace.cases.find(st.query_params.get("case", ""))
    begun = Talk(case_id=case.id, organisation=case.employer) if case else Talk()
    if person is None:
        return begun
    where = person.organisation or begun.organisation
    return begun.model_copy(update={"person_id": person.id, "organisation": where})


def ask_about(workspace: Workspace, form: Form, person: Person | None) -> None:
    """Ask whom the talk is with, what it is about, and how."""
    say = words("talk")
    if person is None:
        name = ask_line(form, "with_whom", say["with_whom"], help_text=say["with_whom_help"])
        _tell_known(workspace, name)
    ask_line(form, "topic", say["topic"])
    ask_line(form, "organisation", say["organisation"])
    how = {each.value: say[f"how_{each}"] for each in CHANNELS}
    if form["channel"] not in ("", None, *how):
        how[form["channel"]] = network_words().channels[Channel(form["channel"])]
    ask_one(form, "channel", say["channel"], how)


def ask_when(form: Form) -> None:
    """Ask when and where the talk is, how long it takes, and the way there if there is one."""
    say = words("talk")
    ask_moment(form)
    ask_line(form, "place", say["place"])
    lengths = dict.fromkeys((*LENGTHS, form["minutes"]))
    labels = {str(each): fill(say["minutes_each"], count=each) for each in lengths if each}
    ask_one(form, "length", say["minutes"], labels)
    if form["channel"] == Channel.MET:
        st.number_input(
            say["travel"],
            min_value=0,
            max_value=A_DAY,
            step=FIVE_MINUTES,
            key=form.key("travel"),
            persist_state=KEPT,
        )


def ask_after(form: Form, today: date) -> None:
    """Ask what the talk brought: what was learned, how people are there, skills, steps, names."""
    say = words("talk")
    st.caption(say["learned_lead"])
    _ask_lines(form, "learned", say["learned_lines"])
    ask_long(form, "culture", say["culture"], say["culture_help"])
    ask_line(form, "skills", say["skills"], help_text=say["skills_help"])
    ask_line(form, "who_else", say["who_else"], help_text=say["who_else_help"])
    with st.expander(say["steps"], expanded=bool(form["steps0"])):
        st.caption(say["steps_lead"])
        _ask_lines(form, "steps", [fill(say["step"], count=at + 1) for at in range(MOST_STEPS)])
    ask_day(form, "held_on", say["held_on"], today)


def keep(workspace: Workspace, form: Form, kept: Talk | None, person: Person | None) -> Talk:
    """Save the talk as it stands in the form, over what is stored now, and the log with it.

    A day without its time is not saved: it stays typed, and the moment is as it was.
    """
    half, base = half_told(form), kept or new_talk(workspace, person)
    told = {
        **base.model_dump(),
        **{name: form[name] or "" for name in PLAIN},
        "channel": form["channel"] or base.channel,
        "minutes": int(form["length"] or base.minutes),
        "travel": form["travel"] or 0,
        "at": base.at if half else moment_of(form),
        "zone": base.zone if half else form["zone"],
        "held_on": form["held_on"],
        "learned": _lines(form, "learned", MOST_LEARNED),
        "steps": _lines(form, "steps", MOST_STEPS),
        "skills": _listed(form["skills"] or ""),
        "rev": rev_over(form, _fields(workspace, base, person)),
    }
    try:
        saved = save(workspace, Talk.model_validate(told), form["with_whom"] or "")
    except EditedElsewhereError as error:
        raise_conflict(form, error)
    form.finish()
    if half:
        open_form(workspace, saved, person).type_again(half)
    return saved


def tap(workspace: Workspace, form: Form, talk: Talk, tapped: Talk) -> Talk:
    """Save a talk as one tap changed it; what is typed in its form stays typed, over that.

    Where another window changed the talk since the form began, saving the form still asks which
    version to keep.
    """
    person = workspace.people.find(talk.person_id)
    is_ours = form[BASE] == _fields(workspace, talk, person)[BASE]
    typed = {each: value for each, value in form.changed().items() if each != "held_on"}
    kept = keep_talk(workspace, tapped)
    if is_ours:
        form.finish()
        open_form(workspace, kept, person).type_again(typed)
    return kept


def save(workspace: Workspace, talk: Talk, name: str = "") -> Talk:
    """Save a talk, in the same commit with whom it is with, and whom they named since.

    Raises EditedElsewhereError.
    """
    named = " ".join(name.split())
    with workspace.one_commit():
        if named and workspace.people.find(talk.person_id) is None:
            new = Person(name=named, organisation=talk.organisation)
            [person] = known_as(workspace, [named], new)
            talk = talk.model_copy(update={"person_id": person.id})
        person = workspace.people.find(talk.person_id)
        if person and (new := newly_named(workspace, talk, talk.who_else)):
            introduce(workspace, new, person, fill(words("talk")["named_by"], name=person.name))
        return keep_talk(workspace, talk) if talk.id else workspace.talks.add(talk, form=FORM)


def newly_named(workspace: Workspace, talk: Talk, line: str) -> str:
    """Return whom a line names and the talk as it is stored does not, in a line of their own."""
    stored = workspace.talks.find(talk.id)
    before = stored.who_else if stored and workspace.people.find(stored.person_id) else ""
    return named_since(line, before)


def _tell_known(workspace: Workspace, name: str) -> None:
    say = words("talk")
    if not name.strip():
        return
    known = known_person(workspace.people.all(), name)
    if known is None:
        st.caption(say["new_person"])
    else:
        around = ", ".join(filter(None, (known.how_known, known.organisation)))
        st.caption(fill(say["known_person"], name=inert(known.name), around=inert(around)))


def _fields(workspace: Workspace, talk: Talk, person: Person | None) -> dict[str, Any]:
    """Return the answers of a talk."""
    fields: dict[str, Any] = talk.model_dump(include={*PLAIN, *NUMBERS, "held_on", "rev"})
    fields |= {f"learned{at}": _line(talk.learned, at) for at in range(MOST_LEARNED)}
    fields |= {f"steps{at}": _line(talk.steps, at) for at in range(MOST_STEPS)}
    fields |= moment_fields(workspace, there(timed(talk)), talk.zone)
    fields |= {"skills": ", ".join(talk.skills), "length": str(talk.minutes)}
    fields |= {"channel": talk.channel.value, "with_whom": person.name if person else ""}
    return from_record(fields)


def _ask_lines(form: Form, stem: str, labels: Sequence[str]) -> None:
    """Ask for a few lines; the next one opens once there is one before it."""
    for place, label in enumerate(labels):
        if place and not form[f"{stem}{place - 1}"] and not form[f"{stem}{place}"]:
            break
        ask_line(form, f"{stem}{place}", label)


def _line(lines: tuple[str, ...], at: int) -> str:
    return lines[at] if at < len(lines) else ""


def _lines(form: Form, stem: str, most: int) -> tuple[str, ...]:
    typed = ((form[f"{stem}{at}"] or "").strip() for at in range(most))
    return tuple(filter(None, typed))


def _listed(text: str) -> tuple[str, ...]:
    every = (each.strip() for each in text.split(","))
    return tuple(dict.fromkeys(filter(None, every)))
