"""Skills on screen: rated and ordered, planned over weeks, counted in ads, watched for news."""

from datetime import timedelta

import pytest

from core.check_ins import CheckIn
from core.content.loader import fill, skill_words, words
from core.feedback import Feedback
from core.me import Me
from core.people import Person
from core.skills import ActionKind, Skill, SkillAction
from core.trends import Trend
from core.worksheets.run import WorksheetRun
from pages.parts.days import in_words

SAY = words("skills")
SKILLS = "move_on/skills.py"
ADS = (
    "Data analyst. You write SQL queries and build dashboards in Power BI for stakeholders.",
    "Analyst wanted: strong SQL, Power BI, Python. Stakeholders trust your reports.",
)


@pytest.fixture
def sql(stored):
    """A skill with a gap of two levels and two actions."""
    return stored().skills.add(
        Skill(
            name="SQL",
            level=1,
            asked=3,
            ads=4,
            of_ads=5,
            goal_link=3,
            actions=(
                SkillAction(kind=ActionKind.COURSE, text="SQL course", hours=20, closes=1),
                SkillAction(kind=ActionKind.SHOW, text="Own report", hours=4),
            ),
        )
    )


def part(screen, name):
    """Open a part of the page."""
    screen.named("button_group", "skills.section").set_value(name)
    return screen.run()


class TestEmpty:
    """With nothing noted, each part says what will be here and how to begin."""

    @pytest.mark.parametrize(
        ("name", "sentence"),
        [("skills", "empty"), ("plan", "plan_empty"), ("ads", "paste"), ("trends", "trends_empty")],
    )
    def test_each_part_says_what_it_is_for(self, visit, name, sentence):
        """Nothing is a dead end."""
        assert SAY[sentence] in visit(SKILLS, part=name).seen

    def test_an_old_address_is_met_kindly(self, visit):
        """A skill that is gone says so, above the list."""
        assert words("forms")["gone"] in visit(SKILLS, skill="gone").seen


class TestSkills:
    """A card for each skill."""

    def test_levels_stand_in_words(self, visit, sql):
        """Not as bare numbers, with the gap and the ads."""
        seen = visit(SKILLS).seen
        levels = skill_words().levels
        assert fill(SAY["my_level"], level=levels[1]) in seen
        assert fill(SAY["asked_level"], level=levels[3]) in seen
        assert fill(SAY["gap"], gap=2) in seen
        assert fill(SAY["in_ads"], ads=4, of_ads=5) in seen

    def test_the_gap_that_counts_most_comes_first(self, visit, stored, sql):
        """By gap, ads and goal as in a plan, however late it was noted."""
        stored().skills.add(Skill(name="Talks", level=0, asked=3, ads=5, of_ads=5, goal_link=3))
        stored().skills.add(Skill(name="Unrated"))
        heads = [each.value for each in visit(SKILLS).app.header]
        assert heads == ["Talks", "SQL", "Unrated"]

    def test_an_action_is_ticked_and_the_level_is_asked_about(self, visit, stored, sql, today):
        """Done is noted with its day; the level changes only when the person says so."""
        screen = visit(SKILLS).press(f"skill.tick.{sql.id}.0")
        assert SAY["ticked"] in screen.seen
        kept = stored().skills.get(sql.id)
        assert (kept.actions[0].done_on, kept.level) == (today, 1)
        screen.named("pills", f"skill.lift.{sql.id}").set_value(2)
        screen.run().press(f"skill.lifted.{sql.id}")
        kept = stored().skills.get(sql.id)
        assert (kept.level, kept.noted_on) == (2, today)
        assert SAY["lifted"] not in [each.label for each in screen.app.pills]

    def test_the_level_can_stay(self, visit, stored, sql):
        """An action done need not lift anything."""
        screen = visit(SKILLS).press(f"skill.tick.{sql.id}.1")
        screen.press(f"skill.as_before.{sql.id}")
        assert stored().skills.get(sql.id).level == 1
        assert SAY["lift_left"] in screen.seen

    def test_a_tick_can_be_taken_back(self, visit, stored, sql):
        """A slip of the finger is no fact."""
        screen = visit(SKILLS).press(f"skill.tick.{sql.id}.0").press(f"skill.tick.{sql.id}.0")
        assert SAY["unticked"] in screen.seen
        assert stored().skills.get(sql.id).actions[0].done_on is None

    def test_who_has_the_skill_can_be_asked(self, visit, stored, sql):
        """With a way to the letter for a short talk."""
        stored().people.add(Person(name="Jo", how_known="school", knows=("Excel", "sql")))
        assert fill(SAY["teacher"], name="Jo") in visit(SKILLS).seen

    def test_it_is_deleted_only_when_asked_twice_and_comes_back(self, visit, stored, sql):
        """With an undo."""
        screen = visit(SKILLS).press(f"delete.{sql.id}")
        assert SAY["sure"] in screen.seen
        screen.press(f"delete.yes.{sql.id}")
        assert stored().skills.all() == ()
        screen.press("undo.undo")
        assert [each.name for each in stored().skills.all()] == ["SQL"]

    def test_words_of_the_person_stay_as_they_are(self, visit, stored):
        """Signs that could be read as Markdown are shown as typed."""
        stored().skills.add(
            Skill(name="C# [x](http://y) **b**", actions=(SkillAction(text="*a*"),))
        )
        assert "\\*\\*b\\*\\*" in visit(SKILLS).app.header[0].value


