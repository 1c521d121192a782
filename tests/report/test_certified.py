"""Signatures and encrypted copies: what readers accept, and every change they must refuse."""

import io
import random
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from inspector.actions.desk import Desk
from inspector.actions.proving_report import verify_report
from inspector.actions.reporting import write_report_of
from inspector.errors import InspectorError
from inspector.report.certified import device_signer, encrypted, sign, signatures, signer
from inspector.report.pdf import write_report
from tests.conftest import conform_to_everything, start
from tests.report.conformance import faults
from tests.report.sample_content import full

FLIPS = 40


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("signed")
    write_report(full(folder), folder / "report.pdf")
    return (folder / "report.pdf").read_bytes()


@pytest.fixture
def signed(document: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "signed.pdf"
    path.write_bytes(sign(document, device_signer(tmp_path, "临江供电公司"), "星级评定报告"))
    return path


def test_a_signed_report_is_intact_and_still_keeps_the_rules(signed: Path) -> None:
    (one,) = signatures(signed)
    assert one.intact
    assert "临江供电公司" in one.whose
    assert faults(signed) == []


def test_no_flipped_byte_is_accepted(signed: Path) -> None:
    whole, draw = signed.read_bytes(), random.Random(5)
    for _time in range(FLIPS):
        spoilt = bytearray(whole)
        spoilt[draw.randrange(len(spoilt))] ^= 1 << draw.randrange(8)
        signed.write_bytes(spoilt)
        assert not all(one.intact for one in signatures(signed)) or signatures(signed) == []


def test_what_is_added_after_signing_is_refused(signed: Path) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.read_bytes()))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Rotate"] = generic.NumberObject(90)
    writer.update_container(page)
    output = io.BytesIO()
    writer.write(output)
    signed.write_bytes(output.getvalue())
    (one,) = signatures(signed)
    assert not one.intact
    assert "又加了内容" in one.why


def test_the_certificate_is_made_once_and_a_wrong_passphrase_is_told(document: bytes, tmp_path: Path) -> None:
    first = device_signer(tmp_path, "甲").signing_cert.dump()
    assert device_signer(tmp_path, "乙").signing_cert.dump() == first
    with pytest.raises(InspectorError, match="打不开"):
        signer(tmp_path / "report.p12", "something else")
    (tmp_path / "bad.p12").write_bytes(b"rubbish")
    with pytest.raises(InspectorError, match="打不开"):
        signer(tmp_path / "bad.p12", "")


def test_an_encrypted_copy_opens_with_its_password_only(document: bytes, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(encrypted(document, "春天的口令"))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="春天的口令") as pdf:
        assert pdf.encryption.R == 6
    plain, locked = pypdfium2.PdfDocument(document), pypdfium2.PdfDocument(path, password="春天的口令")
    told = [[page.get_textpage().get_text_bounded() for page in one] for one in (plain, locked)]
    assert told[0] == told[1]
    plain.close()
    locked.close()


def test_who_asks_for_it_gets_signed_reports_and_verifying_says_so(desk: Desk, tmp_path: Path) -> None:
    inspecting = start(desk)
    conform_to_everything(inspecting)
    inspecting.finish()
    desk.set("sign_reports", "device")
    desk.set("record_address", "https://example.com/r/")
    path = tmp_path / "report.pdf"
    write_report_of(desk, inspecting.inspection.id, path)
    found = verify_report(path)
    assert found.doubts == ()
    assert "数字签名" in found.holds[-1]
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 3] ^= 1
    path.write_bytes(spoilt)
    try:
        doubts = verify_report(path).doubts
    except InspectorError as trouble:
        doubts = (str(trouble),)
    assert doubts
