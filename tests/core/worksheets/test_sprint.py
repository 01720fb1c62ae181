"""The networking sprint (W8): three people go through it, and each gets what fits."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from core.content.slots import fill
from core.if_then import if_then_hints
from core.network.contacts import contacts_by_person
from core.network.touchpoints import CameOf, Channel, Started, Touchpoint
from core.people import Circle, Closeness, Help, Person
from core.worksheets.answers import Answers
from core.worksheets.definition import Worksheet
from core.worksheets.desk import begin, finish, write
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.people_starts import FIRST
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
SHEET = worksheet_in("sprint.toml")
MINUTES = [0, 5, 10, 22, 32, 45, 53, 58]
NOBODY_KNOWN = [
    ("Amara", "close", "past_work", "month", []),
    ("Ben", "weak", "study", "half", ["introduce"]),
    ("Chidi", "warm", "work", "quarter", []),
    ("Dana", "weak", "online", "year", ["advise", "shift"]),
    ("Elif", "weak", "work", "longer", []),
    ("Farah", "close", "family", "month", []),
]


@pytest.fixture
def workspace():
    """An empty workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


def typed(rows, **more):
    """The answers of a person who types these rows: name, closeness, circle, quiet, marks."""
    raw = {"people": [f"r{place}" for place, _ in enumerate(rows)]}
    for place, (who, close, circle, quiet, can) in enumerate(rows):
        cells = {"who": who, "closeness": close, "circle": circle, "quiet": quiet}
        raw |= {f"people.r{place}.{name}": cell for name, cell in cells.items() if cell}
        raw[f"marks.r{place}.can"] = can
    return raw | more


def found(raw, only=()):
    """The results of a run, by the id of each."""
    return {e.result.id: e for e in results_of(Answers(SHEET, raw), Around(TODAY), only)}


def said(raw, result, only=()):
    """The ids of the sentences of one result."""
    told = found(raw, only).get(result)
    return [each.id for each in told.outcome.says] if told else []


def suggested(raw):
    """The suggestion of step 3: its names in their order, and the ids of its sentences."""
    told = found(raw, ("suggestion",)).get("suggestion")
    outcome = told.outcome if told else None
    names = [row[0] for row in outcome.rows] if outcome else []
    return names, [each.id for each in outcome.says] if outcome else []


def done(workspace, raw=None, case=None):
    """A finished run with these answers over those that it began with."""
    run = begin(workspace, SHEET, case, TODAY, raw)
    return finish(workspace, run.id, TODAY)


def offered(workspace, run, now=NOW):
    """What may be kept of a run, by keep."""
    run = workspace.runs.get(run.id)
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), now)
    return {each.keep.id: each.proposals for each in offers if each.proposals}


def keep_all(workspace, run, now=NOW):
    """Keep everything that is offered; return the run."""
    return take_up(workspace, workspace.runs.get(run.id), offered(workspace, run, now))


def ago(days):
    """A day so many days ago."""
    return TODAY - timedelta(days=days)


def add(workspace, name, closeness=None, days=None, **told):
    """Somebody who is known, last in touch so many days ago."""
    last = None if days is None else ago(days)
    person = Person(name=name, closeness=closeness, last_before=last, **told)
    return workspace.people.add(person)


class TestTheSheet:
    """What the file promises."""

    def test_the_steps_are_those_of_the_specification(self):
        """Seven, in their order."""
        steps = [each.id for each in SHEET.steps]
        assert steps == ["map", "marks", "five", "give", "letters", "slots", "after"]

    def test_the_agenda_is_the_one_of_the_specification(self):
        """Sixty minutes, each part at its minute."""
        assert [each.at for each in SHEET.workshop] == MINUTES

    @pytest.mark.parametrize("fills", ["people", "nobody"])
    def test_a_suggestion_fills_a_pick_and_nothing_else(self, fills):
        """Whoever changes the file is told so."""
        raw = SHEET.model_dump()
        next(each for each in raw["results"] if each["id"] == "suggestion")["fills"] = fills
        with pytest.raises(ValidationError, match=f"there is no pick {fills}"):
            Worksheet.model_validate(raw)

    def test_the_plan_that_is_shown_as_an_example_is_a_good_one(self):
        """A cue that can be noticed, and one action."""
        nerves = SHEET.fields["nerves"]
        assert if_then_hints(nerves.cue_example, nerves.action_example) == ()


