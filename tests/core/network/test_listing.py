"""The list of people: anybody is found by any word, and by what they are to the person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.network.listing import Can, Wanted, Which, counts, found, listed, listed_people, tags
from core.network.touchpoints import Touchpoint
from core.people import Circle, Closeness, Help, Person

AWAY = date(2026, 1, 5)
AMARA = Person(
    name="Amara Okafor",
    how_known="ex-colleague",
    organisation="Leeds trust",
    circle=Circle.PAST_WORK,
    closeness=Closeness.WARM,
    helps=(Help.INTRODUCE,),
    tags=("Nursing", "north"),
    notes="Met her again at the\nconference",
    may_know_of=("ward roles",),
)
ZOE = Person(name="Zoë Łuk", circle=Circle.FAMILY, made_shift=True, tags=("north",))
BEN = Person(name="ben", archived_on=AWAY, organisation="Leeds trust", tags=("Old",))
EVERY = listed((ZOE, BEN, AMARA))
TEXTS = st.text(alphabet="abcÄéß İı-z ", max_size=12)


def names(**wanted):
    """The names that a list shows."""
    return [each.name for each in found(EVERY, Wanted(**wanted))]


@pytest.mark.parametrize(
    "words",
    ["amara", "OKAFOR", "leeds", "colleague", "conference", "nurs", "ward", "trust  amara"],
)
def test_somebody_is_found_by_any_of_their_words(words):
    """Name, place, how known, notes, tags and what they may hear of; in any order and case."""
    assert names(words=words) == ["Amara Okafor"]


def test_what_was_noted_of_a_contact_is_found_too(workspace):
    """All that was noted about somebody is on the way to them, until it is gone."""
    ana, ben = workspace.people.add_all([Person(name="Ana"), Person(name="Ben")])
    told = {"note": "Plays the bassoon", "asked": "Names in Hull"}
    touch = Touchpoint(person_id=ana.id, happened_on=date(2026, 3, 1), **told)
    kept = workspace.touchpoints.add(touch)
    for said in ("bassoon", "hull ana"):
        assert found(workspace.view(listed_people), Wanted(words=said)) == (ana,)
    workspace.touchpoints.remove(kept.id)
    assert found(workspace.view(listed_people), Wanted(words="bassoon")) == ()
    assert found(workspace.view(listed_people), Wanted()) == (ana, ben)


def test_each_word_must_be_there():
    """Two words narrow the list, they do not widen it."""
    assert names(words="amara family") == []


def test_accents_need_not_be_typed():
    """Zoe finds Zoë, and Zoë finds her too."""
    assert names(words="zoe") == names(words="ZOË") == ["Zoë Łuk"]


def test_words_do_not_run_over_from_one_field_into_the_next():
    """The end of a name and the beginning of a place are no word."""
    assert names(words="okaforex") == []


def test_people_stand_by_name_whatever_the_case():
    """A list is in the order of the alphabet."""
    people = (Person(name="zack"), Person(name="Anna"), Person(name="Émile"), Person(name="dan"))
    told = [each.name for each in found(listed(people), Wanted())]
    assert told == ["Anna", "dan", "Émile", "zack"]


def test_who_is_put_away_stands_in_a_list_of_their_own():
    """Nobody put away comes up among the others, and nobody else among them."""
    assert names() == ["Amara Okafor", "Zoë Łuk"]
    assert names(which=Which.AWAY) == ["ben"]
    assert names(words="leeds", which=Which.AWAY) == ["ben"]


def test_somebody_of_no_closeness_is_not_placed_yet():
    """Half a place is none."""
    assert names(which=Which.UNPLACED) == ["Zoë Łuk"]


@pytest.mark.parametrize(
    ("can", "name"),
    [
        (Can.INTRODUCE, "Amara Okafor"),
        (Can.MADE_SHIFT, "Zoë Łuk"),
        (Can.MAY_KNOW, "Amara Okafor"),
    ],
)
def test_people_are_found_by_what_they_can_do(can, name):
    """Introduce, made the move, may hear of work."""
    assert names(can=can) == [name]


def test_nobody_advises_here():
    """What nobody can do finds nobody."""
    assert names(can=Can.ADVISE) == []


def test_a_circle_a_closeness_and_a_tag_narrow_the_list():
    """Each alone and all together; a tag is the whole tag."""
    assert names(circle=Circle.FAMILY) == ["Zoë Łuk"]
    assert names(closeness=Closeness.WARM) == ["Amara Okafor"]
    assert names(tag="NORTH") == ["Amara Okafor", "Zoë Łuk"]
    assert names(tag="nor") == []
    assert names(tag="north", circle=Circle.PAST_WORK, words="leeds") == ["Amara Okafor"]


def test_tags_are_told_by_how_often_they_are_used():
    """Capitals make no other tag."""
    people = (AMARA, ZOE, Person(name="Cy", tags=("North", "nursing")))
    assert tags(people) == ("north", "Nursing")


def test_every_list_is_counted():
    """The counts are those of the lists."""
    assert counts((AMARA, ZOE, BEN)) == {Which.HERE: 2, Which.UNPLACED: 1, Which.AWAY: 1}


@given(TEXTS.filter(str.strip), TEXTS, TEXTS)
def test_what_was_typed_finds_whoever_has_it(name, notes, other):
    """Whatever stands in a name or a note finds its person, letter by letter."""
    person = Person(name=name, notes=notes)
    among = listed((person, Person(name=other or "somebody")))
    assert person in found(among, Wanted(words=notes))
    assert person in found(among, Wanted(words=name.strip()[:3]))


@given(st.lists(st.sampled_from((AMARA, ZOE, BEN)), max_size=6), st.sampled_from(Which))
def test_a_narrower_wish_never_finds_more(people, which):
    """Each thing that is asked for leaves the same people, or fewer."""
    among = listed(people)
    everybody = found(among, Wanted(which))
    for narrower in (
        Wanted(which, words="a"),
        Wanted(which, circle=Circle.FAMILY),
        Wanted(which, can=Can.INTRODUCE),
        Wanted(which, tag="north"),
    ):
        assert {id(each) for each in found(among, narrower)} <= {id(e) for e in everybody}
