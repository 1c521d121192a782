"""What SQLite says when something is wrong, told as a sentence; anything it does not know stays our bug."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from inspector.errors import InspectorError
from inspector.store.driver import Error
from inspector.wording import _


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn the faults a person can do something about into InspectorError."""
    try:
        yield
    except UnicodeDecodeError as fault:  # the driver's own message quotes the damaged bytes
        raise InspectorError(*_damaged()) from fault
    except Error as fault:
        known = _known(str(fault))
        if known is None:
            raise
        raise InspectorError(*known) from fault


def is_full(fault: BaseException | None) -> bool:
    """Return whether SQLite could not write for want of room."""
    text = str(fault).lower() if isinstance(fault, Error) else ""
    return "full" in text or "disk i/o" in text


def _known(message: str) -> tuple[str, str] | None:
    text = message.lower()
    if "full" in text or "disk i/o" in text:  # as is_full says
        return _("磁盘写不下了，这一步没有保存。"), _("请腾出空间后再试，之前的作答都在。")
    if "locked" in text or "busy" in text:
        return _("数据文件正被另一个程序占用，这一步没有保存。"), _("请关闭另一个星察窗口后再试。")
    if "readonly" in text or "read-only" in text:
        return _("数据文件是只读的，无法保存。"), _("请检查数据文件夹的权限。")
    if any(word in text for word in ("not a database", "malformed", "corrupt", "could not decode")):
        return _damaged()
    if "unable to open" in text:
        return _("数据文件打不开。"), _("请检查数据文件夹是否存在、是否可写。")
    return None


def _damaged() -> tuple[str, str]:
    return _("数据文件已损坏，打不开。"), _("文件没有被改动；请从备份恢复，或联系维护人员。")


def stored_json(text: str) -> Any:
    """Read JSON that we wrote; an InspectorError where damage left something else."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise InspectorError(*_damaged()) from fault
