"""Recipients: whom a letter is for, among the people who are known, or somebody new."""

from core.cases import Case
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.letters.names import GROUPS, TITLES
from core.letters.variants import REFERRER
from core.people import Person
from core.workspace import Workspace

TO_REFERRER = frozenset({Kind.REFERRER_NOTE})
SEVERAL = frozenset({"and", "&", "+"})


def recipient(
    workspace: Workspace, kind: Kind, case: Case | None, variant: str = ""
) -> Person | None:
    """Return who a letter of this kind and situation goes to, as far as the case tells."""
    if case is None:
        return None
    to_referrer = kind in TO_REFERRER or variant == REFERRER
    person = case.referrer_id if to_referrer else case.contact_id
    return workspace.people.find(person)


def known_person(workspace: Workspace, letter: Letter) -> Person | None:
    """Return whom the letter is for, saved with the letter's address where they had none.

    Where the name is as it was kept, that is the person whom the letter was for, whatever they
    are called by now; so it is where it says less of their name, or more: a letter that began at
    somebody's card stays theirs. Else it is the known person of that name, else a new one. Nobody
    new is made of a name that is not one person's, and nobody (None) is there without a name.
    """
    name = letter.to_name.strip()
    if not name:
        return None
    known = _kept(workspace, letter) or _meant(workspace, letter) or _namesake(workspace, letter)
    if known is None:
        new = Person(name=name, address=letter.to_address)
        return None if _is_group(name) else workspace.people.add(new)
    if letter.to_address and not known.address:
        return workspace.people.replace(known.model_copy(update={"address": letter.to_address}))
    return known


def _kept(workspace: Workspace, letter: Letter) -> Person | None:
    """Return whom the kept letter, or the one that this letter follows, is for by that name."""
    stored = workspace.letters.find(letter.id or letter.follows_id)
    same = stored and stored.to_id == letter.to_id and _alike(stored.to_name, letter.to_name)
    return workspace.people.find(letter.to_id) if same else None


def _meant(workspace: Workspace, letter: Letter) -> Person | None:
    """Return whom the letter began for, where its name is a shorter or a longer form of theirs."""
    person = workspace.people.find(letter.to_id)
    if person is None or _is_group(letter.to_name):
        return None
    typed, known = _name_words(letter.to_name), _name_words(person.name)
    shared = typed & known
    return person if shared and shared in (typed, known) else None


def _namesake(workspace: Workspace, letter: Letter) -> Person | None:
    same = [each for each in workspace.people.all() if _alike(each.name, letter.to_name)]
    return next((each for each in same if each.id == letter.to_id), next(iter(same), None))


def _alike(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _name_words(name: str) -> frozenset[str]:
    """Return the words of a name, titles left out."""
    words = (each.strip(".,:;()") for each in name.casefold().split())
    return frozenset(words) - TITLES - {""}


def _is_group(name: str) -> bool:
    """Return whether a name is that of several; what a person does stands behind a comma."""
    bare = (name.partition("(")[0] or name).casefold()
    first = {each.strip(".") for each in bare.partition(",")[0].split()}
    return not (GROUPS.isdisjoint(first) and SEVERAL.isdisjoint(bare.split()))
