"""What is wrong with a mystery-visit scenario: marks out of order, proofs the form does not have, answers beyond."""

from collections.abc import Iterator, Sequence
from typing import Any

from inspector.form.codes import Code
from inspector.form.kinds import Slips, guess
from inspector.form.mistakes import Slip, Steps
from inspector.form.scenario import MARKS
from inspector.form.source import Data, Source


def scenario_slips(source: Source, items: Sequence[Data]) -> Slips:
    """Yield the mistakes of a form's scenario; `items` are those the form takes."""
    scenario = source.data.get("scenario")
    if scenario is None or not source.sound("scenario"):
        return
    assert isinstance(scenario, dict)
    if source.data.get("kind") != "mystery":
        yield Slip(Code.SCENARIO_KIND, ("scenario",), at_key=True)
    yield from _marks(scenario)
    yield from _proofs(scenario, [str(item.get("id")) for item in items])
    for index, question in enumerate(scenario.get("check", ())):
        if question["right"] > len(question["choices"]):
            values = {"count": len(question["choices"]), "found": question["right"]}
            yield Slip(Code.ANSWER_BEYOND, ("scenario", "check", index, "right"), values)
    taken = scenario.get("marks", ())
    for item in items:
        for mark in _measured_between(item):
            if mark not in taken:
                yield Slip(Code.BETWEEN_NOT_TAKEN, ("scenario",), {"id": item.get("id"), "mark": mark}, at_key=True)


def _marks(scenario: Data) -> Slips:
    listed: Any = scenario.get("marks", ())
    for index, mark in enumerate(listed):
        if index and MARKS.index(mark) <= MARKS.index(listed[index - 1]):
            yield Slip(Code.MARK_ORDER, ("scenario", "marks", index), {"mark": mark})
    spare: Any = scenario.get("spare", ())
    for index, mark in enumerate(spare):
        if mark not in listed:
            yield Slip(Code.SPARE_NOT_TAKEN, ("scenario", "spare", index), {"mark": mark})
    steps: Any = scenario.get("script", ())
    for index, step in enumerate(steps):
        if "at" in step and step["at"] not in listed:
            yield Slip(Code.STEP_WITHOUT_MARK, ("scenario", "script", index, "at"), {"mark": step["at"]})


def _proofs(scenario: Data, known: Sequence[str]) -> Slips:
    for key in ("proof", "place"):
        named: Any = scenario.get(key, ())
        for index, item in enumerate(named):
            if item not in known:
                values = {"id": item, "guess": guess(item, tuple(known))}
                yield Slip(Code.PROOF_UNKNOWN, ("scenario", key, index), values)


def _measured_between(item: Data) -> Iterator[str]:
    answer = item.get("answer")
    for part in answer.values() if isinstance(answer, dict) else ():
        timer = part.get("timer") if isinstance(part, dict) else None
        if isinstance(timer, dict):
            yield from timer.get("between", ())


def between_slips(asked: Data, path: Steps) -> Slips:
    """A timer runs from a mark to a later one of the same kind."""
    marks: Any = asked.get("between")
    if marks is None:
        return
    first, last = marks[0], marks[-1]
    if len(marks) != 2 or first[0] != last[0] or first >= last:  # noqa: PLR2004 - a beginning and an end
        yield Slip(Code.BETWEEN_ORDER, (*path, "between"), {"first": first, "last": last})
