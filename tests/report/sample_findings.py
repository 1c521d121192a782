"""Findings of the sample with drawn photos, as many as a test asks for."""

import hashlib
from pathlib import Path

from PIL import Image, ImageDraw

from inspector.report.content import Basis, Finding, Photo
from tests.report.sample_items import FAILED


def photos(folder: Path | None, number: int, count: int = 2) -> tuple[Photo, ...]:
    made = []
    for place in range(count):
        name = f"finding-{number}-{place}.jpg"
        path = folder / name if folder else None
        if path and not path.exists():
            draw_picture(path, number * 7 + place * 3)
        caption = ("全景", "近景", "卷尺量测")[place % 3]
        digest = hashlib.sha256(name.encode()).hexdigest()
        missing = "" if path else "佐证缺失"
        made.append(Photo(path, caption, 1280, 960, digest, missing, f"照片 {number * 2 - 1 + place}"))
    return tuple(made)


def draw_picture(path: Path, seed: int) -> None:
    image = Image.new("RGB", (320, 240), (120 + seed % 80, 130, 140))
    pen = ImageDraw.Draw(image)
    for step in range(9):
        shade = (60 + step * 18, (seed * 13 + step * 9) % 200, 90)
        pen.rectangle((20 + step * 30, 60 + (seed * step) % 70, 44 + step * 30, 210), fill=shade)
    image.save(path, quality=80)


def finding(number: int, folder: Path | None, severity: str = "major", count: int = 2) -> Finding:
    facts = (
        "台面距地 920 mm，限值 700–850 mm；台面堆放宣传展架，轮椅使用者无法使用。",
        "3月24日 09:12，坡面停放电动自行车 3 辆，净宽余 480 mm，轮椅无法通过。",
        "公示仍为 2011 年版，低压居民、低压非居民、高压单电源三处时限与现行不符。",
    )
    item = FAILED[(number - 1) % len(FAILED)]
    return Finding(
        number=number,
        title=("低位服务台超高", "坡道被占用", "服务承诺为旧版", "无障碍卫生间锁闭")[number % 4],
        severity="major" if severity == "major" else "minor",
        item=item,
        place=("1 号柜", "入口坡道", "等候区南墙")[number % 3],
        facts=facts[number % 3],
        basis=(Basis("无障碍环境建设法第四十条", True), Basis("GB 55019-2021", number % 2 == 0)),
        action="改造台面至 700–850 mm，清空台面，配呼叫铃。",
        deadline="4月10日" if severity == "major" else "4月2日",
        responsible="厅长、工程专责",
        effect="只改此项：总分 77.1，严重减 1 项",
        last_time="不符合（930 mm），重复问题" if number % 2 else "符合",
        photos=photos(folder, number, count),
    )
