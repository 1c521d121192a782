"""What proves a mystery visit: photos taken at the time of it, or the number of a document."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from inspector.inspection.answer import Answer, Photo
from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Visit
from inspector.wording import _

BEFORE, AFTER = timedelta(hours=2), timedelta(hours=24)  # a photo taken outside of it proves another visit


def shown(inspection: Inspection, visit: Visit, items: Sequence[str]) -> Iterator[str]:
    """Say what the answers to some items show: photos taken at the time, else the number of a document."""
    for id_ in items:
        answer = inspection.answer(id_)
        photos = [photo for photo in answer.photos if taken_there(photo, visit)]
        if photos:
            yield f"{id_} " + _("照片 {n} 张").format(n=len(photos))
        elif text := _document(answer):
            yield f"{id_} {text}"


def _document(answer: Answer) -> str:
    """Return the number of a document typed into an answer."""
    texts = (sample.text.strip() for samples in answer.parts.values() for sample in samples)
    return next((text for text in texts if re.search(r"[0-9]", text)), "")


def taken_there(photo: Photo, visit: Visit) -> bool:
    """Return whether a photo may be of this visit: taken from two hours before to a day after, or at no known time."""
    taken = corrected(photo.taken_at, visit)
    began, left = visit.began, visit.left
    if taken is None or began is None:
        return True
    return began - BEFORE <= taken <= (left or began) + AFTER


def corrected(taken_at: str, visit: Visit) -> datetime | None:
    """Return when a photo was taken, its phone's clock put right; None when it does not say."""
    began = visit.began
    if not taken_at or began is None:
        return None
    taken = datetime.fromisoformat(taken_at)
    return (taken if taken.tzinfo else taken.replace(tzinfo=began.tzinfo)) - timedelta(seconds=visit.phone_ahead)
