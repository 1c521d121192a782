"""A rating as plain data: level, every figure exact and as printed, and the trace of every lost point."""

from fractions import Fraction
from typing import Any

from inspector.rating.hall import HallRating
from inspector.rating.rate import Rating
from inspector.rating.survey import Survey
from inspector.wording import _, truncated

STATES = {"interim": "暂估", "provisional": "暂评", "full": "评定", "withheld": "否决待确认", "unrated": "未评星"}


def state_words(rating: Rating) -> str:
    """Return the words for a rating's state: 暂估, 暂评, 评定, 否决待确认 or 未评星."""
    return _(STATES[rating.state.value])


def explanation(rating: Rating) -> dict[str, Any]:
    """Return everything that led to a rating as JSON-able data."""
    return {
        "scheme": rating.scheme.name,
        "state": rating.state.value,
        "level": rating.level.level if rating.level else None,
        "label": str(rating.level.label) if rating.level else state_words(rating),
        "why": rating.why,
        "total": _figure(rating, rating.scheme.total),
        "full_base": rating.full_base_shown,
        "measures": {key: _figure(rating, key) for key in rating.readings},
        "gates": [
            {"measure": gate.measure, gate.word: str(gate.figure), "value": str(gate.value), "passed": gate.passed}
            for gate in rating.gates
        ],
        "unmet": list(rating.unmet),
        "adjusts": [{"by": one.by, "why": str(one.why)} for one in rating.adjusts],
        "caps": [{"to": cap.to, "why": str(cap.why)} for cap in rating.caps],
        "held": rating.held,
        "counts": rating.counts,
        "steps": [
            {"idea": step.idea, "topic": step.topic, "lost": step.lost, "running": step.running}
            for step in rating.steps()
        ],
        "trace": [
            {
                "item": lost.item.id,
                "title": lost.item.ask.zh,
                "topic": lost.item.topic,
                "verdict": lost.verdict.value,
                "weight": lost.item.weight,
                "credit": str(lost.credit),
                "of_weight": lost.topic_base,
                "points": str(lost.points),
                "shown": truncated(lost.points, 2),
            }
            for lost in rating.lost()
        ],
    }


def hall_explanation(rated: HallRating) -> dict[str, Any]:
    """Return everything that led to the rating of a hall: which inspections count and why, and until when it holds."""
    return {
        **explanation(rated.rating),
        "inspections": [
            {"id": one.inspection.id, "kind": one.inspection.head.kind, "counts": one.counts, "why": one.why}
            for one in rated.considered
        ],
        "lacking": rated.lacking,
        "valid_until": rated.valid_until.isoformat() if rated.valid_until else None,
        "survey": _survey(rated.survey) if rated.survey else None,
    }


def _survey(survey: Survey) -> dict[str, Any]:
    return {
        "sheets": survey.sheets,
        "satisfied": _both(survey.satisfied),
        "questions": {
            one.item.id: {
                "answers": one.answers,
                "satisfied": _both(one.satisfied),
                "mean": _both(one.mean),
                **{verdict.value: number for verdict, number in one.counts.items()},
            }
            for one in survey.asked
        },
    }


def _both(value: Fraction | None) -> dict[str, str] | None:
    return None if value is None else {"exact": str(value), "shown": truncated(value)}


def _figure(rating: Rating, measure: str) -> dict[str, str] | None:
    value = rating.readings[measure].value
    return None if value is None else {"exact": str(value), "shown": rating.shown(measure)}
