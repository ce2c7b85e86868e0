"""Catalogues are compiled without Babel, to the same words; what cannot be read as a whole is refused."""

import gettext
import os
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

import catalogues
import compiling

HEADER = (
    'msgid ""\nmsgstr ""\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)


def spoken(compiled: bytes) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(BytesIO(compiled))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_words_are_those_that_babel_compiles(language: str) -> None:
    source = catalogues.TRANSLATIONS / f"{language}.po"
    theirs = BytesIO()
    write_mo(theirs, catalogues.read(source))
    babel = spoken(theirs.getvalue())
    ours = spoken(compiling.compiled(compiling.messages(source.read_text(encoding="utf-8"))))
    entries = catalogues.entries(catalogues.read(source))
    assert len(entries) > 1_000 or language == "en"
    for entry in entries:
        for number in (1, 2):
            asked = (entry.text, entry.many, number)
            if entry.many:
                assert ours.ngettext(*asked) == babel.ngettext(*asked)
            elif entry.context:
                assert ours.pgettext(entry.context, entry.text) == babel.pgettext(entry.context, entry.text)
            else:
                assert ours.gettext(entry.text) == babel.gettext(entry.text)


def test_contexts_plurals_quotes_and_texts_over_several_lines() -> None:
    text = HEADER + (
        '\nmsgctxt "verb"\nmsgid "Open"\nmsgstr "Åpne"\n'
        '\n#, python-brace-format\nmsgid "{n} week"\nmsgid_plural "{n} weeks"\n'
        'msgstr[0] "én uke"\nmsgstr[1] "{n} uker"\n'
        '\nmsgid ""\n"Say \\"yes\\"\\n"\n"now"\nmsgstr "Si «ja»\\nnå"\n'
        '\nmsgid "Not yet"\nmsgstr ""\n'
    )
    words = spoken(compiling.compiled(compiling.messages(text)))
    assert words.pgettext("verb", "Open") == "Åpne"
    assert words.gettext("Open") == "Open"
    assert [words.ngettext("{n} week", "{n} weeks", n) for n in (1, 2)] == ["én uke", "{n} uker"]
    assert words.gettext('Say "yes"\nnow') == "Si «ja»\nnå"
    assert words.gettext("Not yet") == "Not yet"


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('msgid "Plain"\nmsgstr "Enkel"\n\nmsgid "Two"\n\n"To"\n', "line 11 does not belong"),
        ('msgid "Plain"\nmsgstr "Enkel\n', "line 7 does not belong"),
        ('msgid "Plain"\nmsgstr "Enkel "her""\n', "line 7 is not quoted"),
        ('msgid "Plain"\nmsgstr "Enkel"\nmsgstr "En"\n', "line 8 says msgstr a second time"),
        ('msgid "Plain"\n\nmsgid "Two"\nmsgstr "To"\n', "line 8 says msgid a second time"),
        ('msgid "Plain"\n', "not whole: Plain"),
        ('msgid "One"\nmsgid_plural "Many"\nmsgstr[0] "Én"\n', "not whole: One"),
        ('msgstr "Enkel"\n', "line 6 says msgstr a second time"),
        ("<<<<<<< HEAD\n", "line 6 does not belong"),
    ],
)
def test_a_catalogue_that_is_not_whole_is_refused_and_named(broken: str, line: str) -> None:
    with pytest.raises(ValueError, match=line):
        compiling.messages(f"{HEADER}\n{broken}")


def test_a_catalogue_is_compiled_when_it_was_edited(tmp_path: Path) -> None:
    source, compiled = tmp_path / "nb.po", tmp_path / "nb" / "LC_MESSAGES" / "fosdesk.mo"
    source.write_text(HEADER, encoding="utf-8")
    assert compiling.stale(tmp_path) == [source]
    compiling.compile_all(tmp_path)
    assert compiled.is_file()
    os.utime(source, (1, 1))
    assert compiling.stale(tmp_path) == []
    os.utime(compiled, (0, 0))
    assert compiling.stale(tmp_path) == [source]
