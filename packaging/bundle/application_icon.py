"""Draws the icon of the program: of its window, its files and its entry in the Start menu.

application_icon.py    writes resources/application/fosdesk.png and fosdesk.ico (in the environment of dev.py)
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "resources" / "application"
_SIDES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # px, for Windows at 100 to 250 %
_FINER = 8  # drawn larger by this, and made smaller
_GROUND, _MARK, _QUIET = "#1f5c54", "#ffffff", "#9cc1bb"  # the accents of the light theme


def picture(side: int) -> Image.Image:
    """The icon as a square of so many pixels: a desk seen from the front, with the work that lies on it."""
    whole = side * _FINER
    image = Image.new("RGBA", (whole, whole), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def box(left: float, top: float, right: float, bottom: float, colour: str, round_by: float = 0) -> None:
        corners = [round(part / 32 * whole) for part in (left, top, right, bottom)]
        corners[2] -= 1
        corners[3] -= 1
        draw.rounded_rectangle(corners, round(round_by / 32 * whole), fill=colour)

    box(0, 0, 32, 32, _GROUND, 7)
    box(8, 7, 16, 15, _QUIET, 1)
    box(18, 10, 24, 15, _MARK, 1)
    box(5, 16, 27, 19, _MARK, 1)
    box(7, 19, 10, 26, _MARK)
    box(22, 19, 25, 26, _MARK)
    return image.resize((side, side), Image.Resampling.LANCZOS)


def write(folder: Path) -> None:
    """Write both files."""
    folder.mkdir(parents=True, exist_ok=True)
    picture(_SIDES[-1]).save(folder / "fosdesk.png", optimize=True)
    pictures = [picture(side) for side in _SIDES]
    pictures[-1].save(folder / "fosdesk.ico", sizes=[(side, side) for side in _SIDES], append_images=pictures[:-1])


if __name__ == "__main__":
    write(FOLDER)
    sys.exit(0)
