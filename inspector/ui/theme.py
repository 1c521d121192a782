"""Colours, fonts and sizes of the light and the dark theme, asked at paint time and put on the application."""

import re
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from inspector.paths import resources

FAMILY = "Noto Sans SC"
WEIGHTS = ("Regular", "Medium", "Bold")
REGULAR, MEDIUM, BOLD = 400, 500, 700
SCALES = (0.9, 1.5)


class Tokens(NamedTuple):
    """The colours of one theme as hex values, and the shares by which tones are mixed into their ground."""

    name: str
    canvas: str
    surface: str
    sunken: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    fill: str
    hover: str
    soft: str
    on_fill: str
    good: str
    warn: str
    bad: str
    deck: str
    deck2: str
    deck_text: str
    deck_second: str
    deck_line: str
    gold: str
    star_off: str
    on_verdict: str
    tint: float
    band: float
    selected: float
    verdict: float

    @property
    def dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"


# `verdict` is how strongly a chosen verdict shows its tone over the canvas: in the dark the full tone glares.
LIGHT = Tokens(
    name="light", canvas="#F3F6F7", surface="#FFFFFF", sunken="#E9EEF0", line="#D8E0E3", edge="#7F8E96",
    text="#14222A", muted="#4F616B", accent="#0B5C66", fill="#0B5C66", hover="#0E6E79", soft="#DFEFF0",
    on_fill="#FFFFFF", good="#1B7444", warn="#8F5200", bad="#B02A22", deck="#0A4650", deck2="#083A43",
    deck_text="#FFFFFF", deck_second="#B9D3D6", deck_line="#2C6670", gold="#F4C653", star_off="#7AA5AB",
    on_verdict="#FFFFFF", tint=0.11, band=0.30, selected=0.06, verdict=1.0,
)  # fmt: skip
DARK = Tokens(
    name="dark", canvas="#0E1619", surface="#162126", sunken="#1F2D33", line="#2C3B42", edge="#70838C",
    text="#E8EEF0", muted="#A3B4BB", accent="#5CC3CB", fill="#4BB3BC", hover="#7AD2D9", soft="#17383E",
    on_fill="#04252A", good="#66CB93", warn="#EBB158", bad="#F58F85", deck="#0B3A42", deck2="#0A2C33",
    deck_text="#F2F7F8", deck_second="#A9C7CB", deck_line="#28545C", gold="#F4C653", star_off="#6F989F",
    on_verdict="#0B1518", tint=0.17, band=0.36, selected=0.10, verdict=0.86,
)  # fmt: skip

PRESSED = 0.24
BANNER_LINE = 0.35


@lru_cache(maxsize=512)
def mix(upper: str, under: str, share: float) -> str:
    """Lay a share of one hex colour over another, in sRGB."""
    over, below = QColor(upper), QColor(under)
    parts = zip((over.red(), over.green(), over.blue()), (below.red(), below.green(), below.blue()), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in parts)


@lru_cache(maxsize=512)
def _colour(value: str) -> QColor:
    return QColor(value)


@lru_cache(maxsize=128)
def _font(pixels: int, weight: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=128)
def _metrics(pixels: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(_font(pixels, weight))


@lru_cache(maxsize=4096)
def _advance(text: str, pixels: int, weight: int) -> float:
    return _metrics(pixels, weight).horizontalAdvance(text)


class Theme(QObject):
    """The theme in force: ask it while painting, never keep what it answers."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scale = 1.0
        self.asked = "light"

    @property
    def dark(self) -> bool:
        """Whether the dark theme is in force."""
        return self.tokens.dark

    def value(self, token: str) -> str:
        """Return a token, such as "accent", as a hex value; a hex value stays itself."""
        return token if token.startswith("#") else str(getattr(self.tokens, token))

    def colour(self, token: str) -> QColor:
        """Return a token as a colour; do not change it."""
        return _colour(self.value(token))

    def mix(self, upper: str, under: str, share: float) -> QColor:
        """Lay a share of one token over another."""
        return _colour(mix(self.value(upper), self.value(under), share))

    def tint(self, tone: str, share: float | None = None) -> QColor:
        """Return the tint of a tone over the surface: for chips, banners and hovered verdicts."""
        return self.mix(tone, "surface", self.tokens.tint if share is None else share)

    def px(self, pixels: float) -> int:
        """Scale a height that holds words by the text size a person chose."""
        return round(pixels * self.scale)

    def font(self, pixels: float, weight: int = REGULAR) -> QFont:
        """Return the font of a step of the type scale; do not change it."""
        return _font(self.px(pixels), weight)

    def advance(self, text: str, pixels: float, weight: int = REGULAR) -> float:
        """Return how wide a text runs in a step of the type scale."""
        return _advance(text, self.px(pixels), weight)

    def elided(self, text: str, pixels: float, weight: int, width: float) -> str:
        """Shorten a text with an ellipsis so that it fits the width."""
        return _metrics(self.px(pixels), weight).elidedText(text, Qt.TextElideMode.ElideRight, width)


theme = Theme()


def style_sheet() -> str:
    """Return the style sheet with the tokens of the theme in force filled in."""
    source = resources("styles", "app.qss").read_text(encoding="utf-8")
    values = {name: str(value) for name, value in theme.tokens._asdict().items()}
    values["soft_edge"] = theme.mix("edge", "line", 0.35).name()
    values["handle"] = theme.mix("edge", "line", 0.75).name()
    values["selected_row"] = theme.tint("accent", theme.tokens.selected).name()

    def fill_in(found: re.Match[str]) -> str:
        name = found.group(1)
        return f"{theme.px(int(name[2:]))}px" if name.startswith("px") else values[name]

    return re.sub(r"@([a-z_]+[0-9]*)", fill_in, source)


def _palette() -> QPalette:
    roles = {
        "Window": "canvas", "WindowText": "text", "Base": "surface", "AlternateBase": "sunken", "Text": "text",
        "Button": "surface", "ButtonText": "text", "BrightText": "bad", "PlaceholderText": "muted",
        "Highlight": "accent", "HighlightedText": "on_fill", "Link": "accent", "LinkVisited": "accent",
        "ToolTipBase": "surface", "ToolTipText": "text", "Accent": "accent", "Light": "surface",
        "Midlight": "sunken", "Mid": "line", "Dark": "edge", "Shadow": "edge",
    }  # fmt: skip
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(QPalette.ColorRole[role], theme.colour(token))
    for role in ("WindowText", "Text", "ButtonText"):
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], theme.colour("muted"))
    return palette


def _load_fonts() -> None:
    for weight in WEIGHTS:
        QFontDatabase.addApplicationFont(str(resources("fonts", f"NotoSansSC-{weight}.ttf")))


def _chosen(app: QApplication, name: str) -> Tokens:
    if name == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if name == "dark" else LIGHT


def apply_theme(app: QApplication, name: str = "light", text_size: float = 1.0) -> None:
    """Put a theme (light, dark or system) and a text size on the application, and tell who draws for himself."""
    first = app.property("themed") is None
    if first:
        app.setProperty("themed", True)
        _load_fonts()
        app.styleHints().colorSchemeChanged.connect(lambda: _follow_system(app))
    theme.asked = name
    theme.tokens = _chosen(app, name)
    theme.scale = min(max(text_size, SCALES[0]), SCALES[1])
    app.setPalette(_palette())
    app.setFont(theme.font(14))
    app.setStyleSheet(style_sheet())
    theme.changed.emit()


def _follow_system(app: QApplication) -> None:
    if theme.asked == "system":
        apply_theme(app, "system", theme.scale)
