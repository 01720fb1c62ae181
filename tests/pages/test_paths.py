"""Other paths on screen: a board of cards, their comparison, what carries over, and energy."""

import json
from datetime import timedelta

import pytest

from core.content.loader import fill, path_words, words
from core.paths import Activity, Path, Reach, SkillOnPath, Trial
from core.people import Help, Person
from core.skills import Skill
from core.steps import Step
from pages.parts.days import in_words
from pages.parts.plain_text import JOINER

SAY, KNOWN = words("paths"), path_words()
NOTHING = words("worksheet")["nothing"]
PATHS = "move_on/paths.py"


@pytest.fixture
def clinic(stored, today):
    """A path that is checked, rated, and has a test in five days."""
    return stored().paths.add(
        Path(
            name="Clinic *planner*",
            reach=Reach.SIDEWAYS,
            tuesday="Rounds at eight",
            demand="Forty ads",
            source="City board",
            checked_on=today - timedelta(10),
            skills=(
                SkillOnPath(skill="Planning", degree=3),
                SkillOnPath(skill="Excel", degree=1),
            ),
            test="Call Ana",
            test_kind=Trial.TALK,
            test_by=today + timedelta(5),
            pull=8,
            feasible=7,
            proven=7,
        )
    )


@pytest.fixture
def farm(stored):
    """A path of which only the name is known."""
    return stored().paths.add(Path(name="Farm", reach=Reach.BOLD))


def names(stored):
    """The names on the board and off it."""
    return sorted(each.name for each in stored().paths.all())


class TestEmpty:
    """With nothing noted, each part says what will be here and how to begin."""

    @pytest.mark.parametrize(
        ("part", "sentence"),
        [
            ("board", "empty"),
            ("compare", "compare_empty"),
            ("skills", "skills_none"),
            ("energy", "energy_empty"),
        ],
    )
    def test_each_part_says_what_it_is_for(self, visit, part, sentence):
        """Nothing is a dead end."""
        assert SAY[sentence] in visit(PATHS, part=part).seen

    def test_an_old_address_is_met_kindly(self, visit):
        """A path that is gone says so."""
        assert words("forms")["gone"] in visit(PATHS, path_rating="gone").seen


class TestBoard:
    """A card for each path."""

    def test_a_card_tells_all_that_is_known(self, visit, clinic):
        """Own words exactly as typed, evidence with its source and day."""
        seen = visit(PATHS).seen.replace(JOINER, "")
        assert "Clinic \\*planner\\*" in seen
        assert fill(SAY["speaks_line"], demand="Forty ads") in seen
        assert fill(SAY["source_line"], source="City board") in seen
        assert fill(SAY["when_line"], when=in_words(clinic.checked_on)) in seen
        assert fill(SAY["overlap_line"], overlap=67, count=2) in seen
        assert fill(SAY["rated_line"], pull=8, feasible=7, proven=7) in seen
        assert fill(SAY["test_line"], test="Call Ana") in seen
        assert SAY["test_late"] not in seen

    def test_what_is_blank_is_not_checked(self, visit, farm):
        """For what speaks for it, for the source and for the day."""
        seen = visit(PATHS).seen
        assert seen.count(KNOWN.not_checked) == 3
        assert fill(SAY["rated_line"], **dict.fromkeys(KNOWN.ratings, SAY["unrated"])) in seen
        assert SAY["test_open"] in seen
        assert SAY["fewer"] in seen

    def test_adding_one_in_one_line(self, visit, stored):
        """A name is enough."""
        screen = visit(PATHS).type("name", "Own workshop").press("paths.add.0")
        assert SAY["added"] in screen.seen
        assert names(stored) == ["Own workshop"]

    @pytest.mark.parametrize(("typed", "sentence"), [("", "name_first"), ("FARM", "there")])
    def test_nothing_empty_and_nothing_twice(self, visit, stored, farm, typed, sentence):
        """It is said beside the button."""
        screen = visit(PATHS).type("name", typed).press("paths.add.0")
        assert SAY[sentence] in screen.seen
        assert names(stored) == ["Farm"]

    def test_what_is_typed_is_noticed(self, visit):
        """A person in danger meets help here as well."""
        assert visit(PATHS).type("name", "I want to die").press("paths.add.0").in_crisis

    def test_putting_away_and_back(self, visit, stored, farm, today):
        """Out of sight, and back with one press; it is never gone."""
        screen = visit(PATHS).press(f"path.away.{farm.id}")
        assert stored().paths.get(farm.id).archived_on == today
        assert fill(SAY["away_done"], path="Farm") in screen.seen
        screen.press("path.away.undo")
        assert stored().paths.get(farm.id).archived_on is None
        screen.press(f"path.away.{farm.id}").press(f"path.back.{farm.id}")
        assert stored().paths.get(farm.id).archived_on is None
        assert SAY["undone"] in screen.seen

    def test_deleting_and_undoing(self, visit, stored, farm):
        """Asked first, and back with one press."""
        screen = visit(PATHS).press(f"delete.{farm.id}")
        assert SAY["sure"] in screen.seen
        screen.press(f"delete.yes.{farm.id}")
        assert names(stored) == []
        screen.press("undo.undo")
        assert names(stored) == ["Farm"]

    def test_somebody_who_made_the_move_can_be_asked(self, visit, stored, farm, clinic):
        """S0-32: noted with the path, as somebody to ask for advice; nobody stands there twice."""
        stored().people.add(Person(name="Ana", how_known="Choir", helps=(Help.LISTEN,)))
        screen = visit(PATHS)
        screen.named("text_input", "mover.0.name").set_value("ana")
        screen.run().choose("path", farm.id).press("mover.0.keep")
        [ana] = stored().people.all()
        assert (ana.how_known, ana.knows) == ("Choir", ("Farm",))
        assert ana.helps == (Help.LISTEN, Help.ADVISE)
        assert SAY["mover_kept"] in screen.seen
        assert fill(SAY["knows"], name="Ana") in screen.seen

    def test_nobody_is_asked_for_by_an_empty_name(self, visit, stored, farm):
        """It is said beside the button."""
        screen = visit(PATHS).press("mover.0.keep")
        assert SAY["mover_first"] in screen.seen
        assert stored().people.all() == ()


