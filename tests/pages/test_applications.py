"""The log on screen: noted in one line, moved on in one tap, made a case only on request."""

from datetime import timedelta

import pytest

from core.application_log import make_case
from core.applications import Application, Outcome
from core.cases import Direction, Stage, StageReached
from core.content.imports import Field
from core.content.loader import fill, words

SAY = words("applications")
SEARCH = "move_on/search.py"


@pytest.fixture
def log(stored, today):
    """Keep an application that was sent some days ago."""

    def keep(role="Nurse", days=3, **more):
        sent = today - timedelta(days=days)
        stages = (StageReached(stage=Stage.APPLIED, on=sent),)
        fields = {"employer": "City Hospital", "sent_on": sent, "stages": stages, **more}
        return stored().applications.add(Application(role=role, **fields))

    return keep


class TestNoting:
    """One line, and it is there."""

    def test_an_empty_log_says_what_it_is_for(self, visit):
        """Nothing is a dead end: one line, or a whole list."""
        screen = visit(SEARCH)
        assert SAY["empty"] in screen.seen
        assert not screen.has("selectbox", "source")

    def test_one_line_is_enough(self, visit, stored, today):
        """Role, employer and today, and the source is remembered for the next one."""
        screen = visit(SEARCH).type("line", "nurse, City Hospital").type("source", "A friend")
        screen.press("new_application.0.save")
        [kept] = stored().applications.all()
        assert (kept.role, kept.employer, kept.sent_on) == ("nurse", "City Hospital", today)
        assert SAY["noted"] in screen.seen
        assert screen.field("text_input", "line").value == ""
        assert screen.field("text_input", "source").value == "A friend"

    def test_nothing_typed_is_asked_for(self, visit, stored):
        """An empty line is no application."""
        screen = visit(SEARCH).press("new_application.0.save")
        assert SAY["line_first"] in screen.seen
        assert stored().applications.all() == ()

    def test_more_can_be_said_at_once(self, visit, stored):
        """Whether it was shaped and somebody spoken to, for whoever wants to."""
        screen = visit(SEARCH).type("line", "nurse").pick("tailored", "yes").pick("contacted", "no")
        screen.press("new_application.0.save")
        [kept] = stored().applications.all()
        assert (kept.tailored, kept.contacted) == (True, False)

    def test_what_is_typed_survives_a_reload(self, visit):
        """A half-written line is a draft."""
        visit(SEARCH).type("line", "nurse, City")
        assert visit(SEARCH).field("text_input", "line").value == "nurse, City"


