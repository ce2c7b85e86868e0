"""Reads the framework's content: structure.toml for ids and order, one folder of texts per language."""

import zlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from fosdesk import paths
from fosdesk.domain.framework import Framework
from fosdesk.errors import FosdeskError
from fosdesk.words import missing_words

LANGUAGES = ("nb", "nn", "en")


@cache
def read_framework(language: str) -> Framework:
    """The framework in `nb`, `nn` or `en`."""
    if language not in LANGUAGES:
        raise FosdeskError(
            "There is no language called “{language}”; choose one of {choices}.",
            language=language,
            choices=", ".join(LANGUAGES),
        )
    read = _Files(language)
    structure = read("structure.toml")
    about = read(f"{language}/framework.toml")
    milestones = read(f"{language}/milestones.toml")
    warnings = read(f"{language}/warnings.toml")
    glossary = read(f"{language}/glossary.toml")
    return msgspec.convert(
        {
            "version": structure["version"],
            "language": language,
            "title": about["title"],
            "source": about["source"],
            "phases": [_phase(phase, read(f"{language}/{phase['id'].lower()}.toml")) for phase in structure["phases"]],
            "warnings": [
                {"alternative": "", "limit": None, "standing": False} | warning | warnings[warning["id"]]
                for warning in structure["warnings"]
            ],
            "first_run": read(f"{language}/first_run.toml")["texts"],
            "paces": [_pace(pace, milestones["paces"][pace["id"]]) for pace in structure["paces"]],
            "milestones": [one | milestones["milestones"][one["id"]] for one in structure["milestones"]],
            "yearly": [{"item": ""} | one | {"text": milestones["yearly"][one["id"]]} for one in structure["yearly"]],
            "glossary": [_term_group(group, glossary) for group in structure["term_groups"]],
        },
        Framework,
    )


class _Files:
    """Reads a language's files: as catalogues.py has compiled them, or where it has not, as they are.

    Parsing TOML takes 9 ms of the start, and reading what is compiled 1 ms. Each file is compiled with its checksum.
    """

    def __init__(self, language: str) -> None:
        self._compiled: Mapping[str, tuple[int, dict[str, Any]]] = {}
        try:
            raw = paths.resource("framework", f"{language}.json").read_bytes()
            self._compiled = msgspec.json.decode(raw, type=dict[str, tuple[int, dict[str, Any]]])
        except (OSError, ValueError):
            pass  # not compiled, or by halves

    def __call__(self, name: str) -> dict[str, Any]:
        """The content of a file by its path below the framework's folder."""
        try:
            raw = paths.resource("framework", *name.split("/")).read_bytes()
            checksum, content = self._compiled.get(name, (None, {}))
            if checksum == zlib.crc32(raw):
                return content
            import tomllib

            return tomllib.loads(raw.decode())
        except (OSError, ValueError) as trouble:
            raise missing_words() from trouble


def _phase(phase: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    tracks = words.get("tracks", {})
    items = [{"track": "", "phase": phase["id"]} | item | words["items"][item["id"]] for item in phase["items"]]
    return words | {
        "id": phase["id"],
        "plan_number": phase.get("plan", ""),
        "tracks": [{"id": track, "title": tracks[track]} for track in phase.get("tracks", [])],
        "items": items,
    }


def _pace(pace: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    spans = [
        {"phase": phase, "first": semesters[0], "last": semesters[1] if len(semesters) > 1 else None}
        for phase, semesters in pace["phases"].items()
    ]
    return words | {"id": pace["id"], "suggested": pace.get("suggested", False), "spans": spans}


def _term_group(group: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    terms = [
        {"key": key, "group": group["id"], "word": words["terms"][key], "meaning": words["meanings"].get(key, "")}
        for key in group["terms"]
    ]
    return {"id": group["id"], "title": words["groups"][group["id"]], "terms": terms}
