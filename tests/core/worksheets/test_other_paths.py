"""Other paths (W7): what is found in the answers, and what may be kept of them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.content.paths import path_words
from core.content.slots import fill
from core.paths import Activity, Path, Reach, SkillOnPath, Trial
from core.skills import Skill
from core.wins import Win
from core.worksheets.answers import Answers
from core.worksheets.desk import begin
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
SHEET = worksheet_in("paths.toml")
THREE = ("nearest", "sideways", "bold")
NOT_CHECKED = path_words().not_checked


def table(field, *rows, **columns):
    """Rows that a person added: each column as a list, None where a cell is open."""
    told = {field: [f"r{at}" for at in range(1, 1 + len(next(iter(columns.values()))))]}
    for column, cells in columns.items():
        told |= {f"{field}.r{at}.{column}": each for at, each in enumerate(cells, 1)}
    return {place: value for place, value in told.items() if value is not None}


def each_path(field, *cells, column=""):
    """One column, or one rating, for the three paths."""
    end = f".{column}" if column else ""
    pairs = zip(THREE, cells, strict=True)
    return {f"{field}.{path}{end}": value for path, value in pairs if value is not None}


def day(days):
    """A day so many days from today, as it is stored."""
    return (TODAY + timedelta(days)).isoformat()


NAMED = {"nearest": "Shop lead", "sideways": "Clinic planner", "bold": "Own workshop"}
FULL = {
    **NAMED,
    **table(
        "energy",
        what=["Ran the market stall", "Budget meeting", "Planned the market", "Wrote a note"],
        energy=[3, -3, 2, 0],
        unpaid=["yes", "no", "no", None],
    ),
    **table(
        "strengths",
        strength=["Planning", "Excel", "Selling"],
        proof=["Moved the store in a day", None, "Sold the stall out"],
    ),
    **each_path("about", "Like now", "Calm", "Dusty", column="tuesday"),
    **each_path("about", "Two ads", "Forty ads", None, column="demand"),
    **each_path("about", None, "City board", None, column="source"),
    **each_path("about", None, day(-10), None, column="checked"),
    **each_path("about", "none", "a course", "all I have", column="cost"),
    **each_path("carries.r1", 3, 3, 2),
    **each_path("carries.r2", None, 1, 2),
    **each_path("carries.r3", None, 2, 0),
    **each_path("tests", "talk", "visit", None, column="kind"),
    **each_path("tests", "Call Ana", "See the ward", None, column="test"),
    **each_path("tests", day(20), day(5), None, column="by"),
    **each_path("pull", 4, 8, 9),
    **each_path("feasible", 9, 7, 3),
    **each_path("proven", 8, 7, 2),
}


def found(raw, today=TODAY):
    """The results of a run, by the id of each."""
    return {each.result.id: each for each in results_of(Answers(SHEET, raw), Around(today))}


def said(result):
    """The sentences of a result, days as they are written in ISO."""
    return [fill(result.result.says[each.id], **each.facts) for each in result.outcome.says]


def ids(raw, result):
    """Which sentences a result chose."""
    return [each.id for each in found(raw)[result].outcome.says]


@pytest.fixture
def workspace():
    """An empty workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


def kept(workspace, raw, run=None):
    """A run with these answers, and what may be kept of it, by keep."""
    run = run or begin(workspace, SHEET, None, TODAY, raw)
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), NOW)
    return run, {each.keep.id: each.proposals for each in offers}


class TestEnergy:
    """What gives, what takes, and what comes back."""

    def test_both_sides_and_the_theme(self):
        """The words of the person, the strongest first."""
        energy = found(FULL)["energy"]
        assert said(energy)[0] == "Gives energy: 2. Takes energy: 1. In between: 1."
        assert ids(FULL, "energy") == ["counts", "most", "least", "unpaid", "theme"]
        assert energy.outcome.says[-1].facts["count"] == 2
        assert [row[1] for row in energy.outcome.rows] == [3, 2, 0, -3]
        assert energy.outcome.picture is Picture.PULLS
        assert energy.outcome.rows[0][2] == path_words().unpaid

    def test_what_was_noted_twice_is_named_once(self):
        """In the words of its strongest note."""
        raw = table("energy", what=["Choir", "Tea", "choir"], energy=[2, 2, 3])
        [most] = [each for each in found(raw)["energy"].outcome.says if each.id == "most"]
        assert most.facts["things"].casefold() == "choir, tea"

    def test_what_has_no_number_is_named_and_not_drawn(self):
        """Blank is not nought."""
        raw = table("energy", what=["Choir", "Tax"], energy=[None, None])
        assert ids(raw, "energy") == ["open"]
        assert found(raw)["energy"].outcome.picture is None


