"""One property for every noun, audience and way out: the same fields are withheld, and nobody is named."""

import ast
from functools import cache
from pathlib import Path

import pytest

from fosdesk.domain.fields import NOUNS, Long, Privacy, Reference, Short
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.privacy.known import names_of
from tests.privacy.planted import planted
from tests.privacy.ways_out import WAYS, Export, Place
from tests.sampling import often

ROOT = Path(__file__).resolve().parents[2]
EVERY = [(name, audience) for name in WAYS for audience in Audience]
OUTSIDE = [(name, audience) for name, audience in EVERY if audience is not Audience.SCHOOL]
# Where all documents are made; PDF and Word ask the same filter and are tried with all audiences in the long tests.
CROWDED = [("PDF", Audience.SCHOOL), ("PDF", Audience.OWNER), ("Word", Audience.NETWORK)]
# A place may be called as a person is; and the version that an answer answered is no text of anybody's.
NO_MENTION = {("school_profile", "name"), ("school_profile", "municipality"), ("answer", "answered")}


@cache
def school(extra: str = "") -> School:
    return planted(extra)


def texts(hidden_from: Audience | None = None) -> set[Place]:
    """The text fields of all nouns, or those that an audience does not see."""
    return {
        (key, name)
        for key, noun in NOUNS.items()
        for name, field in noun.fields.items()
        if isinstance(field, Short | Long) and (hidden_from is None or not may_show(field, hidden_from))
    }


def home_only() -> set[Place]:
    """The fields that some documents tell the school alone, unless they are ticked."""
    places = (place.partition(".") for kind in DOCUMENTS.values() for place in kind.home_fields)
    return {(noun, field) for noun, _, field in places}


@pytest.mark.parametrize(("name", "audience"), often(EVERY, set(EVERY).difference(CROWDED)))
def test_the_same_fields_are_withheld_in_every_way_out(name: str, audience: Audience, tmp_path: Path) -> None:
    exported, names, hidden = WAYS[name].exported, names_of(school()), texts(hidden_from=audience)
    out = exported(Export(school(), audience, names, (), tmp_path)) & texts()
    assert out & hidden == set()
    if audience is Audience.RESEARCH:
        return  # there each text is ticked by itself
    # What this way can tell this audience at all, with everything ticked, is told but for what is hidden from it.
    ticked = {f"{noun}.{field}" for noun, field in texts()}
    reach = exported(Export(school(), audience, names, ticked, tmp_path)) & texts()
    assert len(reach) >= WAYS[name].reach
    assert reach - out == reach & (hidden | (home_only() - out))


@pytest.mark.parametrize(("name", "audience"), often(OUTSIDE, set(OUTSIDE).difference(CROWDED)))
@pytest.mark.parametrize("called", often(["Turid Testad", "Turid Nord", "Túrid"], ["Túrid"]))
def test_a_text_that_mentions_somebody_goes_out_nowhere(
    name: str, audience: Audience, called: str, tmp_path: Path
) -> None:
    """Somebody who stands there, whose name was another one, or who is no longer there, as the journal knows them."""
    full = school("Dette var Turids forslag.")
    known = School(full.id, {i: r for i, r in full.records.items() if i != "person-0"}, {})
    exported = WAYS[name].exported(Export(known, audience, NameDetector([called]), (), tmp_path)) & texts()
    assert exported <= NO_MENTION


@pytest.mark.parametrize("audience", [Audience.OWNER, Audience.NETWORK])
def test_who_is_meant_goes_into_no_file(audience: Audience, tmp_path: Path) -> None:
    exported = WAYS["school file for others"].exported(Export(school(), audience, names_of(school()), (), tmp_path))
    for key, noun in NOUNS.items():
        for name, field in noun.fields.items():
            assert field.privacy is Privacy.OPEN or (key, name) not in exported
            if isinstance(field, Reference) and field.target == "person":
                assert (key, name) not in exported


def test_every_module_that_asks_the_filter_is_driven_by_a_way_out() -> None:
    asking, deciding = set(), set()
    for path in (ROOT / "fosdesk").rglob("*.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if module.startswith("fosdesk.privacy."):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for one in node.names if isinstance(node, ast.ImportFrom) else ():
                if one.name == "filter_school":
                    asking.add(module)
                if one.name == "may_show":
                    deciding.add(module)
    assert asking == {module for way in WAYS.values() for module in way.drives}
    assert deciding == set(), "who may see what is decided in one room"


def test_every_field_says_who_may_see_it() -> None:
    for kind in (Short, Long):
        with pytest.raises(TypeError, match="privacy"):
            kind("A field")  # type: ignore[call-arg]
    assert {type(field.privacy) for noun in NOUNS.values() for field in noun.fields.values()} == {Privacy}
    naming = {(key, name) for key, noun in NOUNS.items() for name, field in noun.fields.items() if field.names}
    assert naming == {
        ("person", "name"),
        ("person", "contact"),
        ("partner", "contact"),
        ("duty", "who"),
        ("duty", "deputy"),
        ("study", "who"),
        ("study", "supervisor"),
        ("meeting", "present"),
        ("meeting", "absent"),
        ("meeting", "writer"),
    }
    assert all(NOUNS[key].fields[name].privacy is Privacy.PERSON for key, name in naming)
