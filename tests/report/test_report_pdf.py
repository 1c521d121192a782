import hashlib
import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector.errors import Cancelled
from inspector.report.content import Comparison, Mystery, ReportContent
from inspector.report.fonts import faces
from inspector.report.palette import BOTTOM, LEFT, RIGHT, TOP
from inspector.report.pdf import missing_characters, write_report
from inspector.report.rated import Labelled, Requirement, Star
from tests.report.conformance import fonts_of
from tests.report.sample_content import full, unrated
from tests.report.sample_findings import finding, photos

RARE = "翀堃喆珺犇㙦䶮"
NOTE_SIZE = 20_000


def pages(path: Path) -> Iterator[str]:
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        yield text.get_text_bounded(LEFT - 2, BOTTOM - 6, RIGHT + 2, TOP + 6)
        text.close()
        page.close()
    document.close()


def text_of(path: Path) -> str:
    return "".join("".join(pages(path)).split())


def written(content: ReportContent, path: Path) -> str:
    write_report(content, path)
    return text_of(path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("report")
    path = folder / "full.pdf"
    return path, written(full(folder), path)


def test_every_item_finding_and_deadline_is_on_paper(whole: tuple[Path, str]) -> None:
    _, text = whole
    content = full()
    for section in content.sections:
        for item in section.items:
            assert item.item in text
            assert item.title.split("“")[0] in text
    for one in content.findings:
        assert f"问题{one.number}{one.title}" in text
    for wanted in ("4月10日", content.record_hash, content.method.previous_hash, "条款待核", "按厅情自动"):
        assert wanted in text


def test_contents_point_at_the_pages_where_chapters_begin(whole: tuple[Path, str]) -> None:
    path, _ = whole
    sheets = list(pages(path))
    document = pypdfium2.PdfDocument(path)
    bookmarks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    for title, index in bookmarks[2:]:
        assert title.split()[1] in "".join(sheets[index].split())
        assert f"{index + 1}" in sheets[1]
    total = len(document)
    document.close()
    assert len(bookmarks) == 10
    assert total == len(sheets)


def test_every_page_but_the_cover_is_numbered(whole: tuple[Path, str]) -> None:
    document = pypdfium2.PdfDocument(whole[0])
    for index, page in enumerate(document):
        text = page.get_textpage().get_text_bounded()
        assert (f"{index + 1} / {len(document)}" in text) == (index > 0)
    document.close()


def test_all_fonts_are_embedded(whole: tuple[Path, str]) -> None:
    with pikepdf.open(whole[0]) as pdf:
        fonts = fonts_of(pdf)
    assert len(fonts) > 2
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    content = full(tmp_path)
    digests = set()
    for name in ("a.pdf", "b.pdf"):
        write_report(content, tmp_path / name)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_a_long_note_loses_no_character(tmp_path: Path) -> None:
    rng = random.Random(7)
    letters = "检查营业厅无障碍服务的台面高度与标识公示，。；、（）“”：0123456789ACmm" + RARE
    note = "".join(rng.choice(letters) for _ in range(NOTE_SIZE))
    text = written(replace(full(), general_note=note), tmp_path / "note.pdf")
    assert note in text


def test_a_long_fact_runs_over_pages(tmp_path: Path) -> None:
    facts = "".join(f"第{number}点实测{number * 7}毫米；" for number in range(1500))
    content = full()
    long = replace(content.findings[0], facts=facts)
    text = written(replace(content, findings=(long,)), tmp_path / "fact.pdf")
    assert facts in text


def test_cut_remarks_stand_in_full_in_the_annex(tmp_path: Path) -> None:
    content = full()
    first, *rest = content.sections
    remark = "".join(f"第{number}次巡查未见整改，" for number in range(200))
    items = (replace(first.items[0], remark=remark), *first.items[1:])
    text = written(replace(content, sections=(replace(first, items=items), *rest)), tmp_path / "cut.pdf")
    assert remark in text


def test_strange_characters_print_and_are_listed(tmp_path: Path) -> None:
    content = replace(full(), hall=f"李{RARE}𠮷厅\U0001f600\u202e\x07", general_note="甲\u200f乙\ud83d")
    text = written(content, tmp_path / "strange.pdf")
    assert f"李{RARE}" in text
    assert "⟦U+1F600⟧" in text
    assert "甲乙⟦U+D83D⟧" in text
    assert "\U0001f600" in missing_characters(content)
    for char in missing_characters(content):
        assert f"⟦U+{ord(char):04X}⟧" in text


def test_characters_beyond_the_basic_plane_copy_and_search_right(tmp_path: Path) -> None:
    far = sorted(char for char in faces()[0].known if ord(char) > 0xFFFF)[:5]
    assert far
    note = "李" + "".join(far) + "王"
    assert note in written(replace(full(), general_note=note), tmp_path / "far.pdf")


def test_three_hundred_photos_are_all_there(tmp_path: Path) -> None:
    found = tuple(finding(number, tmp_path, count=10) for number in range(1, 31))
    path = tmp_path / "many.pdf"
    count = write_report(replace(full(), findings=found), path)
    text = text_of(path)
    assert count == len(list(pages(path)))
    assert all(f"照片{number * 2 - 1 + place}" in text for number in range(1, 31) for place in range(10))
    assert path.read_bytes().count(b"/DCTDecode") == 300


def test_a_photo_that_is_gone_or_broken_says_so(tmp_path: Path) -> None:
    content = full(tmp_path)
    kept, broken = photos(tmp_path, 1)
    assert broken.path is not None
    broken.path.write_bytes(b"\xff\xd8" + b"not a picture" * 40)
    gone = replace(kept, path=tmp_path / "gone.jpg")
    forged = replace(kept, missing="指纹不符")
    one = replace(content.findings[0], photos=(broken, gone, forged))
    text = written(replace(content, findings=(one,)), tmp_path / "gone.pdf")
    assert text.count("佐证缺失") >= 2
    assert "指纹不符" in text


@pytest.mark.parametrize("size", [(900, 1600), (3000, 700), (1280, 960)])
def test_photos_of_any_shape_fit_their_frame(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "shape.jpg"
    Image.new("RGB", size, "teal").save(path)
    (photo, _) = photos(tmp_path, 1)
    one = replace(full().findings[0], photos=(replace(photo, path=path, width=size[0], height=size[1]),))
    assert "问题1" in written(replace(full(), findings=(one,)), tmp_path / "shape.pdf")


def test_an_unrated_hall_prints_neither_stars_nor_sum(tmp_path: Path) -> None:
    content = unrated()
    trace = replace(content.trace, requirements=(Requirement("有效暗访", "1", "2", met=False),))
    text = written(replace(content, trace=trace), tmp_path / "unrated.pdf")
    assert "未评星" in text
    assert "首次评定" in text
    assert "有效暗访12未满足" in text
    assert "从100到" not in text


def test_a_veto_opens_the_trace(tmp_path: Path) -> None:
    content = full()
    cover = replace(content.cover, star=Star(0, "不达标"))
    veto = (Labelled("事由", "V-12 出口锁闭"), Labelled("发现", "3月18日 10:24"), Labelled("确认", "督查员乙"))
    trace = replace(content.trace, veto=veto, veto_sentence="一票否决：营业时间内安全出口上锁。")
    text = written(replace(content, cover=cover, trace=trace), tmp_path / "veto.pdf")
    assert text.index("安全出口上锁") < text.index("从100到76.4")


def test_a_bare_report_still_has_its_chapters(tmp_path: Path) -> None:
    content = replace(
        full(),
        hall="云汀经济技术开发区临空产业园综合服务中心供电营业厅暨电力社区便民共建联合服务示范点",
        findings=(),
        quick_fixes=(),
        red_lines=(),
        highlights=(),
        general_note="",
        signatures=(),
        visits=(),
        sections=(),
        topics=(),
        mystery=Mystery("本方案不需要暗访。"),
        comparison=Comparison("首次评定。"),
    )
    text = written(content, tmp_path / "bare.pdf")
    assert "未发现须书面整改的问题" in text
    assert "本方案不需要暗访" in text


def test_sixty_findings_take_six_ordinary_ones_a_page(tmp_path: Path) -> None:
    found = tuple(finding(number, tmp_path, "minor", 1) for number in range(1, 61))
    path = tmp_path / "sixty.pdf"
    write_report(replace(full(), findings=found), path)
    holding = [page.count("期限") for page in pages(path) if "须做到" in page]
    assert max(holding) >= 6


@pytest.mark.parametrize("after", [1, 5, 20])
def test_cancelling_leaves_nothing(tmp_path: Path, after: int) -> None:
    calls = iter(range(1000))
    with pytest.raises(Cancelled):
        write_report(full(), tmp_path / "out" / "report.pdf", cancelled=lambda: next(calls) >= after)
    assert not (tmp_path / "out").exists()


def test_progress_only_grows_and_ends_whole(tmp_path: Path) -> None:
    seen: list[float] = []
    write_report(full(), tmp_path / "report.pdf", progress=seen.append)
    assert seen == sorted(seen)
    assert seen[0] == 0.0
    assert seen[-1] == 1.0


def mangled(part: Any, words: Iterator[str]) -> Any:
    if type(part) is str:
        return next(words) if part not in {"up", "down", "same", "new", "", "major", "minor", "info", "fatal"} else part
    if isinstance(part, tuple):
        return tuple(mangled(one, words) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: mangled(getattr(part, field.name), words) for field in fields(part)})
    return part


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=30), st.integers(0, 10**6))
def test_any_words_can_be_set(tmp_path: Path, pool: list[str], seed: int) -> None:
    rng = random.Random(seed)
    words = iter(lambda: rng.choice(pool) * rng.choice((1, 1, 3)), None)
    write_report(mangled(full(), words), tmp_path / "any.pdf")
    assert len(pypdfium2.PdfDocument((tmp_path / "any.pdf").read_bytes())) > 8
