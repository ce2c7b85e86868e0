"""Keeps the translation catalogues: compiles them, and brings them up to date with the words in the code.

The words of nouns, fields and options are looked up in a context first: «gate_entry:one» and «gate_entry:many» for a
noun, «gate_entry.decision» for a field's label and hint, «gate_entry.decision:parked» for an option. Such an entry is
made only in the language, and for the place, where the plain entry gives the wrong word. A TABLE names it like any
other context; where a language needs none, its column is empty, which also takes an entry away.

catalogues.py compile              .po to .mo, which gettext reads, and the framework's .toml to .json
catalogues.py update [TABLE ...]   add to the .po what the code asks for and drop what it no longer says; a TABLE fills
                                   in translations: English, bokmål and nynorsk on a line with tabs between, a context
                                   written as «context|English», a plural as «one||many»
catalogues.py check                say what is missing, left over or filled otherwise than in English; change nothing
catalogues.py shared               list the texts of nouns, fields and options that serve several places, with the
                                   places and the translations, so that one sees which place needs a word of its own
catalogues.py qt                   .ts to .qm, which Qt reads; the .qm is committed
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from compiling import compile_all, compile_framework

_LANGUAGES = ("nb", "nn")  # English is what the code itself says
ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
FRAMEWORK = ROOT / "resources" / "framework"

_TRANSLATING_CALLS = {"FosdeskError", "Field", "Use"}  # these, and all classes built on them, take their words first
_WORD_ARGUMENTS = {"label", "hint", "one", "many", "purpose", "new", "left", "over_heading", "starters"}


class Entry(NamedTuple):
    """A text to translate, with its plural form (or empty) and context (or empty)."""

    text: str
    many: str = ""
    context: str = ""

    @classmethod
    def parse(cls, written: str) -> "Entry":
        """The entry in the notation of a table: «context|English», a plural as «one||many»."""
        one, _, many = written.partition("||")
        context, bar, text = one.rpartition("|")
        return cls(text, many, context if bar else "")


def compile_qt_words(source: Path, target: Path) -> None:
    """Compile a .ts catalogue of Qt's own texts with the tool that comes with Qt."""
    import PySide6

    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", source, "-qm", target], check=True)


def read(source: Path) -> Catalog:
    """A .po catalogue; ValueError and others when it cannot be parsed."""
    with source.open("rb") as file:
        return read_po(file, abort_invalid=True)


def entries(catalogue: Catalog) -> dict[Entry, tuple[str, ...]]:
    """The entries of a catalogue and their translations (two for a plural)."""
    found = {}
    for message in catalogue:
        if message.id:
            text, many = message.id if isinstance(message.id, tuple) else (message.id, "")
            strings = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
            found[Entry(str(text), str(many), message.context or "")] = tuple(strings)
    return found


def looked_up_entries(package: Path) -> set[Entry]:
    """The entries that calls in the code look up with constant texts."""
    translating = _translating_functions(package)
    return {entry for node in _nodes(package) for entry in _entries_in_call(node, translating)}


def composed_texts(package: Path) -> list[str]:
    """Where the code looks up a text that is composed from parts, which no catalogue can hold."""
    translating = _translating_functions(package)
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in _nodes(package)
        if isinstance(node, ast.Call) and _takes_text(_name(node.func), translating)
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args[:1])
    ]


def definition_entries() -> frozenset[Entry]:
    """Every text of the program's nouns, fields and options, in the context that it is looked up in first."""
    # Read from the definitions themselves, and only when they are asked for: a wheel is built without them.
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from fosdesk.display.noun_words import defined_texts

    return frozenset(Entry(text.english, context=text.context) for text in defined_texts())


def shared_texts(package: Path, folder: Path, places: Iterable[Entry]) -> list[str]:
    """Each text of a definition that is used in several places, with its translations and those places."""
    found: dict[str, set[str]] = {}
    for entry in places:
        found.setdefault(entry.text, set()).add(entry.context)
    for text, lines_of_code in text_locations(package).items():
        if text in found:
            found[text] |= lines_of_code
    known = {language: entries(read(folder / f"{language}.po")) for language in _LANGUAGES}
    lines = []
    for text, contexts in sorted(found.items()):
        if len(contexts) > 1:
            lines += ["", text, *_shown(known, Entry(text), "  ")]
            for context in sorted(contexts):
                lines += [f"    {context}", *_shown(known, Entry(text, context=context), "      ")]
    return lines[1:]


