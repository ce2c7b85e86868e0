"""The sets of colours: what a figure asks for is in all of them, so that no figure fails where it is painted."""

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import fosdesk.display
from fosdesk.display.palette import PAPER
from fosdesk.ui.style.palettes import CONTRAST, DARK, LIGHT

SETS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST, "paper": PAPER}
FIGURES = sorted((Path(fosdesk.display.__file__).parent / "figures").glob("*.py"))


def roles_in(code: str) -> set[str]:
    """The roles of any set that a module names."""
    named = {node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)}
    return {role for role in {*LIGHT, *PAPER} if role in named}


def test_figures_use_roles_that_all_sets_have() -> None:
    used = {path.name: roles_in(path.read_text(encoding="utf-8")) for path in FIGURES}
    assert set.union(*used.values()) >= {"ink", "quiet", "accent", "sand"}
    lacking = {
        (name, role, key) for name, roles in used.items() for role in roles for key in SETS if role not in SETS[key]
    }
    assert lacking == set()


def test_the_palettes_of_the_screen_have_the_same_roles() -> None:
    assert list(LIGHT) == list(DARK) == list(CONTRAST)


@pytest.mark.parametrize("key", SETS)
def test_a_colour_is_one_that_all_who_paint_can_read(key: str) -> None:
    colours: Mapping[str, str] = SETS[key]
    assert {role: colour for role, colour in colours.items() if not re.fullmatch("#[0-9a-f]{6}", colour)} == {}


def test_a_role_of_one_set_alone_is_noticed() -> None:
    assert roles_in('Area(points, "ochre_faint", "ink")') == {"ochre_faint", "ink"}
    assert "ochre_faint" not in LIGHT
