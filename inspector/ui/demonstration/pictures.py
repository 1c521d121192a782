"""Photos for the demonstration, drawn by ourselves: a counter, a ramp, a sign, a screen, a rack, papers, a door."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

WIDTH, HEIGHT = 1600, 1200
QUALITY = 88
TEAL, WOOD, STEEL, YELLOW, RED, DARK = "#0F5560", "#9A6B3F", "#7F8E96", "#F2C33D", "#B02A22", "#20282C"


def draw_photos(folder: Path) -> dict[str, Path]:
    """Draw every scene as a JPEG into a folder; return them by name."""
    folder.mkdir(parents=True, exist_ok=True)
    return {name: _photo(folder / f"{name}.jpg", scene) for name, scene in SCENES.items()}


def _photo(path: Path, scene: Callable[[QPainter], None]) -> Path:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _room(painter)
    painter.setPen(Qt.PenStyle.NoPen)
    scene(painter)
    _light(painter)
    painter.end()
    image.save(str(path), quality=QUALITY)
    return path


def _room(painter: QPainter) -> None:
    wall = QLinearGradient(0, 0, 0, 800)
    wall.setColorAt(0, QColor("#D8DCD8"))
    wall.setColorAt(1, QColor("#B9BFBB"))
    painter.fillRect(0, 0, WIDTH, 800, QBrush(wall))
    floor = QLinearGradient(0, 800, 0, HEIGHT)
    floor.setColorAt(0, QColor("#9A9F9C"))
    floor.setColorAt(1, QColor("#70757A"))
    painter.fillRect(0, 800, WIDTH, 400, QBrush(floor))
    painter.setPen(QPen(QColor(255, 255, 255, 40), 3))
    for step in range(-4, 14):
        painter.drawLine(QPointF(800 + (step - 5) * 120, 800), QPointF(800 + (step - 5) * 330, HEIGHT))


def _light(painter: QPainter) -> None:
    shade = QLinearGradient(0, 0, WIDTH, HEIGHT)
    shade.setColorAt(0, QColor(255, 255, 240, 36))
    shade.setColorAt(1, QColor(0, 0, 0, 70))
    painter.fillRect(0, 0, WIDTH, HEIGHT, QBrush(shade))


def _block(painter: QPainter, colour: str, x: float, y: float, width: float, height: float, radius: float = 0) -> None:
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)


def _ruler(painter: QPainter, x: float, top: float, bottom: float) -> None:
    _block(painter, YELLOW, x, top, 44, bottom - top)
    painter.setPen(QPen(QColor(DARK), 3))
    step = (bottom - top) / 46
    for mark in range(47):
        painter.drawLine(QPointF(x, top + mark * step), QPointF(x + (34 if mark % 5 == 0 else 18), top + mark * step))
    painter.setPen(Qt.PenStyle.NoPen)


def _counter(painter: QPainter) -> None:
    _block(painter, TEAL, 0, 90, WIDTH, 110)
    for window in range(5):
        _block(painter, "#F4F6F6", 90 + window * 300, 118, 210, 54, 10)
    _block(painter, "#ECE6DB", 120, 520, 1360, 40, 8)
    _block(painter, WOOD, 140, 560, 1320, 460)
    for board in range(1, 4):
        _block(painter, "#7C5430", 140 + board * 330, 560, 8, 460)
    for leaflet, colour in enumerate((RED, TEAL, YELLOW)):
        _block(painter, colour, 330 + leaflet * 110, 400, 80, 122, 6)
    _ruler(painter, 1180, 520, 1020)


def _ramp(painter: QPainter) -> None:
    painter.setBrush(QColor("#C9C4B8"))
    painter.drawPolygon(QPolygonF([QPointF(120, 1060), QPointF(1480, 700), QPointF(1480, 1060)]))
    painter.setPen(QPen(QColor(STEEL), 18))
    painter.drawLine(QPointF(160, 780), QPointF(1480, 430))
    for post in range(6):
        x = 200 + post * 250
        painter.drawLine(QPointF(x, 1040 - post * 66), QPointF(x, 770 - post * 66))
    painter.setPen(QPen(QColor(DARK), 22))
    for bike, colour in enumerate(("#2F6FA8", RED, "#3C7A4C")):
        x, y = 420 + bike * 290, 940 - bike * 78
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x - 80, y), 58, 58)
        painter.drawEllipse(QPointF(x + 90, y), 58, 58)
        painter.setPen(QPen(QColor(colour), 40))
        painter.drawLine(QPointF(x - 60, y - 60), QPointF(x + 60, y - 60))
        painter.setPen(QPen(QColor(DARK), 22))
        painter.drawLine(QPointF(x + 70, y - 70), QPointF(x + 90, y - 150))


def _sign(painter: QPainter) -> None:
    _block(painter, TEAL, 340, 180, 920, 460, 24)
    _block(painter, "#F4F6F6", 400, 240, 480, 60, 8)
    _block(painter, "#CFE0E1", 400, 340, 800, 34, 6)
    _block(painter, "#CFE0E1", 400, 400, 720, 34, 6)
    _block(painter, "#CFE0E1", 400, 460, 760, 34, 6)
    _block(painter, "#F7F3E8", 820, 300, 380, 300, 4)
    _block(painter, RED, 850, 340, 320, 90, 4)
    _block(painter, YELLOW, 850, 460, 240, 40, 4)


def _screen(painter: QPainter) -> None:
    _block(painter, DARK, 280, 150, 1040, 610, 18)
    _block(painter, "#123C45", 310, 180, 980, 550, 8)
    for row in range(6):
        _block(painter, "#5CC3CB" if row % 2 else "#CFE0E1", 360, 230 + row * 78, 640 - row * 40, 34, 6)
    _block(painter, STEEL, 760, 760, 80, 240)


def _rack(painter: QPainter) -> None:
    _block(painter, WOOD, 480, 220, 640, 860, 10)
    for row in range(3):
        for column in range(3):
            colour = (TEAL, "#DDE3E0", YELLOW, RED)[(row + column) % 4] if (row, column) != (2, 2) else "#7C5430"
            _block(painter, colour, 530 + column * 190, 270 + row * 265, 160, 220, 6)


def _extinguisher(painter: QPainter) -> None:
    _block(painter, "#E8EBEA", 520, 300, 560, 760, 12)
    for left in (600, 830):
        _block(painter, RED, left, 470, 170, 500, 70)
        _block(painter, DARK, left + 55, 400, 60, 80, 10)
        _block(painter, "#F4F6F6", left + 25, 640, 120, 170, 8)
    _block(painter, YELLOW, 760, 880, 90, 140, 4)


def _door(painter: QPainter, nearer: float = 1.0) -> None:
    painter.scale(nearer, nearer)
    _block(painter, TEAL, 160, 130, 1280, 150, 8)
    _block(painter, "#F4F6F6", 420, 170, 760, 70, 8)
    _block(painter, "#DDE6E8", 300, 300, 1000, 700)
    for leaf in (330, 815):
        _block(painter, "#8FB2B8", leaf, 330, 455, 660, 4)
        _block(painter, STEEL, leaf + (405 if leaf < WIDTH / 2 else 20), 600, 24, 170, 10)
    _block(painter, "#F4F6F6", 1330, 420, 90, 140, 4)
    _block(painter, "#C9C4B8", 220, 1000, 1160, 60)


def _ticket(painter: QPainter, number: str) -> None:
    _paper(painter, 520, 220, 560, 780)
    font = painter.font()
    font.setPixelSize(150)
    painter.setFont(font)
    painter.setPen(QColor(DARK))
    painter.drawText(QRectF(520, 380, 560, 190), Qt.AlignmentFlag.AlignCenter, number)
    painter.setPen(Qt.PenStyle.NoPen)
    for row in range(4):
        _block(painter, STEEL, 590, 640 + row * 70, 420 - row * 60, 26, 6)


def _slip(painter: QPainter, rows: int) -> None:
    _paper(painter, 380, 140, 840, 940)
    _block(painter, TEAL, 460, 210, 680, 70, 6)
    for row in range(rows):
        _block(painter, STEEL, 460, 340 + row * 80, 220, 26, 6)
        _block(painter, "#CFD6D8", 720, 340 + row * 80, 420 - row % 3 * 90, 26, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(RED), 14))
    painter.drawEllipse(QPointF(1020, 930), 110, 110)


def _paper(painter: QPainter, x: float, y: float, width: float, height: float) -> None:
    _block(painter, "#5B6367", x + 14, y + 14, width, height, 6)
    _block(painter, "#FBFAF6", x, y, width, height, 6)


SCENES: dict[str, Callable[[QPainter], None]] = {
    "counter": _counter,
    "ramp": _ramp,
    "sign": _sign,
    "screen": _screen,
    "rack": _rack,
    "extinguisher": _extinguisher,
    "door": _door,
    "door-2": partial(_door, nearer=1.06),
    "ticket": partial(_ticket, number="A021"),
    "ticket-2": partial(_ticket, number="B014"),
    "slip": partial(_slip, rows=7),
    "slip-2": partial(_slip, rows=5),
}