class TestTheForm:
    """A skill by hand."""

    def test_all_of_it_is_kept(self, visit, stored, today):
        """Levels, ads, and an action with its terms."""
        screen = visit(SKILLS, skill="new").type("name", "SQL").pick("level", "1")
        screen.pick("asked", "3").pick("goal_link", "2").type("proof", "a report")
        screen.field("number_input", "ads").set_value(3)
        screen.field("number_input", "of_ads").set_value(4)
        screen.type("a0.text", "Course").pick("a0.kind", "course").pick("a0.closes", "1")
        screen.field("number_input", "a0.hours").set_value(12.5)
        screen.type("a0.cost", "free").type("a0.proof", "certificate")
        screen.press("skill:new.0.save")
        [kept] = stored().skills.all()
        assert (kept.level, kept.asked, kept.goal_link, kept.proof) == (1, 3, 2, "a report")
        assert (kept.ads, kept.of_ads, kept.noted_on) == (3, 4, today)
        [action] = kept.actions
        assert (action.kind, action.hours, action.closes) == (ActionKind.COURSE, 12.5, 1)
        assert (action.cost, action.proof) == ("free", "certificate")
        assert SAY["saved"] in screen.seen

    def test_without_a_name_it_asks_for_one(self, visit, stored):
        """Kindly, and keeps what was typed."""
        screen = visit(SKILLS, skill="new").type("proof", "a report").press("skill:new.0.save")
        assert SAY["name_first"] in screen.seen
        assert stored().skills.all() == ()

    def test_a_reload_loses_nothing(self, visit):
        """What is half typed is a draft."""
        visit(SKILLS, skill="new").type("name", "SQL").type("a0.text", "Course")
        screen = visit(SKILLS, skill="new")
        assert screen.field("text_input", "name").value == "SQL"
        assert screen.field("text_input", "a0.text").value == "Course"

    def test_today_leads_back_to_it(self, visit, stored):
        """What is half typed is found there."""
        visit(SKILLS, skill="new").type("name", "SQL")
        [draft] = stored().drafts.all()
        assert draft.form == "skill:new"

    def test_a_change_keeps_what_was_done(self, visit, stored, sql, today):
        """An action that is done stays done when its words change."""
        done = sql.actions[0].model_copy(update={"done_on": today})
        stored().skills.replace(sql.model_copy(update={"actions": (done, sql.actions[1])}))
        visit(SKILLS, skill=sql.id).type("a0.text", "Course, part 2").press(
            f"skill:{sql.id}.0.save"
        )
        kept = stored().skills.get(sql.id)
        assert [each.text for each in kept.actions] == ["Course, part 2", "Own report"]
        assert kept.actions[0].done_on == today

    def test_an_emptied_action_goes(self, visit, stored, sql):
        """To take one out, empty its line."""
        visit(SKILLS, skill=sql.id).type("a0.text", "").press(f"skill:{sql.id}.0.save")
        assert [each.text for each in stored().skills.get(sql.id).actions] == ["Own report"]

    def test_it_can_be_left(self, visit, stored, sql):
        """As it was."""
        screen = visit(SKILLS, skill=sql.id).type("name", "Other").press(f"skill:{sql.id}.0.leave")
        assert stored().skills.get(sql.id).name == "SQL"
        assert SAY["title"] in screen.seen

    def test_two_windows_lose_nothing(self, visit, stored, sql):
        """Both versions are shown, and the person chooses."""
        screen = visit(SKILLS, skill=sql.id).type("name", "Mine")
        stored().skills.replace(sql.model_copy(update={"name": "Theirs"}))
        screen.press(f"skill:{sql.id}.0.save")
        assert {"Mine", "Theirs"} <= {each.value.strip("\u2060") for each in screen.app.text}
        screen.press("conflict.mine")
        assert stored().skills.get(sql.id).name == "Mine"

    def test_every_difference_can_be_told(self, visit, stored, sql, today):
        """Also what a worksheet changed meanwhile: levels, ads, actions, the day."""
        screen = visit(SKILLS, skill=sql.id).type("name", "Mine").pick("level", "0")
        news = {"asked": 4, "ads": 1, "of_ads": 2, "goal_link": 1, "proof": "new", "actions": ()}
        changed = sql.model_copy(update={**news, "noted_on": today, "run_id": "run"})
        stored().skills.replace(changed)
        screen.press(f"skill:{sql.id}.0.save")
        levels = skill_words().levels
        assert {levels[0], levels[1]} <= {each.value.strip("\u2060") for each in screen.app.text}
        screen.press("conflict.theirs")
        assert stored().skills.get(sql.id).ads == 1


