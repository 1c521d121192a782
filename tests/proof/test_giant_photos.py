"""Photos at the limits of what is read, each in a process of its own: told or read, within the memory promised."""

import subprocess
import sys
from pathlib import Path

import PIL.Image
import pytest

MOST_MEGABYTES = 500
READ = """
import sys
from pathlib import Path
from inspector.errors import InspectorError
from inspector.vault.picture import copies, read_picture
def peak():  # not getrusage, which passes on the peak of whoever started this process
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
before = peak()
try:
    copies(read_picture(Path(sys.argv[1]).read_bytes(), "照片"))
    print("read", end=" ")
except InspectorError:
    print("told", end=" ")
print((peak() - before) // 1024)
"""


@pytest.mark.proof
@pytest.mark.parametrize(
    ("mode", "kind", "size", "wanted"),
    [
        ("RGB", "PNG", (10_000, 8_000), "read"),
        ("RGB", "PNG", (10_000, 8_001), "told"),
        ("RGBA", "PNG", (6_000, 5_000), "read"),
        ("RGBA", "PNG", (6_000, 5_001), "told"),
        ("P", "GIF", (6_000, 5_000), "read"),
        ("I;16", "TIFF", (6_000, 5_000), "read"),
        ("RGB", "WEBP", (6_000, 5_000), "read"),
        ("RGB", "WEBP", (6_000, 5_001), "told"),
        ("RGB", "JPEG", (16_320, 12_240), "read"),
        ("CMYK", "JPEG", (10_000, 10_000), "read"),
    ],
)
def test_a_giant_is_read_within_its_memory_or_told(
    mode: str, kind: str, size: tuple[int, int], wanted: str, tmp_path: Path
) -> None:
    path = tmp_path / f"photo.{kind.lower()}"
    PIL.Image.new(mode, size).save(path, kind)
    run = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True)
    what, megabytes = run.stdout.split()
    print(mode, kind, size, what, megabytes, "MB")
    assert (what, int(megabytes) < MOST_MEGABYTES) == (wanted, True)
