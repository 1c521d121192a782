"""A report ready to be set: everything it takes, and nothing that lives in one process only."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inspector.errors import InspectorError
from inspector.paths import write_whole
from inspector.report.content import Attached, ReportContent
from inspector.report.profiles import Cancelled, Progress, write_profile
from inspector.wording import _

Finish = Callable[[bytes], bytes]
NOBODY = "Star Inspector"


@dataclass(frozen=True, slots=True)
class Order:
    """What to set and where; with `signing` the folder of the device's certificate and the name it is made out to."""

    content: ReportContent
    target: Path
    profile: str
    attached: tuple[Attached, ...] = ()
    signing: tuple[Path, str] | None = None


def carry_out(
    order: Order, progress: Progress = None, cancelled: Cancelled = None, finish: Finish | None = None
) -> int:
    """Write the report of an order and return its pages; it is all there, signed where asked, or not there.

    `finish` turns the bytes of a PDF into those that are written, in place of the order's own signature.
    An InspectorError where the file cannot be written.
    """
    finish = finish or device_signature(order.signing)
    try:
        if finish is None or order.target.suffix.lower() != ".pdf":
            return write_profile(order.profile, order.content, order.target, progress, cancelled, order.attached)
        return _finished(order, finish, progress, cancelled)
    except OSError as fault:
        raise InspectorError(
            _("报告没有写成：{fault}。").format(fault=fault.strerror or fault),
            _("文件正在别的程序里开着的，请先关闭；或换一个位置再试。"),
        ) from fault


def _finished(order: Order, finish: Finish, progress: Progress, cancelled: Cancelled) -> int:
    """Set the report beside its place, so that an unfinished one never stands there."""
    beside = order.target.with_name(f"{order.target.stem}.part.pdf")
    try:
        pages = write_profile(order.profile, order.content, beside, progress, cancelled, order.attached)
        write_whole(order.target, finish(beside.read_bytes()))
    finally:
        beside.unlink(missing_ok=True)
    return pages


def device_signature(signing: tuple[Path, str] | None) -> Finish | None:
    """Return what signs with the certificate of this device; None where nobody asked for it."""
    if signing is None:
        return None
    from inspector.report.certified import device_signer, sign  # noqa: PLC0415 - few sign

    folder, name = signing
    signer = device_signer(folder, name or NOBODY)
    return lambda document: sign(document, signer, _("星级评定报告"))
