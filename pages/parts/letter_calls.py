"""The call beside a letter: phone or email first, what to say, and the sheet to have at hand."""

from collections.abc import Iterable, Iterator
from datetime import date

import streamlit as st

from core.content.calls import CallScript, call_words
from core.content.loader import fill, words
from core.exports.file_names import file_name
from core.letters.calls import Script, channel, script, voicemail
from core.letters.compose import known_facts
from core.letters.desk import choices_of, facts_of
from core.letters.drafting import fact_field
from core.letters.letter import Letter
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.plain_text import show_text
from pages.parts.questions import ask_line

SPOKEN = {
    "reason": ("reason_then",),
    "reason_line": ("core_line",),
    "changed": ("what_changed",),
    "value": ("their_work",),
    "ask": ("figure", "other_term"),
    "standard": ("standard",),
    "role": ("role",),
    "contact": ("contact",),
    "me": ("me",),
}
"""What a call says, and the facts of the letter that it says it with."""


def show_call(workspace: Workspace, form: Form, letter: Letter, today: date) -> None:
    """Show whether to call or to write first, the words for 90 seconds, and the call sheet."""
    say = words("call")
    _show_channel(workspace, form, letter, today)
    told = call_words().scripts[letter.kind]
    facts = _facts_for_call(letter)
    spoken, message = script(letter.kind, facts), voicemail(letter.kind, facts)
    st.header(say["script"])
    st.caption(say["to_write"])
    st.caption(f"{say['before']}: {told.before}")
    with st.container(border=True):
        _show_lines(spoken)
    length = say["length"] if spoken.is_brief else say["too_long"]
    st.caption(fill(length, seconds=spoken.seconds, words=spoken.words))
    st.caption(f"{say['after']}: {told.after}")
    st.header(say["voicemail"])
    with st.container(border=True):
        _show_lines(message)
    _ask_sheet(form)
    sheet = "\n".join(_sheet_lines(form, told, spoken, message))
    st.download_button(
        say["take"],
        sheet.encode,
        file_name=file_name(told.title, today, "txt"),
        mime="text/plain",
        icon=":material/download:",
        on_click="ignore",
        key="call.sheet",
    )


def _show_channel(workspace: Workspace, form: Form, letter: Letter, today: date) -> None:
    case = workspace.cases.find(letter.case_id)
    agency = st.checkbox(words("call")["agency"], key=form.key("agency"), persist_state="session")
    way = channel(
        rapport=case.rapport if case else None,
        offer_came_by=case.told_by if case else "",
        days_left=(case.deadline - today).days if case and case.deadline else None,
        agency=agency,
    )
    said = call_words()
    st.header(said.first[way.first])
    st.write(said.why[way.why])
    st.caption(said.then[way.then])


def _facts_for_call(letter: Letter) -> dict[str, str]:
    """Return the facts of the letter under the names that the words of a call use."""
    known = known_facts(choices_of(letter), facts_of(letter))
    found = {
        name: next((known[each] for each in sources if each in known), "")
        for name, sources in SPOKEN.items()
    }
    return {name: text for name, text in found.items() if text}


def _show_lines(spoken: Script) -> None:
    for line in spoken.lines:
        show_text(line)


def _ask_sheet(form: Form) -> None:
    say = words("call")
    sheet = call_words().sheet
    st.header(say["sheet"])
    st.caption(say["questions"])
    st.write(_as_list(sheet.questions))
    st.caption(say["worries"])
    for name, worry in sheet.worries.items():
        ask_line(form, _worry_field(name), worry.worry, help_text=worry.ask)
    st.caption(say["endings"])
    st.write(_as_list(sheet.endings.values()))


def _as_list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {each}" for each in lines)


def _worry_field(name: str) -> str:
    return fact_field(f"worry_{name}")


def _sheet_lines(form: Form, told: CallScript, spoken: Script, message: Script) -> Iterator[str]:
    """Yield the call sheet line by line, as it goes into a text file."""
    say = words("call")
    sheet = call_words().sheet
    yield from (told.title, "", f"{say['before']}: {told.before}", "", *spoken.lines, "")
    yield from (f"{say['after']}: {told.after}", "", say["voicemail"], *message.lines, "")
    yield from (say["questions"], *(f"- {each}" for each in sheet.questions), "")
    yield say["worries"]
    for name, worry in sheet.worries.items():
        yield f"- {worry.worry} {form[_worry_field(name)] or '...'}"
    yield from ("", say["endings"], *(f"- {each}" for each in sheet.endings.values()))