class TestNobodyKnown:
    """The first person knows nobody here yet, and types six names."""

    def test_it_begins_empty(self, workspace):
        """No row is made up, and nothing is worked out of nothing."""
        run = begin(workspace, SHEET, None, TODAY)
        assert run.answers == {}
        assert found({}) == {}
        assert suggested({}) == ([], [])

    def test_one_close_three_looser_and_the_one_that_slept(self):
        """With a reason for each; who could do most comes first."""
        names, says = suggested(typed(NOBODY_KNOWN))
        assert names == ["Amara", "Dana", "Ben", "Chidi", "Elif"]
        assert says == ["mix"]

    def test_whoever_just_heard_gives_way_and_is_named(self):
        """A note yesterday and another one today are too many."""
        just = [(*row[:3], "week", row[4]) if row[0] == "Amara" else row for row in NOBODY_KNOWN]
        names, says = suggested(typed(just))
        assert names == ["Farah", "Dana", "Ben", "Chidi", "Elif"]
        assert says == ["mix", "lately"]

    def test_whoever_just_heard_and_is_needed_is_told_as_such(self):
        """In the reason, where there are too few others."""
        told = found(typed([("Ada", "close", "", "week", [])]), ("suggestion",))["suggestion"]
        assert "Last in touch: Last 7 days" in told.outcome.rows[0][1]

    def test_the_suggestion_can_be_taken_with_one_tap(self):
        """It names the rows, for the pick that stands below it."""
        told = found(typed(NOBODY_KNOWN), ("suggestion",))["suggestion"]
        assert told.result.fills == "five"
        assert told.outcome.keys == ("r0", "r3", "r1", "r2", "r4")

    def test_circles_and_looser_ties_are_counted(self):
        """By hand: five circles, three of six are loose; nobody is graded."""
        told = found(typed(NOBODY_KNOWN))["coverage"].outcome
        facts = {each.id: each.facts for each in told.says}
        assert facts["circles"] == {"count": 5}
        assert facts["weak"] == {"count": 3, "of": 6}
        assert "Neighbours" in facts["gaps"]["circles"]
        assert ("Work now", 2, "Chidi, Elif") in told.rows
        assert told.picture is Picture.BARS

    def test_who_waits_to_hear_goes_by_closeness(self):
        """A month for close people, three for warm ones, six for loose ones."""
        rows = found(typed(NOBODY_KNOWN))["due"].outcome.rows
        assert [row[0] for row in rows] == ["Dana", "Elif"]

    @pytest.mark.parametrize(
        ("close", "quiet", "waits"),
        [
            ("close", "week", False),
            ("close", "month", False),
            ("close", "quarter", True),
            ("warm", "quarter", False),
            ("warm", "half", True),
            ("weak", "half", False),
            ("weak", "year", True),
        ],
    )
    def test_the_edges_of_the_rhythm(self, close, quiet, waits):
        """Within its time nobody waits, after it they do."""
        told = said(typed([("Amara", close, "", quiet, [])]), "due")
        assert (told[0] == "due") is waits

    def test_all_may_be_kept_as_new_people(self, workspace):
        """With circle, closeness, what they could do, and about when they were in touch."""
        run = keep_all(workspace, done(workspace, typed(NOBODY_KNOWN)))
        people = {each.name: each for each in workspace.people.all()}
        assert len(people) == len(NOBODY_KNOWN)
        dana = people["Dana"]
        assert (dana.circle, dana.closeness) == (Circle.ONLINE, Closeness.WEAK)
        assert dana.helps == (Help.ADVISE,)
        assert dana.made_shift
        assert ago(365) < dana.last_before < ago(180)
        assert offered(workspace, run) == {}

    def test_one_name_twice_is_one_person(self, workspace):
        """Spaces and capitals do not make two."""
        rows = [NOBODY_KNOWN[0], (" AMARA ", "weak", "work", "", [])]
        [only] = offered(workspace, done(workspace, typed(rows)))["people"]
        assert only.record.closeness is Closeness.CLOSE


