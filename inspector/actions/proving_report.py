"""The proof inside a report: the sealed records it tells of and what its star is computed from, signed by this device.

Whoever has the PDF alone can recompute the star, and see whether records, star and print still belong together.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from inspector.actions.verifying import Proof
from inspector.errors import InspectorError
from inspector.inspection.chain import Link
from inspector.inspection.record import canonical, sha256
from inspector.rating.receipt import differences, receipt
from inspector.report.content import Attached, ReportContent
from inspector.store.device import REPORT, Device, signed_by
from inspector.store.proving import link_of
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.rating.rate import Rating

NAME, VERSION = "proof.json", 1
TURN = Lock()  # PDFium is not safe in several threads: whoever reads a PDF takes turns
TOLD = ("number", "inspection", "sha256", "previous", "at", "device")
COVER = {"hall": "营业厅", "number": "编号", "star": "星级", "total": "总分", "hash": "记录指纹"}


def proof_of(desk: "Desk", content: ReportContent, rating: "Rating", inspections: Sequence[str]) -> Attached:
    """Return the proof of a report: what it prints, its rating's receipt, and every sealed record it rests on."""
    links = (link_of(desk.database, id_) for id_ in inspections)
    body = canonical(
        {
            "report": VERSION,
            "made_at": content.made_at.isoformat(timespec="seconds"),
            "printed": _printed(content),
            "records": [_record(link) for link in links if link],
            # As text: a scheme means something by the order of its measures, and canonical JSON puts keys in order.
            "receipt": json.dumps(receipt(rating), ensure_ascii=False, separators=(",", ":")),
        }
    )
    device = Device(desk.database.path.parent if desk.database.path else None)
    signature = device.sign(sha256(body), REPORT).hex()
    signed = {"body": body.decode("utf-8"), "device": device.public, "signature": signature}
    return Attached(NAME, _("核验附件：封存记录与评定回执"), canonical(signed))


def _printed(content: ReportContent) -> dict[str, str]:
    cover = content.cover
    values = (content.hall, content.number, cover.star.word, cover.total or "", content.record_hash)
    return dict(zip(COVER, values, strict=True))


def _record(link: Link) -> dict[str, Any]:
    """Return a record as it was sealed; of a covert visit only hash and signature, since it names who made it."""
    told = {name: getattr(link, name) for name in TOLD}
    body = "" if link.told.get("head", {}).get("visit") else link.body.decode("utf-8")
    return {**told, "body": body, "signature": link.signature.hex()}


def verify_report(path: Path) -> Proof:
    """Verify a report by what it carries; an InspectorError where it cannot be read or carries no proof."""
    content, cover = _opened(path)
    signed_holds, signed_doubts = _signatures(path)
    try:
        signed = json.loads(content)
        body, device, signature = (str(signed[key]) for key in ("body", "device", "signature"))
        plain = json.loads(body)
        plain["receipt"] = json.loads(plain["receipt"])
        whole = canonical(signed) == content and set(signed) == {"body", "device", "signature"}
        well = whole and signed_by(device, sha256(body.encode("utf-8")), bytes.fromhex(signature), REPORT)
        doubts = [] if well else [_("核验附件被改过：签名不是它所写的那台电脑的。")]
        doubts += [one for record in plain["records"] for one in _record_doubts(record)]
        doubts += [*_receipt_doubts(plain["receipt"]), *_rests_on(plain), *_print_doubts(plain, cover)]
        holds = _holding(plain, device) if not doubts else []
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise InspectorError(_("{name} 的核验附件读不出来。").format(name=path.name)) from fault
    return Proof((*holds, *signed_holds), (*doubts, *signed_doubts))


def _signatures(path: Path) -> tuple[list[str], list[str]]:
    """Return what holds of the signatures that PDF readers check, and what does not; most reports have none."""
    if b"/ByteRange" not in path.read_bytes():
        return [], []
    from inspector.report.certified import signatures  # noqa: PLC0415 - few are signed

    found, bad = signatures(path), _("数字签名“{whose}”不成立：{why}。")
    holds = [_("数字签名“{whose}”完好，盖住整个文件。").format(whose=one.whose) for one in found if one.intact]
    return holds, [bad.format(whose=one.whose, why=one.why) for one in found if not one.intact]


def _opened(path: Path) -> tuple[bytes, str]:
    """Return the proof and the text of the first page."""
    with TURN:
        return _read(path)


