"""Opening files with other programs, where there may be none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector.errors import InspectorError
from inspector.ui import faults, outside
from inspector.ui.outside import open_outside


@pytest.fixture
def boxes(qapp: QApplication) -> Iterator[list[QMessageBox]]:
    def shown() -> list[QMessageBox]:
        return [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QMessageBox)]

    found = shown()
    yield found
    for box in shown():
        box.done(0)
        box.deleteLater()


def test_without_a_program_for_it_a_sentence_says_where_the_file_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_path: Path) -> list[str]:
        raise FileNotFoundError(2, "No such file or directory", "xdg-open")

    monkeypatch.setattr(outside, "open_with_system", none)
    with pytest.raises(InspectorError, match="系统没有能打开它的程序") as caught:
        open_outside(tmp_path / "报告.pdf")
    assert "报告.pdf" in str(caught.value)


@pytest.mark.usefixtures("boxes")
def test_trouble_that_nobody_caught_is_told_as_its_sentence_and_a_bug_as_a_bug(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    faults.present(InspectorError("磁盘写不下了。"))
    (box,) = [one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox)]
    assert (box.text(), caplog.records) == ("磁盘写不下了。", [])
    box.done(0)
    box.setParent(None)