class TestManyKnown:
    """The second person has a long list already."""

    @pytest.fixture
    def many(self, workspace):
        """Thirty people of each closeness, in touch ever longer ago."""
        for place in range(30):
            for closeness in Closeness:
                add(workspace, f"{closeness} {place}", closeness, 20 * place + 10)
        return workspace

    def test_a_few_are_brought_of_each_sort(self, many):
        """Few enough for a phone; five of them are picked in the mix."""
        run = begin(many, SHEET, None, TODAY)
        assert len(run.answers["people"]) == FIRST
        assert len(run.answers["five"]) == 5
        names, says = suggested(run.answers)
        assert says == ["mix"]
        assert names == [many.people.get(each).name for each in run.answers["five"]]

    def test_whoever_just_heard_is_not_ticked(self, workspace):
        """Five others are; the one who answered yesterday can wait."""
        just = add(workspace, "Just", Closeness.CLOSE, 1)
        for each in "ABCDE":
            add(workspace, each, Closeness.WEAK, 60)
        answers = begin(workspace, SHEET, None, TODAY).answers
        assert just.id in answers["people"]
        assert answers[f"people.{just.id}.quiet"] == "week"
        assert just.id not in answers["five"]
        assert len(answers["five"]) == 5

    def test_those_who_rest_are_not_brought(self, workspace):
        """Put away, stopped, or twice unanswered: it is not the person's turn."""
        add(workspace, "Away", Closeness.CLOSE, 40, archived_on=TODAY)
        add(workspace, "Stopped", Closeness.CLOSE, 40, stopped_on=TODAY)
        quiet = add(workspace, "Quiet", Closeness.CLOSE, 400)
        for days in (60, 30):
            note = Touchpoint(person_id=quiet.id, happened_on=ago(days), started=Started.ME)
            workspace.touchpoints.add(note)
        assert begin(workspace, SHEET, None, TODAY).answers == {}

    def test_nothing_changed_offers_nobody_to_keep(self, many):
        """What is known stays as it is, and nobody is doubled."""
        run = done(many)
        assert "people" not in offered(many, run)

    def test_what_was_changed_in_a_row_is_brought_up_to_date(self, workspace):
        """Circle, closeness and help; what they were good for before stays."""
        helps = (Help.LISTEN, Help.INTRODUCE)
        amara = add(workspace, "Amara", Closeness.WARM, 100, helps=helps, notes="Likes boats")
        raw = {
            f"people.{amara.id}.circle": "study",
            f"people.{amara.id}.closeness": "close",
            f"marks.{amara.id}.can": ["advise", "shift"],
        }
        keep_all(workspace, done(workspace, raw))
        [after] = workspace.people.all()
        assert (after.circle, after.closeness) == (Circle.STUDY, Closeness.CLOSE)
        assert after.helps == (Help.LISTEN, Help.ADVISE)
        assert after.made_shift
        assert (after.notes, after.last_before) == ("Likes boats", ago(100))

    def test_what_was_changed_in_the_records_meanwhile_stays(self, workspace):
        """A row that was left as it came says nothing."""
        amara = add(workspace, "Amara", Closeness.WARM, 100, circle=Circle.WORK)
        run = begin(workspace, SHEET, None, TODAY)
        workspace.people.replace(amara.model_copy(update={"closeness": Closeness.CLOSE}))
        run = finish(workspace, run.id, TODAY)
        assert offered(workspace, run).get("people", ()) == ()

    def test_somebody_typed_again_by_name_is_changed_not_doubled(self, workspace):
        """What is left open in the row takes nothing away."""
        add(workspace, "Amara", Closeness.WARM, 100, helps=(Help.ADVISE,), circle=Circle.WORK)
        raw = typed([("amara", "", "", "", ["introduce"])])
        run = done(workspace, raw)
        [proposal] = offered(workspace, run)["people"]
        assert "brought up to date" in proposal.note
        keep_all(workspace, run)
        [after] = workspace.people.all()
        assert after.helps == (Help.ADVISE, Help.INTRODUCE)
        assert after.circle is Circle.WORK

    def test_whoever_is_renamed_stays_the_same(self, workspace):
        """From the records or typed and kept; a row that is retyped is somebody else."""
        add(workspace, "Amara", Closeness.WARM, 100)
        [row] = begin(workspace, SHEET, None, TODAY).answers["people"]
        typed_in = {"people": [row, "r1"], "people.r1.who": "Ben", "people.r1.closeness": "weak"}
        run = keep_all(workspace, done(workspace, typed_in))
        for each in workspace.people.all():
            workspace.people.replace(each.model_copy(update={"name": f"{each.name} Okafor"}))
        assert "people" not in offered(workspace, run)
        place = f"people.{row}.who"
        write(workspace, run.id, {place: "Amara"}, {place: "Chidi"})
        [proposal] = offered(workspace, run)["people"]
        assert (proposal.text, proposal.record.id) == ("Chidi", "")

    def test_a_gift_never_replaces_what_is_noted(self, workspace):
        """A line goes where nothing stands."""
        one = add(workspace, "Amara", Closeness.WARM, 100, could_give="Two whole paragraphs")
        two = add(workspace, "Ben", Closeness.WARM, 100)
        raw = {f"give.{each.id}.give": "A link" for each in (one, two)}
        keep_all(workspace, done(workspace, raw))
        gifts = {each.name: each.could_give for each in workspace.people.all()}
        assert gifts == {"Amara": "Two whole paragraphs", "Ben": "A link"}


