"""Buttons with words, icons and key caps; links; the cap of a key."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, PRESSED, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, TARGET, Painted, Pressable
from inspector.ui.widgets.painting import CENTRE, LEFT, box, cap_width, key_cap, start, words

PRIMARY, SECONDARY, QUIET, DANGER, DECK = "primary", "secondary", "quiet", "danger", "deck"
WORD_SIZES = {40: 14, 48: 16, 56: 18}
PADDING, GAP, ICON = 14, 8, 18
WORD_TONES = {PRIMARY: "on_fill", SECONDARY: "text", QUIET: "accent", DANGER: "bad", DECK: "deck_text"}
ICON_TONES = {**WORD_TONES, SECONDARY: "accent"}

Look = tuple[QColor | None, QColor | None]


def _rest(kind: str) -> Look:
    return {
        PRIMARY: (theme.colour("fill"), None),
        SECONDARY: (theme.colour("surface"), theme.mix("edge", "line", 0.35)),
        QUIET: (None, None),
        DANGER: (theme.colour("surface"), theme.colour("bad")),
        DECK: (None, theme.colour("deck_line")),
    }[kind]


def _hover(kind: str) -> Look:
    line = _rest(kind)[1]
    return {
        PRIMARY: (theme.colour("hover"), None),
        SECONDARY: (theme.colour("sunken" if theme.dark else "canvas"), line),
        QUIET: (theme.colour("soft"), None),
        DANGER: (theme.tint("bad"), line),
        DECK: (theme.colour("deck2"), line),
    }[kind]


def _pressed(kind: str) -> Look:
    line = _rest(kind)[1]
    return {
        PRIMARY: (theme.mix("canvas" if theme.dark else "text", "fill", 0.15), None),
        SECONDARY: (theme.mix("edge", "sunken", 0.18 if theme.dark else 0.06), line),
        QUIET: (theme.mix("edge", "soft", 0.22), None),
        DANGER: (theme.tint("bad", PRESSED), line),
        DECK: (theme.mix("deck_line", "deck2", 0.4), line),
    }[kind]


class ActionButton(Pressable):
    """A button that does something: kind is primary, secondary, quiet, danger or deck; height 40, 48 or 56.

    Signal `clicked` comes from QPushButton; a key cap only shows the shortcut, the page owns it.
    """

    def __init__(
        self,
        text: str,
        kind: str = SECONDARY,
        icon: str = "",
        key: str = "",
        height: int = TARGET,
        parent: QWidget | None = None,
    ) -> None:
        self._kind, self._icon, self._key, self._height = kind, icon, key, height
        super().__init__(text, parent)
        self.ring_token = "deck_text" if kind == DECK else "accent"
        self.setSizePolicy(FIXED, FIXED)

    def show_kind(self, kind: str) -> None:
        """Show it as another kind of button."""
        self._kind = kind
        self.update()

    def show_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def stretch(self) -> "ActionButton":
        """Let it take the width of its place; return it."""
        self.setSizePolicy(EXPANDING, FIXED)
        return self

    def _word_size(self) -> int:
        return WORD_SIZES.get(self._height, 14)

    def _content(self) -> float:
        icon = ICON + GAP if self._icon and self.words else ICON if self._icon else 0
        key = cap_width(self._key) + GAP if self._key else 0
        return icon + theme.advance(self.words, self._word_size(), MEDIUM) + key

    def sizeHint(self) -> QSize:
        """Room for icon, words and key cap."""
        padding = PADDING + (self._height - TARGET)
        return QSize(round(self._content() + 0.5) + 2 * padding, theme.px(self._height))

    def _look(self) -> Look:
        if not self.isEnabled():
            return (None, None) if self._kind == QUIET else (theme.colour("sunken"), theme.colour("line"))
        if self.isDown():
            return _pressed(self._kind)
        return _hover(self._kind) if self.hovered else _rest(self._kind)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        fill, line = self._look()
        box(painter, rect, self.radius, fill, line)
        word = WORD_TONES[self._kind] if self.isEnabled() else "muted"
        middle, left = rect.center().y(), max(6.0, (rect.width() - self._content()) / 2)
        if self._icon:
            tone = ICON_TONES[self._kind] if self.isEnabled() else "muted"
            draw_icon(painter, self._icon, tone, left, middle - ICON / 2, ICON)
            left += ICON + GAP
        size = self._word_size()
        room = rect.right() - 6 - left - (cap_width(self._key) + GAP if self._key else 0)
        width = min(theme.advance(self.words, size, MEDIUM), room)
        area = QRectF(left, 0, width, rect.height())
        words(painter, area, self.words, theme.colour(word), size, MEDIUM, LEFT)
        if self._key:
            solid = self._kind in {PRIMARY, DECK} or not self.isEnabled()
            key_cap(
                painter,
                left + width + GAP,
                middle,
                self._key,
                word if solid else "muted",
                None if solid else theme.colour("canvas"),
            )


class IconButton(Pressable):
    """A square button with an icon alone; its name is spoken and shown as a tip."""

    def __init__(
        self, icon: str, name: str, tone: str = "muted", on_deck: bool = False, parent: QWidget | None = None
    ) -> None:
        self._icon, self._tone, self._on_deck = icon, tone, on_deck
        super().__init__(name, parent)
        self.setToolTip(name)
        self.ring_token = "deck_text" if on_deck else "accent"
        self.setSizePolicy(FIXED, FIXED)

    def show_icon(self, icon: str, name: str, tone: str | None = None) -> None:
        """Show another icon with its name, such as flag-filled after flag."""
        self._icon, self._tone = icon, tone or self._tone
        self.show_text(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square of the smallest target."""
        return QSize(TARGET, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon, on its ground when hovered."""
        painter = QPainter(self)
        start(painter)
        if self.hovered:
            token = "deck2" if self._on_deck else "sunken"
            box(painter, QRectF(self.rect()), self.radius, theme.colour(token))
        tone = "deck_text" if self._on_deck else self._tone
        corner = QRectF(self.rect()).center()
        draw_icon(painter, self._icon, tone if self.isEnabled() else "line", corner.x() - 10, corner.y() - 10, 20)


class LinkButton(Pressable):
    """A word in accent with a chevron, on an invisible target of 40 px."""

    def __init__(self, text: str, chevron: bool = True, parent: QWidget | None = None) -> None:
        self._chevron = 14 + GAP if chevron else 0
        super().__init__(text, parent)
        self.radius = 6
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        """The words and the chevron."""
        return QSize(round(theme.advance(self.words, 13, MEDIUM) + 0.5) + self._chevron + 8, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, underlined when hovered."""
        painter = QPainter(self)
        token = "accent" if self.isEnabled() else "muted"
        rect = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        width = theme.advance(self.words, 13, MEDIUM)
        words(painter, rect.adjusted(0, 0, -self._chevron, 0), self.words, theme.colour(token), 13, MEDIUM)
        if self.hovered:
            painter.fillRect(QRectF(rect.left(), rect.center().y() + theme.px(9), width, 1), theme.colour(token))
        if self._chevron:
            draw_icon(painter, "chevron-right", token, rect.right() - 14, rect.center().y() - 7, 14)


class KeyCap(Painted):
    """The cap of a key, such as Ctrl+Z, beside the words that say what it does."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        """Twenty high, at least twenty wide."""
        return QSize(round(cap_width(self._key) + 0.5), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        box(painter, rect, 4, theme.colour("canvas"), theme.colour("line"))
        words(painter, rect, self._key, theme.colour("muted"), 11, MEDIUM, CENTRE)
