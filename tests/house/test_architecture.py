"""The contracts of the house: who may import whom."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


def test_every_room_stands_in_the_contract() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert "exhaustive = true" in text
    rooms = {path.stem for path in (ROOT / "inspector").iterdir() if path.suffix == ".py" or path.is_dir()}
    for room in rooms - {"__init__", "__pycache__", "_data"}:
        assert room in text