class TestAllClose:
    """The third person has only close people."""

    def test_the_suggestion_falls_back_with_words(self):
        """Five close ones are a sprint; what is missing is said kindly."""
        rows = [(name, "close", "family", "month", []) for name in "ABCDEF"]
        names, says = suggested(typed(rows))
        assert names == list("ABCDE")
        assert says == ["mix", "no_weak", "no_dormant"]

    def test_two_people_are_enough(self):
        """Then only that is said."""
        rows = [(name, "close", "family", "month", []) for name in "AB"]
        names, says = suggested(typed(rows))
        assert (names, says) == (["A", "B"], ["mix", "few"])

    def test_no_looser_ties_is_told_as_room(self):
        """As a number of people, without a grade."""
        rows = [(name, "close", "family", "month", []) for name in "AB"]
        assert "no_weak" in said(typed(rows), "coverage")


def plan_of(**more):
    """The answers of somebody who picked all five."""
    five = ["r0", "r1", "r2", "r3", "r4"]
    return typed(NOBODY_KNOWN, five=five) | more


class TestThePlan:
    """Days, letters, gifts and asks."""

    def test_open_days_are_spread_over_working_days(self):
        """Thursday 12 March, then every other working day; two weeks end on the 25th."""
        told = found(plan_of())["plan"].outcome
        assert [row[0].day for row in told.rows] == [12, 16, 18, 20, 24]
        facts = told.says[0].facts
        assert (facts["first"], facts["last"]) == (TODAY, date(2026, 3, 25))

    def test_a_day_that_is_given_stands(self):
        """Also a Saturday; the others find room around it."""
        given = {"slots.r0.day": "2026-03-21", "slots.r1.day": "2026-03-12"}
        rows = found(plan_of(**given))["plan"].outcome.rows
        days = {row[1]: row[0].day for row in rows}
        assert days == {"Ben": 12, "Chidi": 18, "Dana": 20, "Amara": 21, "Elif": 24}

    def test_where_a_day_is_taken_the_next_one_is_found(self):
        """Two notes never share a day by themselves, and nobody else moves."""
        rows = found(plan_of(**{"slots.r0.day": "2026-03-16"}))["plan"].outcome.rows
        days = {row[1]: row[0].day for row in rows}
        assert days == {"Amara": 16, "Ben": 17, "Chidi": 18, "Dana": 20, "Elif": 24}

    def test_it_can_begin_later(self):
        """On the day that was told."""
        rows = found(plan_of(begin_on="2026-04-01"))["plan"].outcome.rows
        assert rows[0][0] == date(2026, 4, 1)

    @pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
    def test_the_ends_of_the_calendar_break_nothing(self, day):
        """However it came there."""
        assert found(plan_of(begin_on=day))["plan"].outcome.rows

    @pytest.mark.parametrize(
        ("ask", "says"),
        [
            ("Whom would you ask about data work in health?", "clear"),
            ("I am looking. Do you know somebody?", "two"),
            ("Do you have any job for me", "job"),
            ("Do you know her? Or him?", "two"),
            ("Could you tell me " + "a little more " * 9 + "today?", "long"),
            ("", "none"),
        ],
    )
    def test_an_ask_is_sharpened_to_one_sentence(self, ask, says):
        """Each fault is named with the person, and only the first."""
        raw = plan_of(**{"letters.r0.letter": "ask_for_leads", "letters.r0.ask": ask})
        told = said(raw, "asks")
        assert told == [says]

    def test_a_hello_needs_no_ask(self):
        """It asks for nothing, and nothing is missing."""
        assert said(plan_of(**{"letters.r0.letter": "stay_in_touch"}), "asks") == []

    def test_gives_and_asks_are_information(self):
        """Counted apart, with no sum."""
        raw = plan_of(
            **{"give.r0.give": "A link", "give.r1.give": "Thanks"},
            **{"letters.r2.letter": "informational_talk"},
        )
        told = found(raw)["balance"].outcome
        assert [each.id for each in told.says] == ["both", "info"]
        assert told.says[0].facts == {"gives": 2, "asks": 1}

    def test_every_sentence_has_its_facts(self):
        """None is left with an empty place."""
        raw = plan_of(
            **{"letters.r0.letter": "ask_for_leads", "after.r0.talked": "2026-03-12"},
            **{"nerves.cue": "it is eight", "nerves.action": "send it"},
        )
        told = [
            fill(e.result.says[s.id], **s.facts)
            for e in found(raw).values()
            for s in e.outcome.says
        ]
        assert told
        assert not [each for each in told if "{" in each]

    def test_the_plan_for_nerves_stays_off_paper_unless_ticked(self):
        """It is private, as answer and as result."""
        assert SHEET.fields["nerves"].private
        assert next(each.private for each in SHEET.results if each.id == "nerves")


