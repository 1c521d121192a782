"""The scenarios of mystery visits as a table: what each asks, times and limits, and which red lines it can touch."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from inspector.form.checks import root_of
from inspector.form.form import Band, Form, Item, Part, PartKind, RedLine
from inspector.form.library import Library
from inspector.form.scenario import Scenario
from inspector.form.source import read_source
from inspector.paths import forms
from inspector.wording import _


def scenario_table(files: Iterable[Path]) -> list[str]:
    """Return a heading and a line for every scenario among files that are free of mistakes; columns parted by tabs."""
    heading = (
        _("编号"), _("场景"), _("渠道"), _("计到访"), _("检查项（自有/引用）"),
        _("时刻"), _("计时"), _("其他时限"), _("可触发红线"),
    )  # fmt: skip
    rows = []
    for path in files:
        source = read_source(path)
        if source.kind == "form" and "scenario" in source.data:
            form = Library(root_of(path), (forms(),)).load(path).form
            rows += [_row(form, form.scenario)] if form.scenario else []
    return ["\t".join(row) for row in (heading, *sorted(rows))]


def own_items(form: Form, scenario: Scenario) -> list[str]:
    """Return the items written for a scenario, known by its code in front."""
    return [item for item in form.items if item.startswith(f"{scenario.code}-")]


def implied_lines(form: Form) -> list[RedLine]:
    """Return the red lines that some item of the form can imply."""
    return [
        line
        for line in form.red_lines
        if any(item in form.items for condition in line.implied_by for item in condition.items())
    ]


def _row(form: Form, scenario: Scenario) -> tuple[str, ...]:
    own = len(own_items(form, scenario))
    timed = [_timer(item, part) for item, part in _parts(form) if part.kind is PartKind.TIMER]
    limited = [
        f"{item.id} {part.limit}" for item, part in _parts(form) if part.limit and part.kind is not PartKind.TIMER
    ]
    spared = [f"({mark})" if mark in scenario.spare else mark for mark in scenario.marks]
    return (
        scenario.code,
        str(form.title).removeprefix(scenario.code).strip(),
        scenario.channel,
        _("是") if scenario.visit else _("否"),
        f"{own}/{len(form.items) - own}",
        " ".join(spared) or "–",
        _listed(timed),
        _listed(limited),
        _listed(line.id for line in implied_lines(form)),
    )


def _parts(form: Form) -> Iterator[tuple[Item, Part]]:
    for item in form.items.values():
        for part in item.parts:
            yield item, part


def _timer(item: Item, part: Part) -> str:
    """Return a timer in words: its item, between which marks, and by what it is judged."""
    limit = part.limit or (_reach(part.bands[0]) if part.bands else "")
    return " ".join(filter(None, (item.id, "→".join(part.between), limit)))


def _reach(band: Band) -> str:
    low, high = band.passing.low, band.passing.high
    return f"≤{high} s" if low is None else f"≥{low} s" if high is None else f"{low}–{high} s"


def _listed(words: Iterable[str]) -> str:
    return "；".join(words) or "–"
