"""Phrases heard (忌语), counted one by one: the count judges the item, its note keeps which phrase and how often."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from inspector.form.form import Item, Part, PartKind
from inspector.inspection.answer import Answer, Sample

HEARD = "heard"  # the key of a part that counts phrases
TIMES, BETWEEN = " ×", "；"
PIECE = re.compile(r"(?P<phrase>[^；]+) ×(?P<times>[1-9][0-9]*)")


def heard_part(item: Item) -> Part | None:
    """Return the part of an item that counts phrases; None when it counts none."""
    return next((part for part in item.parts if part.key == HEARD and part.kind is PartKind.COUNT), None)


def times_heard(note: str) -> dict[str, int]:
    """Return how often a note says each phrase was heard."""
    return {
        found["phrase"]: int(found["times"])
        for line in note.splitlines()
        if (pieces := _pieces(line))
        for found in pieces
    }


def hear(answer: Answer, phrase: str, by: int = 1) -> Answer:
    """Return the answer with a phrase heard once more, or once less; a verdict chosen before gives way to the count."""
    heard = times_heard(answer.note)
    known = heard.get(phrase, 0)
    by = max(by, -known)
    heard[phrase] = known + by
    total = max(counted(answer) + by, 0)
    return replace(counting(answer, total), note=_note(answer.note, heard))


def counted(answer: Answer) -> int:
    """Return how many phrases an answer counts so far."""
    return next((int(sample.value) for sample in answer.parts.get(HEARD, ()) if sample.value is not None), 0)


def counting(answer: Answer, total: int) -> Answer:
    """Return the answer with a count; none at all is an answer too."""
    parts = {**answer.parts, HEARD: (Sample(Decimal(total)),)}
    return replace(answer, verdict=None, reason="", parts=parts)


def _pieces(line: str) -> list[re.Match[str]]:
    """Return the phrases of a line that holds nothing else."""
    found = [PIECE.fullmatch(piece) for piece in line.split(BETWEEN)]
    pieces = [one for one in found if one]
    return pieces if len(pieces) == len(found) else []


def _note(note: str, heard: Mapping[str, int]) -> str:
    told = BETWEEN.join(f"{phrase}{TIMES}{times}" for phrase, times in heard.items() if times)
    rest = [line for line in note.splitlines() if not _pieces(line)]
    return "\n".join([*([told] if told else []), *rest])