class TestInPlace:
    """What is known, the test and the ratings are changed in the card."""

    def test_facts(self, visit, stored, farm, today):
        """A source and a day make a guess a sign."""
        screen = visit(PATHS).press(f"path.open.{farm.id}")
        screen.type("demand", "Two for sale").type("source", "The paper")
        screen.field("date_input", "checked_on").set_value(today)
        screen.run().named("button", f"path:{farm.id}.0.save").click()
        screen.run()
        path = stored().paths.get(farm.id)
        assert (path.demand, path.source, path.checked_on) == ("Two for sale", "The paper", today)
        assert (path.name, path.reach) == ("Farm", Reach.BOLD)
        assert SAY["saved"] in screen.seen

    def test_a_day_to_come_is_asked_about(self, visit, stored, farm, today):
        """Nothing was looked up tomorrow."""
        screen = visit(PATHS).press(f"path.open.{farm.id}")
        screen.field("date_input", "checked_on").set_value(today + timedelta(1))
        screen.run().press(f"path:{farm.id}.0.save")
        assert words("forms")["future"] in screen.seen
        assert stored().paths.get(farm.id).checked_on is None

    def test_a_path_keeps_a_name(self, visit, stored, farm):
        """It is asked for."""
        screen = visit(PATHS).press(f"path.open.{farm.id}")
        screen.named("text_input", f"path:{farm.id}.0.name").set_value(" ")
        screen.run().press(f"path:{farm.id}.0.save")
        assert SAY["name_first"] in screen.seen
        assert names(stored) == ["Farm"]

    def test_two_paths_never_have_one_name(self, visit, stored, farm, clinic):
        """They would be one in every table."""
        screen = visit(PATHS).press(f"path.open.{clinic.id}")
        screen.named("text_input", f"path:{clinic.id}.0.name").set_value("farm")
        screen.run().press(f"path:{clinic.id}.0.save")
        assert SAY["name_taken"] in screen.seen
        assert stored().paths.get(clinic.id).name == clinic.name

    def test_leaving_changes_nothing(self, visit, stored, farm):
        """Not a word."""
        screen = visit(PATHS).press(f"path_rating.open.{farm.id}").pick("pull", 3)
        screen.press(f"path_rating:{farm.id}.0.leave")
        assert stored().paths.get(farm.id) == farm
        assert not screen.has("pills", "pull")

    def test_a_test_that_is_far_off_is_told_kindly(self, visit, stored, farm, today):
        """Fourteen days are soon enough, and nothing is held back."""
        screen = visit(PATHS).press(f"path_test.open.{farm.id}")
        screen.type("test", "A day on a farm").pick("test_kind", "taster")
        screen.field("date_input", "test_by").set_value(today + timedelta(14))
        assert SAY["test_late"] not in screen.run().seen
        screen.field("date_input", "test_by").set_value(today + timedelta(15))
        assert SAY["test_late"] in screen.run().seen
        screen.press(f"path_test:{farm.id}.0.save")
        path = stored().paths.get(farm.id)
        assert (path.test_kind, path.test_by) == (Trial.TASTER, today + timedelta(15))

    def test_a_test_goes_to_the_list_once(self, visit, stored, clinic):
        """For its day, with its reason."""
        screen = visit(PATHS).press(f"path.step.{clinic.id}")
        [step] = stored().steps.all()
        assert (step.text, step.due) == ("Call Ana", clinic.test_by)
        assert clinic.name in step.why
        assert SAY["put_on_list"] not in screen.seen

    def test_what_it_showed_and_how_it_looks_now(self, visit, stored, clinic, today):
        """One press notes the result, the new ratings, and the step as done."""
        step = stored().steps.add(Step(text="Call Ana", due=today))
        screen = visit(PATHS).press(f"path_found.open.{clinic.id}")
        screen.type("test_found", "Calm, and short of people").pick("proven", 9)
        screen.press(f"path_found:{clinic.id}.0.save")
        path = stored().paths.get(clinic.id)
        assert (path.test_done_on, path.test_found) == (today, "Calm, and short of people")
        assert (path.pull, path.proven) == (8, 9)
        assert stored().steps.get(step.id).done_on == today
        assert SAY["found_saved"] in screen.seen
        assert "Calm, and short of people" in screen.seen

    def test_what_was_typed_is_there_again(self, visit, stored, farm):
        """Coming back to the page is enough: the card is open, with what was typed in it."""
        visit(PATHS).press(f"path.open.{farm.id}").type("worry", "The winters")
        assert stored().paths.get(farm.id).worry == ""
        screen = visit(PATHS)
        assert words("forms")["resumed"] in screen.seen
        assert screen.field("text_input", "worry").value == "The winters"
        screen.press(f"path:{farm.id}.0.save")
        assert stored().paths.get(farm.id).worry == "The winters"
        assert not screen.has("text_input", "worry")

    def test_two_windows(self, visit, stored, farm):
        """Both versions are shown, and the card is back once one is chosen."""
        screen = visit(PATHS).press(f"path_rating.open.{farm.id}").pick("pull", 3)
        other = stored()
        other.paths.replace(farm.model_copy(update={"pull": 9}))
        other.close()
        screen.press(f"path_rating:{farm.id}.0.save").press("conflict.mine")
        assert stored().paths.get(farm.id).pull == 3
        assert not screen.has("pills", "pull")

    def test_a_result_can_be_put_right(self, visit, stored, clinic, today):
        """Also after it was noted."""
        done = clinic.model_copy(update={"test_done_on": today, "test_found": "Clam"})
        stored().paths.replace(done)
        screen = visit(PATHS).press(f"path_found.open.{clinic.id}").type("test_found", "Calm")
        screen.press(f"path_found:{clinic.id}.0.save")
        assert stored().paths.get(clinic.id).test_found == "Calm"


