"""Every document passes every gate: veraPDF for 2a and ua1, our own, qpdf and pdffonts."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from fosdesk.domain.journal import heads
from fosdesk.domain.school import School, school_from_heads
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.words import LANGUAGES
from tests.privacy.planted import planted
from tests.reports import samples
from tests.reports.pdf.outside_gates import fonts, qpdf, vera
from tests.reports.pdf.structure_gate import faults
from tests.reports.pdf.test_structure_gate import BREAKS, FOR_OTHERS, spoilt
from tests.reports.reading import Reading
from tests.reports.samples import HOSTILE
from tests.reports.telling import example, make, school_of

ODD = {"hostile": "markup", "sami": "sami", "emoji": "emoji", "right to left": "right to left"}


def outside_gates(paths: list[Path]) -> list[str]:
    """Everything that the gates of others find in any of the files."""
    found = [f"{one.path}: {one.flavour} {one.word} {one.wrong}" for one in vera(paths) if one.word != "PASS"]
    return [*found, *(f"{path}: {trouble}" for path in paths for trouble in [*qpdf(path), *fonts(path)])]


def all_gates(paths: list[Path]) -> list[str]:
    """The same, and our own."""
    found = outside_gates(paths)
    for path in paths:
        written = path.read_bytes()
        found += [f"{path}: {trouble}" for trouble in faults(written)]
        with Reading(written) as reading:
            blocks = list(reading.blocks())[:4]
            # A poster is headed by what the school wants, and says below what it is.
            is_poster = path.stem in DOCUMENTS and DOCUMENTS[path.stem].is_poster
            titles = [words for role, words in blocks if role == "H1" or is_poster]
            if not any(str(reading.pdf.docinfo["/Title"]).startswith(title) for title in titles):
                found.append(f"{path}: the title differs from what stands on the first page")
    return found


def school_for(sample: str, language: str) -> School:
    """A tiny school, the example, or one in which odd text stands in every field."""
    if sample == "tiny":
        return school_of()
    return example(language) if sample == "typical" else planted(HOSTILE[ODD[sample]])


def made(folder: Path, key: str, sample: str, language: str) -> Path:
    """A document in a folder of its own."""
    place = folder / f"{sample.replace(' ', '-')}-{language}-{key}"
    place.mkdir()
    make(place, key, school_for(sample, language), language=language)
    return place / f"{key}.pdf"


def test_documents_pass_the_gates_of_others(tmp_path: Path) -> None:
    """All of them do in the long test. Our own gate looks at all of them in `test_documents` and `test_tagged`."""
    languages = cycle(LANGUAGES)
    paths = [made(tmp_path, key, "typical", next(languages)) for key in list(DOCUMENTS)[::3]]
    for sample in (samples.started, samples.everything, samples.hostile, samples.to_write_on):
        paths.append(tmp_path / f"{sample.__name__}.pdf")
        sample().write(paths[-1])
    assert outside_gates(paths) == []


def test_each_known_way_to_break_a_document_is_refused_by_a_gate(tmp_path: Path) -> None:
    sound = samples.everything(short=True).to_bytes()
    with Reading(sound) as reading:
        source = reading.blocks()
    ways = [*BREAKS, *FOR_OTHERS]
    paths = [tmp_path / f"{way.__name__}.pdf" for way in ways]
    for way, path in zip(ways, paths, strict=True):
        path.write_bytes(spoilt(sound, way))
    visual_order = {Path(one.path) for one in vera(paths) if one.word != "PASS"}
    refused = {path.stem for path in visual_order}
    assert len(refused) >= 17, refused
    refused |= {path.stem for path in paths if path not in visual_order and faults(path.read_bytes())}
    for path in paths:
        if path.stem not in refused:
            with Reading(path.read_bytes()) as reading:
                if reading.blocks() != source:
                    refused.add(path.stem)
    assert {way.__name__ for way in ways} - refused == set()


@pytest.mark.long
def test_every_document_passes_every_gate_in_every_language_whatever_is_written(tmp_path: Path) -> None:
    def everything() -> Iterator[Path]:
        for key in DOCUMENTS:
            for language in LANGUAGES:
                for sample in ("tiny", "typical", *ODD):
                    yield made(tmp_path, key, sample, language)

    assert all_gates(list(everything())) == []


@pytest.mark.long
def test_long_documents_pass_every_gate(tmp_path: Path) -> None:
    paths = []
    for entries, texts, least, most in ((165, 2, 28, 80), (1_750, 15, 250, 480)):
        journal = example_journal(language="nb", entries=entries)
        log = school_from_heads(journal.school, heads(journal))
        for key, school in (("gate_log", log), ("description", planted(f"{samples.TEXT}\n\n" * texts))):
            place = tmp_path / f"{entries}-{key}"
            place.mkdir()
            one, _ = make(place, key, school, language="nb")
            assert least <= one.pages <= most
            assert one.findings == ()
            paths.append(place / f"{key}.pdf")
    assert all_gates(paths) == []
