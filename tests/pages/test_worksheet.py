"""Worksheets on screen: one step at a time, nothing lost on the way, and what comes of it."""

import shutil
from datetime import date, timedelta

import pytest

from core.cases import Case, Direction
from core.content.files import EN
from core.content.loader import fill, support_words, words
from core.worksheets import shelf
from core.worksheets.desk import END, begin, finish, write
from core.worksheets.keeping import take_up
from pages.parts.worksheet_end import LIVES_ON, PARTS
from tests.core.worksheets.conftest import EVERY_KIND

SAY, LIST = words("worksheet"), words("worksheets")
WORKSHEET, TODAY = "worksheet.py", "today.py"
STEPS = ["words", "choices", "cards", "tables", "ends"]


@pytest.fixture
def every_kind(tmp_path, monkeypatch):
    """A fifth worksheet, added as a file alone."""
    folder = shutil.copytree(EN, tmp_path / "en")
    shutil.copy(EVERY_KIND, folder / "worksheets" / EVERY_KIND.name)
    monkeypatch.setattr(shelf, "EN", folder)
    return shelf.worksheets()["every_kind"]


@pytest.fixture
def run(stored, every_kind, today):
    """A run of it, begun today."""
    return begin(stored(), every_kind, None, today)


@pytest.fixture
def at(visit, stored, run):
    """Open the run at a step, with answers that were saved before."""

    def open_step(step, **answers):
        raw = {key.replace("__", "."): value for key, value in answers.items()}
        write(stored(), run.id, {}, raw, at=step)
        return visit(WORKSHEET, run=run.id)

    return open_step


def go_on(screen):
    """Go on to the next step."""
    [button] = [each for each in screen.app.button if (each.key or "").endswith("act.next")]
    button.click()
    return screen.run()


def push(screen, name):
    """Push a button by the end of its key."""
    [button] = [each for each in screen.app.button if (each.key or "").endswith(name)]
    button.click()
    return screen.run()


def add_row(screen):
    """Add a row to the table; return the name that it goes by."""
    push(screen, "act.needs.add")
    [*_, last] = [each.key for each in screen.app.text_input if each.key.endswith(".skill")]
    return last.split(".")[-2]


class TestTheList:
    """What there is, what is half done and what was done."""

    def test_every_worksheet_is_there(self, visit, every_kind):
        """Also one that is only a file."""
        links = [each.label for each in visit("worksheets.py").app.get("page_link")]
        assert {each.title for each in shelf.worksheets().values()} <= set(links)

    def test_half_done_and_finished_stand_apart(self, visit, stored, run, every_kind, today):
        """Each with its day."""
        finish(stored(), begin(stored(), every_kind, None, today, {"name": "x"}).id, today)
        seen = visit("worksheets.py").seen
        assert LIST["half_done"] in seen
        assert LIST["done"] in seen

    def test_a_run_can_be_deleted_and_put_back(self, visit, stored, run):
        """As anything else."""
        screen = visit("worksheets.py")
        screen.press(f"delete.{run.id}")
        screen.press(f"delete.yes.{run.id}")
        assert stored().runs.all() == ()
        screen.press("undo.undo")
        assert [each.id for each in stored().runs.all()] == [run.id]


def test_one_step_is_told_as_one(visit):
    """Not as so many steps."""
    seen = visit("worksheet.py", worksheet="before_yes").seen
    sheet = shelf.worksheets()["before_yes"]
    assert fill(SAY["about_one"], minutes=sheet.minutes) in seen