class TestCompare:
    """No single winner within a tenth, and none below three paths."""

    @staticmethod
    def board(stored, *scores):
        """Paths A, B and so on with these three ratings each."""
        for name, (pull, feasible, proven) in zip("ABCDE", scores, strict=False):
            rated = {"pull": pull, "feasible": feasible, "proven": proven}
            stored().paths.add(Path(name=name, **rated))

    @pytest.mark.parametrize(
        ("scores", "sentence", "facts"),
        [
            ([(9, 9, 9), (1, 1, 1)], "open_another", {}),
            ([(9, 9, 9), (1, 1, 1), (1, 1, None)], "wait_rating", {"paths": "C"}),
            ([(10, 10, 10), (9, 9, 9), (1, 1, 1)], "close", {"paths": "A, B"}),
            ([(10, 10, 10), (9, 9, 8), (1, 1, 1)], "ahead", {"path": "A", "score": 30}),
            ([(0, 0, 0)] * 3, "close", {"paths": "A, B, C"}),
        ],
    )
    def test_what_is_said(self, visit, stored, scores, sentence, facts):
        """In one sentence that also reads the picture."""
        self.board(stored, *scores)
        assert fill(SAY[sentence], **facts) in visit(PATHS, part="compare").seen

    def test_a_leader_that_is_not_checked_is_to_be_tested(self, visit, stored):
        """And the table says that it is not checked; one that waits is left out and named."""
        self.board(stored, (10, 10, 10), (5, 5, 5), (5, 5, 5), (1, None, 1))
        screen = visit(PATHS, part="compare")
        assert SAY["untested"] in screen.seen
        assert fill(SAY["left_out"], paths="D") in screen.seen
        rows = screen.app.table[0].value.to_numpy().tolist()
        assert [row[4] for row in rows] == ["30", "15", "15", NOTHING]
        evidence = screen.app.table[1].value.to_numpy().tolist()
        assert {row[1] for row in evidence} == {KNOWN.not_checked}

    def test_below_three_no_sum_is_shown(self, visit, stored):
        """A sum would be a ranking."""
        self.board(stored, (10, 10, 10), (5, 5, 5))
        rows = visit(PATHS, part="compare").app.table[0].value.to_numpy().tolist()
        assert [row[4] for row in rows] == [NOTHING] * 2

    def test_without_any_number_there_is_no_picture_to_tell_of(self, visit, farm):
        """What speaks for a path is shown by its own name."""
        screen = visit(PATHS, part="compare")
        assert [each.label for each in screen.app.expander] == [SAY["column_checked"]]
        [table] = screen.app.table
        assert table.value.columns[0] == SAY["column_path"]
        assert list(table.value[SAY["column_path"]]) == [farm.name]


