"""Lists of applications from elsewhere: read whatever they look like, and taken back whole."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.application_log import moved_on
from core.applications import Application, Fact, Interview, Outcome, Requested
from core.cases import Stage, StageReached
from core.content.imports import Field, as_compared, import_words
from core.exports.applications import as_csv, guarded
from core.imports.application_rows import RowReader, Trouble, unguarded
from core.imports.applications import imports_in, preview, take_back, take_in
from core.imports.columns import Matching, guess, guess_fields, meaning_of, orders_in, states_in
from core.imports.days import Order, orders_of, read_day
from core.imports.sheets import (
    LARGEST,
    NoRowsError,
    NoTextError,
    OpenQuoteError,
    SheetError,
    TooLargeError,
    WorkbookError,
    read_sheet,
)
from core.records import TEXT_LENGTH
from core.storage.memory import MemoryStorage

TODAY = date(2026, 11, 20)
WORDS = import_words()
MONTHS = WORDS.month_names


def knows(name):
    """Whether a column of this name is known."""
    return as_compared(name) in WORDS.field_names


def sheet_of(text, encoding="utf-8"):
    """The sheet that is in a file with this text."""
    return read_sheet(text.encode(encoding), knows)


def read(text, here=(), **changed):
    """What a file with this text would bring, read as it is guessed."""
    sheet = sheet_of(text)
    how = guess(sheet, WORDS, TODAY)
    return preview(sheet, Matching(**{**vars(how), **changed}), WORDS, here)


def one(text):
    """The one application in a file."""
    [application] = read(text).every
    return application


def day(text, order=Order.DAY_FIRST):
    """The day that a text tells."""
    return read_day(text, order, MONTHS)


class TestSheets:
    """Any table in a text file."""

    @pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
    def test_every_usual_encoding_and_separator_is_found_out(self, separator, encoding):
        """A file is read however a program saved it, umlauts and all."""
        rows = [["Role", "Company", "Notes"], ["Ärztin", "Müller", "a"], ["Koch", "Café", ""]]
        text = "\r\n".join(separator.join(each) for each in rows)
        sheet = sheet_of(text, encoding)
        assert sheet.columns == ("Role", "Company", "Notes")
        assert [each.cells for each in sheet.rows] == [tuple(each) for each in rows[1:]]

    def test_a_separator_that_the_file_names_counts(self):
        """The line "sep=;" of spreadsheet programs is obeyed, and is no row."""
        sheet = sheet_of("sep=;\r\nrole;company\r\nCook, senior;Inn\r\n")
        assert sheet.rows[0].cells == ("Cook, senior", "Inn")

    def test_a_cell_may_hold_line_breaks_separators_and_quotes(self):
        """A quoted note stays one cell, and the rows after it keep their numbers."""
        sheet = sheet_of('role,notes\nCook,"one\ntwo, ""three"""\nNurse,x\n')
        assert sheet.rows[0].cells == ("Cook", 'one\ntwo, "three"')
        assert sheet.rows[1].number == 3

    def test_empty_lines_count_as_a_spreadsheet_program_counts_them(self):
        """The number that is told is the one that the person sees there."""
        sheet = sheet_of("role,company\n\nCook,Inn\n , \n\nNurse,Ward\n")
        assert [each.number for each in sheet.rows] == [3, 6]

    def test_a_title_above_the_names_is_passed_over(self):
        """A heading over the table is not taken for the names of columns."""
        assert sheet_of("My search,,\n,,\nRole,Company,\nCook,Inn,\n").columns[:2] == (
            "Role",
            "Company",
        )

    def test_rows_may_be_shorter_or_longer_than_the_names(self):
        """What is missing is empty, and what is too much stays in the last cell and is told."""
        sheet = sheet_of("role,company,notes\nCook\nNurse,Ward,a,b\nClerk,Inn,c,,\n")
        assert [each.cells for each in sheet.rows] == [
            ("Cook", "", ""),
            ("Nurse", "Ward", "a,b"),
            ("Clerk", "Inn", "c"),
        ]
        assert [each.spilled for each in sheet.rows] == [False, True, False]

    @pytest.mark.parametrize(
        ("raw", "error"),
        [
            (b"", NoRowsError),
            (b"\xef\xbb\xbf", NoRowsError),
            (b"role,company\r\n\r\n", NoRowsError),
            (b"PK\x03\x04 a workbook", WorkbookError),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", NoTextError),
            (b'role,company\nCook,"Inn\nNurse,Ward\n', OpenQuoteError),
            (b'role,company\n"Head" of x,Inn\nCook,"Bar\nNurse,Ward\n', OpenQuoteError),
            (b"x" * (LARGEST + 1), TooLargeError),
            (b"role,company\n" + b"Cook,Inn\n" * 10_001, TooLargeError),
            (",".join(f"c{each}" for each in range(61)).encode() + b"\n1\n", TooLargeError),
        ],
    )
    def test_what_cannot_be_read_is_refused_in_a_sentence(self, raw, error):
        """Nothing is guessed where it would be wrong, and it is said that nothing was changed."""
        with pytest.raises(error) as refused:
            read_sheet(raw, knows)
        assert "Nothing was changed" in refused.value.sentence

    def test_an_open_quotation_mark_is_told_by_its_row(self):
        """The person finds the place in their own program."""
        with pytest.raises(OpenQuoteError) as refused:
            sheet_of('role,company\nCook,Inn\nClerk,"Ward\nNurse,Inn\n')
        assert "row 3" in refused.value.sentence

    @given(st.binary(max_size=300))
    def test_no_file_breaks_it(self, raw):
        """Whatever is in a file, it is read or refused in a sentence."""
        try:
            sheet = read_sheet(raw, knows)
        except SheetError:
            return
        preview(sheet, guess(sheet, WORDS, TODAY), WORDS, ())
        assert all(len(each.cells) == len(sheet.columns) for each in sheet.rows)


