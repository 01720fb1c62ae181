"""The search on screen: what the record says, the odds for who asks, and one change at a time."""

from datetime import timedelta

import pytest

from core.applications import Application, Experiment, Outcome
from core.applications import Tests as Change
from core.cases import Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import fill, search_words, words

SAY = words("search_numbers")
SEARCH = "move_on/search.py"


@pytest.fixture
def forty(stored, today):
    """Forty applications of long ago: three talks, all over, half of them shaped."""
    every = []
    for place in range(40):
        day = today - timedelta(days=60 + place)
        stage = Stage.FIRST_TALK if place < 3 else Stage.APPLIED
        every.append(
            Application(
                role=f"Role {place}",
                sent_on=day,
                stages=(StageReached(stage=stage, on=day),),
                outcome=Outcome.NO if place < 3 else None,
                source="A *friend*" if place < 10 else "Board",
                tailored=place < 6,
                contacted=place == 0,
                must_haves=90,
            )
        )
    return stored().applications.add_all(every)


@pytest.fixture
def opened(visit):
    """Open one part of the page."""
    return lambda part: visit(SEARCH, part=part)


def feel(stored, now, strength, family="afraid", **told):
    """A check-in of this moment with one feeling, or with what is told."""
    felt = (Felt(word="afraid", family=family, strength=strength),) if strength else ()
    return stored().check_ins.add(CheckIn(happened_on=now.date(), feelings=felt, **told))


class TestWhatItSays:
    """How far things got, where they stop, and what goes with a talk."""

    def test_an_empty_log_says_what_will_be_here(self, opened):
        """And leads to the worksheets all the same."""
        screen = opened("says")
        assert SAY["empty"] in screen.seen
        links = [each.label for each in screen.app.get("page_link")]
        assert {SAY["to_audit"], SAY["to_wider"], SAY["to_profile"]} <= set(links)

    def test_the_yields_with_their_range_and_table(self, opened, forty):
        """One sentence reads the picture."""
        screen = opened("says")
        facts = {"yes": 3, "of": 40, "low": 4, "high": 16}
        assert fill(SAY["talk"], **facts) in screen.seen
        first = screen.app.table[0].value
        talk = search_words().steps["talk"]
        assert first.to_numpy().tolist()[0] == [talk, 3, 40, "4 to 16"]

    def test_where_it_stops_and_what_goes_with_a_talk(self, opened, forty):
        """Counts stand beside every word of comparison, own words as typed."""
        seen = opened("says").seen
        place = search_words().stops["silence"]
        assert fill(SAY["stops_most"], place=place, count=37, all=40) in seen
        pair = {"yes": 3, "of": 6, "other_yes": 0, "other_of": 34}
        assert fill(SAY["tailored_first"], **pair) in seen
        assert "A \\*friend\\* led to a talk more often so far than Board: 3 of 10" in seen
        assert SAY["narrow"] in seen
        assert fill(SAY["contacts"], count=1, of=40, weeks=0) in seen

    def test_of_many_sources_those_used_most_are_shown(self, opened, stored, today):
        """How many are left out is told."""
        day = today - timedelta(days=90)
        every = [Application(role="Cook", sent_on=day, source=f"S{n}") for n in range(11)]
        stored().applications.add_all(every)
        assert fill(SAY["ways_rest"], count=3) in opened("says").seen

    def test_what_is_too_recent_is_left_out_and_told(self, opened, stored, today):
        """Nothing else can be said of it."""
        stored().applications.add(Application(role="Cook", sent_on=today))
        seen = opened("says").seen
        assert SAY["early"] in seen
        assert SAY["stops_none"] in seen

    def test_few_live_ones_are_a_soft_word(self, opened, stored, today, forty):
        """Three of them need none."""
        nudge = fill(SAY["nudge"], live=0)
        assert nudge in opened("log").seen
        for role in "abc":
            stored().applications.add(Application(role=role, sent_on=today))
        assert nudge.partition(".")[2] not in opened("log").seen

    @pytest.mark.parametrize("outcome", [None, Outcome.ACCEPTED])
    def test_nobody_is_pushed_who_has_none_or_said_yes(self, opened, stored, outcome):
        """An empty log, and a search that found its end."""
        if outcome:
            stored().applications.add(Application(role="Cook", outcome=outcome))
        assert SAY["nudge"].partition("}")[2] not in opened("log").seen

    @pytest.mark.parametrize("told", [{"mood": 3}, {"mood": 6, "hope": 2}])
    def test_and_never_on_a_heavy_day(self, opened, stored, now, forty, told):
        """Low moods and little hope have other needs."""
        feel(stored, now, 0, **told)
        assert fill(SAY["nudge"], live=0) not in opened("log").seen


