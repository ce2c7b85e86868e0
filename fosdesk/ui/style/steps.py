"""The steps of the design: spacing, type sizes, radii, heights and edges, in pixels at a text size of 100 %."""

from typing import Literal, NewType, get_args

# Gaps and margins. mypy holds every layout to them, as `column` and `row` take no other numbers; 26 is where the words
# of a check box begin, for what stands below them.
Step = Literal[0, 1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 20, 24, 26, 28, 32, 36, 40, 48, 64, 72]
STEPS: tuple[int, ...] = get_args(Step)
Pixels = NewType("Pixels", int)  # a size that `Theme.px` has scaled
Gap = Step | Pixels
Margins = tuple[Gap, Gap, Gap, Gap]  # left, top, right, bottom

TYPE_SIZES = {"base": 15, "quiet": 14, "note": 13, "heading": 17, "title": 24}
RADII = {"mark": 4, "row": 6, "control": 8, "box": 10, "panel": 12}
UNBOUND = 16_777_215  # what Qt takes for a width or height without a bound
ICON = 16  # side of an icon beside words
RINGED = "ringed"  # a property of a label that has the keyboard at times, as the title of a page that has just come
FOCUS_GAP, FOCUS_WIDTH, FOCUS_RADIUS = 2, 2, 8  # of the ring: its distance from the control, its line, its corners
