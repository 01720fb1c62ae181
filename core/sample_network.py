"""The people of the sample life, and what went to and fro, as records."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from core.content.sample_network import (
    SampleContact,
    SampleEvent,
    SampleGive,
    SampleNetwork,
    SamplePerson,
    SampleTalk,
    SampleWatch,
)
from core.interviews import moment as moment_there
from core.network.talks import Event, Look, Talk, Watch
from core.network.touchpoints import Give, Touchpoint
from core.people import Person
from core.workspace import Workspace


def fill_people(workspace: Workspace, told: SampleNetwork, moment: datetime) -> dict[str, str]:
    """Add the people of the sample life, as of `moment`; return their ids by their keys."""
    ids: dict[str, str] = {}
    for each in told.people:
        ids[each.key] = workspace.people.add(_person(each, ids, moment)).id
    return ids


def fill_network(
    workspace: Workspace, told: SampleNetwork, ids: Mapping[str, str], moment: datetime
) -> None:
    """Add contacts, what was given, talks, events and companies, counted back from `moment`.

    `ids` are those of people and cases by their keys.
    """
    for each in told.people:
        if each.cases:
            known = workspace.people.get(ids[each.key])
            cases = tuple(ids[case] for case in each.cases)
            workspace.people.replace(known.model_copy(update={"case_ids": cases}))
    oldest = sorted(told.contacts, key=lambda each: -each.days_ago)
    workspace.touchpoints.add_all(_contact(each, ids, moment) for each in oldest)
    workspace.gives.add_all(_give(each, ids, moment) for each in told.gives)
    workspace.talks.add_all(_talk(each, ids, moment) for each in told.talks)
    workspace.events.add_all(_event(each, moment) for each in told.events)
    workspace.watches.add_all(_watch(each, moment) for each in told.watches)


def _person(told: SamplePerson, ids: Mapping[str, str], moment: datetime) -> Person:
    apart = {"key", "cases", "introduced_by"} | {
        name for name in SamplePerson.model_fields if name.endswith("days_ago")
    }
    return Person(
        **told.model_dump(exclude=apart),
        introduced_by=ids[told.introduced_by] if told.introduced_by else "",
        known_since=_ago(told.known_days_ago, moment),
        last_before=_ago(told.last_before_days_ago, moment),
        stopped_on=_ago(told.stopped_days_ago, moment),
        created_at=moment - timedelta(days=told.days_ago),
    )


def _contact(told: SampleContact, ids: Mapping[str, str], moment: datetime) -> Touchpoint:
    on = moment - timedelta(days=told.days_ago)
    return Touchpoint(
        **told.model_dump(exclude={"person", "days_ago", "thanked_days_ago"}),
        person_id=ids[told.person],
        thanked_on=_ago(told.thanked_days_ago, moment),
        happened_on=on.date(),
        created_at=on,
    )


def _give(told: SampleGive, ids: Mapping[str, str], moment: datetime) -> Give:
    on = moment - timedelta(days=told.days_ago)
    return Give(
        kind=told.kind,
        what=told.what,
        person_id=ids[told.person] if told.person else "",
        happened_on=on.date(),
        created_at=on,
    )


def _talk(told: SampleTalk, ids: Mapping[str, str], moment: datetime) -> Talk:
    apart = {"person", "in_days", "time", "held_days_ago", "thanked_days_ago"}
    day = moment.date() + timedelta(days=told.in_days)
    return Talk(
        **told.model_dump(exclude=apart),
        person_id=ids[told.person],
        at=moment_there(day, told.time, told.zone),
        held_on=_ago(told.held_days_ago, moment),
        thanked_on=_ago(told.thanked_days_ago, moment),
    )


def _event(told: SampleEvent, moment: datetime) -> Event:
    on = moment.date() + timedelta(days=told.in_days)
    return Event(**told.model_dump(exclude={"in_days"}), on=on)


def _watch(told: SampleWatch, moment: datetime) -> Watch:
    looks = (
        Look(on=moment.date() - timedelta(days=each.days_ago), note=each.note)
        for each in told.looks
    )
    return Watch(
        **told.model_dump(exclude={"days_ago", "looks"}),
        began_on=_ago(told.days_ago, moment),
        looks=tuple(looks),
    )


def _ago(days: int | None, moment: datetime) -> date | None:
    return None if days is None else moment.date() - timedelta(days=days)
