"""The poster: the school's own components in large letters, on one page of A4 or A3, and nothing of others' words."""

from pathlib import Path

import pikepdf

from fosdesk.domain.fields import Record
from fosdesk.domain.records import CoreComponent, Practice, SchoolProfile
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import make_document
from fosdesk.words import read_words
from tests.reports.telling import DAY, FRAMEWORK, example, in_order, known_names_of, make, said, school_of
from tests.reports.word.word_reading import words_of

RECORDS: tuple[Record, ...] = (
    SchoolProfile("school", name="Nes skole", direction="Everybody is missed"),
    CoreComponent("a", name="We greet", looks_like="By the door.", not_this="Not a tick.", why="NOT HERE", pos="a"),
    CoreComponent("b", name="We wait", pos="b"),
    Practice("p", text="Someone says the name.", component="a"),
    Practice("q", text="NOT HERE EITHER"),
)


def test_each_component_with_what_it_looks_like_and_is_not(tmp_path: Path) -> None:
    text = said(tmp_path, "component_poster", *RECORDS)
    assert in_order(
        *(text, "Nes skole", "Everybody is missed", "Our core components", "We greet", "By the door."),
        *("Someone says the name.", "Not a tick.", "We wait"),
    )
    assert "NOT HERE" not in text
    assert "No core components have been written." in said(tmp_path, "component_poster")


def test_a_crowded_school_has_one_page_on_either_paper(tmp_path: Path) -> None:
    many = [
        CoreComponent(f"c{n}", name=f"Component {n}", looks_like="It is seen every day. " * 12, not_this="No. " * 20)
        for n in range(7)
    ]
    school = school_of(*many)
    assert make(tmp_path, "component_poster", school)[0].pages == 1
    sizes = []
    for paper in ("A4", "A3"):
        path = tmp_path / f"{paper}.pdf"
        make_document(
            *("component_poster", school, FRAMEWORK, read_words("nb"), Audience.SCHOOL, DAY, path),
            names=known_names_of(school),
            paper=paper,
        )
        with pikepdf.open(path) as made:
            sizes.append([round(float(one)) for one in made.pages[0].mediabox[2:]])
            assert len(made.pages) == 1
    assert sizes == [[595, 842], [842, 1191]]


def test_word_has_the_same_for_the_example_in_nynorsk(tmp_path: Path) -> None:
    made = make(tmp_path, "component_poster", example("nn"), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "Kjernekomponentane våre", "Vi møter kvar elev kvar dag", "Plassen din står klar")
