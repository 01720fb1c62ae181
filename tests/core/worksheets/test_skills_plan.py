"""From skills gap to plan (W6): the order, the weeks, what an hour closes, and what is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.slots import fill
from core.feedback import Feedback
from core.me import Me
from core.people import Help, Person
from core.skills import ActionKind, Skill, SkillAction
from core.trends import Trend
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish, found_in
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in

TODAY = date(2026, 3, 12)
SHEET = worksheet_in("skills_plan.toml")
SCAN = worksheet_in("trend_scan.toml")
FULL = {
    "ads": 5,
    "needs": ["r1", "r2", "r3", "r4"],
    "needs.r1.skill": "SQL",
    "needs.r1.ads": 4,
    "needs.r1.asked": 3,
    "needs.r2.skill": "Dashboards",
    "needs.r2.ads": 5,
    "needs.r2.asked": 3,
    "needs.r3.skill": "Python",
    "needs.r3.ads": 2,
    "needs.r3.asked": 2,
    "needs.r4.skill": "Excel",
    "mine.r1.level": 1,
    "mine.r1.proof": "a report",
    "mine.r2.level": 2,
    "mine.r3.level": 0,
    "weigh.r1.goal": 3,
    "weigh.r1.effort": "some",
    "weigh.r2.goal": 2,
    "weigh.r2.effort": "small",
    "heard": ["r1", "r2", "r3"],
    "heard.r1.quote": "Too few numbers",
    "heard.r1.fits": 3,
    "heard.r1.control": 2,
    "heard.r1.skill": "r2",
    "heard.r1.practice": "Add two numbers",
    "heard.r2.quote": "Too young",
    "heard.r2.fits": 0,
    "heard.r2.practice": "Grow old",
    "heard.r3.quote": "No budget",
    "heard.r3.fits": 2,
    "heard.r3.control": 1,
    "actions": ["r1", "r2", "r3"],
    "actions.r1.action": "Own dashboard",
    "actions.r1.skill": "r2",
    "actions.r1.kind": "project",
    "actions.r1.closes": 3,
    "actions.r1.hours": 10,
    "actions.r2.action": "SQL course",
    "actions.r2.skill": "r1",
    "actions.r2.kind": "course",
    "actions.r2.closes": 1,
    "actions.r2.hours": 20,
    "actions.r3.action": "Ask around",
    "terms.r2.by": "2026-04-01",
    "terms.r2.cost": "40 EUR",
    "terms.r2.proof": "certificate",
    "teachers": ["r1", "r2"],
    "teachers.r1.name": "Jo",
    "teachers.r1.skill": "r1",
    "teachers.r2.name": " jo ",
    "free_hours": 5,
    "first_hour.cue": "it is Tuesday at six",
    "first_hour.action": "open lesson one",
}
FOUND = {
    "found": ["r1", "r2", "r3"],
    "found.r1.name": "Vector search",
    "found.r1.source": "a talk",
    "found.r1.seen": "2026-03-01",
    "found.r1.skill": "SQL",
    "found.r2.name": "dbt",
    "found.r3.name": "Quantum",
    "rated.r1.fits": 2,
    "rated.r1.pull": 2,
    "rated.r2.fits": 3,
    "rated.r2.pull": 2,
}
small = st.none() | st.integers(0, 4)


def results(raw, sheet=SHEET, around=None):
    """The results that have something to tell, by id."""
    found = results_of(Answers(sheet, raw), around or Around(TODAY))
    return {each.result.id: each.outcome for each in found}


def said(raw, result, sheet=SHEET, around=None):
    """The sentences of one result by id, each with its facts."""
    outcome = results(raw, sheet, around).get(result)
    return {each.id: dict(each.facts) for each in outcome.says} if outcome else {}


def offered(workspace, raw, sheet=SHEET):
    """A run with these answers, and what may be kept of it, by keep."""
    run = finish(workspace, begin(workspace, sheet, None, TODAY, raw).id, TODAY)
    offers = offers_of(workspace, run, Answers(sheet, run.answers), workspace.now())
    return run, {each.keep.id: each.proposals for each in offers}


class TestTheOrder:
    """Gap x share of ads x goal link / effort."""

    def test_by_hand(self):
        """SQL: 2 x 4/5 x 3 / 2 = 2.4; dashboards: 1 x 2 / 1; Python: 2 x 2/5 x 1.5 / 2."""
        found = results(FULL)["order"]
        assert [row[:2] for row in found.rows] == [
            ("SQL", 2.4),
            ("Dashboards", 2.0),
            ("Python", 0.6),
        ]
        assert found.picture is Picture.BARS
        assert found.rows[0] == ("SQL", 2.4, 2, 4, 3, 2)
        assert found.rows[2] == ("Python", 0.6, 2, 2, None, None)

    def test_it_says_what_it_rests_on(self):
        """The first one, the three, what was left open, what is missing."""
        told = said(FULL, "order")
        assert told["first"] == {"skill": "SQL", "gap": 2, "ads": 4, "of_ads": 5}
        assert told["top"] == {"skills": "SQL, Dashboards, Python"}
        assert told["guessed"] == {"skills": "Python"}
        assert told["unknown"] == {"skills": "Excel"}
        assert "few_ads" not in told

    def test_a_tie_names_all_of_them(self):
        """And lets the person choose."""
        even = {**FULL, "weigh.r2.effort": "small", "needs.r1.ads": 5, "weigh.r1.goal": 2}
        assert said(even, "order")["tie"] == {"skills": "SQL, Dashboards"}

    def test_the_persons_own_choice_stands(self):
        """What was picked is said in place of what was worked out."""
        told = said({**FULL, "top": ["r3", "r1"]}, "order")
        assert told["picked"] == {"skills": "Python, SQL"}
        assert "top" not in told

    def test_no_gap_is_good_news(self):
        """Nobody is given a plan that they do not need."""
        above = {"needs": ["r1"], "needs.r1.skill": "SQL", "needs.r1.asked": 2, "mine.r1.level": 3}
        assert set(said(above, "order")) == {"level", "few_ads"}

    def test_gaps_without_weight_are_said_to_be_so(self):
        """A gap that no goal needs is left alone."""
        idle = {**FULL, "weigh.r1.goal": 0, "weigh.r2.goal": 0, "weigh.r3.goal": 0}
        assert {"no_pull", "unknown"} <= set(said(idle, "order"))
        assert "top" not in said(idle, "order")

    def test_few_ads_are_said_to_be_few(self):
        """Three make a steadier view."""
        assert "few_ads" in said({**FULL, "ads": 2, "needs.r1.ads": 2, "needs.r2.ads": 2}, "order")


class TestTheWeeks:
    """Hours against free hours."""

    def test_by_hand(self):
        """30 hours at 4 a week: SQL weeks 1 to 5, dashboards 6 to 8, over on 6 May."""
        found = results(FULL)["plan"]
        assert found.picture is Picture.WEEKS
        assert found.points == (("SQL course", 1, 5), ("Own dashboard", 6, 8))
        facts = {"hours": 30, "per_week": 4, "week": 8, "date": date(2026, 5, 6)}
        assert said(FULL, "plan")["ends"] == facts

    def test_too_full_says_what_fits(self):
        """30 of 30 free hours in six weeks is too full; the course alone fits."""
        told = said(FULL, "plan")
        assert told["over"] == {"weeks": 6}
        assert told["fits"] == {"weeks": 6, "actions": "SQL course"}
        assert told["late"] == {"actions": "SQL course"}
        assert told["no_length"] == {"actions": "Ask around"}

    def test_with_more_weeks_there_is_room(self):
        """Eight weeks hold it."""
        told = said({**FULL, "weeks": 8}, "plan")
        assert told["room"] == {"weeks": 8}
        assert "over" not in told

    def test_what_was_picked_first_comes_first(self):
        """The person has the last word."""
        points = results({**FULL, "top": ["r2"]})["plan"].points
        assert [each[0] for each in points] == ["Own dashboard", "SQL course"]

    def test_free_hours_told_before_count(self):
        """And an answer here counts more."""
        before = {name: value for name, value in FULL.items() if name != "free_hours"}
        assert "no_hours" in said(before, "plan")
        known = Around(TODAY, free_hours=10)
        assert said(before, "plan", around=known)["ends"]["per_week"] == 8
        assert said(FULL, "plan", around=known)["ends"]["per_week"] == 4

    def test_no_free_hours(self):
        """Told without blame, with nothing drawn."""
        found = results({**FULL, "free_hours": 0})["plan"]
        assert next(each.id for each in found.says) == "no_free"
        assert not found.rows

    def test_extremes(self):
        """1,000 hours in a quarter of an hour a week have no end that anybody could name."""
        huge = {**FULL, "actions.r2.hours": 1000, "free_hours": 0.25}
        assert {"beyond", "over", "fits_none"} <= set(said(huge, "plan"))
        assert results(huge)["plan"].picture is None


class TestAnHour:
    """S1-22: what closes most of a gap for its time."""

    def test_a_lift_beyond_the_gap_closes_no_more(self):
        """Dashboards: three levels offered, one missing, ten hours: one in ten hours."""
        found = results(FULL)["worth"]
        assert found.rows == (("Own dashboard", 1, 1, 10), ("SQL course", 0.5, 1, 20))
        assert said(FULL, "worth")["best"] == {"action": "Own dashboard"}
        assert said(FULL, "worth")["open"] == {"actions": "Ask around"}

    def test_a_tie(self):
        """Both are named."""
        even = {**FULL, "actions.r2.hours": 10}
        assert said(even, "worth")["tie"] == {"actions": "Own dashboard, SQL course"}

    def test_title_and_axis_count_the_same(self):
        """Nobody has to work out whether an hour or ten are meant."""
        [worth] = [each for each in SHEET.results if each.id == "worth"]
        assert worth.title == worth.columns["worth"]

    def test_no_axis_promises_a_scale_that_it_does_not_show(self):
        """Priorities end where the highest of them does."""
        [order] = [each for each in SHEET.results if each.id == "order"]
        assert order.columns["priority"] == "Priority"


class TestFeedback:
    """S2-26: what fits and is in my hands is worth practising."""

    def test_it_is_sorted(self):
        """As the feedback screen sorts it."""
        assert said(FULL, "heard_says") == {
            "act": {"quotes": "Too few numbers"},
            "know": {"quotes": "No budget"},
            "park": {"quotes": "Too young"},
        }

    def test_what_is_open_stays_open(self):
        """Nothing is decided for anybody."""
        raw = {"heard": ["r1"], "heard.r1.quote": "Hm", "heard.r1.fits": 3}
        assert said(raw, "heard_says") == {"open": {"quotes": "Hm"}}


class TestAnyAnswers:
    """All skipped, half told, forty skills."""

    def test_all_skipped(self):
        """Nothing is said."""
        assert results({}) == {}

    @given(
        st.lists(st.tuples(small, small, small, small), max_size=40),
        st.lists(st.tuples(small, st.none() | st.floats(0, 1000), small), max_size=9),
        st.none() | st.floats(0, 168),
        st.lists(st.integers(0, 40), max_size=5),
    )
    def test_every_sentence_finds_its_facts(self, skills, actions, free, top):
        """Whatever was told: each sentence can be said, each row has a cell for each column."""
        raw = {"free_hours": free, "needs": [], "actions": [], "top": [f"r{at}" for at in top]}
        for at, (level, asked, ads, goal) in enumerate(skills):
            raw["needs"].append(f"r{at}")
            raw |= {f"needs.r{at}.skill": f"S{at}", f"needs.r{at}.ads": ads}
            raw |= {f"needs.r{at}.asked": asked, f"mine.r{at}.level": level}
            raw |= {f"weigh.r{at}.goal": goal if goal != 4 else None}
        for at, (skill, time, closes) in enumerate(actions):
            raw["actions"].append(f"r{at}")
            raw |= {f"actions.r{at}.action": f"A{at}", f"actions.r{at}.hours": time}
            raw |= {f"actions.r{at}.skill": f"r{skill}", f"actions.r{at}.closes": closes}
        for found in results_of(Answers(SHEET, raw), Around(TODAY)):
            for each in found.outcome.says:
                assert fill(found.result.says[each.id], **each.facts)
            for row in found.outcome.rows:
                assert len(row) == len(found.outcome.columns)
            assert set(found.outcome.columns) in (set(found.result.columns), set())


class TestBeginning:
    """What is known is not asked again."""

    def test_hours_and_feedback_are_there(self, workspace):
        """The newest first; what was parked rests."""
        workspace.save_me(Me(free_hours=7.5))
        workspace.feedback.add(Feedback(quote="Old\nwords", heard_on=date(2026, 1, 1)))
        workspace.feedback.add(
            Feedback(quote="New", heard_on=TODAY, fits=2, in_my_control=False, will_do="Try")
        )
        workspace.feedback.add(Feedback(quote="Parked", heard_on=TODAY, parked=True))
        run = begin(workspace, SHEET, None, TODAY)
        answers = Answers(SHEET, run.answers)
        assert answers.number("free_hours") == 7.5
        rows = answers.rows("heard")
        assert [row.label for row in rows] == ["New", "Old words"]
        assert (rows[0].cells["fits"], rows[0].cells["control"]) == (2, 0)
        assert rows[0].cells["practice"] == "Try"
        assert rows[1].cells["control"] is None

    def test_nothing_known_is_nothing_filled(self, workspace):
        """An empty sheet."""
        assert begin(workspace, SHEET, None, TODAY).answers == {}


class TestKeeping:
    """Skills, first pieces, practice and people land where they belong."""

    def test_skills_come_with_their_actions(self, workspace):
        """Levels, ads, terms and practice from feedback."""
        run, kept = offered(workspace, FULL)
        take_up(workspace, run, {"skills": kept["skills"]})
        sql, boards, python, excel = workspace.skills.all()
        assert (sql.name, sql.level, sql.asked, sql.ads, sql.of_ads) == ("SQL", 1, 3, 4, 5)
        assert (sql.proof, sql.goal_link, sql.noted_on) == ("a report", 3, TODAY)
        assert sql.run_id == run.id
        [course] = sql.actions
        assert (course.kind, course.hours, course.closes) == (ActionKind.COURSE, 20, 1)
        assert (course.by, course.cost) == (date(2026, 4, 1), "40 EUR")
        assert course.proof == "certificate"
        assert [each.text for each in boards.actions] == ["Own dashboard", "Add two numbers"]
        assert (python.actions, excel.level, excel.ads) == ((), None, 1)

    def test_a_known_skill_is_brought_up_to_date(self, workspace):
        """And what was done on it stays done."""
        done = SkillAction(text="sql course", done_on=TODAY)
        old = workspace.skills.add(Skill(name="sql ", level=0, actions=(done,)))
        run, kept = offered(workspace, FULL)
        take_up(workspace, run, {"skills": kept["skills"][:1]})
        [new] = workspace.skills.all()
        assert (new.id, new.level) == (old.id, 1)
        assert [(e.text, e.hours, e.done_on) for e in new.actions] == [("SQL course", 20, TODAY)]

    def test_a_name_given_twice_is_one_skill(self, workspace):
        """Nothing stands on the list twice."""
        twice = {"needs": ["r1", "r2"], "needs.r1.skill": "SQL", "needs.r2.skill": " sql"}
        _, kept = offered(workspace, twice)
        assert [each.text for each in kept["skills"]] == ["SQL"]

    def test_first_pieces_are_due_when_their_week_begins(self, workspace):
        """The course today, the dashboard in week 6; what has no hours today."""
        _, kept = offered(workspace, FULL)
        due = {each.key: each.record.due for each in kept["first_pieces"]}
        assert due == {"r1": date(2026, 4, 16), "r2": TODAY, "r3": TODAY}
        assert all(each.record.minutes <= 15 for each in kept["first_pieces"])

    def test_only_practice_that_fits_is_offered(self, workspace):
        """And is in the person's hands."""
        _, kept = offered(workspace, FULL)
        assert [each.record.text for each in kept["practice"]] == ["Add two numbers"]

    def test_the_first_hour_becomes_a_step_with_its_cue(self, workspace):
        """An if-then plan."""
        _, kept = offered(workspace, FULL)
        [step] = [each.record for each in kept["first_hour"]]
        assert (step.text, step.cue) == ("open lesson one", "it is Tuesday at six")

    def test_people_are_kept_once_with_what_they_know(self, workspace):
        """To be asked for advice."""
        run, kept = offered(workspace, FULL)
        take_up(workspace, run, {"people": kept["people"]})
        [jo] = workspace.people.all()
        assert (jo.name, jo.knows, jo.helps) == ("Jo", ("SQL",), (Help.ADVISE,))
        assert jo.how_known == ""

    def test_somebody_known_stays_who_they_are(self, workspace):
        """How they are known is never written over."""
        workspace.people.add(Person(name="JO", how_known="my aunt", helps=(Help.LISTEN,)))
        run, kept = offered(workspace, FULL)
        take_up(workspace, run, {"people": kept["people"]})
        [jo] = workspace.people.all()
        assert (jo.name, jo.how_known) == ("JO", "my aunt")
        assert jo.helps == (Help.LISTEN, Help.ADVISE)
        assert jo.knows == ("SQL",)

    def test_all_that_somebody_knows_is_noted(self, workspace):
        """Two skills of one person, beside what was noted before; none of them twice."""
        workspace.people.add(Person(name="Ana Lee", how_known="cousin", knows=("Welding", "sql")))
        raw = {"needs": ["r1", "r2"], "needs.r1.skill": "SQL", "needs.r2.skill": "Excel"}
        raw |= {"teachers": ["r1", "r2"], "teachers.r1.name": "Ana  Lee", "teachers.r1.skill": "r1"}
        raw |= {"teachers.r2.name": "ana lee", "teachers.r2.skill": "r2"}
        run, kept = offered(workspace, raw)
        take_up(workspace, run, {"people": kept["people"]})
        [ana] = workspace.people.all()
        assert (ana.how_known, ana.knows) == ("cousin", ("Welding", "sql", "Excel"))
        assert (ana.has("EXCEL"), ana.has("cousin")) == (True, False)
        assert "Excel" in ana.own_words

    def test_nothing_told_is_nothing_offered(self, workspace):
        """All skipped."""
        assert offered(workspace, {})[1] == {}

    def test_what_was_kept_is_not_offered_again(self, workspace):
        """Each once."""
        run, kept = offered(workspace, FULL)
        run = take_up(workspace, run, kept)
        offers = offers_of(workspace, run, Answers(SHEET, run.answers), workspace.now())
        assert not any(each.proposals for each in offers)