class TestThePlan:
    """Actions over weeks."""

    def test_it_asks_for_free_hours_first(self, visit, sql):
        """Without them there are no weeks."""
        assert SAY["no_hours"] in visit(SKILLS, part="plan").seen

    def test_it_says_when_it_ends(self, visit, stored, sql):
        """24 hours at 4 a week are six weeks from 20 November: to the last day of the year."""
        stored().save_me(Me(free_hours=5))
        seen = visit(SKILLS, part="plan").seen
        assert "24 hours in all, at 4 a week" in seen
        assert "week 6, by 31 December 2026" in seen
        assert fill(SAY["room"], weeks=6) in seen

    def test_a_plan_that_is_too_full_says_what_would_fit(self, visit, stored, sql):
        """In six weeks at 2 hours the course does not fit, the report does."""
        stored().save_me(Me(free_hours=2))
        seen = visit(SKILLS, part="plan").seen
        assert fill(SAY["over"], weeks=6) in seen
        assert fill(SAY["fits"], weeks=6, actions="Own report") in seen

    def test_no_free_hours_are_a_fact(self, visit, stored, sql):
        """And no fault."""
        stored().save_me(Me(free_hours=0))
        assert SAY["no_free"] in visit(SKILLS, part="plan").seen

    def test_free_hours_can_be_remembered(self, visit, stored, sql):
        """Only when the person says so."""
        screen = visit(SKILLS, part="plan")
        screen.named("number_input", "skills.free_hours").set_value(8.0)
        screen.run()
        assert stored().me.free_hours is None
        screen.press("skills.keep_hours")
        assert stored().me.free_hours == 8

    def test_the_worksheet_has_told_it_already(self, visit, stored, sql, today):
        """Hours and weeks of the plan that was finished last, and from which day they are."""
        days = (today - timedelta(days=9), today - timedelta(days=2), None)
        for day, hours in zip(days, (30, 5, 40), strict=True):
            answers = {"free_hours": hours, "weeks": 8}
            stored().runs.add(
                WorksheetRun(
                    worksheet="skills_plan",
                    happened_on=today - timedelta(days=9),
                    finished_on=day,
                    answers=answers,
                )
            )
        screen = visit(SKILLS, part="plan")
        assert "24 hours in all, at 4 a week" in screen.seen
        assert fill(SAY["room"], weeks=8) in screen.seen
        assert fill(SAY["room_from"], date=in_words(days[1])) in screen.seen
        assert stored().me.free_hours is None

    def test_it_is_taken_over_when_it_is_told_later(self, visit, stored, sql, today):
        """Also where the page was open before with nothing in it."""
        screen = visit(SKILLS, part="plan")
        run = {"worksheet": "skills_plan", "happened_on": today, "finished_on": today}
        stored().runs.add(WorksheetRun(**run, answers={"free_hours": 5}))
        assert "24 hours in all, at 4 a week" in screen.run().seen

    def test_what_is_kept_about_me_goes_first(self, visit, stored, sql, today):
        """The worksheet does not change it; its weeks count."""
        stored().save_me(Me(free_hours=10))
        run = {"worksheet": "skills_plan", "happened_on": today, "finished_on": today}
        stored().runs.add(WorksheetRun(**run, answers={"free_hours": 5, "weeks": 2}))
        seen = visit(SKILLS, part="plan").seen
        assert "24 hours in all, at 8 a week" in seen
        assert fill(SAY["over"], weeks=2) in seen

    def test_what_is_done_leaves_the_plan(self, visit, stored, sql, today):
        """And what has no hours is named."""
        done = sql.actions[0].model_copy(update={"done_on": today})
        open_one = SkillAction(text="Ask Jo")
        stored().skills.replace(sql.model_copy(update={"actions": (done, open_one)}))
        stored().save_me(Me(free_hours=5))
        seen = visit(SKILLS, part="plan").seen
        assert fill(SAY["no_length"], actions="Ask Jo") in seen
        assert "SQL course" not in seen


