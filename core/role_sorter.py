"""Roles against a list of wishes: which have all of it, and which come back if one is let go."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sorted:
    """Roles by what they lack, as keys.

    `whole` have all of it; `back` are, for each nice-to-have, those that lack that one and
    nothing else, the one that brings back most first; `out` lack a must-have; `apart` lack two
    nice-to-haves or more.
    """

    whole: tuple[str, ...]
    back: tuple[tuple[str, tuple[str, ...]], ...]
    out: tuple[str, ...]
    apart: tuple[str, ...]


def sorted_roles(
    lacks: Mapping[str, Collection[str]], musts: Collection[str], nices: Sequence[str]
) -> Sorted:
    """Return roles by what they lack of the musts and the nice-to-haves (catalogue S1-24).

    `lacks` says for each role which wishes it does not meet; wishes that are neither a must nor
    nice to have do not count.
    """
    counted = {role: {*each} & {*musts, *nices} for role, each in lacks.items()}
    out = [role for role, each in counted.items() if each & {*musts}]
    inside = {role: each for role, each in counted.items() if role not in out}
    back = {nice: tuple(role for role, each in inside.items() if each == {nice}) for nice in nices}
    order = sorted(back.items(), key=lambda pair: (-len(pair[1]), nices.index(pair[0])))
    return Sorted(
        whole=tuple(role for role, each in inside.items() if not each),
        back=tuple(order),
        out=tuple(out),
        apart=tuple(role for role, each in inside.items() if len(each) > 1),
    )
