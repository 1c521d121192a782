"""The band beside a number field: where the value stands between the limits."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.measure_scale import FAIL, PART, PASS, Bounds, Scale, Stretch, scale_for
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted
from inspector.ui.widgets.painting import CENTRE, box, dot, start, words
from inspector.wording import _, plain_number, with_unit

LOOKS = {PASS: ("good", "check"), PART: ("warn", "minus"), FAIL: ("bad", "cross")}
HEIGHT, BAR, TOP, ICON, GAP = 64, 12, 26, 14, 4
NEAR = 10.0
EDGE = 8.0


def band_word(meaning: str) -> str:
    """Return the word of a stretch."""
    return {PASS: _("合格"), PART: _("部分"), FAIL: _("不合格")}[meaning]


class MeasureBand(Painted):
    """Five stretches at most, limits above, words below, the value as a dark flag with its dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds = Bounds()
        self._value: Decimal | None = None
        self._unit = ""
        self._scale: Scale | None = None
        self.setSizePolicy(EXPANDING, FIXED)

    def show_band(
        self,
        pass_low: Decimal | None,
        pass_high: Decimal | None,
        part_low: Decimal | None = None,
        part_high: Decimal | None = None,
        value: Decimal | None = None,
        unit: str = "",
    ) -> None:
        """Show these limits (None leaves a side open) and a value, if there is one."""
        self._bounds = Bounds(pass_low, pass_high, part_low, part_high)
        self._unit = unit
        self.show_value(value)

    def show_value(self, value: Decimal | None) -> None:
        """Show another value between the same limits."""
        self._value = value
        self._scale = scale_for(self._bounds, value)
        self.setAccessibleName(self._spoken())
        self.update()

    def _spoken(self) -> str:
        low, high = self._bounds.pass_low, self._bounds.pass_high
        if low is not None and high is not None:
            text = _("合格范围 {low} 至 {high}").format(
                low=plain_number(low), high=with_unit(plain_number(high), self._unit)
            )
        elif low is not None:
            text = _("合格不低于 {low}").format(low=with_unit(plain_number(low), self._unit))
        elif high is not None:
            text = _("合格不高于 {high}").format(high=with_unit(plain_number(high), self._unit))
        else:
            return ""
        if self._value is None:
            return text
        now = with_unit(plain_number(self._value), self._unit)
        found = band_word(self._bounds.meaning(self._value))
        return _("{range}，量得 {value}，{verdict}").format(range=text, value=now, verdict=found)

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        return QSize(320, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow bands keep their marks."""
        return QSize(160, theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint stretches, limits, words and value."""
        if self._scale is None:
            return
        painter = QPainter(self)
        start(painter)
        bar = QRectF(EDGE, theme.px(TOP), self.width() - 2 * EDGE, BAR)
        self._paint_stretches(painter, bar, self._scale)
        flag = self._flag(bar, self._scale)
        self._paint_limits(painter, bar, self._scale, flag)
        if flag is not None and self._value is not None:
            self._paint_value(painter, bar, self._scale, flag)

    def _paint_stretches(self, painter: QPainter, bar: QRectF, scale: Scale) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(bar, BAR / 2, BAR / 2)
        painter.save()
        painter.setClipPath(clip)
        for stretch in scale.stretches:
            left, right = (bar.left() + scale.share(end) * bar.width() for end in (stretch.low, stretch.high))
            tone = theme.tint(LOOKS[stretch.meaning][0], theme.tokens.band)
            painter.fillRect(QRectF(left + 0.75, bar.top(), right - left - 1.5, BAR), tone)
        painter.restore()
        for stretch in scale.stretches:
            self._paint_word(painter, bar, scale, stretch)

    def _paint_word(self, painter: QPainter, bar: QRectF, scale: Scale, stretch: Stretch) -> None:
        tone, icon = LOOKS[stretch.meaning]
        word = band_word(stretch.meaning)
        left, right = (bar.left() + scale.share(end) * bar.width() for end in (stretch.low, stretch.high))
        width = theme.advance(word, 12, MEDIUM)
        whole = ICON + GAP + width
        fits = right - left >= whole + 4
        x = (left + right - (whole if fits else ICON)) / 2
        top = bar.bottom() + 6
        height = theme.px(18)
        draw_icon(painter, icon, tone, x, top + (height - ICON) / 2, ICON)
        if fits:
            area = QRectF(x + ICON + GAP, top, width + 2, height)
            words(painter, area, word, theme.colour(tone), 12, MEDIUM)

    def _flag(self, bar: QRectF, scale: Scale) -> QRectF | None:
        if self._value is None:
            return None
        width = theme.advance(plain_number(self._value), 13, BOLD) + 14
        x = bar.left() + scale.share(self._value) * bar.width() - width / 2
        return QRectF(min(max(x, 0.0), self.width() - width), 0, width, theme.px(20))

    def _paint_limits(self, painter: QPainter, bar: QRectF, scale: Scale, flag: QRectF | None) -> None:
        chosen = [limit for limit in (self._bounds.pass_low, self._bounds.pass_high) if limit is not None]
        taken = [flag] if flag is not None else []
        spare = NEAR / 2
        for limit in [*chosen, *(each for each in self._bounds.limits if each not in chosen)]:
            text = plain_number(limit)
            width = theme.advance(text, 12)
            x = bar.left() + scale.share(limit) * bar.width()
            area = QRectF(x - width / 2 - 1, 0, width + 2, theme.px(20))
            if flag is not None and area.intersects(flag):
                area = _beside(area, flag, limit >= (self._value or 0))
            room = area.left() >= 0 and area.right() <= self.width()
            if room and not any(area.intersects(other) for other in taken):
                words(painter, area, text, theme.colour("muted"), 12, align=CENTRE)
                taken.append(area.adjusted(-spare, 0, spare, 0))

    def _paint_value(self, painter: QPainter, bar: QRectF, scale: Scale, flag: QRectF) -> None:
        if self._value is None:
            return
        ink, ground = theme.colour("text"), theme.colour("surface")
        box(painter, flag, 6, ink)
        words(painter, flag, plain_number(self._value), ground, 13, BOLD, CENTRE)
        x = bar.left() + scale.share(self._value) * bar.width()
        dot(painter, QPointF(x, bar.center().y()), 8, ink, ground)


def _beside(area: QRectF, flag: QRectF, right: bool) -> QRectF:
    """Move a limit's figure out from under the flag, to its own side of the value."""
    moved = QRectF(area)
    if right:
        moved.moveLeft(flag.right() + NEAR / 2)
    else:
        moved.moveRight(flag.left() - NEAR / 2)
    return moved
