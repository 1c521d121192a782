"""What a person does on the page of a retelling, and what follows from it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.actions.inspecting import Inspecting
from inspector.actions.recollecting import count_phrase, heard_nothing
from inspector.actions.visiting import Visiting
from inspector.errors import InspectorError
from inspector.inspection.answer import Photo
from inspector.inspection.visit import Recording, disordered
from inspector.ui.pages.audit.photos import FolderChoice, Taken, pictures_in, taking
from inspector.ui.pages.folders import documents, pictures
from inspector.ui.pages.retelling.sorting_sheet import days_around
from inspector.ui.pages.retelling.sounds import SoundChoice, keeping
from inspector.vault.glancing import Glanced, Glimpse, glance
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.ui.pages.retelling.page import RetellingPage


class Acts:
    """Joins the signals of the page's parts to the record of the open visit."""

    def __init__(self, page: "RetellingPage") -> None:
        self.page = page
        self.frame = page.frame
        self._join_cards()
        self._join_sheets()

    def _join_cards(self) -> None:
        page, frame = self.page, self.frame
        frame.script_button.clicked.connect(frame.script.open_sheet)
        frame.phrases_button.clicked.connect(frame.phrases.open_sheet)
        frame.evidence_button.clicked.connect(frame.evidence.open_sheet)
        frame.moments.asked.connect(self.ask_time)
        frame.foot.went_on.connect(self.go_on)
        frame.foot.checked.connect(lambda: page.go.emit("gaps", page.inspection.id))
        frame.foot.result_wanted.connect(lambda: page.go.emit("result", page.inspection.id))
        frame.validity.opened.connect(self.open_rule)
        frame.validity.reading_wanted.connect(self.ask_reading)
        frame.validity.form.read.connect(self._read)
        frame.validity.form.people_wanted.connect(lambda: page.go.emit("settings", "inspectors"))

    def _join_sheets(self) -> None:
        frame = self.frame
        frame.times.entered.connect(self._enter_time)
        frame.script.followed.connect(lambda on, text: self._do(lambda: self.page.visiting.follow(on, text)))
        frame.script.declared.connect(lambda on: self._do(lambda: self._inspecting().set_head("no_conflict", on)))
        frame.script.exposed.connect(lambda how: self._do(lambda: self.page.visiting.expose(how)))
        frame.phrases.heard.connect(lambda item, words: self._do(lambda: count_phrase(self._inspecting(), item, words)))
        frame.phrases.unheard.connect(
            lambda item, words: self._do(lambda: count_phrase(self._inspecting(), item, words, -1))
        )
        frame.phrases.silent.connect(lambda item: self._do(lambda: heard_nothing(self._inspecting(), item)))
        frame.phrases.switched.connect(self.page.show_all)
        frame.phrases.taken_back.connect(lambda: self._do(self._inspecting().undo))
        frame.evidence.folder_wanted.connect(self._choose_folder)
        frame.evidence.sounds_wanted.connect(self._choose_sounds)
        frame.evidence.sound_dropped.connect(lambda sha: self._do(lambda: self.page.visiting.drop_sound(sha)))
        frame.evidence.photo_dropped.connect(lambda item, sha: self._do(lambda: self._inspecting().detach(item, sha)))
        frame.sorting.ahead_set.connect(self._set_ahead)
        frame.sorting.confirmed.connect(self._take_photos)

    def _inspecting(self) -> Inspecting:
        if self.page.inspecting is None:
            raise LookupError("no visit is open")
        return self.page.inspecting

    def _do(self, act: Callable[[], object]) -> None:
        """Do something that can be refused; then the page shows the record as it stands."""
        try:
            act()
        except InspectorError as trouble:
            self.page.say.emit("bad", str(trouble), "", None)
            self.page.show_all()

    def undoable(self, item: str) -> bool:
        """Return whether the last step touched an item, so that taking it back is seen here."""
        done = self._inspecting().timeline.done
        return bool(done) and (done[-1].kind, done[-1].key) == ("answer", item)

    # Moments.

    def ask_time(self, key: str) -> None:
        """Ask for a moment, or for a better one."""
        inspection, visit = self.page.inspection, self.page.visiting.visit
        if not inspection.finished:
            known = [mark for mark in visit.marks if mark.key == key]
            self.frame.times.ask(key, known, visit.began or inspection.started_at)

    def _enter_time(self, key: str, moment: datetime, source: str, reason: str) -> None:
        try:
            self.page.visiting.type_time(key, moment, source, reason)
        except InspectorError as trouble:
            self.frame.times.refuse(str(trouble))
        else:
            self.frame.times.close_sheet()

    # The gate.

    def open_rule(self, rule: str) -> None:
        """Go where a rule is told."""
        if rule in {"V2", "V3"}:
            self.frame.evidence.open_sheet()
        elif rule in {"V4", "V7", "V8"}:
            self.frame.script.open_sheet()
        elif rule in {"V1", "V5"}:
            self._open_moment(rule)
        elif self.page.inspection.finished:
            self.ask_reading()
        else:
            self.go_on(self.frame.foot.item)

    def _open_moment(self, rule: str) -> None:
        scenario, visit = self.page.visiting.scenario, self.page.visiting.visit
        wrong = [second.key for _first, second in disordered(visit.counting)]
        missing = [key for key in scenario.needed if visit.mark(key) is None]
        wanted = [*wrong, *missing] if rule == "V5" else []
        key = next(iter([*wanted, *scenario.marks]), "")
        if key:
            self.ask_time(key)

    def go_on(self, item: str) -> None:
        """Go on telling at the next open item, or look for what is missing."""
        id_ = self.page.inspection.id
        self.page.go.emit("audit", (id_, item)) if item else self.page.go.emit("gaps", id_)

    def ask_reading(self) -> None:
        """Ask a second person for a reading."""
        if not self.page.inspection.finished:
            return
        desk = self.page.desk
        self.frame.validity.ask_reading()
        took_part = self.page.inspection.head.took_part
        self.frame.validity.form.ask(desk.places.inspectors(), took_part, desk.setting("inspector"))

    def _read(self, code: str, accepted: bool, reason: str) -> None:
        desk, form = self.page.desk, self.frame.validity.form
        person = next((one for one in desk.places.inspectors() if one.code == code), None)
        if person is None:
            form.refuse(_("请先选由谁复核。"))
            return
        try:
            desk.gate.read(self.page.inspection.id, person, accepted, reason)
        except InspectorError as trouble:
            form.refuse(str(trouble))
            return
        self.frame.validity.close_form()
        self.page.show_all()

    # Photos of the phone.

    def _choose_folder(self) -> None:
        dialog = FolderChoice(self.page, pictures())
        dialog.fileSelected.connect(lambda folder: self.look_into(Path(folder)))
        dialog.open()

    def look_into(self, folder: Path) -> None:
        """Look at the photos of a folder, and show them sorted to the steps of the visit."""
        inspection, visit = self.page.inspection, self.page.visiting.visit
        files = pictures_in(folder)
        if not files:
            self.page.say.emit("accent", _("这个文件夹里没有照片。"), "", None)
            return
        first, last = days_around(visit)

        def show(seen: Glanced) -> None:
            if self.page.inspecting is not None and self.page.inspection.id == inspection.id:
                self.frame.evidence.close_sheet()
                self.frame.sorting.show_photos(self.page.inspection, self.page.visiting.visit, seen)

        title = _("正在查看 {n} 张照片").format(n=len(files))
        self.page.jobs.start(lambda progress: glance(files, first, last, progress), show, title=title)

    def _set_ahead(self, seconds: int) -> None:
        self._do(lambda: self.page.visiting.set_phone_ahead(seconds))
        self.frame.sorting.show_visit(self.page.inspection, self.page.visiting.visit)

    def _take_photos(self, chosen: Sequence[tuple[Glimpse, str]]) -> None:
        id_ = self.page.inspection.id
        items = {glimpse.sha256: item for glimpse, item in chosen}
        self.frame.sorting.close_sheet()

        def attach(taken: Taken) -> None:
            inspecting = self._of(id_)
            for kept in taken.kept:
                photo = Photo(kept.sha256, kept.name, taken_at=kept.taken_at)
                self._do(lambda photo=photo: inspecting.attach(items[photo.sha256], photo))  # type: ignore[misc]
            self._tell_taken(taken)

        title = _("正在存入 {n} 张照片").format(n=len(chosen))
        files = [glimpse.path for glimpse, _item in chosen]
        self.page.jobs.start(taking(self.page.desk.vault, list(files)), attach, title=title, vital=True)

    def _tell_taken(self, taken: Taken) -> None:
        if taken.troubles:
            self.page.say.emit("bad", str(taken.troubles[0]), "", None)
        else:
            self.page.say.emit("good", _("已附上 {n} 张照片。").format(n=len(taken.kept)), "", None)

    def _of(self, id_: str) -> Inspecting:
        """Return the visit work was begun for, wherever the person is by now."""
        shown = self.page.inspecting
        return shown if shown is not None and shown.inspection.id == id_ else self.page.desk.open(id_)

    # Sounds.

    def _choose_sounds(self) -> None:
        dialog = SoundChoice(self.page, documents())
        dialog.filesSelected.connect(lambda files: self.take_sounds([Path(file) for file in files]))
        dialog.open()

    def take_sounds(self, files: Sequence[Path]) -> None:
        """Take sound files into the vault and attach them to the visit."""
        id_ = self.page.inspection.id

        def attach(kept: list[Recording]) -> None:
            visiting = Visiting(self._of(id_))
            for sound in kept:
                self._do(lambda sound=sound: visiting.keep_sound(sound))  # type: ignore[misc]

        title = _("正在存入 {n} 段录音").format(n=len(files))
        self.page.jobs.start(keeping(self.page.desk.vault, files), attach, title=title, vital=True)
