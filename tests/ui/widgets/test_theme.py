"""Contrast of the tokens, fonts, icons and the style sheet."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from inspector.ui import icons
from inspector.ui.theme import BOLD, DARK, LIGHT, MEDIUM, REGULAR, Tokens, apply_theme, mix, style_sheet, theme

TEXT, GRAPHIC = 4.5, 3.0


def luminance(value: str) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(value).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _text_pairs(t: Tokens) -> list[tuple[str, str]]:
    grounds = [t.canvas, t.surface, t.sunken]
    pairs = [(ink, ground) for ink in (t.text, t.muted) for ground in grounds]
    pairs += [(t.muted, t.soft), (t.accent, t.surface), (t.accent, t.canvas), (t.accent, t.soft)]
    pairs += [(t.on_fill, t.fill), (t.on_fill, t.hover), (t.deck_text, t.deck), (t.deck_second, t.deck)]
    for tone in (t.good, t.warn, t.bad):
        pairs += [(tone, t.surface), (tone, t.canvas), (tone, mix(tone, t.surface, t.tint))]
    pairs += [(t.on_verdict, mix(tone, t.canvas, t.verdict)) for tone in (t.good, t.warn, t.bad, t.muted)]
    return pairs


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read(tokens: Tokens) -> None:
    assert {pair: contrast(*pair) for pair in _text_pairs(tokens) if contrast(*pair) < TEXT} == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_and_stars_can_be_seen(tokens: Tokens) -> None:
    t = tokens
    pairs = [(t.edge, t.surface), (t.edge, t.canvas), (t.gold, t.deck), (t.star_off, t.deck), (t.accent, t.canvas)]
    assert all(contrast(*pair) >= GRAPHIC for pair in pairs)


@pytest.mark.parametrize(("tokens", "expected"), [(LIGHT, (16.3, 6.5, 7.7, 3.4)), (DARK, (14.0, 7.7, 7.9, 4.2))])
def test_contrast_is_as_published(tokens: Tokens, expected: tuple[float, ...]) -> None:
    found = [contrast(ink, tokens.surface) for ink in (tokens.text, tokens.muted, tokens.accent, tokens.edge)]
    assert found == pytest.approx(expected, abs=0.06)


def test_colours_are_mixed_in_srgb() -> None:
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
    assert mix("#1B7444", "#FFFFFF", 0.11) == "#E6F0EA"


@pytest.mark.parametrize("weight", [REGULAR, MEDIUM, BOLD])
def test_words_are_set_in_the_bundled_font(light: None, weight: int) -> None:
    info = QFontInfo(theme.font(14, weight))
    assert info.family().startswith("Noto Sans SC")
    assert info.weight() == weight
    assert info.pixelSize() == 14


def test_the_style_sheet_has_no_token_left(light: None) -> None:
    assert "@" not in style_sheet()


def test_the_style_sheet_selects_by_class_alone(light: None) -> None:
    rules = re.findall(r"([^{}]+)\{", style_sheet())
    assert rules
    assert not [rule for rule in rules if rule.strip().startswith(("*", "#", "QWidget"))]


def test_the_system_theme_is_light_or_dark(qapp: QApplication) -> None:
    apply_theme(qapp, "system")
    assert theme.tokens in {LIGHT, DARK}
    apply_theme(qapp, "light")
    assert theme.tokens is LIGHT


def test_the_theme_tells_who_draws_for_himself(qapp: QApplication) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.tokens.name))
    apply_theme(qapp, "dark")
    apply_theme(qapp, "light")
    assert told == ["dark", "light"]


def near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) <= 6 for a, b in pairs)


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_every_icon_is_drawn_in_its_tone(light: None, ratio: float) -> None:
    for name in icons.names():
        picture = icons.pixmap(name, "bad", 20, ratio)
        image = picture.toImage()
        assert image.width() == round(20 * ratio), name
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 160
        ]
        assert len(inked) > 3, name
        assert all(near(ink, QColor(LIGHT.bad)) for ink in inked), name


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    before = icons.icon("star", "accent").pixmap(18, 18).toImage()
    apply_theme(qapp, "dark")
    after = icons.icon("star", "accent").pixmap(18, 18).toImage()
    apply_theme(qapp, "light")
    assert before != after
