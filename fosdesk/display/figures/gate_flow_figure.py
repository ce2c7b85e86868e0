"""The figure of gatekeeping as a flow: entries, and how many were taken in, adapted, parked, kept out or undecided."""

from typing import NamedTuple

from fosdesk.display.figures.curve_shapes import box, ribbon
from fosdesk.display.figures.text_width import text_width, truncated
from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.display.shapes import Area, Figure, Label
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import Branch, flow
from fosdesk.domain.school import School
from fosdesk.words import Words

_SIZE, _LARGE_SIZE, _NODE, _GAP = 13.0, 22.0, 5.0, 8.0
_WIDE_WIDTH, _MIN_HEIGHT = 640.0, 120.0
_MIN_SLOT, _TWO_LINES, _SLIM, _MIN_SOURCE = 17.0, 33.0, 2.5, 56.0
_COLOURS = {  # the band, and the edge that it ends in
    "admitted": ("accent_soft", "accent"),
    "adapted": ("accent_faint", "accent_soft"),
    "parked": ("ochre_soft", "ochre"),
    "kept_out": ("plum_soft", "plum"),
    "undecided": ("sand", "quiet"),
}


class _Slot(NamedTuple):
    branch: Branch
    height: float
    middle: float
    room: float


def gate_flow_figure(school: School, words: Words, width: float = 860, height: float | None = None) -> Figure:
    """The figure; each branch is an area with its decision as key. Where it is narrow, it grows in height."""
    found = flow(school)
    if height is None:
        height = (
            _MIN_HEIGHT
            if width >= _WIDE_WIDTH
            else max(_MIN_HEIGHT, 44.0 * sum(branch.entries > 0 for branch in found.branches))
        )
    if not found.entries:
        said = words("Nothing has come in yet.")
        faint = Area(ribbon(0, height * 0.3, height * 0.7, width, height * 0.2, height * 0.8), "panel")
        return Figure(
            width, height, (faint, Label(said, width / 2, height / 2 + 5, "quiet", 14, anchor="middle")), said
        )
    branches = [branch for branch in found.branches if branch.entries]
    height = max(height, len(branches) * _MIN_SLOT)
    came = words("came in")
    number = words.number(found.entries)
    left = max(text_width(number, _LARGE_SIZE, bold=True), text_width(came, _SIZE)) + 28
    middle = left + min(max(width * 0.2, 60), 220)
    slots = _slots(branches, height)
    shapes: list[Area | Label] = []
    top = (height - sum(slot.height for slot in slots)) / 2
    source_top = top
    for slot in slots:
        band, edge = _COLOURS.get(slot.branch.decision, _COLOURS["undecided"])
        end = slot.middle - slot.height / 2
        path = ribbon(left, top, top + slot.height, middle, end, end + slot.height)
        shapes.append(Area(path, band, "", slot.branch.decision))
        shapes.append(Area(box(middle, end, _NODE, slot.height), edge, "", slot.branch.decision))
        top += slot.height
    high = max(top - source_top, min(_MIN_SOURCE, height))
    shapes.insert(0, Area(box(0, (height - high) / 2, left - 1.5, high, 8), "sand"))
    shapes.append(Label(number, left / 2, height / 2 + 2, "ink", _LARGE_SIZE, bold=True, anchor="middle"))
    shapes.append(Label(came, left / 2, height / 2 + 19, "quiet", _SIZE, anchor="middle"))
    numbers = max(text_width(words.number(slot.branch.entries), _SIZE, bold=True) for slot in slots)
    for slot in slots:
        shapes += _slot_labels(slot, words, middle + _NODE + 10, numbers, width)
    return Figure(width, height, tuple(shapes), _alt(words, found.entries, branches))


def _slots(branches: list[Branch], height: float) -> list[_Slot]:
    # As high as they are many, on one scale for all; the slim ones still get room for their words.
    many = len(branches)
    least = _TWO_LINES if height / many >= _TWO_LINES + _GAP else min(_MIN_SLOT, height / many)
    gap = min(_GAP, (height - many * least) / max(many - 1, 1))
    room = height - gap * (many - 1)
    low, high = 0.0, 0.72 * height / sum(branch.entries for branch in branches)
    for _ in range(30):
        scale = (low + high) / 2
        if sum(max(branch.entries * scale, least) for branch in branches) > room:
            high = scale
        else:
            low = scale
    slots, y = [], (room - sum(max(branch.entries * low, least) for branch in branches)) / 2
    for branch in branches:
        own = max(branch.entries * low, least)
        slots.append(_Slot(branch, max(branch.entries * low, _SLIM), y + own / 2, own))
        y += own + gap
    return slots


def _slot_labels(slot: _Slot, words: Words, x: float, numbers: float, width: float) -> list[Label]:
    branch = slot.branch
    key = branch.decision
    count, named = words.number(branch.entries), option_words(words, choice_of(GateEntry, "decision"), key)
    reason = words("most often {reason}", reason=words.quoted(branch.reason)) if branch.reason else ""
    begins = x + numbers + 7
    room = width - begins
    named = truncated(named, _SIZE, room)
    two = reason and slot.room >= _TWO_LINES
    y = slot.middle + (-3.0 if two else _SIZE * 0.35)
    labels = [
        Label(count, x + numbers, y, "ink", _SIZE, bold=True, anchor="right", key=key),
        Label(named, begins, y, "ink", _SIZE, key=key),
    ]
    if two:
        labels.append(Label(truncated(reason, _SIZE, room), begins, y + 16, "quiet", _SIZE, key=key))
    elif reason:
        after = begins + text_width(named, _SIZE) + 10
        if width - after > 60:
            labels.append(Label(truncated(reason, _SIZE, width - after), after, y, "quiet", _SIZE, key=key))
    return labels


def _alt(words: Words, entries: int, branches: list[Branch]) -> str:
    parts, field = [], choice_of(GateEntry, "decision")
    for branch in branches:
        part = f"{option_words(words, field, branch.decision)}: {words.number(branch.entries)}"
        if branch.reason:
            part += f" ({words('most often {reason}', reason=words.quoted(branch.reason))})"
        parts.append(part)
    return words("Came in: {n}.", n=words.number(entries)) + " " + "; ".join(parts) + "."
