"""The script of a covert visit as it applies to one hall, and what is to be brought back."""

from typing import NamedTuple

from inspector.form.conditions import FactIs
from inspector.form.form import Form, Words
from inspector.form.scenario import Step
from inspector.inspection.inspection import Inspection
from inspector.wording import _, language


class Line(NamedTuple):
    """A step: the moment taken with it, if any, what to do, and on which fact being so it still depends."""

    at: str
    do: Words
    fact: str = ""
    wanted: bool = True

    @property
    def only_if(self) -> str:
        """Return in words on what it depends; empty where it is certain."""
        if not self.fact:
            return ""
        words = _("若“{fact}”为是") if self.wanted else _("若“{fact}”为否")
        return words.format(fact=self.fact)


def script(inspection: Inspection) -> tuple[Line, ...]:
    """Return the steps for this hall; one whose condition nobody can tell yet stays, and says so."""
    scenario = inspection.form.scenario
    steps = scenario.script if scenario else ()
    held = ((step, step.when.holds(inspection) if step.when else True) for step in steps)
    return tuple(
        Line(step.at, step.do, *(_doubt(inspection.form, step) if holds is None else ()))
        for step, holds in held
        if holds is not False
    )


def open_facts(inspection: Inspection) -> tuple[str, ...]:
    """Return the facts on which the script depends, known or not."""
    steps = inspection.form.scenario.script if inspection.form.scenario else ()
    return tuple(dict.fromkeys(fact for step in steps if step.when for fact in step.when.facts()))


def to_bring_back(form: Form, items: tuple[str, ...]) -> tuple[Words, ...]:
    """Return what the items ask for that prove a visit or its place."""
    return tuple(form.items[item].ask for item in items if item in form.items)


def _doubt(form: Form, step: Step) -> tuple[str, bool]:
    if not isinstance(step.when, FactIs):
        return "", True
    asked = next((fact.ask for fact in form.facts if fact.key == step.when.key), None)
    return asked.into(language()) if asked else "", step.when.value