class TestDays:
    """Days as people write them."""

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "2026-03-12",
                "2026-03-12T23:30:00Z",
                "2026/3/12",
                "20260312",
                "12.3.2026",
                "12.03.26",
            ),
            *("12 March 2026", "12. M\u00e4rz 2026", "March 12th, 2026", "12th of March 2026"),
            *(
                "Thu, 12 Mar 2026 10:00",
                "Thursday, March 12, 2026",
                "12-Mar-26",
                "46093",
                "46093.5",
            ),
        ],
    )
    def test_a_day_that_can_be_only_one_is_read(self, text):
        """However it is written, and in whichever order the column is."""
        assert day(text, Order.DAY_FIRST) == day(text, Order.MONTH_FIRST) == date(2026, 3, 12)

    @pytest.mark.parametrize(
        "text", ["", "soon", "12/2026", "30.2.2026", "0/0/2026", "1.1.1890", "2026-13-01", "7"]
    )
    def test_what_is_no_day_is_none(self, text):
        """No day is made up, and none that the calendar does not know."""
        assert day(text) is day(text, Order.MONTH_FIRST) is None

    def test_two_numbers_are_read_in_the_order_of_the_column(self):
        """The same text is another day in another order; a time of day is passed over."""
        assert day("3/4/26, 10:22 AM") == date(2026, 4, 3)
        assert day("3/4/26, 10:22 AM", Order.MONTH_FIRST) == date(2026, 3, 4)

    @pytest.mark.parametrize(
        ("column", "orders"),
        [
            (["3/4/2026", "13/4/2026"], ["day_first"]),
            (["3/4/2026", "4/13/2026"], ["month_first"]),
            (["3/4/2026", "5/6/2026"], ["day_first", "month_first"]),
            (["3/3/2026", "4/4/2026"], ["day_first"]),
            (["2026-03-04", "3.4.2026"], ["day_first"]),
            (["10/12/2026", "11/11/2026"], ["month_first"]),
            (["13/4/2026", "4/13/2026"], ["day_first", "month_first"]),
            (["4/13/2026", "4/14/2026", "13/4/2026", "3/4/2026"], ["month_first", "day_first"]),
            (["soon", ""], ["day_first"]),
            ([], ["day_first"]),
        ],
    )
    def test_the_order_is_decided_over_the_whole_column(self, column, orders):
        """One telling day decides; a day to come speaks against; else both can be meant."""
        assert list(orders_of(column, MONTHS, TODAY)) == orders

    @given(st.lists(st.dates(date(1990, 1, 1), date(2026, 11, 20)), min_size=1, max_size=30))
    def test_the_order_that_was_written_is_among_those_that_are_found(self, days):
        """The right order is never ruled out by days that lie behind us."""
        for order, pattern in ((Order.DAY_FIRST, "%d/%m/%Y"), (Order.MONTH_FIRST, "%m/%d/%Y")):
            column = [each.strftime(pattern) for each in days]
            found = orders_of(column, MONTHS, TODAY)
            assert [read_day(each, order, MONTHS) for each in column] == days
            readings = [[read_day(c, each, MONTHS) for c in column] for each in found]
            assert days in readings


