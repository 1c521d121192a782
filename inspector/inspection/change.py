"""One step a person took: what it was about, before and after; the only way an inspection ever changes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from inspector.inspection.answer import EMPTY, Answer, Document, Parts, Photo, Sample, Verdict
from inspector.inspection.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one answer, one hall fact or one entry of the head.

    `kind` is answer, fact or head; `key` an item id, a fact, or a head entry. `before` and `after` are plain data as
    stored (None: nothing there). `field` names what of an answer was touched, so that typing can be undone as one
    step. `undoes` is the sequence number of the change this one takes back; `redoes` likewise.
    """

    kind: str
    key: str
    before: Any
    after: Any
    field: str = ""
    seq: int = 0
    at: str = ""
    undoes: int = 0
    redoes: int = 0

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return replace(self, before=self.after, after=self.before, undoes=self.seq, redoes=0, seq=0)


def answer_to_plain(answer: Answer) -> dict[str, Any] | None:
    """Return an answer as JSON-able data holding only what was recorded; None for an empty one."""
    plain: dict[str, Any] = {}
    if answer.verdict:
        plain["verdict"] = answer.verdict.value
    if answer.parts:
        plain["parts"] = {key: [_sample_to_plain(sample) for sample in values] for key, values in answer.parts.items()}
    for name in ("reason", "note"):
        if text := getattr(answer, name):
            plain[name] = text
    if answer.ticks:
        plain["ticks"] = list(answer.ticks)
    if answer.photos:
        plain["photos"] = [_photo_to_plain(photo) for photo in answer.photos]
    if answer.documents:
        plain["documents"] = [asdict(document) for document in answer.documents]
    plain.update({name: True for name in ("flagged", "follow_up", "mended") if getattr(answer, name)})
    return plain or None


def answer_from_plain(plain: Mapping[str, Any] | None) -> Answer:
    """Rebuild an answer from its plain data."""
    if not plain:
        return EMPTY
    return Answer(
        verdict=Verdict(plain["verdict"]) if "verdict" in plain else None,
        parts=_parts(plain.get("parts")),
        reason=plain.get("reason", ""),
        note=plain.get("note", ""),
        ticks=tuple(plain.get("ticks", ())),
        photos=tuple(_photo(photo) for photo in plain.get("photos", ())),
        documents=tuple(Document(**document) for document in plain.get("documents", ())),
        flagged=plain.get("flagged", False),
        follow_up=plain.get("follow_up", False),
        mended=plain.get("mended", False),
    )


def _parts(plain: Mapping[str, Any] | None) -> Parts:
    if not plain:
        return {}
    return {key: tuple(_sample(sample) for sample in values) for key, values in plain.items()}


def _sample_to_plain(sample: Sample) -> dict[str, str]:
    plain = {"value": _decimal(sample.value), "of": _decimal(sample.of)}
    plain |= {"text": sample.text, "at": sample.at, "place": sample.place, "between": sample.between}
    return {key: value for key, value in plain.items() if value}


def _decimal(value: Any) -> str:
    return "" if value is None else f"{value:f}"


def _sample(plain: Mapping[str, str]) -> Sample:
    value, of = plain.get("value"), plain.get("of")
    return Sample(
        value=Decimal(value) if value else None,
        of=Decimal(of) if of else None,
        text=plain.get("text", ""),
        at=plain.get("at", ""),
        place=plain.get("place", ""),
        between=plain.get("between", ""),
    )


def _photo_to_plain(photo: Photo) -> dict[str, Any]:
    plain = {
        "sha256": photo.sha256,
        "name": photo.name,
        "caption": photo.caption,
        "taken_at": photo.taken_at,
        "shows": photo.shows,
        "ruler": photo.ruler,
        "drawn": [one.plain() for one in photo.drawn],
    }
    return {key: value for key, value in plain.items() if value}


def _photo(plain: Mapping[str, Any]) -> Photo:
    return Photo(**{**plain, "drawn": tuple(Drawn.of(one) for one in plain.get("drawn", ()))})
