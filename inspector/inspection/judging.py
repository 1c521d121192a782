"""From measured parts to a verdict: the worst part decides, a missing wanted part leaves it open unless one fails."""

from collections.abc import Sequence
from decimal import Decimal

from inspector.form.form import Band, Choice, Item, Part, PartKind
from inspector.inspection.answer import Answer, Sample, Verdict

WORST_FIRST = (Verdict.FAIL, Verdict.PARTLY, Verdict.CONFORM)


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the worst of some judged verdicts."""
    return next(verdict for verdict in WORST_FIRST if verdict in verdicts)


def judge_value(value: Decimal, band: Band) -> Verdict:
    """Judge one figure by its band."""
    if value in band.passing:
        return Verdict.CONFORM
    if band.part is not None and value in band.part:
        return Verdict.PARTLY
    return Verdict.FAIL


def figure(sample: Sample) -> Decimal | None:
    """Return the figure of a sample that a band judges: the value, or n of N in percent."""
    if sample.value is None:
        return None
    if sample.of is None:
        return sample.value
    return sample.value * 100 / sample.of if sample.of else None


def figures(part: Part, samples: Sequence[Sample]) -> list[Decimal]:
    """Return the figures a part's band judges: all of them, or their mean."""
    values = [value for sample in samples if (value := figure(sample)) is not None]
    if part.judge == "mean" and values:
        return [sum(values, Decimal(0)) / len(values)]
    return values


def complete(part: Part, samples: Sequence[Sample]) -> bool:
    """Return whether a part has all the values it wants, and a ratio enough observations."""
    if part.kind.measured:
        values = [sample for sample in samples if figure(sample) is not None]
        enough = all((sample.of or 0) >= part.of_least for sample in values) if part.of_least else True
        return len(values) >= part.samples and enough
    return any(sample.text for sample in samples)


def picked(part: Part, samples: Sequence[Sample]) -> Choice | None:
    """Return the option of a choice part that was chosen."""
    return next((choice for choice in part.choices if samples and choice.key == samples[0].text), None)


def judge_part(part: Part, samples: Sequence[Sample], band: Band | None) -> Verdict | None:
    """Judge one part; None when it says nothing (yet)."""
    if part.kind in {PartKind.CONFORM, PartKind.CONFORM3}:
        return Verdict(samples[0].text) if samples and samples[0].text else None
    if part.kind is PartKind.CHOICE:
        choice = picked(part, samples)
        return Verdict(choice.verdict) if choice and choice.verdict else None
    if part.kind is PartKind.TEXT or band is None:
        return None
    judged = [judge_value(value, band) for value in figures(part, samples)]
    return worst(judged) if judged else None


def implied(item: Item, answer: Answer, bands: dict[str, Band | None]) -> Verdict | None:
    """Return the verdict that the parts of an answer imply; None while a wanted part is missing and none has failed."""
    verdicts, missing = [], False
    for part in item.parts:
        samples = answer.parts.get(part.key, ())
        whole = complete(part, samples)
        missing |= not whole and not part.optional and part.kind is not PartKind.TEXT
        verdict = judge_part(part, samples, bands.get(part.key))
        if verdict and (whole or (verdict is Verdict.FAIL and _final(part))):
            verdicts.append(verdict)
    if missing and Verdict.FAIL not in verdicts:
        return None
    if not verdicts and item.severity == "info" and not missing and answer.parts:
        return Verdict.CONFORM  # what is only written down is answered by being written down
    return worst(verdicts) if verdicts else None


def _final(part: Part) -> bool:
    """Return whether a value that fails stays a fail, whatever values are still to come."""
    return part.kind is not PartKind.RATIO and part.judge != "mean"