LINKED = (
    "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
    "Resume Name,Question And Answers"
)
REFUSAL, RESIGNED = "\u041e\u0442\u043a\u0430\u0437", "\u8f9e\u9000"


class TestColumns:
    """Which column is what, and what words stand for."""

    @pytest.mark.parametrize(
        ("header", "fields"),
        [
            (
                LINKED,
                "sent_on note note employer role link note note",
            ),
            (
                "Job Title,Company,Location,List,Date Applied,URL,Salary,Notes",
                "role employer note status sent_on link note note",
            ),
            (
                "Company,Position,Status,Date Saved,Date Applied,Follow up,Excitement",
                "employer role status - sent_on note note",
            ),
            ("FIRMA;Stelle;Beworben am;Stand", "employer role sent_on status"),
            ("date,what,where", "sent_on - -"),
        ],
    )
    def test_the_columns_of_usual_lists_are_known(self, header, fields):
        """Exports of trackers and of a network, and a plain sheet, come out without a question."""
        separator = ";" if ";" in header else ","
        row = separator.join("x" for _ in header.split(separator))
        found = guess_fields(sheet_of(f"{header}\n{row}\n"), WORDS)
        assert [str(each) if each else "-" for each in found] == fields.split()

    def test_a_field_is_taken_once_and_by_a_column_that_holds_something(self):
        """Two columns of one meaning do not overwrite each other; only notes may be many."""
        sheet = sheet_of("date,applied on,date applied,notes,comments,role\n,1.2.2026,x,a,b,c\n")
        assert guess_fields(sheet, WORDS) == (
            None,
            Field.SENT_ON,
            None,
            Field.NOTE,
            Field.NOTE,
            Field.ROLE,
        )

    @pytest.mark.parametrize(
        ("said", "meaning"),
        [
            ("Rejected", "no"),
            ("REJECTED (by mail)", "no"),
            ("No response yet", "silence"),
            ("Not applied", "not_sent"),
            ("2nd interview on Monday", "later_interview"),
            ("Phone Screen", "screened"),
            ("Offer declined", "declined"),
            ("Offer", "offer"),
            ("Hired", "accepted"),
            ("Knowledge", None),
            ("Declined", None),
            ("Rejected after interview", "no"),
            ("Interviewed - rejected", "no"),
            ("Rejected (phone interview)", "no"),
            ("Rejected - final round", "no"),
            ("Rejected by company", "no"),
            ("Rejected post-assessment", "no"),
            ("Final: no", "no"),
            ("Withdrew after interview", "withdrew"),
            ("I withdrew after second interview", "withdrew"),
            ("Ghosted after interview", "silence"),
            ("Accepted offer on 1 May", "accepted"),
            ("Interview declined", None),
            ("Accepted for interview", None),
            ("No interview", None),
            ("No offer", None),
            ("Offer rejected by company", None),
            ("Offer declined by company", None),
            ("Not interested", None),
            ("Never interviewed", None),
            ("Rejected, then hired", None),
            (REFUSAL, None),
        ],
    )
    def test_a_word_for_a_state_is_known_or_asked_about(self, said, meaning):
        """An end counts before a stage; a word that could mean two things is left to ask."""
        assert meaning_of(said, WORDS) == meaning

    @pytest.mark.parametrize(
        ("said", "stage"),
        [
            ("Rejected after interview", Stage.FIRST_TALK),
            ("I withdrew after second interview", Stage.LATER_INTERVIEW),
            ("Rejected - final round", Stage.FINAL),
            ("Rejected (by mail)", Stage.APPLIED),
        ],
    )
    def test_an_end_keeps_the_stage_that_is_named_beside_it(self, said, stage):
        """So that a no after a talk is no silence in the numbers."""
        sheet = sheet_of(f"role,status\nNurse,{said}\n")
        reading = RowReader(sheet, guess(sheet, WORDS, TODAY), WORDS).read(sheet.rows[0])
        assert reading.application.stages[-1].stage is stage
        assert reading.application.outcome is not None

    def test_words_of_another_script_are_told_apart(self):
        """Two words that nobody knows are two questions."""
        sheet = sheet_of(
            "role,status\na,\u041e\u0442\u043a\u0430\u0437\nb,\u8f9e\u9000\nc,\u8f9e\u9000\n"
        )
        states = states_in(sheet, guess_fields(sheet, WORDS), WORDS)
        assert [(each.written, each.count) for each in states.values()] == [
            (RESIGNED, 2),
            (REFUSAL, 1),
        ]

    def test_no_name_stands_for_two_things(self):
        """A slip in the word lists cannot make a column or a word mean something else."""
        for table in (WORDS.fields, WORDS.meanings):
            names = [as_compared(n) for each in table.values() for n in (each.label, *each.names)]
            assert sorted(names) == sorted(set(names))

    def test_all_days_of_a_sheet_share_one_order(self):
        """One telling day in any column decides for the others."""
        sheet = sheet_of("role,date applied,closed on\na,3/4/2026,4/28/2026\n")
        assert orders_in(sheet, guess_fields(sheet, WORDS), WORDS, TODAY) == (Order.MONTH_FIRST,)