class TestTheCover:
    """Before a worksheet is begun."""

    def test_beginning_saves_a_run_for_the_case(self, visit, stored, every_kind, today):
        """And leads to its first step."""
        case = stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today))
        screen = visit(WORKSHEET, worksheet="every_kind", case=case.id)
        assert not stored().runs.all()
        screen.press("worksheet.begin.every_kind")
        [run] = stored().runs.all()
        assert (run.case_id, run.at) == (case.id, "words")
        assert screen.app.query_params["run"] == run.id
        assert "Words" in screen.seen

    def test_a_half_done_one_can_be_gone_on_with(self, visit, run):
        """The way on comes before a new beginning."""
        screen = visit(WORKSHEET, worksheet="every_kind")
        links = [each.label for each in screen.app.get("page_link")]
        assert any(each.startswith("Go on with the one begun") for each in links)
        assert SAY["begin_anew"] in screen.seen

    def test_opened_from_the_list_it_asks_which_no(self, visit, stored, every_kind, today):
        """None in particular at first; the run belongs to the one that is chosen."""
        case = stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today))
        screen = visit(WORKSHEET, worksheet="every_kind")
        [which] = screen.app.selectbox
        assert which.value == ""
        which.set_value(case.id)
        screen.run().press("worksheet.begin.every_kind")
        assert [each.case_id for each in stored().runs.all()] == [case.id]

    def test_coming_back_often_is_met_with_another_view(self, visit, stored, every_kind, today):
        """Nothing is locked."""
        for mood in range(4):
            begin(stored(), every_kind, None, today, {"mood": mood})
        screen = visit(WORKSHEET, worksheet="every_kind")
        assert SAY["often"] in [each.value for each in screen.app.info]
        assert SAY["begin_anew"] in screen.seen

    def test_the_view_from_outside_does_not_offer_itself(self, visit, stored, today):
        """Who looks from outside often is met with a small step alone."""
        outside = shelf.worksheets()["wider_view"]
        for part in range(4):
            begin(stored(), outside, None, today, {"part": part})
        screen = visit(WORKSHEET, worksheet="wider_view")
        assert outside.title not in [each.label for each in screen.app.get("page_link")]
        assert SAY["often_outside"] in [each.value for each in screen.app.info]

    def test_an_unknown_worksheet_is_met_kindly(self, visit):
        """Such as one that came with another version."""
        assert SAY["not_found"] in visit(WORKSHEET, worksheet="gone").seen


