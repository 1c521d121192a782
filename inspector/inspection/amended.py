"""What an amendment says of the sealed record it puts right."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from inspector.wording import _


@dataclass(frozen=True, slots=True)
class Amended:
    """The inspection that is put right: its id, running number, seal and star as they stood; and why."""

    id: str
    number: int
    record: int
    sha256: str
    total: str
    level: int | None
    state: str
    reason: str

    def plain(self) -> dict[str, Any]:
        """Return it as JSON-able data."""
        return asdict(self)

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Amended":
        """Rebuild it from its plain data."""
        return cls(**plain)


def amended_words(amended: Amended) -> str:
    """Say which record an amendment puts right, and its score as it stood."""
    return _("更正第 {n} 号检查（原得分 {total}）。理由：{reason}").format(
        n=amended.number, total=amended.total or "–", reason=amended.reason
    )
