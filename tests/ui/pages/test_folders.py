"""Where a person is first asked for files."""

from pathlib import Path

import pytest

from inspector.ui.pages.folders import documents, pictures


def test_a_folder_that_is_there_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/文档"\nXDG_PICTURES_DIR="$HOME/图片"\n', "utf-8")
    (tmp_path / "文档").mkdir()
    assert Path(documents()) == tmp_path / "文档"
    assert Path(pictures()) == tmp_path
