"""How a talk comes into the log: once it was held it is a contact, and the clock starts again.

Source: the clock runs from the last real contact, whoever began it (evidence 13).
"""

from core.network.logged import brought_in_line, is_as_told
from core.network.talks import Talk
from core.network.touchpoints import CameOf, Touchpoint
from core.records import Record
from core.workspace import Workspace

LOGGED = ("happened_on", "channel", "came_of", "note", "who_else")
"""What the log says of a talk, unless the person put it otherwise there."""


def touch_of(talk: Talk) -> Touchpoint | None:
    """Return what the log says of a talk; None before it was held, and with nobody known."""
    if talk.held_on is None or not talk.person_id:
        return None
    taught = talk.learned or talk.culture or talk.skills or talk.steps
    return Touchpoint(
        person_id=talk.person_id,
        happened_on=talk.held_on,
        channel=talk.channel,
        came_of=(CameOf.LEARNED,) if taught else (),
        note="\n".join(talk.learned) or talk.topic,
        who_else=talk.who_else,
        talk_id=talk.id,
    )


def touches_of(workspace: Workspace, talk: Talk) -> tuple[Touchpoint, ...]:
    """Return what stands in the log because of a talk."""
    return tuple(each for each in workspace.touchpoints.all() if each.talk_id == talk.id)


def keep_talk(workspace: Workspace, talk: Talk) -> Talk:
    """Save a changed talk and bring the log in line with it, in one commit.

    A held talk is a contact, so the clock starts again; one that was not held after all is none.
    What the person changed in the log by hand stays as they put it, and what they deleted there
    does not come back. Raises EditedElsewhereError.
    """
    with workspace.one_commit():
        before = touch_of(workspace.talks.get(talk.id))
        told, stored = touch_of(talk), touches_of(workspace, talk)
        if told is None:
            gone = [each.id for each in stored if is_as_told(each, before)]
            workspace.touchpoints.remove_all(gone)
        kept = workspace.talks.replace(talk)
        if told and stored:
            line = brought_in_line(stored[0], told, before, LOGGED if before else LOGGED[:1])
            workspace.touchpoints.replace(line.model_copy(update={"person_id": told.person_id}))
        elif told and before is None:
            workspace.touchpoints.add(told)
    return kept


def delete_talk(workspace: Workspace, talk: Talk) -> tuple[Record, ...]:
    """Delete a talk with what the log says of it; returns what `put_back` needs."""
    return workspace.delete(talk, *touches_of(workspace, talk))
