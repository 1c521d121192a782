"""A city of halls, as many as are wanted, every figure drawn from one seed."""

import random

from inspector.report.ranked import Figure, League, Mean, RankedHall
from inspector.report.rated import Change, Star

WORDS = ("不达标", "一星", "二星", "三星", "四星", "五星")
TOPICS = (
    "标识与信息公示",
    "服务礼仪",
    "办理准确",
    "现场时效",
    "电话与线上",
    "报修与投诉承诺",
    "无障碍",
    "适老与特殊客户",
    "环境、便民与安全",
    "反馈与创新",
)
IDEAS = ("服务标准化", "响应高效化", "体验人性化", "创新持续化")
NAMES = "东白青石锦高临古城长双平滨南柳望槐秀新明云桂沙溪"
PLACES = "郊塔溪桥绣新空渡北堤河沙江屏岸湖荫山港德海林洲口"


def figure(value: float, floor: float = 60) -> Figure:
    return Figure(f"{value:.1f}", value, value < floor)


def league(count: int = 26, own: int = 13, seed: int = 3) -> League:
    draw = random.Random(seed)
    totals = sorted((draw.uniform(52, 97) for _hall in range(count)), reverse=True)
    return League(
        "云汀供电公司",
        "全市排行榜",
        "2026-01-05 至 2026-03-28",
        f"{count} 厅均分 79.4，较上次 +0.3；五星 2 厅。",
        IDEAS,
        TOPICS,
        tuple(_hall(draw, place, total, own) for place, total in enumerate(totals, 1)),
        Mean(
            figure(79.4),
            "+0.3",
            (75.0, 77.2, 79.1, 79.4),
            tuple(figure(80.0) for _one in IDEAS),
            tuple(figure(78.0) for _one in TOPICS),
        ),
        (("五星", 2), ("四星", 8), ("三星", 7), ("二星", 1), ("一星", 1), ("不达标", 1)),
        "先按星级、后按总分排名。红字低于上一级下限。",
        "五档颜色与星级门槛一致，越深越低。",
        f"{count} 厅 · 星级规范 default@2026.1 · 汇总指纹 1a65",
    )


def _hall(draw: random.Random, place: int, total: float, own: int) -> RankedHall:
    level = max(0, min(5, int(total // 10) - 4)) if total > 55 else 0
    moved = draw.choice([Change("up", str(draw.randint(1, 9))), Change("down", "2"), Change("same"), Change("new")])
    name = draw.choice(NAMES) + draw.choice(PLACES)
    return RankedHall(
        place,
        moved,
        name,
        f"{name}供电营业厅",
        Star(level, WORDS[level]),
        figure(total),
        f"{draw.uniform(-5, 5):+.1f}".replace("-", "−"),
        tuple(total + draw.uniform(-6, 6) for _time in range(draw.randint(1, 4))),
        tuple(figure(min(100, total + draw.uniform(-12, 10)), 70) for _one in IDEAS),
        tuple(figure(max(30.0, min(100, total + draw.uniform(-20, 14)))) for _one in TOPICS),
        f"严重 {draw.randint(1, 4)} 项" if draw.random() < 0.4 else "",
        place == own,
    )
