"""The calendar: what has a day, in words; what goes in, with names or not; its own address."""

import logging
from datetime import timedelta

import pytest
from icalendar import Calendar
from starlette.requests import Request

from core.content.loader import calendar_words, words
from core.exports.backup import everything
from core.imports.backup import read_download, restore
from core.me import Me
from core.people import Closeness, Person
from core.steps import Step
from core.storage.forgetting import erase
from core.storage.secret import keep_secret, secret_of
from pages.parts.calendar_feed import ACCESS_LOGS, ENDING, FOLDER, answer, keep_out_of_logs
from pages.parts.server import calendar_feed
from pages.parts.session import app_mode, close_own_workspace, own_folder

SAY = words("calendar")
CALENDAR = "reach_out/calendar.py"


@pytest.fixture
def planned(stored, today):
    """A file with somebody to write to today, and a step for tomorrow."""
    home = stored()
    home.people.add(Person(name="Amara <b>*Osei*</b>", closeness=Closeness.WARM))
    home.steps.add(Step(text="Call Mina", due=today + timedelta(days=1)))
    home.close()
    return home


@pytest.fixture
def secret(folder):
    """The secret of a calendar that was turned on before."""
    secret = "known-to-this-test-alone"  # noqa: S105 - nobody else
    keep_secret(own_folder(), secret)
    return secret


def links(screen):
    """The labels of the links on a screen, in their order."""
    return [each.label for each in screen.app.get("page_link")]


def address_of(screen):
    """The address that is shown, if there is one."""
    shown = [each.value for each in screen.app.code]
    return shown[0] if shown else None


def secret_in(address):
    """The secret in an address."""
    return address.partition(FOLDER)[2].removesuffix(ENDING)


class TestScreen:
    """Small, calm, and in words."""

    def test_an_empty_file_says_that_nothing_is_fine(self, visit):
        """There is nothing to take along, and nothing to choose one of."""
        screen = visit(CALENDAR)
        assert SAY["nothing"] in screen.seen
        assert screen.named("download_button", "calendar.all").disabled
        assert not screen.app.selectbox

    def test_what_has_a_day_stands_under_its_day(self, visit, planned):
        """In words, a name as it was typed and read as nothing else."""
        screen = visit(CALENDAR)
        assert {SAY["today"], SAY["tomorrow"]} <= {each.value for each in screen.app.caption}
        told = links(screen)
        assert any("Amara" in each and "\\*Osei" in each for each in told)
        assert any(each.endswith("Call Mina") for each in told)

    def test_days_come_a_few_at_a_time(self, visit, stored, today):
        """Five days at first, more of them on request."""
        home = stored()
        for shift in range(8):
            home.steps.add(Step(text="Call", due=today + timedelta(days=shift)))
        home.close()
        screen = visit(CALENDAR)
        assert links(screen).count("Call") == 5
        assert links(screen.press("shown.calendar.more")).count("Call") == 8

    def test_another_screen_can_lead_to_one_thing(self, visit, planned, stored):
        """Its own file is at hand at once; a record that is gone is nothing to stop at."""
        [step] = stored().steps.all()
        screen = visit(CALENDAR, record=step.id)
        assert screen.named("selectbox", "calendar.one").value == f"step-{step.id}"
        first = visit(CALENDAR, record="gone").named("selectbox", "calendar.one").value
        assert first.startswith("person-")

    def test_what_is_left_out_stays_left_out(self, visit, planned, stored):
        """It is kept at once, and goes from the screen too."""
        screen = visit(CALENDAR)
        pills = screen.named("pills", "calendar.sorts")
        pills.set_value([each for each in pills.value if each != "people"])
        screen.run()
        assert stored().me.calendar_without == ("people",)
        assert not any("Amara" in each for each in links(screen))
        again = visit(CALENDAR)
        assert "people" not in again.named("pills", "calendar.sorts").value

    def test_it_can_be_without_names(self, visit, planned, stored):
        """The screen goes on naming people: it is for the person alone."""
        screen = visit(CALENDAR)
        screen.named("toggle", "calendar.names").set_value(False)
        screen.run()
        assert stored().me.calendar_names is False
        assert any("Amara" in each for each in links(screen))

    def test_a_sort_of_a_newer_version_stays_left_out(self, visit, planned, stored):
        """Looking changes nothing; a choice made here is put beside it."""
        home = stored()
        home.save_me(home.me.model_copy(update={"calendar_without": ("future", "talks")}))
        rev = home.me.rev
        home.close()
        screen = visit(CALENDAR)
        assert (stored().me.rev, stored().me.calendar_without) == (rev, ("future", "talks"))
        pills = screen.named("pills", "calendar.sorts")
        pills.set_value([each for each in pills.value if each != "people"])
        screen.run()
        assert set(stored().me.calendar_without) == {"future", "talks", "people"}

    def test_every_line_is_a_link_however_long(self, visit, stored, today):
        """A long one looks like a short one: its beginning, and all of it to who points at it."""
        home = stored()
        texts = ("Call Mina", "Ask " + "slowly " * 20 + "now", "x" * 200)
        for text in texts:
            home.steps.add(Step(text=text, due=today))
        home.close()
        screen = visit(CALENDAR)
        found = screen.app.get("page_link")[-3:]
        assert [each.label[:9] for each in found] == ["Call Mina", "Ask slowl", "xxxxxxxxx"]
        assert [each.label.endswith("ly …") for each in found] == [False, True, False]
        assert all(len(each.label) <= 44 for each in found)
        assert [each.help for each in found] == ["", *texts[1:]]
        assert not screen.app.text

    def test_a_choice_made_elsewhere_is_seen_and_not_undone(self, visit, planned, stored):
        """A window that was open shows it at its next run."""
        screen = visit(CALENDAR)
        home = stored()
        home.save_me(home.me.model_copy(update={"calendar_without": ("steps",), "name": "Robin"}))
        home.close()
        screen.run()
        assert stored().me.calendar_without == ("steps",)
        assert stored().me.name == "Robin"
        assert not any(each.endswith("Call Mina") for each in links(screen))

    def test_facts_being_typed_meanwhile_are_saved_without_a_question(self, visit, stored):
        """A choice made here is no other version of somebody's name."""
        facts = visit("my_words.py")
        facts.app.session_state["my_words.section"] = "facts"
        facts.run().type("name", "Robin")
        home = stored()
        home.save_me(home.me.model_copy(update={"calendar_names": False}))
        home.close()
        facts.press("me.save")
        assert (stored().me.name, stored().me.calendar_names) == ("Robin", False)

    def test_every_sort_can_be_chosen(self, visit):
        """All are in at first."""
        pills = visit(CALENDAR).named("pills", "calendar.sorts")
        assert pills.value == [each.value for each in calendar_words().sorts]


