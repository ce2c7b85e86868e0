"""The list of parts as CycloneDX is whole, follows the official schema, and says the same as the program's own list."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from referencing import Registry, Resource

import parts
from bill_of_parts import BILL, bill_of_parts
from fosdesk import __version__

RESOURCES = parts.ROOT / "resources"
SCHEMAS = parts.ROOT / "tests" / "data" / "cyclonedx"
BOM = "bom-1.6.SNAPSHOT.schema.json"


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def faults(bill: Any) -> list[str]:
    """What is wrong with a bill, by the schema of CycloneDX 1.6."""
    held = [(path.name, Resource.from_contents(schema(path.name))) for path in SCHEMAS.glob("*.json")]
    base = schema(BOM)["$id"].rpartition("/")[0]
    registry: Any = Registry().with_resources([*held, *((f"{base}/{name}", one) for name, one in held)])
    return [error.message for error in jsonschema.Draft7Validator(schema(BOM), registry=registry).iter_errors(bill)]


@pytest.fixture
def bill() -> Any:
    return json.loads((RESOURCES / "licences" / BILL).read_text(encoding="utf-8"))


def test_it_follows_the_official_schema(bill: Any) -> None:
    assert faults(bill) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda bill: bill.update(specVersion=1.6),
        lambda bill: bill["components"][0].update(type="python"),
        lambda bill: bill["components"][0].pop("name"),
        lambda bill: bill["components"][0]["licenses"][0]["license"].update(id="MIT license"),
        lambda bill: bill["components"][0]["externalReferences"][1]["hashes"][0].update(content="abc"),
        lambda bill: bill["components"].append(bill["components"][0]),
    ],
)
def test_the_schema_notices_what_is_wrong(bill: Any, spoil: Any) -> None:
    spoil(bill)
    assert faults(bill)


def test_it_says_what_the_list_says(bill: Any) -> None:
    listed = parts.listed(RESOURCES)
    assert bill["metadata"]["component"]["version"] == __version__
    assert [(one["name"], one["version"]) for one in bill["components"]] == [(p.name, p.version) for p in listed]
    for part, told in zip(listed, bill["components"], strict=True):
        licence = told["licenses"][0]
        assert licence.get("expression", licence.get("license", {}).get("id")) == part.licence
        assert ("purl" in told) == (not part.files)
        texts = [one["url"] for one in told["externalReferences"] if one["type"] == "license"]
        assert [(RESOURCES / "licences" / text).resolve() for text in texts] == [
            RESOURCES / text for text in part.texts
        ]


def test_its_hashes_are_those_of_the_files(bill: Any, tmp_path: Path) -> None:
    copied = tmp_path / "resources"
    for folder in ("licences", "fonts", "icons", "words"):
        shutil.copytree(RESOURCES / folder, copied / folder)
    packages = [(part.name, part.version) for part in parts.listed(copied) if not part.files]
    assert list(parts.faults(copied, packages)) == []
    with (copied / "fonts" / "DejaVuSans.ttf").open("ab") as font:
        font.write(b"\0")
    assert [fault for fault in parts.faults(copied, packages) if BILL in fault]


def test_the_same_parts_give_the_same_bytes() -> None:
    listed = parts.listed(RESOURCES)
    made = bill_of_parts(listed, RESOURCES.joinpath, __version__)
    assert made.encode() == (RESOURCES / "licences" / BILL).read_bytes()
    assert bill_of_parts(listed, RESOURCES.joinpath, "9.9.9") != made
