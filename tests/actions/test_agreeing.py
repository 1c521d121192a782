"""Agreement between two inspectors at one hall: through the desk and from the command line."""

import json
from pathlib import Path

import pytest

from inspector.actions.agreeing import agreement_of
from inspector.actions.desk import Desk
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall
from tests.conftest import HALL, conform_to_everything, start


def seen(desk: Desk, *failed: str, hall: Hall = HALL) -> str:
    inspecting = start(desk, hall)
    for item in failed:
        inspecting.put(item, Answer(Verdict.FAIL, note="看到"))
    conform_to_everything(inspecting)
    return inspecting.inspection.id


def test_two_inspectors_are_compared_item_by_item(desk: Desk) -> None:
    first, second = seen(desk, "SG-02", "AC-13"), seen(desk, "SG-02", "SG-06")
    told = agreement_of(desk, first, second)
    assert told["judged_by_both"] - told["agreeing"] == 2
    assert {one["item"] for one in told["disagreements"]} == {"AC-13", "SG-06"}
    n = told["judged_by_both"]
    by_hand = (n * (n - 2) - ((n - 2) ** 2 + 4)) / (n * n - ((n - 2) ** 2 + 4))
    assert told["kappa"]["shown"] == f"{by_hand:.4f}"[:4]


def test_what_says_nothing_is_refused(desk: Desk) -> None:
    one, elsewhere = seen(desk), seen(desk, hall=Hall("BJ02", "别处"))
    with pytest.raises(InspectorError, match="同一次"):
        agreement_of(desk, one, one)
    with pytest.raises(InspectorError, match="不在同一个营业厅"):
        agreement_of(desk, one, elsewhere)


def test_from_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk.at(folder)
    seen(desk, "SG-02"), seen(desk, "SG-02", "AC-13")
    desk.close()
    assert main(["agree", "1", "2", "--data", str(folder)]) == 0
    assert "AC-13  低位服务台  conform / fail" in capsys.readouterr().out
    assert main(["agree", "1", "2", "--json", "--data", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["disagreements"][0]["item"] == "AC-13"