class TestEveryKindOfQuestion:
    """Each is asked, kept and there again."""

    def test_lines_and_texts(self, at, stored, run):
        """What was written stands in the run after going on."""
        screen = at("words").type("name", "Acme").type("story", "It went\nwell.")
        go_on(screen)
        assert stored().runs.get(run.id).answers == {"name": "Acme", "story": "It went\nwell."}

    def test_choices_and_scores(self, at, stored, run):
        """One, some of a group, some that go by another answer, and numbers for each."""
        screen = at("choices").pick("energy", "low").pick("felt.sad", "sad", "heavy")
        [small] = [each for each in screen.app.multiselect if each.key.endswith(".small.low")]
        small.set_value(["one_song"])
        screen.run().pick("strength.sad", 8).pick("mood", 0)
        go_on(screen)
        assert stored().runs.get(run.id).answers == {
            "energy": "low",
            "felt.sad": ["sad", "heavy"],
            "small.low": ["one_song"],
            "strength.sad": 8,
            "mood": 0,
        }

    def test_too_many_are_kept_and_told(self, at):
        """Beside the question, with those that count."""
        screen = at("choices", felt__sad=["sad", "heavy"], felt__torn=["torn", "stuck"])
        assert "Only the first 3 count here: sad, heavy, torn." in screen.seen

    def test_cards_go_into_piles_one_at_a_time(self, at, stored, run):
        """The next card comes by itself, and one can go back."""
        screen = at("cards")
        assert "Sea" in screen.seen
        push(screen, "act.cards.yes")
        assert "Hills" in screen.seen
        push(screen, "act.cards.no")
        push(screen, "act.cards.back")
        push(screen, "act.cards.yes")
        push(screen, "act.cards.on")
        assert SAY["sort_done"] in screen.seen
        go_on(screen)
        assert stored().runs.get(run.id).answers == {"cards.sea": "yes", "cards.hills": "yes"}

    def test_all_cards_can_be_seen_at_once(self, at, stored, run):
        """For those who would rather have a list."""
        screen = at("cards", cards__sea="yes")
        screen.field("toggle", "act.cards.list").set_value(True)
        screen.run().pick("cards.town", "no")
        assert screen.field("pills", "cards.sea").value == "yes"
        go_on(screen)
        assert stored().runs.get(run.id).answers == {"cards.sea": "yes", "cards.town": "no"}

    def test_a_rank_is_tapped_and_moved(self, at, stored, run):
        """The order of taps, and one place up."""
        sorted_in = {"cards__sea": "yes", "cards__hills": "yes", "best": ["sea", "hills"]}
        screen = at("cards", **sorted_in).pick("ranked", "sea", "hills")
        push(screen, "act.ranked.hills.up")
        go_on(screen)
        assert stored().runs.get(run.id).answers["ranked"] == ["hills", "sea"]

    def test_a_card_that_leaves_its_pile_leaves_the_pick(self, at):
        """And nothing breaks."""
        screen = at("cards", cards__sea="yes", best=["sea"], ranked=["sea"])
        push(screen, "act.cards.back") if screen.has("button", "act.cards.back") else None
        screen.field("toggle", "act.cards.list").set_value(True)
        screen.run().pick("cards.sea", "no")
        assert SAY["waits"] in screen.seen

    def test_rows_are_added_filled_and_taken_out(self, at, stored, run):
        """Each row keeps its own answers."""
        screen = at("tables").type("needs.r1.skill", "Excel").pick("needs.r1.level", 3)
        slot = add_row(screen)
        screen.type(f"needs.{slot}.skill", "Welsh").pick(f"needs.{slot}.way", "learn")
        screen.pick(f"needs.{slot}.with", "friend", "alone")
        push(screen, "act.needs.r1.remove")
        go_on(screen)
        assert stored().runs.get(run.id).answers == {
            "needs": [slot],
            f"needs.{slot}.skill": "Welsh",
            f"needs.{slot}.way": "learn",
            f"needs.{slot}.with": ["friend", "alone"],
        }

    def test_a_new_row_has_nothing_of_one_that_went(self, at, stored, run):
        """What was said elsewhere of the old row stays with the old one."""
        before = {"needs__r1__skill": "Excel", "needs__r2__skill": "Welsh", "fit__name__r2": 3}
        screen = at("tables", name="Mine", ranked=["name"], needs=["r1", "r2"], **before)
        push(screen, "act.needs.r2.remove")
        slot = add_row(screen)
        screen.type(f"needs.{slot}.skill", "Sewing")
        assert screen.field("pills", f"fit.name.{slot}").value is None

    def test_words_of_crisis_are_heard_in_a_row_that_is_taken_out(self, at):
        """Thrown away is not unread."""
        screen = at("tables", needs=["r1", "r2"], needs__r2__skill="no reason to live")
        push(screen, "act.needs.r2.remove")
        assert screen.in_crisis

    def test_there_is_room_for_so_many_rows(self, at):
        """And it says so."""
        screen = at("tables", needs=["r1", "r2", "r3"])
        assert "room for 3 rows" in screen.seen
        assert not screen.has("button", "act.needs.add")

    def test_one_row_needs_no_adding(self, at, stored, run):
        """The first is there already, and counts once something stands in it."""
        go_on(at("tables").type("needs.r1.skill", "Excel"))
        assert stored().runs.get(run.id).answers == {"needs": ["r1"], "needs.r1.skill": "Excel"}

    def test_a_grid_asks_for_each_pair(self, at, stored, run):
        """Rows from one answer, columns from another."""
        known = {"name": "Mine", "ranked": ["name"], "needs": ["r1"], "needs__r1__skill": "Excel"}
        go_on(at("tables", **known).pick("fit.name.r1", 2))
        assert stored().runs.get(run.id).answers["fit.name.r1"] == 2

    def test_days_numbers_and_plans(self, at, stored, run):
        """A vague plan gets a hint and is kept as it is."""
        screen = at("ends", energy="more")
        [day] = [each for each in screen.app.date_input if each.key.endswith(".day")]
        day.set_value(date(2028, 2, 29))
        [money] = [each for each in screen.app.number_input if each.key.endswith(".money")]
        money.set_value(-2.5)
        screen.run().type("plan.cue", "sometime").type("plan.action", "call Ana")
        assert "This could be any moment." in screen.seen
        go_on(screen)
        assert stored().runs.get(run.id).answers == {
            "energy": "more",
            "day": "2028-02-29",
            "money": -2.5,
            "plan.cue": "sometime",
            "plan.action": "call Ana",
        }

    def test_saved_answers_stand_in_their_fields_again(self, at):
        """Of every kind."""
        screen = at("ends", energy="some", day="2026-12-24", money=3, plan__cue="it is eight")
        [day] = [each for each in screen.app.date_input if each.key.endswith(".day")]
        assert day.value == date(2026, 12, 24)
        assert screen.field("text_input", "plan.cue").value == "it is eight"