class TestFeed:
    """An address of its own: off, on, another one, and off again."""

    def test_it_is_off_until_it_is_turned_on(self, visit):
        """No secret, no address; whatever is asked, nothing is there."""
        screen = visit(CALENDAR)
        assert SAY["feed_off"] in screen.seen
        assert address_of(screen) is None
        assert secret_of(own_folder()) == ""
        assert [answer(each)[0] for each in ("", "x", "é")] == [404, 404, 404]

    def test_turned_on_it_answers_to_its_secret_alone(self, visit, planned):
        """With what the person wants in it."""
        screen = visit(CALENDAR).press("calendar.turn_on")
        address = address_of(screen)
        assert address.startswith("http://127.0.0.1:")
        secret = secret_in(address)
        assert len(secret) >= 40
        status, content = answer(secret)
        titles = [str(each["SUMMARY"]) for each in Calendar.from_ical(content).walk("VEVENT")]
        assert (status, len(titles)) == (200, 2)
        for wrong in (secret[:-1], secret + "x", secret.swapcase(), "", f"{secret}\0"):
            assert answer(wrong) == (404, b"")

    def test_a_new_address_takes_the_place_of_the_old(self, visit):
        """On a yes: programs that use it would fall silent. Then it leads nowhere at once."""
        screen = visit(CALENDAR).press("calendar.turn_on")
        old = secret_in(address_of(screen))
        asked = screen.press("calendar.renew")
        assert SAY["renew_ask"] in asked.seen
        assert (secret_in(address_of(asked)), answer(old)[0]) == (old, 200)
        assert SAY["renew_ask"] not in screen.press("calendar.renew.no").seen
        screen.press("calendar.renew")
        new = secret_in(address_of(screen.press("calendar.renew.yes")))
        assert SAY["renew_ask"] not in screen.seen
        assert old != new
        assert (answer(old)[0], answer(new)[0]) == (404, 200)

    def test_turned_off_it_is_gone(self, visit, folder):
        """No secret is kept."""
        screen = visit(CALENDAR).press("calendar.turn_on")
        secret = secret_in(address_of(screen))
        screen.press("calendar.turn_off")
        assert SAY["turned_off"] in screen.seen
        assert answer(secret)[0] == 404
        assert secret_of(own_folder()) == ""
        held = [each for each in folder.rglob("*") if each.is_file()]
        assert not [each for each in held if secret.encode() in each.read_bytes()]

    def test_it_changes_when_what_is_planned_changes(self, planned, secret, stored):
        """And is the same bytes while nothing does."""
        before = answer(secret)[1]
        assert answer(secret)[1] == before
        home = stored()
        [step] = home.steps.all()
        home.steps.replace(step.model_copy(update={"let_go_on": step.due}))
        home.close()
        after = answer(secret)[1]
        assert b"Call Mina" in before
        assert b"Call Mina" not in after

    def test_the_sample_life_has_no_address(self, visit, secret, monkeypatch):
        """Nothing of it is turned on, and the server of a sample answers nobody."""
        monkeypatch.setenv("AJAR_SAMPLE", "1")
        app_mode.cache_clear()
        screen = visit(CALENDAR)
        assert SAY["feed_sample"] in screen.seen
        assert not any((each.key or "") == "calendar.turn_on" for each in screen.app.button)
        assert answer(secret) == (404, b"")

    def test_words_that_cannot_be_read_are_told_calmly(self, secret, folder):
        """A calendar may ask again later; nothing is made in their place."""
        close_own_workspace()
        file = folder / "ajar.json"
        file.write_bytes(b"{ broken")
        status, content = answer(secret)
        assert (status, content.decode()) == (503, SAY["feed_unreadable"])
        assert file.read_bytes() == b"{ broken"

    def test_whatever_goes_wrong_is_told_calmly(self, secret, monkeypatch):
        """No bare failure of the server: there is an answer, and the log has no words of it."""

        def fails(*_):
            raise OverflowError(secret)

        monkeypatch.setattr("pages.parts.calendar_feed.calendar_of", fails)
        assert answer(secret) == (503, SAY["feed_unreadable"].encode())

    def test_no_words_are_opened_for_another_secret(self, secret, folder, monkeypatch):
        """Any page could cause that with a picture."""
        monkeypatch.setattr("pages.parts.calendar_feed.own_workspace", pytest.fail)
        assert [answer(each)[0] for each in ("", "x", secret + "x")] == [404, 404, 404]
        keep_secret(own_folder(), "")
        assert [answer(each)[0] for each in ("", secret)] == [404, 404]

    def test_a_copy_brought_back_turns_nothing_on(self, visit, planned, stored, folder):
        """Neither a downloaded file nor a safety copy holds the secret or changes it."""
        first = secret_in(address_of(visit(CALENDAR).press("calendar.turn_on")))
        home = stored()
        download = everything(home)
        home.save_me(home.me.model_copy(update={"name": "Robin"}))
        assert first.encode() not in download
        keep_secret(own_folder(), "")
        restore(home, read_download(download, home.now))
        home.close()
        assert answer(first) == (404, b"")
        keep_secret(own_folder(), "second")
        close_own_workspace()
        own_folder().restore(own_folder().backups.all()[0])
        assert [answer(each)[0] for each in (first, "second")] == [404, 200]

    def test_an_older_file_with_a_secret_among_its_facts_opens_nothing(self, folder, stored):
        """What was kept there once is not looked at."""
        home = stored()
        home.save_me(Me.model_validate({"calendar_secret": "old"}))
        home.close()
        assert answer("old") == (404, b"")

    def test_erasing_everything_turns_it_off(self, secret, folder):
        """The secret is gone with the rest, and asking makes nothing anew."""
        assert answer(secret)[0] == 200
        close_own_workspace()
        erase(own_folder())
        assert answer(secret) == (404, b"")
        assert not folder.exists() or list(folder.iterdir()) == []

    @pytest.mark.parametrize(
        ("client", "host", "status"),
        [
            ("127.0.0.1", "127.0.0.1:8501", 200),
            ("127.0.0.1", "localhost", 200),
            ("::1", "[::1]:8501", 200),
            ("192.168.1.20", "127.0.0.1:8501", 404),
            ("127.0.0.1", "evil.example:8501", 404),
            ("127.0.0.1", "127.0.0.1@evil.example", 404),
            ("127.0.0.1", "[::1", 404),
            ("127.0.0.1", "", 404),
            (None, "localhost", 404),
        ],
    )
    def test_only_this_computer_is_answered(self, secret, client, host, status):
        """By the address it asks from and by the name it asks for, whoever knows the secret."""
        scope = {
            "type": "http",
            "headers": [(b"host", host.encode())],
            "client": (client, 50000) if client else None,
            "path_params": {"secret": secret},
        }
        assert calendar_feed(Request(scope)).status_code == status

    @pytest.mark.parametrize("name", ACCESS_LOGS)
    def test_no_log_of_requests_names_it(self, name):
        """A server that writes down each address leaves this one out, and no other."""
        keep_out_of_logs()
        log, line = logging.getLogger(name), '%s - "%s %s HTTP/%s" %d'
        for path, is_told in ((f"{FOLDER}abc{ENDING}", False), ("/calendar", True)):
            told = ("127.0.0.1:5", "GET", path, "1.1", 200)
            record = log.makeRecord(log.name, logging.INFO, "x.py", 1, line, told, None)
            assert bool(log.filter(record)) is is_told
