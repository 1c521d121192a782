"""What was found at this hall the last time, item by item, read from the sealed record."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from inspector.inspection.answer import EMPTY, Answer, Verdict
from inspector.inspection.change import answer_from_plain
from inspector.inspection.inspection import Inspection
from inspector.store.inspections import Inspections


@dataclass(frozen=True)
class LastTime:
    """The latest finished inspection of the same hall: its day, kind, printed figures, verdicts and answers."""

    day: date
    kind: str
    level: int | None
    measures: Mapping[str, str]
    total: str
    verdicts: Mapping[str, str]
    answers: Mapping[str, Answer]

    def verdict(self, item: str) -> Verdict | None:
        """Return the verdict of an item then; None when it was not asked in that form."""
        key = self.verdicts.get(item)
        return Verdict(key) if key else None

    def answer(self, item: str) -> Answer:
        """Return the answer then."""
        return self.answers.get(item, EMPTY)


def last_time(store: Inspections, inspection: Inspection) -> LastTime | None:
    """Return the last finished inspection of the hall before this one began, None without one."""
    earlier = store.hall_history(inspection.hall.code, inspection.started_at.isoformat(timespec="milliseconds"))
    return _read(store, earlier[0]) if earlier else None


def _read(store: Inspections, id_: str) -> LastTime | None:
    found, header = store.sealed(id_), store.header(id_)
    if found is None or header is None:
        return None
    record = json.loads(found[1])
    return LastTime(
        day=datetime.fromisoformat(record["started_at"]).date(),
        kind=record["head"]["kind"],
        level=record["rating"]["level"],
        measures=store.topic_values(id_),
        total=header.total,
        verdicts=record["verdicts"],
        answers={item: answer_from_plain(plain) for item, plain in record["answers"].items()},
    )