class TestOverlap:
    """Skill by path."""

    def test_worked_by_hand(self):
        """Nearest 3/3, sideways (3+1+2)/9, bold (2+2+0)/9."""
        overlap = found(FULL)["overlap"]
        assert [row[:3] for row in overlap.outcome.rows] == [
            ("Shop lead", 100, 1),
            ("Clinic planner", 67, 3),
            ("Own workshop", 44, 3),
        ]
        assert overlap.outcome.rows[1][3] == "Excel"
        assert overlap.outcome.picture is Picture.HEAT
        assert ("Own workshop", "Selling", 0) in overlap.outcome.points

    def test_the_gap_that_matters_most_goes_by_pull(self):
        """Selling 1x8 + 3x9 = 35, Excel 2x8 + 1x9 = 25, planning 1x9."""
        assert said(found(FULL)["overlap"])[-1].startswith("The one gap that matters most: Selling")

    def test_ties_and_no_gap_and_no_pull(self):
        """Each is said in its own words."""
        two = {**NAMED, **table("strengths", strength=["A", "B"])}
        both = {**two, **each_path("carries.r1", 1, 1, 1), **each_path("carries.r2", 1, 1, 1)}
        assert ids(both, "overlap")[-1] == "gaps"
        whole = {**two, **each_path("carries.r1", 3, 3, 3)}
        assert ids(whole, "overlap")[-1] == "no_gap"
        assert ids({**both, **each_path("pull", 0, 0, 0)}, "overlap")[-1] == "no_pull"

    def test_a_path_without_a_name_has_no_overlap(self):
        """Its old degrees stay in the file and are not counted."""
        raw = {**FULL, "bold": " "}
        assert [row[0] for row in found(raw)["overlap"].outcome.rows] == [
            "Shop lead",
            "Clinic planner",
        ]


class TestEvidence:
    """Blank is shown as not checked (S0-30)."""

    def test_what_is_open_is_said_and_shown(self):
        """Nothing at all, or a part of it."""
        evidence = found(FULL)["evidence"]
        assert ids(FULL, "evidence") == ["unchecked", "partly"]
        assert "Own workshop" in said(evidence)[0]
        assert said(evidence)[1].startswith("Shop lead: still open is where that stands")
        assert evidence.outcome.rows[2] == ("Own workshop", *[NOT_CHECKED] * 3)
        assert evidence.outcome.rows[1][3] == TODAY - timedelta(10)

    def test_all_checked(self):
        """Said once."""
        raw = {**NAMED}
        for column in ("demand", "source"):
            raw |= each_path("about", "x", "x", "x", column=column)
        fresh = {**raw, **each_path("about", day(-1), day(-1), day(-1), column="checked")}
        assert ids(fresh, "evidence") == ["checked"]
        old = {**fresh, "about.bold.checked": day(-200)}
        assert ids(old, "evidence") == ["checked", "old"]


class TestTests:
    """The smallest test within two weeks."""

    def test_by_their_days(self):
        """The first one first; later than two weeks is said kindly; none is said too."""
        tests = found(FULL)["tests"]
        assert ids(FULL, "tests") == ["first", "late", "no_test"]
        assert [row[2] for row in tests.outcome.rows] == ["See the ward", "Call Ana"]
        assert tests.outcome.rows[0][1] == path_words().trials[Trial.VISIT]

    def test_fourteen_days_are_soon_enough(self):
        """And a test without a day is asked for one."""
        raw = {**FULL, "tests.nearest.by": day(14), "tests.bold.test": "Rent a bench"}
        assert ids(raw, "tests") == ["first", "no_day"]


