"""A fictional hall in print: a report of full size, and its degraded forms, for the tests of this room."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from inspector.inspection.answer import Verdict
from inspector.report.content import (
    Compared,
    Comparison,
    Cover,
    Evidence,
    Finding,
    Group,
    Highlight,
    ItemRow,
    Method,
    Mystery,
    QuickFix,
    RedLine,
    ReportContent,
    Section,
    SignatureBox,
    Tally,
    Visit,
)
from inspector.report.rated import (
    Change,
    Count,
    Labelled,
    Limit,
    LostPoint,
    Past,
    Problem,
    Share,
    Star,
    Summary,
    Topic,
)
from tests.report.sample_findings import finding
from tests.report.sample_items import CRITERIA, FAILED, IDEAS, LEFT_OUT, PARTLY, REMARKS, SECTIONS, TOPICS
from tests.report.sample_trace import THREE, trace

RECORD = hashlib.sha256(b"record").hexdigest()
PREVIOUS = hashlib.sha256(b"previous").hexdigest()
MEASURED = ("920 mm", "错 3 处", "4/5 件", "深 310 mm", "18:42", "75%", "", "缺 2 处", "1240 mm", "236 lx")
VISITS = (
    Visit("明察", "3月24日 08:50–12:10", "检查表全部 166 项，其中实测 31 项、抽问 9 项", "李翀、王喆", True),
    Visit("暗访", "3月12日 09:41–09:55", "情景 S08：老年客户现金交费", "暗访员 07", False, "V4 未按脚本"),
)
HIGHLIGHTS = (
    Highlight("人工柜台全时段开放", "人工柜台与现金交费全时段保留，零钱备足，三次试付均未被拒。", "EL-02"),
    Highlight("交费办结提速", "交费办结由 6:40 缩至 4:08，叫号到办结全程有人引导。", "ET-10"),
)
SIGNATURES = (
    SignatureBox("督查员（两人）"), SignatureBox("复核人"),
    SignatureBox("营业厅负责人（意见可附页）"), SignatureBox("评定单位（章）", seal=True),
)  # fmt: skip


def verdict_of(item: str) -> Verdict:
    if item in FAILED:
        return Verdict.FAIL
    if item in PARTLY:
        return Verdict.PARTLY
    return Verdict.NA if item in LEFT_OUT else Verdict.CONFORM


def sections() -> tuple[Section, ...]:
    made = []
    for code, (title, names) in SECTIONS.items():
        rows = tuple(item_row(f"{code}-{place:02}", name, place) for place, name in enumerate(names.split(), 1))
        made.append(Section(title, f"{len(rows)} 项", rows))
    return tuple(made)


def item_row(item: str, name: str, place: int) -> ItemRow:
    verdict = verdict_of(item)
    lost = verdict in {Verdict.FAIL, Verdict.PARTLY}
    return ItemRow(
        item=item,
        title=name,
        weight=str(1 + place % 3),
        severity="major" if place % 3 == 2 else "minor",
        criterion=CRITERIA[place % len(CRITERIA)],
        verdict=verdict,
        measured=MEASURED[place % len(MEASURED)] if lost else "",
        remark=REMARKS[place % len(REMARKS)] if lost else "",
        finding=FAILED.index(item) + 1 if item in FAILED[:9] else None,
        reason="本厅没有坡道，无障碍出入口与室外齐平" if verdict is Verdict.NA else "",
        automatic=verdict is Verdict.NA and place % 2 == 0,
    )


def shares() -> tuple[Share, ...]:
    return tuple(
        Share(name, weight, value, last, Change(way, change), "", float(value), float(last))
        for name, weight, value, last, way, change in TOPICS
    )


def ideas() -> tuple[Share, ...]:
    return tuple(
        Share(name, weight, value, last, Change("up", change), part, float(value), float(last))
        for name, weight, value, last, change, part in IDEAS
    )


def summary(findings: tuple[Finding, ...]) -> Summary:
    total = Share("总分", "100", "76.4", "70.9", Change("up", "5.5"), "76.42", 76.42, 70.9)
    counts = [Count(verdict, sum(one.verdict is verdict for s in sections() for one in s.items)) for verdict in Verdict]
    return Summary(
        headline="本厅暂评为三星。",
        sentences=(
            "总分 76.4，按分数、按理念下限、按严重问题封顶，三条规则各自都给出三星，没有一条更高。要升四星，三条须同时"
            "改善。分数较上次升 5.5 分；无障碍设施与环境便民是主要差距：体验人性化失去 9.7 分，占全部失分的四成。",
        ),
        ideas=ideas(),
        total=total,
        topics=shares(),
        counts=tuple(count for count in counts if count.number),
        counts_sentence="丢分各项中 9 项书面整改，其余立查立改。",
        problems=tuple(Problem(f.number, f.item, f.title, f.severity, f.deadline) for f in findings),
        history=tuple(
            Past(when, printed, float(printed))
            for when, printed in (("24-09", "63.2"), ("25-03", "66.8"), ("25-09", "70.9"), ("26-03", "76.4"))
        ),
        levels=(Limit("4★ 80", 80), Limit("3★ 70", 70), Limit("2★ 60", 60)),
        floor=Limit("四星下限 70", 70),
    )


def topics() -> tuple[Topic, ...]:
    lost = [one for section in sections() for one in section.items if one.verdict in {Verdict.FAIL, Verdict.PARTLY}]
    made = []
    for place, share in enumerate(shares()):
        rows = tuple(lost_point(one) for one in lost[place :: len(TOPICS)])
        counts = (Count(Verdict.CONFORM, 12), Count(Verdict.PARTLY, 4), Count(Verdict.FAIL, 2), Count(Verdict.NA, 1))
        made.append(Topic(share, f"{12 + place} 项", counts, rows))
    return tuple(made)


def lost_point(one: ItemRow) -> LostPoint:
    assert one.verdict is not None
    credit, lost = ("0", "−0.76") if one.verdict is Verdict.FAIL else ("0.5", "−0.25")
    heavy = one.verdict is Verdict.FAIL
    return LostPoint(
        one.item,
        one.title,
        one.verdict,
        one.weight,
        credit,
        lost,
        one.measured,
        one.remark,
        heavy,
        -float(lost.replace("−", "-")),
    )


def cover() -> Cover:
    facts = (
        ("检查期", "2026年3月24日"), ("报告日期", "2026年3月26日"),
        ("检查方式", "明察 1 次"), ("网点级别", "C 类营业厅"),
        ("检查项", "166 项，其中不适用 11 项"), ("厅编码", "YT0316"),
        ("督查员", "李翀、王喆"), ("复核", "复核员丙（第二人）"),
        ("检查表", "hall-open-audit@2026.1"), ("星级规范", "default@3 · 时限表 2026-01"),
        ("地址", "云汀市滨江新区江月路 18 号"),
    )  # fmt: skip
    return Cover(
        unit="云汀供电公司",
        subject="供电营业厅服务质量督查",
        title="星级评定报告",
        star=THREE,
        total="76.4",
        notes=("较上次 +5.5", "上次三星 70.9"),
        why="总分与理念下限均为三星；仅完成一次明察，星级为暂评，补足两次有效暗访后转为评定。",
        facts=tuple(Labelled(*fact) for fact in facts),
    )


def comparison() -> Comparison:
    rows = tuple(
        Compared(item, title, "780 mm", "1020 mm") for item, title in (("AC-07", "门净宽"), ("SG-06", "12398 热线标识"))
    )
    tallies = (Tally("up", "改善", "19", "不再丢分"), Tally("down", "变差", "9", "原符合，现丢分"))
    tallies += (Tally("same", "仍丢分", "38", "7 项升为部分"), Tally("new", "首查丢分", "4", "新版新增项"))
    groups = (Group("改善", "up", rows * 3), Group("变差", "down", rows * 2), Group("重复问题", "same", rows * 2))
    return Comparison(
        "上次：2025年9月，总分 70.9，三星。两版共有 158 项，可逐项对照。", "2025年9月", "2026年3月", tallies, groups
    )


def method() -> Method:
    versions = (
        ("检查表", "hall-open-audit@2026.1，指纹 d59eced1ded0"), ("星级规范", "default@3，指纹 3d914f9348c9"),
        ("时限表", "2026-01（城区）"), ("引用标准", "标准号加年份；条款经人核对者方印"),
        ("封存时间", "2026-03-26 16:42:09 +08:00"), ("设备序", "第 412 条"),
    )  # fmt: skip
    return Method(
        paragraphs=(
            "得分率为得分权重除以适用权重；符合计满分，部分符合计一半，不符合计零。总分为四项理念得分率按 35、25、30、"
            "10 加权。比较用精确分数，印刷一律截断一位，不四舍五入；分步失分为相邻累计分之差，故逐项相加恰为总失分。",
            "“不适用”从分子与分母同时剔除，理由逐项写明；按厅情自动剔除的，注明厅情。“未能检查”同样退出基数，但计入"
            "数据充分性。工作日自次日起算，已扣除清明假期。",
        ),
        versions=tuple(Labelled(*pair) for pair in versions),
        record_hash=RECORD,
        previous_hash=PREVIOUS,
        unverified="注有“条款待核”的依据，条文号尚未经人核对，以标准原文为准。",
    )


def quick_fixes() -> tuple[QuickFix, ...]:
    return tuple(
        QuickFix(one.item, one.title, one.verdict, mended=place % 9 == 0)
        for section in sections()
        for place, one in enumerate(section.items)
        if one.verdict in {Verdict.FAIL, Verdict.PARTLY} and one.finding is None
    )


def full(folder: Path | None = None, count: int = 9) -> ReportContent:
    found = tuple(finding(n, folder, "major" if n <= 4 else "minor") for n in range(1, count + 1))
    return ReportContent(
        hall="滨江供电营业厅",
        number="YT-2026-0037",
        made_at=datetime(2026, 3, 26, 8, 42, 9, tzinfo=UTC),
        cover=cover(),
        reading=(
            "分数一律截断到一位小数，不四舍五入；比较星级时用未截断的精确值。分步失分为相邻累计分之差，故逐项相加恰为总失分。",
            "“不适用”从分子与分母同时剔除，理由逐项写明；“记录”项只记录、不计分。照片中人脸已打码。",
        ),
        visits=VISITS,
        visits_note="评定下限为 1 次有效明察与 2 次有效暗访；目前缺 2 次有效暗访，故为暂评。",
        summary=summary(found),
        trace=trace(),
        topics=topics(),
        mystery=Mystery("本期没有有效暗访，本章不列用时；排队、办理时限以明察现场计时为准。"),
        sections=sections(),
        comparison=comparison(),
        method=method(),
        sections_lead="全部 166 项。“重”为权重，记录项不计分；“［问题 n］”见第 6 章。",
        quick_fixes=quick_fixes(),
        quick_fixes_note="改好即打勾，注明日期；5 个工作日内，最迟 4月2日",
        findings_lead="书面整改 9 项：严重 4 项，2026年4月10日前；一般 5 项，4月2日前。申辩期至 2026年4月2日。",
        findings=found,
        red_lines=(RedLine("V-12", "营业时间安全出口锁闭", "已排除", "FS-01", "09:30 查看东侧出口，推杆可开，无锁。"),),
        highlights=HIGHLIGHTS,
        nothing_found="未发现须书面整改的问题。",
        general_note="本次明察在工作日上午进行，厅内等候最多 17 人。厅长全程陪同，配合良好，未见事先突击整理的迹象。",
        signatures=SIGNATURES,
        evidence=tuple(Evidence(photo, one.item, one.title, one.number) for one in found for photo in one.photos),
    )


def unrated(folder: Path | None = None) -> ReportContent:
    whole = full(folder)
    star = Star(None, "未评星", "unrated")
    notes = ("上次五星 91.5（2025年9月），仍在有效期内",)
    why = "缺 1 次有效明察，另有 12 项未检查；预计 2026年4月24日前补齐。"
    return replace(
        whole,
        cover=replace(whole.cover, star=star, total=None, notes=notes, why=why),
        summary=replace(whole.summary, headline="尚不能评星。", history=(), floor=None),
        trace=replace(whole.trace, total=None, steps=(), gates=(), star=None),
        comparison=Comparison("首次评定，没有可比的上次结果。"),
    )