class TestSteps:
    """A step for each note, on its day."""

    def test_each_note_becomes_a_step(self, workspace):
        """In the words of its letter."""
        run = done(workspace, plan_of(**{"letters.r1.letter": "ask_for_leads"}))
        keep_all(workspace, run)
        steps = {each.text: each.due.day for each in workspace.steps.all()}
        assert steps["Ask Ben for one name"] == 16
        assert len(steps) == 5

    def test_days_that_are_over_are_left_out(self, workspace):
        """Nobody is told what was missed."""
        run = done(workspace, plan_of())
        later = offered(workspace, run, NOW + timedelta(days=7))["days"]
        assert [each.record.due.day for each in later] == [20, 24]

    def test_whoever_was_in_touch_by_now_gets_none(self, workspace):
        """The two weeks know of it, and so does what may be kept."""
        ben = add(workspace, "Ben")
        told = {"person_id": ben.id, "channel": Channel.MET, "happened_on": TODAY}
        workspace.touchpoints.add(Touchpoint(**told))
        notes = [each.text for each in offered(workspace, done(workspace, plan_of()))["days"]]
        assert len(notes) == 4
        assert not any("Ben" in each for each in notes)

    def test_whoever_is_put_away_gets_none(self, workspace):
        """Their note rests as they do."""
        run = done(workspace, plan_of())
        add(workspace, "Ben", archived_on=TODAY)
        assert not any("Ben" in each.text for each in offered(workspace, run)["days"])

    def test_one_that_was_moved_by_hand_is_not_asked_again(self, workspace):
        """Where the plan has the same day by now, nothing is left to keep."""
        run = keep_all(workspace, done(workspace, plan_of()))
        [first] = [each for each in workspace.steps.all() if each.due == TODAY]
        moved = TODAY + timedelta(days=1)
        workspace.steps.replace(first.model_copy(update={"due": moved}))
        place = "slots.r0.day"
        write(workspace, run.id, {place: None}, {place: moved.isoformat()})
        assert "days" not in offered(workspace, run)


