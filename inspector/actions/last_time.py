"""Reading what was found at a hall the last time, from the sealed record."""

import json
from datetime import datetime

from inspector.inspection.change import answer_from_plain
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Inspection
from inspector.store.inspections import Inspections


def last_time(store: Inspections, inspection: Inspection) -> LastTime | None:
    """Return the hall's last finished inspection before this one, None without one."""
    earlier = store.hall_history(inspection.hall.code, inspection.id)
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