class TestTheScan:
    """S0-17: what is new in the field."""

    def test_by_fit_and_pull(self):
        """3 x 2 before 2 x 2; what is not rated is named."""
        found = results(FOUND, SCAN)["order"]
        assert [row[:4] for row in found.rows] == [("dbt", 6, 3, 2), ("Vector search", 4, 2, 2)]
        assert said(FOUND, "order", SCAN) == {
            "first": {"name": "dbt"},
            "unrated": {"names": "Quantum"},
        }

    @pytest.mark.parametrize(
        ("fits", "sentence"), [(3, "tie"), (0, "quiet")], ids=["a tie", "nothing draws"]
    )
    def test_ties_and_nothings(self, fits, sentence):
        """Both are said as they are."""
        raw = {**FOUND, "rated.r1.fits": fits, "rated.r2.fits": fits}
        assert sentence in said(raw, "order", SCAN)
        assert results({}, SCAN) == {}

    def test_it_lands_on_the_watch_list(self, workspace):
        """New ones are added, known ones looked at again."""
        old = workspace.trends.add(Trend(name="DBT", source="an ad", fits=1, pull=1))
        run, kept = offered(workspace, FOUND, SCAN)
        take_up(workspace, run, {"trends": kept["trends"]})
        by_name = {each.name: each for each in workspace.trends.all()}
        assert set(by_name) == {"DBT", "Vector search", "Quantum"}
        assert (by_name["DBT"].id, by_name["DBT"].fits) == (old.id, 3)
        assert by_name["DBT"].source == "an ad"
        vector = by_name["Vector search"]
        assert (vector.seen_on, vector.skill, vector.looked_on) == (date(2026, 3, 1), "SQL", TODAY)


def test_a_run_finds_what_the_person_told_elsewhere(workspace):
    """Free hours of the person's own page count in the results of a run."""
    workspace.save_me(Me(free_hours=10))
    raw = {name: value for name, value in FULL.items() if name != "free_hours"}
    run = begin(workspace, SHEET, None, TODAY, raw)
    plan = next(e for e in found_in(workspace, run, SHEET, TODAY) if e.result.id == "plan")
    assert plan.outcome.says[0].facts["per_week"] == 8
