"""The league of a thousand halls against the same words and shapes put on a raw canvas, character run by run."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from inspector.report.fonts import BOLD, REGULAR, faces
from inspector.report.league import typeset_league
from inspector.report.sheet import Sheet, collecting_later
from tests.bench.measuring import in_turn, milliseconds, told
from tests.report.sample_league import league

HALLS, AT = 1000, datetime(2026, 3, 30, tzinfo=UTC)


def a_thousand_halls() -> list[str]:
    """Return the line for league and heat map."""
    halls = league(HALLS)
    shown = _shown(halls)
    with tempfile.TemporaryDirectory() as name:
        raw = Path(name) / "raw.pdf"
        pair = in_turn(
            lambda: milliseconds(lambda: _ours(halls)), lambda: milliseconds(lambda: _raw(shown, raw)), rounds=5
        )
    return [told(f"league and heat map of {HALLS} halls / raw canvas", pair, "<= 1.5")]


def _ours(halls) -> None:  # type: ignore[no-untyped-def]
    with collecting_later():
        typeset_league(halls, AT, tagged=False)


def _shown(halls) -> list[list[tuple[str, bool, float, float, float]]]:  # type: ignore[no-untyped-def]
    """Return every run of text that ours draws, page by page: words, weight, size, place."""
    pages: list[list[tuple[str, bool, float, float, float]]] = [[]]
    show, end = Sheet.show, Sheet.showPage

    def noted(sheet, text, adjust, span, x, baseline) -> None:  # type: ignore[no-untyped-def]
        pages[-1].append((text, span.bold, span.size, x, baseline))
        show(sheet, text, adjust, span, x, baseline)

    def ended(sheet) -> None:  # type: ignore[no-untyped-def]
        pages.append([])
        end(sheet)

    Sheet.show, Sheet.showPage = noted, ended  # type: ignore[method-assign]
    try:
        typeset_league(halls, AT, tagged=False)
    finally:
        Sheet.show, Sheet.showPage = show, end  # type: ignore[method-assign]
    return pages


def _raw(pages: list[list[tuple[str, bool, float, float, float]]], target: Path) -> None:
    faces()
    canvas = Canvas(str(target), pageCompression=1)
    for runs in pages:
        for words, bold, size, x, baseline in runs:
            canvas.setFont(BOLD if bold else REGULAR, size)
            canvas.drawString(x, baseline, words)
            canvas.rect(x, baseline - 6, 30, 18, stroke=0, fill=0)
        canvas.showPage()
    canvas.save()
