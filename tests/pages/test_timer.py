"""The timer: quiet, in words, and never in the way. The browser's half is tried in a browser."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from core.content.loader import fill, words
from pages.parts import session
from tests.pages.screen import Screen

SAY = words("timer")


def a_page():
    """A page with two timers and a button."""
    import streamlit as st  # noqa: PLC0415

    from pages.parts.timer import put_timer_away, show_timer  # noqa: PLC0415

    show_timer("one", (2, 10))
    show_timer("two", [5])
    st.button("anything", key="anything")
    st.button("end", key="end", on_click=put_timer_away, args=("one",))


@pytest.fixture
def page(folder):
    """The page, opened."""
    return Screen(AppTest.from_function(a_page, default_timeout=20).run())


@pytest.fixture
def later(folder, now, monkeypatch):
    """Put the clock so much past the noon that these tests begin at."""

    def put(**passed):
        monkeypatch.setenv("AJAR_CLOCK", (now + timedelta(**passed)).isoformat())
        session.app_mode.cache_clear()
        session.close_own_workspace()

    return put


def left(minutes):
    """What it says while so many minutes are left."""
    return fill(SAY["left"], minutes=minutes)


def test_nothing_runs_before_it_is_asked_for(page):
    """It offers its lengths, and that is all."""
    assert SAY["offer"] in page.seen
    assert [b.label for b in page.app.button][:3] == ["2 minutes", "10 minutes", "5 minutes"]
    assert SAY["put_away"] not in page.seen


def test_it_tells_in_words_how_long_is_left(page, later):
    """Rounded up, so that the last minute is named before the end."""
    page.press("timer.one.10")
    assert left(10) in page.seen
    for seconds, told in ((59, left(10)), (61, left(9)), (541, SAY["last"]), (599, SAY["last"])):
        later(seconds=seconds)
        assert told in page.run().seen


def test_it_goes_on_through_whatever_else_is_done(page, later):
    """A run of the script starts nothing anew."""
    page.press("timer.one.10")
    later(minutes=3, seconds=5)
    assert left(7) in page.press("anything").seen


def test_at_the_end_there_is_one_calm_sentence(page, later):
    """However much later one looks."""
    page.press("timer.one.2")
    for over in (timedelta(minutes=2, seconds=1), timedelta(days=2)):
        later(seconds=over.total_seconds())
        assert SAY["over"] in page.run().seen


def test_it_can_be_put_away_and_started_again(page, later):
    """From the beginning."""
    page.press("timer.one.10")
    later(minutes=5)
    page.press("timer.one.away")
    assert "10 minutes" in page.seen
    assert left(10) in page.press("timer.one.10").seen


def test_a_screen_can_put_it_away(page):
    """As when the exercise is over."""
    assert left(2) not in page.press("timer.one.2").press("end").seen


def test_two_timers_do_not_know_each_other(page):
    """Each has its own name."""
    page.press("timer.two.5")
    assert left(5) in page.seen
    assert "2 minutes" in page.seen


def test_a_clock_that_is_set_back_makes_it_no_longer(page, later):
    """At most what it was set to."""
    page.press("timer.one.10")
    later(minutes=-30)
    assert left(10) in page.run().seen