class TestTheWay:
    """Back and forth without loss, and left for another day."""

    def test_all_can_be_skipped(self, at, stored, run, today):
        """To the very end, which promises nothing that it did not work out."""
        screen = at("words")
        for _ in STEPS[:-1]:
            go_on(screen)
        assert "Look out of the window for a while." in screen.seen
        assert SAY["keep"] not in screen.seen
        saved = stored().runs.get(run.id)
        assert (saved.at, saved.finished_on, saved.answers) == (END, today, {})

    def test_a_step_that_does_not_fit_is_left_out(self, at):
        """The last step is for those with some energy."""
        without, with_it = at("tables"), at("tables", energy="more")
        assert "Step 4 of 5" in without.seen
        assert "Finish" in without.seen
        assert "Finish" not in with_it.seen

    def test_what_is_typed_is_there_before_going_on(self, at, visit, run, stored):
        """It is a draft at once: a reload, or another window, has it."""
        at("words").type("name", "Acme")
        assert not stored().runs.get(run.id).answers
        again = visit(WORKSHEET, run=run.id)
        assert again.field("text_input", "name").value == "Acme"

    def test_monday_stands_there_on_friday(self, at, visit, run):
        """The step and all answers."""
        go_on(at("words").type("name", "Acme"))
        again = visit(WORKSHEET, run=run.id)
        assert "Step 2 of 5" in again.seen
        push(again, "act.back")
        assert again.field("text_input", "name").value == "Acme"

    def test_any_step_can_be_gone_to(self, at, stored, run):
        """What was typed before the jump is saved on the way."""
        screen = at("words").type("name", "Acme")
        screen.pick("act.at.words", "cards")
        assert "Step 3 of 5" in screen.seen
        assert stored().runs.get(run.id).answers == {"name": "Acme"}

    def test_today_offers_to_go_on(self, at, visit, stored, today, every_kind):
        """Without a search."""
        stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today))
        at("cards")
        links = [each.label for each in visit().app.get("page_link")]
        assert f"{words('today')['go_on']}: {every_kind.title}" in links

    def test_words_of_crisis_open_the_card_and_are_kept(self, at, stored, run):
        """A step that speaks of danger is saved, and the card stands above all."""
        screen = go_on(at("words").type("story", "I want to die"))
        assert screen.in_crisis
        assert stored().runs.get(run.id).answers["story"] == "I want to die"

    def test_a_pause_saves_and_leads_to_today(self, at, stored, run):
        """What was typed last is in the run, and read for signs of danger."""
        screen = push(at("words").type("story", "there is no reason to live"), "act.pause")
        assert stored().runs.get(run.id).answers == {"story": "there is no reason to live"}
        assert screen.in_crisis
        assert stored().drafts.all() == ()

    def test_two_windows_in_one_step_lose_nothing(self, at, visit, stored, run):
        """The one that goes on second stays at its own step until then; both texts are there."""
        first = at("words").type("name", "first")
        second = visit(WORKSHEET, run=run.id).type("name", "second")
        go_on(first)
        assert "Step 1 of 5" in second.run().seen
        assert second.field("text_input", "name").value == "second"
        go_on(second)
        assert "Step 2 of 5" in second.seen
        saved = stored().runs.get(run.id)
        assert {saved.answers["name"], *saved.elsewhere["name"]} == {"first", "second"}

    def test_what_another_window_typed_outlives_our_saving(self, at, visit, run):
        """Its draft is not ours to forget: closed and opened again, it is there."""
        first = at("words")
        visit(WORKSHEET, run=run.id).type("story", "typed in the other window")
        go_on(first.type("name", "first"))
        again = push(visit(WORKSHEET, run=run.id), "act.back")
        assert "typed in the other window" in again.field("text_area", "story").value

    @pytest.mark.parametrize("reloaded", [False, True])
    def test_another_windows_answer_is_shown_and_can_be_taken(
        self, at, visit, stored, run, reloaded
    ):
        """Nothing that was saved is written over in silence, not after a reload either."""
        screen = at("words").type("name", "mine")
        write(stored(), run.id, {}, {"name": "theirs"})
        if reloaded:
            screen = visit(WORKSHEET, run=run.id)
        go_on(screen)
        push(screen, "act.back")
        assert SAY["elsewhere"] in screen.seen
        assert "theirs" in screen.seen
        push(screen, "name.True")
        assert stored().runs.get(run.id).answers["name"] == "theirs"
        assert SAY["elsewhere"] not in screen.seen