class TestOdds:
    """For who asks, and never on a hard day."""

    def test_nothing_is_shown_before_it_is_asked_for(self, opened, forty):
        """Opt-in, each time."""
        screen = opened("odds")
        assert SAY["odds_show"] in screen.seen
        assert SAY["odds_caveats"] not in screen.seen

    def test_the_checked_figures(self, opened, forty):
        """Forty sent, three talks, no offer (evidence 15)."""
        screen = opened("odds").press("odds.show")
        seen = screen.seen
        assert fill(SAY["odds_rate"], mean="8", low="4", high="13") in seen
        assert fill(SAY["odds_chance"], more=20, chance="75", left="25") in seen
        assert fill(SAY["odds_fixed"], fixed="81") in seen
        assert screen.app.table[0].value.to_numpy().tolist() == [
            ["50", "9"],
            ["80", "24"],
            ["90", "37"],
        ]
        assert all(SAY[f"odds_caveat_{each}"] in seen for each in ("past", "kind", "apart"))
        assert all(SAY[f"odds_caveat_{each}"] in seen for each in ("small", "worth"))
        assert "%" not in seen
        screen.field("number_input", "more").set_value(50)
        assert fill(SAY["odds_offer"], more=50, chance="36") in screen.run().seen

    def test_without_a_record_it_is_the_guess_and_says_so(self, opened):
        """One in ten, worth ten."""
        seen = opened("odds").press("odds.show").seen
        assert SAY["odds_no_record"] in seen
        assert fill(SAY["odds_guess"], one_in=10, worth=10) in seen

    def test_the_guess_can_be_changed_and_stays(self, opened, forty):
        """Also after a reload."""
        screen = opened("odds").press("odds.show")
        screen.field("number_input", "one_in").set_value(4)
        assert fill(SAY["odds_guess"], one_in=4, worth=10) in screen.run().seen
        again = opened("odds").press("odds.show")
        assert fill(SAY["odds_guess"], one_in=4, worth=10) in again.seen
        back = again.press("odds.back")
        assert fill(SAY["odds_guess"], one_in=10, worth=10) in back.seen
        assert SAY["odds_back"] not in back.seen

    def test_they_are_put_away_again(self, opened, forty):
        """With one press."""
        screen = opened("odds").press("odds.show").press("odds.hide")
        assert SAY["odds_caveats"] not in screen.seen

    @pytest.mark.parametrize("case", ["", "some_case"])
    def test_a_strong_feeling_hides_them(self, opened, stored, now, forty, case):
        """From eight on, whichever case it belongs to; there is no way around (safety)."""
        feel(stored, now, 8, case_id=case)
        screen = opened("odds")
        assert SAY["odds_strained"] in screen.seen
        assert SAY["odds_show"] not in screen.seen

    def test_pride_hides_nothing(self, opened, stored, now, forty):
        """Steadier words are no strain."""
        feel(stored, now, 10, family="steadier")
        assert SAY["odds_show"] in opened("odds").seen

    def test_on_heavy_days_they_stand_behind_open_anyway(self, opened, stored, now, forty):
        """Little hope is T2; nothing is locked."""
        feel(stored, now, 0, mood=6, hope=1)
        screen = opened("odds")
        assert words("heavy")["title"] in screen.seen
        assert SAY["odds_show"] not in screen.seen
        assert SAY["odds_show"] in screen.press("heavy.open").seen


