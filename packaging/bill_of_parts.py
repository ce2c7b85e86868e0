"""The list of parts as CycloneDX 1.6 (JSON), which IT departments' tools read; standard library only."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from part import Part

BILL = "parts.cdx.json"
_SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"


def program_version(root: Path) -> str:
    """The version of the program, as its code says it."""
    found = re.search(r'^__version__ = "(.+)"$', (root / "fosdesk" / "__init__.py").read_text(encoding="utf-8"), re.M)
    assert found, "fosdesk/__init__.py tells the version"
    return found[1]


def bill_of_parts(parts: Iterable[Part], place: Callable[[str], Path], version: str) -> str:
    """The parts that come with this version; `place` tells where a file below resources/ lies.

    The same parts give the same bytes, so it has neither a time nor a number of its own.
    """
    listed = list(parts)
    program = {
        "type": "application",
        "bom-ref": "fosdesk",
        "name": "fosdesk",
        "version": version,
        "description": "A work desk for school leadership teams; no network, no services, no ports.",
    }
    told = {
        "$schema": _SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": program},
        "components": [_component(part, place) for part in listed],
        "dependencies": [
            {"ref": "fosdesk", "dependsOn": [_reference(part) for part in listed]},
            *({"ref": _reference(part)} for part in listed),
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _reference(part: Part) -> str:
    return f"{part.name}@{part.version}"


def _component(part: Part, place: Callable[[str], Path]) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "data" if part.files else "library",
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": [_licence(part.licence)],
        "externalReferences": [
            {"type": "website", "url": part.address},
            *({"type": "license", "url": f"../{text}", "hashes": _hashes(place(text))} for text in part.texts),
        ],
    }
    if not part.files:
        component["purl"] = f"pkg:pypi/{quote(part.name)}@{quote(part.version)}"
    elif len(part.files) == 1:
        component["hashes"] = _hashes(place(part.files[0]))
    else:
        component["components"] = [
            {"type": "file", "name": file, "hashes": _hashes(place(file))} for file in part.files
        ]
    return component


def _licence(expression: str) -> dict[str, Any]:
    if re.search(r" (OR|AND|WITH) ", expression):
        return {"expression": expression}
    return {"license": {"id": expression}}


def _hashes(path: Path) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}]
