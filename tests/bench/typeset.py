"""Our report against the same words, tables and photos set by Typst: content it has not seen, and tagged PDF/A-3."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pypdfium2

from inspector.paths import resources
from inspector.report.content import ReportContent
from inspector.report.pdf import write_report
from tests.bench.measuring import in_turn, milliseconds, told
from tests.bench.paper import photographed

HEAD = """
#set page(paper: "a4", margin: (left: 22mm, right: 18mm, top: 24mm, bottom: 20mm), numbering: "1 / 1")
#set text(font: "Noto Sans SC", size: 9pt, lang: "zh")
#set par(justify: true, leading: 6pt)
#set document(title: "report")
#outline()
"""


def typeset() -> list[str]:
    """Return the lines; nothing where Typst is not installed (`pip install typst`)."""
    try:
        import typst
    except ImportError:
        return ["report / Typst: not measured, Typst is not installed (pip install typst)"]
    lines = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = photographed(folder)
        fonts, seed = [str(resources("fonts"))], count()

        def by_typst(standards: list[str]) -> None:
            source = folder / "report.typ"
            source.write_text(source_of(unseen(content, next(seed)), folder), "utf-8")
            more = {"pdf_standards": standards} if standards else {}
            typst.compile(str(source), output=str(folder / "typst.pdf"), root="/", font_paths=fonts, **more)

        def by_us(*, tagged: bool) -> Callable[[], None]:
            return lambda: _write(unseen(content, next(seed)), folder / "ours.pdf", tagged=tagged)

        for title, tagged, standards, goal in (
            ("without tags", False, [], "<= 0.75"),
            ("tagged, PDF/A-3", True, ["a-3a"], "<= 1.2"),
        ):
            pair = in_turn(
                lambda tagged=tagged: milliseconds(by_us(tagged=tagged)),
                lambda standards=standards: milliseconds(lambda: by_typst(standards)),
                rounds=7,
            )
            lines.append(told(f"report {title} / Typst, unseen content", pair, goal))
        pages = [len(pypdfium2.PdfDocument(folder / name)) for name in ("ours.pdf", "typst.pdf")]
        sizes = [(folder / name).stat().st_size / 1e6 for name in ("ours.pdf", "typst.pdf")]
        lines.append(f"    {pages[0]} and {pages[1]} pages, {sizes[0]:.1f} and {sizes[1]:.1f} MB")
    return lines


def _write(content: ReportContent, target: Path, *, tagged: bool) -> None:
    write_report(content, target, tagged=tagged)


def unseen(content: ReportContent, seed: int) -> ReportContent:
    """Return the content with other words in every paragraph, so that nothing can be remembered."""
    sections = tuple(
        replace(section, items=tuple(replace(item, criterion=f"{item.criterion}{seed}") for item in section.items))
        for section in content.sections
    )
    findings = tuple(replace(one, facts=f"{seed}{one.facts}", action=f"{one.action}{seed}") for one in content.findings)
    return replace(content, sections=sections, findings=findings, hall=f"{content.hall}{seed}")


def source_of(content: ReportContent, folder: Path) -> str:
    """Write the content as Typst: the same chapters, rows and photos."""
    parts = [HEAD, f"= {text(content.hall)}"]
    parts += [f"== {text(part.share.name)}\n{_lost(part.lost)}" for part in content.topics]
    for section in content.sections:
        parts.append(f"== {text(section.title)}\n#table(columns: (34pt, 104pt, 16pt, 50pt, 1fr), stroke: 0.4pt,")
        parts += [
            f"[{text(item.item)}],[{text(item.title)}],[{text(item.weight)}],[{text(str(item.verdict))}],"
            f"[{text(item.criterion)} {text(item.measured)} {text(item.remark)}],"
            for item in section.items
        ]
        parts.append(")")
    for one in content.findings:
        photos = "".join(
            f'#image("{photo.path}", width: 53mm, alt: "photo")' for photo in one.photos[:2] if photo.path is not None
        )
        basis = "；".join(part.text for part in one.basis)
        parts.append(f"== {text(one.title)}\n{photos}\n")
        parts += [
            f"{text(line)}\n" for line in (one.facts, basis, one.action, one.responsible, one.effect, one.deadline)
        ]
    parts += [text(part) + "\n" for part in content.method.paragraphs]
    return "\n".join(parts)


def _lost(lost: tuple[object, ...]) -> str:
    rows = "".join(
        f"[{text(one.item)}],[{text(one.title)}],[{text(one.measured + one.remark)}],[{text(one.lost)}],"  # type: ignore[attr-defined]
        for one in lost
    )
    return f"#table(columns: (36pt, 112pt, 1fr, 34pt), stroke: 0.4pt, {rows})" if rows else ""


def text(words: str) -> str:
    """Write words so that Typst takes none of them for a command."""
    return f"#{json.dumps(words, ensure_ascii=False)};"