class TestList:
    """Cards with their state, moved on in one tap."""

    def test_a_tap_moves_it_on_and_can_be_taken_back(self, visit, stored, log, today):
        """The next stage is added to the history; the undo leaves it as it was."""
        kept = log()
        screen = visit(SEARCH).press(f"application.next.{kept.id}")
        moved = stored().applications.get(kept.id)
        assert [each.stage for each in moved.stages] == [Stage.APPLIED, Stage.SCREENED]
        assert moved.stages[-1].on == today
        assert SAY["stage_screened"] in screen.seen
        screen.press(f"application.undo.{kept.id}")
        assert stored().applications.get(kept.id).stages == kept.stages

    def test_any_stage_and_any_end_can_be_noted(self, visit, stored, log, today):
        """What comes next is not always the next stage."""
        kept = log()
        screen = visit(SEARCH).press(f"application.else.{kept.id}").pick("stage", "task")
        assert stored().applications.get(kept.id).stages[-1].stage is Stage.TASK
        screen.press(f"application.else.{kept.id}").pick("outcome", "no")
        ended = stored().applications.get(kept.id)
        assert (ended.outcome, ended.ended_on) == (Outcome.NO, today)

    def test_a_no_is_made_a_case_only_on_request(self, visit, stored, log):
        """The case knows what the application knew, and each leads to the other."""
        kept = log(outcome=Outcome.NO)
        screen = visit(SEARCH)
        assert stored().cases.all() == ()
        screen.press(f"application.case.{kept.id}")
        [case] = stored().cases.all()
        assert (case.direction, case.employer, case.role) == (
            Direction.THEY_SAID_NO,
            "City Hospital",
            "Nurse",
        )
        assert case.stages == kept.stages
        assert stored().applications.get(kept.id).case_id == case.id
        assert SAY["case_made"] in screen.seen
        assert not visit(SEARCH).has("button", f"application.case.{kept.id}")

    def test_an_offer_that_was_accepted_is_no_case(self, visit, log):
        """There is no no in it."""
        kept = log(outcome=Outcome.ACCEPTED)
        keys = [each.key for each in visit(SEARCH).app.button]
        assert f"application.case.{kept.id}" not in keys
        assert f"application.else.{kept.id}" in keys

    def test_one_that_is_quiet_can_be_closed_as_silence(self, visit, stored, log):
        """Past the usual wait one can ask once, close it or let it be; none happens by itself."""
        kept = log(days=40)
        screen = visit(SEARCH)
        assert SAY["quiet"].partition(" on ")[0] in screen.seen
        screen.press(f"application.silence.{kept.id}")
        assert stored().applications.get(kept.id).outcome is Outcome.SILENCE
        assert SAY["make_case"] in screen.seen

    def test_the_answer_to_an_offer_is_the_persons(self, visit, stored, log, today):
        """Weeks later too: weigh it, yes or no, and no word of a silence."""
        on = today - timedelta(days=20)
        kept = log(days=40, stages=(StageReached(stage=Stage.OFFER, on=on),))
        screen = visit(SEARCH)
        assert SAY["offer"] in screen.seen
        assert SAY["quiet"].partition(" on ")[0] not in screen.seen
        screen.press(f"application.declined.{kept.id}")
        assert stored().applications.get(kept.id).outcome is Outcome.DECLINED
        assert SAY["make_case"] in screen.seen
        screen.press(f"application.undo.{kept.id}")
        assert stored().applications.get(kept.id).is_running

    def test_asking_once_makes_a_case_of_the_silence(self, visit, stored, log):
        """The letter that asks belongs to a case, and the case began with the last sign."""
        kept = log(days=40)
        visit(SEARCH).press(f"application.ask.{kept.id}")
        [case] = stored().cases.all()
        assert (case.direction, case.happened_on) == (Direction.SILENCE, kept.sent_on)

    def test_a_no_after_the_silence_brings_the_case_up_to_date_on_request(
        self, visit, stored, log, today
    ):
        """Never by itself, and in one tap."""
        kept = log(days=40)
        case = make_case(stored(), stored().applications.get(kept.id), today)
        over = stored().applications.get(kept.id).model_copy(update={"outcome": Outcome.NO})
        stored().applications.replace(over.model_copy(update={"ended_on": today}))
        screen = visit(SEARCH).pick("which", "ended")
        assert stored().cases.get(case.id).direction is Direction.SILENCE
        screen.press(f"application.update.{kept.id}")
        assert stored().cases.get(case.id).direction is Direction.THEY_SAID_NO
        assert SAY["case_updated"] in screen.seen

    def test_search_source_and_state_narrow_the_list(self, visit, log):
        """Words in any field, one source, and what is put away."""
        for _ in range(7):
            log("Nurse", source="Board")
        log("Cook", source="Friend", note="night shifts")
        away = log("Clerk")
        screen = visit(SEARCH).type("search", "NIGHT")
        assert "Cook" in screen.seen
        assert "Nurse" not in screen.seen
        screen = screen.type("search", "").choose("source", "Board")
        assert "Nurse" in screen.seen
        assert "Cook" not in screen.seen
        screen = screen.choose("source", "").press(f"application.else.{away.id}")
        screen.press(f"application.put_away.{away.id}")
        headers = [each.value for each in visit(SEARCH).app.header]
        assert any("Cook" in each for each in headers)
        assert not any("Clerk" in each for each in headers)

    def test_a_sort_or_source_that_runs_empty_stays_chosen(self, visit, stored, log):
        """Closing the last quiet one, or renaming the last of a source, breaks nothing."""
        for days in range(9):
            log(f"Role {days}", days=days)
        kept = log("Cook", days=40, source="Fair")
        screen = visit(SEARCH).pick("which", "quiet").choose("source", "Fair")
        screen.press(f"application.silence.{kept.id}")
        stored().applications.replace(
            stored().applications.get(kept.id).model_copy(update={"source": "Board"})
        )
        screen.run()
        assert screen.field("selectbox", "source").value == "Fair"
        assert "Cook" in screen.seen

    def test_it_can_be_deleted_and_put_back(self, visit, stored, log):
        """Asked first, undone after."""
        kept = log()
        screen = visit(SEARCH).press(f"application.else.{kept.id}").press(f"delete.{kept.id}")
        screen.press(f"delete.yes.{kept.id}")
        assert stored().applications.all() == ()
        screen.press("undo.undo")
        assert stored().applications.all() == (kept,)

    def test_many_are_shown_a_few_at_a_time(self, visit, log):
        """A long list stays light, and the newest stands first."""
        for days in range(12):
            log(f"Role {days}", days=days)
        screen = visit(SEARCH)
        headers = [each.value for each in screen.app.header]
        assert "Role 0" in headers[0]
        assert sum("Role" in each for each in headers) == 8


