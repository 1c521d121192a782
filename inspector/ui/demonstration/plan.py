"""What the inspector of the demonstration finds at the hall, item by item; everything else conforms."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seen:
    """A problem: the words of the note, the photo's scene, and ticked facts by their words."""

    note: str
    scene: str = ""
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What is found, by item: problems, half measures, what does not apply, and the scenes of photos taken as proof."""

    failed: Mapping[str, Seen] = field(default_factory=dict)
    partly: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    proofs: Mapping[str, str] = field(default_factory=dict)


FAILED = {
    "SG-06": Seen("12398 标识被宣传海报遮住大半，并写成“公司热线”。", "sign"),
    "SG-23": Seen("2 号窗口只有编号，没有业务名称。", "counter"),
    "SG-38": Seen("只有电价与流程两类，缺安全用电、法规资料。", "rack"),
    "AC-06": Seen("坡道停放电动自行车 3 辆，净宽余 480 mm，轮椅不能通过。", "ramp", ("坡道被占用",)),
    "AC-17": Seen("手写板无电，开关无反应；引导员答已报修三周。", "counter"),
    "EL-05": Seen("老花镜仅 +2.0 一种度数。", "counter"),
    "EN-16": Seen("两台自助终端一台停用，未贴故障说明。", "screen"),
    "IN-07": Seen("本年度没有客户开放日记录。"),
}
PARTLY = {
    "SG-10": "只有阶梯电价说明，没有分时。",
    "SG-25": "洗手间方向没有指引。",
    "ET-04": "一名窗口人员倚靠椅背。",
    "ET-16": "单据递接时文字朝向自己。",
    "AC-21": "盲道在门前断开约 1 米。",
    "EN-04": "有冷热水，缺热水警示。",
    "IN-05": "",
}
LEFT_OUT = {
    "ET-37": "本次未跟随上门服务",
    "ET-38": "本次未跟随现场服务",
    "IN-12": "本地没有新技术试点",
}
FACTS_NO = ("has_hydrant", "near_closing_seen", "system_fault_seen")
HIGHLIGHTS = "人工柜台与现金交费全时段保留，零钱备足。\n引导员主动为听障客户递上手写便笺，全程耐心。"
GENERAL_NOTE = "工作日上午，厅内等候最多 17 人；厅长全程陪同，未见突击整理。"
STOP_AT = "AC-13"
HEIGHTS = ("820", "835", "828")
BELL = "34"
AUDIT = Found(FAILED, PARTLY, LEFT_OUT)
SHOWN = {"SG-06", "AC-06"}