def _read(path: Path) -> tuple[bytes, str]:
    import pypdfium2  # noqa: PLC0415 - only here

    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as fault:
        raise InspectorError(_("{name} 打不开，不是完好的 PDF。").format(name=path.name)) from fault
    try:
        held = [document.get_attachment(place) for place in range(document.count_attachments())]
        proofs = [bytes(one.get_data()) for one in held if one.get_name() == NAME]
        if len(proofs) != 1:
            raise InspectorError(_("{name} 里没有核验附件，不是星察出具的全本报告。").format(name=path.name))
        page = document[0].get_textpage()
        return proofs[0], "".join(page.get_text_bounded().split())
    except pypdfium2.PdfiumError as fault:
        raise InspectorError(_("{name} 的核验附件读不出来。").format(name=path.name)) from fault
    finally:
        document.close()


def _record_doubts(record: dict[str, Any]) -> list[str]:
    device = str(record["device"])
    well = signed_by(device, record["sha256"], bytes.fromhex(record["signature"]))
    checks = {}
    if record["body"]:
        told = json.loads(record["body"])
        said = tuple(told.get(key) for key in ("number", "previous", "id", "finished_at"))
        due = tuple(record[key] for key in ("number", "previous", "inspection", "at"))
        checks[_("内容与指纹不符，被改过。")] = sha256(str(record["body"]).encode("utf-8")) == record["sha256"]
        checks[_("登记的编号、时间或所属检查与内容不符。")] = said == due
        well = well and device == told.get("device")
    checks[_("签名不是它所写的那台电脑的。")] = well
    return [f"{_('第 {n} 条').format(n=record['number'])}：{words}" for words, holds in checks.items() if not holds]


def _receipt_doubts(receipt: dict[str, Any]) -> list[str]:
    try:
        found = differences(receipt)
    except InspectorError as fault:
        found = [str(fault)]
    return [_("评定回执与重算不符：{what}").format(what=one) for one in found]


def _rests_on(plain: dict[str, Any]) -> list[str]:
    """Return where the receipt counts what no record says: with a key of their own anybody can sign a receipt."""
    receipt, bodies = plain["receipt"], [record["body"] for record in plain["records"]]
    if not bodies or not all(bodies):  # a draft has none, and what covert visits found is not told here
        return []
    told = [json.loads(body) for body in bodies]
    found: dict[str, set[str]] = {}
    for one in told:
        for item, verdict in one["verdicts"].items():
            found.setdefault(item, set()).add(verdict)
    foreign = [one["id"] for one in receipt["items"] if (one["verdict"] or "") not in found.get(one["id"], {""})]
    doubts = [_("回执里 {item} 的结论，所附记录没有这样写。").format(item=item) for item in foreign]
    total = receipt["result"]["printed"].get(receipt["rules"]["total"]) or ""
    if len(told) == 1 and (told[0]["rating"].get("total") or total) != total:
        doubts.append(_("回执的总分 {total} 不是封存时的总分。").format(total=total))
    return doubts


def _print_doubts(plain: dict[str, Any], cover: str) -> list[str]:
    """Compare what the cover prints with what the proof says, and that with the records and the receipt."""
    printed, result = plain["printed"], plain["receipt"]["result"]
    doubts = [
        _("封面所印的{what}与核验附件不同：附件写 {said}。").format(what=_(name), said=printed[key])
        for key, name in COVER.items()
        if "".join(str(printed[key]).split()) not in cover
    ]
    scheme = plain["receipt"]["rules"]
    total = result["printed"].get(scheme["total"])
    if printed["total"] and printed["total"] != total:
        doubts.append(_("封面总分 {said}，重算为 {value}。").format(said=printed["total"], value=total))
    hashes = [record["sha256"] for record in plain["records"]]
    if printed["hash"] and printed["hash"] not in hashes:
        doubts.append(_("封面所印的记录指纹，不是所附任何一条记录的。"))
    return doubts


def _holding(plain: dict[str, Any], device: str) -> list[str]:
    result, printed = plain["receipt"]["result"], plain["printed"]
    told = [_("报告 {number}，{hall}。").format(number=printed["number"], hall=printed["hall"])]
    told += [
        (
            _("所附记录第 {n} 条 {hash}：内容与指纹相符，由密钥 {key} 签名。")
            if record["body"]
            else _("第 {n} 条 {hash}：由密钥 {key} 签名；暗访的原文不随报告。")
        ).format(n=record["number"], hash=record["sha256"][:16], key=record["device"][:16])
        for record in plain["records"]
    ]
    told.append(
        _("按所附的作答重算：{star}，总分 {total}，与封面所印相符。").format(
            star=result["label"] or printed["star"], total=printed["total"] or "–"
        )
    )
    return [*told, _("核验附件由密钥 {key} 签名。").format(key=device[:16])]