def edit(screen, rows):
    """Type into the grid: row -> column -> value."""
    [grid] = screen.app.data_editor
    screen.app.session_state[grid.key] = {
        "edited_rows": rows,
        "added_rows": [],
        "deleted_rows": [],
    }
    return screen.run()


class TestTable:
    """Many at once, saved in one step."""

    def test_changed_cells_are_saved_at_once(self, visit, stored, log, today):
        """Every kind of cell, in two rows, with one button; stages and ends are dated today."""
        cook, nurse = log("Cook", days=2), log("Nurse", days=5, tailored=True)
        screen = edit(
            visit(SEARCH, part="table"),
            {
                0: {"employer": "Inn", "must_haves": 60, "contacted": "yes", "stage": "task"},
                1: {"tailored": "", "outcome": "no", "sent_on": "2026-11-01", "note": "Kind"},
            },
        )
        screen.press("applications_table.0.save")
        kept = {each.id: each for each in stored().applications.all()}
        assert kept[cook.id].employer == "Inn"
        assert (kept[cook.id].must_haves, kept[cook.id].contacted) == (60, True)
        assert [each.stage for each in kept[cook.id].stages] == [Stage.APPLIED, Stage.TASK]
        assert (kept[nurse.id].outcome, kept[nurse.id].ended_on) == (Outcome.NO, today)
        assert kept[nurse.id].tailored is None
        assert kept[nurse.id].sent_on.isoformat() == "2026-11-01"
        assert SAY["nothing_changed"] in screen.seen

    def test_what_was_typed_survives_a_reload(self, visit, stored, log):
        """Cells are a draft until they are saved or left."""
        kept = log("Cook")
        edit(visit(SEARCH, part="table"), {0: {"note": "Kind people"}})
        again = visit(SEARCH, part="table")
        assert again.app.data_editor[0].value["note"][0] == "Kind people"
        again.press("applications_table.0.save")
        assert stored().applications.get(kept.id).note == "Kind people"

    def test_a_row_without_a_name_stands_in_the_way_of_all(self, visit, stored, log):
        """Nothing is saved by half, and it is said what to do."""
        log("Cook", days=1, employer="")
        log("Nurse", days=2)
        screen = edit(visit(SEARCH, part="table"), {0: {"role": ""}, 1: {"note": "Kind"}})
        screen.press("applications_table.0.save")
        assert SAY["row_nameless"] in screen.seen
        assert {each.note for each in stored().applications.all()} == {""}

    def test_a_cell_that_another_window_changed_is_told_first(self, visit, stored, log):
        """Nothing of the other window is overwritten unseen; a second press keeps mine."""
        kept = log("Cook")
        screen = edit(visit(SEARCH, part="table"), {0: {"note": "mine"}})
        home = stored().applications
        home.replace(kept.model_copy(update={"note": "theirs", "source": "Board"}))
        screen.press("applications_table.0.save")
        assert "theirs" in screen.seen
        assert stored().applications.get(kept.id).note == "theirs"
        screen.press("applications_table.0.save")
        saved = stored().applications.get(kept.id)
        assert (saved.note, saved.source) == ("mine", "Board")

    def test_the_table_shows_what_was_done_elsewhere(self, visit, stored, log):
        """A note, a new stage and a deletion are there at once, where nothing is typed."""
        cook = log("Cook", days=2)
        screen = visit(SEARCH, part="table")
        nurse = log("Nurse", days=1)
        assert screen.run().app.data_editor[0].value["role"].tolist() == ["Nurse", "Cook"]
        stored().delete(stored().applications.get(cook.id))
        assert screen.run().app.data_editor[0].value["role"].tolist() == ["Nurse"]
        edit(screen, {0: {"note": "mine"}})
        stored().applications.replace(nurse.model_copy(update={"source": "Board"}))
        screen.run().press("applications_table.0.save")
        kept = stored().applications.get(nurse.id)
        assert (kept.note, kept.source) == ("mine", "Board")

    def test_a_row_that_was_deleted_meanwhile_is_not_told_as_saved(self, visit, stored, log):
        """The count is of what is there, and the other is named."""
        kept, _ = log("Cook", days=1), log("Nurse", days=2)
        screen = edit(visit(SEARCH, part="table"), {0: {"note": "mine"}})
        stored().delete(stored().applications.get(kept.id))
        screen.press("applications_table.0.save")
        assert fill(SAY["rows_gone"], count=1) in screen.seen

    def test_changes_can_be_left(self, visit, stored, log):
        """All is as it was, on the screen too."""
        log("Cook")
        screen = edit(visit(SEARCH, part="table"), {0: {"note": "mine"}})
        screen.press("applications_table.0.leave")
        assert SAY["dropped"] in screen.seen
        assert visit(SEARCH, part="table").app.data_editor[0].value["note"][0] == ""