def test_a_step_shows_what_it_goes_on_from(visit, stored, today):
    """The thought stands above the question for what speaks against it; empty ones do not."""
    run = begin(stored(), shelf.worksheets()["thought_check"], None, today)
    write(stored(), run.id, {}, {"thought": "I am too old"}, at="evidence_against")
    screen = visit(WORKSHEET, run=run.id)
    assert "I am too old" in screen.seen
    write(stored(), run.id, {}, {"balanced": "One team chose"}, at="now")
    assert "One team chose" in visit(WORKSHEET, run=run.id).seen


def test_what_was_written_can_be_read_at_the_end(visit, stored, today):
    """Each text under its question, in one place."""
    run = begin(stored(), shelf.worksheets()["thought_check"], None, today)
    write(stored(), run.id, {}, {"balanced": "One team chose"})
    finish(stored(), run.id, today)
    screen = visit(WORKSHEET, run=run.id)
    [written] = [each for each in screen.app.expander if each.label == SAY["written"]]
    assert "One team chose" in [each.value.strip("\u2060") for each in written.text]


@pytest.mark.parametrize("sheet", [*LIVES_ON, "thought_check"])
def test_the_end_leads_to_where_it_can_be_worked_with(visit, stored, today, sheet):
    """For this very case; where there is no such screen, to none."""
    case = stored().cases.add(Case(direction=Direction.I_SAID_NO, happened_on=today))
    run = begin(stored(), shelf.worksheets()[sheet], case, today)
    finish(stored(), run.id, today)
    links = visit(WORKSHEET, run=run.id).app.get("page_link")
    found = [each.proto.query_string for each in links if each.proto.label == SAY["lives_on"]]
    part = f"&part={PARTS[sheet]}" if sheet in PARTS else ""
    assert found == ([f"case={case.id}{part}"] if sheet in LIVES_ON else [])


def test_of_several_steps_only_the_first_is_ticked(visit, stored, every_kind, today):
    """A list of small things is chosen from, not swallowed whole."""
    answers = {"energy": "low", "small.low": ["one_song", "wash_face"]}
    several = every_kind.keeps[0].model_copy(update={"of": {"text": "small"}})
    shelf.worksheets()["every_kind"] = every_kind.model_copy(update={"keeps": (several,)})
    run = begin(stored(), shelf.worksheets()["every_kind"], None, today, answers)
    finish(stored(), run.id, today)
    ticks = [each for each in visit(WORKSHEET, run=run.id).app.checkbox if "keep" in each.key]
    assert [each.value for each in ticks] == [True, False]


