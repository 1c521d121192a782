"""The sealed record: canonical bytes of a finished inspection (RFC 8785 shape), hashed and chained."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from inspector.inspection.change import answer_to_plain

if TYPE_CHECKING:
    from inspector.inspection.inspection import Inspection

SCHEMA = 2
FIRST = "0" * 64
LARGEST = 2**53 - 1


class Place(NamedTuple):
    """Where a record stands: its number, the hash before it, the key of its device, and the hash of its journal."""

    number: int
    previous: str
    device: str
    journal: str


def sealed_record(
    inspection: "Inspection", scheme: Mapping[str, str], rating: Mapping[str, Any], place: Place, at: datetime
) -> bytes:
    """Return the exact bytes to be stored and hashed; `scheme` and `rating` as plain data, decimals as strings."""
    return canonical(
        {
            "schema": SCHEMA,
            "id": inspection.id,
            "number": place.number,
            "previous": place.previous,
            "device": place.device,
            "form": {"name": inspection.form.name, "digest": inspection.form.digest},
            "limits": {
                "name": f"{inspection.limits.id}@{inspection.limits.version}",
                "digest": inspection.limits.digest,
            },
            "scheme": dict(scheme),
            "head": inspection.head.plain(),
            "facts": dict(inspection.facts),
            "answers": {
                item: answer_to_plain(answer) for item, answer in inspection.answers.items() if not answer.empty
            },
            "verdicts": _verdicts(inspection),
            "journal": {"last": inspection.seq, "sha256": place.journal},
            "started_at": inspection.started_at.isoformat(),
            "finished_at": at.isoformat(),
            "rating": dict(rating),
        }
    )


def _verdicts(inspection: "Inspection") -> dict[str, str]:
    return {item: inspection.verdict_key(item) or "" for item in inspection.form.order}


def canonical(plain: Any) -> bytes:
    """Return canonical JSON: ASCII keys in order, NFC text, whole numbers below 2**53, no floats."""
    return json.dumps(
        _checked(plain), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode("utf-8")


def sha256(body: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def _checked(plain: Any) -> Any:
    if plain is None or isinstance(plain, bool):
        return plain
    if isinstance(plain, int):
        if abs(plain) > LARGEST:
            raise ValueError("whole numbers from 2**53 on must be strings")
        return plain
    if isinstance(plain, str):
        return unicodedata.normalize("NFC", plain).encode("utf-8", "replace").decode("utf-8")
    if isinstance(plain, Mapping):
        if not all(isinstance(key, str) and key.isascii() for key in plain):
            raise ValueError("keys must be ASCII")
        return {key: _checked(value) for key, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [_checked(value) for value in plain]
    raise TypeError(f"{type(plain).__name__} cannot be sealed")