def bring(screen, text, name="list.csv"):
    """Choose a file."""
    [box] = screen.app.get("file_uploader")
    box.upload(name, text.encode())
    return screen.run()


class TestImport:
    """A list from elsewhere: seen first, written on a yes, taken back in one step."""

    LIST = (
        "Company,Job Title,Date Applied,Status\n"
        "Inn,Cook,3/4/2026,Applied\nWard,Nurse,5/6/2026,Purple\n,,1/2/2026,Applied\n"
        "inn,COOK,3/4/2026,Applied\n"
    )

    def test_nothing_is_written_before_the_yes(self, visit, stored):
        """The preview counts what is new, double and left out, with the row numbers."""
        screen = bring(visit(SEARCH, part="import"), self.LIST)
        assert stored().applications.all() == ()
        seen = screen.seen
        assert "2 new applications" in seen
        assert "(rows 5)" in seen
        assert "Row 4: neither role nor employer" in seen

    def test_what_is_not_plain_is_asked_and_counts(self, visit, stored):
        """The order of days and a new word for a state, as the person says; then one commit."""
        screen = bring(visit(SEARCH, part="import"), self.LIST)
        screen.pick("order", "month_first").choose("purple", "no")
        screen.press("applications.import.")
        cook, nurse = stored().applications.all()
        assert (cook.sent_on.isoformat(), nurse.sent_on.isoformat()) == ("2026-03-04", "2026-05-06")
        assert nurse.outcome is Outcome.NO
        assert "2 came in" in screen.seen

    def test_duplicates_can_be_brought_in_too(self, visit, stored):
        """The person decides."""
        screen = bring(visit(SEARCH, part="import"), self.LIST)
        screen.pick("twins", "keep").press("applications.import.")
        assert len(stored().applications.all()) == 3

    def test_columns_can_be_matched_by_hand(self, visit, stored):
        """Names that nobody knows are no wall."""
        screen = bring(visit(SEARCH, part="import"), "What,Where\nCook,Inn\n")
        assert SAY["preview_none"] in screen.seen
        screen.choose("column.0", Field.ROLE).choose("column.1", Field.EMPLOYER)
        screen.press("applications.import.")
        [kept] = stored().applications.all()
        assert (kept.role, kept.employer) == ("Cook", "Inn")

    def test_a_list_brought_in_again_is_there_once(self, visit, stored):
        """Taken back and brought in anew: the undo of before would double it, so it is gone."""
        screen = bring(visit(SEARCH, part="import"), self.LIST).press("applications.import.")
        first = stored().applications.all()[0].import_id
        screen.press(f"delete.{first}").press(f"delete.yes.{first}")
        assert screen.has("button", "undo")
        screen = bring(screen, self.LIST).press("applications.import.")
        assert not screen.has("button", "undo")
        assert len(stored().applications.all()) == 2

    def test_an_import_is_taken_back_and_can_return(self, visit, stored):
        """One step out, one step back, and what was changed since stays."""
        screen = bring(visit(SEARCH, part="import"), self.LIST).press("applications.import.")
        cook, nurse = stored().applications.all()
        stored().applications.replace(cook.model_copy(update={"note": "mine"}))
        screen.run()
        assert fill(SAY["import_kept"], kept=1) in screen.seen
        screen.press(f"delete.{cook.import_id}").press(f"delete.yes.{cook.import_id}")
        assert [each.role for each in stored().applications.all()] == ["Cook"]
        screen.press("undo.undo")
        assert {each.id for each in stored().applications.all()} == {cook.id, nurse.id}

    def test_a_file_that_cannot_be_read_is_refused_kindly(self, visit, stored):
        """A sentence that says what to do, and nothing changes."""
        screen = bring(visit(SEARCH, part="import"), "PK\x03\x04 workbook")
        assert "save the sheet as a CSV file" in screen.seen
        assert stored().applications.all() == ()
