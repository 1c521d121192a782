"""Rolling backups: one snapshot a day, photos once, old ones thinned, and nothing half there."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.errors import Cancelled, InspectorError
from inspector.exchange.backup import MANIFEST
from inspector.exchange.rolling import STAMP, due, kept_ones, roll, roll_everywhere, rolling_set, snapshots
from inspector.inspection.hall import Hall
from inspector.inspection.redaction import Purged
from inspector.paths import apart_from
from inspector.store.copies import verify
from inspector.store.database import FILE

AT = datetime(2026, 3, 5, 14, 32, 7)  # noqa: DTZ001 - names of snapshots tell the laptop's own time


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def at_work(folder: Path, photos: int = 3) -> list[str]:
    desk = Desk.at(folder)
    desk.keep_hall(Hall("001", "第一厅"))
    kept = [desk.vault.keep(bytes([number]) * 5_000) for number in range(photos)]
    desk.close()
    return kept


def names(place: Path) -> list[str]:
    return [path.name for _at, path in snapshots(rolling_set(place))]


def test_a_snapshot_is_whole_and_photos_are_copied_once(folder: Path, disk: Path) -> None:
    at_work(folder)
    first = roll(folder, disk, AT)
    verify(first / FILE)
    assert (first / MANIFEST).is_file()
    vault = rolling_set(disk) / "vault"
    before = {path: path.stat().st_mtime_ns for path in vault.rglob("*") if path.is_file()}
    assert len(before) == 3
    at_work(folder, 4)
    roll(folder, disk, AT + timedelta(days=1))
    after = {path: path.stat().st_mtime_ns for path in vault.rglob("*") if path.is_file()}
    assert len(after) == 4
    assert {path: after[path] for path in before} == before
    assert names(disk) == ["20260306-143207", "20260305-143207"]


def test_beside_the_data_only_the_data_file_is_kept_and_a_second_place_may_be_unplugged(
    folder: Path, tmp_path: Path, disk: Path
) -> None:
    at_work(folder)
    assert len(roll_everywhere(folder, tmp_path / "unplugged", AT)) == 1
    assert not (tmp_path / "unplugged").exists()
    assert len(roll_everywhere(folder, disk, AT + timedelta(days=1))) == 2
    assert not (rolling_set(apart_from(folder)) / "vault").exists()
    assert len(names(apart_from(folder))) == 2
    assert (rolling_set(disk) / "vault").is_dir()


def test_cancelled_or_refused_leaves_the_older_ones_as_they_were(folder: Path, disk: Path) -> None:
    at_work(folder)
    roll(folder, disk, AT)
    at_work(folder, 5)
    with pytest.raises(Cancelled):
        roll(folder, disk, AT + timedelta(days=1), cancelled=lambda: True)
    with pytest.raises(InspectorError, match="同名"):
        roll(folder, disk, AT)
    assert names(disk) == ["20260305-143207"]


def test_what_was_destroyed_by_rule_is_destroyed_in_the_backup_too(folder: Path, disk: Path) -> None:
    sha256 = at_work(folder, 1)[0]
    roll(folder, disk, AT)
    kept = next(path for path in (rolling_set(disk) / "vault").rglob("*") if path.is_file())
    desk = Desk.at(folder)
    desk.evidence.purge([Purged(sha256, "original", "2026-03-05", "李明", "2026-03-05T15:00:00+08:00")])
    desk.vault.shed(sha256)
    desk.close()
    roll(folder, disk, AT + timedelta(days=1))
    assert not kept.exists()


def test_a_year_of_daily_snapshots_is_thinned_to_days_weeks_and_months() -> None:
    found = [(AT - timedelta(days=age), Path(f"{AT - timedelta(days=age):{STAMP}}")) for age in range(400)]
    kept = [at for at, _path in kept_ones(found, AT)]
    assert kept[:7] == [AT - timedelta(days=age) for age in range(7)]
    assert {f"{at:%G-%V}" for at in kept} >= {f"{AT - timedelta(weeks=age):%G-%V}" for age in range(8)}
    assert len({f"{at:%Y-%m}" for at in kept}) == 12
    assert len(kept) <= 7 + 8 + 12


def test_a_clock_that_was_set_back_costs_no_snapshot() -> None:
    ahead = [(AT + timedelta(days=days), Path(str(days))) for days in range(300, 330)]
    assert kept_ones([*ahead, (AT, Path("now"))], AT)[-1] == (AT, Path("now"))
    assert len(kept_ones(ahead, AT)) == 30


@pytest.mark.parametrize(
    ("rolled_at", "is_due"),
    [
        ("", True),
        ("rubbish", True),
        ("2026-03-04T14:32:06+00:00", True),
        ("2026-03-05T10:00:00+00:00", False),
        ("2026-03-06T10:00:00+00:00", True),
    ],
)
def test_due_once_a_day_and_after_a_clock_that_went_back(rolled_at: str, is_due: bool) -> None:
    assert due(rolled_at, AT.replace(tzinfo=UTC)) is is_due
