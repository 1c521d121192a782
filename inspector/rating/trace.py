"""Why the score is what it is: every lost point by item, exact, adding up to 100 less the total."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector.form.form import Item
from inspector.inspection.answer import Verdict
from inspector.rating.heaps import Credit
from inspector.rating.measures import Readings, chooses, influence
from inspector.rating.scheme import Measure, Scheme
from inspector.wording import truncated


@dataclass(frozen=True, slots=True)
class LostPoint:
    """What one item costs: its credit, the weight it stands against, and the points of the total it loses."""

    item: Item
    verdict: Verdict
    credit: Fraction
    topic_base: int
    points: Fraction


@dataclass(frozen=True, slots=True)
class Step:
    """One step from 100 down to the total: a topic, its loss and the running total, as printed."""

    idea: str
    topic: str
    lost: str
    running: str


def lost_points(scheme: Scheme, credits: Sequence[Credit], readings: Readings) -> list[LostPoint]:
    """Return every item that lost points, the dearest first.

    In percent schemes they add up to 100 less the total exactly; where points are added up they are those not earned,
    where demerits are added up those incurred.
    """
    weight_of = influence(scheme, readings)
    resting = [scheme.measures[key] for key in weight_of]
    lost = []
    for one in credits:
        if one.credit is None or one.verdict is None or one.credit == 1:
            continue
        measures = [measure for measure in resting if chooses(measure, one)]
        if measures:
            points = sum((_cost(one, measure, readings) * weight_of[measure.key] for measure in measures), Fraction(0))
            lost.append(LostPoint(one.item, one.verdict, one.credit, readings[measures[0].key].base, abs(points)))
    return sorted(lost, key=lambda point: -point.points)


def _cost(one: Credit, measure: Measure, readings: Readings) -> Fraction:
    """Return what an item costs of a measure that counts it: of a share in percent, else in points."""
    missing = (1 - (one.credit or Fraction(0))) * one.item.weight
    return missing * 100 / readings[measure.key].base if measure.kind == "share" else missing


def steps(scheme: Scheme, readings: Readings) -> list[Step]:
    """Return the way down from 100, topic by topic; printed losses are differences of printed running totals."""
    total, found = readings[scheme.total], []
    if total.value is None:
        return []
    weight_of, running, printed = influence(scheme, readings), Fraction(100), truncated(Fraction(100))
    for idea in scheme.ideas:
        for topic in scheme.measures[idea].mix or ():
            reading = readings[topic]
            if reading.value is None or reading.value == 100:  # noqa: PLR2004 - full marks lose nothing
                continue
            running -= (100 - reading.value) * weight_of[topic]
            shown = truncated(running)
            found.append(Step(idea, topic, truncated(Fraction(printed) - Fraction(shown)), shown))
            printed = shown
    return found


def full_base_total(scheme: Scheme, readings: Readings) -> Fraction | None:
    """Return the total if 不适用 and 未能检查 stayed in the base and earned nothing; None for other than shares."""
    if readings[scheme.total].value is None:
        return None
    weight_of, total = influence(scheme, readings, full_base=True), Fraction(0)
    for key, factor in weight_of.items():
        reading = readings[key]
        if reading.measure.kind != "share" or not reading.asked:
            return None
        total += reading.earned * 100 * factor / reading.asked
    return total