class TestRows:
    """One row becomes one application."""

    def test_a_whole_row_is_read(self):
        """Every kind of cell finds its field."""
        application = one(
            "Role;Company;Applied on;Source;Status;Tailored;Referral;Fit;Link;Notes\n"
            "Nurse;Ward;12.3.2026;Board;2nd interview;yes;No;80%;https://a.example/1;Kind team\n"
        )
        assert application == Application(
            role="Nurse",
            employer="Ward",
            sent_on=date(2026, 3, 12),
            source="Board",
            tailored=True,
            contacted=False,
            must_haves=80,
            link="https://a.example/1",
            note="Kind team",
            stages=(
                StageReached(stage=Stage.APPLIED, on=date(2026, 3, 12)),
                StageReached(stage=Stage.LATER_INTERVIEW),
            ),
        )

    @pytest.mark.parametrize(
        ("status", "outcome", "stage"),
        [
            ("Rejected", Outcome.NO, Stage.APPLIED),
            ("Ghosted", Outcome.SILENCE, Stage.APPLIED),
            ("Hiring freeze", Outcome.CANCELLED, Stage.APPLIED),
            ("Withdrawn", Outcome.WITHDREW, Stage.APPLIED),
            ("Offer declined", Outcome.DECLINED, Stage.OFFER),
            ("Offer accepted", Outcome.ACCEPTED, Stage.ACCEPTED),
            ("Final round", None, Stage.FINAL),
            ("Whatever", None, Stage.APPLIED),
        ],
    )
    def test_a_state_becomes_a_stage_or_an_outcome(self, status, outcome, stage):
        """How it ended is one thing, how far it got another."""
        application = one(f"role,status\nCook,{status}\n")
        assert (application.outcome, application.stages[-1].stage) == (outcome, stage)

    @pytest.mark.parametrize(
        ("cell", "share"),
        [
            *(("80", 80), ("80 %", 80), ("8/10", 80), ("4 of 5", 80), ("0.8", 80), ("0,8", 80)),
            *(("0", 0), ("11", 11), ("100", 100), ("101", None), ("8/0", None), ("much", None)),
        ],
    )
    def test_a_share_is_read_as_a_number_of_a_hundred(self, cell, share):
        """However it is written; nothing is made up."""
        assert one(f"role;fit\nCook;{cell}\n").must_haves == share

    @pytest.mark.parametrize(
        ("cells", "shares"),
        [
            (["0.5", "1.0", "0"], [50, 100, 0]),
            (["8", "100"], [8, 100]),
            (["4", "5"], [None, None]),
            (["7.5", "10"], [None, None]),
            (["1", "1"], [None, None]),
            (["4", "80%", "3/5"], [None, 80, 60]),
        ],
    )
    def test_what_a_share_is_of_is_decided_over_the_whole_column(self, cells, shares):
        """Stars and marks of ten are no shares of a hundred: they stay out, and it is told."""
        text = "".join(f"Cook {at};{cell}\n" for at, cell in enumerate(cells))
        looked_at = read(f"role;fit\n{text}")
        assert [each.must_haves for each in looked_at.every] == shares
        assert len(looked_at.brought_in_part) == shares.count(None)

    def test_rows_that_are_left_out_are_told_with_their_numbers(self):
        """Nothing disappears without a word."""
        looked_at = read("role,company,status\nCook,Inn,Applied\n,,Applied\nNurse,Ward,Wishlist\n")
        assert [(each.row, each.trouble) for each in looked_at.left_out] == [
            (3, Trouble.NAMELESS),
            (4, Trouble.NOT_SENT),
        ]
        assert [each.role for each in looked_at.every] == ["Cook"]

    def test_a_row_is_brought_in_without_what_cannot_be_read(self):
        """An odd day costs the day, not the row; the row and its column are told."""
        looked_at = read("role,date applied,fit\nCook,soon,lots\n")
        assert looked_at.every[0].sent_on is looked_at.every[0].must_haves is None
        assert [(e.row, e.trouble, e.column) for e in looked_at.brought_in_part] == [
            (2, Trouble.NO_DAY, "date applied"),
            (2, Trouble.NO_NUMBER, "fit"),
        ]

    def test_what_could_not_be_read_is_told_in_its_own_words(self):
        """Nobody has to look it up in the sheet; a long cell is cut."""
        looked_at = read(f"role,date applied,fit\nCook,Aug 26,{'lots' * 20}\n")
        assert [each.cell for each in looked_at.brought_in_part] == ["Aug 26", "lots" * 10]

    @pytest.mark.parametrize("row", [",TOTAL,", "60,Total,", "Summe,,", "Total,12,"])
    def test_the_sum_below_a_list_is_no_application(self, row):
        """It is left out, and told."""
        looked_at = read(f"role,company,date applied\nCook,Inn,2026-03-01\n{row}\n")
        assert [each.role for each in looked_at.every] == ["Cook"]
        assert [(each.row, each.trouble) for each in looked_at.left_out] == [(3, Trouble.TOTAL)]

    @pytest.mark.parametrize("row", ["Cook,Total,", ",Total,2026-03-02", "Totals clerk,,"])
    def test_an_employer_may_be_called_total(self, row):
        """With a role or a day it is an application."""
        assert read(f"role,company,date applied\n{row}\n").left_out == ()

    def test_what_runs_has_no_last_day(self):
        """A column of the last word is no end of what still runs: it stays out, and is told."""
        looked_at = read(
            "role,status,closed on\nCook,Applied,2026-03-01\nNurse,Rejected,2026-03-02\n"
        )
        assert [each.ended_on for each in looked_at.every] == [None, date(2026, 3, 2)]
        assert [(e.row, e.trouble, e.column) for e in looked_at.brought_in_part] == [
            (2, Trouble.NOT_ENDED, "closed on")
        ]

    def test_a_line_that_is_too_long_goes_on_in_the_note(self):
        """No character of a long address is lost."""
        link = "https://a.example/" + "x" * 300
        looked_at = read(f"role,link\nCook,{link}\n")
        assert looked_at.every[0].link == link[:200]
        assert link in looked_at.every[0].note
        assert looked_at.brought_in_part[0].trouble is Trouble.SHORTENED

    def test_a_note_that_is_cut_is_told_as_such(self):
        """What does not fit is not said to be there."""
        looked_at = read(f"role,notes\nCook,{'x' * (TEXT_LENGTH + 1)}\n")
        assert len(looked_at.every[0].note) == TEXT_LENGTH
        assert [each.trouble for each in looked_at.brought_in_part] == [Trouble.CUT]

    def test_a_quoted_word_at_the_start_of_a_cell_is_no_open_mark(self):
        """It is read as well as can be."""
        looked_at = read('role,company\n"Head" of x,Inn\nCook,Bar\n')
        assert [each.employer for each in looked_at.every] == ["Inn", "Bar"]

    def test_a_separator_that_is_named_as_nothing_is_found_out(self):
        """The end of the line is no separator."""
        assert one("sep=\r\nrole,company\r\nCook,Inn\r\n").employer == "Inn"

    def test_more_columns_than_one_can_go_into_the_note(self):
        """What has no field of its own is kept with the name of its column."""
        note = one("role,salary,notes,city\nCook,50k,Kind,Bern\n").note
        assert note == "salary: 50k\nKind\ncity: Bern"

    def test_formulas_stay_text(self):
        """A cell that a program would run is kept as it is written."""
        application = one('role,company\n"=HYPERLINK(""http://x"",""y"")",@SUM(A1)\n')
        assert application.role == '=HYPERLINK("http://x","y")'
        assert application.employer == "@SUM(A1)"

    def test_meanings_and_order_can_be_changed(self):
        """What the person says counts, not the guess."""
        text = "role,date applied,status\nCook,3/4/2026,Purple\n"
        application = read(text, meanings={"purple": "no"}, order=Order.MONTH_FIRST).every[0]
        assert application.outcome is Outcome.NO
        assert application.sent_on == date(2026, 3, 4)


