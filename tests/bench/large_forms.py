"""Opening a form of 2,000 items against one of 50, and switching sections, in the real window."""

import re
import shutil
import statistics
import tempfile
from pathlib import Path

from inspector.paths import forms
from tests.bench.measuring import Pair, in_turn, milliseconds, told

COPIES = "ABCDEFGHIJKLM"
ITEM = re.compile(r"\b(SG|ET|AC|EL|EN|FS|IN)-(\d\d)\b")
SMALL = [f"SG-{number:02}" for number in range(1, 46)] + [f"EL-{number:02}" for number in range(1, 6)]


def make_forms(folder: Path) -> Path:
    """Write a library with a form of 2,158 items and one of 50; return its folder."""
    library = folder / "forms"
    shutil.copytree(forms(), library)
    names = ("signage", "etiquette", "accessibility", "elderly", "environment", "safety", "improvement")
    listed = []
    for name in names:
        head, _items, body = (library / "sections" / f"{name}.yaml").read_text("utf-8").partition("\nitems:\n")
        head = head.replace(f"section: {name}", f"section: {name}-large", 1)
        copies = [ITEM.sub(rf"\g<1>{copy}-\2", body).rstrip("\n") for copy in COPIES]
        text = f"{head}\nitems:\n" + "\n\n".join(copies) + "\n"
        (library / "sections" / f"{name}-large.yaml").write_text(text, "utf-8")
        listed.append(f"  - {name}-large@2026.1\n")
    head = 'version: "2026.1"\ntitle: {zh: 量测用表, en: For measuring}\nkind: open\nsections:\n'
    (library / "large.yaml").write_text(f"form: large\n{head}{''.join(listed)}", "utf-8")
    signage = "  - {section: signage@2026.1, items: [" + ", ".join(SMALL[:45]) + "]}\n"
    elderly = "  - {section: elderly@2026.1, items: [" + ", ".join(SMALL[45:]) + "]}\n"
    (library / "small.yaml").write_text(f"form: small\n{head}{signage}{elderly}", "utf-8")
    return library


def large_forms() -> list[str]:
    """Return the lines for opening and for switching."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tests.bench.windows import HALL, audit_window

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        library = make_forms(Path(folder))
        window, page = audit_window(app, Path(folder), "large", library)
        desk = window.tools.desk
        large = page.inspecting.inspection
        small = desk.start("small", large.head).inspection
        if len(large.form.items) < 2000 or len(small.form.items) != 50:
            raise RuntimeError("the forms have not the sizes they should")

        def opening(id_: str) -> float:
            window.show_page("home")
            app.processEvents()
            return milliseconds(lambda: (window.show_page("audit", id_), app.processEvents()))

        pair = in_turn(lambda: opening(large.id), lambda: opening(small.id))
        window.show_page("audit", large.id)
        switches = []
        for _ in range(20):
            QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            switches.append(milliseconds(app.processEvents))
        taps = [milliseconds(lambda: (QTest.keyClick(page, Qt.Key.Key_1), app.processEvents())) for _ in range(40)]
        window.close()
    assert HALL.code == large.hall.code
    return [
        told(f"opening {len(large.form.items)} items / 50 items", pair, "<= 1.5"),
        told("section switch (second figure: worst)", Pair(statistics.median(switches), max(switches)), "<= 50 ms"),
        told("a tap in the large form (second: worst)", Pair(statistics.median(taps), max(taps)), "–"),
    ]
