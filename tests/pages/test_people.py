"""People on screen: one more in a line, everyone, three a week, the map, giving and asking."""

from datetime import timedelta

import pytest

from core.content.loader import fill, network_words, people_map_words, words
from core.network.touchpoints import CameOf, Channel, Give, GiveKind, Touchpoint
from core.people import Circle, Closeness, Help, Person

SAY = words("people")
PEOPLE = "reach_out/people.py"


@pytest.fixture
def know(stored):
    """Keep somebody."""
    return lambda name, **more: stored().people.add(Person(name=name, **more))


class TestOneMore:
    """One line, seen before it is kept."""

    def test_an_empty_page_says_what_will_be_here(self, visit):
        """Nothing is a dead end: one line, or a whole list."""
        screen = visit(PEOPLE)
        assert SAY["empty"] in screen.seen
        assert screen.has("text_input", "line")

    def test_a_line_is_read_before_it_is_kept(self, visit, stored):
        """What Ajar understood stands there, with the circle that it guessed, and nothing is kept."""
        screen = visit(PEOPLE, part="everyone").type("line", "Amara, ex-colleague, Leeds trust")
        assert stored().people.all() == ()
        for part in ("Amara", "ex-colleague", "Leeds trust"):
            assert part in screen.seen
        assert screen.field("pills", "circle").value == "past_work"
        assert screen.field("pills", "closeness").value is None
        screen.press("quick_person:new.0.save")
        [kept] = stored().people.all()
        assert (kept.name, kept.how_known) == ("Amara", "ex-colleague")
        assert kept.organisation == "Leeds trust"
        assert (kept.circle, kept.closeness) == (Circle.PAST_WORK, None)
        assert fill(SAY["kept"], name="Amara") in screen.seen
        assert screen.field("text_input", "line").value == ""

    def test_a_guess_can_be_put_right(self, visit, stored):
        """What a person taps counts, and a line with the same guess leaves it alone."""
        screen = visit(PEOPLE, part="everyone").type("line", "Amara, ex-colleague")
        screen.pick("circle", "family").pick("closeness", "close")
        screen.type("line", "Amara O, ex-colleague").press("quick_person:new.0.save")
        [kept] = stored().people.all()
        assert (kept.circle, kept.closeness) == (Circle.FAMILY, Closeness.CLOSE)

    def test_somebody_known_is_pointed_to_before_a_double_is_made(self, visit, know, stored):
        """A link leads to who is here; whoever is another person can still be kept."""
        know("Amara Okafor", how_known="choir")
        screen = visit(PEOPLE, part="everyone").type("line", "amara okafor, neighbour")
        assert SAY["known_already"] in screen.seen
        assert screen.named("button", "quick_person:new.0.save").label == SAY["keep_another"]
        screen.press("quick_person:new.0.save")
        assert len(stored().people.all()) == 2

    def test_nothing_typed_is_asked_for(self, visit, stored):
        """An empty line is nobody."""
        screen = visit(PEOPLE, part="everyone").press("quick_person:new.0.look")
        assert SAY["line_first"] in screen.seen
        assert stored().people.all() == ()

    def test_what_is_typed_survives_a_reload(self, visit):
        """A half-written line is a draft, and Today knows where it stands."""
        visit(PEOPLE, part="everyone").type("line", "Amara, choir")
        screen = visit(PEOPLE, quick_person="new")
        assert screen.field("text_input", "line").value == "Amara, choir"
