"""Many reports into one folder: all that can be made are, what is there stays, and a cut-off batch goes on."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from inspector.actions import batching, crew, reporting
from inspector.actions.batching import batch_name, write_batch
from inspector.actions.crew import FEW, Crew, Hand, attempt
from inspector.actions.desk import Desk
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.inspection.inspection import Head
from inspector.report import order as order_room
from inspector.report.order import Order
from inspector.report.profiles import FULL, NOTICE, ONE_PAGE
from tests.conftest import HALL, conform_to_everything

COUNT = 4
MANY = FEW + 1


def ids(desk: Desk) -> list[str]:
    return [header.id for header in desk.headers()]


@pytest.fixture
def many(desk: Desk) -> Desk:
    for number in range(COUNT):
        inspecting = desk.start("signage", Head(replace(HALL, name=f"第{number}/营业厅")))
        conform_to_everything(inspecting)
        inspecting.finish()
    desk.start("signage", Head(HALL))
    return desk


def test_every_sealed_inspection_has_its_file_and_drafts_have_none(many: Desk, tmp_path: Path) -> None:
    shares: list[float] = []
    made = write_batch(many, ids(many), tmp_path / "out", ONE_PAGE, shares.append)
    assert (len(made.written), made.there, made.failed, made.left) == (COUNT, (), (), 0)
    assert len(list((tmp_path / "out").iterdir())) == COUNT
    assert shares[-1] == 1.0
    for path in made.written:
        document = pypdfium2.PdfDocument(path)
        assert len(document) == 1
        document.close()
    assert "第0_营业厅" in made.written[-1].name


def test_a_cancelled_batch_goes_on_where_it_stopped(many: Desk, tmp_path: Path) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(list((tmp_path / "out").glob("*.pdf"))) >= 2

    first = write_batch(many, ids(many), tmp_path / "out", FULL, cancelled=cancelled)
    assert (len(first.written), first.left) == (2, COUNT - 2)
    assert "再导出一次会接着做" in first.words
    again = write_batch(many, ids(many), tmp_path / "out", FULL)
    assert (len(again.written), len(again.there)) == (COUNT - 2, 2)
    assert not list((tmp_path / "out").glob("*.part"))


def test_one_that_fails_stops_no_other(many: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = many.headers()[1]
    real = reporting.compose

    def fails(source: object) -> object:
        if source.inspection.id == broken.id:  # type: ignore[attr-defined]
            raise ValueError("a broken inspection")
        return real(source)  # type: ignore[arg-type]

    monkeypatch.setattr(reporting, "compose", fails)
    made = write_batch(many, ids(many), tmp_path / "out", FULL)
    assert len(made.written) == COUNT - 1
    assert [whose.split()[0] for whose, _why in made.failed] == [str(broken.number)]
    assert "a broken inspection" in made.failed[0][1]
    assert "1 份没有写成" in made.words


@pytest.fixture
def very_many(many: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(crew.os, "cpu_count", lambda: 2)
    for number in range(COUNT, MANY):
        inspecting = many.start("signage", Head(replace(HALL, name=f"第{number}/营业厅")))
        conform_to_everything(inspecting)
        inspecting.finish()
    return many


def test_many_are_set_by_processes_and_are_what_one_would_set(very_many: Desk, tmp_path: Path) -> None:
    made = write_batch(very_many, ids(very_many), tmp_path / "out", FULL)
    assert (len(made.written), made.failed, made.left) == (MANY, (), 0)
    assert [path.name for path in made.written] == [
        batch_name(header, FULL) for header in very_many.headers(status="finished")
    ]
    alone = tmp_path / "alone.pdf"
    header = very_many.headers(status="finished")[0]
    assert attempt(reporting.order_of(very_many, header.id, alone)) == ""
    assert alone.stat().st_size == pytest.approx(made.written[0].stat().st_size, rel=0.01)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(path.name for path in made.written)


def test_a_process_that_dies_costs_its_own_reports_only(
    very_many: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = Hand.ask, []

    def ask(hand: Hand, order: Order) -> str:
        asked.append(hand)
        if len(asked) == 2:
            hand.process.kill()
        return real(hand, order)

    monkeypatch.setattr(Hand, "ask", ask)
    made = write_batch(very_many, ids(very_many), tmp_path / "out", ONE_PAGE)
    assert (len(made.written), len(made.failed)) == (MANY - 1, 1)
    assert "意外结束" in made.failed[0][1]
    assert len(set(asked)) == 3
    assert all(hand.process.exitcode is not None for hand in asked)
    again = write_batch(very_many, ids(very_many), tmp_path / "out", ONE_PAGE)
    assert (len(again.there), again.failed) == (len(made.written), ())
    assert len(again.written) == len(made.failed)


def test_locked_data_stay_with_the_process_that_has_the_key(
    very_many: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "sealing", lambda _folder: "a lock")
    sizes: list[int] = []
    real = Crew.give
    monkeypatch.setattr(Crew, "give", lambda crew, order: (sizes.append(crew.size), real(crew, order))[1])
    made = write_batch(very_many, ids(very_many), tmp_path / "out", ONE_PAGE)
    assert len(made.written) == MANY
    assert set(sizes) == {1}


def test_a_signed_report_is_never_there_unsigned(many: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many.set("sign_reports", "device")

    def no_signature(_signing: object) -> object:
        def fails(_document: bytes) -> bytes:
            raise OSError(28, "No space left on device")

        return fails

    monkeypatch.setattr(order_room, "device_signature", no_signature)
    made = write_batch(many, ids(many), tmp_path / "out", ONE_PAGE)
    assert len(made.failed) == COUNT
    assert list((tmp_path / "out").iterdir()) == []


def test_what_has_no_notice_says_so(many: Desk, tmp_path: Path) -> None:
    made = write_batch(many, ids(many), tmp_path / "out", NOTICE)
    assert len(made.failed) == COUNT
    assert all("没有整改通知单" in why for _whose, why in made.failed)


def test_a_folder_that_cannot_be_made_is_told(many: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(InspectorError, match="写不了"):
        write_batch(many, ids(many), tmp_path / "file" / "out", FULL)


def test_the_command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk.at(folder)
    inspecting = desk.start("signage", Head(HALL))
    conform_to_everything(inspecting)
    inspecting.finish()
    desk.close()
    assert main(["batch", "--out", str(tmp_path / "out"), "--data", str(folder)]) == 0
    assert "写成 1 份" in capsys.readouterr().out