class TestComparison:
    """No single winner within a tenth, and none below three paths."""

    def test_close_and_clear(self):
        """22 and 21 are close; 22 and 18 are not."""
        assert said(found(FULL)["compare"])[0].startswith(
            "Too close to call: Shop lead, Clinic planner."
        )
        clear = found({**FULL, "pull.nearest": 1})["compare"]
        assert said(clear) == ["Clinic planner is ahead for now, with 22 of 30."]
        assert [row[4] for row in clear.outcome.rows] == [18, 22, 14]

    def test_a_leader_of_whom_little_is_known_is_to_be_tested(self):
        """Few points for what is known, or evidence that is not checked."""
        guess = {**FULL, "pull.nearest": 0, "proven.sideways": 4, "feasible.sideways": 10}
        assert ids(guess, "compare") == ["ahead", "untested"]
        unchecked = {**FULL, "pull.nearest": 1, "about.sideways.source": ""}
        assert ids(unchecked, "compare") == ["ahead", "untested"]

    def test_two_paths_are_not_compared(self):
        """Another one is opened first, and no sum is shown."""
        raw = {**FULL, "bold": ""}
        compare = found(raw)["compare"]
        assert ids(raw, "compare") == ["open_another"]
        assert [row[4] for row in compare.outcome.rows] == [None, None]

    def test_three_with_open_numbers_wait(self):
        """They are named."""
        raw = {place: value for place, value in FULL.items() if place != "pull.bold"}
        assert said(found(raw)["compare"])[0].endswith("three numbers: Own workshop.")

    def test_the_picture_has_a_mark_for_each_rating_that_was_given(self):
        """What is open is not drawn as nought."""
        raw = {place: value for place, value in FULL.items() if place != "pull.bold"}
        points = found(raw)["compare"].outcome.points
        assert len(points) == 8
        assert points[0] == ("Shop lead", path_words().ratings["pull"].short, 4)

    def test_names_alone_draw_nothing(self):
        """And the open numbers are asked for."""
        compare = found(NAMED)["compare"].outcome
        assert (compare.picture, compare.points) == (None, ())


class TestNothing:
    """Everything can be skipped."""

    def test_with_no_answers_there_are_no_results(self, workspace):
        """And nothing to keep."""
        assert found({}) == {}
        assert kept(workspace, {})[1] == {}

    @settings(max_examples=30)
    @given(st.sets(st.sampled_from(sorted(FULL))))
    def test_whatever_is_left_out_nothing_breaks(self, left):
        """Each sentence that is chosen can be said."""
        raw = {place: value for place, value in FULL.items() if place not in left}
        for each in found(raw).values():
            assert all(said(each))
            assert all(len(row) == len(each.outcome.columns) for row in each.outcome.rows)
        offers = kept(Workspace.in_memory(lambda: NOW), raw)[1]
        assert all(each.text for proposals in offers.values() for each in proposals)