class TestAds:
    """Ads that are pasted."""

    def paste(self, visit):
        """Paste two ads, one after the other."""
        return visit(SKILLS, part="ads").type("ad0", ADS[0]).type("ad1", ADS[1])

    def test_my_skills_are_counted_and_others_offered(self, visit, sql):
        """SQL is mine and in both; Power BI is in both and offered."""
        screen = self.paste(visit)
        assert fill(SAY["known"], skill="SQL", ads=2) in screen.seen
        assert any("Power BI" in each for each in screen.field("pills", "more").options)

    def test_they_begin_a_plan(self, visit, stored, sql):
        """With the counts filled in and what is known of the skill; the ads are not kept."""
        screen = self.paste(visit).pick("more", "Power BI")
        screen.press("ads.0.begin")
        [run] = stored().runs.all()
        assert run.worksheet == "skills_plan"
        named = {run.answers[f"needs.{row}.skill"] for row in run.answers["needs"]}
        assert named == {"SQL", "Power BI"}
        assert (run.answers["ads"], run.answers["mine.r1.level"]) == (2, 1)
        assert not [each for each in run.answers.values() if "stakeholders" in str(each)]
        assert stored().drafts.find("ads") is None

    def test_their_text_stays_when_the_person_wants_it(self, visit, stored, sql):
        """With the plan, and nowhere else."""
        screen = self.paste(visit)
        screen.field("checkbox", "keep").set_value(True)
        screen.run().press("ads.0.begin")
        [run] = stored().runs.all()
        assert run.answers["ads_text"] == "\n\n".join(ADS)

    def test_counts_of_my_skills_are_brought_up_to_date(self, visit, stored, sql, today):
        """To watch how much they are wanted."""
        screen = self.paste(visit).press("ads.0.recount")
        kept = stored().skills.get(sql.id)
        assert (kept.ads, kept.of_ads, kept.noted_on) == (2, 2, today)
        assert SAY["recounted"] in screen.seen

    def test_a_skill_that_is_not_found_keeps_its_count(self, visit, stored, sql):
        """The ads may ask for it in other words; a count by hand is not lost to that."""
        talks = stored().skills.add(Skill(name="Public speaking", ads=3, of_ads=4))
        self.paste(visit).press("ads.0.recount")
        assert stored().skills.get(talks.id) == talks

    def test_where_none_is_found_nothing_is_noted(self, visit, stored):
        """There is no button for it."""
        stored().skills.add(Skill(name="Public speaking", ads=3, of_ads=4))
        assert not self.paste(visit).has("button", "recount")

    def test_what_changed_is_told_and_can_be_undone_as_a_whole(self, visit, stored, sql):
        """From what to what, for each; what else was changed meanwhile stays."""
        new = stored().skills.add(Skill(name="Dashboards"))
        screen = self.paste(visit).press("ads.0.recount")
        counts = {"before": "4 of 5 ads", "now": "2 of 2 ads"}
        assert fill(SAY["change_of_count"], skill="SQL", **counts) in screen.seen
        counts = {"before": SAY["no_count"], "now": "1 of 2 ads"}
        assert fill(SAY["change_of_count"], skill="Dashboards", **counts) in screen.seen
        stored().skills.replace(stored().skills.get(sql.id).model_copy(update={"level": 2}))
        screen.run().press("ads.undo")
        kept = stored().skills.get(sql.id)
        assert (kept.ads, kept.of_ads, kept.noted_on, kept.level) == (4, 5, sql.noted_on, 2)
        assert stored().skills.get(new.id).of_ads == 0
        assert SAY["undone_counts"] in screen.seen
        assert not screen.has("button", "undo")

    def test_counts_that_are_the_same_change_nothing(self, visit, stored, sql):
        """And it says so."""
        kept = stored().skills.replace(sql.model_copy(update={"ads": 2, "of_ads": 2}))
        screen = self.paste(visit).press("ads.0.recount")
        assert stored().skills.get(sql.id) == kept
        assert SAY["recounted_same"] in screen.seen

    def test_one_ad_shares_nothing(self, visit):
        """There is nothing to offer yet."""
        assert not visit(SKILLS, part="ads").type("ad0", ADS[0]).has("pills", "more")


