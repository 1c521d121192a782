"""The same report as other typesetters take it: chapters, rows and photos as Typst markup, and as HTML."""

import html
import json
from pathlib import Path

from inspector.paths import resources
from inspector.report.content import ReportContent

TYPST_HEAD = """
#set page(paper: "a4", margin: (left: 22mm, right: 18mm, top: 24mm, bottom: 20mm), numbering: "1 / 1")
#set text(font: "Noto Sans SC", size: 9pt, lang: "zh")
#set par(justify: true, leading: 6pt)
#set document(title: "report")
#outline()
"""
STYLE = """
@page { size: A4; margin: 24mm 18mm 20mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); } }
body { font: 9pt/15pt "Noto Sans SC"; text-align: justify; }
table { width: 100%; border-collapse: collapse; }
td { border: 0.4pt solid #c9d4d6; padding: 3pt; vertical-align: top; }
img { width: 53mm; }
"""


def typst_of(content: ReportContent) -> str:
    """Write the content as Typst."""
    parts = [TYPST_HEAD, f"= {text(content.hall)}"]
    parts += [f"== {text(part.share.name)}\n{_typst_rows(lost_rows(part.lost), '36pt, 112pt, 1fr, 34pt')}"
              for part in content.topics]  # fmt: skip
    for section in content.sections:
        widths = "34pt, 104pt, 16pt, 50pt, 1fr"
        parts.append(f"== {text(section.title)}\n{_typst_rows(checklist_rows(section.items), widths)}")
    for one in content.findings:
        photos = "".join(f'#image("{path}", width: 53mm, alt: "photo")' for path in pictures(one))
        parts.append(f"== {text(one.title)}\n{photos}\n")
        parts += [f"{text(line)}\n" for line in finding_lines(one)]
    parts += [f"{text(part)}\n" for part in content.method.paragraphs]
    return "\n".join(parts)


def by_typst(content: ReportContent, target: Path, standards: list[str]) -> None:
    """Set a report by Typst, as it is or by a standard."""
    import typst

    source = target.with_suffix(".typ")
    source.write_text(typst_of(content), "utf-8")
    more = {"pdf_standards": standards} if standards else {}
    typst.compile(str(source), output=str(target), root="/", font_paths=[str(resources("fonts"))], **more)


def html_of(content: ReportContent) -> str:
    """Write the content as HTML."""
    parts = [f"<html lang=zh><title>report</title><style>{STYLE}</style><h1>{html.escape(content.hall)}</h1>"]
    parts += [f"<h2>{html.escape(part.share.name)}</h2>{_html_rows(lost_rows(part.lost))}" for part in content.topics]
    for section in content.sections:
        parts.append(f"<h2>{html.escape(section.title)}</h2>{_html_rows(checklist_rows(section.items))}")
    for one in content.findings:
        parts.append(f"<h2>{html.escape(one.title)}</h2>")
        parts += [f'<img src="file://{path}" alt=photo>' for path in pictures(one)]
        parts += [f"<p>{html.escape(line)}</p>" for line in finding_lines(one)]
    parts += [f"<p>{html.escape(part)}</p>" for part in content.method.paragraphs]
    return "".join(parts)


def lost_rows(lost) -> list[tuple[str, ...]]:  # type: ignore[no-untyped-def]
    return [(one.item, one.title, one.measured + one.remark, one.lost) for one in lost]


def checklist_rows(items) -> list[tuple[str, ...]]:  # type: ignore[no-untyped-def]
    return [
        (one.item, one.title, one.weight, str(one.verdict), f"{one.criterion} {one.measured} {one.remark}")
        for one in items
    ]


def finding_lines(one) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    basis = "；".join(part.text for part in one.basis)
    return one.facts, basis, one.action, one.responsible, one.effect, one.deadline


def pictures(one) -> list[str]:  # type: ignore[no-untyped-def]
    return [str(photo.path) for photo in one.photos[:2] if photo.path is not None]


def text(words: str) -> str:
    """Write words so that Typst takes none of them for a command."""
    return f"#{json.dumps(words, ensure_ascii=False)};"


def _typst_rows(rows: list[tuple[str, ...]], widths: str) -> str:
    told = "".join(f"[{text(cell)}]," for row in rows for cell in row)
    return f"#table(columns: ({widths}), stroke: 0.4pt, {told})" if rows else ""


def _html_rows(rows: list[tuple[str, ...]]) -> str:
    told = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}' for cell in row)}" for row in rows)
    return f"<table>{told}</table>" if rows else ""
