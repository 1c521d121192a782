"""Our report against the same words, tables and photos set by others: content they have not seen."""

import importlib.util
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pypdfium2

from inspector.report.content import ReportContent
from inspector.report.pdf import write_report
from tests.bench.measuring import in_turn, milliseconds, told
from tests.bench.others import by_typst, html_of
from tests.bench.paper import photographed

SLOW_ROUNDS = 3  # WeasyPrint takes half a minute for what others set in one second


def typeset() -> list[str]:
    """Return a line for each of the others that is installed (`pip install typst weasyprint`)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content, seed = photographed(folder), count()
        unseen = (another(content, number) for number in seed)
        return [
            *(_against_typst(folder, unseen) if importlib.util.find_spec("typst") else [missing("Typst")]),
            *(
                _against_weasyprint(folder, unseen)
                if importlib.util.find_spec("weasyprint")
                else [missing("WeasyPrint")]
            ),
        ]


def missing(other: str) -> str:
    """Return the line for a typesetter that is not installed."""
    return f"report / {other}: not measured, it is not installed (pip install {other.lower()})"


def _against_typst(folder: Path, unseen: Iterator[ReportContent]) -> list[str]:
    lines = []
    for title, tagged, standards, goal in (
        ("without tags", False, [], "<= 0.75"),
        ("tagged, PDF/A-3", True, ["a-3a"], "<= 1.2"),
    ):
        pair = in_turn(
            lambda tagged=tagged: milliseconds(by_us(unseen, folder / "ours.pdf", tagged=tagged)),
            lambda standards=standards: milliseconds(lambda: by_typst(next(unseen), folder / "typst.pdf", standards)),
            rounds=7,
        )
        lines.append(told(f"report {title} / Typst, unseen content", pair, goal))
    return [*lines, _sizes(folder / "ours.pdf", folder / "typst.pdf")]


def _against_weasyprint(folder: Path, unseen: Iterator[ReportContent]) -> list[str]:
    from weasyprint import HTML

    pair = in_turn(
        lambda: milliseconds(by_us(unseen, folder / "ours.pdf", tagged=False)),
        lambda: milliseconds(lambda: HTML(string=html_of(next(unseen))).write_pdf(str(folder / "weasy.pdf"))),
        rounds=SLOW_ROUNDS,
    )
    return [
        told("report without tags / WeasyPrint", pair, "–"),
        _sizes(folder / "ours.pdf", folder / "weasy.pdf"),
    ]


def _sizes(*paths: Path) -> str:
    pages = " and ".join(str(len(pypdfium2.PdfDocument(path))) for path in paths)
    sizes = " and ".join(f"{path.stat().st_size / 1e6:.1f}" for path in paths)
    return f"    {pages} pages, {sizes} MB"


def by_us(unseen: Iterator[ReportContent], target: Path, *, tagged: bool) -> Callable[[], None]:
    """Return what sets a report that was not seen before, already told in full."""
    content = next(unseen)
    return lambda: _write(content, target, tagged=tagged)


def _write(content: ReportContent, target: Path, *, tagged: bool) -> None:
    write_report(content, target, tagged=tagged)


def another(content: ReportContent, seed: int) -> ReportContent:
    """Return the content with other words in every paragraph, so that nothing can be remembered."""
    sections = tuple(
        replace(section, items=tuple(replace(item, criterion=f"{item.criterion}{seed}") for item in section.items))
        for section in content.sections
    )
    findings = tuple(replace(one, facts=f"{seed}{one.facts}", action=f"{one.action}{seed}") for one in content.findings)
    return replace(content, sections=sections, findings=findings, hall=f"{content.hall}{seed}")
