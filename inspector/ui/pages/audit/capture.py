"""Evidence that is made here or comes from a phone: camera, microphone, and the folder photos arrive in."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from inspector.lock.files import sealing
from inspector.ui.media.devices import Camera, Microphone, devices
from inspector.ui.media.tape import SUFFIX, Tape, as_wave, left_behind
from inspector.ui.pages.audit.phone_folder import PhoneFolder
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.ui.media.camera_sheet import CameraSheet
    from inspector.ui.media.recording_sheet import RecordingSheet
    from inspector.ui.pages.audit.intake import Target
    from inspector.ui.pages.audit.page import AuditPage

MOST_NAMED = 2


class Capture(QObject):
    """Joins what is taken here to the open inspection; every photo and sound goes to the item it was wanted for."""

    def __init__(self, page: "AuditPage") -> None:
        super().__init__(page)
        self.page, self.intake = page, page.acts.intake
        self.cameras: list[str] = []
        self.camera_source, self.sound_source = Camera, Microphone
        self.camera: CameraSheet | None = None
        self.recording: RecordingSheet | None = None
        self.waiting: list[Path] = []
        self._tapes: list[Tape] = []
        self.phone = PhoneFolder(self)
        self.phone.arrived.connect(self._offer)
        self.phone.lost.connect(lambda sentence: page.say.emit("warn", sentence, "", None))
        self.intake.taken.connect(lambda _target, _taken: self._let_go())
        evidence = page.frame.guidance.evidence
        evidence.camera_wanted.connect(self.open_camera)
        evidence.recording_wanted.connect(self.open_recording)
        self._looked = False

    def enter(self) -> None:
        """Begin with an inspection: watch the phone's folder, and see what a crash left behind."""
        self.waiting = []
        self.phone.watch(self.page.desk.setting("phone_folder"))
        running = {tape.path for tape in self._tapes}
        left = [path for path in left_behind(self.page.desk.folder) if path not in running]
        if left:
            told = _("上次有 {n} 段录音没有存完。").format(n=len(left))
            self.page.say.emit("accent", told, _("放进这一项"), lambda: self._recover(left))
        if not self._looked:
            self._looked = True
            QTimer.singleShot(0, self, self.find_devices)  # loading the extra takes a moment: the page comes first

    def leave(self) -> None:
        """End with the inspection; a recording that runs is kept."""
        self.phone.rest()
        for sheet in (self.camera, self.recording):
            if sheet is not None:
                sheet.put_away()

    def find_devices(self) -> None:
        """Offer the ways that this computer has."""
        self.cameras, microphones = devices()
        self.page.frame.guidance.evidence.show_ways(camera=bool(self.cameras), microphone=bool(microphones))

    # Camera and microphone.

    def open_camera(self) -> None:
        """Take photos for the open item."""
        from inspector.ui.media.camera_sheet import CameraSheet  # noqa: PLC0415 - hardly ever

        if not self.page.item or self.camera:
            return
        target = self._target()
        self.camera = CameraSheet(self.page, self.cameras, self._item_words(), self.camera_source)
        self.camera.taken.connect(lambda image: self._take_photo(image, target))
        self.camera.closed.connect(self._forget_camera)
        self.camera.open_sheet()

    def _forget_camera(self) -> None:
        self.camera = None

    def _take_photo(self, image: QImage, target: "Target") -> None:
        self.intake.take_source((image, f"{_('拍照')} {self._moment()}.png"), target)

    def open_recording(self) -> None:
        """Record sound for the open item; in a locked folder only memory holds it until it is sealed."""
        from inspector.ui.media.recording_sheet import RecordingSheet  # noqa: PLC0415

        if not self.page.item or self.recording:
            return
        folder, target = self.page.desk.folder, self._target()
        tape = Tape(None if sealing(folder) else folder / f"{self._moment()}{SUFFIX}")
        self.recording = RecordingSheet(self.page, self._item_words(), tape, self.sound_source)
        self.recording.recorded.connect(lambda sound: self._keep(tape, sound, target))
        self.recording.destroyed.connect(self._forget_recording)
        self.recording.open_sheet()

    def _forget_recording(self) -> None:
        self.recording = None

    def _keep(self, tape: Tape, sound: bytes, target: "Target") -> None:
        self._tapes.append(tape)
        self.intake.take_source((sound, f"{_('录音')} {self._moment()}.wav"), target)

    def _let_go(self) -> None:
        """Remove what was written beside, once it lies in the vault."""
        for tape in self._tapes:
            tape.discard()
        self._tapes = []

    def _recover(self, left: list[Path]) -> None:
        if self.page.item:
            for path in left:
                self._tapes.append(Tape.left(path))
                self.intake.take_source((as_wave(path.read_bytes()), f"{_('录音')} {path.stem}.wav"), self._target())

    # The phone.

    def _offer(self, photos: list[Path]) -> None:
        self.waiting += [photo for photo in photos if photo not in self.waiting]
        names = "、".join(photo.name for photo in self.waiting[:MOST_NAMED])
        more = _(" 等") if len(self.waiting) > MOST_NAMED else ""
        told = _("手机来了 {n} 张照片：{names}").format(n=len(self.waiting), names=names + more)
        self.page.say.emit("accent", told, _("放进这一项"), self.take_waiting)

    def take_waiting(self) -> None:
        """Put what came from the phone into the item that is open now."""
        if self.waiting and self.page.inspecting is not None and self.page.item:
            waiting, self.waiting = self.waiting, []
            self.intake.take_files(waiting, self._target())

    def _target(self) -> "Target":
        return self.page.inspection.id, self.page.item

    def _item_words(self) -> str:
        item = self.page.inspection.form.items[self.page.item]
        return f"{item.id} {item.ask}"

    def _moment(self) -> str:
        return f"{self.page.desk.clock():%Y%m%d-%H%M%S}"