class TestKeeping:
    """Paths for the board, tests as steps, energy, wins, and one gap."""

    def test_all_of_it(self, workspace):
        """Each path with what was told of it, and what is blank stays blank."""
        run, offers = kept(workspace, FULL)
        take_up(workspace, run, offers)
        paths = {each.reach: each for each in workspace.paths.all()}
        clinic = paths[Reach.SIDEWAYS]
        assert (clinic.name, clinic.demand, clinic.source) == (
            *("Clinic planner", "Forty ads"),
            "City board",
        )
        assert clinic.degrees == {"Planning": 3, "Excel": 1, "Selling": 2}
        assert (clinic.test_kind, clinic.test_by) == (Trial.VISIT, TODAY + timedelta(5))
        assert (clinic.pull, clinic.feasible, clinic.proven) == (8, 7, 7)
        assert (paths[Reach.BOLD].demand, paths[Reach.BOLD].test) == ("", "")
        steps = {each.text: each.due for each in workspace.steps.all()}
        assert steps == {
            "Call Ana": TODAY + timedelta(20),
            "See the ward": TODAY + timedelta(5),
        }
        assert {each.what for each in workspace.wins.all()} == {
            "Planning: Moved the store in a day",
            "Selling: Sold the stall out",
        }
        assert len(workspace.activities.all()) == 4
        assert [each.name for each in workspace.skills.all()] == ["Selling"]

    def test_what_was_kept_is_not_offered_again(self, workspace):
        """Until it is told in another way; a path that is renamed in this run is still that one."""
        run, offers = kept(workspace, FULL)
        run = take_up(workspace, run, offers)
        assert not any(kept(workspace, {}, run)[1].values())
        renamed = run.model_copy(update={"answers": {**FULL, "bold": "My own workshop"}})
        run = workspace.runs.replace(renamed)
        [again] = kept(workspace, {}, run)[1]["paths"]
        take_up(workspace, run, {"paths": [again]})
        assert sorted(each.name for each in workspace.paths.all()) == [
            *("Clinic planner", "My own workshop", "Shop lead")
        ]

    def test_what_was_changed_on_the_board_meanwhile_stays(self, workspace):
        """Finished again with one correction, only that one goes to the board."""
        run, offers = kept(workspace, FULL)
        run = take_up(workspace, run, offers)
        clinic = next(e for e in workspace.paths.all() if e.reach is Reach.SIDEWAYS)
        skills = tuple(e.model_copy(update={"degree": 0}) for e in clinic.skills)
        by_hand = {"name": "Planner in a clinic", "pull": 3, "cost": "Two courses"}
        workspace.paths.replace(clinic.model_copy(update={**by_hand, "skills": skills}))
        told = {**FULL, "about.sideways.tuesday": "Rounds first"}
        run = workspace.runs.replace(run.model_copy(update={"answers": told}))
        [again] = kept(workspace, {}, run)[1]["paths"]
        take_up(workspace, run, {"paths": [again]})
        now = workspace.paths.get(clinic.id)
        assert (now.name, now.pull, now.cost, now.skills) == (
            *("Planner in a clinic", 3, "Two courses", skills),
        )
        assert now.tuesday == "Rounds first"
        assert len(workspace.paths.all()) == 3

    def test_a_second_run_brings_the_same_paths_up_to_date(self, workspace):
        """No path stands there twice, and what is not told now stays."""
        run, offers = kept(workspace, FULL)
        take_up(workspace, run, offers)
        raw = {"sideways": "clinic  PLANNER", "pull.sideways": 2, "about.sideways.worry": "Nights"}
        again = begin(workspace, SHEET, None, TODAY + timedelta(1))
        again = workspace.runs.replace(again.model_copy(update={"answers": raw}))
        take_up(workspace, again, kept(workspace, {}, again)[1])
        assert len(workspace.paths.all()) == 3
        [clinic] = [each for each in workspace.paths.all() if each.reach is Reach.SIDEWAYS]
        assert (clinic.name, clinic.pull, clinic.worry) == ("Clinic planner", 2, "Nights")
        assert (clinic.demand, clinic.feasible, len(clinic.skills)) == ("Forty ads", 7, 3)

    def test_a_second_run_begins_where_the_first_one_ended(self, workspace):
        """Nothing that was kept is typed again."""
        run, offers = kept(workspace, FULL)
        take_up(workspace, run, offers)
        again = begin(workspace, SHEET, None, TODAY + timedelta(1)).answers
        told = {place: each for place, each in FULL.items() if not place.startswith("energy")}
        assert {place: again.get(place) for place in told} == told

    def test_a_path_that_was_put_away_comes_back(self, workspace):
        """Only once the person keeps it again, and it is said."""
        workspace.paths.add(Path(name="Clinic planner", archived_on=TODAY, worry="Nights"))
        run, offers = kept(workspace, {"sideways": "Clinic planner"})
        assert offers["paths"][0].note == SHEET.keeps[0].says["away"]
        take_up(workspace, run, offers)
        [path] = workspace.paths.all()
        assert (path.archived_on, path.worry) == (None, "Nights")

    def test_two_lines_of_one_name_are_one_path(self, workspace):
        """The first one counts."""
        offers = kept(workspace, {"nearest": "Shop", "bold": " shop"})[1]
        assert [each.record.reach for each in offers["paths"]] == [Reach.NEAREST]

    def test_another_test_is_open_again_and_what_one_showed_stays(self, workspace):
        """A result is never lost."""
        workspace.paths.add(
            Path(name="Shop", test="Call Ana", test_done_on=TODAY, test_found="Busy, and kind")
        )
        run, offers = kept(workspace, {"bold": "Shop", "tests.bold.test": "A day there"})
        take_up(workspace, run, {"paths": offers["paths"]})
        [path] = workspace.paths.all()
        assert (path.test, path.test_done_on) == ("A day there", None)
        assert path.test_found == "Busy, and kind"

    def test_energy_that_stands_in_the_log_is_not_noted_twice(self, workspace):
        """The same thing with other energy is a note of its own."""
        workspace.activities.add(Activity(happened_on=TODAY, what="Choir", energy=2))
        raw = table("energy", what=["choir", "Choir", "Tax"], energy=[2, 3, -1])
        offers = kept(workspace, raw)[1]
        assert [(e.record.what, e.record.energy) for e in offers["energy"]] == [
            *[("Choir", 3), ("Tax", -1)]
        ]

    def test_a_day_that_is_over_is_due_at_once(self, workspace):
        """A step is never due in the past."""
        raw = {"bold": "Shop", "tests.bold.test": "Look in", "tests.bold.by": day(-3)}
        [step] = kept(workspace, raw)[1]["tests"]
        assert step.record.due == TODAY


