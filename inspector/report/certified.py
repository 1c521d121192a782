"""Signatures that PDF readers check (PAdES): made last, over the whole file, so that no byte changes unseen."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.errors import InspectorError
from inspector.paths import write_whole
from inspector.wording import _

if TYPE_CHECKING:
    from pyhanko.sign import SimpleSigner

FIELD, DEVICE = "Seal", "report.p12"
YEARS = 10


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature of a file: whose it says it is, and whether the file is still what was signed."""

    whose: str
    intact: bool
    why: str = ""


def device_signer(folder: Path, name: str) -> "SimpleSigner":
    """Return this laptop's signer; its key (P-256) and its certificate, signed by itself, are made at the first use."""
    path = folder / DEVICE
    try:
        if not path.exists():
            write_whole(path, _own_certificate(name))
            path.chmod(0o600)
    except OSError as fault:
        raise InspectorError(_("本机的报告证书写不了：{fault}。").format(fault=fault.strerror or fault)) from fault
    return signer(path, "")


def signer(path: Path, passphrase: str) -> "SimpleSigner":
    """Return the signer of a certificate file (PKCS#12); an InspectorError where it cannot be opened."""
    from pyhanko.sign import SimpleSigner  # noqa: PLC0415 - start-up has no use for it

    try:
        found = SimpleSigner.load_pkcs12_data(path.read_bytes(), [], passphrase.encode("utf-8") or None)
    except (OSError, ValueError) as fault:
        raise InspectorError(_("证书 {name} 打不开。").format(name=path.name), _("请核对文件和口令。")) from fault
    if not isinstance(found, SimpleSigner):
        raise InspectorError(_("证书 {name} 打不开。").format(name=path.name), _("请核对文件和口令。"))
    return found


def sign(document: bytes, by: "SimpleSigner", reason: str) -> bytes:
    """Return a document signed as a whole (PAdES B-B); whatever is changed afterwards breaks the signature."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415
    from pyhanko.sign import PdfSignatureMetadata, fields, signers  # noqa: PLC0415

    meta = PdfSignatureMetadata(
        field_name=FIELD,
        reason=reason,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    writer, output = IncrementalPdfFileWriter(io.BytesIO(document)), io.BytesIO()
    # It would write itself into one of the two places where a document says who made it, and these must agree.
    writer._update_meta = lambda: None  # type: ignore[method-assign]  # noqa: SLF001
    signers.sign_pdf(writer, meta, by, output=output)
    return output.getvalue()


def signatures(path: Path) -> list[Signed]:
    """Return every signature of a file; none where it has none.

    Only whether the file is whole is judged, without a network: whose certificate it is, is for the reader to trust.
    """
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            return [_judged(one) for one in PdfFileReader(file, strict=False).embedded_signatures]
    except (PdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        return [Signed("–", intact=False, why=_("签名读不出来：{fault}").format(fault=fault))]


def _judged(one: Any) -> Signed:
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    whose = str(one.signer_cert.subject.human_friendly)
    context = ValidationContext(allow_fetching=False, trust_roots=[one.signer_cert])
    status = validate_pdf_signature(one, signer_validation_context=context)
    if not (status.intact and status.valid):
        return Signed(whose, intact=False, why=_("签名之后内容被改过"))
    if not status.docmdp_ok or status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        return Signed(whose, intact=False, why=_("签名之后又加了内容"))
    return Signed(whose, intact=True)


def _own_certificate(name: str) -> bytes:
    from cryptography import x509  # noqa: PLC0415
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12  # noqa: PLC0415

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    whose = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name[:64] or "Star Inspector")])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(whose)
        .issuer_name(whose)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(b"report", key, made, None, NoEncryption())


def encrypted(document: bytes, password: str) -> bytes:
    """Return a copy that opens with a password only (AES-256); it can be no archive, and its signature is gone."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    from pyhanko.pdf_utils.writer import copy_into_new_writer  # noqa: PLC0415

    writer: Any = copy_into_new_writer(PdfFileReader(io.BytesIO(document)))
    writer.encrypt(owner_pass=password, user_pass=password)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()
