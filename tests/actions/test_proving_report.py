"""A report proves itself: what it carries agrees with what it prints, and any change is told."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from nacl.signing import SigningKey

from inspector.actions.desk import Desk
from inspector.actions.proving_report import NAME, proof_of, verify_report
from inspector.actions.reporting import source_of, write_report_of
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.inspection.answer import Verdict
from inspector.inspection.record import canonical, sha256
from inspector.report.composing import compose
from inspector.report.pdf import write_report
from inspector.store.device import REPORT
from tests.conftest import conform_to_everything, start

FLIPS = 150


@pytest.fixture
def sealed(desk: Desk) -> str:
    inspecting = start(desk)
    conform_to_everything(inspecting)
    inspecting.judge("AC-13", Verdict.FAIL)
    inspecting.note("AC-13", "台面高 920 mm")
    inspecting.finish()
    return inspecting.inspection.id


@pytest.fixture
def report(desk: Desk, sealed: str, tmp_path: Path) -> Path:
    write_report_of(desk, sealed, tmp_path / "report.pdf")
    return tmp_path / "report.pdf"


def proof(report: Path) -> bytes:
    with pikepdf.open(report) as pdf:
        return pdf.attachments[NAME].get_file().read_bytes()


def with_proof(report: Path, content: bytes) -> Path:
    target = report.with_name("forged.pdf")
    with pikepdf.open(report) as pdf:
        spec = pdf.Root.Names.EmbeddedFiles.Names[1]
        spec.EF.F.write(content)
        pdf.save(target)
    return target


def resigned(report: Path, change: Callable[[dict[str, Any], dict[str, Any]], None]) -> Path:
    """Change body and receipt and sign them with a key of one's own."""
    body = json.loads(json.loads(proof(report))["body"])
    receipt = json.loads(body["receipt"])
    change(body, receipt)
    body["receipt"] = json.dumps(receipt, ensure_ascii=False)
    packed, key = canonical(body), SigningKey.generate()
    signature = key.sign(REPORT + sha256(packed).encode()).signature.hex()
    device = key.verify_key.encode().hex()
    return with_proof(report, canonical({"body": packed.decode("utf-8"), "device": device, "signature": signature}))


def told(report: Path) -> tuple[str, ...]:
    try:
        return verify_report(report).doubts
    except InspectorError as trouble:
        return (str(trouble),)


def test_a_report_proves_itself_and_says_what_holds(report: Path) -> None:
    found = verify_report(report)
    assert found.doubts == ()
    assert any("按所附的作答重算" in one for one in found.holds)
    assert main(["verify", str(report)]) == 0


def test_a_draft_and_a_hall_prove_themselves(desk: Desk, sealed: str, tmp_path: Path) -> None:
    inspecting = start(desk)
    inspecting.judge("SG-01", Verdict.CONFORM)
    write_report_of(desk, inspecting.inspection.id, tmp_path / "draft.pdf")
    write_report_of(desk, sealed, tmp_path / "hall.pdf", hall=True)
    for name in ("draft.pdf", "hall.pdf"):
        assert verify_report(tmp_path / name).doubts == ()


def test_no_byte_of_the_proof_can_be_changed_unseen(report: Path) -> None:
    whole, draw = proof(report), random.Random(11)
    for _time in range(FLIPS):
        spoilt = bytearray(whole)
        spoilt[draw.randrange(len(spoilt))] ^= 1 << draw.randrange(8)
        assert told(with_proof(report, bytes(spoilt)))


def _conform(_body: dict[str, Any], receipt: dict[str, Any]) -> None:
    for one in receipt["items"]:
        if one["id"] == "AC-13":
            one["verdict"], one["credit"] = "conform", "1"


def _left_out(_body: dict[str, Any], receipt: dict[str, Any]) -> None:
    receipt["items"] = [one for one in receipt["items"] if one["id"] != "AC-13"]


def _record(body: dict[str, Any], _receipt: dict[str, Any]) -> None:
    record = body["records"][0]
    record["body"] = record["body"].replace("920", "820")
    record["sha256"] = sha256(record["body"].encode("utf-8"))


@pytest.mark.parametrize("change", [_conform, _left_out, _record])
def test_whoever_signs_with_another_key_is_found_out(change: Any, report: Path) -> None:
    assert verify_report(resigned(report, change)).doubts


def test_a_cover_that_prints_another_total_is_told(desk: Desk, sealed: str, tmp_path: Path) -> None:
    source = source_of(desk, sealed)
    content = compose(source)
    true = proof_of(desk, content, source.rating, [sealed])
    forged = replace(content, cover=replace(content.cover, total="99.9"))
    write_report(forged, tmp_path / "forged.pdf", attached=(true,))
    assert any("总分" in one for one in verify_report(tmp_path / "forged.pdf").doubts)


@pytest.mark.parametrize("content", [b"", b"not a pdf", b"%PDF-1.7\n"])
def test_what_is_no_report_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(content)
    with pytest.raises(InspectorError, match="打不开"):
        verify_report(tmp_path / "r.pdf")


def test_a_report_without_its_proof_is_told(report: Path) -> None:
    with pikepdf.open(report) as pdf:
        del pdf.Root.Names
        pdf.save(report.with_name("bare.pdf"))
    with pytest.raises(InspectorError, match="没有核验附件"):
        verify_report(report.with_name("bare.pdf"))