class TestTrends:
    """The watch list."""

    @pytest.fixture
    def trends(self, stored, today):
        """Two that were looked at lately, one that was not."""
        home = stored().trends
        lately, long_ago = today - timedelta(days=29), today - timedelta(days=30)
        return [
            home.add(Trend(name="Low", fits=1, pull=1, looked_on=lately)),
            home.add(Trend(name="High", fits=3, pull=3, looked_on=lately)),
            home.add(Trend(name="Old", fits=2, pull=2, looked_on=long_ago, source="a talk")),
        ]

    def test_after_a_month_one_asks_for_another_look(self, visit, stored, trends, today):
        """It stands on top until it is looked at."""
        screen = visit(SKILLS, part="trends")
        names = [each.value for each in screen.app.text if each.value in {"Low", "High", "Old"}]
        assert names == ["Old", "High", "Low"]
        assert SAY["look_again"] in screen.seen
        screen.press(f"trend.looked.{trends[2].id}")
        assert stored().trends.get(trends[2].id).looked_on == today
        assert SAY["look_again"] not in screen.seen

    def test_today_says_so(self, visit, stored, trends, today):
        """Once something was told here; and not before the month is over."""
        stored().check_ins.add(CheckIn(happened_on=today, mood=6))
        screen = visit()
        assert SAY["review"] in screen.seen
        assert "Old" in screen.seen
        stored().trends.replace(trends[2].model_copy(update={"looked_on": today}))
        assert SAY["review"] not in visit().seen

    def test_an_address_opens_its_part(self, visit, trends):
        """Also when another part was open before, and the person can go on from there."""
        screen = visit(SKILLS, part="plan")
        screen.app.query_params["part"] = "trends"
        assert SAY["look_again"] in screen.run().seen
        assert SAY["empty"] in part(screen, "skills").seen

    def test_one_is_added_by_hand(self, visit, stored, today):
        """With source, day, fit and pull."""
        screen = visit(SKILLS, trend="new").type("name", "Vector search")
        screen.type("source", "a talk").type("skill", "SQL").pick("fits", "2").pick("pull", "3")
        screen.press("trend:new.0.save")
        [kept] = stored().trends.all()
        assert (kept.name, kept.source, kept.skill) == ("Vector search", "a talk", "SQL")
        assert (kept.fits, kept.pull, kept.seen_on, kept.looked_on) == (2, 3, today, today)

    def test_one_without_a_name_is_asked_for_it(self, visit, stored):
        """Nothing nameless is kept."""
        screen = visit(SKILLS, trend="new").pick("fits", "2").press("trend:new.0.save")
        assert SAY["trend_name_first"] in screen.seen
        assert stored().trends.all() == ()

    def test_one_is_let_go_and_comes_back(self, visit, stored, trends):
        """With an undo."""
        screen = visit(SKILLS, part="trends").press(f"delete.{trends[0].id}")
        screen.press(f"delete.yes.{trends[0].id}")
        assert len(stored().trends.all()) == 2
        screen.press("undo.undo")
        assert len(stored().trends.all()) == 3


class TestFeedbackIsTakenAlong:
    """S2-26: a plan starts from the feedback that was kept."""

    def test_it_stands_in_the_plan(self, visit, stored):
        """Quote, fit and what the person wants to do; parked ones rest."""
        home = stored().feedback
        home.add(Feedback(quote="Too few\nnumbers", fits=3, in_my_control=True, will_do="Add two"))
        home.add(Feedback(quote="Too young", fits=0, parked=True))
        visit("worksheet.py", worksheet="skills_plan").press("worksheet.begin.skills_plan")
        [run] = stored().runs.all()
        assert run.answers["heard"] == ["r1"]
        assert run.answers["heard.r1.quote"] == "Too few numbers"
        assert (run.answers["heard.r1.fits"], run.answers["heard.r1.control"]) == (3, 3)
        assert run.answers["heard.r1.practice"] == "Add two"