class TestRating:
    """Three numbers, in any order."""

    def test_no_number_is_nothing_to_keep(self, visit, stored, farm):
        """It is said beside the button, and one number is enough."""
        screen = visit(PATHS).press(f"path_rating.open.{farm.id}")
        screen.press(f"path_rating:{farm.id}.0.save")
        assert SAY["rating_first"] in screen.seen
        assert SAY["saved"] not in screen.seen
        assert stored().paths.get(farm.id).rev == farm.rev


class TestSkills:
    """Each skill on each path."""

    def test_the_grid_in_words_and_as_a_table(self, visit, clinic):
        """(3 + 1) of 6, and Excel is the gap."""
        screen = visit(PATHS, part="skills")
        seen = screen.seen.replace(JOINER, "")
        told = {"path": "Clinic \\*planner\\*", "overlap": 67, "count": 2}
        assert fill(SAY["carries_line"], **told) in seen
        assert fill(SAY["gap"], skill="Excel") in seen
        rows = screen.app.table[0].value.to_numpy().tolist()
        assert rows == [["Planning", KNOWN.degrees[3]], ["Excel", KNOWN.degrees[1]]]

    def test_many_paths_stand_three_abreast(self, visit, stored):
        """Each of them is in a table."""
        for name in "ABCDE":
            skills = (SkillOnPath(skill="Excel", degree=2),)
            stored().paths.add(Path(name=name, skills=skills))
        tables = visit(PATHS, part="skills").app.table
        assert [list(each.value.columns)[1:] for each in tables] == [list("ABC"), list("DE")]

    def test_rating_in_place(self, visit, stored, clinic):
        """Skills of the plan are asked for too; one that is taken back is not asked for there."""
        stored().skills.add(Skill(name="Talks"))
        stored().skills.add(Skill(name="excel"))
        screen = visit(PATHS, part="skills")
        assert screen.field("pills", "skill/planning").value == 3
        screen.pick("skill/planning", None).pick("skill/talks", 2)
        screen.type("own", "Patience").pick("own_degree", 1)
        screen.press(f"path_skills:{clinic.id}.0.save")
        assert stored().paths.get(clinic.id).degrees == {"Excel": 1, "Talks": 2, "Patience": 1}
        assert SAY["saved"] in screen.seen

    def test_a_skill_that_is_listed_is_not_doubled(self, visit, stored, clinic):
        """Whatever its capitals: its degree is the one told last."""
        screen = visit(PATHS, part="skills").type("own", "excel").pick("own_degree", 3)
        screen.press(f"path_skills:{clinic.id}.0.save")
        assert stored().paths.get(clinic.id).degrees == {"Planning": 3, "Excel": 3}

    def test_more_than_a_few_skills_come_on_request(self, visit, stored, clinic):
        """None is out of reach."""
        for at in range(13):
            stored().skills.add(Skill(name=f"Skill {at:02}"))
        screen = visit(PATHS, part="skills")
        assert len([each for each in screen.app.pills if "skill/" in (each.key or "")]) == 12
        screen.press("shown.path_skills.more")
        assert len([each for each in screen.app.pills if "skill/" in (each.key or "")]) == 15

    def test_the_gap_can_become_a_skill_to_plan_for(self, visit, stored, clinic):
        """Once; after that it is on the list."""
        screen = visit(PATHS, part="skills").press("path_gap.take")
        assert [each.name for each in stored().skills.all()] == ["Excel"]
        assert SAY["gap_taken"] in screen.seen
        assert SAY["gap_take"] not in screen.seen

    def test_with_nothing_rated_there_is_no_picture(self, visit, farm):
        """It says how to get one."""
        assert SAY["skills_empty"] in visit(PATHS, part="skills").seen