class TestStarts:
    """What is known already is there when it begins."""

    def test_strengths_come_from_skills_and_wins(self, workspace):
        """With their proof; a win that names no strength is a story to be named."""
        workspace.skills.add(Skill(name="Excel", proof="The stock sheet"))
        workspace.skills.add(Skill(name="Talks", level=1))
        workspace.wins.add(Win(what="Led the night shift"))
        workspace.wins.add(Win(what="excel: The stock sheet"))
        run = begin(workspace, SHEET, None, TODAY)
        table_field = [run.answers.get(f"strengths.r{at}.proof") for at in (1, 2)]
        assert run.answers["strengths.r1.strength"] == "Excel"
        assert table_field == ["The stock sheet", "Led the night shift"]
        assert run.answers["strengths"] == ["r1", "r2"]
        assert "strengths.r2.strength" not in run.answers

    def test_skills_that_were_rated_on_a_path_come_first(self, workspace):
        """With their stories, as many as the table has rows; their degrees come along."""
        names = [f"Skill {number}" for number in range(9)]
        skills = tuple(SkillOnPath(skill=name, degree=1) for name in names)
        workspace.paths.add(Path(name="Shop", reach=Reach.BOLD, skills=skills))
        workspace.wins.add(Win(what="Talks: Spoke at the fair"))
        workspace.wins.add(Win(what="skill 2: Did it"))
        answers = begin(workspace, SHEET, None, TODAY).answers
        rows = answers["strengths"]
        assert len(rows) == SHEET.fields["strengths"].most
        assert [answers[f"strengths.{row}.strength"] for row in rows] == names[:8]
        assert answers["strengths.r3.proof"] == "Did it"
        assert all(answers[f"carries.{row}.bold"] == 1 for row in rows)

    def test_paths_of_the_board_are_taken_along(self, workspace):
        """With facts, ratings and degrees; not those put away, nor a test that was done."""
        workspace.skills.add(Skill(name="Excel", level=4))
        workspace.paths.add(
            Path(
                name="Clinic",
                reach=Reach.SIDEWAYS,
                checked_on=TODAY,
                pull=7,
                skills=(SkillOnPath(skill="excel", degree=2),),
                test="Call",
                test_by=TODAY,
            )
        )
        workspace.paths.add(Path(name="Farm", reach=Reach.BOLD, archived_on=TODAY))
        workspace.paths.add(Path(name="Shop", reach=Reach.NEAREST, test="Ask", test_done_on=TODAY))
        answers = begin(workspace, SHEET, None, TODAY).answers
        assert answers["sideways"] == "Clinic"
        assert answers["about.sideways.checked"] == TODAY.isoformat()
        assert (answers["pull.sideways"], answers["carries.r1.sideways"]) == (7, 2)
        assert (answers["tests.sideways.test"], answers["nearest"]) == ("Call", "Shop")
        assert "tests.nearest.test" not in answers
        assert "bold" not in answers

    def test_the_energy_log_is_taken_along(self, workspace):
        """The latest ten, and keeping them again adds nothing."""
        for number in range(12):
            on = TODAY - timedelta(number)
            workspace.activities.add(
                Activity(happened_on=on, what=f"Thing {number}", energy=1, unpaid=True)
            )
        run = begin(workspace, SHEET, None, TODAY)
        assert len(run.answers["energy"]) == 10
        assert run.answers["energy.r1.what"] == "Thing 0"
        assert run.answers["energy.r1.unpaid"] == "yes"
        assert "energy" not in kept(workspace, {}, run)[1]

    def test_with_nothing_known_it_begins_empty(self, workspace):
        """No empty rows are made up."""
        assert begin(workspace, SHEET, None, TODAY).answers == {}
