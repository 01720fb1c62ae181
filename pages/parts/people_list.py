"""Everyone: one more in a line, then who is here, found by any word."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

import streamlit as st

from core.content.loader import fill, network_words, words
from core.network.cadence import in_touch_on, next_on, rests
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.listing import Can, Wanted, Which, counts, found, listed_people, tags
from core.network.sprint import SPRINT
from core.people import Circle, Closeness, Person
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.people_quick import ask_quick, show_added
from pages.parts.people_ways import PEOPLE_IMPORT, TALKS, link_to_person
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, legible
from pages.parts.worksheet_list import link_to_worksheet

AT_ONCE = 12
FEW = 8
"""Up to how many people need no search."""

SECTION = "people.section"
"""Which part of the page is shown."""

EVERYONE = "everyone"

NARROWED = ("people.circle", "people.closeness", "people.can", "people.tag")
"""Where it is kept what the list is narrowed by."""


def show_everyone(workspace: Workspace, today: date) -> None:
    """Show the line for one more, the list, and the ways to many at once."""
    say = words("people")
    st.header(say["add"])
    ask_quick(workspace)
    show_added(workspace)
    if workspace.people.all():
        _show_list(workspace, today)
    else:
        st.write(say["empty"])
        st.caption(say["empty_more"])
        link_to_worksheet(SPRINT, say["to_sheet"])
    _show_ways(workspace)


def go_to_list(
    which: Which = Which.HERE, circle: Circle | None = None, can: Can | None = None
) -> None:
    """Go to the list of these people; called by a button before the next run."""
    st.session_state[SECTION] = EVERYONE
    chosen = {"which": which, "circle": circle, "can": can, "closeness": None}
    chosen |= {"words": "", "tag": ""}
    for name, value in chosen.items():
        st.session_state[f"people.{name}"] = value.value if isinstance(value, StrEnum) else value


def _show_list(workspace: Workspace, today: date) -> None:
    say = words("people")
    st.header(say["list"])
    wanted = _ask_wanted(workspace)
    shown = workspace.view(_found, wanted)
    if not shown:
        st.caption(say["none_found"])
        return
    asked = wanted != Wanted(wanted.which) or len(workspace.people.all()) > FEW
    if asked and len(shown) <= AT_ONCE:
        one = len(shown) == 1
        st.caption(say["found_one"] if one else fill(say["found"], count=len(shown)))
    first = _ask_page(len(shown), wanted)
    for each in shown[first : first + AT_ONCE]:
        _show_person(workspace, each, today)


def _ask_page(count: int, wanted: Wanted) -> int:
    """Ask for a page of the list; return the place of its first person."""
    if count <= AT_ONCE:
        return 0
    key = f"people.page.{hash(wanted)}.{-(-count // AT_ONCE)}"
    page = st.pagination(-(-count // AT_ONCE), key=key, persist_state=KEPT)
    first = (page - 1) * AT_ONCE
    last = min(first + AT_ONCE, count)
    st.caption(fill(words("people")["page_of"], first=first + 1, last=last, of=count))
    return first


def _show_person(workspace: Workspace, person: Person, today: date) -> None:
    with st.container(key=f"people.one.{person.id}", gap="xxsmall"):
        link_to_person(person)
        about = [each for each in (person.how_known, person.role, person.organisation) if each]
        if about:
            st.caption(inert(" · ".join(about)))
        st.caption(" · ".join(_place_of(person) + _pace_of(workspace, person, today)))


def _place_of(person: Person) -> list[str]:
    told = network_words()
    circle = [told.circles[person.circle]] if person.circle else []
    closeness = [told.closeness[person.closeness].lower()] if person.closeness else []
    return circle + closeness


def _pace_of(workspace: Workspace, person: Person, today: date) -> list[str]:
    """Return when they were last in touch and when comes next, or why nobody asks."""
    say = words("people")
    contacts = workspace.view(contacts_by_person, today).get(person.id, NONE_YET)
    told = list(_last_of(person, in_touch_on(person, contacts, today), today))
    upcoming = next_on(person, contacts, today)
    if resting := rests(person, contacts):
        told.append(say[f"rest_{resting}"])
    elif upcoming and upcoming > today:
        told.append(fill(say["next_later"], date=in_words(upcoming)))
    else:
        told.append(say["next_now"])
    return told


def _last_of(person: Person, last: date | None, today: date) -> Iterator[str]:
    """Yield when they were last in touch; else since when they are known, which is no contact."""
    say = words("people")
    if last:
        yield fill(say["last_contact"], when=ago(last, today))
        return
    if person.known_since and person.known_since <= today:
        yield fill(say["known_since"], date=in_words(person.known_since))
    yield say["no_contact"]


def _ask_wanted(workspace: Workspace) -> Wanted:
    """Ask which people to show; a short list needs no search."""
    say = words("people")
    every = workspace.view(_counts)
    here = {each: count for each, count in every.items() if count or each is Which.HERE}
    labels = {
        each.value: fill(say["counted"], what=say[f"which_{each}"], count=count)
        for each, count in here.items()
    }
    which = Which.HERE
    if len(labels) > 1:
        if st.session_state.get("people.which") not in labels:
            st.session_state["people.which"] = next(iter(labels))
        which = Which(
            st.pills(
                say["which"],
                list(labels),
                format_func=lambda each: legible(labels[each]),
                key="people.which",
                label_visibility="collapsed",
                required=True,
                persist_state=KEPT,
                wrap=True,
            )
        )
    few = len(workspace.people.all()) <= FEW
    if few and not any(st.session_state.get(each) for each in NARROWED):
        return Wanted(which)
    said = st.text_input(say["find"], key="people.words", help=say["find_help"], persist_state=KEPT)
    return _narrowed(workspace, which, said)


def _narrowed(workspace: Workspace, which: Which, said: str) -> Wanted:
    """Ask for a circle, a closeness, what they can do, and a tag."""
    say, told = words("people"), network_words()
    with st.expander(say["narrow"], expanded=any(st.session_state.get(each) for each in NARROWED)):
        circle = _ask_any("people.circle", say["any_circle"], told.circles)
        closeness = _ask_any("people.closeness", say["any_closeness"], told.closeness)
        able = _ask_any("people.can", say["can"], {each: say[f"can_{each}"] for each in Can})
        tag = _ask_tag(workspace)
    return Wanted(
        which,
        said,
        Circle(circle) if circle else None,
        Closeness(closeness) if closeness else None,
        Can(able) if able else None,
        tag,
    )


def _ask_any(key: str, label: str, choices: Mapping[str, str]) -> str | None:
    return st.pills(
        label,
        [str(each) for each in choices],
        format_func=lambda each: legible(choices[each]),
        key=key,
        persist_state=KEPT,
        wrap=True,
    )


def _ask_tag(workspace: Workspace) -> str:
    """Ask for a tag, where there are any; one that is gone meanwhile asks for nothing."""
    say, known = words("people"), workspace.view(_tags)
    if st.session_state.get("people.tag", "") not in known:
        st.session_state.pop("people.tag", None)
    if not known:
        return ""
    return st.selectbox(
        say["tag"],
        ["", *known],
        format_func=lambda each: each or say["any_tag"],
        key="people.tag",
        persist_state=KEPT,
    )


def _show_ways(workspace: Workspace) -> None:
    say = words("people")
    st.header(say["ways"])
    with st.container(horizontal=True):
        st.page_link(PEOPLE_IMPORT, label=say["to_import"], icon=":material/upload_file:")
        if len(workspace.people.all()) > 1:
            label, icon = say["to_doubles"], ":material/group:"
            st.page_link(PEOPLE_IMPORT, label=label, icon=icon, query_params={"part": "doubles"})
        st.page_link(TALKS, label=say["to_talks"], icon=":material/forum:")


def _found(workspace: Workspace, wanted: Wanted) -> tuple[Person, ...]:
    return found(workspace.view(listed_people), wanted)


def _counts(workspace: Workspace) -> Mapping[Which, int]:
    return counts(workspace.people.all())


def _tags(workspace: Workspace) -> tuple[str, ...]:
    return tags(workspace.people.all())