def text_locations(package: Path) -> dict[str, set[str]]:
    """The texts that calls look up, not by way of a definition, with their locations: «fosdesk/app.py:12»."""
    found: dict[str, set[str]] = {}
    for source, node in _placed_nodes(package):
        if isinstance(node, ast.Call) and node.args and _takes_text(_name(node.func), {"FosdeskError"}):
            for text in _constants(node.args[0]):
                found.setdefault(text, set()).add(f"{source.relative_to(package.parent).as_posix()}:{node.lineno}")
    return found


def _shown(known: dict[str, dict[Entry, tuple[str, ...]]], entry: Entry, indent: str) -> list[str]:
    return [f"{indent}{language}: {some[entry][0]}" for language, some in known.items() if entry in some]


def text_constants(package: Path) -> set[str]:
    """Every text constant in the code; an entry of a catalogue that is not among them is unused."""
    constants = (node for node in _nodes(package) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


def update(package: Path, folder: Path, tables: list[Path], places: Iterable[Entry] = ()) -> list[str]:
    """Bring the .po catalogues up to date; returns the entries that still lack a translation.

    `places` are the texts of definitions in their contexts: such an entry is kept where there is one, and never lacks.
    """
    asked, said, lacking = looked_up_entries(package), text_constants(package), []
    allowed = asked | frozenset(places)
    translated = {entry: both for entry, both in _read_tables(tables).items() if _is_used(entry, said, allowed)}
    for place, language in enumerate(_LANGUAGES):
        source = folder / f"{language}.po"
        known = entries(read(source))
        kept = {entry: strings for entry, strings in known.items() if _is_used(entry, said, allowed)}
        for entry in sorted(asked | translated.keys()):
            kept.setdefault(entry, ("", "") if entry.many else ("",))
            if entry in translated:
                kept[entry] = translated[entry][place]
            if entry not in asked and entry.context and not any(kept[entry]):
                del kept[entry]  # the plain entry serves in this language
        _write(source, kept)
        lacking += [f"{language}: {_entry_text(entry)}" for entry, strings in kept.items() if not all(strings)]
    return lacking


def problems(package: Path, folder: Path, places: Iterable[Entry] = ()) -> list[str]:
    """What is wrong with the .po catalogues, a line for each; English is the text in the code."""
    asked, said = looked_up_entries(package), text_constants(package)
    allowed = asked | frozenset(places)
    lines = [f"put together: {place}" for place in composed_texts(package)]
    for language in _LANGUAGES:
        known = entries(read(folder / f"{language}.po"))
        for entry in sorted(asked | known.keys()):
            if not _is_used(entry, said, allowed):
                lines.append(f"{language}: no longer in the code: {_entry_text(entry)}")
            elif not all(known.get(entry, ("",))):
                lines.append(f"{language}: not translated: {_entry_text(entry)}")
            elif not _same_places(entry, known[entry]):
                lines.append(
                    f"{language}: other {{places}} than in English: {_entry_text(entry)} → {' || '.join(known[entry])}"
                )
            elif entry not in asked and entry.context and known[entry] == known.get(Entry(entry.text)):
                lines.append(f"{language}: says the same without its context: {_entry_text(entry)}")
    return lines


def _is_used(entry: Entry, said: set[str], allowed: frozenset[Entry] | set[Entry]) -> bool:
    """Whether the code still looks up a text, in its context."""
    return entry in allowed if entry.context else entry.text in said or not entry.text


def _entry_text(entry: Entry) -> str:
    return f"{entry.context}|{entry.text}" if entry.context else entry.text


def _same_places(entry: Entry, strings: tuple[str, ...]) -> bool:
    if not entry.many:
        return _places(entry.text) == _places(strings[0])
    # «one week» need not name its number, so the singular may leave {n} out.
    one, many = map(_places, strings)
    return many == _places(entry.many) and one | {"n"} == many | {"n"}


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{([^{}]*)\}", text))


def _nodes(package: Path) -> Iterator[ast.AST]:
    return (node for _, node in _placed_nodes(package))


def _placed_nodes(package: Path) -> Iterator[tuple[Path, ast.AST]]:
    for source in sorted(package.rglob("*.py")):
        yield from ((source, node) for node in _nodes_of(source.read_text(encoding="utf-8")))


@cache
def _nodes_of(source: str) -> tuple[ast.AST, ...]:
    """All syntax nodes of a module; cached, because each question goes through them again."""
    return tuple(ast.walk(ast.parse(source)))


def _translating_functions(package: Path) -> set[str]:
    kinds = _nodes_of((ROOT / "fosdesk" / "domain" / "fields.py").read_text(encoding="utf-8"))
    classes = [node for node in chain(kinds, _nodes(package)) if isinstance(node, ast.ClassDef)]
    translating, known = set(_TRANSLATING_CALLS), 0
    while known != len(translating):  # a class may stand before the one that it is built on
        known = len(translating)
        translating |= {one.name for one in classes if translating & set(map(_name, one.bases))}
    return translating


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _takes_text(called: str, translating: set[str]) -> bool:
    # `self` is called in Words alone.
    return called.endswith("words") or called == "self" or called in translating


def _entries_in_call(node: ast.AST, translating: set[str]) -> Iterator[Entry]:
    if not isinstance(node, ast.Call):
        return
    called = _name(node.func)
    texts = [_constants(argument) for argument in node.args[:2]] + [[], []]
    if _takes_text(called, translating):
        yield from map(Entry, texts[0])
    elif called == "Option":
        yield from map(Entry, texts[1])
    elif called == "plural" and texts[0] and texts[1]:
        yield Entry(texts[0][0], texts[1][0])
    elif called == "about" and texts[0]:
        yield from (Entry(text, context=texts[0][0]) for text in texts[1])
    for keyword in node.keywords:
        if keyword.arg in _WORD_ARGUMENTS:
            yield from map(Entry, _constants(keyword.value))


def _constants(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _constants(node.body) + _constants(node.orelse)
    if isinstance(node, ast.Tuple):
        return [text for one in node.elts for text in _constants(one)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else []


def _read_tables(tables: list[Path]) -> dict[Entry, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for table in tables:
        for line in table.read_text(encoding="utf-8").splitlines():
            if line.strip():
                english, nb, nn = line.replace("\\n", "\n").split("\t")
                found[Entry.parse(english)] = (tuple(nb.split("||")), tuple(nn.split("||")))
    return found


def _write(source: Path, kept: dict[Entry, tuple[str, ...]]) -> None:
    # The header stays as it was written: Babel's own would carry the moment and change at each update.
    header = re.split(r"\n\s*\n", source.read_text(encoding="utf-8"), maxsplit=1)[0]
    catalogue = Catalog()
    for entry in sorted(kept):
        text = (entry.text, entry.many) if entry.many else entry.text
        catalogue.add(text, kept[entry] if entry.many else kept[entry][0], context=entry.context or None)
    with source.open("wb") as file:
        file.write(f"{header}\n\n".encode())
        write_po(file, catalogue, width=0, omit_header=True)


def main(arguments: list[str]) -> int:
    """Run one command; returns the exit status."""
    match arguments:
        case ["compile"]:
            compile_all(TRANSLATIONS)
            compile_framework(FRAMEWORK)
        case ["check"]:
            found = problems(ROOT / "fosdesk", TRANSLATIONS, definition_entries())
            print(*found, f"{len(found)} faults.", sep="\n")
            return 1 if found else 0
        case ["shared"]:
            print(*shared_texts(ROOT / "fosdesk", TRANSLATIONS, definition_entries()), sep="\n")
        case ["qt"]:
            for source in sorted(TRANSLATIONS.glob("*.ts")):
                compile_qt_words(source, source.with_suffix(".qm"))
        case ["update", *tables]:
            lacking = update(ROOT / "fosdesk", TRANSLATIONS, [Path(table) for table in tables], definition_entries())
            compile_all(TRANSLATIONS)
            print(*lacking, f"{len(lacking)} texts lack a translation.", sep="\n")
            return 1 if lacking else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
