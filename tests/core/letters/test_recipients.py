"""Recipients: a letter stays with its person, and nobody is made up."""

from datetime import date

import pytest

from core.cases import Case, Direction
from core.letters.desk import follow_up_of, keep
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.letters.recipients import TO_REFERRER, recipient
from core.people import Person

MINE = Letter(kind=Kind.FEEDBACK_REQUEST, to_name="Amara Bello", body="Hi Amara,")


@pytest.fixture
def kept(workspace):
    """A letter that was kept, and its person with it."""
    return keep(workspace, MINE)


@pytest.fixture
def renamed(workspace, kept):
    """Its person, who goes by another name since."""
    person = workspace.people.get(kept.to_id)
    return workspace.people.replace(person.model_copy(update={"name": "Amara Lind"}))


def test_a_renamed_person_stays_the_one_who_is_written_to(workspace, kept, renamed):
    """A letter that still has the old name makes no second person of it."""
    again = keep(workspace, kept.model_copy(update={"body": "Dear Amara,"}))
    assert again.to_id == renamed.id
    assert workspace.people.all() == (renamed,)


def test_a_follow_up_goes_to_the_renamed_person(workspace, kept, renamed):
    """Also a letter that begins from the old one."""
    assert keep(workspace, follow_up_of(workspace, kept)).to_id == renamed.id
    assert workspace.people.all() == (renamed,)


def test_a_renamed_person_gets_their_address(workspace, kept, renamed):
    """Who had none has it from the letter, under the name they have now."""
    keep(workspace, kept.model_copy(update={"to_address": "a@example.org"}))
    assert workspace.people.get(renamed.id).address == "a@example.org"
    assert workspace.people.get(renamed.id).name == "Amara Lind"


@pytest.mark.parametrize("typed", ["Anna", "Dr Anna Saar", "anna saar (choir)"])
def test_a_letter_that_began_at_a_card_stays_with_it(workspace, typed):
    """A name that is made shorter, or longer, is still theirs; also where another has that name."""
    workspace.people.add(Person(name="Anna"))
    choir = workspace.people.add(Person(name="Anna Saar"))
    told = {"kind": Kind.STAY_IN_TOUCH, "to_id": choir.id, "body": "Hi Anna,"}
    assert keep(workspace, Letter(**told, to_name=typed)).to_id == choir.id


@pytest.mark.parametrize("typed", ["Anna Berg", "Dr Saari", "Anna Saar and Ben", "Dr"])
def test_a_letter_that_turns_to_somebody_else_leaves_the_card(workspace, typed):
    """Another name is another person, even with a word in common; several are nobody's card."""
    choir = workspace.people.add(Person(name="Dr Anna Saar"))
    told = {"kind": Kind.STAY_IN_TOUCH, "to_id": choir.id, "body": "Hi,"}
    assert keep(workspace, Letter(**told, to_name=typed)).to_id != choir.id


def test_another_name_on_a_kept_letter_is_another_person(workspace, kept):
    """Who changes the name writes to somebody else, and renames nobody."""
    amara = workspace.people.get(kept.to_id)
    again = keep(workspace, kept.model_copy(update={"to_name": "Lena Roth"}))
    assert workspace.people.get(again.to_id).name == "Lena Roth"
    assert workspace.people.get(amara.id) == amara


@pytest.mark.parametrize(
    "name",
    [
        *("Hiring team", "All", "HR", "Recruiting, Northwind", "the Hiring Committee"),
        *("Lena and Jonas", "Lena, Amara & Jonas", "Talent (Northwind)"),
    ],
)
def test_a_group_is_nobody(workspace, name):
    """The letter keeps the name, and no person is made of it."""
    kept = keep(workspace, MINE.model_copy(update={"to_name": name}))
    assert (kept.to_name, kept.to_id) == (name, "")
    assert workspace.people.all() == ()


@pytest.mark.parametrize(
    "name", ["Amara Bello, HR", "Andy Allen", "Jonas Lind (hiring and talent)", "(Lena)"]
)
def test_a_person_of_a_team_is_somebody(workspace, name):
    """What stands behind a name says what they do, and part of a word says nothing."""
    kept = keep(workspace, MINE.model_copy(update={"to_name": name}))
    assert workspace.people.get(kept.to_id).name == name


def test_a_group_that_is_known_is_found(workspace):
    """Who entered a team among their people writes to it."""
    team = workspace.people.add(Person(name="Hiring team"))
    assert keep(workspace, MINE.model_copy(update={"to_name": "hiring team"})).to_id == team.id


@pytest.mark.parametrize("kind", Kind)
def test_a_case_tells_who_is_written_to(workspace, kind):
    """Who referred the person hears of it themselves; all else goes to who told the news."""
    told, referred = (workspace.people.add(Person(name=each)) for each in ("Ada", "Tom"))
    direction, day = Direction.THEY_SAID_NO, date(2026, 3, 12)
    case = Case(direction=direction, happened_on=day, contact_id=told.id, referrer_id=referred.id)
    assert recipient(workspace, kind, case) == (referred if kind in TO_REFERRER else told)
    assert recipient(workspace, kind, None) is None


def test_feedback_can_be_asked_of_the_person_who_put_in_a_word(workspace):
    """Catalogue S2-24: the same kind of letter, to the referrer instead of the employer."""
    amara = workspace.people.add(Person(name="Amara Bello"))
    tom = workspace.people.add(Person(name="Tom Lind"))
    case = Case(
        direction=Direction.THEY_SAID_NO,
        happened_on="2026-03-12",
        contact_id=amara.id,
        referrer_id=tom.id,
    )
    assert recipient(workspace, Kind.FEEDBACK_REQUEST, case) == amara
    assert recipient(workspace, Kind.FEEDBACK_REQUEST, case, "referrer") == tom
