"""The unit's own sign, its signature and the address of its records, on paper once they are chosen."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import PIL.Image
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.reporting import content_of, write_report_of
from inspector.ui.pages.settings.unit_tab import UnitTab
from tests.report.conformance import faults
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, desk_with_halls, finished, press

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def pictures(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return sum(isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" for one in pdf.objects)


def test_a_sign_that_is_chosen_stands_on_the_cover_until_it_is_taken_away(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign = PIL.Image.new("RGBA", (300, 90), (0, 0, 0, 0))
    sign.paste((10, 90, 160, 255), (20, 20, 280, 70))
    sign.save(tmp_path / "sign.png")
    id_ = finished(desk, BINJIANG).inspection.id
    tab = settings(desk, qtbot, "unit").tab
    assert isinstance(tab, UnitTab)
    assert not tab.no_logo_button.isVisible()
    write_report_of(desk, id_, tmp_path / "bare.pdf")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(tmp_path / "sign.png"), ""))
    press(qtbot, tab.logo_button)
    write_report_of(desk, id_, tmp_path / "signed.pdf")
    assert pictures(tmp_path / "signed.pdf") == pictures(tmp_path / "bare.pdf") + 1
    assert faults(tmp_path / "signed.pdf") == []
    press(qtbot, tab.no_logo_button)
    assert content_of(desk, id_).logo is None


def test_a_sign_whose_picture_is_gone_stops_no_report(desk: Desk, tmp_path: Path) -> None:
    id_ = finished(desk, BINJIANG).inspection.id
    desk.set("logo", "0" * 64)
    write_report_of(desk, id_, tmp_path / "report.pdf")
    assert content_of(desk, id_).logo is None


def test_signature_and_address_are_kept(desk: Desk, qtbot: QtBot) -> None:
    tab = settings(desk, qtbot, "unit").tab
    assert isinstance(tab, UnitTab)
    tab.signing.picked.emit("device")
    tab.address.edit.setText("https://example.com/r/")
    tab.address.finished.emit("https://example.com/r/")
    assert (desk.setting("sign_reports"), desk.setting("record_address")) == ("device", "https://example.com/r/")
    id_ = finished(desk, replace(BINJIANG)).inspection.id
    content = content_of(desk, id_)
    assert content.record_code == f"https://example.com/r/{content.record_hash[:16]}"
