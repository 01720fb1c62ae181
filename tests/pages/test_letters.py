"""Letters: what fits what happened, every kind within reach, and those that are kept."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.content.letters import kind_words
from core.content.loader import letter_times, words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState, Version
from core.people import Person
from pages.parts.days import in_words

LETTERS, LETTER, TODAY = "reach_out/letters.py", "reach_out/letter.py", "today.py"
SAY, CASES, FRAME = words("letters"), words("cases"), words("today")
TIMES = letter_times()
WITHOUT_A_CASE = [
    Kind.THANKS_AFTER_TALK,
    Kind.ASK_FOR_TIME,
    Kind.COUNTER,
    Kind.ACCEPTANCE,
    Kind.INFORMATIONAL_TALK,
    Kind.ASK_FOR_LEADS,
    Kind.STAY_IN_TOUCH,
]


@pytest.fixture
def happened(stored, today):
    """Tell a case of some days ago, and what was reached: `happened(Direction.SILENCE, 3)`."""

    def tell(direction=Direction.THEY_SAID_NO, days_ago=2, stage=Stage.FINAL, **facts):
        return stored().cases.add(
            Case(
                direction=direction,
                happened_on=today - timedelta(days=days_ago),
                stages=(StageReached(stage=stage),),
                **{"employer": "Northwind", "role": "Analyst"} | facts,
            )
        )

    return tell


@pytest.fixture
def wrote(stored):
    """Keep a letter: `wrote(Kind.FEEDBACK_REQUEST, state=LetterState.READY)`."""

    def keep(kind=Kind.FEEDBACK_REQUEST, **facts):
        told = {"to_name": "Amara Bello", "subject": "One question", "body": "Hi Amara,"}
        return stored().letters.add(Letter(kind=kind, **told | facts))

    return keep


def links(screen):
    """Every link to a letter: where it leads and what it says, in the order of the screen."""
    found = [each.proto for each in screen.app.get("page_link")]
    return [(each.query_string, each.label) for each in found if "letter=" in each.query_string]


def offered(screen):
    """The kinds that are proposed, the best first."""
    fits = [address.partition("letter=")[2].partition(".")[0] for address, _ in links(screen)]
    return [each for each in fits if each in set(Kind)]


def follow(visit, address):
    """Go where a link to a letter leads."""
    return visit(LETTER, letter=address.partition("letter=")[2])


class TestWhatFits:
    """What is proposed rests on what happened, and says when and why."""

    def test_after_a_final_round_advice_is_worth_asking(self, visit, happened):
        """First the request for advice, then thanks, each with its time and reason."""
        case = happened()
        screen = visit(LETTERS)
        assert offered(screen)[:2] == [Kind.FEEDBACK_REQUEST, Kind.THANKS_AFTER_NO]
        assert TIMES.fits["feedback_now"].when in screen.seen
        assert TIMES.fits["feedback_now"].why in screen.seen
        assert links(screen)[0] == (f"letter=feedback_request.{case.id}", SAY["write"])

    def test_after_an_early_no_it_says_why_not_and_offers_it_anyway(self, visit, happened):
        """Nobody met them, so nobody has advice; the letter is still one click away."""
        case = happened(stage=Stage.APPLIED)
        screen = visit(LETTERS)
        told = TIMES.fits["feedback_too_early"]
        assert told.why in screen.seen
        assert told.when in screen.seen
        assert links(screen)[-1] == (f"letter=feedback_request.{case.id}.recruiter", SAY["anyway"])

    def test_silence_is_left_alone_until_the_usual_wait_is_over(self, visit, happened, today):
        """The day from which asking is fair stands there, and writing now is possible."""
        case = happened(Direction.SILENCE, days_ago=3)
        screen = visit(LETTERS)
        assert in_words(today + timedelta(days=4)) in screen.seen
        assert (f"letter=status_check.{case.id}.after_application", SAY["anyway"]) in links(screen)

    def test_after_the_usual_wait_one_question_is_fair(self, visit, happened):
        """Then it is simply offered."""
        case = happened(Direction.SILENCE, days_ago=8)
        screen = visit(LETTERS)
        assert TIMES.fits["status_check"].why in screen.seen
        assert links(screen)[0] == (
            f"letter=status_check.{case.id}.after_application",
            SAY["write"],
        )

    def test_my_own_no_has_two_ways_and_the_referrer(self, visit, happened, stored):
        """With the door open or not; and whoever put them forward hears it from them."""
        jonas = stored().people.add(Person(name="Jonas Lind"))
        case = happened(Direction.I_SAID_NO, 0, Stage.OFFER, referrer_id=jonas.id)
        screen = visit(LETTERS)
        assert offered(screen) == [Kind.DECLINE_DOOR_OPEN, Kind.DECLINE, Kind.REFERRER_NOTE]
        assert links(screen)[-1][0] == f"letter=referrer_note.{case.id}.declined"

    def test_second_thoughts_are_weighed_first(self, visit, happened):
        """The way back is offered, with a line that asks to weigh it before."""
        happened(Direction.SECOND_THOUGHTS, 10, Stage.OFFER)
        screen = visit(LETTERS)
        assert offered(screen)[0] == Kind.REAPPROACH
        assert TIMES.notes["weigh_first"] in screen.seen

    def test_without_a_case_there_is_what_may_fit_on_any_day(self, visit):
        """Nothing was told, and nothing has to be told."""
        screen = visit(LETTERS)
        assert not [each for each in screen.app.selectbox if each.label == SAY["case"]]
        screen.press("shown.letters.fits.more")
        assert offered(screen) == WITHOUT_A_CASE

    def test_a_letter_may_be_about_nothing_that_happened(self, visit, happened):
        """With a case told, writing to somebody for another reason is one choice away."""
        happened()
        screen = visit(LETTERS)
        screen.named("selectbox", "letters.case").select("")
        assert offered(screen.run())[0] == Kind.THANKS_AFTER_TALK

    def test_a_link_from_a_case_is_about_that_case(self, visit, happened):
        """Whichever case was touched last."""
        first = happened(employer="Harbour Mills")
        happened(employer="Northwind")
        screen = visit(LETTERS, case=first.id)
        assert screen.named("selectbox", "letters.case").value == first.id
        assert links(screen)[0][0] == f"letter=feedback_request.{first.id}"

    def test_what_went_out_is_not_proposed_again(self, visit, happened, wrote):
        """A request that was sent is not on top of the list any more."""
        case = happened()
        wrote(case_id=case.id, state=LetterState.SENT, sent_on=case.happened_on)
        assert Kind.FEEDBACK_REQUEST not in offered(visit(LETTERS))


class TestEveryKind:
    """Nothing is out of reach."""

    @pytest.mark.parametrize("kind", Kind)
    def test_each_kind_is_two_clicks_away(self, visit, happened, kind):
        """Chosen from the list, it says what it is for and when, and leads to its letter."""
        case = happened()
        screen = visit(LETTERS).choose("kind", kind)
        for told in (kind_words(kind).purpose, kind_words(kind).to_whom, kind_words(kind).when):
            assert told in screen.seen
        address = f"letter={kind}.{case.id}"
        assert address in [each for each, _ in links(screen)]
        assert follow(visit, address).app.title[0].value == kind_words(kind).title

    @pytest.mark.parametrize("direction", Direction)
    def test_every_proposal_opens_its_letter(self, visit, happened, direction):
        """Whatever happened, no proposed link leads nowhere."""
        happened(direction, 8, Stage.OFFER)
        screen = visit(LETTERS)
        if any(each.key == "shown.letters.fits.more" for each in screen.app.button):
            screen.press("shown.letters.fits.more")
        assert links(screen)
        for address, _ in links(screen):
            assert words("letter")["not_found"] not in follow(visit, address).seen


class TestKept:
    """Letters that were kept say where they stand, and can be used, put away and deleted."""

    def test_an_empty_list_says_what_will_be_here(self, visit):
        """No letters, one calm line."""
        assert SAY["none_yet"] in visit(LETTERS).seen

    @pytest.mark.parametrize("state", LetterState)
    def test_each_letter_says_where_it_stands(self, visit, wrote, state, today, now):
        """Draft, ready, resting until a day, sent on a day, answered, or without a reply."""
        wrote(state=state, sent_on=today, held_until=now if state is LetterState.HELD else None)
        screen = visit(LETTERS)
        assert SAY[f"state_{state}"].replace("{date}", in_words(today)) in screen.seen
        assert "to Amara Bello" in screen.seen
        assert "One question" in screen.seen

    def test_a_letter_is_opened_again(self, visit, stored):
        """With its words as they were, those written by hand included."""
        screen = visit(LETTER, letter=Kind.STAY_IN_TOUCH.value).type("to_name", "Amara Bello")
        body = f"{screen.field('text_area', 'body').value}\n\nWord for word."
        screen.type("body", body).field("button", "save").click()
        screen.run()
        [letter] = stored().letters.all()
        assert (f"letter={letter.id}", SAY["open"]) in links(visit(LETTERS))
        assert visit(LETTER, letter=letter.id).field("text_area", "body").value == body

    def test_used_again_it_is_a_new_draft_without_a_fate(self, visit, wrote, stored, today, now):
        """The copy has the words, and nothing of what became of the first."""
        told = {"state": LetterState.ANSWERED, "sent_on": today, "reply": "Open with it."}
        kept = Version(kept_at=now, subject="One question", body="Hi Amara,")
        first = wrote(**told, reply_was="feedback", sent_by="email", versions=(kept,))
        screen = visit(LETTERS).press(f"letters.again.{first.id}")
        assert SAY["again_done"] in screen.seen
        [old, copy] = stored().letters.all()
        assert old == first
        assert (copy.subject, copy.body, copy.to_name) == (old.subject, old.body, old.to_name)
        assert (copy.state, copy.sent_on, copy.reply, copy.versions) == ("draft", None, "", ())
        assert SAY["state_draft"] in screen.seen

    def test_put_away_it_is_out_of_sight_and_comes_back(self, visit, wrote, stored):
        """Nothing is lost: a switch shows it, a press takes it out again."""
        letter = wrote()
        screen = visit(LETTERS).press(f"letters.put_away.{letter.id}")
        assert SAY["put_away_done"] in screen.seen
        assert "One question" not in screen.seen
        assert stored().letters.get(letter.id).archived_at
        screen.app.toggle(key="letters.away").set_value(True)
        assert "One question" in screen.run().seen
        screen.press(f"letters.take_out.{letter.id}")
        assert stored().letters.get(letter.id).archived_at is None

    def test_deleting_asks_first(self, visit, wrote, stored):
        """One press deletes nothing; keeping it is as easy."""
        letter = wrote()
        screen = visit(LETTERS).press(f"delete.{letter.id}")
        assert SAY["delete_sure"] in screen.seen
        screen.press(f"delete.no.{letter.id}")
        assert stored().letters.all() == (letter,)

    def test_what_was_deleted_can_come_back(self, visit, wrote, stored):
        """Every word of it."""
        letter = wrote(body="Word for word.")
        screen = visit(LETTERS).press(f"delete.{letter.id}").press(f"delete.yes.{letter.id}")
        assert stored().letters.all() == ()
        screen.press("undo.undo")
        assert [each.body for each in stored().letters.all()] == ["Word for word."]

    def test_a_few_are_shown_at_once(self, visit, wrote):
        """The rest on request, however many there are."""
        for number in range(6):
            wrote(subject=f"Letter number {number}")
        screen = visit(LETTERS)
        assert "Letter number 5" in screen.seen
        assert "Letter number 0" not in screen.seen
        screen.press("shown.letters.out.more")
        assert "Letter number 0" in screen.seen

    def test_a_name_is_shown_as_typed(self, visit, wrote):
        """Stars and brackets in a name format nothing."""
        wrote(to_name="*Amara* [B](x)", subject="*One*")
        screen = visit(LETTERS)
        assert r"\*Amara\* \[B\](x)" in screen.seen
        assert "*One*" in [each.value for each in screen.app.text]


@pytest.mark.parametrize("path", [LETTERS, TODAY])
class TestReminders:
    """What waits for the person stands on Today and on top of the letters."""

    @pytest.fixture
    def waiting(self, visit, happened, path):
        """Open the screen with a case in hand."""
        happened()
        return lambda: visit(path)

    def opens(self, screen, letter):
        """Whether the screen leads to this letter from a reminder."""
        return (f"letter={letter.id}", SAY["open"]) in links(screen)

    def test_a_rest_that_is_over(self, waiting, wrote, now):
        """Read it once more, then decide."""
        letter = wrote(state=LetterState.HELD, held_until=now - timedelta(hours=1))
        screen = waiting()
        assert TIMES.reminders["hold_over"] in screen.seen
        assert self.opens(screen, letter)

    def test_a_rest_that_goes_on_is_left_alone(self, waiting, wrote, now):
        """Nothing is recalled before its time."""
        wrote(state=LetterState.HELD, held_until=now + timedelta(hours=1))
        assert TIMES.reminders["hold_over"] not in waiting().seen

    def test_a_follow_up_that_is_due(self, waiting, wrote, today):
        """A week after a request for advice, once."""
        letter = wrote(state=LetterState.SENT, sent_on=today - timedelta(days=7))
        screen = waiting()
        assert TIMES.reminders["follow_up"] in screen.seen
        assert self.opens(screen, letter)

    def test_no_follow_up_before_its_day(self, waiting, wrote, today):
        """Six days are not a week."""
        wrote(state=LetterState.SENT, sent_on=today - timedelta(days=6))
        assert TIMES.reminders["follow_up"] not in waiting().seen

    def test_a_letter_that_is_ready(self, waiting, wrote):
        """Written, and not sent yet."""
        letter = wrote(state=LetterState.READY)
        screen = waiting()
        assert TIMES.reminders["ready"] in screen.seen
        assert self.opens(screen, letter)

    def test_after_the_one_follow_up_silence_is_usual(self, waiting, wrote, today):
        """Nothing more is asked; it can rest."""
        letter = wrote(state=LetterState.SENT, sent_on=today - timedelta(days=15))
        wrote(
            Kind.STATUS_CHECK,
            state=LetterState.SENT,
            sent_on=today - timedelta(days=7),
            follows_id=letter.id,
        )
        screen = waiting()
        assert TIMES.reminders["rest"] in screen.seen
        assert TIMES.reminders["follow_up"] not in screen.seen

    def test_what_is_put_away_recalls_nothing(self, waiting, wrote, now):
        """Out of sight is out of mind."""
        wrote(state=LetterState.READY, archived_at=now)
        assert TIMES.reminders["ready"] not in waiting().seen


class TestWaysHere:
    """Letters are where they are needed."""

    @pytest.mark.parametrize(
        ("direction", "days", "kind"),
        [
            (Direction.THEY_SAID_NO, 2, Kind.FEEDBACK_REQUEST),
            (Direction.I_SAID_NO, 0, Kind.DECLINE_DOOR_OPEN),
            (Direction.SILENCE, 20, Kind.STATUS_CHECK),
            (Direction.WITHDREW, 0, Kind.DECLINE),
        ],
    )
    def test_the_suggestion_on_today_leads_to_its_letter(
        self, visit, happened, direction, days, kind
    ):
        """What is suggested can be begun there and then."""
        case = happened(direction, days)
        [(address, label)] = links(visit())
        assert label == FRAME["write_letter"]
        assert address.startswith(f"letter={kind}.{case.id}")
        assert follow(visit, address).app.title[0].value == kind_words(kind).title

    def test_a_suggestion_that_is_no_letter_has_no_such_link(self, visit, happened):
        """Resting needs no letter."""
        happened(days_ago=0)
        assert links(visit()) == []

    def test_a_case_leads_to_its_letters(self, visit, happened):
        """From its card, with the case already chosen."""
        case = happened()
        found = [each.proto for each in visit("reflect/cases.py").app.get("page_link")]
        [link] = [each for each in found if each.label == CASES["letters"]]
        assert link.query_string == f"case={case.id}"

    def test_a_letter_left_half_written_is_offered_on_today(self, visit, happened):
        """One click, and it goes on where it stopped."""
        case = happened()
        visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}").type("fact_focus", "my slides")
        screen = visit()
        title = kind_words(Kind.FEEDBACK_REQUEST).title
        label = f"{FRAME['go_on']}: {FRAME['draft_letter']} · {title}"
        [address] = [each for each, said in links(screen) if said == label]
        assert follow(visit, address).field("text_input", "fact_focus").value == "my slides"
