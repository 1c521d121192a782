"""What the moments of a mystery visit are called."""

from inspector.wording import _

NAMES = {
    "T0": "到门口", "T1": "引导员招呼", "T2": "取号", "T3": "叫到号", "T4": "柜员招呼", "T5": "说明来意",
    "T6": "首次答复", "T7": "办结", "T8": "离开",
    "R0": "拨出", "R1": "响第一声", "R2": "接通", "R3": "转到人工", "R4": "问题解决", "R5": "挂断",
    "F0": "报修", "F1": "工单短信", "F2": "抢修来电", "F3": "抢修到场", "F4": "恢复供电", "F5": "回访",
    "O0": "打开渠道", "O1": "首次应答", "O2": "转到人工", "O3": "办完",
}  # fmt: skip


def mark_name(key: str) -> str:
    """Return the name of a moment: T3 is 叫到号."""
    return _(NAMES[key])
