"""The map of a network: everybody is counted once, and an empty circle is seen as one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.network.circles import coverage, in_circle
from core.people import Circle, Closeness, Help, Person

AWAY = date(2026, 1, 5)
PEOPLE = st.lists(
    st.builds(
        Person,
        name=st.just("Somebody"),
        circle=st.none() | st.sampled_from(Circle),
        closeness=st.none() | st.sampled_from(Closeness),
        helps=st.lists(st.sampled_from(Help), unique=True, max_size=4).map(tuple),
        archived_on=st.none() | st.just(AWAY),
    ),
    max_size=30,
)


def somebody(name="Amara", **more):
    """A person with a few facts."""
    return Person(name=name, **more)


def test_nobody_known_leaves_eight_empty_circles():
    """A beginning is a map with eight places, and no share of anything."""
    found = coverage(())
    assert found.empty == tuple(Circle)
    assert (found.known, found.placed, found.unplaced) == (0, 0, 0)
    assert found.close_or_loose == 0


def test_each_cell_holds_those_of_its_circle_and_closeness():
    """Two close ones at work and a loose one online stand in two cells."""
    people = [
        somebody("A", circle=Circle.WORK, closeness=Closeness.CLOSE),
        somebody("B", circle=Circle.WORK, closeness=Closeness.CLOSE),
        somebody("C", circle=Circle.ONLINE, closeness=Closeness.WEAK),
    ]
    found = coverage(people)
    assert found.cells[Circle.WORK, Closeness.CLOSE] == 2
    assert found.cells[Circle.ONLINE, Closeness.WEAK] == 1
    assert sum(found.cells.values()) == found.placed == 3


def test_a_circle_without_closeness_is_no_gap():
    """Somebody of whom only the circle is known fills it, but stands in no cell yet."""
    found = coverage([somebody(circle=Circle.STUDY)])
    assert Circle.STUDY not in found.empty
    assert (found.by_circle[Circle.STUDY], found.placed, found.unplaced) == (1, 0, 1)


def test_who_is_put_away_leaves_a_gap():
    """Somebody put away is not counted on."""
    found = coverage([somebody(circle=Circle.WORK, closeness=Closeness.CLOSE, archived_on=AWAY)])
    assert found.known == 0
    assert Circle.WORK in found.empty


def test_weak_ties_are_told_among_those_whose_closeness_is_known():
    """One loose tie of two, however many are not placed."""
    people = [
        somebody("A", closeness=Closeness.WEAK),
        somebody("B", closeness=Closeness.CLOSE),
        *(somebody(f"C{place}") for place in range(500)),
    ]
    found = coverage(people)
    assert (found.by_closeness[Closeness.WEAK], found.close_or_loose) == (1, 2)


def test_who_can_introduce_is_counted_by_circle():
    """Only those who can introduce count, in their own circle."""
    people = [
        somebody("A", circle=Circle.FAMILY, helps=(Help.INTRODUCE, Help.LISTEN)),
        somebody("B", circle=Circle.FAMILY, helps=(Help.LISTEN,)),
        somebody("C", helps=(Help.INTRODUCE,)),
    ]
    found = coverage(people).introducers
    assert found[Circle.FAMILY] == 1
    assert sum(found.values()) == 1


@given(PEOPLE)
def test_everybody_is_counted_once(people):
    """Placed and not placed make up all who are here; no circle is both empty and filled."""
    found = coverage(people)
    here = [each for each in people if each.archived_on is None]
    assert found.known == len(here)
    assert sum(found.by_circle.values()) == sum(each.circle is not None for each in here)
    assert {each for each, count in found.by_circle.items() if count}.isdisjoint(found.empty)
    for circle in Circle:
        assert sum(found.cells[circle, each] for each in Closeness) <= found.by_circle[circle]
        assert found.introducers[circle] <= found.by_circle[circle]


@given(PEOPLE, st.sampled_from(Circle))
def test_a_circle_is_told_from_close_to_loose(people, circle):
    """Those of no closeness come last; whoever is put away is not among them."""
    order = [*Closeness, None]
    found = in_circle(people, circle)
    places = [order.index(each.closeness) for each in found]
    assert places == sorted(places)
    assert len(found) == coverage(people).by_circle[circle]


def test_gaps_are_told_once_they_are_openings():
    """One person has seven empty circles around them: that is a beginning, and no list of gaps."""
    near = {"closeness": Closeness.WARM}
    assert not coverage([somebody(circle=Circle.WORK, **near)] * 4).tells_gaps
    assert coverage([somebody(circle=Circle.WORK, **near)] * 5).tells_gaps
    some = [somebody(circle=each, **near) for each in list(Circle)]
    assert coverage(some[:4]).tells_gaps is False
    assert coverage([*some[:4], somebody(circle=Circle.ONLINE)]).tells_gaps