class TestDuplicates:
    """The same application twice."""

    HERE = Application(
        role="Cook", employer="The Inn", sent_on=date(2026, 3, 12), link="https://www.a.example/1/"
    )

    @pytest.mark.parametrize(
        ("row", "is_twin"),
        [
            ("cook,THE  INN,2026-03-12,", True),
            ("Cook,The Inn,2026-03-13,", False),
            ("Cook,The Inn,,", False),
            ("Chef,The Inn,2026-03-12,http://a.example/1#top", False),
            (",The Inn,2026-04-12,http://a.example/1#top", True),
            ("Cook,,2026-04-01,a.example/1", True),
            ("Chef,The Inn,2026-04-01,a.example/1", False),
            ("Cook,Other,2026-03-12,", False),
        ],
    )
    def test_role_employer_and_day_or_the_address_make_two_the_same(self, row, is_twin):
        """Capitals, spaces, "www." and a closing slash do not count."""
        looked_at = read(f"role,company,date,link\n{row}\n", here=[self.HERE])
        assert (len(looked_at.twins) == 1) is is_twin
        assert (len(looked_at.new) == 0) is is_twin

    def test_a_row_twice_in_the_file_is_new_once(self):
        """A file that holds its rows twice brings each once, and tells which rows were doubles."""
        looked_at = read("role,company\nCook,Inn\nNurse,Ward\nCook,Inn\n")
        assert [each.role for each in looked_at.new] == ["Cook", "Nurse"]
        assert looked_at.twin_rows == (4,)

    def test_two_roles_of_one_careers_page_are_two(self):
        """Also on one day; without a role of its own it is the same advert."""
        page = "https://acme.example/careers"
        looked_at = read(
            f"role,company,date,link\nNurse,Acme,2026-11-01,{page}\n"
            f"Cook,Acme,2026-11-01,{page}\n,Acme,,{page}\n"
        )
        assert [each.role for each in looked_at.new] == ["Nurse", "Cook"]
        assert looked_at.twin_rows == (4,)

    def test_two_without_an_address_are_not_the_same_by_it(self):
        """No address is no likeness."""
        assert len(read("role,link\nCook,\nNurse,\n").new) == 2


