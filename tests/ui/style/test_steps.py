"""Colours, spacing and sizes stand in one place: no page has a colour, a distance or a size in pixels of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import fosdesk.ui
from fosdesk import paths
from fosdesk.ui.style.steps import FOCUS_GAP, FOCUS_WIDTH, RADII, STEPS, TYPE_SIZES

UI = Path(fosdesk.ui.__file__).parent
PAGES = sorted(path for path in UI.rglob("*.py") if path.parent.name != "style")
DISTANCES = {"setContentsMargins", "setSpacing", "addSpacing", "setHorizontalSpacing", "setVerticalSpacing"}
SIZES = re.compile(r"set(Fixed|Minimum|Maximum)(Width|Height|Size)|setPointSize|setPixelSize")
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
# What is left, and why.
ALLOWED = {
    "window/main_window.py: setMinimumSize(640, 420)": "the smallest window, on every text size",
    "schools/owner/owner_window.py: setMinimumSize(640, 420)": "as above",
    "window/system/qt_check.py: #000000": "no colour: it is looked whether anything was drawn",
    "frame/long_work.py: setMinimumWidth(380)": "a dialog of the system's own measure",
    "controls/pdf/printing.py: GlobalColor.white": "paper is white in every theme",
    "documents/preview_dialog.py: GlobalColor.white": "as above",
    "controls/color_dots.py: QColor(0, 0, 0, 0)": "no colour at all",
}


def numbers(node: ast.expr) -> Iterator[int]:
    """The numbers that an argument is; not those in a sum of sizes that are asked for, or scaled by `px`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*numbers(node.body), *numbers(node.orelse))


def faults(code: str) -> Iterator[str]:
    """Colours, distances and sizes of a module's own."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HEX.fullmatch(node.value):
            yield node.value
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor"):
            yield f"GlobalColor.{node.attr}"
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        said = f"{name}({', '.join(map(ast.unparse, node.args))})"
        given = [number for one in node.args for number in numbers(one)]
        is_colour = name == "QColor" and given
        is_off = name in DISTANCES and set(given) - set(STEPS)
        if is_colour or is_off or (SIZES.fullmatch(name) and any(number > 1 for number in given)):
            yield said


def test_pages_and_controls_have_no_colour_distance_or_size_of_their_own() -> None:
    found = {f"{path.relative_to(UI).as_posix()}: {one}" for path in PAGES for one in faults(path.read_text("utf-8"))}
    assert found - ALLOWED.keys() == set()
    assert ALLOWED.keys() - found == set(), "mended: take it off the list"


def test_such_a_fault_is_noticed() -> None:
    assert [*faults('pen = "#ff0000"')] == ["#ff0000"]
    assert [*faults("layout.setSpacing(7)")] == ["setSpacing(7)"]
    assert [*faults("layout.addSpacing(8); layout.setSpacing(theme.px(7))")] == []
    assert [*faults("label.setMaximumWidth(150)")] == ["setMaximumWidth(150)"]
    assert [*faults("label.setMinimumSize(1, 1)")] == []
    assert [*faults("pen = QColor(1, 2, 3)")] == ["QColor(1, 2, 3)"]


def test_the_style_sheet_has_colours_by_role_and_radii_and_type_by_step() -> None:
    sheet = paths.resource("styles", "fosdesk.qss").read_text(encoding="utf-8")
    colours = re.sub(r"#(?:nav|nav_inside|page|sheet)\b", "", sheet)
    assert re.findall(r"#\w+", colours) == []
    assert {int(size) for size in re.findall(r"font-size: @(\d+)px", sheet)} <= set(TYPE_SIZES.values())
    radii = {int(radius) for radius in re.findall(r"border-radius: (\d+)px", sheet)}
    assert radii - set(RADII.values()) <= {0, 5, 9}, "none, the half of what is round, and its middle"


def test_the_ring_has_room_between_two_controls() -> None:
    assert FOCUS_GAP + FOCUS_WIDTH <= 6, "chips stand six pixels apart"