class TestOneChange:
    """One at a time: begun, counted along, looked back at."""

    def test_begun_with_a_pick_and_a_line(self, opened, stored, today):
        """Ten applications if nothing else is said."""
        screen = opened("try").pick("tests", "contact").type("change", "Write to *one*")
        screen.press("experiment:new.0.begin")
        assert SAY["try_begun"] in screen.seen
        [one] = stored().experiments.all()
        assert (one.tests, one.change, one.count) == (Change.CONTACT, "Write to *one*", 10)
        assert (one.begun_on, one.stop_on) == (today, None)
        assert "Write to *one*" in screen.seen
        assert not screen.has("pills", "tests")

    def test_a_change_has_to_be_picked(self, opened, stored):
        """It is said beside the button."""
        screen = opened("try").press("experiment:new.0.begin")
        assert SAY["try_pick"] in screen.seen
        assert stored().experiments.all() == ()

    def test_a_day_that_is_over_ends_nothing(self, opened, stored, today):
        """The day has to come."""
        screen = opened("try").pick("tests", "level")
        screen.field("date_input", "stop_on").set_value(today)
        screen.run().press("experiment:new.0.begin")
        assert SAY["try_past_stop"] in screen.seen
        assert stored().experiments.all() == ()

    def test_it_offers_what_speaks_to_the_place_where_most_stops(self, opened, forty):
        """Silence most of all."""
        say = search_words()
        fitting = ", ".join(say.tests[each] for each in say.helps["silence"])
        assert fill(SAY["try_fits"], places=fitting) in opened("try").seen

    def test_it_counts_along(self, opened, stored, today, forty):
        """And compares only what can be counted."""
        begun = today - timedelta(days=3)
        stored().experiments.add(Experiment(tests=Change.LEVEL, begun_on=begun))
        for day in range(4):
            sent = begun + timedelta(days=day)
            stored().applications.add(Application(role=f"New {day}", sent_on=sent))
        screen = opened("try")
        [bar] = screen.app.get("progress")
        assert (bar.proto.text, bar.proto.value) == (fill(SAY["try_card"], left=4, of=10), 40)
        assert SAY["try_nothing"] in screen.seen
        assert SAY["try_over"] not in screen.seen

    def test_when_it_is_over_it_asks_what_was_noticed(self, opened, stored, today, forty):
        """What is written is kept with it, and the next one can begin."""
        begun = today - timedelta(days=75)
        stop = {"begun_on": begun, "stop_on": today - timedelta(days=1), "count": 20}
        one = stored().experiments.add(Experiment(tests=Change.TAILORING, **stop))
        screen = opened("try")
        pair = {"yes": 3, "of": 16, "other_yes": 0, "other_of": 24}
        assert fill(SAY["try_first"], **pair) in screen.seen
        assert SAY["try_over"] in screen.seen
        screen.type("learned", "It took less time").press(f"experiment:{one.id}.0.end")
        assert SAY["try_ended"] in screen.seen
        ended = stored().experiments.get(one.id)
        assert (ended.learned, ended.ended_on) == ("It took less time", today)
        assert "It took less time" in screen.seen
        assert SAY["try_empty"] in screen.seen

    def test_it_can_end_before_its_time(self, opened, stored, today):
        """With nothing written, too."""
        one = stored().experiments.add(Experiment(tests=Change.SOURCE, begun_on=today))
        screen = opened("try").press(f"experiment:{one.id}.0.end")
        assert stored().experiments.get(one.id).ended_on == today
        assert search_words().tests["source"] in screen.seen

    def test_what_is_written_is_noticed(self, opened, stored, today):
        """A person in danger meets help here as well."""
        one = stored().experiments.add(Experiment(tests=Change.SOURCE, begun_on=today))
        screen = opened("try").type("learned", "I want to die")
        assert screen.press(f"experiment:{one.id}.0.end").in_crisis

    def test_an_old_one_is_deleted_and_undone(self, opened, stored, today):
        """Asked first; the applications stay."""
        told = {"begun_on": today, "ended_on": today}
        one = stored().experiments.add(Experiment(tests=Change.SOURCE, **told))
        screen = opened("try").press(f"delete.{one.id}").press(f"delete.yes.{one.id}")
        assert stored().experiments.all() == ()
        screen.press("undo.undo")
        assert stored().experiments.get(one.id).ended_on == today

    def test_a_half_typed_one_waits_on_today(self, opened, visit):
        """And the way there opens this part."""
        opened("try").type("change", "Write to one person")
        links = {each.label: each for each in visit().app.get("page_link")}
        [way] = [
            each for label, each in links.items() if words("today")["draft_experiment"] in label
        ]
        assert "experiment=new" in way.proto.query_string
        assert SAY["try_lead"] in visit(SEARCH, experiment="new").seen

    def test_today_leads_to_one_that_is_over(self, visit, stored, today, now):
        """Not before, and not on a heavy day."""
        felt = feel(stored, now, 0, mood=6)
        told = {"tests": Change.LEVEL, "begun_on": today - timedelta(days=9)}
        one = stored().experiments.add(Experiment(**told, stop_on=today))
        assert SAY["try_look_back"] not in links(visit())
        over = one.model_copy(update={"stop_on": today - timedelta(days=1)})
        stored().experiments.replace(over)
        assert SAY["try_look_back"] in links(visit())
        stored().check_ins.replace(felt.model_copy(update={"mood": 2}))
        assert SAY["try_look_back"] not in links(visit())


def links(screen):
    """What the links on a screen are called."""
    return [each.label for each in screen.app.get("page_link")]
