"""What kind of inspection, and with which form."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from inspector.form.form import Form
from inspector.ui.pages.telling import KINDS, SURVEY, form_words, kind_word
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.painted import EXPANDING, FIXED, Words
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import NBSP, _, language


class PlanCard(Card):
    """Kind and form; signal `formed(name)` when a person chose another form."""

    formed = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("这次检查"))
        self.kind = "open"
        self.kinds = Segments(_("种类"))
        self.show_kinds(None)
        self.kinds.picked.connect(self._turn)
        self.forms = Choice(_("检查表"))
        self.forms.setSizePolicy(EXPANDING, FIXED)
        self.forms.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.forms.setMinimumContentsLength(12)
        self.forms.picked.connect(self.formed)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(Words(_("种类"), "caption", "muted"), 0, 0)
        grid.addWidget(Words(_("检查表"), "caption", "muted"), 0, 1)
        grid.addWidget(self.kinds, 1, 0)
        grid.addWidget(self.forms, 1, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def show_forms(self, titles: Sequence[tuple[str, str]]) -> None:
        """Show the forms there are, the first one chosen, and 明察 as the kind."""
        self.forms.show_options(titles)
        self.forms.setCurrentIndex(0 if titles else -1)
        self.show_kinds(None)
        self.kinds.show_current("open")
        self._turn("open")

    def show_form(self, name: str, form: Form) -> None:
        """Show version and number of items of a form beside its title."""
        count = _("{n} 项").format(n=len(form.items)).replace(" ", NBSP)
        text = f"{form_words(form.title.into(language()), form.name)} · {count}"
        self.forms.setItemText(self.forms.findData(name), text)

    def show_kinds(self, form: Form | None) -> None:
        """Show the kinds there are for the form chosen: a survey is one and nothing else."""
        kinds = (SURVEY,) if form is not None and form.kind == SURVEY else KINDS
        self.kinds.show_views([View(kind, kind_word(kind)) for kind in kinds])
        self._turn(self.kinds.current())

    def _turn(self, kind: str) -> None:
        self.kind = kind
