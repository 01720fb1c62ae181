"""Figures as a table: medians and 95th percentiles, what stands beside them, and the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def ms(seconds: Sequence[float]) -> list[float]:
    """Return seconds as milliseconds."""
    return [each * 1000 for each in seconds]


@dataclass(frozen=True)
class Row:
    """One figure beside another: `value` is to be at most `limit`, where there is one."""

    what: str
    value: float
    unit: str
    spread: float | None = None
    beside: float | None = None
    limit: float | None = None
    target: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is met; empty where there is none."""
        if self.limit is None:
            return ""
        return "met" if self.value <= self.limit else "MISSED"

    def cells(self) -> tuple[str, ...]:
        """Return the row as it is printed."""
        spread = "" if self.spread is None else f"{self.spread:.1f}"
        beside = "" if self.beside is None else f"{self.beside:.1f}"
        return (
            self.what, f"{self.value:.1f}", spread, self.unit, beside, self.target, self.verdict
        )  # fmt: skip


HEAD = ("what", "figure", "p95", "unit", "beside", "target", "")


def table(rows: Sequence[Row]) -> str:
    """Return the rows under their head, each column as wide as it needs to be."""
    lines = [HEAD, *(each.cells() for each in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEAD))]
    return "\n".join(_line(each, widths) for each in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = map(_pad, cells, widths, range(len(HEAD)))
    return "  ".join(padded).rstrip()


def _pad(cell: str, width: int, column: int) -> str:
    return cell.rjust(width) if column in (1, 2, 4) else cell.ljust(width)