class TestTakingIn:
    """Written in one commit, undone in one."""

    TEXT = "role,company\nCook,Inn\nNurse,Ward\nCook,Inn\n"

    def test_nothing_is_written_by_looking(self, workspace):
        """A preview is only a preview."""
        read(self.TEXT, here=workspace.applications.all())
        assert workspace.applications.all() == ()

    def test_it_is_written_in_one_commit_and_only_once(self, workspace, monkeypatch):
        """All of it or nothing, and a second click adds nothing."""
        saved = []
        save = MemoryStorage._save
        monkeypatch.setattr(MemoryStorage, "_save", lambda *a: (saved.append(1), save(*a))[1])
        assert take_in(workspace, read(self.TEXT), "first") == 2
        assert len(saved) == 1
        assert take_in(workspace, read(self.TEXT), "first") == 0
        assert [each.role for each in workspace.applications.all()] == ["Cook", "Nurse"]

    def test_duplicates_are_kept_on_request_in_the_order_of_the_file(self, workspace):
        """The person decides about doubles."""
        assert take_in(workspace, read(self.TEXT), "first", with_twins=True) == 3
        assert [each.role for each in workspace.applications.all()] == ["Cook", "Nurse", "Cook"]

    def test_an_import_is_taken_back_in_one_step_and_can_return(self, workspace):
        """Undo leaves what was there before, and can itself be undone."""
        mine = workspace.applications.add(Application(role="Mine"))
        take_in(workspace, read(self.TEXT), "first")
        whole = workspace.applications.all()
        gone = take_back(workspace, "first")
        assert workspace.applications.all() == (mine,)
        workspace.put_back(gone)
        assert set(workspace.applications.all()) == set(whole)

    def test_what_was_used_since_is_kept_and_told(self, workspace):
        """Changed by hand, or with a talk: it stays when its import is taken back."""
        take_in(workspace, read("role\nCook\nNurse\nClerk\n"), "first")
        cook, nurse, _ = workspace.applications.all()
        workspace.applications.replace(
            moved_on(cook, Stage.FIRST_TALK, TODAY, datetime(2026, 11, 20, tzinfo=UTC))
        )
        workspace.interviews.add(Interview(application_id=nurse.id))
        [told] = imports_in(workspace)
        assert [each.role for each in told.kept] == ["Cook", "Nurse"]
        take_back(workspace, "first")
        assert [each.role for each in workspace.applications.all()] == ["Cook", "Nurse"]
        assert imports_in(workspace) == ()

    def test_taking_back_what_is_not_there_does_nothing(self, workspace):
        """A second undo finds nothing to undo."""
        assert take_back(workspace, "never") == ()

    def test_the_latest_import_is_told_first(self, workspace):
        """The one to be undone is most often the last one."""
        for name in ("first", "second"):
            take_in(workspace, read(f"role\n{name}\n"), name)
        assert [each.id for each in imports_in(workspace)] == ["second", "first"]

    def test_two_thousand_rows_come_in(self, on_disk, open_again):
        """A record of years is read whole, kept on disk, and found to be known the next time."""
        rows = "".join(
            f"Role {n},Firm {n % 97},{1 + n % 28}/3/2026,Rejected\n" for n in range(2000)
        )
        text = f"role,company,date applied,status\n{rows}"
        assert take_in(on_disk, read(text), "first") == 2000
        again = open_again()
        assert len(again.applications.all()) == 2000
        assert read(text, here=again.applications.all()).new == ()


