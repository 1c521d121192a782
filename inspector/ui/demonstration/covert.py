"""The two mystery visits of the demonstration: what was played, when each moment came, and what was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from inspector.ui.demonstration.past import ZONE
from inspector.ui.demonstration.plan import Found, Seen


@dataclass(frozen=True, slots=True)
class Covert:
    """A visit: the scenario as a person searches for it, who by code, which day, the moments, the phrases, the rest."""

    scenario: str
    shopper: str
    day: datetime
    moments: Mapping[str, time]
    found: Found
    phrases: tuple[str, ...] = ()


def _moments(*taken: str) -> dict[str, time]:
    return {f"T{place}": time.fromisoformat(one) for place, one in enumerate(taken)}


ELDERLY = Covert(
    "S08", "M-07", datetime(2026, 3, 12, 8, 50, tzinfo=ZONE),
    _moments("09:41", "09:41:48", "09:42:32", "09:49:50", "09:49:58", "09:50:20", "09:51:06", "09:54:06", "09:55:02"),
    Found(
        failed={"S08-04": Seen("只递来小票，没有讲金额和余额；追问一次才答。")},
        partly={"ET-15": "报了应收，没有报找零。", "EL-06": "有大字版资料，没有大字账单。"},
        left_out={"EL-05": "等候区老花镜正有人用，没有看到度数"},
        proofs={"MP-01": "door", "MP-02": "ticket", "MP-03": "slip"},
    ),
)  # fmt: skip
BUSINESS = Covert(
    "S02", "M-11", datetime(2026, 3, 20, 14, 40, tzinfo=ZONE),
    _moments("15:26", "15:28:14", "15:29:06", "15:47:48", "15:48:07", "15:48:50", "15:50:12", "16:06:32", "16:07:20"),
    Found(
        failed={
            "MV-01": Seen("进门后站了两分多钟，引导台无人；保安先来问的。"),
            "MV-03": Seen("到柜台前，柜员一直低头整理单据，才抬头招呼。"),
            "S02-07": Seen("问到之后找谁，答“有事再来柜台”，没有留联系人。"),
        },
        partly={"S02-04": "说了环节，没有说客户要做哪几样。", "MV-07": "缺产权证明一项，追问才补上。"},
        proofs={"MP-01": "door-2", "MP-02": "ticket-2", "MP-03": "slip-2"},
    ),
    phrases=("不清楚",),
)  # fmt: skip
VISITS = (ELDERLY, BUSINESS)
