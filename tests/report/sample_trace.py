"""How the fictional hall came to its star in print: every step from 100, the three gates, the figures beneath."""

from inspector.report.rated import Base, Gate, Labelled, Limit, Star, Step, Trace
from tests.report.sample_items import IDEAS

THREE = Star(3, "三星", "provisional", "暂评")
LOSSES = (
    ("服务标准化", "标识与信息公示", 2.3),
    ("服务标准化", "服务礼仪", 2.0),
    ("服务标准化", "办理准确", 1.6),
    ("响应高效化", "现场时效", 2.2),
    ("响应高效化", "电话与线上", 1.6),
    ("响应高效化", "报修与投诉承诺", 1.2),
    ("体验人性化", "无障碍", 5.9),
    ("体验人性化", "适老与特殊客户", 1.4),
    ("体验人性化", "环境、便民与安全", 2.4),
    ("创新持续化", "反馈与创新", 3.0),
)
GATES = (
    Gate("① 总分", "五 90 · 四 80 · 三 70 · 二 60 · 一 50", "76.4", "≥ 80.0，差 3.6", False, THREE),
    Gate("② 理念下限", "四项理念中最低者：五 80 · 四 70 · 三 60 · 二 50", "67.5", "≥ 70.0，差 2.5", False, THREE),
    Gate("③ 封顶", "未整改严重问题：1–2 项至多四星，3 项起至多三星", "4 项", "≤ 2 项，多 2", False, THREE),
)


def steps() -> tuple[Step, ...]:
    made, running = [], 100.0
    for idea, topic, lost in LOSSES:
        after = round(running - lost, 1)
        made.append(Step(idea, topic, f"−{lost}", f"{after:.1f}", running, after))
        running = after
    return tuple(made)


def trace() -> Trace:
    bases = tuple(
        Base(i[0], n, "3", "1.6%", i[2], "66.3") for i, n in zip(IDEAS, ("77", "16", "61", "12"), strict=True)
    )
    return Trace(
        lead="先算分，再过三道线，取最低。每一步都可逐项回溯到检查表。",
        total="76.4",
        steps=steps(),
        axis_from=70.0,
        line=Limit("四星线 80，差 3.6", 80.0),
        exact="精确值 76.4230，印作 76.4。",
        gates=GATES,
        result="最低者；一票否决项 14 条逐一核对，均未触发",
        star=THREE,
        adjustments=(Labelled("仅一次明察", "只有一次已完成的明察，未满足评定证据下限，星级标为暂评。"),),
        bases=(*bases, Base("合计", "166", "11", "", "76.4", "72.7", total=True)),
        bases_note="全基数：不适用项按零分计入后的对照值，只作参考，不用于定级。不适用权重均未超过 30%，数据充分。",
    )
