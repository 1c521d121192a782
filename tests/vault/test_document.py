"""Documents: known by what they hold; what is refused says why."""

import io
import wave
import zipfile

import openpyxl
import pytest

from inspector.errors import InspectorError
from inspector.vault.document import LOCKED, MOST, OLE, kind_of


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return buffer.getvalue()


def book() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def wav() -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(1600))
    return buffer.getvalue()


def m4a(track: bytes = b"soun") -> bytes:
    boxes = ((b"ftyp", b"M4A \0\0\0\0"), (b"moov", track + bytes(90)), (b"mdat", bytes(300)))
    return b"".join((len(held) + 8).to_bytes(4, "big") + kind + held for kind, held in boxes)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"\n%PDF-1.4", "PDF"),
        (zipped("[Content_Types].xml", "word/document.xml"), "Word"),
        (zipped("ppt/presentation.xml"), "PowerPoint"),
        (book(), "Excel"),
        (OLE + bytes(600), "Office"),
        (wav(), "Sound"),
        (m4a(), "Sound"),
        (b"ID3\x04\x00" + bytes(200), "Sound"),
        (b"\xff\xfb\x90\x64" + bytes(200), "Sound"),
        (b"#!AMR\n" + bytes(60), "Sound"),
        (b"OggS" + bytes(60), "Sound"),
        (b"fLaC" + bytes(60), "Sound"),
    ],
    ids=[
        "pdf",
        "pdf after a line",
        "word",
        "powerpoint",
        "excel",
        "old office",
        "wav",
        "m4a",
        "mp3 with words",
        "mp3",
        "amr",
        "ogg",
        "flac",
    ],
)
def test_it_is_known_by_its_content(content: bytes, kind: str) -> None:
    assert kind_of(content, "照片.jpg") == kind  # whatever it is called


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "是空文件"),
        (b"%PDF-" + bytes(MOST), "超过 50 MB"),
        (OLE + bytes(100) + LOCKED + bytes(100), "有打开密码"),
        (zipped("a.txt"), "是压缩包"),
        (zipped("word/document.xml")[:-40], "损坏"),
        (wav()[:-50], "不完整"),
        (m4a()[:-50], "不完整"),
        (m4a(b"vide"), "认不出来"),
        (b"MZ\x90\x00", "认不出来"),
        (b"\xff\xd8\xff\xe0", "认不出来"),
    ],
    ids=["empty", "large", "locked", "archive", "cut", "cut wav", "cut m4a", "film", "program", "photo"],
)
def test_what_is_refused_says_why(content: bytes, said: str) -> None:
    with pytest.raises(InspectorError, match=said):
        kind_of(content, "方案.docx")
