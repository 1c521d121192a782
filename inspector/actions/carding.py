"""The pocket card of a mystery visit: what it says, and its making."""

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.errors import InspectorError
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk

FOLDER = "cards"


def card_file(desk: "Desk", id_: str) -> Path:
    """Return where the card of a visit lies; its own name is as plain as what it shows."""
    return desk.folder / FOLDER / id_ / card_name()


def card_name() -> str:
    """Return the name of a card's file."""
    return _("备忘.pdf")


def write_card_of(desk: "Desk", id_: str, target: Path) -> tuple[str, ...]:
    """Write the pocket card of a mystery visit as one A6 page; return the characters that no font has."""
    from inspector.report.pocket_card import card_of  # noqa: PLC0415 - reportlab costs start-up 130 ms
    from inspector.report.pocket_card_page import write_pocket_card  # noqa: PLC0415

    inspection = desk.open(id_).inspection
    if inspection.form.scenario is None or inspection.head.visit is None:
        raise InspectorError(_("这次检查不是暗访。"))
    try:
        return write_pocket_card(card_of(inspection), target, desk.clock())
    except OSError as fault:
        raise InspectorError(
            _("卡片没有写成：{fault}。").format(fault=fault.strerror or fault), _("请换一个位置再试。")
        ) from fault
