"""The README cannot fall behind: its map names every room, its commands exist, its pictures are there."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_map_names_every_room_and_no_other() -> None:
    rooms = {path.name for path in (ROOT / "inspector").iterdir() if (path / "__init__.py").exists()}
    named = set(re.findall(r"`inspector/([a-z_]+)/`", README))
    assert named == rooms


def test_the_map_names_every_module_that_stands_outside_a_room() -> None:
    modules = {path.name for path in (ROOT / "inspector").glob("*.py")} - {"__init__.py"}
    assert {name for name in modules if f"`{name}`" not in README and f"`inspector/{name}`" not in README} == set()


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    assert len(pictures) >= 3
    assert [one for one in pictures if not (ROOT / one).is_file()] == []


def test_its_commands_exist() -> None:
    command = [sys.executable, "-m", "inspector", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    for name in ("demo", "fill", "list", "report", "rate", "check-form", "pocket-card"):
        assert name in told
        assert f"inspector {name}" in README