def test_too_little_to_work_out_is_fine(visit, stored, today):
    """And it says so, where something would be worked out."""
    run = begin(stored(), shelf.worksheets()["thought_check"], None, today)
    finish(stored(), run.id, today)
    assert SAY["no_results"] in visit(WORKSHEET, run=run.id).seen


def test_a_step_can_show_what_is_known_so_far(visit, stored, today):
    """Before the person picks three gaps, what comes first stands above the question."""
    answers = {
        "ads": 4.0,
        "needs": ["r1", "r2"],
        "needs.r1.skill": "Welsh",
        "needs.r1.ads": 1,
        "needs.r1.asked": 1,
        "mine.r1.level": 0,
        "needs.r2.skill": "Excel",
        "needs.r2.ads": 4,
        "needs.r2.asked": 4,
        "mine.r2.level": 0,
    }
    run = begin(stored(), shelf.worksheets()["skills_plan"], None, today, answers)
    write(stored(), run.id, answers, answers, at="top")
    assert "Excel comes first." in visit(WORKSHEET, run=run.id).seen


def test_the_plan_that_is_read_aloud_stands_there(visit, stored, today):
    """The if-then plan as a sentence, and what is meant for a knock as a table."""
    answers = {
        "knocks": ["silence"],
        "plans.silence.action": "Walk to the river",
        "plan.cue": "it is nine",
        "plan.action": "open one advert",
    }
    run = begin(stored(), shelf.worksheets()["setback"], None, today, answers)
    write(stored(), run.id, answers, answers, at="rehearse")
    screen = visit(WORKSHEET, run=run.id)
    assert "If it is nine, then I will open one advert." in screen.seen
    [table] = screen.app.table
    assert "Walk to the river" in table.value.to_string()


@pytest.mark.parametrize(("strength", "shown"), [(10, True), (3, False)])
def test_what_is_a_lot_to_carry_is_met_with_support(visit, stored, today, strength, shown):
    """The feelings of the first two days are looked at as a check-in is, and none is stored."""
    answers = {
        "felt.drained": ["overwhelmed"],
        "strength.overwhelmed": 10,
        "strength_now.overwhelmed": strength,
    }
    run = begin(stored(), shelf.worksheets()["first_48"], None, today, answers)
    finish(stored(), run.id, today)
    screen = visit(WORKSHEET, run=run.id)
    assert (support_words().tiers.t1 in screen.seen) is shown
    assert stored().check_ins.all() == ()
    assert (support_words().tiers.t1 in visit(TODAY).seen) is False