class TestEnergy:
    """Noted in one line, told over time."""

    def test_a_note(self, visit, stored, today):
        """With its number, and whether it would be done unpaid."""
        screen = visit(PATHS, part="energy").type("what", "Choir").pick("energy", 3)
        screen.pick("unpaid", "yes").press("activity.0.add")
        [note] = stored().activities.all()
        assert (note.what, note.energy, note.unpaid) == ("Choir", 3, True)
        assert note.happened_on == today
        assert SAY["energy_added"] in screen.seen

    def test_a_note_of_another_day(self, visit, stored, today):
        """What happened last week is noted there."""
        before = today - timedelta(7)
        screen = visit(PATHS, part="energy").type("what", "Choir").pick("energy", 3)
        screen.field("date_input", "happened_on").set_value(before)
        screen.run().press("activity.0.add")
        assert [each.happened_on for each in stored().activities.all()] == [before]

    def test_nought_is_a_number_and_nothing_is_not(self, visit, stored):
        """It is said beside the button."""
        screen = visit(PATHS, part="energy").type("what", "Tax").press("activity.0.add")
        assert SAY["energy_first"] in screen.seen
        screen.pick("energy", 0).press("activity.0.add")
        assert stored().activities.all()[0].energy == 0

    def test_what_comes_back(self, visit, stored, today):
        """As a sentence and as a table, lately and before."""
        for days, energy in ((1, 3), (2, 2), (40, -1)):
            on = today - timedelta(days)
            stored().activities.add(Activity(happened_on=on, what="Choir", energy=energy))
        screen = visit(PATHS, part="energy")
        assert fill(SAY["energy_counts"], gives=2, drains=1, level=0) in screen.seen
        [row] = screen.app.table[0].value.to_numpy().tolist()
        assert [cell.replace(JOINER, "") for cell in row] == ["Choir", "3", "+1.3", "+2.5", "-1"]

    def test_a_bar_ends_where_its_number_does(self, visit, stored, today):
        """The axis goes as far as the scale, so that 2 of 3 does not look like all of it."""
        for _ in range(2):
            stored().activities.add(Activity(happened_on=today, what="Choir", energy=2))
        [chart] = visit(PATHS, part="energy").app.get("vega_lite_chart")
        assert '"domain": [-3, 3]' in json.dumps(json.loads(chart.proto.spec))

    def test_deleting_and_undoing(self, visit, stored, today):
        """One note at a time."""
        note = stored().activities.add(Activity(happened_on=today, what="Choir", energy=1))
        screen = visit(PATHS, part="energy").press(f"delete.{note.id}")
        screen.press(f"delete.yes.{note.id}")
        assert stored().activities.all() == ()
        screen.press("undo.undo")
        assert len(stored().activities.all()) == 1
