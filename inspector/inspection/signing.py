"""Signatures in ink under a filled checklist: whose, when, the strokes, and the digest of what was signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspector.inspection.change import answer_to_plain
from inspector.inspection.record import canonical, sha256

if TYPE_CHECKING:
    from inspector.inspection.inspection import Inspection

INSPECTOR, HALL = "inspector", "hall"
WIDE, HIGH = 1000, 400  # the field the strokes are drawn in


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature; each stroke is x, y, x, y … in a field of 1000 by 400. `digest` names what was signed."""

    role: str
    name: str
    strokes: tuple[tuple[int, ...], ...]
    at: str
    digest: str

    def plain(self) -> dict[str, Any]:
        """Return the signature as JSON-able data."""
        return {
            "role": self.role,
            "name": self.name,
            "strokes": [list(stroke) for stroke in self.strokes],
            "at": self.at,
            "digest": self.digest,
        }

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Signature":
        """Rebuild a signature from its plain data."""
        strokes = tuple(tuple(stroke) for stroke in plain["strokes"])
        return cls(plain["role"], plain["name"], strokes, plain["at"], plain["digest"])


def digest_signed(inspection: "Inspection") -> str:
    """Return the digest of everything a signature stands under: form, facts, answers and head."""
    answers = {item: answer_to_plain(answer) for item, answer in inspection.answers.items() if not answer.empty}
    return digest_of_plain(inspection.form.digest, inspection.facts, answers, inspection.head.plain())


def digest_of_plain(form: str, facts: Mapping[str, Any], answers: Mapping[str, Any], head: Mapping[str, Any]) -> str:
    """Return the same digest from plain data, as a sealed record holds them."""
    signed = {key: value for key, value in head.items() if key != "signatures"}
    return sha256(canonical({"form": form, "facts": facts, "answers": answers, "head": signed}))


def lapsed(inspection: "Inspection") -> tuple[Signature, ...]:
    """Return the signatures that stand under something else by now: it was changed after they were given."""
    given = inspection.head.signatures
    if not given:
        return ()
    now = digest_signed(inspection)
    return tuple(one for one in given if one.digest != now)


def ink_agrees(told: Mapping[str, Any]) -> bool:
    """Return whether every signature in a sealed record names what the record says."""
    given = told.get("head", {}).get("signatures", [])
    if not given:
        return True
    now = digest_of_plain(told["form"]["digest"], told["facts"], told["answers"], told["head"])
    return all(one["digest"] == now for one in given)
