"""Compiles catalogues (.po, as catalogues.py writes them, to .mo for gettext) and framework; standard library only.

Babel can do this, too, but weighs 33 MB, which running the program does not need.
"""

from __future__ import annotations

import ast
import json
import os
import re
import struct
import zlib
from pathlib import Path
from typing import NamedTuple

_MAGIC = 0x950412DE
_LINE = re.compile(r'(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<form>[0-9])\])? )?(?P<text>".*")')


class Message(NamedTuple):
    """A text of a catalogue, its plural form and context (or empty), and its translations in the order of forms."""

    text: str
    many: str
    context: str
    translations: tuple[str, ...]


def compile_stale(translations: Path, framework: Path) -> None:
    """Compile what was edited after it was last compiled; ValueError for a file that cannot be read as a whole."""
    if stale(translations):
        compile_all(translations)
    if is_framework_stale(framework):
        compile_framework(framework)


def compile_all(folder: Path) -> None:
    """Compile every .po catalogue in the folder; ValueError for one that cannot be read as a whole."""
    for source in sorted(folder.glob("*.po")):
        target = folder / source.stem / "LC_MESSAGES" / "fosdesk.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(f".{os.getpid()}.mo")  # several test runs may compile at once
        try:
            unfinished.write_bytes(compiled(messages(source.read_text(encoding="utf-8"))))
        except ValueError as why:
            raise ValueError(f"{source.name}: {why}") from why
        unfinished.replace(target)


def stale(folder: Path) -> list[Path]:
    """The catalogues that were edited after they were last compiled."""
    found = []
    for source in sorted(folder.glob("*.po")):
        target = folder / source.stem / "LC_MESSAGES" / "fosdesk.mo"
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            found.append(source)
    return found


def compile_framework(folder: Path) -> None:
    """Compile the framework's texts, one file for each language, which hold each file's checksum and content."""
    import tomllib  # an older Python that starts dev.py is to be told so in a sentence

    for texts in sorted(path for path in folder.iterdir() if path.is_dir()):
        sources = [folder / "structure.toml", *sorted(texts.glob("*.toml"))]
        whole = {}
        for source in sources:
            raw = source.read_bytes()
            whole[source.relative_to(folder).as_posix()] = zlib.crc32(raw), tomllib.loads(raw.decode())
        target = folder / f"{texts.name}.json"
        unfinished = target.with_suffix(f".{os.getpid()}.json")
        unfinished.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(target)


def is_framework_stale(folder: Path) -> bool:
    """Whether a text of the framework was edited after it was last compiled."""
    for texts in (path for path in folder.iterdir() if path.is_dir()):
        target = folder / f"{texts.name}.json"
        edited = max(path.stat().st_mtime for path in (folder / "structure.toml", *texts.glob("*.toml")))
        if not target.exists() or target.stat().st_mtime < edited:
            return True
    return False


def messages(catalogue: str) -> list[Message]:
    """The messages of a .po catalogue; ValueError names the first line that does not belong there."""
    found: list[Message] = []
    parts: dict[str, str] = {}
    into = ""
    for number, line in enumerate(catalogue.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            into = ""
            continue
        match = _LINE.fullmatch(line.rstrip())
        keyword = match["keyword"] if match is not None else None
        if keyword in ("msgctxt", "msgid") and any(part.startswith("msgstr") for part in parts):
            found.append(_message(parts, number))
            parts = {}
        if match is not None and keyword:
            into = keyword + (match["form"] or "")
            if into in parts:
                raise ValueError(f"line {number} says {into} a second time: {line}")
            parts[into] = ""
        if match is None or not into:
            raise ValueError(f"line {number} does not belong in a catalogue: {line}")
        parts[into] += _unquoted(match["text"], number)
    if parts:
        found.append(_message(parts, catalogue.count("\n")))
    return found


def compiled(catalogue: list[Message]) -> bytes:
    """The .mo file of the messages; those without a translation are left out, so that gettext says the text itself."""
    pairs = []
    for one in catalogue:
        if any(one.translations):
            original = "\0".join([one.text, one.many] if one.many else [one.text])
            key = f"{one.context}\4{original}" if one.context else original
            forms = [form or (one.text, one.many)[min(place, 1)] for place, form in enumerate(one.translations)]
            pairs.append((key.encode(), "\0".join(forms).encode()))
    pairs.sort()
    at = 7 * 4 + 16 * len(pairs)
    tables, texts = [], []
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<2I", len(pair[column]), at))
            texts.append(pair[column] + b"\0")
            at += len(texts[-1])
    header = struct.pack("<7I", _MAGIC, 0, len(pairs), 7 * 4, 7 * 4 + 8 * len(pairs), 0, 0)
    return b"".join([header, *tables, *texts])


def _message(parts: dict[str, str], number: int) -> Message:
    forms = sorted(part for part in parts if part.startswith("msgstr"))
    wanted = ["msgstr0", "msgstr1"] if "msgid_plural" in parts else ["msgstr"]
    if "msgid" not in parts or forms != wanted:
        raise ValueError(f"the message above line {number} is not whole: {parts.get('msgid', '')}")
    translations = tuple(parts[form] for form in forms)
    return Message(parts["msgid"], parts.get("msgid_plural", ""), parts.get("msgctxt", ""), translations)


def _unquoted(text: str, number: int) -> str:
    try:
        return str(ast.literal_eval(text))
    except (SyntaxError, ValueError) as why:
        raise ValueError(f"line {number} is not quoted as it should be: {text}") from why