class TestTheEnd:
    """What comes of it."""

    @pytest.fixture
    def done(self, visit, stored, run, today):
        """Open a finished run with one plan in it."""
        write(stored(), run.id, {}, {"energy": "more", "plan.action": "call Ana", "mood": 3})
        finish(stored(), run.id, today)
        return lambda: visit(WORKSHEET, run=run.id)

    def test_the_person_chooses_what_is_kept(self, done, stored):
        """One tick, one button; unticked, nothing is kept."""
        screen = done()
        screen.named("checkbox", "worksheet.keep.").uncheck()
        [keep] = [each for each in screen.run().app.button if each.label.startswith("Keep these")]
        assert keep.disabled
        screen.named("checkbox", "worksheet.keep.").check()
        screen.run().press("worksheet.keep.")
        assert [each.text for each in stored().steps.all()] == ["call Ana"]
        assert SAY["keep_done"] in screen.seen
        assert not [each for each in screen.app.checkbox if each.key.startswith("worksheet.keep.")]

    def test_what_changed_meanwhile_is_told_and_can_be_kept_then(
        self, done, stored, run, monkeypatch
    ):
        """Nothing is overwritten, nothing half kept, and the second press keeps it."""

        def late(*args):
            monkeypatch.setattr("pages.parts.worksheet_keep.take_up", take_up)
            write(stored(), run.id, {}, {"mood": 5})
            return take_up(*args)

        screen = done()
        monkeypatch.setattr("pages.parts.worksheet_keep.take_up", late)
        screen.press("worksheet.keep.")
        assert SAY["keep_later"] in screen.seen
        assert stored().steps.all() == ()
        screen.press("worksheet.keep.")
        assert SAY["keep_done"] in screen.seen
        assert [each.text for each in stored().steps.all()] == ["call Ana"]
        assert stored().runs.get(run.id).answers["mood"] == 5

    def test_it_ends_in_one_small_step(self, done, stored):
        """Chosen by the person, by the energy there is."""
        screen = done().pick("energy", "low")
        screen.field("text_input", "own").set_value("Drink some tea")
        screen.run()
        push(screen, ".take")
        assert [each.text for each in stored().steps.all()] == ["Drink some tea"]

    def test_the_chosen_step_stands_there_and_can_be_changed(self, done, stored, run):
        """In place of the question; the other one takes its place on the list while it is open."""
        for text in ("Drink some tea", "Open a window"):
            screen = done()
            if screen.has("button", "change"):
                assert "Drink some tea" in screen.seen
                assert not screen.has("pills", "energy")
                push(screen, f"{run.id}.change")
            screen.pick(f"{run.id}.energy", "low")
            screen.field("text_input", "own").set_value(text)
            screen.run()
            push(screen, ".take")
            assert SAY["step_saved"] in screen.seen
            assert not screen.has("pills", f"{run.id}.energy")
        assert [each.text for each in stored().steps.all()] == ["Open a window"]
        assert stored().runs.get(run.id).next_step == "Open a window"

    def test_a_done_step_stays_done(self, done, stored, today):
        """Another one is added beside it."""
        screen = done()
        for text in ("Drink some tea", "Open a window"):
            screen.pick("energy", "low")
            screen.field("text_input", "own").set_value(text)
            push(screen.run(), ".take")
            [*_, step] = stored().steps.all()
            stored().steps.replace(step.model_copy(update={"done_on": today}))
            push(screen, ".change")
        assert [each.text for each in stored().steps.all()] == ["Drink some tea", "Open a window"]

    def test_the_answers_can_be_gone_back_to(self, done, stored, run, today):
        """And the day of finishing stays."""
        screen = done()
        push(screen, "act.answers")
        assert "Step 1 of 5" in screen.seen
        assert stored().runs.get(run.id).finished_on == today

    def test_two_times_can_be_compared(self, done, stored, every_kind, today):
        """Week 1 beside month 3, in one sentence and a table."""
        early = today - timedelta(days=70)
        before = begin(stored(), every_kind, None, early, {"mood": 1, "name": "Acme"})
        finish(stored(), before.id, early)
        screen = done()
        assert "1 went up, 0 went down and 0 stayed" in screen.seen
        [rated, said] = screen.app.table
        assert [list(column) for _, column in rated.value.items()][1:] == [["1"], ["3"]]
        assert "Acme" in str(said.value)

    def test_a_run_can_be_deleted_with_its_answers(self, done, visit, stored, run):
        """After a question, with a way back; what was only typed goes and returns with it."""
        screen = done()
        push(screen, "act.answers").type("name", "half a line")
        screen = visit("worksheets.py")
        screen.press(f"delete.{run.id}")
        screen.press(f"delete.yes.{run.id}")
        assert (stored().runs.all(), stored().drafts.all()) == ((), ())
        screen.press("undo.undo")
        assert stored().runs.get(run.id).answers["name"] == "half a line"

    def test_of_one_day_the_one_begun_first_is_then(self, done, visit, stored, today):
        """From whichever of the two it is looked at."""
        later = begin(stored(), shelf.worksheets()["every_kind"], None, today, {"mood": 8})
        finish(stored(), later.id, today)
        told = "1 went up, 0 went down"
        assert told in done().seen
        assert told in visit(WORKSHEET, run=later.id).seen
