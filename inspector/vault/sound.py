"""Sound as evidence: known by how a file begins, and told when it was cut off."""

from inspector.errors import InspectorError
from inspector.wording import _

AMR, FLAC, OGG, ID3 = b"#!AMR", b"fLaC", b"OggS", b"ID3"
WMA = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
BRANDS = (b"M4A ", b"M4B ", b"mp42", b"mp41", b"isom", b"3gp", b"iso2", b"dash")
SYNC = 0xE0  # the upper bits of the second byte of an MPEG or ADTS frame
HEAD, SIZE = 8, 4


def is_sound(content: bytes, name: str) -> bool:
    """Return whether a file holds sound (WAV, MP3, AAC, M4A, AMR, OGG, FLAC, WMA); one cut off is told."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        _refuse_cut(int.from_bytes(content[4:8], "little") + HEAD > len(content), name)
        return True
    if content[4:8] == b"ftyp" and content[8:12].startswith(BRANDS):
        boxes = _boxes(content, name)
        _refuse_cut(b"moov" not in boxes, name)
        return b"vide" not in content  # a film is no sound
    return content.startswith((AMR, FLAC, OGG, ID3, WMA)) or (content[:1] == b"\xff" and content[1] & SYNC == SYNC)


def _boxes(content: bytes, name: str) -> set[bytes]:
    """Return the kinds of boxes of an MPEG-4 file, each of which must be there in full."""
    found, at = set(), 0
    while at + HEAD <= len(content):
        size = int.from_bytes(content[at : at + SIZE], "big")
        found.add(content[at + SIZE : at + HEAD])
        if size == 1:
            size = int.from_bytes(content[at + HEAD : at + 2 * HEAD], "big")
        size = size or len(content) - at
        _refuse_cut(size < HEAD or at + size > len(content), name)
        at += size
    return found


def _refuse_cut(cut: bool, name: str) -> None:
    if cut:
        raise InspectorError(
            _("录音 {name} 不完整，后面缺了一段。").format(name=name), _("请从手机或录音笔重新复制一次。")
        )