class TestAfterTheTalks:
    """Step 7: what came of it goes into the log, once."""

    def talked(self, workspace, **cells):
        """A run in which Amara, who is kept, was talked with yesterday."""
        run = keep_all(workspace, done(workspace, plan_of()))
        told = {"talked": ago(1).isoformat(), "learned": "They hire in May", **cells}
        answers = {f"after.r0.{name}": cell for name, cell in told.items()}
        return write(workspace, run.id, dict.fromkeys(answers), answers)

    def test_a_talk_becomes_a_contact(self, workspace):
        """The clock runs from it, and thanks are owed."""
        run = self.talked(workspace)
        keep_all(workspace, run)
        [touch] = workspace.touchpoints.all()
        assert (touch.happened_on, touch.channel) == (ago(1), Channel.CALL)
        assert touch.came_of == (CameOf.LEARNED,)
        assert touch.owes_thanks
        [contacts] = workspace.view(contacts_by_person).values()
        assert contacts.heard_on == ago(1)
        assert "contacts" not in offered(workspace, run)

    def test_thanks_that_were_said_are_noted(self, workspace):
        """On their day; a day before the talk is none."""
        keep_all(workspace, self.talked(workspace, thanked=TODAY.isoformat()))
        assert workspace.touchpoints.all()[0].thanked_on == TODAY

    def test_thanks_that_come_later_go_to_the_same_contact(self, workspace):
        """What was changed in it by hand stays; it is offered once."""
        run = keep_all(workspace, self.talked(workspace))
        [touch] = workspace.touchpoints.all()
        workspace.touchpoints.replace(touch.model_copy(update={"note": "Their own words"}))
        assert "contacts" not in offered(workspace, run)
        write(workspace, run.id, {}, {"after.r0.thanked": TODAY.isoformat()})
        [proposal] = offered(workspace, run)["contacts"]
        assert "thanks" in proposal.note
        run = keep_all(workspace, run)
        [touch] = workspace.touchpoints.all()
        assert (touch.thanked_on, touch.note) == (TODAY, "Their own words")
        assert "contacts" not in offered(workspace, run)

    def test_thanks_that_the_log_has_are_not_offered(self, workspace):
        """Nor for a contact that somebody noted by hand."""
        run = keep_all(workspace, self.talked(workspace))
        [touch] = workspace.touchpoints.all()
        workspace.touchpoints.replace(touch.model_copy(update={"thanked_on": TODAY}))
        write(workspace, run.id, {}, {"after.r0.thanked": TODAY.isoformat()})
        assert "contacts" not in offered(workspace, run)
        workspace.delete(*workspace.touchpoints.all())
        by_hand = touch.model_copy(update={"id": "", "rev": 0, "thanked_on": None})
        workspace.touchpoints.add(by_hand)
        assert "contacts" not in offered(workspace, run)

    def test_a_talk_that_stands_in_the_log_is_not_noted_twice(self, workspace):
        """Whoever noted it first."""
        run = self.talked(workspace)
        amara = next(each for each in workspace.people.all() if each.name == "Amara")
        there = Touchpoint(person_id=amara.id, happened_on=ago(1), channel=Channel.MET)
        workspace.touchpoints.add(there)
        assert "contacts" not in offered(workspace, run)

    def test_a_talk_to_come_is_no_contact(self, workspace):
        """It has not taken place."""
        run = self.talked(workspace, talked=(TODAY + timedelta(days=1)).isoformat(), next="Call")
        assert not {"contacts", "next"} & set(offered(workspace, run))

    def test_what_comes_next_is_a_step(self, workspace):
        """For today, in the person's words."""
        keep_all(workspace, self.talked(workspace, next="Write to Mo"))
        assert any(e.text == "Write to Mo" and e.due == TODAY for e in workspace.steps.all())

    def test_who_would_be_glad_of_thanks_is_said(self, workspace):
        """And who heard them already."""
        raw = plan_of(**{"after.r0.talked": "2026-03-11", "after.r0.learned": "A lot"})
        assert said(raw, "talks") == ["talked", "thanks"]
        assert said(raw | {"after.r0.thanked": "2026-03-12"}, "talks") == ["talked", "thanked"]