LINE = st.text(st.characters(exclude_categories=["C"]), max_size=30).map(str.strip)
DAY = st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31))
NASTY = st.sampled_from(
    ["=1+1", "'=x", "-5", "@me", "+49 30", "a,b", 'say "hi"', "a\nb", "''", "x;y"]
)
TEXTS = LINE | NASTY
REACHED = st.builds(StageReached, stage=st.sampled_from(Stage), on=DAY, noted_at=st.none())
APPLICATIONS = st.builds(
    Application,
    role=TEXTS.filter(bool),
    employer=TEXTS,
    sent_on=DAY,
    source=TEXTS,
    tailored=st.none() | st.booleans(),
    contacted=st.none() | st.booleans(),
    must_haves=st.none() | st.integers(0, 100),
    stages=st.lists(
        st.builds(StageReached, stage=st.sampled_from(Stage), on=DAY, noted_at=st.none()),
        max_size=4,
    ).map(tuple),
    outcome=st.none() | st.sampled_from(Outcome),
    ended_on=DAY,
    link=TEXTS,
    note=TEXTS,
    requested=st.lists(st.builds(Requested, what=TEXTS, due=DAY, sent_on=DAY), max_size=3).map(
        tuple
    ),
    facts=st.lists(st.builds(Fact, what=TEXTS, source=TEXTS, why=TEXTS), max_size=3).map(tuple),
    archived_on=DAY,
)


class TestRoundTrip:
    """Out as CSV, and in again."""

    @settings(max_examples=50, deadline=None)
    @given(st.lists(APPLICATIONS, min_size=1, max_size=5))
    def test_what_goes_out_comes_back_the_same(self, applications):
        """Every field of every application, whatever its words hold."""
        sheet = read_sheet(as_csv(applications, WORDS), knows)
        looked_at = preview(sheet, guess(sheet, WORDS, TODAY), WORDS, ())
        assert list(looked_at.every) == applications
        assert looked_at.remarks == ()

    @given(TEXTS)
    def test_no_cell_begins_like_a_formula(self, text):
        """A program that opens the file runs nothing, and the guard comes off again."""
        assert guarded(text)[:1] not in set("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
        assert unguarded(guarded(text)) == text

    def test_an_empty_log_goes_out_with_its_column_names(self):
        """The file says what could stand in it."""
        lines = as_csv((), WORDS).decode("utf-8-sig").splitlines()
        assert len(lines) == 1
        assert lines[0].startswith("Role,Employer,Applied on")
