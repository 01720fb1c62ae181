"""People from elsewhere on screen: read, shown as what would come in, written on a yes."""

from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.content.loader import fill, people_import_words, words
from core.errors import AjarError
from core.imports.people import PeoplePreview, Plan, planned, preview_people, read_people_sheet
from core.imports.people_brought import (
    people_imports_in,
    take_people_back,
    take_people_in,
)
from core.imports.people_rows import PeopleMatching, PersonRead, PersonReader
from core.imports.sheets import Sheet
from core.imports.vcards import LARGEST_CARDS, is_cards, read_cards
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.messages import done, show_done
from pages.parts.people_import_matching import ask_people_matching, vocabulary
from pages.parts.people_import_preview import ask_wishes, show_preview
from pages.parts.people_turned import forget_turned, hold_step
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.upload import ask_file, done_with, look_once, read_once

PLACE = "people.import"
KINDS = ["csv", "tsv", "txt", "vcf"]
MEGABYTES = LARGEST_CARDS // 1_000_000


@dataclass(frozen=True)
class _Upload:
    """A file that was read: a sheet or cards."""

    sheet: Sheet | None
    cards: tuple[PersonRead, ...] = ()


def show_people_import(workspace: Workspace, today: date) -> None:
    """Take in a file: how it is read, what it would bring, and the yes; then what came before."""
    say = words("people_import")
    st.caption(say["lead"])
    show_done(PLACE)
    file = ask_file(PLACE, say["choose_file"], KINDS, MEGABYTES)
    with st.expander(say["where"]):
        for line in (say["where_linkedin"], say["where_phone"], say["where_own"]):
            st.write(line)
        st.caption(say["stays_here"])
    if file is not None:
        _look_at(workspace, file, today)
    _show_imports(workspace)


def _look_at(workspace: Workspace, file: UploadedFile, today: date) -> None:
    try:
        upload = read_once(PLACE, file, _read)
    except AjarError as error:
        st.warning(error.sentence)
        return
    stem = f"{PLACE}.{file.file_id}"
    matching = ask_people_matching(upload.sheet, stem, today) if upload.sheet else None
    asked = (file.file_id, matching, workspace.revision)
    looked_at = look_once(PLACE, asked, lambda: _preview(workspace, upload, matching, today))
    show_preview(looked_at, "row" if upload.sheet else "card")
    wishes = ask_wishes(looked_at, stem)
    _ask_yes(workspace, file, planned(looked_at, wishes))


def _read(raw: bytes) -> _Upload:
    known = people_import_words()
    if is_cards(raw):
        return _Upload(None, read_cards(raw, known))
    return _Upload(read_people_sheet(raw, known))


def _preview(
    workspace: Workspace, upload: _Upload, matching: PeopleMatching | None, today: date
) -> PeoplePreview:
    reads = upload.cards
    if upload.sheet and matching:
        reader = PersonReader(upload.sheet, matching, vocabulary(), today)
        reads = tuple(map(reader.read, upload.sheet.rows))
    return preview_people(reads, workspace.people.all())


def _ask_yes(workspace: Workspace, file: UploadedFile, plan: Plan) -> None:
    """Write nothing before the yes."""
    say = words("people_import")
    new, filled = len(plan.new), len(plan.filled)
    if not new and not filled:
        st.caption(say["nothing_to_bring"])
        return
    if new and filled:
        label = say["yes_both"]
    elif filled:
        label = say["yes_fill" if filled > 1 else "yes_fill_one"]
    else:
        label = say["yes_bring" if new > 1 else "yes_bring_one"]
    key = f"{PLACE}.{file.file_id}.yes"
    told = fill(label, count=new, filled=filled)
    if st.button(told, type="primary", key=key, disabled=workspace.read_only):
        brought = take_people_in(workspace, plan, file.file_id, file.name)
        forget_turned()
        done_with(PLACE)
        line = say["brought" if any(brought) else "brought_none"]
        done(PLACE, fill(line, count=brought[0], filled=brought[1]))


def _show_imports(workspace: Workspace) -> None:
    """Show what was brought in so far, each to be taken back in one step."""
    say = words("people_import")
    imports = workspace.view(people_imports_in)
    if not imports:
        return
    st.header(say["imports"])
    for each in imports:
        with st.container(border=True, key=f"{PLACE}.{each.id}", gap="small"):
            if each.file:
                st.text(each.file)
            day = in_words(each.on) if each.on else say["some_day"]
            line = say["import_line_filled" if each.filled else "import_line"]
            st.write(fill(line, date=day, count=len(each.untouched), filled=len(each.filled)))
            if each.kept:
                st.caption(fill(say["import_kept"], kept=len(each.kept)))
            offer_delete(each.id, say["take_back"], ":material/undo:")
            ask_delete(each.id, say["sure_import"], lambda one=each.id: _take_back(workspace, one))


def _take_back(workspace: Workspace, import_id: str) -> tuple[()]:
    told = words("people_import")["taken_back"]
    hold_step(told, lambda: take_people_back(workspace, import_id))
    return ()
