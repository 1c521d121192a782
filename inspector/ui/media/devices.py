"""The camera and the microphone of this computer, as sources of pictures and of sound."""

import importlib.util
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from inspector.ui.media.tape import CHANNELS, RATE
from inspector.wording import _


def devices() -> tuple[list[str], list[str]]:
    """Return the names of the cameras and of the microphones there are; none without the extra, or where it fails."""
    if importlib.util.find_spec("PySide6.QtMultimedia") is None:
        return [], []
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:  # the system lacks a library for sound
        return [], []
    found = QMediaDevices.videoInputs(), QMediaDevices.audioInputs()
    cameras, microphones = ([device.description() for device in one] for one in found)
    return cameras, microphones


class Camera(QObject):
    """Signals `framed(QImage)` for every picture it sees, `failed(sentence)`."""

    framed = Signal(QImage)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: Any = None
        self._kept: tuple[Any, ...] = ()

    def start(self, number: int) -> None:
        """Look through one of the cameras, at the finest format it has."""
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink  # noqa: PLC0415

        self.stop()
        found = QMediaDevices.videoInputs()
        if number >= len(found):  # it was pulled out
            self.failed.emit(_("摄像头用不了：{why}。").format(why=_("没有找到")))
            return
        device = found[number]
        camera, session, sink = QCamera(device, self), QMediaCaptureSession(self), QVideoSink(self)
        formats = sorted(device.videoFormats(), key=lambda one: one.resolution().width() * one.resolution().height())
        if formats:
            camera.setCameraFormat(formats[-1])
        camera.errorOccurred.connect(
            lambda _error, words: self.failed.emit(_("摄像头用不了：{why}。").format(why=words or device.description()))
        )
        sink.videoFrameChanged.connect(lambda frame: self.framed.emit(frame.toImage()))
        session.setCamera(camera)
        session.setVideoSink(sink)
        self._camera, self._kept = camera, (session, sink)
        camera.start()

    def stop(self) -> None:
        """Look no longer; the lamp of the camera goes out."""
        if self._camera is not None:
            self._camera.stop()
        for each in (*self._kept, self._camera):
            if each is not None:
                each.deleteLater()
        self._camera, self._kept = None, ()


class Microphone(QObject):
    """Signals `heard(bytes)` for every piece of sound (16 bits, 16 kHz, one channel), `failed(sentence)`."""

    heard = Signal(bytes)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Any = None
        self._stream: Any = None

    def start(self) -> None:
        """Listen through the system's microphone."""
        from PySide6.QtMultimedia import QAudioFormat, QAudioSource, QMediaDevices  # noqa: PLC0415

        wanted = QAudioFormat()
        wanted.setSampleRate(RATE)
        wanted.setChannelCount(CHANNELS)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        device = QMediaDevices.defaultAudioInput()
        if not device.isFormatSupported(wanted):
            self.failed.emit(_("麦克风用不了：{why}。").format(why=device.description() or _("没有找到")))
            return
        self._source = QAudioSource(device, wanted, self)
        self._stream = self._source.start()
        if self._stream is None:
            self.failed.emit(_("麦克风用不了：{why}。").format(why=device.description()))
            return
        self._stream.readyRead.connect(self._tell)

    def _tell(self) -> None:
        if self._stream is not None and (samples := bytes(self._stream.readAll().data())):
            self.heard.emit(samples)

    def stop(self) -> None:
        """Listen no longer."""
        if self._source is not None:
            self._tell()
            self._stream = None
            self._source.stop()
            self._source.deleteLater()
            self._source = None
